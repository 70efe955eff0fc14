// When `daybook start` builds: one build at a time, of the newest logs, settings and code.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve, sep } from 'node:path';
import { FORMAT_NAMES } from '../formats/index.ts';
import { CHECKOUT } from '../package.ts';
import { readSettings } from '../settings.ts';
import type { BuildOptions } from './build.ts';
import { DONE, MISTAKE } from './io.ts';
import { resident } from './resident.ts';

/** How long, in milliseconds, a burst of changes may pause before it is built: a client writes several lines at once. */
const PAUSE = 40;

/** The path under which the site will be served, so that its links hold here too; undefined where settings are wrong. */
function baseOf(content: string): string | undefined {
  try {
    const { url } = readSettings(content, FORMAT_NAMES);
    return url === undefined ? '/' : new URL(url).pathname;
  } catch {
    // The build that follows says so.
    return undefined;
  }
}

export interface Builder {
  /** Builds, as long as something changes meanwhile; the exit code of the last build. None may be under way. */
  readonly now: () => Promise<number>;
  /** Builds when changes pause; those that come while it builds are built after it. */
  readonly soon: (path: string) => void;
  /** Makes ready for the next line; what changes meanwhile is built after it. */
  readonly rehearse: () => Promise<void>;
  /** The path for which the site was built last. */
  readonly base: () => string;
  readonly end: () => void;
}

/** Builds one at a time, each with these options, and hands on the exit code of each build that a change asked for. */
export function builderOf(options: BuildOptions, built: (code: number) => void): Builder {
  let builds = resident();
  let timer: NodeJS.Timeout | undefined;
  let [building, again, stale] = [false, false, false];
  let base = baseOf(options.content) ?? '/';
  /** One build, of the newest code; its exit code. Code that does not compile is a mistake. */
  const one = async (): Promise<number> => {
    if (stale) {
      stale = false;
      builds.end();
      builds = resident();
      if (!(await compiled())) {
        stale = true;
        return MISTAKE;
      }
    }
    // Before, not after: settings that change meanwhile are those of the build that follows.
    const next = baseOf(options.content);
    const code = await builds.build(options);
    if (code === DONE) base = next ?? base;
    return code;
  };
  const now = async (): Promise<number> => {
    building = true;
    let code: number;
    do {
      again = false;
      code = await one();
      built(code);
    } while (again);
    building = false;
    return code;
  };
  return {
    now,
    async rehearse() {
      if (building) return;
      building = true;
      await builds.build({ ...options, rehearse: true });
      building = false;
      if (again) await now();
    },
    soon(path) {
      stale ||= codeFolders().some((folder) => resolve(path).startsWith(`${folder}${sep}`));
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (building) again = true;
        else void now();
      }, PAUSE);
    },
    base: () => base,
    end() {
      clearTimeout(timer);
      builds.end();
    },
  };
}

/** In a checkout, compiles what has changed; false where it does not compile, which the compiler says. */
async function compiled(): Promise<boolean> {
  if (CHECKOUT === undefined) return true;
  const child = spawn(process.execPath, [join(CHECKOUT, 'scripts', 'compile.mjs'), '--draft'], {
    stdio: 'inherit',
    cwd: CHECKOUT,
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0;
}

/** In a checkout, the code and templates that a change of should be seen. */
export function codeFolders(): readonly string[] {
  if (CHECKOUT === undefined) return [];
  return [join(CHECKOUT, 'src'), join(CHECKOUT, 'templates')];
}
