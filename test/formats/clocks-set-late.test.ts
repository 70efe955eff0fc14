// Stamps that a user set otherwise when a log had long been recognised: any clock before a sentence of the client is one.
import { describe, expect, test } from 'vitest';
import type { FileFacts, LogFormat } from '../../src/format.ts';
import eggdrop from '../../src/formats/eggdrop.ts';
import irssi from '../../src/formats/irssi.ts';
import limnoria from '../../src/formats/limnoria.ts';
import mirc from '../../src/formats/mirc.ts';
import pidgin from '../../src/formats/pidgin.ts';
import weechat from '../../src/formats/weechat.ts';
import xchatLog from '../../src/formats/xchat-log.ts';
import znc from '../../src/formats/znc.ts';

/** What the last of two lines is: an event with its clock, or what else. */
function last(format: LogFormat, facts: FileFacts, texts: readonly [string, string]): unknown {
  const parse = format.open(facts);
  const [, parsed] = texts.map((text, at) => parse({ number: at + 1, text }));
  return parsed?.map((one) => {
    if (one.is !== 'event') return one.is;
    const clock = one.stamp && 'clock' in one.stamp ? one.stamp.clock : undefined;
    const { hour, minute, second } = clock ?? {};
    return [one.event.kind, ...(clock ? [`${hour}:${minute}${second === undefined ? '' : `:${second}`}`] : [])];
  });
}

describe.each<[LogFormat, FileFacts, before: string, ...after: readonly [string, string][]]>([
  [xchatLog, {}, 'Jan 05 09:01:02 <tilda>\thi', ['21:05 <tilda>\thi', '21:5'], ['(9:05 PM) *\tarlo waves', '21:5']],
  [
    irssi,
    {},
    '09:01 <@tilda> hi',
    ['{21:05} <@tilda> hi', '21:5'],
    ['(9:05:07pm) -!- arlo is now known as a', '21:5:7'],
  ],
  [weechat, {}, '2012-01-05 09:01:02\ttilda\thi', ['[21:05]\ttilda\thi', '21:5'], ['9:05 PM\ttilda\thi', '21:5']],
  [mirc, {}, '[09:01] <tilda> hi', ['{21:05:07} <tilda> hi', '21:5:7'], ['<21.05> * arlo waves', '21:5']],
  [
    znc,
    {},
    '[09:01:02] <tilda> hi',
    ['(21:05) <tilda> hi', '21:5'],
    ['9:05 PM *** Joins: arlo (a@host.example)', '21:5'],
  ],
  [eggdrop, {}, '[09:01] <tilda> hi', ['21:05 <tilda> hi', '21:5'], ['(21:05:07) Action: arlo waves', '21:5:7']],
  [limnoria, {}, '2012-01-05T09:01:02  <tilda> hi', ['(21:05)  <tilda> hi', '21:5']],
])('$name', (format, facts, before, ...after) => {
  test.each(after)('%s', (line, clock) => {
    expect(last(format, facts, [before, line])).toEqual([[expect.any(String), clock]]);
  });
});

test('in a form that was settled, too', () => {
  expect(last(irssi, { stamp: 'dd.MM.yy HH:mm' }, ['05.01.12 09:01 <@tilda> hi', '[21:05] < arlo> hi'])).toEqual([
    ['message', '21:5'],
  ]);
});

test('no clock of which a bracket is missing, nor one before what is no sentence', () => {
  const before = '[09:01:02] <tilda> hi';
  expect(last(eggdrop, {}, [before, '1:02] <tilda> hi'])).toEqual([['unparsed']]);
  expect(last(xchatLog, {}, ['Jan 05 09:01:02 <tilda>\thi', '21:05 is fine'])).toEqual(['more']);
});

test('none in Pidgin, whose lines go on with what somebody pasted', () => {
  expect(last(pidgin, {}, ['(09:01:02) tilda: the day:', '21:05 supper: at home'])).toEqual(['more']);
});
