// What people's settings put behind a stamp, in the logs of clients that let them: it is found from the lines.
import { expect, test } from 'vitest';
import type { LogFormat } from '../../src/format.ts';
import irssi from '../../src/formats/irssi.ts';
import mirc from '../../src/formats/mirc.ts';
import limnoria from '../../src/formats/limnoria.ts';
import weechat from '../../src/formats/weechat.ts';
import znc from '../../src/formats/znc.ts';

/** The nick and text of each message that the format reads, with the minute of its stamp. */
function said({ recognise, open }: LogFormat, texts: readonly string[]): readonly unknown[] {
  const lines = texts.map((text, index) => ({ number: index + 1, text }));
  const [claim] = recognise({ path: 'logs/net/#pool.log', lines, given: {} });
  return lines.flatMap((line) =>
    open(claim?.facts ?? {})(line).map((one) => {
      if (one.is !== 'event' || one.event.kind !== 'message' || !one.stamp || !('clock' in one.stamp)) return one;
      return [one.stamp.clock.minute, one.event.nick, one.event.text];
    }),
  );
}

const MESSAGES = [
  [1, 'tilda', 'good morning'],
  [2, 'arlo', '12:30 | then'],
];

test.each([
  '09:0%|',
  '09:0%:02 | ',
  '09:0% - ',
  '09:0%:02: ',
  '09:0%:02> ',
  '20120105 090%02 ',
  '09:0% CET ',
  '09:0% » ',
  '09:0%, ',
  '|09:0%| ',
  '09:0%; ',
  '09:0% * ',
  '12005 09:0% ',
  '2012-W01-4 09:0% ',
  '09:0% 05.01. ',
  '09:0%:02 - 05/01/2012 ',
])('a stamp %j before each line of irssi', (stamp) => {
  const texts = ['< tilda> good morning', '<@arlo> 12:30 | then'];
  expect(
    said(
      irssi,
      texts.map((text, at) => stamp.replace('%', String(at + 1)) + text),
    ),
  ).toEqual(MESSAGES);
});

test('a stamp with a bar before the two blanks of Limnoria', () => {
  expect(said(limnoria, ['09:01 |  <tilda> good morning', '09:02 |  <arlo> 12:30 | then'])).toEqual(MESSAGES);
});

test.each(['CET', '+0100', '-'])('%s before the tab of WeeChat', (zone) => {
  const texts = [`2012-01-05 09:01:02 ${zone}\ttilda\tgood morning`, `2012-01-05 09:02:02 ${zone}\tarlo\t12:30 | then`];
  expect(said(weechat, texts)).toEqual(MESSAGES);
});

test('a year is no instant to ZNC, which may write instants', () => {
  expect(said(znc, ['2012/01/05 09:01:02 <tilda> good morning', '2012/01/05 09:02:02 <arlo> 12:30 | then'])).toEqual(
    MESSAGES,
  );
});

test('a bar behind some stamps alone is what was said', () => {
  const texts = ['09:01 | tilda> good morning', '09:02 <arlo> yes', '09:03 <arlo> no', '09:04 <tilda> well'];
  const [first] = said(irssi, texts);
  expect(first).toMatchObject({ is: 'event', event: { kind: 'unparsed', text: '| tilda> good morning' } });
});

test('signs of a stamp that is none of the known forms are not those of who speaks', () => {
  const texts = ['14:00', '14:01', '14:02', '14:03'].map((time) => `«${time}» <arlo> yes`);
  const lines = ['Session Start: Thu Jan 05 14:00:00 2012', ...texts].map((text, at) => ({ number: at + 1, text }));
  expect(mirc.recognise({ path: 'logs/mirc/#loom.log', lines, given: {} })[0]?.facts.variant).toBeUndefined();
});
