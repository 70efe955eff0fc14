// The importers: a document read as it lies among the logs, and imported first, gives the same events.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importFile } from '../../src/commands/import.ts';
import type { LogFormat } from '../../src/format.ts';
import daybookJsonl from '../../src/formats/daybook-jsonl.ts';
import discordExport from '../../src/formats/discord-export.ts';
import elementExport from '../../src/formats/element-export.ts';
import { elementsOf } from '../../src/import/elements.ts';
import { Mistake } from '../../src/mistake.ts';
import { compile } from '../build/cli.ts';

const FIXTURES = join(import.meta.dirname, '../formats');
let folder: string;
let said: string[];
const io = {
  out: (line: string) => void said.push(line),
  data: (line: string) => void said.push(line),
  err: (line: string) => void said.push(`! ${line}`),
  terminal: false,
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-import-'));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const eventsOf = (format: LogFormat, text: string): readonly unknown[] => {
  const parse = format.open({});
  return text
    .split('\n')
    .flatMap((line, index) => parse({ number: index + 1, text: line }).filter(({ is }) => is === 'event'));
};

describe.each([
  { from: 'matrix', format: elementExport },
  { from: 'discord', format: discordExport },
])('$from', ({ from, format }) => {
  test.each(readdirSync(join(FIXTURES, format.name)))(
    'the imported lines of %s tell what the document does',
    async (name) => {
      const file = join(FIXTURES, format.name, name, 'input.json');
      const to = join(folder, 'imported.jsonl');
      expect(await importFile({ from, file, to }, io)).toBe(0);
      const lines = readFileSync(to, 'utf8');
      expect(JSON.parse(lines.split('\n')[0] ?? '')).toMatchObject({ daybook: 1 });
      expect(eventsOf(daybookJsonl, lines)).toEqual(eventsOf(format, readFileSync(file, 'utf8')));
    },
  );
});

test('what comes after the cut of a document is missed', async () => {
  const whole = readFileSync(join(FIXTURES, 'discord-export/what-people-say/input.json'), 'utf8');
  const file = join(folder, 'cut.json');
  writeFileSync(file, whole.slice(0, whole.lastIndexOf('"author"')));
  expect(await importFile({ from: 'discord', file, to: join(folder, 'imported.jsonl') }, io)).toBe(1);
  expect(said.at(-1)).toBe(`! ${file} is cut off: what came after its last whole message is missing.`);
});

describe('a mistake is one sentence, and nothing is written', () => {
  const here = (name: string, text: string | Buffer): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  test('an importer that is none', async () => {
    await expect(importFile({ from: 'slack', file: here('a.json', '{}') }, io)).rejects.toThrow(
      new Mistake('There is no importer slack: it is one of discord, matrix.'),
    );
  });

  test('a document of another kind', async () => {
    const file = here('a.json', '{"guild":{},"channel":{},"messages":[{}]}');
    await expect(importFile({ from: 'matrix', file }, io)).rejects.toThrow(/is not a Matrix room/);
    expect(said).toEqual([]);
  });

  test('a document without a message, which may be of the right kind', async () => {
    const file = here('empty.json', '{"room_name":"loom","exported_by":"ada","messages":[]}');
    await expect(importFile({ from: 'matrix', file }, io)).rejects.toThrow(
      /is not a Matrix room .*, or holds no message\.$/,
    );
  });

  test('a file that cannot be read', async () => {
    const file = here('cut.json.gz', gzipSync('{"room_name":"loom"}').subarray(0, 20));
    await expect(importFile({ from: 'matrix', file }, io)).rejects.toThrow(
      /cannot be read: its gzip data end too early\.$/,
    );
  });

  test('a file that is there already', async () => {
    const file = join(FIXTURES, 'element-export/one-line/input.json');
    const to = here('kept.jsonl', 'kept');
    await expect(importFile({ from: 'matrix', file, to }, io)).rejects.toThrow(/it is there already/);
    expect(readFileSync(to, 'utf8')).toBe('kept');
  });
});

/** An export that has what a small one has so many times. */
function longExport(times: number): string {
  const few = JSON.parse(
    readFileSync(join(FIXTURES, 'element-export/edits-replies-and-redactions/input.json'), 'utf8'),
  ) as { readonly messages: readonly unknown[] };
  const file = join(folder, `${times}.json`);
  writeFileSync(file, JSON.stringify({ ...few, messages: Array.from({ length: times }, () => few.messages).flat() }));
  return file;
}

test('Who reads slowly reads all', () => {
  compile();
  const file = longExport(2000);
  const [slow, direct] = ['| (sleep 1; cat)', ''].map((end) => {
    const command = `"$0" build/program/cli.js import matrix '${file}' ${end}`;
    return spawnSync('bash', ['-c', command, process.execPath], { encoding: 'utf8', maxBuffer: 1e8 }).stdout;
  });
  // More than a pipe holds.
  expect(direct!.length).toBeGreaterThan(1e5);
  expect(slow).toBe(direct);
});

test('A file that cannot be written to its end is not left behind', () => {
  compile();
  const [file, to] = [longExport(50), join(folder, 'full.jsonl')];
  // No file may be longer than a block, as if the disk were full before the last line.
  const command = `trap '' XFSZ; ulimit -f 1; exec "$0" build/program/cli.js import matrix '${file}' --to '${to}'`;
  const { status, stderr } = spawnSync('bash', ['-c', command, process.execPath], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([2, 'A file cannot be written to its end: the system lets no file be so large.\n']);
  expect(existsSync(to)).toBe(false);
});

describe('the elements of a list', () => {
  const read = (pieces: readonly string[]): readonly string[] => {
    const { feed } = elementsOf('messages');
    return pieces.flatMap(feed);
  };

  test.each([
    ['{"a":[1,{"messages":[0]}],"messages":[{"b":"]}"},{"c":[[]]}],"d":[{}]}', ['{"b":"]}"}', '{"c":[[]]}']],
    ['{"text":"\\"messages\\":[{\\"no\\":1}]","messages" : [ {} ]}', ['{}']],
    ['{"messages":[]}', []],
    ['{"messages":[1,"two"]}', []],
    ['{"messages":{"0":{}}}', []],
    ['[{"messages":[{}]}]', []],
    ['}}}{"messages":[{}]}', []],
    ['{"messages":[{"cut": "off', []],
  ])('of %s', (document, elements) => {
    expect(read([document])).toEqual(elements);
    expect(read([...document])).toEqual(elements);
  });
});
