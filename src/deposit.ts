// Live logs of clients are copied into an archive before they roll away: raw bytes, whole lines, each once.
//
//   clients' folders → sources (sources.ts) → what each has beyond what was deposited of it (overlap.ts) → append.ts
//
// What was deposited is its own ledger: nothing else is kept of it. Where a log has no line in common with what was
// deposited last, lines may be missing between them: it goes on in a new file, whose name says so (hole-name.ts).
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { append, countLines, create, hasGrown, linesOf, tailOf } from './deposit/append.ts';
import { mayBeDocument, newDocument, putDocument } from './deposit/document.ts';
import { claimFolders, foldersFor } from './deposit/claims.ts';
import { lock } from './lock.ts';
import { Mistake } from './mistake.ts';
import { continuationOf, withoutCopies } from './deposit/overlap.ts';
import { folderOf, isReadable, sourcesIn, type LogSource } from './deposit/sources.ts';
import { examine } from './find-logs.ts';
import type { Formats } from './format.ts';
import type { NoLog } from './channels/plan.ts';
import { isServerWindow, nameOfWindow, windowName } from './channels/window-name.ts';
import { holeName, withoutHole } from './hole-name.ts';
import { UNKNOWN } from './recognise.ts';
import { isChannelName } from './shared/slug.ts';

export { USUAL } from './deposit/sources.ts';

export interface DepositInput {
  /** Files and folders of clients. */
  readonly from: readonly string[];
  /** The archive folder. */
  readonly content: string;
  /** The folder under `logs/`, instead of the name of what was given. */
  readonly as?: string;
  /** Queries too. */
  readonly queries?: boolean;
  /** Only say what would be done. */
  readonly dryRun?: boolean;
  readonly formats: Formats;
  /** Epoch seconds: names a file after a hole. */
  readonly now: number;
}

/** What became of a log. */
export interface Deposited {
  /** Relative to the archive folder; the file that has its last lines. */
  readonly path: string;
  readonly window: string;
  /** It is one document: what was added is bytes, not lines. */
  readonly document?: true;
  /** Lines of it that were there already, and lines that were added. */
  readonly known: number;
  readonly added: number;
  /** Lines may be missing before those added. */
  readonly hole: boolean;
}

export interface DepositReport {
  readonly logs: readonly Deposited[];
  /** Names of queries, server and status windows that were left alone. */
  readonly private: readonly string[];
  /** Files that are no log, relative to the folder they were looked for in. */
  readonly skipped: readonly NoLog[];
  /** Logs and folders that could not be read, a sentence each. */
  readonly faults: readonly string[];
}

/** Copies what is new into an archive. Throws a Mistake for what is not there, or where another deposit is at work. */
export async function deposit(input: DepositInput): Promise<DepositReport> {
  const { content, dryRun } = input;
  const given = input.from.map((from) => ({ from: resolve(from), path: folderOf(resolve(from)) }));
  const paths = given.map(({ path }) => path);
  const folders = foldersFor(join(content, 'logs'), paths, input.as);
  const roots = given.map((one) => ({ ...one, folder: folders.get(one.path)! }));
  const faults: string[] = [];
  const onBarred = (path: string): void => void faults.push(`${path} cannot be read: permission is missing.`);
  const sources = roots.flatMap(({ from, folder }) => sourcesIn(from, folder, onBarred));
  const letGo = dryRun ? undefined : await lock(join(content, 'logs', '.deposit.lock'), 'deposit');
  try {
    claimFolders(join(content, 'logs'), roots, input);
    const logs: Deposited[] = [];
    const windows: string[] = [];
    const skipped: NoLog[] = [];
    for (const source of sources) {
      const lost = source.parts.find((part) => !existsSync(part));
      if (lost !== undefined) {
        faults.push(`${lost} has a name that is not UTF-8, so it cannot be read: rename it.`);
        continue;
      }
      const barred = source.parts.find((part) => !isReadable(part));
      if (barred !== undefined) {
        if (input.queries || isChannelName(windowName(source.target))) onBarred(barred);
        continue;
      }
      const window = await windowOf(source, input);
      if (window.is === 'none') skipped.push({ path: source.path, reason: window.reason });
      else if (window.is === 'private') windows.push(window.name);
      else
        try {
          logs.push({
            window: window.name,
            ...(window.document ? depositDocument(source, input) : depositLog(source, input)),
          });
        } catch (error) {
          if (!(error instanceof Mistake)) throw error;
          faults.push(error.message);
        }
    }
    return { logs, private: windows, skipped, faults };
  } finally {
    letGo?.();
  }
}

type Window =
  | { readonly is: 'none'; readonly reason: string }
  | { readonly is: 'private' | 'wanted'; readonly name: string; readonly document?: true };

