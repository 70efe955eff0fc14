import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { linesAt, readLines, readSample, type Batch, type ReadOptions } from '../../src/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function file(content: string | Buffer): string {
  const path = join(folder, `${String(++files)}.log`);
  writeFileSync(path, content);
  return path;
}

async function batches(path: string, options?: ReadOptions): Promise<readonly Batch[]> {
  const all: Batch[] = [];
  for await (const batch of readLines(path, options)) all.push(batch);
  return all;
}

async function texts(content: string | Buffer, options?: ReadOptions): Promise<readonly string[]> {
  return (await batches(file(content), options)).flatMap(({ lines }) => lines.map(({ text }) => text));
}

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

describe('line ends', () => {
  test('are LF or CRLF, also mixed, and CRs before an LF go with it', async () => {
    expect(await texts('one\ntwo\r\nthree\r\r\n\nfive\n')).toEqual(['one', 'two', 'three', '', 'five']);
  });

  test('are lone CRs in a file without LF', async () => {
    expect(await texts('[09:01] one\r[09:02] two\r\r[09:03] three')).toEqual([
      '[09:01] one',
      '[09:02] two',
      '',
      '[09:03] three',
    ]);
  });

  test('are lone CRs among LFs only before something that begins as stamped lines do', async () => {
    expect(await texts('[09:01] one\n[09:02] two\r[09:03] three\n[09:04] fo\rur\n')).toEqual([
      '[09:01] one',
      '[09:02] two',
      '[09:03] three',
      '[09:04] fo\rur',
    ]);
  });

  test('are only CR and LF: other separators of lines stay in the text', async () => {
    expect(await texts('a\u2028b\u0085c\vd\fe\n')).toEqual(['a\u2028b\u0085c\vd\fe']);
  });
});

describe('the end of a file', () => {
  test('without a line feed is told, and where its last line begins', async () => {
    const all = await batches(file('one\ntw'));
    expect(all.at(-1)).toEqual({
      lines: [{ number: 2, text: 'tw' }],
      end: 4,
      next: 2,
      unfinished: true,
    });
  });

  test('in the stamp of its last line is told', async () => {
    const begun = async (text: string): Promise<unknown> => (await batches(file(text))).at(-1)?.begun;
    const log = '2013-10-02 09:01:02\tada\thi\n';
    for (const end of ['2', '2013', '2013-1', '2013-10-02 09:0']) expect(await begun(log + end)).toBe(true);
    for (const end of ['', 'and so on', '13:10', '[2013']) expect(await begun(log + end)).toBeUndefined();
    for (const end of ['O', 'Oct', 'Oct 0']) expect(await begun(`Oct 02 09:01:02 <ada>\thi\n${end}`)).toBe(true);
  });

  test('of an empty file gives one batch without lines', async () => {
    expect(await batches(file(''))).toEqual([{ lines: [], end: 0, next: 1 }]);
  });

  test('is where reading goes on when the file has grown', async () => {
    const path = file('\ufeffone\ntwo\nthr');
    const before = (await batches(path)).at(-1)!;
    writeFileSync(path, '\ufeffone\ntwo\nthree\nfour\n');
    const [after] = await batches(path, { from: before.end, number: before.next });
    expect(after?.lines).toEqual([
      { number: 3, text: 'three' },
      { number: 4, text: 'four' },
    ]);
  });
});

