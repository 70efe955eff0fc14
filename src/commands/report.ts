// What a build says of itself: what it read, where each line went, what it could not use.
import { join } from 'node:path';
import type { Unfound } from '../pipeline/archive.ts';
import type { Files } from '../pipeline/surveyed.ts';
import { SENSITIVE_RULES } from '../privacy/sensitive.ts';
import { linesAt } from '../read.ts';
import type { Finding } from './findings.ts';
import { apartProblems } from './hours-told.ts';
import { printable } from './printable.ts';
import { problem, type Problem } from './problems.ts';
import { skippedLines } from './skipped.ts';
import { lineSums, type ChannelTold, type Faults } from './told.ts';
import { sameName } from '../shared/casemap.ts';
import { dateInPath } from '../shared/named-dates.ts';
import { counted, grouped, sum } from '../shared/numbers.ts';

export interface BuildFacts {
  readonly files: Pick<Files, 'plan' | 'refused'>;
  /** Of all channels that have logs. */
  readonly told: readonly ChannelTold[];
  readonly seconds: number;
  readonly verbose: boolean;
  readonly out: string;
  /** Days that are new or changed. */
  readonly changed: number;
}

/** The summary of a build, a line each. */
export function summary({ files, told, seconds, verbose, out, changed }: BuildFacts): readonly string[] {
  const sums = lineSums(told);
  const [logs, days, entries] = [
    sum(told.map((one) => one.logs)),
    sum(told.map((one) => one.days)),
    sum(told.map((one) => one.entries)),
  ];
  const channels = told.filter((one) => one.days > 0).length;
  return [
    ...(verbose ? told.flatMap((one) => one.verbose) : []),
    `${counted(logs, 'log')}, ${counted(sums.lines, 'line')}: ${grouped(sums.read)} read, ${grouped(sums.control)} control, ${grouped(sums.blank)} blank, ${grouped(sums.doubles)} doubles, ${grouped(sums.hidden)} left out, ${counted(sums.problems, 'problem')}.`,
    `${counted(channels, 'channel')}, ${counted(days, 'day')} (${grouped(changed)} new or changed), ${counted(entries, 'entry', 'entries')}.`,
    ...mendedLines(files.plan, verbose),
    ...asides(files, verbose),
    `Site in ${out}, ${seconds.toFixed(1)} s.`,
  ];
}

/** Logs whose lines were mended before they were read: how many and the first of them, or each with what was mended. */
function mendedLines({ channels }: BuildFacts['files']['plan'], verbose: boolean): readonly string[] {
  const mended = channels.flatMap(({ files }) =>
    files.flatMap(({ path, facts }) => (facts.mended ? [{ path, of: facts.mended.join(', ') }] : [])),
  );
  if (verbose) return mended.map(({ path, of }) => printable(`Mended before reading: ${path} (${of}).`));
  const [first, ...others] = mended;
  if (!first) return [];
  const more = others.length > 0 ? ` and ${grouped(others.length)} more; --verbose names each` : '';
  return [
    printable(`Mended before reading: ${counted(mended.length, 'log')} that came damaged (${first.path}${more}).`),
  ];
}

/** What was not used, and why; `verbose` is undefined where that cannot be asked for. */
export function asides({ plan, refused }: BuildFacts['files'], verbose?: boolean): readonly string[] {
  const windows = [...new Set(plan.private.map(({ name }) => name))];
  return [
    ...(isEmpty({ plan, refused }) ? ['There is no file in logs/ of the archive folder: the logs belong there.'] : []),
    ...(windows.length > 0
      ? [
          `Not published: ${counted(plan.private.length, 'log')} of queries and windows of the client (${listed(windows)}). If one is a channel, list it with its logs under channels: in archive.yaml${plan.channels.length > 0 ? '.' : `, as here:\n${listing(plan.private)}`}`,
        ]
      : []),
    ...skippedLines([...plan.none, ...refused.filter(({ barred }) => !barred)], verbose),
    ...plan.unmatched.map((glob) => `No log matches ${glob}, a path in archive.yaml.`),
    ...plan.idle.map(({ name, network }) => {
      const where = network === undefined ? '' : ` on ${network}`;
      // In YAML, # begins a comment: it is easily left out.
      const meant = plan.channels.find((channel) => sameName(channel.name, `#${name}`));
      return `No log is of ${name}${where}, a channel in archive.yaml${meant ? `; did you mean "${meant.name}"?` : '.'}`;
    }),
  ];
}

/** The settings that make a channel of the first of logs, for who has no other to go by. */
const listing = ([first]: BuildFacts['files']['plan']['private']): string =>
  `channels:\n  - name: "#its-name"\n    logs:\n      - path: ${printable(JSON.stringify(first?.path))} # * stands for anything in a name`;

/** True where nothing at all lies where logs should: the folder may be another than was meant. */
function isEmpty({ plan: { channels, ...others }, refused }: BuildFacts['files']): boolean {
  const used = channels.flatMap(({ files }) => files);
  return [used, others.private, others.none, others.undecided, refused].every((files) => files.length === 0);
}

/** The first names of many, and how many more there are. */
function listed(names: readonly string[], most = 8): string {
  return names.length > most ? `${names.slice(0, most).join(', ')} and ${names.length - most} more` : names.join(', ');
}

export interface ProblemFacts {
  readonly files: Pick<Files, 'plan' | 'refused'>;
  readonly told: readonly ChannelTold[];
  readonly unfound: Unfound;
}

