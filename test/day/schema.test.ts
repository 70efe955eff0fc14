import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { DAY_SCHEMA } from '../../src/day-schema.ts';
import type { DayFile } from '../../src/day.ts';
import { KINDS, type Entry, type EventKind } from '../../src/events.ts';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile<DayFile>(DAY_SCHEMA);

const at = 1760943673;
const entries: { readonly [K in EventKind]: readonly Entry[] } = {
  message: [
    { id: 't100113jqwa', at, kind: 'message', nick: 'wren', text: 'oh no', prefix: '@' },
    {
      id: 't100113jqwau2',
      at: at + 0.25,
      kind: 'message',
      text: 'hi',
      styled: '\x02hi',
      own: true,
      aliases: ['t100112abcdef'],
    },
  ],
  action: [{ id: 't100114jqwa', at, precision: 60, kind: 'action', nick: 'wren', text: 'waves' }],
  notice: [{ id: 't100115jqwa', at, kind: 'notice', nick: 'wren', text: 'ops!', to: '@' }],
  join: [{ id: 't100116jqwa', at, stamp: 'assumed', kind: 'join', nick: 'wren', host: 'a@b' }],
  part: [{ id: 't100117jqwa', at, kind: 'part', nick: 'wren', reason: '' }],
  quit: [{ id: 't100118jqwa', at, fold: 'unknown', kind: 'quit', nick: 'wren', host: 'a@b', reason: 'bye' }],
  kick: [{ id: 't100119jqwa', at, kind: 'kick', nick: 'wren', target: 'dov', reason: 'mud' }],
  nick: [{ id: 't100120jqwa', at, kind: 'nick', nick: 'wren', to: 'wren_' }],
  mode: [{ id: 't100121jqwa', at, kind: 'mode', changes: '+o wren' }],
  topic: [{ id: 't100122jqwa', at, kind: 'topic', nick: 'wren', text: '' }],
  log: [
    { id: 't100123jqwa', at, kind: 'log', event: 'open', text: 'Log opened' },
    {
      id: 't100124jqwa',
      at,
      kind: 'log',
      event: 'info',
      text: 'line removed',
      removed: true,
      aliases: ['2025-10-21/t000000jqwa'],
    },
  ],
  unparsed: [{ id: 't100125jqwa', at, kind: 'unparsed', text: '?' }],
};

const DAY: DayFile = {
  version: 1,
  channel: { slug: 'limpet', name: '#limpet', network: 'saltnet' },
  date: '2025-10-20',
  zone: 'Europe/Helsinki',
  start: 1760907600,
  end: 1760994000,
  entries: Object.values(entries).flat(),
  people: [{ name: 'wren', nicks: ['wren', 'wren_'] }],
  stays: [{ nick: 'wren', from: at, to: at + 9, start: 'seen', evidence: at, end: 'quit' }],
  gaps: [{ from: 1760907600, to: at, cause: 'before-log' }],
  problems: { 'unparsed-line': 0 },
};

const faultsOf = (day: unknown): readonly unknown[] => (validate(day) ? [] : (validate.errors ?? []));
const withEntry = (entry: object): unknown => ({ ...DAY, entries: [entry] });

describe('the schema of the day file', () => {
  test('takes a day with every kind of entry', () => {
    expect(Object.keys(entries).sort()).toEqual(Object.keys(KINDS).sort());
    expect(faultsOf(DAY)).toEqual([]);
  });

  test('takes the example of the docs', () => {
    const [, json = ''] = /^```json\n(.*?)^```/ms.exec(readFileSync('docs/day-file.md', 'utf8')) ?? [];
    expect(faultsOf(JSON.parse(json))).toEqual([]);
  });

  test('refuses any field that it does not name, and a missing one that each kind has', () => {
    for (const entry of DAY.entries) expect(faultsOf(withEntry({ ...entry, file: 'a.log' }))).not.toEqual([]);
    for (const key of Object.keys(DAY)) expect(faultsOf({ ...DAY, [key]: undefined, x: 1 })).not.toEqual([]);
    for (const key of ['id', 'at', 'kind', 'text'] as const) {
      expect(faultsOf(withEntry({ ...entries.message[0], [key]: undefined }))).not.toEqual([]);
    }
    expect(faultsOf(withEntry({ ...entries.join[0], text: 'hello' }))).not.toEqual([]);
    expect(faultsOf(withEntry({ ...entries.log[0], names: ['wren'] }))).not.toEqual([]);
  });

  test.each(['t100113jqw', 't100113jqwaa', 't100113jqwi', '100113jqwa', 't100113jqwau0', 't100113jqwa\n'])(
    'refuses the address %j',
    (id) => {
      expect(faultsOf(withEntry({ ...entries.join[0], id }))).not.toEqual([]);
    },
  );
});