describe('encodings', () => {
  test('are UTF-8, and Windows-1252 line by line where a line is no UTF-8', async () => {
    const path = file(bytes('café ☕\n', [0x63, 0x61, 0x66, 0xe9, 0x20, 0x80], '\n', 'naïve\n'));
    const [batch] = await batches(path);
    expect(batch?.lines.map(({ text }) => text)).toEqual(['café ☕', 'café €', 'naïve']);
  });

  test('are told line by line, too, where lone CRs end the lines', async () => {
    const content = bytes('[09:01] café ☕\r[09:02] caf', [0xe9], '\r[09:03] naïve');
    expect(await texts(content)).toEqual(['[09:01] café ☕', '[09:02] café', '[09:03] naïve']);
  });

  test('are UTF-8 where they were cut within their last character', async () => {
    const cut = (...lines: readonly (readonly [string, readonly number[], string])[]): Promise<readonly string[]> =>
      texts(bytes(...lines.flatMap(([text, half, end]) => [text, [...half], `${end}\n`])));
    expect(
      await cut(
        ['добрый веч', [0xd0], ''],
        ['* ada quit (в гости \u2603', [0xf0, 0x9f, 0xa6], ')'],
        ['\u0002café', [0xe2, 0x98], '\u000f '],
      ),
    ).toEqual(['добрый веч\ufffd', '* ada quit (в гости \u2603\ufffd)', '\u0002café\ufffd\u000f ']);
    // no other character shows that it is UTF-8, or the byte begins none, or is not the last
    expect(await cut(['the caf', [0xe9], ''], ['café \u00e9', [0x94], ''], ['café caf', [0xe9], ' au lait'])).toEqual([
      'the café',
      'cafÃ© Ã©\u201d',
      'cafÃ© café au lait',
    ]);
  });

  test('of Windows-1252 give each of the 256 bytes a character of its own', async () => {
    const all = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => ![0, 10, 13].includes(byte));
    const [text = ''] = await texts(bytes(all, '\n'));
    expect([...text]).toHaveLength(all.length);
    expect(new Set(text).size).toBe(all.length);
    expect([0x80, 0x81, 0x8d, 0x8f, 0x90, 0x9d, 0x9f].map((byte) => text[all.indexOf(byte)])).toEqual([
      '\u20ac',
      '\u0081',
      '\u008d',
      '\u008f',
      '\u0090',
      '\u009d',
      '\u0178',
    ]);
  });

  test('show in a byte order mark, which is no part of the text', async () => {
    expect(await texts('\ufeffone\n')).toEqual(['one']);
    const wide = '\ufeffone ☕\r\ntwo 😀\nthree';
    const little = Buffer.from(wide, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const content of [little, big]) {
      expect(await texts(content)).toEqual(['one ☕', 'two 😀', 'three']);
      expect(await texts(content, { chunk: 3 })).toEqual(['one ☕', 'two 😀', 'three']);
      // As it grows, it is taken up where its last line begins.
      expect((await batches(file(content))).at(-1)).toMatchObject({ end: content.length - 10, next: 3 });
    }
  });

  test('show in the zeros of what is ASCII where UTF-16 has no mark', async () => {
    const said = ['[09:01:02] <alice> roses ☕', '[09:01:05] <борис> тюльпаны цветут'];
    const little = Buffer.from(said.join('\r\n'), 'utf16le');
    for (const content of [little, Buffer.from(little).swap16()]) expect(await texts(content)).toEqual(said);
    const crashed = bytes('[09:01] one\n', new Array<number>(101).fill(0), '[09:02] café\n');
    expect(await texts(crashed)).toEqual(['[09:01] one', '[09:02] café']);
  });

  test('may be marked again where files were joined', async () => {
    expect(await texts('\ufeffone\n\ufefftwo \ufeff\n')).toEqual(['one', 'two \ufeff']);
    expect(await texts(bytes('\ufeffone\n\ufeffcaf', [0xe9], '\n'))).toEqual(['one', 'café']);
  });

  test('hold no NUL: what a crash left of a block is taken out', async () => {
    const [batch] = await batches(file('\0\0\0**** BEGIN\none\0two\n\0\0\0\n'));
    expect(batch?.lines.map(({ text }) => text)).toEqual(['**** BEGIN', 'onetwo', '']);
    const hole = '\0'.repeat(512);
    const torn = `[09:01] <ada> ro${hole}--- Log opened\n[09:05] <bob> tu${hole}\n[09:06] <eve> x${hole}\r\n${hole}`;
    expect(await texts(torn)).toEqual(['[09:01] <ada> ro', '--- Log opened', '[09:05] <bob> tu', '[09:06] <eve> x']);
  });
});

