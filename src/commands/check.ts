// daybook check: what a person should look at before a site is shown to others. It is built beside, and nothing is published.
//
//   build beside → problems of logs and prose, holes ┐
//   its day files → secrets, personal data ──────────┼─ but for what accepted.txt lets stand → told, exit code 1
//   --against: addresses of a former site ───────────┘
import { join, resolve } from 'node:path';
import { FORMAT_NAMES } from '../formats/index.ts';
import { lock } from '../lock.ts';
import { Mistake } from '../mistake.ts';
import { CHECKOUT } from '../package.ts';
import { readSettings, slugsNow } from '../settings.ts';
import { counted, grouped, sum } from '../shared/numbers.ts';
import { stateFolder } from '../state.ts';
import { openStore, type Archive } from '../store.ts';
import { zoneOf } from '../time.ts';
import { accept, ACCEPTED, acceptedIn } from './accepted.ts';
import { build, type BuildTold } from './build.ts';
import { checkBeside } from './folders.ts';
import { findingsOf, withoutSecrets, type Finding } from './findings.ts';
import { DONE, PROBLEMS, type Io } from './io.ts';
import { lostLinks, publishedDays } from './lost-links.ts';
import { printable } from './printable.ts';
import { progress } from './progress.ts';
import { problem, problemLines, type Problem } from './problems.ts';
import { asides, findingsReport, vanishedReport } from './report.ts';
import type { ChannelTold } from './told.ts';

export interface CheckOptions {
  readonly content: string;
  readonly cache?: string;
  /** The folder of a former site, whose addresses should all be there. */
  readonly against?: string;
  /** Lets all that is found stand. */
  readonly accept?: boolean;
  /** Shows every line that a rule finds. */
  readonly verbose?: boolean;
}

/** Looks an archive through; the exit code. A Mistake is thrown. */
export async function check(options: CheckOptions, io: Io): Promise<number> {
  const { content, against } = options;
  if (against !== undefined && publishedDays(against).size === 0)
    throw new Mistake(`--against ${against} is not a folder of a site: none of its channels has a day file.`);
  const cache = options.cache ?? stateFolder(content, join(content, '..', '.daybook-check'), CHECKOUT);
  checkBeside(content, cache);
  const letGo = await lock(`${resolve(cache)}.lock`, 'check');
  try {
    const { files, told, problems } = await builtBeside(content, cache, io);
    const archive = openStore(join(cache, 'state', 'store'));
    const found = {
      problems: [...problems, ...told.flatMap((channel) => holesOf(channel, archive.index.zone))],
      findings: await lookedThrough(archive, io),
      vanished: against === undefined ? [] : vanished(against, content, archive),
    };
    for (const line of asides(files, options.verbose === true)) io.out(line);
    return tell(options, found, archive, io);
  } finally {
    letGo();
  }
}

/** Builds the site beside all others, and keeps what the build has to say. */
async function builtBeside(content: string, cache: string, io: Io): Promise<BuildTold> {
  let told: BuildTold | undefined;
  const folders = { content, out: join(cache, 'site'), cache: join(cache, 'state') };
  await build({ ...folders, allowLostLinks: true, onTold: (its) => (told = its) }, io);
  return told!;
}

function holesOf({ name, holes }: ChannelTold, zone: string): readonly Problem[] {
  const { dayAt, clockAt } = zoneOf(zone);
  const moment = (at: number): string => `${dayAt(at).date} ${clockAt(at).replace(/(?<=^..)|(?<=^.{4})/g, ':')}`;
  return holes.map(([from, to]) =>
    problem(`${name}: lines are missing between ${moment(from)} and ${moment(to)} (${zone}).`),
  );
}

const daysOf = ({ index }: Archive): number => sum(index.channels.map(({ dates }) => dates.length));

async function lookedThrough(archive: Archive, io: Io): Promise<readonly Finding[]> {
  const bar = await progress(io);
  const days = daysOf(archive);
  let done = 0;
  try {
    return findingsOf(archive, () => bar.stage('check', (done += 1), days));
  } finally {
    bar.end();
  }
}

/** Addresses of a former site that would lead nowhere. */
function vanished(against: string, content: string, archive: Archive): readonly string[] {
  const settings = readSettings(content, FORMAT_NAMES);
  const changed = archive.index.channels.flatMap(({ channel, dates }) =>
    dates.map((date) => ({ slug: channel.slug, date })),
  );
  const slugs = slugsNow(settings);
  return lostLinks({ out: resolve(against), archive, changed, slugs });
}

interface Found {
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  readonly vanished: readonly string[];
}

/** A problem as the list of what may stand has it. */
const lineOf = ({ sentence }: Problem): string =>
  printable(`problem ${sentence.replace(/, for example:$/, '')}`).trim();

/** Says what was found and does not stand, or lets it; the exit code. */
function tell(
  { content, against, accept: accepting, verbose = false }: CheckOptions,
  { problems, findings, vanished: gone }: Found,
  archive: Archive,
  io: Io,
): number {
  const accepted = acceptedIn(content);
  const open = problems.filter((one) => !accepted.has(lineOf(one)));
  const lines = findings.filter(({ rule, line }) => !accepted.has(rule) && !accepted.has(line));
  const covered = open.map((one) => ({ ...one, shown: one.shown.map(withoutSecrets) }));
  for (const line of problemLines(covered, verbose)) io.out(line);
  for (const line of findingsReport(lines, verbose)) io.out(line);
  for (const line of vanishedReport(gone, against ?? '')) io.out(line);
  const found = open.length + lines.length;
  if (accepting && found > 0) {
    accept(content, [...open.map(lineOf), ...lines.map(({ line }) => line)]);
    io.out(`${grouped(found)} accepted, in ${join(content, ACCEPTED)}.`);
    return gone.length > 0 ? PROBLEMS : DONE;
  }
  const stand = problems.length + findings.length - found;
  const through = `${counted(archive.index.channels.length, 'channel')} and ${counted(daysOf(archive), 'day')} looked through${stand > 0 ? `, ${grouped(stand)} accepted before` : ''}`;
  if (found + gone.length === 0) {
    io.out(`Nothing needs attention: ${through}.`);
    return DONE;
  }
  io.out(
    `${through}: ${counted(open.length, 'problem')}, ${counted(lines.length, 'line')} to look at, ${counted(gone.length, 'address', 'addresses')} lost.`,
  );
  if (lines.length > 0)
    io.out('Take lines out with privacy.remove, words with privacy.redact; --accept lets all of this stand.');
  return PROBLEMS;
}
