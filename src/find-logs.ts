// The files of an archive that may be logs, and what settings say of each before it is read.
import { accessSync, constants, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Candidate, FileFacts, Formats, Survey } from './format.ts';
import { withoutHole } from './hole-name.ts';
import { codeOf, Mistake, refusalOf } from './mistake.ts';
import { readLines, readSample, type FileSample } from './read.ts';
import { recognise, type Recognition } from './recognise.ts';
import { SETTINGS_FILE, type LogSettings, type Settings } from './settings.ts';
import { copyWithout } from './shared/copy.ts';
import { clientPath } from './shared/log-name.ts';

/** What was not looked at, and why: a link that leads out of the archive, a folder that cannot be read. */
export interface Refused {
  readonly path: string;
  /** A noun phrase. */
  readonly reason: string;
  /** There may be logs behind it, for who may read them. */
  readonly barred?: true;
}

/** Paths relative to the archive folder, with `/`, in the order of their code units. */
export interface FoundFiles {
  readonly paths: readonly string[];
  readonly refused: readonly Refused[];
}

/** A `!` at the start of a name is a channel's, not the denial of the glob. */
const LITERAL = { nonegate: true };

/** True for a glob that the walk through logs/ does not reach. */
const beside = (glob: string): boolean => glob !== 'logs' && !glob.startsWith('logs/');

/**
 * Every file under logs/, and under the folders that the settings' globs name beside it. Hidden files are none. Links to
 * what lies in the archive are passed over (it is found where it lies), links out of it are refused: an archive is one folder.
 * Settings are never logs.
 */
export function findLogs(folder: string, settings: Settings): FoundFiles {
  const paths = new Set<string>();
  const refused = new Map<string, Omit<Refused, 'path'>>();
  const root = realpathSync(folder);
  const refuse = (path: string, reason: string): void => void refused.set(path, { reason });
  /** Barred: nothing is remembered of it, so that it is looked at as soon as it can be read. */
  const bar = (path: string, kind: 'file' | 'folder', error: unknown): void =>
    void refused.set(path, { reason: `a ${kind} that cannot be read (${refusalOf(error)})`, barred: true });

  const link = (path: string): void => {
    try {
      const real = realpathSync(join(root, path));
      if (!`${real}${sep}`.startsWith(`${root}${sep}`)) refuse(path, 'a link out of the archive folder');
    } catch {
      refuse(path, 'a link to nothing');
    }
  };

  const add = (path: string): void => {
    // Whatever a glob says: it names who is not to be named.
    if (path === SETTINGS_FILE) return;
    try {
      accessSync(join(root, path), constants.R_OK);
      paths.add(path);
    } catch (error) {
      bar(path, 'file', error);
    }
  };

  const walk = (path: string): void => {
    let entries;
    try {
      entries = readdirSync(join(root, path), { withFileTypes: true });
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOTDIR') throw new Mistake(`${join(root, path)} is a file: logs go into a folder of that name.`);
      if (code !== 'ENOENT') bar(path, 'folder', error);
      return;
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      // Names that are no UTF-8 come with a sign in the place of what is not, and no file has that name.
      if (entry.name.includes('\ufffd') && !existsSync(join(root, inner)))
        refuse(inner, 'a name that is not UTF-8: rename it');
      else if (entry.isSymbolicLink()) link(inner);
      else if (entry.isDirectory()) walk(inner);
      else if (entry.isFile()) add(inner);
      else refuse(inner, 'neither a file nor a folder');
    }
  };

  walk('logs');
  const globs = settings.channels.flatMap(({ logs = [] }) => logs.map(({ path }) => path)).filter(beside);
  for (const glob of globs) {
    const { base } = picomatch.scan(glob, LITERAL);
    const start = base === '.' ? '' : base;
    const stat = statSync(join(root, start), { throwIfNoEntry: false });
    const isWanted = picomatch(glob, LITERAL);
    const before = new Set(paths);
    if (stat?.isFile()) add(start);
    else if (stat?.isDirectory()) walk(start);
    for (const path of paths) if (!before.has(path) && !isWanted(path)) paths.delete(path);
  }
  return {
    paths: [...paths].sort(),
    refused: [...refused]
      .map(([path, why]) => ({ path, ...why }))
      .sort((one, other) => (one.path < other.path ? -1 : 1)),
  };
}

/** The entry of settings that names a file: the first whose glob matches, of the first such channel. */
export interface Entry {
  /** 0-based, of `channels`. */
  readonly channel: number;
  readonly log: LogSettings;
}

/** For any path, the entries of settings that name it, one a channel at most. */
export function entriesFor(settings: Settings): (path: string) => readonly Entry[] {
  const entries = settings.channels.map(({ logs = [] }, channel) =>
    logs.map((log) => ({ channel, log, matches: picomatch(log.path, LITERAL) })),
  );
  return (path) =>
    entries.flatMap((own) => {
      const entry = own.find(({ matches }) => matches(path));
      return entry ? [{ channel: entry.channel, log: entry.log }] : [];
    });
}

