// daybook deposit: what is new in live logs of clients → content/logs.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { deposit as depositFrom, USUAL, type Deposited } from '../deposit.ts';
import { FORMATS } from '../formats/index.ts';
import { Mistake } from '../mistake.ts';
import { checkArchive } from '../settings.ts';
import { counted, grouped } from '../shared/numbers.ts';
import { realPath } from '../state.ts';
import { isInside } from './folders.ts';
import { DONE, PROBLEMS, type Io } from './io.ts';
import { skippedLines } from './skipped.ts';

export interface DepositOptions {
  readonly content: string;
  readonly as?: string;
  readonly find?: boolean;
  readonly queries?: boolean;
  readonly dryRun?: boolean;
}

/** Deposits, and says of each channel what was known, what is new, and where a hole lies; the exit code. */
export async function deposit(from: readonly string[], options: DepositOptions, io: Io): Promise<number> {
  const { content, find, as } = options;
  const usual = find ? USUAL.map((path) => join(homedir(), path)).filter((path) => existsSync(path)) : [];
  const all = [...new Set([...from, ...usual].map((path) => resolve(path)))];
  if (all.length === 0)
    throw new Mistake(
      find
        ? `No client keeps its logs in a usual place (${USUAL.map((path) => `~/${path}`).join(', ')}); name the folder.`
        : 'Say from where: the folder of a client or of its logs, or --find for the usual ones.',
    );
  checkArchive(content);
  const archive = realPath(content);
  for (const one of all)
    if (isInside(realPath(one), archive) || isInside(archive, realPath(one)))
      throw new Mistake(
        `${one} and the archive folder ${content} overlap: what was deposited would be deposited again; name the folder of a client.`,
      );
  if (as !== undefined && !/^[^/\\.][^/\\]*$/.test(as))
    throw new Mistake(`--as ${as} cannot be a folder under logs/; give one name without slashes.`);
  const report = await depositFrom({
    from: all,
    content,
    formats: FORMATS,
    now: Math.floor(Date.now() / 1000),
    ...(as !== undefined && { as }),
    ...(options.queries && { queries: true }),
    ...(options.dryRun && { dryRun: true }),
  });
  for (const log of report.logs) io.out(lineOf(log));
  const windows = [...new Set(report.private)];
  if (windows.length > 0)
    io.out(
      `Left alone: ${counted(windows.length, 'window')} of queries and of the client; --queries takes queries too.`,
    );
  for (const line of skippedLines(report.skipped)) io.out(line);
  for (const fault of report.faults) io.err(fault);
  const added = report.logs.reduce((sum, log) => sum + (log.document ? 0 : log.added), 0);
  const holes = report.logs.filter(({ hole }) => hole).length;
  io.out(
    `${counted(report.logs.length, 'log')}, ${counted(added, 'new line')}, ${counted(holes, 'hole')}${options.dryRun ? '; nothing was written' : ''}.`,
  );
  return report.faults.length > 0 ? PROBLEMS : DONE;
}

function lineOf({ window, path, document, known, added, hole }: Deposited): string {
  const news = document
    ? `one document, ${counted(added, 'byte')} new`
    : `${counted(known, 'line')} known, ${grouped(added)} new`;
  return `${window}: ${news}${hole ? ', lines may be missing before them' : ''} (${path})`;
}
