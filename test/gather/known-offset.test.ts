// A clock that the owner knows to be wrong: each line is moved by it, over midnights too, and none is lost.
import { expect, it } from 'vitest';
import { toldOf } from '../../src/commands/told.ts';
import { made } from '../build/archive.ts';

const CLOCKS = ['00:05:30', '00:45:30', '01:30:05', '10:00:05', '22:59:59', '23:50:00'];
const DATES = ['2013-10-02', '2013-10-03', '2013-10-07'];
const STAMPS = DATES.flatMap((date) => CLOCKS.map((clock) => Date.parse(`${date}T${clock}Z`) / 1000));
const LOGS = Object.fromEntries(
  DATES.map((date) => [
    `logs/#loom/${date}.log`,
    CLOCKS.map((clock) => `[${clock}] <ada> said at ${clock} of ${date}\n`).join(''),
  ]),
);

it.each([
  ['0s', 0],
  ['20m30s', 1_230],
  ['1h', 3_600],
  ['11h', 39_600],
  ['23h50m', 85_800],
  ['30h', 108_000],
  ['-45m', -2_700],
  ['-11h', -39_600],
  ['-50h', -180_000],
])('moves each line by %s and loses none', async (offset, ahead) => {
  const settings = `zone: UTC\nchannels: [{ name: "#loom", logs: [{ path: "logs/#loom/*.log", offset: ${offset} }] }]\n`;
  const { days, report } = await made({ 'archive.yaml': settings, ...LOGS });
  const entries = Object.entries(days).flatMap(([key, { entries: own }]) => own.map(({ at }) => [key.slice(5), at]));
  expect(entries).toEqual(STAMPS.map((at) => [new Date((at - ahead) * 1000).toISOString().slice(0, 10), at - ahead]));
  const [{ lines, read } = { lines: 0, read: 1 }] = report.channels.map((channel) => toldOf(channel).sums);
  expect(read).toBe(lines);
});
