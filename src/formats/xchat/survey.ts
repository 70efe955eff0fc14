// What a file's lines settle together: its themes, whether nicks are coloured, whose client wrote it, which channel it is.
//
// A line votes for each theme that reads it best: with the most literal characters, among readings that nothing speaks against. It
// decides where not all themes read it so. The first 2,000 deciding lines settle the file; later ones change nothing.
import type { FileFacts, RawLine, Survey } from '../../format.ts';
import { readEdited } from '../parts/stamped.ts';
import { open } from './envelope.ts';
import { learn } from './learn.ts';
import { foreignRules, rulesOfLanguage } from './languages.ts';
import { looseReading } from './loose.ts';
import { plainSurvey } from './plain.ts';
import { ranked, textReader, worthOf, type ReadText, type Reading } from './reader.ts';
import { RELEASES } from './event-strings.ts';
import { withoutAttributes } from './column.ts';
import { ownRules, releaseRules, type Bytes, type Theme } from './rules.ts';
import { USUAL, wordsOf, type Variant } from './variant.ts';

/** How many lines that tell themes apart settle a file. */
const DECIDING = 2000;

/** The share of lines with a tab that shows a client which indents: a blank is never its column break. */
const INDENTED = 0.9;

/** Fewer lines in another language than this share are chance. */
const FOREIGN = 0.05;

/** Beyond this, no server lets anybody write. */
const LONGEST = 1000;

/** How many unread texts, and how many nicks, learning needs at most. */
const KEPT = 2000;

type Votes = Map<string, number>;

function vote(votes: Votes, name: string | undefined): void {
  if (name) votes.set(name, (votes.get(name) ?? 0) + 1);
}

