// daybook build: logs → day files → site.
import { resolve } from 'node:path';
import { lock } from '../lock.ts';
import { FORMATS } from '../formats/index.ts';
import {
  latestChannel,
  makeArchive,
  surveyArchive,
  type ArchiveInput,
  type ArchiveReport,
  type Memory,
  type Unfound,
} from '../pipeline/archive.ts';
import type { Files } from '../pipeline/files.ts';
import { madeOf } from '../pipeline/channel-memory.ts';
import { readSettings, slugsNow, type Settings } from '../settings.ts';
import { openState, stateFolder, type State } from '../state.ts';
import type { ChannelPages, SiteBefore, SiteSummary, WorkersInput } from '../site/build-site.ts';
import { openStore, Torn, type Archive } from '../store.ts';
import { channelWorkers, aheadWorker } from './channel-workers.ts';
import { codeKey, filesBeside, keyOfFiles } from './code-key.ts';
import { checkFolders } from './folders.ts';
import { keepHeapSmall } from './heap.ts';
import { DONE, PROBLEMS, type Io } from './io.ts';
import { lostLinks } from './lost-links.ts';
import { identityOf, putChanges, putInPlace, recoverOutput } from './output.ts';
import { CHECKOUT } from '../package.ts';
import { pageWorkers, type PageWorkers } from './page-workers.ts';
import { progress, silence, type Progress } from './progress.ts';
import { lostReport, problem, problemsOf, summary, type BuildFacts, type Problem } from './report.ts';
import { keepPages, keepSite, siteBefore } from './site-memory.ts';
import { toldBySlug, type ChannelTold } from './told.ts';

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

interface BuildMemory extends Memory {
  /** By slug. */
  readonly told: Readonly<Record<string, ChannelTold>>;
  /** Other problems show lines of logs, and are found again. */
  readonly unfound: Unfound;
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
  keepHeapSmall();
  const { content, out } = options;
  const cache = options.cache ?? stateFolder(content, out, CHECKOUT);
  checkFolders({ content, out, cache });
  // Two builds of one archive would take each other's files away.
  const letGo = await lock(`${resolve(cache)}.lock`, 'build');
  try {
    return await lockedBuild(options, cache, io);
  } finally {
    letGo();
  }
}

async function lockedBuild(options: BuildOptions, cache: string, io: Io): Promise<number> {
  const { content, out } = options;
  recoverOutput(out);
  const settings = readSettings(
    content,
    FORMATS.map(({ name }) => name),
  );
  const bar = options.quiet || options.rehearse ? silence : await progress(io);
  const began = performance.now();
  const open = (): Building => ({ options, settings, io, bar, began, state: openState<BuildMemory>(cache, codeKey()) });
  const building = open();
  try {
    return await make(building);
  } catch (error) {
    if (!(error instanceof Torn)) throw error;
    // What was kept is damaged: without its head the whole of it is thrown away.
    building.state.begin();
    return await make(open());
  } finally {
    bar.end();
  }
}

interface Building {
  readonly options: BuildOptions;
  readonly settings: Settings;
  readonly io: Io;
  readonly bar: Progress;
  readonly began: number;
  readonly state: State<BuildMemory>;
}

async function make(building: Building): Promise<number> {
  const { options, settings, bar, io, state } = building;
  const { content, out } = options;
  const input: ArchiveInput = {
    folder: content,
    settings,
    state,
    ...(options.verify && { verify: true }),
    onProgress: bar.stage,
  };
  const files = await surveyArchive(input);
  const key = keyOfFiles(
    content,
    filesBeside(content, 'logs').filter((path) => !Object.hasOwn(files.memory, path)),
  );
  const rehearsed = options.rehearse ? latestChannel(files) : undefined;
  const known = options.verify || state.memory?.site.folder !== identityOf(out) ? undefined : state.memory;
  const same = known?.site.key === key ? known : undefined;
  if (same && files.unchanged && rehearsed === undefined) {
    const told = Object.values(same.told);
    const problems = await problemsOf({ files, told, unfound: same.unfound }, content);
    return tell(building, { files, told, changed: 0 }, [...problems, ...same.site.problems.map(problem)]);
  }
  const { archive, changed, unchanged, memory, lost } = await gathered(
    building,
    { ...input, ...(rehearsed !== undefined && { rehearsed }) },
    files,
    known,
  );
  if (lost.length > 0) {
    bar.end();
    for (const line of lostReport(lost)) io.err(line);
    return PROBLEMS;
  }
  const { told, unfound } = memory;
  const all = { files, told: Object.values(told) };
  const problems = await problemsOf({ ...all, unfound }, content);
  const before = known && siteBefore(state.parts);
  const made = await writeSite(building, { archive, unchanged }, before, rehearsed);
  keepSite(state.parts, made.memory);
  state.save({ ...memory, site: { problems: made.problems, key, folder: identityOf(out) } });
  if (options.rehearse) return DONE;
  return tell(building, { ...all, changed: changed.length }, [...problems, ...made.problems.map(problem)]);
}