/** Logs of an archive that nobody but their owner can make readable, or tell what they are, with the lines that show it. */
export async function undecidedProblems(
  { plan, refused }: ProblemFacts['files'],
  folder: string,
): Promise<readonly Problem[]> {
  const barred = refused.flatMap(({ path, reason, barred: isBarred }) =>
    isBarred ? [of('barred', printable(`${path} is ${reason}; make it readable, or remove it.`))] : [],
  );
  const undecided = plan.undecided.map(async ({ path, about, sentence, lines = [] }) => ({
    about,
    sentence: printable(`${sentence}.`),
    shown: await shownLines(join(folder, path), lines),
  }));
  return [...barred, ...(await Promise.all(undecided))];
}

/** What a person should look at, with the lines that show it; empty where all is well. */
export async function problemsOf({ files, told, unfound }: ProblemFacts, folder: string): Promise<readonly Problem[]> {
  const found = told.flatMap(({ faults }) => faults.map((one) => fileProblems(one, folder)));
  return [
    ...(await undecidedProblems(files, folder)),
    ...(await Promise.all(found)).flat(),
    ...told.flatMap(({ name, hoursApart }) => apartProblems(name, hoursApart)),
    ...unfound.remove.map((address) => problem(`archive.yaml: privacy.remove names ${address}, which no page has.`)),
    ...unfound.people.map((nick) => problem(`archive.yaml: privacy.people names ${nick}, a nick that no log has.`)),
    ...besideProblems(unfound.beside),
    ...unfound.taken.map((nick) =>
      problem(
        `archive.yaml: privacy.people shows somebody as ${nick}, a nick that logs have: who had it would seem to have said it. Take another, or list it with that person’s nicks where it is theirs.`,
      ),
    ),
  ];
}

/** A person goes on under nicks that nobody thought of: who asked not to be named is known by them all the same. */
function besideProblems(nicks: readonly string[]): readonly Problem[] {
  if (nicks.length === 0) return [];
  return [
    problem(
      `archive.yaml: privacy.people hides a nick that was changed from or into ${listed(nicks, FEW)}; list there too what is the same person’s.`,
    ),
  ];
}

/** Nicks that are named at once. */
const FEW = 12;

async function fileProblems(faults: Faults, folder: string): Promise<readonly Problem[]> {
  const { path, unparsed, samples, undated, missingHours, clockJumps, backwards, damage } = faults;
  const shown = unparsed > 0 ? await shownLines(join(folder, path), samples) : [];
  const found: readonly (Problem | false | undefined)[] = [
    unparsed > 0 && { about: 'forms', sentence: `${counted(unparsed, 'line')} of no known form, for example:`, shown },
    undated > 0 && of('dates', `${counted(undated, 'line')} ${lacking(path)}`),
    missingHours > 0 &&
      of('hours', `${counted(missingHours, 'line')} in an hour that its zone never had; is zone right?`),
    backwards &&
      of('backwards', 'its newest lines seem to come first: turn it round, as tac does, or its days may be wrong.'),
    clockJumps > 0 && !backwards && of('clocks', `the clock went back ${counted(clockJumps, 'time')}.`),
    damage !== undefined && of('damage', `the rest of it could not be read: ${damage}.`),
  ];
  return found.flatMap((one) => (!one ? [] : [{ ...one, sentence: printable(`${path}: ${one.sentence}`) }]));
}

/** What lines lack that tell no moment: where the name has the date, the time. */
const lacking = (path: string): string =>
  dateInPath(path)
    ? 'without a time: no stamp that is known stands before any; say under its channel in archive.yaml how they look (stamp:), if it has any.'
    : 'without a date; put the day on which it begins into its name: #xpmem.2013-10-02.log.';

const of = (about: string, sentence: string): Problem => ({ ...problem(sentence), about });

/** Lines of a log by their numbers, safe to print. */
async function shownLines(path: string, numbers: readonly number[]): Promise<readonly string[]> {
  const found = numbers.length > 0 ? await linesAt(path, numbers) : [];
  return found.map(({ number, text }) => `  ${number}: ${printable(text.slice(0, 200))}`);
}

/** What is said when addresses would be lost. */
export function lostReport(lost: readonly string[]): readonly string[] {
  return [
    `${counted(lost.length, 'address', 'addresses')} of the present site would lead nowhere, so it was kept:`,
    ...firstOf(lost),
    'Bring back the logs that gave them, name former zones or slugs in archive.yaml (formerZones, with the zone of logs that tell local times; formerSlugs), or take lines out with privacy.remove, which keeps their address. To lose them anyway: --allow-lost-links.',
  ];
}

/** The first addresses of many. */
function firstOf(addresses: readonly string[]): readonly string[] {
  const most = 20;
  const more = addresses.length - most;
  return [
    ...addresses.slice(0, most).map((address) => `  ${address}`),
    ...(more > 0 ? [`  and ${grouped(more)} more`] : []),
  ];
}

/** How many lines of a rule are shown. */
const SHOWN = 10;

/** What `check` says of lines that may be nobody's business. */
export function findingsReport(findings: readonly Finding[], verbose: boolean): readonly string[] {
  return SENSITIVE_RULES.flatMap(({ name, title }) => {
    const own = findings.filter(({ rule }) => rule === name);
    if (own.length === 0) return [];
    const shown = verbose ? own : own.slice(0, SHOWN);
    const more = own.length - shown.length;
    return [
      `${name}: what looks like ${title}, in ${counted(own.length, 'line')}:`,
      ...shown.map((finding) => `  ${finding.shown}`),
      ...(more > 0 ? [`  and ${grouped(more)} more; --verbose shows them`] : []),
    ];
  });
}

/** What `check` says of addresses of a former site, in a folder, that would lead nowhere. */
export function vanishedReport(addresses: readonly string[], folder: string): readonly string[] {
  if (addresses.length === 0) return [];
  return [
    `${counted(addresses.length, 'address', 'addresses')} of ${folder} would lead nowhere:`,
    ...firstOf(addresses),
  ];
}
