// Live logs of clients, copied as they grow, roll on, are turned over and cut.
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deposit, type DepositInput, type DepositReport } from '../../src/deposit.ts';
import { lock } from '../../src/lock.ts';
import { FORMATS } from '../../src/formats/index.ts';
import { line, made } from '../build/archive.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'daybook-'));
  mkdirSync(join(root, 'content'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const START = 1_380_742_174;
const LINES = Array.from({ length: 60 }, (_, index) =>
  line(START + index * 40, ['ada', 'bob', 'eve'][index % 3] ?? '', index % 7 === 0 ? 'k' : `line ${index} café`),
);
const text = (lines: readonly string[]): string => lines.map((one) => `${one}\n`).join('');
const LOG = 'xchat2/scrollback/net/#loom.txt';

const write = (path: string, bytes: string | Uint8Array): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), bytes);
};
const run = (more: Partial<DepositInput> = {}): Promise<DepositReport> =>
  deposit({ from: [join(root, 'xchat2')], content: join(root, 'content'), formats: FORMATS, now: START, ...more });
/** Deposited files by their paths under logs/, joined with what they hold. */
const deposited = (): Readonly<Record<string, string>> => {
  const logs = join(root, 'content/logs');
  if (!existsSync(logs)) return {};
  const files = readdirSync(logs, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.startsWith('.'),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(logs.length + 1), readFileSync(path, 'utf8')]));
};
const told = ({ logs }: DepositReport) => logs.map(({ known, added, hole }) => ({ known, added, hole }));

describe('a log that grows', () => {
  it('is copied to the byte, then only what is new', async () => {
    write(LOG, text(LINES.slice(0, 20)));
    expect(told(await run())).toEqual([{ known: 0, added: 20, hole: false }]);
    write(LOG, text(LINES.slice(0, 33)));
    expect(told(await run())).toEqual([{ known: 20, added: 13, hole: false }]);
    expect(told(await run())).toEqual([{ known: 33, added: 0, hole: false }]);
    expect(deposited()).toEqual({ [LOG]: text(LINES.slice(0, 33)) });
  });

  it('leaves a line that is still being written for the next time', async () => {
    write(LOG, `${text(LINES.slice(0, 20))}T 13807`);
    await run();
    expect(deposited()).toEqual({ [LOG]: text(LINES.slice(0, 20)) });
    write(LOG, text(LINES.slice(0, 21)));
    await run();
    expect(deposited()).toEqual({ [LOG]: text(LINES.slice(0, 21)) });
  });

  it('that is long, and was cut in its middle, goes on where its lines are known', async () => {
    const long = Array.from({ length: 1600 }, (_, index) => line(START + index, 'ada', `line ${index} of a long talk`));
    write(LOG, text(long.slice(0, 1500)));
    await run();
    write(LOG, text([...long.slice(0, 1450), ...long.slice(1460)]));
    expect(told(await run())).toEqual([{ known: 1490, added: 100, hole: false }]);
    expect(deposited()).toEqual({ [LOG]: text(long) });
  });

  it('keeps bytes that are no text', async () => {
    const bytes = Buffer.concat([Buffer.from(text(LINES)), Buffer.from([0x54, 0x20, 0xe9, 0x00, 0xff, 0x0d, 0x0a])]);
    write(LOG, bytes);
    await run();
    expect(readFileSync(join(root, 'content/logs', LOG)).equals(bytes)).toBe(true);
  });
});

