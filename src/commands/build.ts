// daybook build: logs → day files → site.
import { resolve } from 'node:path';
import { lock } from '../lock.ts';
import { FORMAT_NAMES } from '../formats/index.ts';
import { latestChannel, surveyArchive, type ArchiveInput } from '../pipeline/archive.ts';
import type { Files } from '../pipeline/surveyed.ts';
import { readSettings, SETTINGS_FILE, type Settings } from '../settings.ts';
import { openState, stateFolder, type State } from '../state.ts';
import { Torn } from '../store.ts';
import { codeKey, filesBeside, keyOfFiles } from './code-key.ts';
import { checkFolders } from './folders.ts';
import { DONE, PROBLEMS, type Io } from './io.ts';
import { hasChannels, identityOf, recoverOutput, siteLock } from './output.ts';
import { CHECKOUT } from '../package.ts';
import { pageWorkersAhead, type WaitingPageWorkers } from './page-workers.ts';
import { progress, silence, type Progress } from './progress.ts';
import { readArchive, type ReadMemory } from './read-archive.ts';
import { problem, problemLines, type Problem } from './problems.ts';
import { asides, lostReport, problemsOf, summary, type BuildFacts } from './report.ts';
import { keepSite, siteBefore } from './site-memory.ts';
import { writeSite } from './write-site.ts';
import { wrapped } from './template-mistake.ts';

export interface BuildOptions {
  readonly content: string;
  readonly out: string;
  readonly cache?: string;
  readonly strict?: boolean;
  readonly verify?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly allowLostLinks?: boolean;
  /**
   * Nothing is said, and the channel that was written to last is gone through even where nothing has changed: a process that
   * builds again and again has then loaded what the next line takes.
   */
  readonly rehearse?: boolean;
  /** Hears what the build has to say, which is not said then. */
  readonly onTold?: (told: BuildTold) => void;
}

/** What a build has to say. */
export interface BuildTold extends Pick<BuildFacts, 'files' | 'told'> {
  readonly problems: readonly Problem[];
}

interface BuildMemory extends ReadMemory {
  readonly site: SiteState;
}

/** What the next build asks of the site that this one left; what it was made from is a part of its own. Plain data. */
interface SiteState {
  /** What it was made from beside the store: prose, notes, theme, settings. */
  readonly key: string;
  /** The folder that it was put into. */
  readonly folder: string | undefined;
  /** Links of prose that lead nowhere. */
  readonly problems: readonly string[];
}

/** Makes the site; the exit code. A Mistake is thrown. */
export async function build(options: BuildOptions, io: Io): Promise<number> {
  const { content, out } = options;
  const cache = options.cache ?? stateFolder(content, out, CHECKOUT);
  checkFolders({ content, out, cache });
  // Two builds of one archive would take each other's files away, and so would those of two into one site.
  const letGo = await lock(`${resolve(cache)}.lock`, 'build');
  try {
    const letSiteGo = await lock(siteLock(out), 'build');
    try {
      return await lockedBuild(options, cache, io);
    } finally {
      letSiteGo();
    }
  } finally {
    letGo();
  }
}

async function lockedBuild(options: BuildOptions, cache: string, io: Io): Promise<number> {
  const { content, out } = options;
  await recoverOutput(out);
  // Before they are read: those that somebody writes meanwhile are the next build's.
  const written = keyOfFiles(content, [SETTINGS_FILE]);
  const settings = readSettings(content, FORMAT_NAMES);
  const bar = options.quiet || options.rehearse ? silence : await progress(io);
  const began = process.uptime();
  const open = (): Building => ({
    options,
    settings,
    written,
    io,
    bar,
    began,
    state: openState<BuildMemory>(cache, codeKey()),
  });
  // Without its head all that was kept is thrown away.
  if (options.verify) open().state.begin();
  const building = open();
  try {
    return await make(building);
  } catch (error) {
    // Eleventy wraps what a page could not read.
    if (![...wrapped(error)].some((one) => one instanceof Torn)) throw error;
    // What was kept is damaged.
    building.state.begin();
    return await make(open());
  } finally {
    bar.end();
  }
}

interface Building {
  readonly options: BuildOptions;
  readonly settings: Settings;
  /** The key of the file that they were read from. */
  readonly written: string;
  readonly io: Io;
  readonly bar: Progress;
  readonly began: number;
  readonly state: State<BuildMemory>;
}

