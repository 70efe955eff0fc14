// What a file cannot tell alone, the files beside it often do: a client writes a folder of days, and on some of them too
// little was said to know its format by.
import type { ExaminedFile } from './channels.ts';
import type { Recognition } from './recognise.ts';

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** How many sure files of a folder, and what share of them, must be of one format before it speaks for the others. */
const ENOUGH = 3;
const MOST = 0.9;

/** The format that nearly all of the sure files of each folder are in. */
function habits(files: readonly ExaminedFile[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { path, recognition } of files) {
    if (recognition.is !== 'log') continue;
    const folder = counts.get(folderOf(path)) ?? new Map<string, number>();
    counts.set(folderOf(path), folder.set(recognition.format, (folder.get(recognition.format) ?? 0) + 1));
  }
  const found = new Map<string, string>();
  for (const [folder, formats] of counts) {
    const [[format, count] = ['', 0]] = [...formats].sort(([, one], [, other]) => other - one);
    const total = [...formats.values()].reduce((sum, one) => sum + one, 0);
    if (count >= ENOUGH && count >= total * MOST) found.set(folder, format);
  }
  return found;
}

/** The files with those that two formats read equally well given to the format of their folder, if it is one of these. */
export function settledByNeighbours(files: readonly ExaminedFile[]): readonly ExaminedFile[] {
  const habit = habits(files);
  return files.map((file): ExaminedFile => {
    const { recognition } = file;
    if (recognition.is !== 'unsure') return file;
    const format = habit.get(folderOf(file.path));
    const candidate = recognition.candidates.find((one) => one.format === format);
    if (!candidate) return file;
    const settled: Recognition = { is: 'log', format: candidate.format, facts: candidate.facts, near: [] };
    return { ...file, recognition: settled };
  });
}
