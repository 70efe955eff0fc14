// Where `daybook start` listens: the port that was asked for, or the next free one.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { codeOf, Mistake } from '../mistake.ts';

const LAST_PORT = 65_535;
/** How many ports after the one that was asked for are tried. */
const MORE = 10;

const unknownName = (host: string): string =>
  `--host must be an address of this machine: none was found for the name ${host}.`;

/** By code, see errno(3) and getaddrinfo(3). */
const SENTENCES: Readonly<Record<string, (host: string, port: number) => string>> = {
  EACCES: (_, port) => `Port ${port} cannot be listened at: permission is missing; a --port above 1023 needs none.`,
  EADDRNOTAVAIL: (host) => `--host must be an address of this machine: ${host} cannot be listened at.`,
  EAI_AGAIN: unknownName,
  ENOTFOUND: unknownName,
};

/** The port that a word of the command line means; 0 is any that is free. A Mistake where it is none. */
export function portOf(word: string): number {
  const port = /^\d+$/.test(word) ? Number(word) : Infinity;
  if (port > LAST_PORT) throw new Mistake(`--port ${word} is not a port: a number up to ${LAST_PORT} was expected.`);
  return port;
}

/** Listens at the port, or at the next free one where it is taken; the port. What the system refuses is a Mistake. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  // The system would listen to the whole network.
  if (host === '') throw new Mistake('--host is empty: an address of this machine was expected.');
  const last = Math.min(port + MORE, LAST_PORT);
  for (let next = port; next <= last; next++) {
    try {
      server.listen({ port: next, host });
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE') throw refusal(error, host, next);
    }
  }
  const taken = port === last ? `Port ${port} is` : `Ports ${port} to ${last} are`;
  throw new Mistake(`${taken} taken at ${host}: choose another --port.`);
}

/** Throws what `listen` would. */
export async function canListen(host: string, port: number): Promise<void> {
  const server = createServer();
  await listen(server, host, port);
  server.close();
  await once(server, 'close');
}

/** What the system refused as a sentence; a fault of the program stays what it is. */
function refusal(error: unknown, host: string, port: number): unknown {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return error;
  const sentence = Object.hasOwn(SENTENCES, code) ? SENTENCES[code]?.(host, port) : undefined;
  return new Mistake(sentence ?? `${host} cannot be listened at, port ${port}: the system says ${code}.`);
}
