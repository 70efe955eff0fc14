// Files that were skipped: those of one reason in a line, and at the end, one by one, those that should have been logs.
//
//   Skipped 12 files, each an empty file (logs/a.log, logs/b.log, logs/c.log and 9 more; --verbose names each).
//   Skipped logs/notes.txt: a text that no log format knows.
//   Skipped logs/#loom.log.gz, which should be a log: binary data.
import type { NoLog } from '../channels/plan.ts';
import { addTo } from '../shared/lists.ts';
import { counted, grouped } from '../shared/numbers.ts';
import { printable } from './printable.ts';

/** How many files of one reason are named, and how many of those that should have been logs. */
const NAMED = 3;
const EXPECTED = 8;

/** A line for each reason, then for each file that should have been a log; `verbose` is undefined where it cannot be asked for. */
export function skippedLines(files: readonly NoLog[], verbose?: boolean): readonly string[] {
  const reasons = new Map<string, string[]>();
  for (const { path, reason, expected } of files) if (!expected) addTo(reasons, reason, path);
  const hint = verbose === undefined ? '' : '; --verbose names each';
  const grouping = [...reasons].flatMap(([reason, paths]) => {
    if (verbose || paths.length === 1) return paths.map((path) => `Skipped ${path}: ${reason}.`);
    const more = paths.length - NAMED;
    const others = more > 0 ? ` and ${grouped(more)} more${hint}` : '';
    return [`Skipped ${counted(paths.length, 'file')}, each ${reason} (${paths.slice(0, NAMED).join(', ')}${others}).`];
  });
  const expected = files.filter((file) => file.expected);
  const told = verbose ? expected : expected.slice(0, EXPECTED);
  const more = expected.length - told.length;
  return [
    ...grouping,
    ...told.map(({ path, reason }) => `Skipped ${path}, which should be a log: ${reason}.`),
    ...(more > 0 ? [`Skipped ${counted(more, 'more file')} that should be logs${hint}.`] : []),
  ].map(printable);
}
