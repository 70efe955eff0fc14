// One column of a text event, as a pattern: literals exact, arguments by the shape of what their names hold.
//
// Three ways to take a literal: *exact*; *lax*, whatever attributes (bold, hidden, reset) a theme strews in; as a *shape*, whatever
// words a translator put, with the colours, brackets and arguments around them.
import { verbatim } from '../../shared/verbatim.ts';
import type { Part } from './format-string.ts';
import { NICK_COLOURS } from './nick-colour.ts';

/** How arguments stand in a column of a raw or a stripped log. */
export interface Spelling {
  readonly raw: boolean;
  /** The nick may be preceded by the client's nick colour. */
  readonly coloured: boolean;
  /** Names of the arguments. */
  readonly names: readonly string[];
}

const WORD = String.raw`[^ \t\x00-\x1f]+`;

export const SHAPES: Readonly<Record<string, string>> = {
  // no nick has a colon: a theme has one behind it
  nick: String.raw`[^ \t\x00-\x1f]*[^ \t\x00-\x1f:]`,
  target: WORD,
  targets: String.raw`[^ \t\x00-\x1f][^\t\x00-\x1f]*`,
  to: WORD,
  setter: WORD,
  user: WORD,
  server: WORD,
  host: String.raw`[^ \t\x00-\x1f]*`,
  account: String.raw`[^ \t\x00-\x1f]*`,
  channel: String.raw`[#&+!][^ \t,\x07]*`,
  place: String.raw`[~&@%+]*[#&+!][^ \t,\x07]*`,
  sign: '[-+]',
  letters: String.raw`[^ \t\x00-\x1f#]+`,
  where: String.raw`[#&+!][^\t\x00-\x1f]*`,
  tag: '[!?=.:]{0,2}',
  prefix: '[~&@%+]*',
};

/** A nick among a translator's words, which may hold brackets: "ha espulso (kick) ana". A mask that is banned may hold some too. */
const NAME = String.raw`[^ \t\x00-\x1f()]+`;

const isKick = (names: readonly string[]): boolean => names.includes('target') && names.includes('channel');

/** The shapes of arguments where the words around them are a translator's. */
const shapesAmong = (names: readonly string[]): typeof SHAPES => ({
  ...SHAPES,
  nick: NAME,
  to: NAME,
  ...(isKick(names) ? { target: NAME } : {}),
});

const STATUS = '(?<prefix>[~&@%+]*)';
const ATTRIBUTE = String.raw`[\x02\x08\x0f\x16\x1d-\x1f]`;
const ATTRIBUTES = new RegExp(`${ATTRIBUTE}+`, 'gu');

/** Without the attributes (bold, hidden, reset …), which themes use as they please; colours stay. */
export function withoutAttributes(text: string): string {
  return text.replace(ATTRIBUTES, '');
}

/** How a literal is taken, and what may stand between the parts. */
interface Taking {
  readonly literal: (literal: string) => string;
  readonly gap: string;
  readonly shapes: typeof SHAPES;
}

const EXACT: Taking = { literal: verbatim, gap: '', shapes: SHAPES };

const isSome = (piece: string): boolean => piece !== '';

const LAX: Taking = {
  literal: (literal) => literal.split(ATTRIBUTES).filter(isSome).map(verbatim).join(`${ATTRIBUTE}*`),
  gap: `${ATTRIBUTE}*`,
  shapes: SHAPES,
};

/** A translator's words: no brackets, digits or codes. */
const WORDS = String.raw`[^\x00-\x1f()[\]\d]`;

/** One word of them may stand in brackets, "ha espulso (kick)", and no more: a long line is to be given up soon. */
const BRACKETED = String.raw`\(\p{L}+\)`;

/** Words before a channel's name that are no nick: prepositions, articles, "channel". */
const NO_NICK =
  '(?!(?:del?|d[aeiou]|des|dal|dall|dem|den|der|the|la|les?|el|il|von|vom|aus|van|uit|het|fr[aå]n?|na|z|ze|со?|из|на|a|az|chan|channel|kanal|kanału|kana[łl]u?|canal|canale|salon|канала|csatornáról) )';

