// What a file cannot tell alone, the files beside it often do: a client writes a file a day, and on some days too little
// happens to know the format by, or the channel.
import type { ExaminedFile } from './channels.ts';
import type { Recognition } from './recognise.ts';
import { lower } from './shared/casemap.ts';

/** A date of numbers, with a folder for the year and the month or in one word, or `03Apr2014`. */
const DATES =
  /(?<!\d)(?:19|20)\d\d([-_./]?)\d\d(?:\1\d\d)?(?!\d)|(?<![\p{L}\d])\d\d[-_.]?\p{L}{3}[-_.]?(?:19|20)\d\d(?!\d)/gu;

/** The path of all days of one window. */
const undated = (path: string): string => path.replace(DATES, '0');
const folderOf = (path: string): string => undated(path).replace(/[^/]*$/u, '');

/** How many sure files of a folder, and what share of them, must be alike before they speak for the others. */
const ENOUGH = 3;
const MOST = 0.9;

/** What nearly all of the sure files tell, by what they have in common; undefined where a file tells nothing. */
function habits(
  files: readonly ExaminedFile[],
  kindOf: (path: string) => string,
  tell: (found: Extract<Recognition, { readonly is: 'log' }>) => string | undefined,
  enough = ENOUGH,
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { path, recognition } of files) {
    const told = recognition.is === 'log' ? tell(recognition) : undefined;
    if (told === undefined) continue;
    const kind = counts.get(kindOf(path)) ?? new Map<string, number>();
    counts.set(kindOf(path), kind.set(told, (kind.get(told) ?? 0) + 1));
  }
  const found = new Map<string, string>();
  for (const [kind, tellings] of counts) {
    const [[told, count] = ['', 0]] = [...tellings].sort(([, one], [, other]) => other - one);
    const total = [...tellings.values()].reduce((sum, one) => sum + one, 0);
    if (count >= enough && count >= total * MOST) found.set(kind, told);
  }
  return found;
}

/**
 * The files with those that two formats read equally well given to the format of the other days of their window, of which one
 * is enough, or of their folder, if it is one of these.
 */
function withFormats(files: readonly ExaminedFile[]): readonly ExaminedFile[] {
  const formatOf = ({ format }: { readonly format: string }): string => format;
  const ofWindow = habits(files, undated, formatOf, 1);
  const ofFolder = habits(files, folderOf, formatOf);
  return files.map((file): ExaminedFile => {
    const { recognition } = file;
    if (recognition.is !== 'unsure') return file;
    const format = ofWindow.get(undated(file.path)) ?? ofFolder.get(folderOf(file.path));
    const candidate = recognition.candidates.find((one) => one.format === format);
    if (!candidate) return file;
    const settled: Recognition = { is: 'log', format: candidate.format, facts: candidate.facts, near: [] };
    return { ...file, recognition: settled };
  });
}

/**
 * The files with those that tell no channel given to that of the other days of their window. Only what has the same path but
 * for the date is one: a query must never come to a channel.
 */
function withChannels(files: readonly ExaminedFile[]): readonly ExaminedFile[] {
  const habit = habits(files, undated, ({ facts }) => facts.channel && lower(facts.channel));
  return files.map((file): ExaminedFile => {
    const { recognition, entries, path } = file;
    const channel = habit.get(undated(path));
    if (recognition.is !== 'log' || recognition.facts.channel !== undefined || entries.length > 0) return file;
    if (channel === undefined || undated(path) === path) return file;
    return { ...file, recognition: { ...recognition, facts: { ...recognition.facts, channel } } };
  });
}

/** The files, with what those beside them tell of format and channel. */
export function settledByNeighbours(files: readonly ExaminedFile[]): readonly ExaminedFile[] {
  return withChannels(withFormats(files));
}
