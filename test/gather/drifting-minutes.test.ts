// A log of minutes whose clock gains or loses seconds a day: each of its lines still meets the other log's.
import { expect, it } from 'vitest';
import { made } from '../build/archive.ts';

const START = Date.parse('2013-10-02T00:10:00Z') / 1000;
const NICKS = ['ada', 'bob', 'eve'];
const TALK = Array.from({ length: 360 }, (_, index) => ({
  at: START + index * 719 + ((index * 37) % 61),
  nick: NICKS[index % 3] ?? '',
  text: `a sentence of some length, number ${index}`,
}));
const stampOf = (at: number): string => new Date(Math.floor(at) * 1000).toISOString();

it.each([-20, -12, -5, 5, 12, 20])('gains %i seconds a day', async (gain) => {
  const files: Record<string, string> = {};
  for (const { at, nick, text } of TALK) {
    const path = `logs/ada/#loom/${stampOf(at).slice(0, 10)}.log`;
    files[path] = `${files[path] ?? ''}[${stampOf(at).slice(11, 19)}] <${nick}> ${text}\n`;
  }
  let day = '2013-10-02';
  let minutes = '--- Log opened Wed Oct 02 00:00:00 2013\n';
  for (const { at, nick, text } of TALK) {
    const stamp = stampOf(at + (gain * (at - START)) / 86_400);
    if (stamp.slice(0, 10) !== day) {
      day = stamp.slice(0, 10);
      minutes += `--- Day changed ${new Date(`${day}T00:00:00Z`).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+).*/, '$1 $3 $2 $4')}\n`;
    }
    minutes += `${stamp.slice(11, 16)} < ${nick}> ${text}\n`;
  }
  const { days } = await made({ 'archive.yaml': 'zone: UTC\n', ...files, 'logs/bob/#loom.log': minutes });
  const said = Object.values(days).flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'message'));
  expect(said.map(({ at, nick }) => [at, nick])).toEqual(TALK.map(({ at, nick }) => [at, nick]));
});