describe('a window that rolls on', () => {
  it('gives each line once, whatever the windows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(12), fc.nat(8)), { minLength: 1, maxLength: 6 }), async (steps) => {
        rmSync(join(root, 'content'), { recursive: true });
        mkdirSync(join(root, 'content'));
        let from = 0;
        let to = 10;
        for (const [grow, roll] of steps) {
          write(LOG, text(LINES.slice(from, to)));
          await run();
          to = Math.min(LINES.length, to + grow);
          from = Math.min(from + roll, to - grow - 1);
          if (from < 0) from = 0;
        }
        write(LOG, text(LINES.slice(from, to)));
        await run();
        expect(deposited()).toEqual({ [LOG]: text(LINES.slice(0, to)) });
      }),
      { numRuns: 30 },
    );
  });

  it('tells identical lines in a row apart', async () => {
    const same = line(START, 'bob', 'k');
    write(LOG, text([...LINES.slice(0, 5), same, same]));
    await run();
    write(LOG, text([...LINES.slice(2, 5), same, same, same, ...LINES.slice(5, 9)]));
    await run();
    expect(deposited()[LOG]).toBe(text([...LINES.slice(0, 5), same, same, same, ...LINES.slice(5, 9)]));
  });

  it('whose first line is torn goes on all the same', async () => {
    write(LOG, text(LINES.slice(0, 20)));
    await run();
    write(LOG, text(['38074 torn', ...LINES.slice(10, 25)]));
    expect(told(await run())).toEqual([{ known: 11, added: 5, hole: false }]);
  });

  it('goes on in a new file where lines may be missing, and from there on', async () => {
    write(LOG, text(LINES.slice(0, 20)));
    await run();
    write(LOG, text(LINES.slice(30, 40)));
    expect(told(await run({ now: START + 5000 }))).toEqual([{ known: 0, added: 10, hole: true }]);
    write(LOG, text(LINES.slice(35, 45)));
    expect(told(await run({ now: START + 6000 }))).toEqual([{ known: 5, added: 5, hole: false }]);
    const after = LOG.replace('.txt', `.after-hole-${START + 5000}.txt`);
    write(LOG, '');
    expect((await run({ now: START + 7000 })).logs.map(({ path }) => path)).toEqual([`logs/${after}`]);
    expect(deposited()).toEqual({ [LOG]: text(LINES.slice(0, 20)), [after]: text(LINES.slice(30, 45)) });
  });
});

it('Two holes found in one second have a file each', async () => {
  for (const from of [0, 20, 40]) {
    write(LOG, text(LINES.slice(from, from + 10)));
    await run({ now: START });
  }
  expect(Object.keys(deposited())).toEqual([
    LOG.replace('.txt', `.after-hole-${START}.txt`),
    LOG.replace('.txt', `.after-hole-${START + 1}.txt`),
    LOG,
  ]);
});

describe('a log that is turned over', () => {
  it('tells identical lines apart that its parts end and begin with', async () => {
    const WEECHAT = 'xchat2/logs/irc.net.#loom.weechatlog';
    const at = (time: string, words: string): string => `2013-10-02 ${time}\tbob\t${words}`;
    const older = [at('19:53', 'good morning'), at('19:54', 'a question'), at('19:54', 'k'), at('19:54', 'k')];
    const newer = [at('19:54', 'k'), at('19:54', 'k'), at('19:55', 'that was it')];
    for (const deposits of [older.length, older.length + 1]) {
      rmSync(join(root, 'xchat2'), { recursive: true, force: true });
      rmSync(join(root, 'content/logs'), { recursive: true, force: true });
      write(WEECHAT, text([...older, ...newer].slice(0, deposits)));
      await run();
      write(`${WEECHAT}.1`, text(older));
      write(WEECHAT, text(newer));
      await run();
      expect(deposited()).toEqual({ [WEECHAT]: text([...older, ...newer]) });
    }
  });

  it.each([
    ['being packed', { '.1.gz': gzipSync(text(LINES.slice(10, 30))), '': text(LINES.slice(30, 40)) }],
    ['copied before it is cut', { '': text(LINES.slice(10, 40)) }],
  ])('and is just %s gives each line once', async (_, parts) => {
    const log = 'xchat2/logs/net/#loom.log';
    write(`${log}.2.gz`, gzipSync(text(LINES.slice(0, 10))));
    write(`${log}.1`, text(LINES.slice(10, 30)));
    for (const [ending, bytes] of Object.entries(parts)) write(log + ending, bytes);
    for (const before of [0, 15, 35]) {
      if (before > 0) write(`content/logs/${log}`, text(LINES.slice(0, before)));
      await run();
      expect(deposited()).toEqual({ [log]: text(LINES.slice(0, 40)) });
    }
  });

  it('is deposited though its client has written nothing since', async () => {
    write('xchat2/logs/net/#loom.log.1', text(LINES));
    write('xchat2/logs/net/#loom.log', '');
    expect(told(await run())).toEqual([{ known: 0, added: LINES.length, hole: false }]);
  });

  it.each([
    ['numbers', '#loom.log.1', '#loom.log.2.gz'],
    ['dates', '#loom.log-20131103', '#loom.log-20131102.gz'],
  ])('by %s is followed', async (_, newer, older) => {
    const folder = 'xchat2/logs/net';
    const log = Array.from(
      { length: 50 },
      (__, index) => `Oct 02 14:${String(index).padStart(2, '0')}:07 <ada>\tline ${index}`,
    );
    write(`${folder}/#loom.log`, text(log.slice(0, 20)));
    await run();
    write(`${folder}/${older}`, gzipSync(text(log.slice(0, 30))));
    write(`${folder}/${newer}`, text(log.slice(30, 40)));
    write(`${folder}/#loom.log`, text(log.slice(40)));
    expect(told(await run())).toEqual([{ known: 20, added: 30, hole: false }]);
    expect(deposited()).toEqual({ [`${folder}/#loom.log`]: text(log) });
    expect(told(await run())).toEqual([{ known: 50, added: 0, hole: false }]);
  });
});

