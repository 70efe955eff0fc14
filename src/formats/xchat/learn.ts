// Learns how a file's own theme shows who speaks, from lines that no release's theme explains.
//
//   28.:1924alice28:.⇥hi      28.:1922marta28:.⇥hello      ->   Channel Message = 28.:19$1$t$2   (24 and 22: the nicks' colours)
//
// Most lines of a channel are messages, and in a message's first column only the nick varies. So: each first column is cut in every
// way into signs, a nick, signs; the cut under which most different nicks appear is the theme's. What is left over may be the owner's
// own messages (one nick, known as the owner's), highlights (nicks that also speak) and actions (a sign, then a nick that speaks).
// The result is format strings, as if the owner had given them.
import { isColourOf, NICK_COLOURS } from './nick-colour.ts';
import type { EventStrings } from './rules.ts';

/** How many different nicks make a cut believable. */
const ENOUGH = 3;

const NICK = /^[\p{L}_[\]\\`^{}|][\p{L}\p{N}_\-[\]\\`^{}|]*$/u;
const LONGEST_LEFT = 60;

interface Line {
  readonly left: string;
  readonly right: string;
}

interface Cut {
  readonly before: string;
  readonly after: string;
  readonly nicks: Set<string>;
  readonly rights: string[];
}

/** The ways to see signs, a nick and signs in a first column. */
function cutsOf(left: string): readonly (readonly [before: string, nick: string, after: string])[] {
  const first = left.search(/[\p{L}_[\]\\`^{}|]/u);
  const last = left.search(/[\p{L}\p{N}_\-[\]\\`^{}|][^\p{L}]*$/u);
  if (first === -1 || left.length > LONGEST_LEFT) return [];
  const cuts: (readonly [string, string, string])[] = [];
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
  const coded = /^(?<rest>.*)\x03\d\d$/su.exec(before)?.groups?.['rest'];
  if (coded !== undefined) return coded;
  const digits = before.slice(-2);
  return NICK_COLOURS.includes(digits) && isColourOf(digits, nick) ? before.slice(0, -2) : undefined;
}

function collect(lines: readonly Line[]): readonly Cut[] {
  const cuts = new Map<string, Cut>();
  const add = (before: string, nick: string, after: string, right: string): void => {
    const key = `${before}\n${after}`;
    const cut = cuts.get(key) ?? { before, after, nicks: new Set(), rights: [] };
    cut.nicks.add(nick);
    cut.rights.push(right);
    cuts.set(key, cut);
  };
  for (const { left, right } of lines) {
    for (const [before, nick, after] of cutsOf(left)) {
      add(before, nick, after, right);
      const rest = uncoloured(before, nick);
      if (rest !== undefined) add(rest, nick, after, right);
    }
  }
  const signs = ({ before, after }: Cut): number => before.length + after.length;
  return [...cuts.values()]
    .filter(({ before, after }) => /[^\p{L}\p{N}\s\x00-\x1f]/u.test(before + after))
    .sort((a, b) => b.nicks.size - a.nicks.size || signs(b) - signs(a));
}

const CODES: Readonly<Record<string, string>> = {
  '\x03': '%C',
  '\x02': '%B',
  '\x0f': '%O',
  '\x1f': '%U',
  '\x1d': '%I',
  '\x16': '%R',
  '\x1e': '%S',
  '\x08': '%H',
  '%': '%%',
  $: '$$',
};

const asFormat = (literal: string): string =>
  literal.replace(/[\x02\x03\x08\x0f\x16\x1d-\x1f%$]/gu, (code) => CODES[code] ?? '');

/** The digits of a colour that a stripped theme puts before every text. */
function opening(rights: readonly string[]): string {
  const digits = /^\d\d/u.exec(rights[0] ?? '')?.[0] ?? '';
  return rights.length >= 5 && rights.every((right) => right.startsWith(digits)) ? digits : '';
}

const messageFormat = ({ before, after, rights }: Cut): string =>
  `${asFormat(before)}$1${asFormat(after)}$t${opening(rights)}$2`;

const fits = (cut: Cut, { left }: Line): boolean =>
  left.length > cut.before.length + cut.after.length && left.startsWith(cut.before) && left.endsWith(cut.after);

/** Codes, or the digits left of them, that a theme puts before who acts. */
const ACTS = /^(?<opening>(?:[\x02\x0f\x16\x1d\x1f]|\x03?\d\d)*)(?<nick>[^ \x00-\x1f]+)\x0f? /u;

/** A sign after which people that speak do things, as `signs ⇥ nick text`. */
function actionFormat(lines: readonly Line[], speakers: ReadonlySet<string>): string | undefined {
  const actors = new Map<string, { readonly nicks: Set<string>; readonly openings: Set<string> }>();
  for (const { left, right } of lines) {
    const { nick, opening = '' } = ACTS.exec(right)?.groups ?? {};
    if (/\p{L}/u.test(left) || !nick || !speakers.has(nick)) continue;
    const { nicks, openings } = actors.get(left) ?? { nicks: new Set(), openings: new Set() };
    actors.set(left, { nicks: nicks.add(nick), openings: openings.add(opening) });
  }
  const [best] = [...actors].sort((a, b) => b[1].nicks.size - a[1].nicks.size);
  if (!best || best[1].nicks.size < ENOUGH) return undefined;
  const [left, { openings }] = best;
  // several are the nicks' own colours
  const opening = openings.size === 1 ? [...openings].join('') : '';
  return `${asFormat(left)}$t${asFormat(opening)}$1 $2`;
}

/** What learning may take for known. */
export interface Known {
  readonly owner: string | undefined;
  /** Nicks that other lines name. */
  readonly nicks: ReadonlySet<string>;
}

/** Format strings for the texts of lines that no rule reads; none where too few different nicks show a pattern. */
export function learn(texts: readonly string[], known: Known): EventStrings {
  const lines = texts.flatMap((text): readonly Line[] => {
    const tab = text.indexOf('\t');
    return tab > 0 ? [{ left: text.slice(0, tab), right: text.slice(tab + 1) }] : [];
  });
  const [message] = collect(lines);
  if (!message || message.nicks.size < ENOUGH) {
    const action = actionFormat(lines, known.nicks);
    return action ? { 'Channel Action': action } : {};
  }
  const speakers = new Set([...known.nicks, ...message.nicks]);
  const rest = lines.filter((line) => !fits(message, line));
  const others = collect(rest);
  const own = others.find(({ nicks }) => nicks.size === 1 && known.owner !== undefined && nicks.has(known.owner));
  const loud = others.find(
    (cut) => cut !== own && [...cut.nicks].every((nick) => speakers.has(nick) && nick !== known.owner),
  );
  const action = actionFormat(rest, speakers);
  return {
    'Channel Message': messageFormat(message),
    ...(own ? { 'Your Message': messageFormat(own) } : {}),
    ...(loud ? { 'Channel Msg Hilight': messageFormat(loud) } : {}),
    ...(action ? { 'Channel Action': action } : {}),
  };
}
