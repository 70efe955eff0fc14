// Every format against its fixtures: what each line of a log gives.
//
//   test/formats/<format>/<case>/input.log       a log, one idea, invented people; any bytes (`input.*` for .gz and the like)
//   test/formats/<format>/<case>/options.json    optional: { "path": "logs/net/#chan.txt", "given": FileFacts, "unclaimed": true,
//                                                          "untold": true }
//   test/formats/<format>/<case>/expected.json   { "facts": FileFacts, "lines": [ [ParsedLine, …] for each line ] }
//
// The facts are what the format finds by itself: `recognise` over the file under that path, then `survey`. The lines are read with
// them. Unless a case says `unclaimed`, no other format may claim its file with a higher score; unless it says `untold`, the file is
// then taken for a log of its format, and nobody need be asked.
// A format's rules are tested one by one where its module exports them: `export const RULES: readonly LineRule[]`, or several
// tables as `export const TABLES: Readonly<Record<string, readonly LineRule[]>>`.
// `npm run test:accept` writes expected.json; read the difference before you commit it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileFacts, LineRule, LogFormat, RawLine, Sample } from '../../src/format.ts';
import { FORMAT_NAMES } from '../../src/formats/index.ts';
import { readLines } from '../../src/read.ts';
import { recognise } from '../../src/recognise.ts';
import { FORMATS } from '../all-formats.ts';

const HERE = import.meta.dirname;
/** The fixture that every format of lines has. */
const EVERY = 'every-kind-of-event';
const SOURCES = join(HERE, '../../src/formats');

interface Options {
  readonly path?: string;
  readonly given?: FileFacts;
  readonly unclaimed?: true;
  readonly untold?: true;
}

interface FormatModule {
  readonly default: LogFormat;
  readonly RULES?: readonly LineRule[];
  readonly TABLES?: Readonly<Record<string, readonly LineRule[]>>;
}

const folders = (path: string): readonly string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];

const modules = readdirSync(SOURCES)
  .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  .map((name) => name.replace(/\.ts$/u, ''));

function optionsOf(folder: string): Options {
  const path = join(folder, 'options.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Options) : {};
}

async function linesOf(folder: string): Promise<readonly RawLine[]> {
  const name = readdirSync(folder).find((file) => file.startsWith('input.'));
  if (!name) throw new Error(`${folder} has no input`);
  const lines: RawLine[] = [];
  for await (const batch of readLines(join(folder, name))) lines.push(...batch.lines);
  return lines;
}

/** What the format finds in the file by itself, beside what is given. */
function settle(format: LogFormat, sample: Sample): FileFacts {
  const best = format.recognise(sample).toSorted((a, b) => b.score - a.score)[0];
  const facts = { ...best?.facts, ...sample.given };
  const survey = format.survey?.(facts);
  if (!survey) return facts;
  for (const line of sample.lines) if (!survey.see(line)) break;
  return { ...survey.facts(), ...sample.given };
}

const scoreOf = (format: LogFormat, sample: Sample): number =>
  Math.max(0, ...format.recognise(sample).map(({ score }) => score));

const written = (facts: FileFacts, lines: readonly unknown[]): string =>
  `{ "facts": ${JSON.stringify(facts)},\n  "lines": [\n${lines.map((line) => `    ${JSON.stringify(line)}`).join(',\n')}\n  ] }\n`;

describe.each(FORMATS.map((format) => ({ name: format.name, format })))('$name', ({ name, format }) => {
  const cases = folders(join(HERE, name));

  test('has fixtures', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  test('reads each of its own examples', () => {
    expect(format.examples.length).toBeGreaterThan(0);
    const parse = format.open({});
    for (const [index, text] of format.examples.entries()) {
      const kinds = parse({ number: index + 1, text }).map((parsed) =>
        parsed.is === 'event' ? parsed.event.kind : parsed.is,
      );
      expect(kinds, text).not.toContain('unparsed');
      expect(kinds.length, text).toBeGreaterThan(0);
    }
  });

  test('reads the example of each rule by that rule and no earlier one', async () => {
    const source = (await import(`../../src/formats/${name}.ts`)) as FormatModule;
    expect(source.default.name).toBe(name);
    const tables = { ...source.TABLES, ...(source.RULES ? { rules: source.RULES } : {}) };
    for (const [table, rules] of Object.entries(tables)) {
      for (const [index, rule] of rules.entries()) {
        const first = rules.findIndex(({ pattern }) => pattern.test(rule.example));
        expect(`${table} ${first}: ${rule.example}`).toBe(`${table} ${index}: ${rule.example}`);
      }
    }
  });

  test.each(cases)('%s', async (title) => {
    const folder = join(HERE, name, title);
    const { path = `logs/${title}.log`, given = {}, unclaimed, untold } = optionsOf(folder);
    const lines = await linesOf(folder);
    const sample: Sample = { path, lines: lines.slice(0, 2000), given };
    const facts = settle(format, sample);
    const parse = format.open(facts);
    await expect(written(facts, lines.map(parse))).toMatchFileSnapshot(join(folder, 'expected.json'));
    if (unclaimed) return;
    const own = scoreOf(format, sample);
    for (const other of FORMATS) {
      expect(scoreOf(other, sample), `${other.name} claims it too`).toBeLessThanOrEqual(own);
    }
    if (!untold) expect(recognise(sample, FORMATS)).toMatchObject({ is: 'log', format: name });
  });

  // A client's day is built again and again while it is written: what is published of it has to stay.
  if (cases.includes(EVERY))
    test('nobody is asked again about a log that grows, once it was taken for one', async () => {
      const folder = join(HERE, name, EVERY);
      const { path = `logs/${EVERY}.log`, given = {} } = optionsOf(folder);
      const lines = await linesOf(folder);
      const found = lines.map((_, index) => recognise({ path, lines: lines.slice(0, index + 1), given }, FORMATS).is);
      const since = found.slice(found.indexOf('log'));
      expect(since.length).toBeGreaterThan(1);
      expect(since).toEqual(since.map(() => 'log'));
    });
});

test('every format of the folder is listed, under the name of its file', () => {
  expect(FORMAT_NAMES.toSorted()).toEqual(modules.toSorted());
  expect(FORMATS.map(({ name }) => name)).toEqual(FORMAT_NAMES);
});

test('every folder of fixtures belongs to a format', () => {
  const names = new Set([...FORMAT_NAMES, 'parts']);
  expect(folders(HERE).filter((folder) => !names.has(folder))).toEqual([]);
});
