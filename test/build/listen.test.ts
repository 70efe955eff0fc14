// Where `daybook start` listens, and what it says where it cannot.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { listen, portOf } from '../../src/commands/listen.ts';
import { Mistake } from '../../src/mistake.ts';

const HOST = '127.0.0.1';

test.each(['', 'http', '-1', '80.5', '1e3', '0x50', ' 80', '65536', '99999999999999999999'])(
  '"%s" is not a port',
  (word) => {
    expect(() => portOf(word)).toThrow(new Mistake(`--port ${word} is not a port: a number up to 65535 was expected.`));
  },
);

test.each(['0', '80', '65535'])('%s is a port', (word) => {
  expect(portOf(word)).toBe(Number(word));
});

describe('listening', () => {
  let open: Server[] = [];
  afterEach(() => {
    for (const server of open) server.close();
    open = [];
  });

  function server(): Server {
    const one = createServer();
    open.push(one);
    return one;
  }

  /** A server that the system answers so at every port but one. */
  function answered(code: string, free?: number): Server {
    const one = server();
    const { listen: really } = one;
    one.listen = ((options: { readonly port: number }) => {
      if (options.port === free) return really.call(one, { ...options, port: 0 });
      process.nextTick(() => one.emit('error', Object.assign(new Error(code), { code, syscall: 'listen' })));
      return one;
    }) as Server['listen'];
    return one;
  }

  test('takes the next port where one is taken', async () => {
    const first = server().listen({ port: 0, host: HOST });
    await once(first, 'listening');
    const { port } = first.address() as AddressInfo;
    expect(await listen(server(), HOST, port)).toBeGreaterThan(port);
  });

  test('takes the last port where those before it are taken', async () => {
    expect(await listen(answered('EADDRINUSE', 65_535), HOST, 65_530)).toBeGreaterThan(0);
  });

  test.each([
    ['EADDRINUSE', HOST, 8080, 'Ports 8080 to 8090 are taken at 127.0.0.1: choose another --port.'],
    ['EADDRINUSE', HOST, 65_530, 'Ports 65530 to 65535 are taken at 127.0.0.1: choose another --port.'],
    ['EADDRINUSE', HOST, 65_535, 'Port 65535 is taken at 127.0.0.1: choose another --port.'],
    ['EACCES', HOST, 80, 'Port 80 cannot be listened at: permission is missing; a --port above 1023 needs none.'],
    ['ENOTFOUND', 'lab', 80, '--host must be an address of this machine: none was found for the name lab.'],
    ['EINVAL', 'fe80::1', 80, 'fe80::1 cannot be listened at, port 80: the system says EINVAL.'],
  ])('%s at %s, port %i', async (code, host, port, sentence) => {
    await expect(listen(answered(code), host, port)).rejects.toThrow(new Mistake(sentence));
  });

  test.each([
    ['203.0.113.1', '--host must be an address of this machine: 203.0.113.1 cannot be listened at.'],
    ['lab.invalid', '--host must be an address of this machine: none was found for the name lab.invalid.'],
    ['', '--host is empty: an address of this machine was expected.'],
  ])('The system refuses the host "%s"', async (host, sentence) => {
    await expect(listen(server(), host, 0)).rejects.toThrow(new Mistake(sentence));
  });
});
