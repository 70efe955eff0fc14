import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Gap, Stay } from '../../src/day.ts';
import { packed } from '../../src/packed-stays.ts';
import { factsOf, peopleOf, timesOf } from '../../src/people.ts';
import type { People } from '../../src/people.ts';
import { EVER, presenceFiles } from '../../src/presence.ts';
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
const PEOPLE: People = {
  persons: [
    { name: 'ada', nicks: ['ada', 'ada_', 'ada'].map((nick) => ({ nick, by: 'name' })), hue: 1 },
    { name: 'bob', nicks: [{ nick: 'bob', by: 'name' }], hue: 2 },
  ],
  of: { ada: 0, ada_: 0, bob: 1 },
  spans: {},
};
const stay = (nick: string, from: number, to: number): Stay => ({ nick, from, to, start: 'join', end: 'quit' });
/** What overlaps or touches is one, a moment is nothing. */
const STAYS = [stay('ada', 10, 60), stay('ada_', 60, 90), stay('ada', 70, 80)];
const LATER = [stay('bob', 130, 140), stay('ada', 120, 190), stay('bob', 150, 150)];
const ALL = [...STAYS, ...LATER];
const PRESENT = [
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
const INPUT = {
  channel: CHANNEL,
  people: PEOPLE,
  times: timesOf(PEOPLE, [STAYS, LATER].map(packed)),
  gaps: GAPS,
  quiet: [],
  months: MONTHS,
};

describe('presence for machines', () => {
  test('is one file with people, gaps and the bounds of what is known', () => {
    const { whole, months } = presenceFiles(INPUT);
    expect(whole).toEqual({
      version: 1,
      channel: CHANNEL,
      from: 10,
      to: 190,
      people: PRESENT,
      gaps: [{ from: 90, to: 120, cause: 'left' }],
    });
    expect(months).toEqual([]);
  });

  test('names nobody who was never there: whose only nick was another’s all the time, or who was there for a moment', () => {
    const persons = [...PEOPLE.persons, { name: 'cid', nicks: [{ nick: 'cid', by: 'name' as const }], hue: 3 }];
    const people: People = { ...PEOPLE, persons, of: { ...PEOPLE.of, cid: 2 } };
    for (const stays of [ALL, [...ALL, stay('cid', 70, 70)]]) {
      expect(presenceFiles({ ...INPUT, people, times: timesOf(people, [packed(stays)]) }).whole.people).toEqual(
        PRESENT,
      );
    }
  });

  test('says who is a bot, and when no log told who came and went', () => {
    const people: People = { ...PEOPLE, persons: PEOPLE.persons.map((one) => ({ ...one, bot: true })) };
    const { whole } = presenceFiles({ ...INPUT, people, quiet: [{ from: 0, to: 20 }] });
    expect(whole.people?.map(({ bot }) => bot)).toEqual([true, true]);
    expect(whole.quiet).toEqual([{ from: 10, to: 20 }]);
  });

  test('joins stays of a person that come in the order of their ends', () => {
    const times = timesOf(PEOPLE, [packed([stay('ada_', 20, 30), stay('ada_', 40, 50), stay('ada', 10, 60)])]);
    expect(presenceFiles({ ...INPUT, times }).whole.people?.[0]?.present).toEqual([[10, 60]]);
  });

  test('gives a stay to each whose the nick was in it', () => {
    const spans: People['spans'] = {
      ada_: [
        [70, 80, 1],
        [80, 80, 0],
      ],
    };
    const people: People = { ...PEOPLE, spans };
    const { whole } = presenceFiles({ ...INPUT, people, times: timesOf(people, [packed([stay('ada_', 60, 90)])]) });
    expect(whole.people?.map(({ name, present }) => [name, ...present])).toEqual([
      ['ada', [60, 70], [80, 90]],
      ['bob', [70, 80]],
    ]);
  });

  test('is cut into months where it is large', () => {
    const { whole, months } = presenceFiles(INPUT, 3);
    expect(whole).toEqual({ version: 1, channel: CHANNEL, from: 10, to: 190, months: ['2013-10', '2013-11'] });
    expect(months[0]!.make()).toEqual({
      version: 1,
      channel: CHANNEL,
      from: 10,
      to: 100,
      people: [{ ...PRESENT[0], present: [[10, 90]] }],
      gaps: [{ from: 90, to: 100, cause: 'left' }],
    });
    expect(months[1]!.make().people).toEqual([{ ...PRESENT[0], present: [[120, 190]] }, PRESENT[1]]);
  });

  test('keeps the key of a month that nothing of changes', () => {
    const keysOf = (input: typeof INPUT): readonly string[] => presenceFiles(input, 3).months.map(({ key }) => key);
    const keys = keysOf(INPUT);
    const withLater = (more: Stay): typeof INPUT => ({
      ...INPUT,
      times: timesOf(PEOPLE, [STAYS, [...LATER, more]].map(packed)),
    });
    expect(keysOf(withLater(stay('bob', 150, 160)))).toEqual([keys[0], expect.not.stringContaining(keys[1]!)]);
    // It began in the month before.
    expect(keysOf(withLater(stay('bob', 99, 160)))).toEqual(
      keys.map((key) => expect.not.stringContaining(key) as string),
    );
    // Who stays on changes no month that was over before.
    const [shorter, longer] = [150, 170].map((until) => keysOf(withLater(stay('bob', 60, until))));
    expect(longer).toEqual([shorter![0], expect.not.stringContaining(shorter![1]!)]);
    const [ada, bob] = PEOPLE.persons;
    const renamed = { ...PEOPLE, persons: [ada!, { ...bob!, name: 'robert' }] };
    expect(keysOf({ ...INPUT, people: renamed })).toEqual([keys[0], expect.not.stringContaining(keys[1]!)]);
    // A nick that was lent to somebody is told as often as it was.
    const lent = { ...ada!, nicks: [...ada!.nicks, { nick: 'ada_', by: 'name' as const }] };
    expect(keysOf({ ...INPUT, people: { ...PEOPLE, persons: [lent, bob!] } })).toEqual(keys);
    const seen = GAPS.map((gap) => (gap.cause === 'left' ? { ...gap, from: 95 } : gap));
    expect(keysOf({ ...INPUT, gaps: seen })).toEqual([expect.not.stringContaining(keys[0]!), keys[1]]);
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
    const stays = [packed(staysOf(history))];
    const people = peopleOf({
      facts: [factsOf('2013-10-02', history.entries)],
      hosts: [],
      stays,
      settings: [],
      dayOf: () => ({ start: 0, end: 0 }),
    });
    const { whole } = presenceFiles({ ...INPUT, people, times: timesOf(people, stays), gaps: history.gaps });
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
