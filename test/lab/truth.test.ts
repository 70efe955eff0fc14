import { describe, expect, test } from 'vitest';
import type { Event, Placed } from '../../src/events.ts';
import { compare, type Truth } from './truth.ts';

const BASE = { seen_by: ['here'], userhost: 'u@host.example' };
const truth = (fields: Partial<Truth>): Truth => ({ ...BASE, time: 1000, kind: 'message', nick: 'tilda', ...fields });
const placed = (event: Event, at = 1000, more: Partial<Placed> = {}): Placed => ({
  at,
  event,
  line: 1,
  lines: 1,
  ...more,
});
const shares = (log: readonly Placed[], truths: readonly Truth[], client = 'weechat'): readonly number[] => {
  const { recall, precision } = compare(log, truths, client, 'here');
  return [recall, precision];
};

describe('A log agrees with the truth', () => {
  test.each([
    ['without formatting', 'a  \u000304red\u0003 b', 'a red b'],
    ['where a character could not be decoded', 'caf\ufffd', 'café'],
  ])('%s', (_, text, logged) => {
    const [said, shown] = text.includes('\ufffd') ? [logged, text] : [text, logged];
    expect(shares([placed({ kind: 'message', nick: 'tilda', text: shown })], [truth({ text: said })])).toEqual([1, 1]);
  });

  test('in minutes, and with irssi up to eight seconds late for modes', () => {
    const mode = truth({ kind: 'mode', time: 1019, modes: '+o', args: ['arlo'] });
    const late = placed({ kind: 'mode', nick: 'tilda', changes: '+o arlo' }, 1020, { precision: 60 });
    expect(shares([late], [mode], 'irssi')).toEqual([1, 1]);
    expect(shares([{ ...late, at: 1080 }], [mode], 'irssi')).toEqual([0, 0]);
  });

  test('about an act of its own that shows no nick', () => {
    const own = placed({ kind: 'nick', to: 'lou_', own: true });
    expect(shares([own], [truth({ kind: 'nick', nick: 'lou', target: 'lou_', observer: 'here' })])).toEqual([1, 1]);
    expect(shares([own], [truth({ kind: 'nick', nick: 'lou', target: 'lou_' })])).toEqual([0, 0]);
  });

  test('change by change', () => {
    const mode = truth({ kind: 'mode', modes: '+ov-k', args: ['arlo', 'carol', 'word'] });
    const changes = ['-k', '+v carol', '+o arlo'];
    const log = changes.map((change) => placed({ kind: 'mode', nick: 'tilda', changes: change }));
    expect(shares(log, [mode])).toEqual([1, 1]);
    expect(compare(log.slice(1), [mode], 'weechat', 'here').acts).toBe(3);
  });
});

describe('A log disagrees with the truth', () => {
  const said = truth({ text: 'hello' });
  test.each([
    ['by its words', { kind: 'message', nick: 'tilda', text: 'hallo' }, 1000],
    ['by its nick', { kind: 'message', nick: 'arlo', text: 'hello' }, 1000],
    ['by its kind', { kind: 'notice', nick: 'tilda', text: 'hello' }, 1000],
    ['by its time', { kind: 'message', nick: 'tilda', text: 'hello' }, 1060],
  ] as const)('%s', (_, event, at) => {
    expect(shares([placed(event, at)], [said])).toEqual([0, 0]);
  });

  test('by a line that it does not know, or says twice', () => {
    const line = placed({ kind: 'message', nick: 'tilda', text: 'hello' });
    expect(shares([line, line], [said])).toEqual([1, 0.5]);
    expect(shares([line, placed({ kind: 'unparsed', text: 'x' })], [said])).toEqual([1, 0.5]);
  });
});

test('What the observer could not see need not be in its log, but may be', () => {
  const unseen = truth({ text: 'hello', seen_by: [] });
  expect(shares([], [unseen])).toEqual([1, 1]);
  expect(shares([placed({ kind: 'message', nick: 'tilda', text: 'hello' })], [unseen])).toEqual([1, 1]);
});