describe('gzip', () => {
  const content = Buffer.from('one\ntwo\nthree\n');

  test('is known by its bytes, and several members are one file', async () => {
    const packed = Buffer.concat([gzipSync(content.subarray(0, 6)), gzipSync(content.subarray(6))]);
    expect(await texts(packed)).toEqual(['one', 'two', 'three']);
  });

  test('is taken up again at an offset of the unpacked bytes', async () => {
    const [batch] = await batches(file(gzipSync(content)), { from: 4, number: 2 });
    expect(batch?.lines[0]).toEqual({ number: 2, text: 'two' });
  });

  test('that is cut off or damaged gives what can be read, and says so', async () => {
    const long = Buffer.from(Array.from({ length: 20_000 }, (_, n) => `line ${String(n * 7919)}\n`).join(''));
    const packed = gzipSync(long);
    const cut = await batches(file(packed.subarray(0, packed.length / 2)));
    expect(cut.at(-1)?.damage).toBe('its gzip data end too early');
    expect(cut[0]?.lines[0]?.text).toBe('line 0');
    packed.fill(0x55, 200, 400);
    expect((await batches(file(packed))).at(-1)?.damage).toBe('its gzip data are damaged');
  });

  test('of a short log whose sum is wrong, or behind which something stands, gives all but the end of it', async () => {
    const lines = Array.from({ length: 50 }, (_, n) => `[09:${String(n + 10)}:00] <alice> roses ${String(n * 7919)}`);
    const packed = gzipSync(Buffer.from(lines.join('\n')));
    const wrong = Buffer.from(packed);
    wrong.writeUInt32LE(1, wrong.length - 8);
    for (const content of [wrong, Buffer.concat([packed, Buffer.from('not packed')])]) {
      const read = await batches(file(content));
      expect(read.at(-1)?.damage).toBe('its gzip data are damaged');
      const texts = read.flatMap((batch) => batch.lines.map(({ text }) => text));
      expect(texts.slice(0, 48)).toEqual(lines.slice(0, 48));
    }
  });
});

describe('a file', () => {
  test('that cannot be opened gives one batch that says why', async () => {
    const [batch, ...others] = await batches(join(folder, 'nothing-here.log'));
    expect(batch).toMatchObject({ lines: [], damage: 'it is not there' });
    expect(others).toEqual([]);
    expect((await batches(folder)).at(-1)?.damage).toBe('it is a folder');
  });

  test('may hold lines of any length', async () => {
    const long = 'é'.repeat(3_000_000);
    expect(await texts(`a\n${long}\nb\n`, { chunk: 65_536 })).toEqual(['a', long, 'b']);
  });

  test('without line ends is handed on in pieces, none of which cuts a character', async () => {
    const pieces = await texts('é'.repeat(1_000), { chunk: 64, longest: 255 });
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.join('')).toBe('é'.repeat(1_000));
  });

  test('gives the same lines whatever is read at a time', { timeout: 60_000 }, async () => {
    const piece = fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '\r', '\0', '\ufeff', '[09:01] b', '\u2028');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), async (parts, chunk) => {
        const content = Buffer.from(parts.join(''));
        const whole = await batches(file(content));
        const small = await batches(file(content), { chunk });
        const packed = await batches(file(gzipSync(content)), { chunk: 64 });
        const byContent = await batches(file(content), { chunk, byContent: true });
        const lines = whole.flatMap((batch) => batch.lines);
        expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
        for (const other of [small, packed, byContent]) expect(other.flatMap((batch) => batch.lines)).toEqual(lines);
      }),
      { numRuns: 100 },
    );
  });

  test('read on from the end of any batch gives the rest of its lines', async () => {
    const content = Array.from({ length: 40 }, (_, n) => `${'é'.repeat(n)}${n % 3 ? '\n' : '\r\n'}`).join('');
    const path = file(content);
    const lines = (await batches(path)).flatMap((batch) => batch.lines);
    const all = [...(await batches(path, { chunk: 50 })), ...(await batches(path, { chunk: 50, byContent: true }))];
    for (const { end, next } of all) {
      const rest = (await batches(path, { from: end, number: next })).flatMap((batch) => batch.lines);
      expect(rest).toEqual(lines.slice(next - 1));
    }
  });
});