interface Gathered {
  readonly archive: Archive;
  /** Slugs of channels that were not looked into. */
  readonly unchanged: ReadonlySet<string>;
  readonly changed: ArchiveReport['changed'];
  readonly memory: Omit<BuildMemory, 'site'>;
  /** Addresses of the present site that would lead nowhere. */
  readonly lost: readonly string[];
}

/** Reads the archive into its store. What is known of every month is let go then: pages read what they show. */
async function gathered(
  { options, settings, state }: Building,
  input: ArchiveInput,
  files: Files,
  known: BuildMemory | undefined,
): Promise<Gathered> {
  const { content, allowLostLinks } = options;
  const elsewhere = new Map<string, ChannelTold>();
  const { store, partsFolder } = state;
  const setup = { content, store, partsFolder };
  const report = await makeArchive(
    { ...input, elsewhere: channelWorkers(setup, elsewhere), ahead: aheadWorker(setup) },
    files,
  );
  const { changed, unchanged, unfound, memory } = report;
  const archive = openStore(state.store, report.index, report.latest);
  const slugs = slugsNow(settings);
  // The site to be replaced is that of the build before, where that is known.
  const before = known && new Map([...report.before, ...[...unchanged].map((slug) => [slug, []] as const)]);
  const lost = allowLostLinks ? [] : lostLinks({ out: options.out, archive, changed, ...(before && { before }), slugs });
  const told = toldBySlug(report, elsewhere, state.memory?.told ?? {});
  return { archive, changed, unchanged, lost, memory: { ...memory, told, unfound } };
}

/** Says what was done; the exit code. */
function tell(
  { options, io, bar, began }: Building,
  facts: Pick<BuildFacts, 'files' | 'told' | 'changed'>,
  problems: readonly Problem[],
): number {
  bar.end();
  const seconds = (performance.now() - began) / 1000;
  const { verbose = false, out, quiet, strict, onTold } = options;
  if (onTold) {
    onTold({ ...facts, problems });
    return DONE;
  }
  if (!quiet) for (const line of summary({ ...facts, seconds, verbose, out })) io.out(line);
  for (const { sentence, shown } of problems) for (const line of [sentence, ...shown]) io.err(line);
  return strict && problems.length > 0 ? PROBLEMS : DONE;
}

/** Makes the site, or what of it differs from the one `before`. */
async function writeSite(
  { options: { content, out }, state, bar }: Building,
  { archive, unchanged }: Pick<Gathered, 'archive' | 'unchanged'>,
  before: SiteBefore | undefined,
  rehearsed: string | undefined,
): Promise<SiteSummary> {
  // Loaded only where pages are made: it takes longer than finding that nothing changed.
  const { buildSite } = await import('../site/build-site.ts');
  let done = 0;
  const onDays = (count: number, total: number): void => bar.stage('pages', (done += count), total);
  const workers = (input: WorkersInput): PageWorkers => pageWorkers({ store: state.store, content }, input);
  const { parts } = state;
  const site = {
    ...{ archive, content, unchanged, onDays, workers },
    basisOf: (slug: string) => madeOf(parts, slug),
    keep: (slug: string, pages: ChannelPages) => keepPages(parts, slug, pages),
  };
  return before
    ? putChanges(out, (folder) => buildSite({ ...site, out: folder, before, ...(rehearsed && { rehearsed }) }))
    : putInPlace(out, (folder) => buildSite({ ...site, out: folder }));
}