describe('a deposit', () => {
  it('leaves queries and windows of the client alone unless asked', async () => {
    write(LOG, text(LINES));
    write('xchat2/scrollback/net/eve.txt', text(LINES));
    write('xchat2/scrollback/net/server.txt', text(LINES));
    write('xchat2/xchat.conf', 'version = 2.8.8\n');
    write('xchat2/scrollback.zip', Buffer.from('PK\x03\x04 and more'));
    const { private: windows, skipped } = await run();
    expect([...windows].sort()).toEqual(['eve', 'server']);
    expect(skipped).toEqual([
      { path: 'scrollback.zip', reason: 'a ZIP archive: unpack it first' },
      { path: 'xchat.conf', reason: 'a text that no log format knows' },
    ]);
    expect(Object.keys(deposited())).toEqual([LOG]);
    await run({ queries: true });
    expect(Object.keys(deposited())).toEqual([LOG, 'xchat2/scrollback/net/eve.txt']);
  });

  it('looks into no folder of what clients keep beside their logs, and into nothing hidden', async () => {
    write(LOG, text(LINES));
    for (const folder of ['addons', 'Downloads', '.cache']) write(`xchat2/${folder}/net/#loom.txt`, text(LINES));
    await run();
    expect(Object.keys(deposited())).toEqual([LOG]);
  });

  it('writes nothing when only asked what it would do', async () => {
    write(LOG, text(LINES));
    expect(told(await run({ dryRun: true }))).toEqual([{ known: 0, added: 60, hole: false }]);
    expect(readdirSync(join(root, 'content'))).toEqual([]);
  });

  it('finishes what one that died began, whatever byte it came to', async () => {
    const whole = text(LINES);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: text(LINES.slice(0, 10)).length, max: whole.length }), async (end) => {
        write(LOG, text(LINES.slice(5)));
        write(`content/logs/${LOG}`, whole.slice(0, end));
        await run();
        expect(deposited()[LOG]).toBe(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('waits for another, and takes the place of one that is gone', async () => {
    const logs = join(root, 'content/logs');
    write(LOG, text(LINES));
    const path = join(logs, '.deposit.lock');
    const letGo = await lock(path, 'deposit');
    await expect(lock(path, 'deposit', 0)).rejects.toThrow(/Another deposit is at work/);
    const second = run();
    letGo();
    expect(told(await second)).toEqual([{ known: 0, added: 60, hole: false }]);
    writeFileSync(path, `999999999 ${hostname()} 1\n`);
    expect(told(await run())).toEqual([{ known: 60, added: 0, hole: false }]);
    // Killed between making its lock and writing it.
    writeFileSync(path, '');
    await expect(lock(path, 'deposit', 0)).rejects.toThrow(/Another deposit is at work/);
    utimesSync(path, new Date(), new Date(Date.now() - 6000));
    expect(told(await run())).toEqual([{ known: 60, added: 0, hole: false }]);
    // Of another machine nothing is known but how long it has been.
    writeFileSync(path, `999999999 not-${hostname()} 1\n`);
    await expect(lock(path, 'deposit', 0)).rejects.toThrow(/Another deposit is at work/);
    utimesSync(path, new Date(), new Date(Date.now() - 3_700_000));
    expect(told(await run())).toEqual([{ known: 60, added: 0, hole: false }]);
    expect(readdirSync(logs).sort()).toEqual(['.deposits.json', 'xchat2']);
  });

  it('never writes a line twice when two run at once', async () => {
    write(LOG, text(LINES));
    await Promise.all([run(), run(), run()]);
    expect(deposited()).toEqual({ [LOG]: text(LINES) });
  });

  it("keeps two people's clients apart", async () => {
    write(LOG, text(LINES.slice(0, 30)));
    write('bob/xchat2/scrollback/net/#loom.txt', text(LINES.slice(10)));
    await run();
    await expect(run({ from: [join(root, 'bob/xchat2')] })).rejects.toThrow(
      /logs\/xchat2 holds what is deposited from .*--as/,
    );
    await run({ from: [join(root, 'bob/xchat2')], as: 'bob' });
    expect(Object.keys(deposited())).toEqual(['bob/scrollback/net/#loom.txt', LOG]);
  });

  it('says so in a sentence where there is nothing, or nothing that ends', async () => {
    await expect(run({ from: [join(root, 'nowhere')] })).rejects.toThrow(/There is nothing at .*nowhere/);
    await expect(run({ from: ['/dev/zero'] })).rejects.toThrow(/\/dev\/zero is not a file that can be read to its end/);
  });
});

describe('an archive of deposits', () => {
  const SETTINGS = 'zone: America/Chicago\n';
  const windows = [LINES.slice(0, 20), LINES.slice(5, 31), LINES.slice(20, 44), LINES.slice(44 - 3)];

  it('is that of all the windows', async () => {
    for (const window of windows) {
      write(LOG, text(window));
      await run();
    }
    const one = await made({ 'archive.yaml': SETTINGS, [`logs/${LOG}`]: deposited()[LOG] ?? '' });
    const all = await made({
      'archive.yaml': SETTINGS,
      ...Object.fromEntries(windows.map((window, index) => [`logs/${index}/#loom.txt`, text(window)])),
    });
    const bytes = (which: typeof one): unknown =>
      Object.entries(which.days).map(([key, day]) => [key, { ...day, channel: undefined }]);
    expect(bytes(one)).toEqual(bytes(all));
  });

  it('shows a hole as a gap, until a log has what was missing', async () => {
    write(LOG, text(LINES.slice(0, 20)));
    await run();
    write(LOG, text(LINES.slice(40)));
    await run({ now: START + 9000 });
    const files = Object.fromEntries(Object.entries(deposited()).map(([path, bytes]) => [`logs/${path}`, bytes]));
    const holes = async (more: Readonly<Record<string, string>>) => {
      const { days } = await made({ 'archive.yaml': SETTINGS, ...files, ...more });
      expect(Object.keys(days)).toEqual(['loom/2013-10-02']);
      return days['loom/2013-10-02']?.gaps.filter(({ cause }) => cause === 'hole');
    };
    expect(await holes({})).toEqual([{ from: START + 19 * 40, to: START + 40 * 40, cause: 'hole' }]);
    expect(await holes({ 'logs/older/scrollback/net/#loom.txt': text(LINES.slice(10, 50)) })).toEqual([]);
  });
});

describe('what cannot be read', () => {
  it('is a log for which a folder stands in the archive', async () => {
    write('xchat2/scrollback/net/#warp.txt', text(LINES));
    write(LOG, text(LINES));
    const folder = join(root, 'content/logs', LOG);
    mkdirSync(folder, { recursive: true });
    const { logs, faults } = await run();
    expect(logs.map(({ window }) => window)).toEqual(['#warp']);
    expect(faults).toEqual([`${folder} is a folder, where the file ${join(root, LOG)} would go: move one of them.`]);
  });

  it('is told of, and keeps no other log from being deposited', async () => {
    write('xchat2/scrollback/net/#warp.txt', text(LINES));
    write(LOG, text(LINES));
    write(`${LOG}.1.gz`, gzipSync(text(LINES.slice(0, 30))).subarray(0, 60));
    writeFileSync(
      Buffer.concat([Buffer.from(join(root, 'xchat2/#k')), Buffer.from([0xf6]), Buffer.from('ln.txt')]),
      text(LINES),
    );
    mkdirSync(Buffer.concat([Buffer.from(join(root, 'xchat2/m')), Buffer.from([0xf6]), Buffer.from('w')]));
    const { logs, faults } = await run();
    expect(logs.map(({ window, added }) => ({ window, added }))).toEqual([{ window: '#warp', added: LINES.length }]);
    expect(faults).toEqual([
      expect.stringMatching(/#k.ln\.txt has a name that is not UTF-8, so it cannot be read: rename it\.$/),
      expect.stringMatching(/m.w has a name that is not UTF-8, so it cannot be read: rename it\.$/),
      expect.stringMatching(/#loom\.txt\.1\.gz cannot be unpacked \(.*\), so nothing was deposited of its log/),
    ]);
    write(`${LOG}.1.gz`, gzipSync(text(LINES.slice(0, 30))));
    expect((await run()).logs.find(({ window }) => window === '#loom')?.added).toBeGreaterThanOrEqual(LINES.length);
  });

  it('is told of where permission is missing, be it a log or a folder', async () => {
    write('xchat2/scrollback/net/#warp.txt', text(LINES));
    write('xchat2/scrollback/other/#weft.txt', text(LINES));
    write(LOG, text(LINES));
    for (const path of ['', 'content']) chmodSync(join(root, path), 0o777);
    for (const path of [LOG, 'xchat2/scrollback/other']) chmodSync(join(root, path), 0);
    // Whoever may do everything is somebody else meanwhile.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    const { logs, faults } = await run().finally(() => isRoot && process.seteuid?.(0));
    chmodSync(join(root, 'xchat2/scrollback/other'), 0o755);
    expect(logs.map(({ window }) => window)).toEqual(['#warp']);
    expect(faults).toEqual(
      ['xchat2/scrollback/other', LOG].map((path) => `${join(root, path)} cannot be read: permission is missing.`),
    );
  });

  it('is a mistake where it is the list of who deposited what', async () => {
    write(LOG, text(LINES));
    await run();
    write('content/logs/.deposits.json', '{"xchat2":');
    await expect(run()).rejects.toThrow(/\.deposits\.json is damaged: it tells where the logs/);
  });
});

it('A log that a client appends to meanwhile is never read twice', async () => {
  write(LOG, text(LINES.slice(0, 10)));
  for (const one of LINES.slice(10)) {
    appendFileSync(join(root, LOG), `${one}\n`);
    await run();
  }
  expect(deposited()).toEqual({ [LOG]: text(LINES) });
});

describe('a single log', () => {
  it('goes where it would go with its folder, so that its network is known, and beside others of it', async () => {
    const other = LOG.replace('#loom', '#warp');
    for (const path of [LOG, other, LOG.replace('#loom', '#weft')]) write(path, text(LINES));
    await run({ from: [LOG, other].map((path) => join(root, path)) });
    expect(Object.keys(deposited())).toEqual(['net/#loom.txt', 'net/#warp.txt']);
    const { logs } = await run({ from: [join(root, 'xchat2/scrollback/net')] });
    expect(logs.map(({ window, added }) => [window, added])).toEqual([
      ['#loom', 0],
      ['#warp', 0],
      ['#weft', 60],
    ]);
  });
});

it('A log whose lines end in returns alone is copied as it grows', async () => {
  const old = text(LINES).replaceAll('\n', '\r');
  const cut = old.indexOf('\r', 900) + 1;
  write(LOG, old.slice(0, cut + 9));
  const known = old.slice(0, cut).split('\r').length - 1;
  expect(told(await run())).toEqual([{ known: 0, added: known, hole: false }]);
  write(LOG, old);
  expect(told(await run())).toEqual([{ known, added: 60 - known, hole: false }]);
  expect(deposited()).toEqual({ [LOG]: old });
});

describe('a log that is one document', () => {
  const TRANSCRIPT = 'xchat2/#xpmem.colloquyTranscript';
  const whole = readFileSync(join(import.meta.dirname, '../formats/colloquy/one-line/input.xml'), 'utf8');
  const ends = [...whole.matchAll(/<\/(?:message|event)>(?=<(?:message|event|envelope|\/))/g)];
  const upTo = (end: number): string => {
    const part = whole.slice(0, end);
    return `${part}${part.lastIndexOf('<envelope') > part.lastIndexOf('</envelope>') ? '</envelope>' : ''}</log>`;
  };

  it('is taken as it is now each time it has grown, whatever was written over its end', async () => {
    expect(ends.length).toBeGreaterThan(3);
    for (const { index } of ends) {
      write(TRANSCRIPT, upTo(index + whole.slice(index).indexOf('>') + 1));
      expect((await run()).faults).toEqual([]);
    }
    write(TRANSCRIPT, whole);
    await run();
    expect((await run()).logs).toMatchObject([{ document: true, added: 0, hole: false }]);
    expect(deposited()).toEqual({ [TRANSCRIPT]: whole });
  });

  it('keeps what was deposited where it was begun anew, or is just written', async () => {
    write(TRANSCRIPT, whole);
    await run();
    write(TRANSCRIPT, whole.slice(0, 900));
    await run();
    expect(deposited()).toEqual({ [TRANSCRIPT]: whole });
    const anew = whole.replaceAll('2012-', '2013-');
    write(TRANSCRIPT, anew);
    expect((await run()).logs).toMatchObject([{ hole: true }]);
    expect(Object.values(deposited()).sort()).toEqual([whole, anew].sort());
  });
});
