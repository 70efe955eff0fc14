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

/** The prefix of a nick as it is without what stands around it; as it stands where that is not around it. */
export function withoutAround(prefix: string, { before, behind }: AroundNicks): string {
  if (!prefix.startsWith(before) || !prefix.endsWith(behind)) return prefix;
  const bare = prefix.slice(before.length, prefix.length - behind.length);
  return /[\p{L}\p{N}[\]\\^`{|}_]/u.test(bare) ? bare : prefix;
}

/**
 * What stands around nearly all nicks; undefined where nothing does. `spoken` are the prefixes of those who speak with their numbers
 * of lines, `present` the nicks that the client's sentences tell.
 */
export function aroundNicks(
  spoken: ReadonlyMap<string, number>,
  present: ReadonlySet<string>,
): AroundNicks | undefined {
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
  const having = prefixes.filter((prefix) => withoutAround(prefix, around) !== prefix);
  const without = having.filter((prefix) => known(withoutAround(prefix, around))).length;
  const such = having.filter(known).length;
  if (without > 0 || such > 0) return without > such;
  const signs = around.before + around.behind;
  return having.length >= (BRACKETS.test(signs) ? IN_BRACKETS : OF_NICKS.test(signs) ? STRANGERS : NICKS);
}
