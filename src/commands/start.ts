// daybook start: builds, serves on this machine, builds again and reloads as logs, settings, pages and code change.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import DevServer from '@11ty/eleventy-dev-server';
import { builderOf, codeFolders } from './builder.ts';
import { DONE, MISTAKE, type Io } from './io.ts';
import { keepFolds, serveFolds } from './kept-folds.ts';
import { canListen, listen, portOf } from './listen.ts';
import { watch } from './watch.ts';

export interface StartOptions {
  readonly content: string;
  readonly out: string;
  readonly cache?: string;
  readonly port: string;
  readonly host: string;
  readonly open?: boolean;
}

/** Serves until the process is told to end; the exit code. What is wrong when it begins ends it; later it keeps the site. */
export async function start(options: StartOptions, io: Io): Promise<number> {
  const { content, out } = options;
  const port = portOf(options.port);
  // Said before a build that may take long.
  await canListen(options.host, port);
  let built: (code: number) => void = () => undefined;
  const builder = builderOf(options, (code) => built(code));
  // Watched before the first build, so that nothing is missed that comes meanwhile.
  const watched = await watch([resolve(content), ...codeFolders()], builder.soon);
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
    await watched.close();
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
    middleware: [answerAll, serveFolds],
  });
  keepFolds(server);
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

/** The server would end with an address that is none, such as `/%`, and where a build takes a file away as it is asked for. */
function answerAll(_: IncomingMessage, response: ServerResponse, next: () => void): void {
  try {
    next();
  } catch {
    response.statusCode = 404;
    response.end();
  }
}

function openBrowser(address: string): void {
  const opener = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open';
  spawn(opener, [address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
