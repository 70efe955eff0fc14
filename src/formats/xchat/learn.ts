// Learns how a file's own theme shows who speaks, from lines that no release's theme explains.
//
//   28.:1924alice28:.⇥hi      28.:1922marta28:.⇥hello      ->   Channel Message = 28.:19$1⇥$2    (24 and 22: the nicks' colours)
//   14[@18alice14]⇥hi         14[18marta14]⇥hello          ->   Channel Message = 14[$318$1⇥$2
//
// Most lines of a channel are messages, and in a message's first column only the nick varies. So: each first column is cut in every
// way into signs, a nick, signs; the cut under which most different nicks appear is the theme's. What has the same signs in other
// colours is the owner's (nicks that speak no other way) or a highlight. Actions are a sign, then a nick that speaks (acting.ts).
// The result is format strings, as if the owner had given them.
import { acts } from './acting.ts';
import { collect, cutsOf, ENOUGH, type Cut, type Line } from './cuts.ts';
import { asFormat } from './format-string.ts';
import type { EventStrings } from './rules.ts';

/** Signs, codes and colours before a text. */
const OPENING =
  /^(?:\x03?\d\d|[\x02\x0f\x16\x1d\x1f])*(?:[^\p{L}\p{N}\s\x00-\x1f]{1,2}(?:\x03|[\x02\x0f\x16\x1d\x1f])* )?/u;

/** What a theme puts before every text: the digits of a colour, a sign; of few texts, what it puts before others. */
function opening(rights: readonly string[], usual = ''): string {
  const [before = ''] = rights.length >= ENOUGH ? (OPENING.exec(rights[0] ?? '') ?? []) : [usual];
  return rights.every((right) => right.startsWith(before)) ? before : '';
}

/** What stands around a nick, with the theme's place for what the nick is in the channel: `[$3`, `]`. */
interface Frame {
  readonly before: string;
  readonly after: string;
}

const messageFormat = ({ before, after }: Frame, text: string): string => `${before}$1${after}$t${asFormat(text)}$2`;

/** What a nick is in the channel, as a theme may show it. */
const STATUS = /[~&@%+]+/u;

const withoutStatus = (signs: string): string => signs.replace(STATUS, '');

const fits = (cut: Cut, { left }: Line): boolean =>
  cutsOf(left).some(([before, , after]) => before === cut.before && after === cut.after);

/** Where a theme puts `@` and `+`, by the lines that have one; what all have is the theme's own sign. */
function frameOf({ before, after }: Cut, lines: readonly Line[]): Frame {
  const places = new Map<string, { readonly signed: Frame; readonly place: Frame; count: number }>();
  const place = (signs: string): string => signs.split(STATUS).map(asFormat).join('$3');
  let plain = 0;
  for (const [first, , last] of lines.flatMap(({ left }) => cutsOf(left))) {
    if (withoutStatus(first) !== before || withoutStatus(last) !== after) continue;
    if (first === before && last === after) plain++;
    const key = `${first}\n${last}`.replace(STATUS, '@');
    const seen = places.get(key) ?? {
      signed: { before: asFormat(first), after: asFormat(last) },
      place: { before: place(first), after: place(last) },
      count: 0,
    };
    seen.count += first === before && last === after ? 0 : 1;
    places.set(key, seen);
  }
  const [most] = [...places.values()].sort((a, b) => b.count - a.count);
  if (!most || most.count === 0) return { before: asFormat(before), after: asFormat(after) };
  return plain === 0 ? most.signed : most.place;
}

/** The signs of a cut without colours and codes. */
const bones = ({ before, after }: Cut): string => `${before}\n${after}`.replace(/[\d\x00-\x09\x0b-\x1f~&@%+]/gu, '');

/** What learning may take for known. */
export interface Known {
  readonly owner: string | undefined;
  /** Nicks that other lines name. */
  readonly nicks: ReadonlySet<string>;
}

const SIGN = /[^\p{L}\p{N}\s\x00-\x1f]/u;

/** True where enough nicks stand in it, and signs beside them or before the texts, or else other lines name them. */
const isSpoken = ({ before, after, nicks, rights }: Cut, named: ReadonlySet<string>): boolean =>
  nicks.size >= ENOUGH &&
  (SIGN.test(before + after + opening(rights)) || [...nicks].filter((nick) => named.has(nick)).length >= ENOUGH);

/** Signs that a nick may begin or end with, too. */
const OF_NICKS = /^[-_[\]\\`^{}|]+$/u;

/** How the most nicks speak; not beside a sign of nicks (`alice_`) where more stand without, nor between two where most do. */
function spoken(cuts: readonly Cut[], named: ReadonlySet<string>): Cut | undefined {
  const plain = cuts.find(({ before, after }) => before + after === '')?.nicks.size ?? 0;
  const stands = ({ before, after, nicks }: Cut): boolean =>
    !OF_NICKS.test(before + after) || nicks.size * (before !== '' && after !== '' ? 2 : 1) >= plain;
  return cuts.find((cut) => isSpoken(cut, named) && stands(cut));
}

/** Format strings for the texts of lines that no rule reads; none where too few different nicks show a pattern. */
export function learn(texts: readonly string[], { owner, nicks: named }: Known): EventStrings {
  const lines = texts.flatMap((text): readonly Line[] => {
    const tab = text.indexOf('\t');
    return tab > 0 ? [{ left: text.slice(0, tab), right: text.slice(tab + 1) }] : [];
  });
  const bare = lines.map((line) => ({ ...line, left: withoutStatus(line.left) }));
  const message = spoken(collect(bare), named);
  if (!message) return acts(lines, named);
  const speakers = new Set([...named, ...message.nicks]);
  const rest = bare.filter((line) => !fits(message, line));
  const isAlike = (cut: Cut): boolean => bones(cut) === bones(message);
  const isOwners = (cut: Cut): boolean =>
    owner === undefined
      ? isAlike(cut) && cut.rights.length >= ENOUGH && [...cut.nicks].every((nick) => !message.nicks.has(nick))
      : cut.nicks.size === 1 && cut.nicks.has(owner);
  const own = collect(rest).find(isOwners);
  const loud = collect(rest.filter((line) => !own || !fits(own, line))).find(
    (cut) => isAlike(cut) || [...cut.nicks].every((nick) => speakers.has(nick) && nick !== owner),
  );
  const usual = opening(message.rights);
  const formatOf = (cut: Cut): string => messageFormat(frameOf(cut, lines), opening(cut.rights, usual));
  return {
    'Channel Message': formatOf(message),
    ...(own ? { 'Your Message': formatOf(own) } : {}),
    ...(loud ? { 'Channel Msg Hilight': formatOf(loud) } : {}),
    ...acts(rest, speakers),
  };
}
