// The JSON lines: their published schema, and what is and is not one.
import { join } from 'node:path';
import { format } from 'prettier';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { EVENT_LINE, HEADER_LINE, stampOfLine, toldBy } from '../../../src/formats/parts/jsonl.ts';
import { jsonSchemaOf } from './json-schema-of.ts';

const PUBLISHED = join(import.meta.dirname, '../../../docs/jsonl.schema.json');

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A line of Daybook’s JSON lines',
  description:
    'The first line of a file may say where the rest was said; every other line is one event. See docs/jsonl.md.',
  anyOf: [jsonSchemaOf(HEADER_LINE), jsonSchemaOf(EVENT_LINE)],
};

test('the published schema is the one that the format reads by', async () => {
  const written = await format(JSON.stringify(schema), { parser: 'json', printWidth: 120 });
  await expect(written).toMatchFileSnapshot(PUBLISHED);
});

const LINES: readonly (readonly [right: boolean, line: unknown])[] = [
  [true, { daybook: 1 }],
  [true, { daybook: 1, channel: '#xpmem', network: 'labnet' }],
  [false, { daybook: 2 }],
  [true, { at: 1, kind: 'message', nick: 'alice', text: 'ops only', to: '@' }],
  [true, { at: 0, kind: 'message', text: '' }],
  [true, { at: 1380742174.25, kind: 'message', nick: 'alice', text: 'hello', prefix: '@', own: true }],
  [true, { at: '2013-10-02T14:29:34-05:00', kind: 'join', nick: 'Alice B.' }],
  [true, { at: '2013-10-02T14:29Z', kind: 'quit', nick: 'alice', reason: '' }],
  [true, { at: '2013-10-02T14:29:34.125+05:30', kind: 'kick', target: 'bob' }],
  [true, { at: 1, kind: 'mode', changes: '+ov a b' }],
  [true, { at: 1, kind: 'log', event: 'info', text: 'names', names: ['alice', 'bob'] }],
  [false, { kind: 'message', nick: 'alice', text: 'no moment' }],
  [false, { at: -1, kind: 'message', text: 'before the epoch' }],
  [false, { at: 1e15, kind: 'message', text: 'in milliseconds' }],
  [false, { at: '1380742174', kind: 'message', text: 'a number as text' }],
  [false, { at: '2013-10-02T14:29:34', kind: 'message', text: 'no offset' }],
  [false, { at: '2013-10-02T24:29:34Z', kind: 'message', text: 'no such hour' }],
  [false, { at: 1, kind: 'message', nick: '', text: 'an empty nick' }],
  [false, { at: 1, kind: 'message', nick: 'a\nb', text: 'a nick of two lines' }],
  [false, { at: 1, kind: 'message', nick: 'alice' }],
  [false, { at: 1, kind: 'message', nick: 'alice', text: 'x', color: 'red' }],
  [false, { at: 1, kind: 'join', nick: 'alice', own: false }],
  [false, { at: 1, kind: 'nick', nick: 'alice' }],
  [false, { at: 1, kind: 'mode', changes: 'o bob' }],
  [false, { at: 1, kind: 'log', event: 'other', text: '' }],
  [false, { at: 1, kind: 'whisper', text: '' }],
  [false, [1, 'message']],
  [false, 'message'],
  [false, null],
];

describe('what is a line', () => {
  const valid = new Ajv2020({ strict: false }).compile(schema);

  test.each(LINES)('%s: %j', (right, line) => {
    expect(v.is(HEADER_LINE, line) || v.is(EVENT_LINE, line)).toBe(right);
    expect(valid(line)).toBe(right);
  });
});

test('a day that no calendar has is no moment', () => {
  expect(stampOfLine('2013-02-29T12:00:00Z')).toBeUndefined();
  expect(toldBy({ at: '2013-02-29T12:00:00Z', kind: 'message', text: 'x' })).toBeUndefined();
});