/** Whose log it is; a channel that is known to the archive needs no further look, where its lines can be added to. */
async function windowOf(source: LogSource, { content, queries, formats }: DepositInput): Promise<Window> {
  const { root, path, target } = source;
  const named = windowName(target);
  const wanted = (name: string): boolean => isChannelName(name) || (queries === true && !isServerWindow(target));
  if (isChannelName(named) && existsSync(join(content, 'logs', target)) && !mayBeDocument(join(root, path)))
    return { is: 'wanted', name: named };
  const found = await examine(root, path, undefined, formats);
  if (found.is === 'none') return found;
  if (found.is === 'unread' && !isChannelName(named)) return { is: 'none', reason: UNKNOWN };
  const name = nameOfWindow(target, found.is === 'log' ? found.facts.channel : undefined);
  const document = found.is === 'log' && (await formats.named(found.format))?.document;
  return { is: wanted(name) ? 'wanted' : 'private', name, ...(document && { document }) };
}

/** The file that has the last lines of a log, or will have its first. */
function currentFile({ target, parts }: LogSource, logs: string): string {
  const current = join(logs, lastFileOf(logs, target));
  if (statSync(current, { throwIfNoEntry: false })?.isDirectory())
    throw new Mistake(`${current} is a folder, where the file ${parts.at(-1)} would go: move one of them.`);
  return current;
}

function depositDocument(source: LogSource, input: DepositInput): Omit<Deposited, 'window'> {
  const logs = join(input.content, 'logs');
  const current = currentFile(source, logs);
  const found = newDocument(source.parts.at(-1) ?? '', existsSync(current) ? current : undefined);
  const { added, joined } = found;
  const path = joined || added === 0 ? current : freeName(logs, source.target, input.now);
  if (added > 0 && !input.dryRun) putDocument(path, found);
  return { path: relative(input.content, path), document: true, known: 0, added, hole: added > 0 && !joined };
}

function depositLog(source: LogSource, input: DepositInput): Omit<Deposited, 'window'> {
  const { target, parts } = source;
  const logs = join(input.content, 'logs');
  const current = currentFile(source, logs);
  const { lines, joined, torn, known } = newLines(parts, existsSync(current) ? current : undefined);
  const path = joined || lines.length === 0 ? current : freeName(logs, target, input.now);
  if (lines.length > 0 && !input.dryRun) put(path, lines, joined ? torn : '');
  return { path: relative(input.content, path), known, added: lines.length, hole: lines.length > 0 && !joined };
}

/** A name for what follows a hole that no file has yet. */
function freeName(logs: string, target: string, now: number): string {
  for (let at = now; ; at++) {
    const path = join(logs, holeName(target, at));
    if (!existsSync(path)) return path;
  }
}

interface New {
  readonly lines: readonly string[];
  /** They follow what was deposited. */
  readonly joined: boolean;
  /** The line that a deposit which died began. */
  readonly torn: string;
  /** How many other lines the log has. */
  readonly known: number;
}

/** What the parts of a log (oldest first) have beyond the file that was deposited last. */
function newLines(parts: readonly string[], deposited: string | undefined): New {
  const newest = parts.at(-1) ?? '';
  if (deposited === undefined) {
    const lines = withoutCopies(parts.map((part) => linesOf(part).lines)).flat();
    return { lines, joined: true, torn: '', known: 0 };
  }
  if (hasGrown(newest, deposited)) {
    // Nothing that is large needs to be read again to see that it only grew.
    const { torn } = tailOf(deposited, SPARE);
    const lines = linesOf(newest, statSync(deposited).size - torn.length).lines;
    return { lines, joined: true, torn, known: countLines(deposited) };
  }
  const read = parts.map((part) => linesOf(part));
  const size = read.reduce((sum, { bytes }) => sum + bytes, 0);
  const tail = tailOf(deposited, 2 * size + SPARE);
  const parted = withoutCopies(read.map(({ lines }) => lines));
  const { from, joined } = continuationOf(tail.lines, parted);
  return { lines: parted.flat().slice(from), joined, torn: tail.torn, known: from };
}

/** More of what was deposited is looked at than the log is long, in bytes: it may have been cut since. */
const SPARE = 1_048_576;

/** Adds lines to a file; one that a deposit which died began is finished, where it is the first of them. */
function put(path: string, lines: readonly string[], torn: string): void {
  const text = lines.join('');
  if (!existsSync(path)) create(path, text);
  else append(path, text.startsWith(torn) ? text.slice(torn.length) : `${text.at(-1) ?? ''}${text}`);
}

/** The file of a log that has its last lines: the one after its latest hole. */
function lastFileOf(logs: string, target: string): string {
  const at = target.lastIndexOf('/');
  const folder = target.slice(0, at);
  if (!existsSync(join(logs, folder))) return target;
  const holes = readdirSync(join(logs, folder))
    .map((name) => `${folder}/${name}`)
    .filter((path) => path !== target && withoutHole(path) === target)
    .sort((a, b) => secondOf(a) - secondOf(b));
  return holes.at(-1) ?? target;
}

const secondOf = (path: string): number => Number(/\.after-hole-(\d+)/.exec(path)?.[1] ?? 0);
