// What a build says of itself: what it read, where each line went, what it could not use.
import { join } from 'node:path';
import type { ArchiveReport, ChannelReport } from '../pipeline/archive.ts';
import type { IndexedFile } from '../pipeline/files.ts';
import { linesAt } from '../read.ts';

const count = (value: number): string => value.toLocaleString('en-US');
const counted = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The lines of the logs of channels and where they went: `read` and the rest add up to `lines`. */
export interface LineSums {
  readonly lines: number;
  readonly read: number;
  readonly control: number;
  readonly blank: number;
  readonly doubles: number;
  readonly hidden: number;
  readonly problems: number;
}

export function lineSums({ files, channels }: ArchiveReport): LineSums {
  const blocks = [...files.indexed.values()].flatMap(({ index }) => index.blocks);
  const days = channels.flatMap((channel) => channel.days.map((day) => day.sums));
  const undated = sum(blocks.map(({ faults }) => faults['undated-line'] ?? 0));
  return {
    lines: sum(blocks.map(({ lines }) => lines)),
    read: sum(days.map((day) => day.read)),
    control: sum(blocks.map(({ control }) => control)),
    blank: sum(blocks.map(({ blank }) => blank)),
    doubles: sum(days.map((day) => day.doubles)),
    hidden: sum(days.map((day) => day.hidden)),
    problems: undated + sum(days.map((day) => day.unparsed)),
  };
}

/** What a build tells of the archive. Plain data: where nothing has changed, the next tells the same. */
export interface Told {
  readonly verbose: readonly string[];
  readonly logs: string;
  readonly days: string;
  readonly entries: string;
  readonly asides: readonly string[];
}

export function toldOf(report: ArchiveReport): Told {
  const { files, channels } = report;
  const sums = lineSums(report);
  const days = sum(channels.map((channel) => channel.days.length));
  const entries = sum(channels.flatMap((channel) => channel.days.map((day) => day.entries)));
  return {
    verbose: channels.flatMap(channelLines),
    logs: `${counted(files.indexed.size, 'log')}, ${counted(sums.lines, 'line')}: ${count(sums.read)} read, ${count(sums.control)} control, ${count(sums.blank)} blank, ${count(sums.doubles)} doubles, ${count(sums.hidden)} left out, ${counted(sums.problems, 'problem')}.`,
    days: `${counted(channels.length, 'channel')}, ${counted(days, 'day')}`,
    entries: counted(entries, 'entry', 'entries'),
    asides: asides(report),
  };
}

export interface BuildFacts {
  readonly seconds: number;
  readonly verbose: boolean;
  readonly out: string;
  /** Days that are new or changed. */
  readonly changed: number;
}

/** The summary of a build, a line each. */
export function summary(told: Told, { seconds, verbose, out, changed }: BuildFacts): readonly string[] {
  return [
    ...(verbose ? told.verbose : []),
    told.logs,
    `${told.days} (${count(changed)} new or changed), ${told.entries}.`,
    ...told.asides,
    `Site in ${out}, ${seconds.toFixed(1)} s.`,
  ];
}

/** What was not used, and why. */
function asides({ files }: ArchiveReport): readonly string[] {
  const { plan, refused } = files;
  const windows = [...new Set(plan.private.map(({ name }) => name))];
  return [
    ...(windows.length > 0
      ? [
          `Not published: ${counted(plan.private.length, 'log')} of queries and windows of the client (${listed(windows)}).`,
        ]
      : []),
    ...plan.none.map(({ path, reason }) => `Skipped ${path}: ${reason}.`),
    ...refused.map(({ path, reason }) => `Skipped ${path}: ${reason}.`),
    ...plan.unmatched.map((glob) => `No log matches ${glob} of archive.yaml.`),
  ];
}

function listed(names: readonly string[]): string {
  const most = 8;
  return names.length > most ? `${names.slice(0, most).join(', ')} and ${names.length - most} more` : names.join(', ');
}

