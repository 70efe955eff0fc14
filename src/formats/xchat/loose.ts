// Lines of a theme that no release has: known by the words of the releases, after any first column and among any colours.
//
//   25»19»⇥19Now talking on #c                                   (stripped)
//   26«18-11-31-⇥26alice (~a@host26) has Quit (Ping timeout26)
//   \x0328<\x0312alice\x0328>\x0f⇥hi                              (raw)
//
// In a raw log all codes are taken out first. In a stripped one their digits may stand before each argument; after one they are taken
// for a colour only where the column began with the same: themes close with the colour that they opened with.
import type { Captures } from '../../format.ts';
import { once } from '../../shared/once.ts';
import { verbatim } from '../../shared/verbatim.ts';
import { groupOf } from './column.ts';
import { EVENT_STRINGS } from './event-strings.ts';
import { columnsOf, partsOf, plain, type Part } from './format-string.ts';
import { MEANINGS, NOTE_ARGUMENTS } from './meanings.ts';
import type { Reading } from './reader.ts';
import type { Sentence } from './rules.ts';
import { rounded, WORDINGS } from './wordings.ts';

const NICK = String.raw`[^ \t\d\x00-\x1f()][^ \t\x00-\x1f]*?`;

const SHAPES: Readonly<Record<string, string>> = {
  nick: NICK,
  target: NICK,
  targets: String.raw`[^ \t\d\x00-\x1f][^\t\x00-\x1f]*?`,
  to: NICK,
  host: String.raw`[^ \t\x00-\x1f]*?`,
  channel: String.raw`[#&+!][^ \t,\x07]*?`,
  where: String.raw`[#&+!][^\t\x00-\x1f]*?`,
  sign: '[-+]',
  letters: '[A-Za-z]+',
};

const escape = (text: string): string => verbatim(text).replace(/ +/gu, ' +');

/** Lets brackets have the digits of a colour of their own, at both ends or at the first: ` 14(~a@host14)`. */
function coloured(sources: readonly string[]): readonly string[] {
  let brackets = 0;
  return sources.map((source) =>
    source.replace(/\\\)| \+\\\(/gu, (found) => {
      if (found !== String.raw`\)`) return String.raw` +(?<bracket${++brackets}>\d\d)?\(`;
      return brackets > 0 ? String.raw`(?:\k<bracket${brackets}>)?\)` : found;
    }),
  );
}

interface Wording {
  readonly rule: Sentence;
  readonly weight: number;
  readonly needle: string;
  /** Made when a text has the needle: few of the wordings are ever asked. */
  readonly plain: () => RegExp;
  readonly digits: () => RegExp;
}

function patternOf(parts: readonly Part[], names: readonly string[], digits: boolean): RegExp {
  const before = digits ? String.raw`(?:\d\d?)?` : '';
  const after = digits ? String.raw`(?:\k<theme>)?` : '';
  const sources = parts.map((part) => {
    if (typeof part === 'string') return escape(part);
    const name = groupOf(part, names);
    const free = name === 'reason' || name === 'text';
    return `${free ? after : before}(?<${name}>${SHAPES[name] ?? '.*?'})${after}`;
  });
  const opened = digits ? String.raw`(?<theme>\d\d?)?` : '';
  return new RegExp(`^ *${opened}${(digits ? coloured(sources) : sources).join('')}${after}$`, 'isu');
}

function wordingOf(event: string, parts: readonly Part[]): Wording | undefined {
  const meaning = MEANINGS[event];
  const names = meaning?.arguments ?? NOTE_ARGUMENTS[event];
  const literals = parts.filter((part): part is string => typeof part === 'string');
  const needle = (literals.join(' ').match(/\p{L}{3,}/gu) ?? []).reduce((a, b) => (b.length > a.length ? b : a), '');
  if (!names || meaning?.said || needle === '') return undefined;
  const rule: Sentence = {
    event,
    themes: [],
    meaning,
    names,
    plain: parts,
    sure: 'told',
    twin: false,
  };
  return {
    rule,
    weight: literals.join('').length,
    needle: needle.toLowerCase(),
    plain: once(() => patternOf(parts, names, false)),
    digits: once(() => patternOf(parts, names, true)),
  };
}

const wordings = once((): readonly Wording[] => {
  const strings = Object.entries(EVENT_STRINGS).flatMap(([event, releases]) =>
    Object.values(releases).map((format) => [event, format] as const),
  );
  const distinct = new Map<string, Wording>();
  for (const [event, format] of [...strings, ...WORDINGS]) {
    const [, parts] = columnsOf(plain(partsOf(format)));
    const wording = wordingOf(event, parts);
    if (wording) distinct.set(`${event} ${parts.join('$')}`, wording);
  }
  return [...distinct.values()].sort((a, b) => b.weight - a.weight);
});

const CODES = /\x03(?:\d{1,2}(?:,\d{1,2})?)?|[\x00-\x08\x0b-\x1f]/gu;
const CODED = /[\x00-\x08\x0b-\x1f]/u;

/** First columns of events: a few signs, colours, hardly a word. */
const SIGNS = /^[^\p{L}]{0,24}$/u;
const ANGLES = /^<(?<prefix>[~&@%+]*)(?<nick>[^ \t<>]+)>$/u;

/** Beyond this, no client writes: an event is built in a buffer of 4,096 bytes. */
const LONGEST = 4096;

const eventAfter = (right: string, coded: boolean): Reading | undefined =>
  eventIn(right, coded) ?? eventIn(rounded(right), coded);

function eventIn(right: string, coded: boolean): Reading | undefined {
  const lower = right.toLowerCase();
  for (const { rule, needle, plain: exact, digits } of wordings()) {
    if (!lower.includes(needle)) continue;
    const captured: Captures | undefined = (coded ? exact() : digits()).exec(right)?.groups;
    if (captured) return { rule, captured, trust: 1 };
  }
  return undefined;
}

function saidBy(left: string, right: string): Reading | undefined {
  const captured = ANGLES.exec(left)?.groups;
  const text = right.replace(/^(?:\x0f|\x03(?!\d))+/u, '');
  return captured ? { rule: MESSAGE, captured: { ...captured, text }, trust: 1 } : undefined;
}

const MESSAGE: Sentence = {
  event: 'Channel Message',
  themes: [],
  meaning: MEANINGS['Channel Message'],
  names: ['nick', 'text'],
  plain: [2],
  sure: 'told',
  twin: false,
};

/** A reading by words alone, for a text that no rule of a theme knows. */
export function looseReading(text: string): Reading | undefined {
  if (text.length > LONGEST) return undefined;
  const coded = CODED.test(text);
  const clean = (column: string): string => (coded ? column.replace(CODES, '') : column);
  const tab = text.indexOf('\t');
  const at = tab === -1 ? text.indexOf(' ') : tab;
  if (at === -1) return undefined;
  const left = clean(text.slice(0, at)).trim();
  const right = text.slice(at + 1);
  return saidBy(left, right) ?? (tab !== -1 && SIGNS.test(left) ? eventAfter(clean(right), coded) : undefined);
}