async function make(building: Building): Promise<number> {
  const { options, settings, written, bar, state } = building;
  const { content, out } = options;
  const input: ArchiveInput = {
    folder: content,
    settings,
    state,
    onProgress: bar.stage,
  };
  const files = await surveyArchive(input);
  const others = filesBeside(content, 'logs').filter(
    (path) => path !== SETTINGS_FILE && !Object.hasOwn(files.memory, path),
  );
  const key = `${written} ${keyOfFiles(content, others)}`;
  const rehearsed = options.rehearse ? latestChannel(files) : undefined;
  const known = stands(out, state.memory) ? state.memory : undefined;
  const same = known?.site.key === key ? known : undefined;
  if (same && files.unchanged && rehearsed === undefined) {
    const told = Object.values(same.told);
    const problems = await problemsOf({ files, told, unfound: same.unfound }, content);
    return tell(building, { files, told, changed: 0 }, [...problems, ...same.site.problems.map(problem)]);
  }
  // A whole site is made by processes that begin while its logs are read.
  const bytes = [...files.news.values()].reduce((sum, one) => sum + one, 0);
  const waiting = known ? undefined : pageWorkersAhead(bytes);
  try {
    return await renew(building, {
      input: { ...input, ...(rehearsed !== undefined && { rehearsed }) },
      files,
      key,
      known,
      waiting,
    });
  } finally {
    await waiting?.end();
  }
}

/** True where the site is the one that the build before made, and whole as far as that is asked. */
function stands(out: string, before: BuildMemory | undefined): boolean {
  if (!before || before.site.folder !== identityOf(out)) return false;
  const shown = Object.keys(before.channels).filter((slug) => before.channels[slug]?.shown);
  return hasChannels(out, shown);
}

interface Renewal {
  readonly input: ArchiveInput;
  readonly files: Files;
  /** See `SiteState`. */
  readonly key: string;
  /** What the build before left, where the site is the one that it made. */
  readonly known: BuildMemory | undefined;
  readonly waiting: WaitingPageWorkers | undefined;
}

/** Reads what has changed, and makes the site or what of it differs; the exit code. */
async function renew(building: Building, renewal: Renewal): Promise<number> {
  const { options, bar, io, state } = building;
  const { input, files, key, known, waiting } = renewal;
  const { content, out } = options;
  const { archive, changed, unchanged, memory, lost } = await readArchive(input, files, {
    ...{ out, state, isKnown: known !== undefined, told: state.memory?.told ?? {} },
    mayLose: options.allowLostLinks === true,
  });
  const { told, unfound } = memory;
  const all = { files, told: Object.values(told) };
  const problems = await problemsOf({ ...all, unfound }, content);
  if (lost.length > 0) {
    bar.end();
    // A log that is no longer used, or read, is the usual cause.
    for (const line of [
      ...asides(files, options.verbose === true),
      ...problemLines(problems, options.verbose === true),
    ])
      io.err(line);
    for (const line of lostReport(lost)) io.err(line);
    return PROBLEMS;
  }
  const before = known && siteBefore(state.parts);
  const made = await writeSite({
    ...{ archive, content, out, state, unchanged, before, waiting, rehearsed: input.rehearsed },
    onStage: bar.stage,
  });
  keepSite(state.parts, made.memory);
  state.save({ ...memory, site: { problems: made.problems, key, folder: identityOf(out) } });
  if (options.rehearse) return DONE;
  return tell(building, { ...all, changed: changed.length }, [...problems, ...made.problems.map(problem)]);
}

/** Says what was done; the exit code. */
function tell(
  { options, io, bar, began }: Building,
  facts: Pick<BuildFacts, 'files' | 'told' | 'changed'>,
  problems: readonly Problem[],
): number {
  bar.end();
  const seconds = process.uptime() - began;
  const { verbose = false, out, quiet, strict, onTold } = options;
  if (onTold) {
    onTold({ ...facts, problems });
    return DONE;
  }
  if (!quiet) for (const line of summary({ ...facts, seconds, verbose, out })) io.out(line);
  for (const line of problemLines(problems, verbose)) io.err(line);
  return strict && problems.length > 0 ? PROBLEMS : DONE;
}