/** The names with votes, the most first; of equals, the first that was named. */
function elected(votes: Votes): readonly string[] {
  return [...votes].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

const CODES = /[\x00-\x08\x0b-\x1f]/u;
const EACH_CODE = new RegExp(CODES, 'gu');

/**
 * Reads a raw or a stripped text, whichever it is, by the rules that this order of themes gives; without themes, by the rules that
 * say most. A raw text that no rule knows is tried again without regard to its attributes, then by its words alone.
 */
export function readerFor(
  facts: Pick<FileFacts, 'events'>,
  { themes, translated, language }: Pick<Variant, 'themes' | 'translated' | 'language'>,
): ReadText {
  const readers = new Map<Bytes, ReadText>();
  const by = (bytes: Bytes): ReadText => {
    const known = readers.get(bytes);
    if (known) return known;
    const all = [
      ...(facts.events ? ownRules(facts.events, bytes) : []),
      ...releaseRules(bytes),
      ...(bytes === 'lax' ? [] : rulesOfLanguage(bytes, language)),
    ];
    const rules = translated ? all : all.filter(({ sure }) => sure !== 'shape');
    const order: readonly Theme[] = themes.length > 0 ? ['own', ...themes] : [];
    const reader = textReader(ranked(rules, order), bytes === 'lax' ? withoutAttributes : undefined);
    readers.set(bytes, reader);
    return reader;
  };
  const classic = themes[0]?.startsWith('classic') === true;
  const readRaw = (text: string): Reading | undefined => {
    const reading = by('raw')(text);
    const other = reading === undefined || (classic && isBareNote(reading) && STAR.test(text));
    return other ? (by('lax')(text) ?? reading) : reading;
  };
  const readBytes = (text: string): Reading | undefined => {
    if (!CODES.test(text)) return by('stripped')(text);
    const reading = readRaw(text);
    const worth = reading === undefined ? -1 : worthOf(reading);
    // In a line that has all its codes, those of colours come first.
    if (worth === 3 || text.length > LONGEST || /^[^\t]*\x03/u.test(text)) return reading;
    const partly = readPartly(by('stripped'), text);
    return partly !== undefined && worthOf(partly) > worth ? partly : reading;
  };
  return (text) => {
    const reading = readBytes(text);
    return reading === undefined || isBareNote(reading) ? (looseReading(text) ?? reading) : reading;
  };
}

/**
 * Reads a text from which something took out the codes of colours, and not all others. What was said keeps its own; all else is read
 * without any.
 */
function readPartly(readStripped: ReadText, text: string): Reading | undefined {
  const [, left = '', right = text] = /^([^\t]*\t)(.*)$/su.exec(text) ?? [];
  const without = (part: string): string => part.replace(EACH_CODE, '');
  const read = (partly: string): Reading | undefined => {
    const reading = readStripped(partly);
    return reading !== undefined && isBareNote(reading) ? undefined : reading;
  };
  const coded = read(without(left) + right);
  if (coded?.rule.sure === 'told' && coded.rule.meaning?.said) return coded;
  const bare = read(without(text));
  return bare === undefined || (coded !== undefined && worthOf(bare) < worthOf(coded)) ? coded : bare;
}

/** A star of any colour, behind which the classic theme tells only what somebody does. */
const STAR = /^[\d\x00-\x1f]*\*[\d\x00-\x08\x0a-\x1f]*\t/u;

/** Words after a known sign that no release has there. */
const isBareNote = ({ rule }: Reading): boolean => rule.meaning === undefined && rule.sure === 'open';

const foreignReaders = new Map<Bytes, ReadText>();

/** Reads a sentence of any language but English; undefined where none has it. */
function readForeign(text: string): Reading | undefined {
  const bytes = CODES.test(text) ? 'raw' : 'stripped';
  const read = foreignReaders.get(bytes) ?? textReader(ranked(foreignRules(bytes), []));
  foreignReaders.set(bytes, read);
  const reading = read(text);
  return reading?.rule.languages ? reading : undefined;
}

/** Events that name the channel of the tab they are printed in. */
const IN_CHANNEL = new Set([
  'You Join',
  'Join',
  'Part',
  'Part with Reason',
  'Kick',
  'You Part',
  'You Part with Reason',
  'You Kicked',
  'Topic',
  'Topic Creation',
  'Channel Modes',
  'Channel Creation',
]);

/** Events whose shape no other has. */
const SHAPELY = new Set(['Join', 'Part', 'Part with Reason', 'You Join']);

interface Tally {
  readonly themes: Votes;
  readonly owners: Votes;
  readonly channels: Votes;
  readonly languages: Votes;
  coloured: number;
  indented: number;
  /** Comings and goings in English, and in other languages. */
  english: number;
  foreign: number;
  read: number;
  uncoloured: number;
  deciding: number;
  /** Texts that no rule reads. */
  readonly unread: string[];
  readonly nicks: Set<string>;
}

function count(tally: Tally, { rule, captured, trust }: Reading): void {
  if (captured['nick'] && trust > 0 && tally.nicks.size < KEPT) tally.nicks.add(captured['nick']);
  if (
    trust > 0 &&
    rule.themes.length > 0 &&
    rule.sure !== 'open' &&
    (rule.sure !== 'shape' || SHAPELY.has(rule.event)) &&
    rule.themes.length < RELEASES.length
  ) {
    tally.deciding++;
    for (const theme of rule.themes) vote(tally.themes, theme);
  }
  if (SHAPELY.has(rule.event)) tally[rule.sure === 'shape' || rule.languages ? 'foreign' : 'english']++;
  for (const language of rule.languages ?? []) vote(tally.languages, language);
  if (IN_CHANNEL.has(rule.event)) vote(tally.channels, captured['channel']);
  if (rule.event === 'Channel Message') tally[captured['colour'] === undefined ? 'uncoloured' : 'coloured']++;
  if (rule.event === 'Your Message' || rule.event === 'Your Action') vote(tally.owners, captured['nick']);
  if (rule.event === 'Your Nick Changing') vote(tally.owners, captured['to']);
}

/** What the lines of a file say, beside the path. */
export interface Findings {
  readonly see: Survey['see'];
  readonly facts: () => Pick<FileFacts, 'variant' | 'owner' | 'elected' | 'events'>;
  /** The channel that the lines name most often as their own. */
  readonly channel: () => string | undefined;
}

/** Looks at lines until 2,000 of them have told themes apart. */
export function findings(given: FileFacts): Findings {
  const read = readerFor(given, { themes: [], translated: true });
  const tally: Tally = {
    themes: new Map(),
    owners: new Map(),
    channels: new Map(),
    languages: new Map(),
    coloured: 0,
    indented: 0,
    english: 0,
    foreign: 0,
    read: 0,
    uncoloured: 0,
    deciding: 0,
    unread: [],
    nicks: new Set(),
  };
  const plain = plainSurvey(given);
  const see = ({ text }: Pick<RawLine, 'text'>): boolean => {
    if (tally.deciding >= DECIDING) return false;
    const line = open(text);
    if (line.is === 'printed') plain.see(line.text);
    const english = line.is === 'printed' ? readEdited(read, line.text, worthOf) : undefined;
    const isTold = english?.rule.sure === 'told' && english.trust > 0;
    const reading = isTold || line.is !== 'printed' ? english : (readForeign(line.text) ?? english);
    if (reading && line.is === 'printed') {
      tally.read++;
      if (line.text.includes('\t')) tally.indented++;
      count(tally, reading);
    }
    // a nick that can be none: colours of a theme's own before it
    const unlikely = reading?.trust === 0 && reading.rule.meaning?.said === true;
    if (line.is === 'printed' && (!reading || unlikely) && tally.unread.length < KEPT) tally.unread.push(line.text);
    return tally.deciding < DECIDING;
  };
  return { see, facts: () => plain.facts() ?? settled(given, tally), channel: () => elected(tally.channels)[0] };
}

/** The same as a survey: what is given is not looked for. */
export function survey(given: FileFacts): Survey {
  const { see, facts } = findings(given);
  return { see, facts: () => ({ ...facts(), ...given }) };
}

function settled(given: FileFacts, tally: Tally): Pick<FileFacts, 'variant' | 'owner' | 'elected' | 'events'> {
  const voted = elected(tally.themes);
  const themes = USUAL.filter((name) => voted.includes(name)).sort(
    (a, b) => (tally.themes.get(b) ?? 0) - (tally.themes.get(a) ?? 0),
  );
  const variant = wordsOf({
    themes,
    coloured: tally.coloured > tally.uncoloured,
    indented: tally.indented > INDENTED * tally.read,
    translated: tally.foreign > FOREIGN * tally.english,
    language: elected(tally.languages)[0],
  });
  const owner = given.owner ?? elected(tally.owners)[0];
  const learnt = given.events ? {} : learn(tally.unread, { owner, nicks: tally.nicks });
  return {
    ...(variant ? { variant } : {}),
    ...(owner ? { owner } : {}),
    ...(owner && given.owner === undefined ? { elected: true } : {}),
    ...(Object.keys(learnt).length > 0 ? { events: learnt } : {}),
  };
}
