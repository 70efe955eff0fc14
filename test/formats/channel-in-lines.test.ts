// A log whose own lines name its channel, and whose channel moved.
import { expect, test } from 'vitest';
import { channelInLines, toldWithLines } from '../../src/formats/parts/channel-in-lines.ts';

const joins = (channel: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `[09:01] nick${index} (~n@host.example) joined ${channel}.`);
const channelOf = (texts: readonly string[]): string | undefined =>
  channelInLines(texts.map((text, index) => ({ number: index + 1, text })));

test('a log is of the channel that most of its first joins name', () => {
  expect(channelOf([...joins('#garden', 1), ...joins('#shed', 3)])).toBe('#shed');
  expect(channelOf(['[09:02] <alice> bob joined #garden.'])).toBeUndefined();
});

test('a log that grows stays in the channel that enough of its joins named', () => {
  const first = joins('#garden', 12);
  for (const count of [0, 5, 100]) expect(channelOf([...first, ...joins('#shed', count)])).toBe('#garden');
});

test.each([
  ['#loom.Saltnet', undefined, { channel: '#loom', network: 'Saltnet' }],
  ['#loom.Saltnet.05-11-13', undefined, { channel: '#loom', network: 'Saltnet' }],
  ['#loom-131105', 'Saltnet', { channel: '#loom', network: 'Saltnet' }],
  ['#loom-131105', undefined, { channel: '#loom' }],
  ['#loomery', undefined, { channel: '#loomery' }],
  ['#weft-dev', undefined, { channel: '#weft-dev' }],
])('%s on %j is what the lines name, and what stands behind it in the name', (channel, network, told) => {
  const lines = ['09:01 -!- ada [~a@host.example] has joined #loom'].map((text) => ({ number: 1, text }));
  expect(toldWithLines({ channel, ...(network !== undefined && { network }) }, lines)).toEqual(told);
});

test('nobody names the channel of a log by saying so', () => {
  const lines = ['09:01 * ada has joined #loom', '09:02 <ada> bob [~b@host.example] has joined #loom'];
  const told = { channel: '#loom-dev' };
  expect(
    toldWithLines(
      told,
      lines.map((text) => ({ number: 1, text })),
    ),
  ).toEqual(told);
});
