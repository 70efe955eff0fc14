// The command as a person runs it: compiled, in a process of its own.
import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

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
  const { status, stderr } = spawnSync(process.execPath, ['scripts/compile.mjs'], { cwd: PACKAGE, encoding: 'utf8' });
  if (status !== 0) throw new Error(`src does not compile:\n${stderr}`);
}

/** What a build says now and then where it takes long, as it does on a busy machine. */
const PROGRESS = /^[^\n:]+: [\d,]+ of [\d,]+ \w+(?:, [\d,.]+ a second, [\d,]+ s left)?\n/gm;

/** What a build said but for how far it had come. */
export const withoutProgress = (said: string): string => said.replace(PROGRESS, '');

/** Runs `daybook` with these words, that of a copy where one is given; `err` is without how far it had come. */
export function daybook(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  installed: string = PACKAGE,
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(installed, 'build/program/cli.js'), ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
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
