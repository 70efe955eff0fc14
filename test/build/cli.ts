// The command as a person runs it: compiled, in a process of its own. Where only what it does is asked, and not how it begins and
// ends, one process runs it again and again, as that of `daybook start` does: most of the time of a small build is its beginning.
import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

const PACKAGE = new URL('../../', import.meta.url).pathname;

/** A copy of what runs, under a folder that is there: its templates may be edited. */
export function copiedPackage(folder: string): string {
  for (const path of ['build/program', 'build/client', 'templates', '.eleventy.js', 'package.json'])
    cpSync(join(PACKAGE, path), join(folder, path), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(PACKAGE, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Compiles what has changed since the last time. */
export function compile(): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/compile.mjs', '--draft'], {
    cwd: PACKAGE,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`src does not compile:\n${stderr}`);
}

/** What a build says now and then where it takes long, as it does on a busy machine. */
const PROGRESS = /^[^\n:]+: [\d,]+ of [\d,]+ \w+(?:, [\d,.]+ a second, [\d,]+ s left)?\n/gm;

/** What a build said but for how far it had come. */
export const withoutProgress = (said: string): string => said.replace(PROGRESS, '');

/** Runs a command in the process that stays. */
type Running = (words: readonly string[], env: Readonly<Record<string, string>>) => Ran;

/** The process that stays, and of when what it has loaded is. */
let resident: { readonly run: Running; readonly compiled: number } | undefined;

function running(): Running {
  const compiled = statSync(join(PACKAGE, 'build/program')).mtimeMs;
  if (resident?.compiled !== compiled) resident = { run: startRunning(), compiled };
  return resident.run;
}

function startRunning(): Running {
  const { port1, port2 } = new MessageChannel();
  const told = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(new URL('command-thread.mjs', import.meta.url), {
    workerData: { port: port2, told },
    transferList: [port2],
  });
  thread.unref();
  return (words, env) => {
    port1.postMessage({ words, env });
    Atomics.wait(told, 0, 0);
    Atomics.store(told, 0, 0);
    return (receiveMessageOnPort(port1) as { readonly message: Ran }).message;
  };
}

/** Runs `daybook` with these words in the process that stays; `err` is without how far it had come. Its locale stays, too. */
export function daybook(words: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const { err, ...ran } = running()(words, env);
  return { ...ran, err: withoutProgress(err) };
}

/**
 * Runs `daybook` in a process of its own, that of a copy where one is given, and as a user where one is given; `err` is without
 * how far it had come.
 */
export function daybookAlone(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  installed: string = PACKAGE,
  uid?: number,
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(installed, 'build/program/cli.js'), ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    ...(uid !== undefined && { uid }),
  });
  return { code: status, out: stdout, err: withoutProgress(stderr) };
}

/** Runs `daybook` with these words while others run; the exit code. */
export async function ended(words: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [join(PACKAGE, 'build/program/cli.js'), ...words], { stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** Runs `daybook` with these words and kills it after so many milliseconds; true where it had ended before. */
export function killedAfter(words: readonly string[], moment: number, installed: string = PACKAGE): Promise<boolean> {
  const child = spawn(process.execPath, [join(installed, 'build/program/cli.js'), ...words], { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), moment);
  return new Promise((done) => {
    child.on('exit', (code) => {
      clearTimeout(timer);
      done(code !== null);
    });
  });
}

/** The process that `daybook start` keeps, of a copy of what runs: it builds again and again. */
export class Resident {
  readonly #process: ChildProcess;

  constructor(installed: string) {
    this.#process = fork(join(installed, 'build/program/resident-build.js'), { stdio: 'ignore' });
  }

  /** Builds; the exit code that a process of its own would have ended with. */
  async build(options: Readonly<Record<string, string | boolean>>): Promise<unknown> {
    this.#process.send(options);
    const [code] = (await once(this.#process, 'message')) as unknown[];
    return code;
  }

  end(): void {
    this.#process.kill('SIGKILL');
  }
}

/** Every file under a folder with its bytes, by path. */
export function treeOf(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]));
}
