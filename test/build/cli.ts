// The command as a person runs it: compiled, in a process of its own.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = new URL('../../', import.meta.url).pathname;

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

/** Runs `daybook` with these words. */
export function daybook(words: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(PACKAGE, 'build/js/cli.js'), ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

/** Runs `daybook` with these words and kills it after so many milliseconds; true where it had ended before. */
export function killedAfter(words: readonly string[], moment: number): Promise<boolean> {
  const child = spawn(process.execPath, [join(PACKAGE, 'build/js/cli.js'), ...words], { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), moment);
  return new Promise((done) => {
    child.on('exit', (code) => {
      clearTimeout(timer);
      done(code !== null);
    });
  });
}

/** Every file under a folder with its bytes, by path. */
export function treeOf(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]));
}
