// daybook start: builds, serves on this machine, builds again and reloads as logs, settings, pages and code change.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import DevServer from '@11ty/eleventy-dev-server';
import { watch } from 'chokidar';
import { FORMATS } from '../formats/index.ts';
import { readSettings } from '../settings.ts';
import { DONE, MISTAKE, type Io } from './io.ts';
import { listen, portOf } from './listen.ts';
import { CHECKOUT } from '../package.ts';
import { resident } from './resident.ts';

export interface StartOptions {
  readonly content: string;
  readonly out: string;
  readonly cache?: string;
  readonly port: string;
  readonly host: string;
  readonly open?: boolean;
}

/** How long, in milliseconds, a burst of changes may pause before it is built: a client writes several lines at once. */
const PAUSE = 40;

/** Serves until the process is told to end; the exit code. What is wrong when it begins ends it; later it keeps the site. */
export async function start(options: StartOptions, io: Io): Promise<number> {
  const { content, out } = options;
  const port = portOf(options.port);
  let built: (code: number) => void = () => undefined;
  const builder = builderOf(options, (code) => built(code));
  // Watched before the first build, so that nothing is missed that comes meanwhile.
  const watcher = watch([content, ...codeFolders()], {
    ignoreInitial: true,
    ignored: /(?:^|\/)(?:\.git|node_modules)(?:\/|$)/,
  });
  await new Promise((ready) => watcher.once('ready', () => ready(undefined)));
  watcher.on('all', (event, path) => {
    // An archive that was taken away may come back.
    if (event === 'unlinkDir' && resolve(path) === resolve(content)) watcher.add(content);
    builder.soon(path);
  });
  try {
    const code = await builder.now();
    if (code === MISTAKE || !existsSync(join(out, 'index.html'))) return code;
    const server = await serve(options, port, builder.base(), io);
    built = (code) => {
      if (code === DONE) server.show(builder.base());
      else io.err('The site stays as it was before; it is built again when something changes.');
    };
    void builder.rehearse();
    await new Promise((told) => {
      process.once('SIGINT', told);
      process.once('SIGTERM', told);
    });
    built = () => undefined;
    await server.close();
    return DONE;
  } finally {
    builder.end();
    await watcher.close();
  }
}

interface Served {
  /** Shows the site as it is now, under this path, in all pages that are open. */
  readonly show: (base: string) => void;
  readonly close: () => Promise<void>;
}

/** Serves the site under a path, and says where, again when that changes. */
async function serve({ out, host, open }: StartOptions, port: number, base: string, io: Io): Promise<Served> {
  const server = new DevServer('daybook', out, {
    pathPrefix: base,
    logger: { info: io.out, log: io.out, error: io.err },
    headers: { 'Cache-Control': 'no-store' },
    messageOnStart: () => false,
  });
  // Its own listener tries ports that there are not, and says of other errors less than `listen`.
  server.server.removeAllListeners('error');
  const taken = await listen(server.server, host, port);
  const addressOf = (path: string): string => `http://${host.includes(':') ? `[${host}]` : host}:${taken}${path}`;
  io.out(`Serving ${out} at ${addressOf(base)}`);
  if (open) openBrowser(addressOf(base));
  return {
    show(next) {
      if (next !== server.options.pathPrefix) io.out(`Serving ${out} at ${addressOf(next)}`);
      server.options.pathPrefix = next;
      server.reload({ files: [], build: { templates: [] } });
    },
    close: () => server.close(),
  };
}

/** The path under which the site will be served, so that its links hold here too; undefined where settings are wrong. */
function baseOf(content: string): string | undefined {
  try {
    const { url } = readSettings(
      content,
      FORMATS.map(({ name }) => name),
    );
    return url === undefined ? '/' : new URL(url).pathname;
  } catch {
    // The build that follows says so.
    return undefined;
  }
}

interface Builder {
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

/** Builds one at a time, and hands on the exit code of each build that a change asked for. */
function builderOf(options: StartOptions, built: (code: number) => void): Builder {
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
  const child = spawn(process.execPath, [join(CHECKOUT, 'scripts', 'compile.mjs')], {
    stdio: 'inherit',
    cwd: CHECKOUT,
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0;
}

/** In a checkout, the code and templates that a change of should be seen. */
function codeFolders(): readonly string[] {
  if (CHECKOUT === undefined) return [];
  return [join(CHECKOUT, 'src'), join(CHECKOUT, 'templates')];
}

function openBrowser(address: string): void {
  const opener = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open';
  spawn(opener, [address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
