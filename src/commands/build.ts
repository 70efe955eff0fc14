// daybook build: logs → day files → site.
import { resolve } from 'node:path';
import { Mistake } from '../mistake.ts';
import { FORMATS } from '../formats/index.ts';
import { makeArchive, surveyArchive, type ArchiveInput, type ArchiveReport, type Memory } from '../pipeline/archive.ts';
import { readSettings, type Settings } from '../settings.ts';
import { slugOf } from '../shared/slug.ts';
import { openState, stateFolder } from '../state.ts';
import type { SiteMemory, SiteSummary } from '../site/build-site.ts';
import { openStore, type Archive } from '../store.ts';
import { codeKey, filesUnder, keyOfFiles } from './code-key.ts';
import { DONE, PROBLEMS, type Io } from './io.ts';
import { lostLinks } from './lost-links.ts';
import { identityOf, putChanges, putInPlace, recoverOutput } from './output.ts';
import { CHECKOUT } from './package.ts';
import { progress, type Progress } from './progress.ts';
import { lostReport, problemsOf, summary, toldOf, type Told } from './report.ts';

export interface BuildOptions {
  readonly content: string;
  readonly out: string;
  readonly cache?: string;
  readonly strict?: boolean;
  readonly verify?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly allowLostLinks?: boolean;
}

interface BuildMemory extends Memory {
  readonly told: Told;
  /** Addresses of `privacy.remove` that no day has. Other problems show lines of logs, and are found again. */
  readonly unremoved: readonly string[];
  readonly site: SiteState;
}

/** What the next build asks of the site that this one left. Plain data. */
interface SiteState extends SiteMade {
  /** What it was made from beside the store: prose, notes, theme, settings. */
  readonly key: string;
  /** The folder that it was put into. */
  readonly folder: string | undefined;
}

/** Makes the site; the exit code. A Mistake is thrown. */
export async function build(options: BuildOptions, io: Io): Promise<number> {
  const began = performance.now();
  const { content, out } = options;
  checkFolders(content, out);
  recoverOutput(out);
  const settings = readSettings(
    content,
    FORMATS.map(({ name }) => name),
  );
  const state = openState<BuildMemory>(options.cache ?? stateFolder(content, out, CHECKOUT), codeKey());
  const bar = progress(options.quiet ? { ...io, terminal: false } : io);
  const tell = (told: Told, problems: readonly string[], changed: number): number => {
    bar.end();
    const seconds = (performance.now() - began) / 1000;
    if (!options.quiet)
      for (const line of summary(told, { seconds, verbose: options.verbose === true, out, changed })) io.out(line);
    for (const problem of problems) io.err(problem);
    return options.strict && problems.length > 0 ? PROBLEMS : DONE;
  };
  try {
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
      filesUnder(content, '.').filter((path) => !path.startsWith('logs/')),
    );
    const known = options.verify || state.memory?.site.folder !== identityOf(out) ? undefined : state.memory;
    const same = known?.site.key === key ? known : undefined;
    if (same && files.unchanged) {
      const { told, unremoved, site } = same;
      return tell(told, [...(await problemsOf({ files, unremoved }, content)), ...site.problems], 0);
    }
    const report = await makeArchive(input, files);
    const archive = openStore(state.store, report.index);
    const lost = options.allowLostLinks ? [] : lostLinksOf(options, settings, report, archive);
    if (lost.length > 0) {
      bar.end();
      for (const line of lostReport(lost)) io.err(line);
      return PROBLEMS;
    }
    const problems = await problemsOf(report, content);
    const made = await writeSite(options, report, archive, same?.site.memory, bar);
    const told = toldOf(report);
    state.save({
      ...report.memory,
      told,
      unremoved: report.unremoved,
      site: { ...made, key, folder: identityOf(out) },
    });
    return tell(told, [...problems, ...made.problems], report.changed.length);
  } finally {
    bar.end();
  }
}

type SiteMade = Pick<SiteSummary, 'memory' | 'problems'>;

/** Makes the site, or what of it differs from what was made `before`. */
async function writeSite(
  { content, out }: BuildOptions,
  { memory: { channels } }: ArchiveReport,
  archive: Archive,
  before: SiteMemory | undefined,
  bar: Progress,
): Promise<SiteMade> {
  // Loaded only where pages are made: it takes longer than finding that nothing changed.
  const { buildSite } = await import('../site/build-site.ts');
  const basis = new Map(
    Object.entries(channels).map(([slug, { days }]) => [
      slug,
      days.map(({ facts: { date, further }, file, people }) => ({ date, file, names: [...people, ...further] })),
    ]),
  );
  const total = archive.index.channels.reduce((sum, { days }) => sum + days.length, 0);
  let done = 0;
  const onDay = (): void => bar.stage('pages', ++done, total);
  const site = { archive, content, basis, onDay };
  const { memory, problems } = before
    ? await putChanges(out, (folder) => buildSite({ ...site, out: folder, before }))
    : await putInPlace(out, (folder) => buildSite({ ...site, out: folder }));
  return { memory, problems };
}

function lostLinksOf(
  { out }: BuildOptions,
  { channels }: Settings,
  { changed }: ArchiveReport,
  archive: Archive,
): readonly string[] {
  const slugs = new Map(
    channels.flatMap(({ name, slug = slugOf(name), formerSlugs }) =>
      formerSlugs.map((former) => [former, slug] as const),
    ),
  );
  return lostLinks({ out, archive, changed, slugs });
}

/** The output must not swallow the archive, nor lie in it. */
function checkFolders(content: string, out: string): void {
  const inside = (inner: string, outer: string): boolean => `${resolve(inner)}/`.startsWith(`${resolve(outer)}/`);
  if (inside(content, out) || inside(out, content))
    throw new Mistake(`--out ${out} and --content ${content} lie in each other: the site needs a folder of its own.`);
}
