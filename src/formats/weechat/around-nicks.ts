// What the owner put around the nicks of those who speak, by `weechat.look.nick_prefix` and `nick_suffix`; the sign of the mode
// stands between (src/plugins/irc/irc-nick.c, irc_nick_as_prefix).
//
//   [@alice]⇥hello      [bob]⇥hi      before them `[`, behind them `]`
//   @alice|⇥hello       bob|⇥hi       behind them `|`
import { bareNick } from '../parts/nicks.ts';

export interface AroundNicks {
  readonly before: string;
  readonly behind: string;
}

/** What of the lines must have it, and how many nicks: fewer may be called so. */
const MOST = 0.95;
const NICKS = 3;
/** So many have it where nobody is known by a name without it. */
const STRANGERS = 5;

const SIGN = /^[^\p{L}\p{N}~&@%+!]$/u;
/** Signs that nicks have, too. */
const OF_NICKS = /^[-[\]\\^`{|}_]+$/u;

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
  const around = { before: before.join(''), behind: behind.join('') };
  const signs = around.before + around.behind;
  if (signs === '') return undefined;
  return OF_NICKS.test(signs) && !isProved([...spoken.keys()], around, present) ? undefined : around;
}

interface Spoken {
  readonly signs: readonly string[];
  readonly count: number;
}

const linesOf = (some: readonly Spoken[]): number => some.reduce((sum, { count }) => sum + count, 0);

/** The signs with which nearly all begin. */
function shared(all: readonly Spoken[]): readonly string[] {
  const least = MOST * linesOf(all);
  let alike = all;
  for (let at = 0; ; at++) {
    const sign = alike[0]?.signs[at];
    const next = sign !== undefined && SIGN.test(sign) ? alike.filter(({ signs }) => signs[at] === sign) : [];
    if (next.length < NICKS || linesOf(next) < least) return alike[0]?.signs.slice(0, at) ?? [];
    alike = next;
  }
}

/** True where people are known by their nicks without it, and by few with it; or many have it whom nothing else tells. */
function isProved(prefixes: readonly string[], around: AroundNicks, present: ReadonlySet<string>): boolean {
  const known = (prefix: string): boolean => present.has(bareNick(prefix));
  const without = prefixes.filter((prefix) => known(withoutAround(prefix, around))).length;
  const such = prefixes.filter(known).length;
  return without === 0 && such === 0 ? prefixes.length >= STRANGERS : without > such;
}
