// Learns the signs after which a theme tells what somebody does: people that speak stand behind them.
//
//   18•⇥alice waves      18•⇥marta nods      20•⇥nils 30smiles     ->   Channel Action = 18•⇥$1 $2     Your Action = 20•⇥$1 30$2
import { ENOUGH, type Line } from './cuts.ts';
import { asFormat } from './format-string.ts';
import type { EventStrings } from './rules.ts';

/** Codes, or the digits left of them, that a theme puts before who acts, and the codes behind. */
const ACT =
  /^(?<opening>(?:[\x02\x0f\x16\x1d\x1f]|\x03?\d\d)*)(?<nick>[^ \x00-\x1f]+)(?<closing>[\x02\x0f\x16\x1d\x1f]*) (?<text>.*)$/su;

/** Nobody does a host: somebody came or went. */
const HOSTED = /^(?:\x03?\d\d)?[([]\S+@\S+[)\]]/u;

/** What is done behind one sign. */
interface Acts {
  readonly left: string;
  readonly nicks: Set<string>;
  readonly openings: Set<string>;
  readonly closings: Set<string>;
  readonly texts: string[];
  /** Somebody with a host stands behind it, too: what happens does. */
  hosted: boolean;
}

function bySign(lines: readonly Line[]): readonly Acts[] {
  const signs = new Map<string, Acts>();
  for (const { left, right } of lines) {
    const { nick = '', opening = '', closing = '', text = '' } = ACT.exec(right)?.groups ?? {};
    if (/\p{L}/u.test(left) || nick === '') continue;
    const acts = signs.get(left) ?? {
      left,
      nicks: new Set(),
      openings: new Set(),
      closings: new Set(),
      texts: [],
      hosted: false,
    };
    signs.set(left, acts);
    if (HOSTED.test(text)) {
      acts.hosted = true;
      continue;
    }
    acts.nicks.add(nick);
    acts.openings.add(opening);
    acts.closings.add(closing);
    acts.texts.push(text);
  }
  return [...signs.values()];
}

/** What all of some pieces are; nothing where they differ, as nicks' own colours do. */
const common = (pieces: ReadonlySet<string>): string => (pieces.size === 1 ? [...pieces].join('') : '');

/** A colour that all texts begin with. */
function colourOf(texts: readonly string[]): string {
  const colours = new Set(texts.map((text) => /^\x03?\d\d/u.exec(text)?.[0] ?? ''));
  const colour = common(colours);
  return colour.startsWith('\x03') || texts.length >= ENOUGH ? colour : '';
}

const formatOf = ({ left, openings, closings, texts }: Acts): string =>
  `${asFormat(left)}$t${asFormat(common(openings))}$1${asFormat(common(closings))} ${asFormat(colourOf(texts))}$2`;

/** Comings and goings all have the same word behind the nick; what people do varies. */
const varies = ({ texts }: Acts): boolean => new Set(texts.map((text) => text.split(' ', 1)[0])).size > 1;

/** A sign without colours and codes. */
const bones = ({ left }: Acts): string => left.replace(/[\d\x00-\x1f]/gu, '');

/** Format strings of actions: the sign behind which most people that speak stand, and the same in other colours. */
export function acts(lines: readonly Line[], speakers: ReadonlySet<string>): EventStrings {
  const signs = bySign(lines);
  const speaking = ({ nicks }: Acts): number => [...nicks].filter((nick) => speakers.has(nick)).length;
  const [best] = signs
    .filter((acts) => varies(acts) && speaking(acts) >= ENOUGH)
    .sort((a, b) => Number(a.hosted) - Number(b.hosted) || speaking(b) - speaking(a));
  if (!best) return {};
  const alike = signs.filter((acts) => acts !== best && bones(acts) === bones(best));
  const own = alike.find(({ nicks }) => [...nicks].every((nick) => !speakers.has(nick)));
  const loud = alike.find((acts) => acts !== own);
  return {
    'Channel Action': formatOf(best),
    ...(own ? { 'Your Action': formatOf(own) } : {}),
    ...(loud ? { 'Channel Action Hilight': formatOf(loud) } : {}),
  };
}
