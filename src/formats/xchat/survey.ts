// What a file's lines settle together: its themes, whether nicks are coloured, whose client wrote it, which channel it is.
//
// A line votes for each theme that reads it best: with the most literal characters, among readings that nothing speaks against. It
// decides where not all themes read it so. The first 2,000 deciding lines settle the file; later ones change nothing.
import type { FileFacts, RawLine, Survey } from '../../format.ts';
import { readEdited } from '../parts/stamped.ts';
import { open } from './envelope.ts';
import { learn } from './learn.ts';
import { foreignRules } from './languages.ts';
import { plainSurvey } from './plain.ts';
import { ranked, textReader, worthOf, type ReadText, type Reading } from './reader.ts';
import { RELEASES } from './event-strings.ts';
import type { Bytes } from './rules.ts';
import { CODES, readerFor } from './themed-reader.ts';
import { USUAL, wordsOf } from './variant.ts';

/** How many lines that tell themes apart settle a file. */
const DECIDING = 2000;

/** The share of lines with a tab that shows a client which indents: a blank is never its column break. */
const INDENTED = 0.9;

/** Fewer lines in another language than this share are chance. */
const FOREIGN = 0.05;

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
    if (line.is !== 'printed') return true;
    plain.see(line.text);
    const english = readEdited(read, line.text, worthOf);
    const isTold = english?.rule.sure === 'told' && english.trust > 0;
    const reading = isTold ? english : (readForeign(line.text) ?? english);
    if (reading) {
      tally.read++;
      if (line.text.includes('\t')) tally.indented++;
      count(tally, reading);
    }
    // a nick that can be none: colours of a theme's own before it
    const unlikely = reading?.trust === 0 && reading.rule.meaning?.said === true;
    if ((!reading || unlikely) && tally.unread.length < KEPT) tally.unread.push(line.text);
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
