// A file that holds a part of its log twice tells each line once.
import { describe, expect, it } from 'vitest';
import { line, made } from '../build/archive.ts';

const START = Date.UTC(2013, 9, 2, 14) / 1000;
const talk = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, index) => {
    const number = from + index;
    // Some in one second, some days with a single line.
    const at = START + Math.floor(number / 2) * 40 + (number > 90 ? (number - 90) * 86_400 : 0);
    return line(at, ['ada', 'bob'][number % 2] ?? '', `sentence ${number}`);
  });
const log = (...stretches: readonly (readonly string[])[]): string => `${stretches.flat().join('\n')}\n`;
const archive = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  'archive.yaml': 'zone: Europe/Berlin\n',
  ...files,
});

describe('A file that holds its log twice', () => {
  it.each([
    ['a copy behind its original', log(talk(0, 100), talk(0, 100)), log(talk(0, 100))],
    ['rolling windows behind each other', log(talk(0, 60), talk(30, 95), talk(70, 100)), log(talk(0, 100))],
    ['a later window before an earlier one', log(talk(40, 100), talk(0, 60)), log(talk(0, 100))],
    ['two programs that write into it', log(talk(0, 90).flatMap((one) => [one, one])), log(talk(0, 90))],
    [
      'another program that writes for some time',
      log(
        talk(0, 20),
        talk(20, 60).flatMap((one) => [one, one]),
        talk(60, 100),
      ),
      log(talk(0, 100)),
    ],
    ['a copy that has a single line of its last day', log(talk(0, 92), talk(80, 92), talk(92, 100)), log(talk(0, 100))],
    ['what a bouncer says again', log(talk(0, 50), talk(44, 50), talk(50, 60)), log(talk(0, 60))],
  ])('tells each line once: %s', async (_, twice, once) => {
    const expected = await made(archive({ 'logs/#loom.txt': once }));
    const found = await made(archive({ 'logs/#loom.txt': twice }));
    const ids = ({ days }: typeof found): unknown =>
      Object.entries(days).map(([day, { entries }]) => [day, entries.map(({ id }) => id)]);
    expect(ids(found)).toEqual(ids(expected));
    const [month] = found.report.channels[0]?.months ?? [];
    expect(month?.sums.doubles).toBeGreaterThan(0);
  });

  it('leaves the lines of a day on it where a file of that day has its morning again after its evening', async () => {
    const day = ['08:00:01', '08:05:00', '12:00:00', '21:00:00', '23:58:00'].map(
      (time, index) => `[${time}] <${['ada', 'bob'][index % 2]}> sentence ${index}`,
    );
    const bytesOf = async (lines: readonly string[]): Promise<unknown> =>
      (await made(archive({ 'logs/znc/net/#loom/2013-10-02.log': `${lines.join('\n')}\n` }))).bytes;
    expect(await bytesOf([...day, ...day])).toEqual(await bytesOf(day));
  });

  it('counts every line: those that it has again are doubles', async () => {
    const { report } = await made(archive({ 'logs/#loom.txt': log(talk(0, 80), talk(20, 80)) }));
    const sums = report.channels[0]?.months.map(({ sums: each }) => each) ?? [];
    expect(sums.reduce((all, { read, doubles }) => all + read + doubles, 0)).toBe(140);
    expect(sums.reduce((all, { doubles }) => all + doubles, 0)).toBe(60);
  });

  it('loses nothing where a clock was set back: other lines of the same time, and one that is the same by chance', async () => {
    const later = Array.from({ length: 30 }, (_, index) => line(START + index * 20, 'eve', `later ${index}`));
    const chance = talk(10, 11);
    const { days, report } = await made(archive({ 'logs/#loom.txt': log(talk(0, 60), later, chance) }));
    expect(Object.values(days).reduce((all, { entries }) => all + entries.length, 0)).toBe(91);
    expect(report.channels[0]?.months[0]?.sums.doubles).toBe(0);
  });

  it('keeps what people say twice where others say something once, and all that one says twice', async () => {
    const twice = talk(0, 60).flatMap((one, index) => (index % 3 === 0 ? [one] : [one, one]));
    const bot = Array.from({ length: 20 }, (_, index) => line(START + index * 20, 'bot', `built ${index}`));
    for (const lines of [twice, bot.flatMap((one) => [one, one])]) {
      const { days } = await made(archive({ 'logs/#loom.txt': log(lines) }));
      expect(Object.values(days).reduce((all, { entries }) => all + entries.length, 0)).toBe(lines.length);
    }
  });

  it('keeps each line of a flood that another line overtook', async () => {
    const flood = [50, 50, 51, 51].map((second) => line(START + second, 'ada', 'spam'));
    const overtaken = log(talk(0, 2), flood, [line(START + 52, 'bob', 'stop it')], flood);
    const { days } = await made(archive({ 'logs/#loom.txt': overtaken }));
    expect(Object.values(days).reduce((all, { entries }) => all + entries.length, 0)).toBe(11);
  });

  it('keeps what was said twice in one second', async () => {
    const again = [...talk(0, 10), line(START + 200, 'ada', 'yes'), line(START + 200, 'ada', 'yes')];
    const { days } = await made(archive({ 'logs/#loom.txt': log(again, again) }));
    expect(Object.values(days).reduce((all, { entries }) => all + entries.length, 0)).toBe(12);
  });
});
