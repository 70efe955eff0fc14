// Cuts of the first columns of messages: signs, a nick, signs. In the cut that is the theme's, the nick alone varies.
//
//   28.:1924alice28:.   ->   28.:1924 | alice | 28:.     28.:19 | alice | 28:.  (24 is her colour)     …
import { isColourOf } from './nick-colour.ts';

/** How many different nicks make a cut believable. */
export const ENOUGH = 3;

const NICK = /^[\p{L}_[\]\\`^{}|][\p{L}\p{N}_\-[\]\\`^{}|]*$/u;
const LONGEST_LEFT = 60;

/** The columns of a line. */
export interface Line {
  readonly left: string;
  readonly right: string;
}

/** What stands around nicks, and the nicks and second columns that came with it. */
export interface Cut {
  readonly before: string;
  readonly after: string;
  readonly nicks: Set<string>;
  readonly rights: string[];
}

type Pieces = readonly [before: string, nick: string, after: string];

/** The ways to see signs, a nick and signs in a first column. */
function waysToCut(left: string): readonly Pieces[] {
  const first = left.search(/[\p{L}_[\]\\`^{}|]/u);
  const last = left.search(/[\p{L}\p{N}_\-[\]\\`^{}|][^\p{L}]*$/u);
  if (first === -1 || left.length > LONGEST_LEFT) return [];
  const cuts: Pieces[] = [];
  for (let start = first; start < left.length && !/\p{L}/u.test(left.slice(0, start)); start++) {
    for (let end = Math.max(last, start) + 1; end <= left.length; end++) {
      const nick = left.slice(start, end);
      if (!NICK.test(nick) || /\p{L}/u.test(left.slice(end))) continue;
      cuts.push([left.slice(0, start), nick, left.slice(end)]);
    }
  }
  return cuts;
}

/** What stands before a nick, without the nick's colour. */
function uncoloured(before: string, nick: string): string | undefined {
  const { rest, digits = '' } = /^(?<rest>.*?)\x03?(?<digits>\d\d)$/su.exec(before)?.groups ?? {};
  return isColourOf(digits, nick) ? rest : undefined;
}

/** The ways to cut a first column, with the nick's colour among the signs and without. */
export function cutsOf(left: string): readonly Pieces[] {
  return waysToCut(left).flatMap(([before, nick, after]): readonly Pieces[] => {
    const rest = uncoloured(before, nick);
    const cut: Pieces = [before, nick, after];
    return rest === undefined ? [cut] : [cut, [rest, nick, after]];
  });
}

/** A sign that all nicks begin or end with is the theme's, and the cut beside it the right one. */
function takesSigns({ nicks }: Cut): boolean {
  const ends = [[...nicks].map((nick) => nick.slice(0, 1)), [...nicks].map((nick) => nick.slice(-1))];
  return (
    nicks.size >= ENOUGH && ends.some(([sign = '', ...others]) => isSign(sign) && others.every((one) => one === sign))
  );
}

const isSign = (one: string): boolean => /[^\p{L}\p{N}]/u.test(one);

/** The cuts of all lines, those of the most nicks first. */
export function collect(lines: readonly Line[]): readonly Cut[] {
  const cuts = new Map<string, Cut>();
  for (const { left, right } of lines) {
    for (const [before, nick, after] of cutsOf(left)) {
      const key = `${before}\n${after}`;
      const cut = cuts.get(key) ?? { before, after, nicks: new Set(), rights: [] };
      cut.nicks.add(nick);
      cut.rights.push(right);
      cuts.set(key, cut);
    }
  }
  const signs = ({ before, after }: Cut): number => before.length + after.length;
  return [...cuts.values()]
    .filter((cut) => !takesSigns(cut))
    .sort((a, b) => b.nicks.size - a.nicks.size || signs(b) - signs(a));
}