/** The format strings of a client's `pevents.conf`: `event_name=` and `event_text=` in turn. */
function eventStrings(text: string): Readonly<Record<string, string>> {
  const pairs = text.matchAll(/^event_name=(.*)\r?\n+event_text=(.*)$/gm);
  return Object.fromEntries([...pairs].map(([, name = '', format = '']) => [name.trim(), format.replace(/\r$/, '')]));
}

/** The text of a file that settings name; a Mistake where it cannot be read. */
function eventsText(folder: string, path: string): string {
  try {
    return readFileSync(join(folder, path), 'utf8');
  } catch (cause) {
    throw new Mistake(`${path}, which settings name for its events, cannot be read: ${refusalOf(cause)}.`, { cause });
  }
}

/** What settings say of a file. */
export function givenFacts(folder: string, log: LogSettings | undefined): FileFacts {
  const { stamp, owner, events } = log ?? {};
  return {
    ...(stamp === undefined ? {} : { stamp }),
    ...(owner === undefined ? {} : { owner }),
    ...(events === undefined ? {} : { events: eventStrings(eventsText(folder, events)) }),
  };
}

/**
 * What a file is, from its first lines, and what its format settles of it from as many as that takes; `like` is what a file
 * whose path differs in numbers only is, `before` what it was itself when it had fewer lines.
 */
export async function examine(
  folder: string,
  path: string,
  log: LogSettings | undefined,
  formats: Formats,
  like?: Recognition,
  before?: Recognition,
): Promise<Recognition> {
  const file = join(folder, path);
  const sample = await readSample(file);
  const { lines, whole, notText, damage } = sample;
  if (notText !== undefined) return { is: 'none', reason: notText };
  const given = givenFacts(folder, log);
  const found = recognise(
    { path: clientPath(withoutHole(path)), lines, given },
    await formats.all(),
    log?.format,
    like,
    before,
  );
  // What little was read of it does not show what it is.
  if (damage !== undefined && (lines.length === 0 || found.is === 'none'))
    return { is: 'none', reason: `a file that cannot be read: ${damage}`, why: 'damaged' };
  const settle = async (claim: Candidate): Promise<Candidate> => ({
    ...claim,
    facts: (await settled(file, claim, given, formats, sample)).facts,
  });
  if (found.is === 'unsure') return { ...found, candidates: await Promise.all(found.candidates.map(settle)) };
  if (found.is !== 'log') return found;
  const { facts, all } = await settled(file, found, given, formats, sample);
  if (whole || damage !== undefined) return { ...found, facts };
  return { ...found, facts, ...(all ? { settled: true } : { opening: found.facts }) };
}

/** What a log that has grown is, whose first lines had told what they tell: `examine` would say the same of it now. */
export async function examineFurther(
  folder: string,
  path: string,
  log: LogSettings | undefined,
  formats: Formats,
  before: Opened,
): Promise<Recognition> {
  const claim = { format: before.format, facts: before.opening };
  const { facts, all } = await settled(join(folder, path), claim, givenFacts(folder, log), formats);
  return all ? { ...copyWithout(before, 'opening'), facts, settled: true } : { ...before, facts };
}

/** A log that further lines may settle more of. */
export type Opened = Extract<Recognition, { readonly is: 'log' }> & { readonly opening: FileFacts };

/** What a format settles of a file, and whether that is all: no further lines change it. */
async function settled(
  file: string,
  claim: Pick<Candidate, 'format' | 'facts'>,
  given: FileFacts,
  formats: Formats,
  sample?: FileSample,
): Promise<{ readonly facts: FileFacts; readonly all: boolean }> {
  const facts = { ...claim.facts, ...given };
  const survey = (await formats.named(claim.format))?.survey?.(facts);
  if (!survey) return { facts, all: true };
  const all = await seen(file, survey, sample);
  return { facts: { ...survey.facts(), ...given }, all };
}

/** So many characters a survey looks at: what 60,000 lines do not tell, later ones hardly do, and each build would read them all. */
const FAR = 4_194_304;

/** Shows a survey the lines of a file, as many as it takes; true where it needs no more of them. */
async function seen(file: string, survey: Survey, sample: FileSample | undefined): Promise<boolean> {
  if (sample?.whole) return !sample.lines.every((line) => survey.see(line));
  let left = FAR;
  for await (const { lines, unfinished } of readLines(file)) {
    if (unfinished) break;
    for (const line of lines) {
      left -= line.text.length + 1;
      if (left < 0 || !survey.see(line)) return true;
    }
  }
  return false;
}
