// Days on which two logs share a line or two: each stands once all the same.
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/events.ts';
import { bench, line, made } from '../build/archive.ts';

const START = Date.parse('2013-10-02T09:00:00Z') / 1000;
const DAY = 86_400;
const GAIN = 11;

const said = (at: number, index: number): string =>
  line(at, ['ada', 'bob'][index % 2] ?? '', `this is sentence ${index}`);

it('of a clock that gains, after a week without a line in common', async () => {
  const busy = Array.from({ length: 60 }, (_, index) => START + index * 500);
  const quiet = [3, 5, 7].map((days) => START + days * DAY);
  const join = '-10-11>\tada 14(10~ada@host.example14) has joined #loom';
  const late = (at: number): number => Math.round(at + 30 + (GAIN * (at - START)) / DAY);
  const mine = [...busy.map(said), ...quiet.map((at) => `T ${at} ${join}`)];
  const theirs = [...busy.map((at, index) => said(late(at), index)), ...quiet.map((at) => `T ${late(at)} ${join}`)];
  const { days } = await made({
    'archive.yaml': 'zone: UTC\nchannels: [{ name: "#loom" }]\n',
    'logs/a/#loom.txt': mine.join('\n') + '\n',
    'logs/b/#loom.txt': theirs.join('\n') + '\n',
  });
  const joins = Object.values(days).flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'join'));
  expect(joins.map(({ at }) => at)).toEqual(quiet);
});

it('of somebody who came back, told as "You" by his own client and some seconds late by another', async () => {
  const talk = Array.from({ length: 40 }, (_, index) => START + index * 500);
  const [came, back] = [START - 60, START + DAY];
  const you = (at: number): string => `T ${at} -10-11>\tYou are now talking on 11#loom`;
  const eve = (at: number): string => `T ${at} -10-11>\teve 14(10~eve@host.example14) has joined #loom`;
  const { days } = await made({
    'archive.yaml': 'zone: UTC\nchannels: [{ name: "#loom" }]\n',
    'logs/a/#loom.txt': [you(came), ...talk.map(said), you(back)].join('\n') + '\n',
    'logs/b/#loom.txt':
      [eve(came + 40), ...talk.map((at, index) => said(at + 40, index)), eve(back + 47)].join('\n') + '\n',
  });
  const joins = Object.values(days).flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'join'));
  expect(joins.map(({ aliases }) => aliases?.length)).toEqual([1, 1]);
});

describe('of a channel in which little is said, where one clock is minutes off from the first line on,', () => {
  const talk = Array.from({ length: 24 }, (_, index) => START + Math.floor(index / 2) * DAY + (index % 2) * 900);
  const logs = (ahead: number, length = talk.length): Readonly<Record<string, string>> => {
    const short = (at: number, index: number): string => line(at, ['ada', 'bob'][index % 2] ?? '', `fine, ${index}`);
    const said = talk.slice(0, length);
    return {
      'archive.yaml': 'zone: UTC\nchannels: [{ name: "#loom" }]\n',
      'logs/a/#loom.txt': `${said.map(short).join('\n')}\n`,
      'logs/b/#loom.txt': `${said.map((at, index) => short(at + ahead, index)).join('\n')}\n`,
    };
  };
  const entriesOf = ({ days }: Awaited<ReturnType<typeof made>>): readonly Entry[] =>
    Object.values(days).flatMap(({ entries }) => entries);

  it.each([45, 250])('by %i seconds', async (ahead) => {
    const entries = entriesOf(await made(logs(ahead)));
    expect(entries.map(({ at, aliases }) => [at, aliases?.length])).toEqual(talk.map((at) => [at, 1]));
  });

  it('as the logs grow: the same as from the start, and no address is lost', async () => {
    const grown = bench();
    let before: readonly string[] = [];
    for (const length of [1, 2, 5, 9, 24]) {
      grown.write(logs(250, length));
      const now = await grown.make();
      expect(now.bytes).toEqual((await made(logs(250, length))).bytes);
      const addresses = entriesOf(now).flatMap(({ id, aliases = [] }) => [id, ...aliases]);
      expect(addresses).toEqual(expect.arrayContaining([...before]));
      before = addresses;
    }
    grown.close();
  });
});
