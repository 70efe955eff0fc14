import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Gap } from '../../src/day.ts';
import { factsOf, nameOf, peopleOf } from '../../src/people.ts';
import { EVER, personStays, presenceFiles, presenceOfPeople } from '../../src/presence.ts';
import type { PresenceFile } from '../../src/presence.ts';
import { entriesOf, staysOf, told } from './history.ts';

const CHANNEL = { slug: 'loom', name: '#loom' };
const MONTHS = [
  { name: '2013-10', start: 0, end: 100 },
  { name: '2013-11', start: 100, end: 200 },
];
const GAPS: readonly Gap[] = [
  { from: -EVER, to: 10, cause: 'before-log' },
  { from: 90, to: 120, cause: 'left' },
  { from: 150, to: 150, cause: 'kicked' },
  { from: 190, to: EVER, cause: 'after-log' },
];
const PEOPLE = [
  {
    name: 'ada',
    nicks: ['ada', 'ada_'],
    present: [
      [10, 90],
      [120, 190],
    ],
  },
  { name: 'bob', nicks: ['bob'], present: [[130, 140]] },
] as const;

describe('presence for machines', () => {
  test('is one file with people, gaps and the bounds of what is known', () => {
    const { whole, months } = presenceFiles(CHANNEL, PEOPLE, GAPS, MONTHS);
    expect(whole).toEqual({
      version: 1,
      channel: CHANNEL,
      from: 10,
      to: 190,
      people: PEOPLE,
      gaps: [{ from: 90, to: 120, cause: 'left' }],
    });
    expect(months.size).toBe(0);
  });

  test('is cut into months where it is large', () => {
    const { whole, months } = presenceFiles(CHANNEL, PEOPLE, GAPS, MONTHS, 3);
    expect(whole).toEqual({ version: 1, channel: CHANNEL, from: 10, to: 190, months: ['2013-10', '2013-11'] });
    expect(months.get('2013-10')).toEqual({
      version: 1,
      channel: CHANNEL,
      from: 10,
      to: 100,
      people: [{ ...PEOPLE[0], present: [[10, 90]] }],
      gaps: [{ from: 90, to: 100, cause: 'left' }],
    });
    expect(months.get('2013-11')!.people).toEqual([{ ...PEOPLE[0], present: [[120, 190]] }, PEOPLE[1]]);
  });

  test('answers who was present at an instant, by the example of its page', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/presence.md'), 'utf8');
    const source = /function presentAt[^]*?\n\}/.exec(page)![0];
    const presentAt = new Function(`return ${source}`)() as (file: PresenceFile, moment: number) => unknown;
    const history = told(
      entriesOf(
        '10 <ada> hi',
        '20 bob joins',
        '30 bob quits',
        '100 bob joins',
        '200 You part',
        '300 You join',
        '400 <ada> hi',
      ),
      'me',
    );
    const stays = staysOf(history);
    const people = peopleOf({
      facts: [factsOf('2013-10-02', history.entries)],
      stays,
      settings: [],
      dayOf: () => ({ start: 0, end: 0 }),
    });
    const { whole } = presenceFiles(
      CHANNEL,
      presenceOfPeople(
        people,
        personStays(stays, (nick, at) => nameOf(people, nick, at)),
      ),
      history.gaps,
      MONTHS,
    );
    expect([5, 10, 25, 50, 250, 350, 400].map((moment) => presentAt(whole, moment))).toEqual([
      undefined,
      ['ada', 'me'],
      ['ada', 'bob', 'me'],
      ['ada', 'me'],
      undefined,
      ['ada', 'me'],
      undefined,
    ]);
  });
});
