// daybook build: logs → day files → site.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Mistake } from '../mistake.ts';
import { FORMATS } from '../formats/index.ts';
import { makeArchive, type ArchiveReport, type Memory } from '../pipeline/archive.ts';
import { readSettings, type Settings } from '../settings.ts';
import { slugOf } from '../shared/slug.ts';
import { openState, stateFolder } from '../state.ts';
import { openStore } from '../store.ts';
import { codeKey, filesUnder, keyOfFiles } from './code-key.ts';
import { DONE, PROBLEMS, type Io } from './io.ts';
import { lostLinks } from './lost-links.ts';
import { putInPlace, recoverOutput } from './output.ts';
import { CHECKOUT } from './package.ts';
import { progress, type Progress } from './progress.ts';
import { lostReport, problemsOf, summary } from './report.ts';

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
  /** What the site was made from beside the store: prose, notes, theme, settings. */
  readonly site: string;
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
  const code = codeKey();
  const state = openState<BuildMemory>(options.cache ?? stateFolder(content, out, CHECKOUT), code);
  const bar = progress(options.quiet ? { ...io, terminal: false } : io);
  try {
    const report = await makeArchive({
      folder: content,
      settings,
      state,
      ...(options.verify && { verify: true }),
      onProgress: bar.stage,
    });
    const siteKey = keyOfFiles(
      content,
      filesUnder(content, '.').filter((path) => !path.startsWith('logs/')),
    );
    const upToDate =
      report.changed.length === 0 && state.memory?.site === siteKey && existsSync(join(out, 'index.html'));
    const lost = options.allowLostLinks ? [] : lostLinksOf(options, settings, report, state.store);
    if (lost.length > 0) {
      bar.end();
      for (const line of lostReport(lost)) io.err(line);
      return PROBLEMS;
    }
    const problems = [...(await problemsOf(report, content))];
    if (!upToDate) problems.push(...(await writeSite(options, state.store, bar)));
    state.save({ ...report.memory, site: siteKey });
    bar.end();
    const seconds = (performance.now() - began) / 1000;
    if (!options.quiet)
      for (const line of summary(report, { seconds, verbose: options.verbose === true, out })) io.out(line);
    for (const problem of problems) io.err(problem);
    return options.strict && problems.length > 0 ? PROBLEMS : DONE;
  } finally {
    bar.end();
  }
}

async function writeSite({ content, out }: BuildOptions, store: string, bar: Progress): Promise<readonly string[]> {
  // Loaded only where pages are made: it takes longer than finding that nothing changed.
  const { buildSite } = await import('../site/build-site.ts');
  const archive = openStore(store);
  const total = archive.index.channels.reduce((sum, { days }) => sum + days.length, 0);
  let done = 0;
  const onDay = (): void => bar.stage('pages', ++done, total);
  const { problems } = await putInPlace(out, (folder) => buildSite({ archive, content, out: folder, onDay }));
  return problems;
}

function lostLinksOf(
  { out }: BuildOptions,
  { channels }: Settings,
  { changed }: ArchiveReport,
  store: string,
): readonly string[] {
  const slugs = new Map(
    channels.flatMap(({ name, slug = slugOf(name), formerSlugs }) =>
      formerSlugs.map((former) => [former, slug] as const),
    ),
  );
  return lostLinks({ out, archive: openStore(store), changed, slugs });
}

/** The output must not swallow the archive, nor lie in it. */
function checkFolders(content: string, out: string): void {
  const inside = (inner: string, outer: string): boolean => `${resolve(inner)}/`.startsWith(`${resolve(outer)}/`);
  if (inside(content, out) || inside(out, content))
    throw new Mistake(`--out ${out} and --content ${content} lie in each other: the site needs a folder of its own.`);
}