function channelLines({ plan, loggers, days, coverage }: ChannelReport): readonly string[] {
  const name = `${plan.name}${plan.network === undefined ? '' : ` on ${plan.network}`}`;
  const entries = sum(days.map((day) => day.entries));
  const all = days.filter((day) => day.entries > 0).length;
  return [
    `${name}: ${counted(all, 'day')}, ${counted(entries, 'entry', 'entries')}${coverage ? `; ${watchedFor(coverage)}` : ''}.`,
    ...(coverage?.loggers ?? []).map((own, rank) => {
      const logger = loggers[rank];
      const owner = logger?.owner === undefined ? '' : ` of ${logger.owner}`;
      const [least, most] = own.ahead ?? [0, 0];
      const clock = own.ahead ? `; clock ${least === most ? least : `${least} … ${most}`} s ahead` : '';
      return `  ${own.formats.join(', ')}${owner}, ${counted(logger?.files.length ?? 0, 'file')}: ${counted(own.entries, 'entry', 'entries')}, ${count(own.alone)} only here; ${watchedFor(own)}${clock}.`;
    }),
  ];
}

/** How much of a channel's time was seen. */
function watchedFor({ watched, gaps }: { readonly watched: number; readonly gaps: number }): string {
  return `there ${(watched * 100).toFixed(1)} % of the time, ${counted(gaps, 'break')}`;
}

/** What a person should look at, a sentence each, with the lines that show it; empty where all is well. */
export async function problemsOf(
  { files, unremoved }: Pick<ArchiveReport, 'files' | 'unremoved'>,
  folder: string,
): Promise<readonly string[]> {
  const undecided = files.plan.undecided.map(async ({ path, sentence, lines = [] }) => {
    const found = await linesAt(join(folder, path), lines);
    return [`${sentence}.`, ...found.map(({ number, text }) => `  ${number}: ${shown(text)}`)];
  });
  const found = await Promise.all([...files.indexed.values()].map((file) => fileProblems(file, folder)));
  return [
    ...(await Promise.all(undecided)).flat(),
    ...found.flat(),
    ...unremoved.map((address) => `archive.yaml: privacy.remove names ${address}, which no page has.`),
  ];
}

async function fileProblems({ path, index }: IndexedFile, folder: string): Promise<readonly string[]> {
  const { blocks, damage } = index;
  const total = (fault: 'undated-line' | 'missing-hour' | 'clock-jump'): number =>
    sum(blocks.map(({ faults }) => faults[fault] ?? 0));
  const unparsed = sum(blocks.map((block) => block.unparsed));
  const lines = blocks.flatMap((block) => block.samples).slice(0, 3);
  return [
    ...(unparsed > 0
      ? [
          `${path}: ${counted(unparsed, 'line')} of no known form, for example:`,
          ...(await linesAt(join(folder, path), lines)).map(({ number, text }) => `  ${number}: ${shown(text)}`),
        ]
      : []),
    ...(total('undated-line') > 0
      ? [`${path}: ${counted(total('undated-line'), 'line')} without a date; say the year or date by the file's name.`]
      : []),
    ...(total('missing-hour') > 0
      ? [`${path}: ${counted(total('missing-hour'), 'line')} in an hour that its zone never had; is zone right?`]
      : []),
    ...(total('clock-jump') > 0 ? [`${path}: the clock went back ${counted(total('clock-jump'), 'time')}.`] : []),
    ...(damage !== undefined ? [`${path}: the rest of it could not be read: ${damage}.`] : []),
  ];
}

/** The beginning of a line of a log, safe to print: what a terminal would obey is shown as a dot. */
function shown(text: string): string {
  return text.slice(0, 200).replace(/[\x00-\x1f\x7f-\x9f]/g, '·');
}

/** What is said when addresses would be lost. */
export function lostReport(lost: readonly string[]): readonly string[] {
  const most = 20;
  return [
    `${counted(lost.length, 'address', 'addresses')} of the present site would lead nowhere, so it was kept:`,
    ...lost.slice(0, most).map((address) => `  ${address}`),
    ...(lost.length > most ? [`  and ${count(lost.length - most)} more`] : []),
    'Bring back the logs that gave them, name former zones or slugs in archive.yaml (formerZones, formerSlugs), or take lines out with privacy.remove, which keeps their address. To lose them all the same: --allow-lost-links.',
  ];
}
