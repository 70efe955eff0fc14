// What a build tells of each channel: where each line of its logs went, what each log gave, what of them could not be read.
import type { ArchiveReport, ChannelReport } from '../pipeline/archive.ts';
import type { HoursApart } from '../pipeline/hours-apart.ts';
import type { IndexedFile } from '../pipeline/indexes.ts';
import { counted, grouped, sum } from '../shared/numbers.ts';

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

/** What could not be read of a log. */
export interface Faults {
  readonly path: string;
  readonly unparsed: number;
  /** 1-based numbers of the first lines of no known form. */
  readonly samples: readonly number[];
  readonly undated: number;
  readonly missingHours: number;
  readonly clockJumps: number;
  /** The newest of its lines come first, as far as its clock tells. */
  readonly backwards?: true;
  readonly damage?: string;
}

/** What a build tells of a channel. Plain data: a channel that has not changed is not looked into, and tells the same. */
export interface ChannelTold {
  readonly logs: number;
  readonly sums: LineSums;
  /** Days that have an entry, and the entries. */
  readonly days: number;
  readonly entries: number;
  /** What each log gave, a line each. */
  readonly verbose: readonly string[];
  /** Of the logs that have any. */
  readonly faults: readonly Faults[];
  readonly name: string;
  /** Loggers who tell the same at other hours. */
  readonly hoursApart: readonly HoursApart[];
  /** Where lines are known to be missing that no logger has: epoch seconds. */
  readonly holes: readonly (readonly [from: number, to: number])[];
}

/** How many lines of no known form are shown of a log. */
const SAMPLES = 3;

/** What a channel that was looked into tells. */
export function toldOf(report: ChannelReport): ChannelTold {
  const { files, months } = report;
  const blocks = files.flatMap(({ index }) => index.blocks);
  const total = (of: (month: (typeof months)[number]) => number): number => sum(months.map(of));
  const undated = sum(blocks.map(({ faults }) => faults['undated-line'] ?? 0));
  return {
    logs: files.length,
    sums: {
      lines: sum(blocks.map(({ lines }) => lines)),
      read: total(({ sums }) => sums.read),
      control: sum(blocks.map(({ control }) => control)),
      blank: sum(blocks.map(({ blank }) => blank)),
      doubles: total(({ sums }) => sums.doubles),
      hidden: total(({ sums }) => sums.hidden),
      problems: undated + total(({ sums }) => sums.unparsed),
    },
    days: total(({ dates }) => dates.length),
    entries: total(({ entries }) => entries),
    verbose: verboseOf(report),
    faults: files.flatMap(faultsOf),
    name: report.plan.name,
    hoursApart: report.hoursApart,
    holes: report.holes.map(({ from, to }) => [from, to]),
  };
}

/** What each channel tells, by slug: those that were looked into, here or `elsewhere`, and the others as before. */
export function toldBySlug(
  { files, channels }: Pick<ArchiveReport, 'files' | 'channels'>,
  elsewhere: ReadonlyMap<string, ChannelTold>,
  before: Readonly<Record<string, ChannelTold>>,
): Readonly<Record<string, ChannelTold>> {
  const made = new Map(channels.map((channel) => [channel.plan.slug, channel]));
  return Object.fromEntries(
    files.plan.channels.flatMap(({ slug }) => {
      const channel = made.get(slug);
      const told = channel ? toldOf(channel) : (elsewhere.get(slug) ?? before[slug]);
      return told ? [[slug, told]] : [];
    }),
  );
}

/** The lines of all channels together. */
export function lineSums(told: readonly ChannelTold[]): LineSums {
  const total = (of: (sums: LineSums) => number): number => sum(told.map(({ sums }) => of(sums)));
  return {
    lines: total(({ lines }) => lines),
    read: total(({ read }) => read),
    control: total(({ control }) => control),
    blank: total(({ blank }) => blank),
    doubles: total(({ doubles }) => doubles),
    hidden: total(({ hidden }) => hidden),
    problems: total(({ problems }) => problems),
  };
}

/** So often does no clock go back: by more than a minute in one line of ten. */
const OFTEN = 10;

const isBackwards = (clockJumps: number, lines: number): boolean => clockJumps >= OFTEN && clockJumps * OFTEN > lines;

function faultsOf({ path, index: { blocks, damage } }: IndexedFile): readonly Faults[] {
  const total = (fault: 'undated-line' | 'missing-hour' | 'clock-jump'): number =>
    sum(blocks.map(({ faults }) => faults[fault] ?? 0));
  const faults: Faults = {
    path,
    unparsed: sum(blocks.map((block) => block.unparsed)),
    samples: blocks.flatMap((block) => block.samples).slice(0, SAMPLES),
    undated: total('undated-line'),
    missingHours: total('missing-hour'),
    clockJumps: total('clock-jump'),
    ...(isBackwards(total('clock-jump'), sum(blocks.map(({ lines }) => lines))) && { backwards: true }),
    ...(damage !== undefined && { damage }),
  };
  const { unparsed, undated, missingHours, clockJumps } = faults;
  return unparsed + undated + missingHours + clockJumps > 0 || damage !== undefined ? [faults] : [];
}

function verboseOf({ plan, loggers, months, coverage }: ChannelReport): readonly string[] {
  const name = `${plan.name}${plan.network === undefined ? '' : ` on ${plan.network}`}`;
  const days = sum(months.map(({ dates }) => dates.length));
  const entries = sum(months.map((month) => month.entries));
  return [
    `${name}: ${counted(days, 'day')}, ${counted(entries, 'entry', 'entries')}${coverage ? `; ${watchedFor(coverage)}` : ''}.`,
    ...(coverage?.loggers ?? []).map((own, rank) => {
      const logger = loggers[rank];
      const owner = logger?.owner === undefined ? '' : ` of ${logger.owner}`;
      const [least, most] = own.ahead ?? [0, 0];
      const clock = own.ahead ? `; clock ${least === most ? least : `${least} … ${most}`} s ahead` : '';
      return `  ${own.formats.join(', ')}${owner}, ${counted(logger?.files.length ?? 0, 'file')}: ${counted(own.entries, 'entry', 'entries')}, ${grouped(own.alone)} only here; ${watchedFor(own)}${clock}.`;
    }),
  ];
}

/** How much of a channel's time was seen. */
function watchedFor({ watched, gaps }: { readonly watched: number; readonly gaps: number }): string {
  return `there ${(watched * 100).toFixed(1)} % of the time, ${counted(gaps, 'break')}`;
}