describe('batches that end by content', () => {
  const said = Array.from({ length: 3_000 }, (_, n) => `[09:01] <ada> ${Math.imul(n, 2_654_435_761).toString(36)}\n`);
  const ends = async (lines: readonly string[], from = 0): Promise<readonly number[]> =>
    (await batches(file(lines.join('')), { chunk: 4_096, byContent: true, from })).map(({ end }) => end);

  test('have half a chunk to a chunk', async () => {
    const sizes = (await ends(said)).map((end, index, all) => end - (all[index - 1] ?? 0));
    expect(sizes.length).toBeGreaterThan(20);
    for (const size of sizes.slice(0, -2)) expect(size).toSatisfy((bytes) => bytes > 2_048 && bytes <= 4_096);
  });

  test('end where they did, but for few, when a line is put in before them', async () => {
    const line = '[09:00] <bob> forgotten\n';
    const more = await ends(said.toSpliced(500, 0, line));
    const before = (await ends(said)).map((end) => (end > 500 * 22 ? end + line.length : end));
    expect(before.filter((end) => !more.includes(end)).length).toBeLessThan(before.length / 4);
  });

  test('end where they did when reading begins at one of their ends', async () => {
    const all = await ends(said);
    expect(await ends(said, all[3])).toEqual(all.slice(4));
  });
});

test('single lines are found by their numbers', async () => {
  const path = file('one\ntwo\nthree\nfour');
  expect(await linesAt(path, [4, 2, 9])).toEqual([
    { number: 2, text: 'two' },
    { number: 4, text: 'four' },
  ]);
});

describe('the sample', () => {
  test('is at most 2,000 lines', async () => {
    const { lines } = await readSample(file('x\n'.repeat(3_000)));
    expect(lines).toHaveLength(2_000);
  });

  test('is at most a mebibyte, also of one line', async () => {
    const { lines } = await readSample(file(`${'x'.repeat(700_000)}\n`.repeat(3)));
    expect(lines).toHaveLength(1);
    expect((await readSample(file('x'.repeat(2_000_000)))).lines[0]?.text).toHaveLength(1_048_576);
  });

  test('names what is no text', async () => {
    const png = bytes([0x89], 'PNG\r\n', [0x1a, 10, 0, 0, 0, 13]);
    expect(await readSample(file(png))).toEqual({ lines: [], notText: 'a PNG image' });
    expect((await readSample(file(bytes([0x28, 0xb5, 0x2f, 0xfd, 1, 2, 3])))).notText).toMatch(/^a Zstandard archive/);
    const tar = `logs/#limpet.log${'\0'.repeat(241)}ustar  ${'\0'.repeat(248)}[09:01] <ada> hello\n`;
    expect((await readSample(file(tar))).notText).toMatch(/^a tar archive/);
    expect((await readSample(file('{\\rtf1\\ansi [09:01] <ada> hello\\par\n'))).notText).toMatch(/^a rich text/);
    const noise = Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * n * 31 + (n >> 3)) % 256));
    expect((await readSample(file(noise))).notText).toBe('binary data');
  });

  test('takes colour codes, NULs and other encodings for text', async () => {
    for (const text of [
      '\x0304red\x03 \x02bold\x0f \x01ACTION waves\x01\n',
      `${'\0'.repeat(4_096)}\none\n`,
      'BZhello\n',
      '[09:01:02] <ada> oops\x12\x14\x7f\n',
    ]) {
      expect((await readSample(file(text))).notText).toBeUndefined();
    }
    expect((await readSample(file(Buffer.from('\xe4\xf6\xfc\n'.repeat(100), 'latin1')))).notText).toBeUndefined();
  });

  test('is read through links and empty where there is nothing', async () => {
    const link = join(folder, 'link.log');
    symlinkSync(file('one\n'), link);
    expect((await readSample(link)).lines).toEqual([{ number: 1, text: 'one' }]);
    expect(await readSample(file(''))).toEqual({ lines: [], whole: true });
  });
});
