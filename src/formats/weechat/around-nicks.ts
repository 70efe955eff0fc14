// What the owner put around the nicks of those who speak, by `weechat.look.nick_prefix` and `nick_suffix`; the sign of the mode
// stands between (src/plugins/irc/irc-nick.c, irc_nick_as_prefix).
//
//   [@alice]⇥hello      [bob]⇥hi      before them `[`, behind them `]`
//   @alice|⇥hello       bob|⇥hi       behind them `|`
import { groupedBy } from '../../shared/lists.ts';
import { bareNick } from '../parts/nicks.ts';

export interface AroundNicks {
  readonly before: string;
  readonly behind: string;
}

/** What of the lines must have it. */
const MOST = 0.95;
/** So many nicks must, where nobody is known by a name without it: fewer may be called so. */
const NICKS = 3;
/** Fewer where it is a pair of brackets, more where nicks may have such signs. */
const IN_BRACKETS = 2;
const STRANGERS = 5;

const SIGN = /^[^\p{L}\p{N}]$/u;
/** Before a nick, one of these is its status, where it does not stand behind all nicks, too. */
const STATUS = /[~&@%+!]/u;
/** Signs that nicks have, too. */
const OF_NICKS = /^[-[\]\\^`{|}_]+$/u;
const BRACKETS = /^(?:\[\]|\{\})$/u;
/** Around some, no more signs stand before a nick, nor behind it. */
const LONGEST = 2;

/** The prefix of a nick as it is without what stands around it; as it stands where none of it is around it. */
export function withoutAround(prefix: string, arounds: readonly AroundNicks[]): string {
  for (const { before, behind } of arounds) {
    if (!prefix.startsWith(before) || !prefix.endsWith(behind)) continue;
    const bare = prefix.slice(before.length, prefix.length - behind.length);
    if (/[\p{L}\p{N}[\]\\^`{|}_]/u.test(bare)) return bare;
  }
  return prefix;
}

/**
 * What stands around nicks: around nearly all, or, where the owner chose it half-way, around some. `spoken` are the prefixes of those
 * who speak with their numbers of lines, `present` the nicks that the client's sentences tell.
 */
export function aroundNicks(spoken: ReadonlyMap<string, number>, present: ReadonlySet<string>): readonly AroundNicks[] {
  const all = aroundAll(spoken, present);
  return all ? [all] : aroundSome(spoken.keys(), present);
}

/** What stands around nearly all nicks; undefined where nothing does. */
function aroundAll(spoken: ReadonlyMap<string, number>, present: ReadonlySet<string>): AroundNicks | undefined {
  const lines = [...spoken].map(([prefix, count]) => ({ signs: [...prefix], count }));
  const before = shared(lines);
  const behind = shared(lines.map(({ signs, count }) => ({ signs: signs.toReversed(), count }))).toReversed();
  // of few nicks, some of these signs may be their own
  for (let length = before.length + behind.length; length > 0; length--) {
    for (let first = Math.min(length, before.length); first >= Math.max(0, length - behind.length); first--) {
      const around = {
        before: before.slice(0, first).join(''),
        behind: behind.slice(behind.length - (length - first)).join(''),
      };
      if (!isStatus(around) && isProved([...spoken.keys()], around, present)) return around;
    }
  }
  return undefined;
}

interface Spoken {
  readonly signs: readonly string[];
  readonly count: number;
}

const linesOf = (some: readonly Spoken[]): number => some.reduce((sum, { count }) => sum + count, 0);

/** The signs with which nearly all begin. */
function shared(all: readonly Spoken[]): readonly string[] {
  const least = MOST * linesOf(all);
  const found: string[] = [];
  for (let alike = all; ;) {
    const at = found.length;
    const bySign = groupedBy(alike, ({ signs }) => signs[at] ?? '');
    const [sign = '', such = []] = [...bySign].find(([, some]) => linesOf(some) >= least) ?? [];
    if (!SIGN.test(sign)) return found;
    found.push(sign);
    alike = such;
  }
}

const isStatus = ({ before, behind }: AroundNicks): boolean =>
  [...before].some((sign) => STATUS.test(sign) && !behind.includes(sign));

/** True where people are known by their nicks without it, and by few with it; or many have it whom nothing else tells. */
function isProved(prefixes: readonly string[], around: AroundNicks, present: ReadonlySet<string>): boolean {
  const known = (prefix: string): boolean => present.has(bareNick(prefix));
  const having = prefixes.filter((prefix) => withoutAround(prefix, [around]) !== prefix);
  const without = having.filter((prefix) => known(withoutAround(prefix, [around]))).length;
  const such = having.filter(known).length;
  if (without > 0 || such > 0) return without > such;
  const signs = around.before + around.behind;
  return having.length >= (BRACKETS.test(signs) ? IN_BRACKETS : OF_NICKS.test(signs) ? STRANGERS : NICKS);
}

/** What may stand around a nick that such a prefix holds, and who that were; nothing may, too. */
function cutsOf(prefix: string): readonly (AroundNicks & { readonly nick: string })[] {
  const signs = [...prefix];
  const leading = signs.findIndex((sign) => !SIGN.test(sign));
  const trailing = signs.toReversed().findIndex((sign) => !SIGN.test(sign));
  if (leading < 0) return [];
  const cuts = Array.from({ length: Math.min(leading, LONGEST) + 1 }, (_, first) =>
    Array.from({ length: Math.min(trailing, LONGEST) + 1 }, (_, last) => ({
      before: signs.slice(0, first).join(''),
      behind: signs.slice(signs.length - last).join(''),
      nick: bareNick(signs.slice(first, signs.length - last).join('')),
    })),
  );
  return cuts.flat();
}

/**
 * What stands around nicks in a part of the lines, where the owner chose it half-way or gave it up: so many speak in it who are known
 * without it, too. Signs of nicks count as a pair of brackets alone: many have their nick with `_` as well.
 */
function aroundSome(prefixes: Iterable<string>, present: ReadonlySet<string>): readonly AroundNicks[] {
  const all = new Map<string, { readonly around: AroundNicks; readonly nicks: Set<string> }>();
  const strange = [...prefixes].filter((prefix) => !present.has(bareNick(prefix)));
  for (const { nick, ...around } of strange.flatMap(cutsOf)) {
    const key = `${around.before}\t${around.behind}`;
    const seen = all.get(key) ?? { around, nicks: new Set() };
    all.set(key, seen);
    seen.nicks.add(nick);
  }
  return [...all.values()]
    .filter(({ around, nicks }) => {
      const signs = around.before + around.behind;
      if (signs.trim() === '' || isStatus(around) || (OF_NICKS.test(signs) && !BRACKETS.test(signs))) return false;
      const others = [...all.values()].filter((other) => other.nicks !== nicks);
      const known = [...nicks].filter((nick) => present.has(nick) || others.some((other) => other.nicks.has(nick)));
      return known.length >= NICKS;
    })
    .map(({ around }) => around);
}