/** Takes words as any words, with the blanks and colons around them; the first `greedy` runs as long as they can be. */
function shape(greedy: number, shapes: typeof SHAPES): Taking {
  let words = 0;
  const some = (count: string): string => {
    const lazy = count.endsWith('?') ? '?' : '';
    return `(?<words${words++}>${WORDS}${count}(?:${BRACKETED}${WORDS}*${lazy})?${lazy})`;
  };
  const run = (piece: string): string => {
    const before = piece.startsWith(' ') ? ' ' : '';
    const colon = /[:：] $/u.test(piece);
    const after = colon ? '[:：] ' : piece.endsWith(' ') ? ' ' : '';
    return `${before}${some(words < greedy ? '+' : '+?')}${after}`;
  };
  const literal = (text: string): string =>
    text
      .split(/([^\x00-\x1f()[\]\d]*\p{L}[^\x00-\x1f()[\]\d]*)/u)
      .map((piece) => {
        if (/\p{L}/u.test(piece)) return run(piece);
        return verbatim(piece).replace(/^([\x03\x0f]?) (?=(?:\x03?\d\d?)?\\\()/u, (_, code) => `${code}${some('*?')} `);
      })
      .join('');
  return { literal, gap: '', shapes };
}

function argument(name: string, spelling: Spelling, group: string, shapes: typeof SHAPES): string {
  const free = spelling.names.includes('text') || spelling.names.includes('reason') ? '.*' : '.*?';
  const bare = `(?<${group}>${shapes[name] ?? free})`;
  if (name !== 'nick' || !spelling.coloured) return bare;
  return spelling.raw ? String.raw`(?:\x03(?<colour>\d\d))?${bare}` : `(?<colour>${NICK_COLOURS.join('|')})?${bare}`;
}

/** The name of argument `$n`, as a group: its own where it has one. */
export function groupOf(number: number, names: readonly string[]): string {
  return names[number - 1] || `argument${number}`;
}

function sourceOf(parts: readonly Part[], spelling: Spelling, { literal, gap, shapes }: Taking): string {
  const seen = new Set<string>();
  const withPrefix = spelling.names.includes('prefix') && !parts.includes(3);
  const sources = parts.map((part) => {
    if (typeof part === 'string') return literal(part);
    const group = groupOf(part, spelling.names);
    if (seen.has(group)) return String.raw`\k<${group}>`;
    seen.add(group);
    const own = argument(group.startsWith('argument') ? '' : group, spelling, group, shapes);
    return group === 'nick' && withPrefix ? STATUS + own : own;
  });
  // Of two gaps side by side either could take what the other does, and a long run of attributes would be tried in all ways.
  return [gap, ...sources.filter(isSome).flatMap((source) => [source, gap])].join('');
}

/** A pattern for the whole column. */
export function patternOf(parts: readonly Part[], spelling: Spelling): RegExp {
  return new RegExp(`^${sourceOf(parts, spelling, EXACT)}$`, 'su');
}

/** A pattern for the whole column of a raw log, whatever attributes stand in it. */
export function laxPatternOf(parts: readonly Part[], spelling: Spelling): RegExp {
  return new RegExp(`^${sourceOf(parts, spelling, LAX)}$`, 'su');
}

/**
 * Patterns for the same event in another language; the words are in groups `words0`, `words1` … The first takes several targets,
 * the second words after the last argument, and one target where no code ends it.
 */
export function shapePatternsOf(parts: readonly Part[], spelling: Spelling): readonly RegExp[] {
  const { names } = spelling;
  const bare = parts.every((part, at) => names[Number(part) - 1] !== 'target' || !/\d$/u.test(String(parts[at - 1])));
  const kick = bare && isKick(names);
  const shapes = shapesAmong(names);
  const source = sourceOf(parts, spelling, shape(kick ? 1 : 0, shapes)).replace(
    '(?<target>',
    `${kick ? NO_NICK : ''}(?<target>`,
  );
  const patterns = [new RegExp(`^${source}$`, 'su')];
  const last = parts.at(-1);
  const isEnded = typeof last === 'string' && /^[\x00-\x1f]+$/u.test(last);
  if ((typeof last !== 'number' && !isEnded) || names.includes('text')) return patterns;
  // only a code tells where several targets end
  const single = isEnded
    ? spelling
    : { ...spelling, names: names.map((name) => (name === 'targets' ? 'target' : name)) };
  const before = sourceOf(parts, single, shape(0, shapes));
  const named = names.includes('targets') ? before.replace('(?<target>', '(?<targets>') : before;
  return [...patterns, new RegExp(`^${named}(?<after> ${WORDS}+)$`, 'su')];
}

/** All orders of some things. */
function orders<T>(things: readonly T[]): readonly (readonly T[])[] {
  if (things.length < 2) return [things];
  return things.flatMap((thing, at) => orders(things.toSpliced(at, 1)).map((rest) => [thing, ...rest]));
}

/**
 * Patterns for the same event where a translator put the arguments in another order: each keeps its colour, by which it is known,
 * or is a channel. Empty where that tells no more than the usual order. What stands in brackets at the end stays there.
 */
export function reorderedPatternsOf(parts: readonly Part[], spelling: Spelling): readonly RegExp[] {
  const shapes = shapesAmong(spelling.names);
  const bracket = parts.findIndex((part) => typeof part === 'string' && part.includes('('));
  const head = bracket === -1 ? parts : parts.slice(0, bracket);
  const told = head.flatMap((part, at) => {
    if (typeof part === 'string') return [];
    const group = groupOf(part, spelling.names);
    const colour = /(?:\x03)?\d\d$/u.exec(String(parts[at - 1] ?? ''))?.[0] ?? '';
    const sign = group === 'channel' ? '(?=[#&+!])' : '';
    const end = spelling.raw && colour !== '' ? String.raw`[\x03\x0f]` : String.raw`(?= |-\p{L}{1,4} |$)`;
    const word = shapes[group] === NAME ? NAME : WORD;
    return [{ colour, channel: group === 'channel', source: `${verbatim(colour)}${sign}(?<${group}>${word}?)${end}` }];
  });
  const distinct = new Set(told.map(({ colour, channel }) => (channel ? 'channel' : colour)));
  const [, closing = ''] = bracket === -1 ? [] : (/^.*?( \(.*)$/su.exec(String(parts[bracket])) ?? []);
  const people = told.filter(({ channel }) => !channel);
  // Who kicked the owner, without a colour: before the channel, any word may be it.
  const isAnyWord = people.length === 1 && people.length < told.length && people[0]?.colour === '';
  if (told.length < 2 || isAnyWord || (bracket !== -1 && closing === '')) return [];
  const tail = bracket === -1 ? '' : sourceOf([closing, ...parts.slice(bracket + 1)], spelling, EXACT);
  const known = distinct.size === told.length ? orders(told) : orders(told).filter((order) => keepsPeople(order, told));
  const words = (name: string, count: string): string => `(?<words${name}>${WORDS}${count})`;
  return known.slice(1).map((order) => {
    const sources = order.map(({ source }, at) => (at === 0 ? source : `${words(String(at), '+?')}${source}`));
    return new RegExp(`^${words('0', '*?')}${sources.join('')}${words('9', '*?')}${tail}$`, 'su');
  });
}

/** True where only the channel moves: who acted and who was acted on stay in order where no colour tells them apart. */
function keepsPeople<T extends { readonly channel: boolean }>(order: readonly T[], usual: readonly T[]): boolean {
  const people = usual.filter(({ channel }) => !channel);
  return order.filter(({ channel }) => !channel).every((one, at) => one === people[at]);
}
