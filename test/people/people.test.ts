import { describe, expect, test } from 'vitest';
import type { Stay } from '../../src/day.ts';
import type { PersonSettings } from '../../src/settings.ts';
import { packed } from '../../src/packed-stays.ts';
import { factsOf, hostsOf, nameOf, peopleOf, peopleOfDay, timesOf } from '../../src/people.ts';
import type { HostFacts, People } from '../../src/people.ts';
import { baseOf } from '../../src/people/base.ts';
import { meetingsOf, personStays } from '../../src/presence.ts';
import { netsplitsOf } from '../../src/presence.ts';
import { personPath } from '../../src/site/parts/urls.ts';
import { daysOf, entriesOf, told } from '../presence/history.ts';

const person = (name: string, nicks: readonly string[], more: Partial<PersonSettings> = {}): PersonSettings => ({
  name,
  nicks,
  spans: [],
  not: [],
  bot: false,
  ...more,
});

/** Days of the tests are named by where they begin, and are 100 seconds long. */
const dayOf = (date: string) => ({ start: Number(date), end: Number(date) + 100 });

function channel(lines: readonly string[], settings: readonly PersonSettings[] = [], hosts: readonly HostFacts[] = []) {
  const { entries, ...rest } = told(entriesOf(...lines), 'me');
  const days = daysOf({ entries, ...rest }, 1e6);
  const stays = days.flatMap((day) => day.own.ended);
  const facts = [factsOf('2013-10-02', entries)];
  const people = peopleOf({ facts, hosts, stays: [packed(stays)], settings, dayOf });
  return { people, entries, stays, parts: days.flatMap((day) => day.own.stays) };
}

const groups = ({ persons }: People) =>
  persons.map(({ name, nicks }) => `${name}: ${nicks.map(({ nick, by }) => `${nick} by ${by}`).join(', ')}`);

describe('nicks are one person', () => {
  test('where one was renamed into the other and they are alike', () => {
    const { people } = channel(['0 <ada> hi', '5 ada_ joins', '10 ada quits', '20 ada_ is now ada', '30 <ada> back']);
    expect(groups(people)).toEqual(['ada: ada by name, ada_ by rename', 'me: me by name']);
    expect(people.persons[0]!.nicks[1]).toEqual({
      nick: 'ada_',
      by: 'rename',
      rename: { from: 'ada_', to: 'ada', at: 20, date: '2013-10-02', id: 't20' },
    });
    expect(nameOf(people, 'ADA_')).toBe('ada');
  });

  test('where one was renamed into the other and back', () => {
    const { people } = channel(['0 <ada> hi', '10 ada is now ada_', '20 ada_ is now ada']);
    expect(groups(people)).toEqual(['ada: ada by name, ada_ by rename', 'me: me by name']);
  });

  test('where one is a person’s of the settings, whichever spoke more', () => {
    const lines = ['0 <ada> hi', '10 ada is now ada_', '20 <ada_> so', '30 <ada_> it', '40 ada_ is now ada'];
    expect(groups(channel(lines, [person('Ada Lovelace', ['ada'])]).people)[0]).toBe(
      'Ada Lovelace: ada by settings, ada_ by rename',
    );
    expect(groups(channel(lines, [person('Ada Lovelace', ['ada_'])]).people)[0]).toBe(
      'Ada Lovelace: ada by rename, ada_ by settings',
    );
  });

  test('where they came from one host and are alike', () => {
    const lines = ['0 <ada> hi', '10 ada quits', '20 ada_ joins', '30 bob joins'];
    const { people } = channel(
      lines,
      [],
      [
        [
          ['ada', 'h1'],
          ['ada_', 'h1'],
          ['bob', 'h1'],
        ],
      ],
    );
    expect(groups(people)).toEqual(['ada: ada by name, ada_ by host', 'bob: bob by name', 'me: me by name']);
    expect(people.persons[0]!.nicks[1]).toMatchObject({ with: 'ada' });
  });

  test('where the settings say so, whatever they are called', () => {
    const { people } = channel(['0 <ada> hi', '10 <countess> hi'], [person('Ada Lovelace', ['ada', 'countess'])]);
    expect(groups(people)[0]).toBe('Ada Lovelace: ada by settings, countess by settings');
  });

  test('where one is the name that the settings have for the other', () => {
    const { people } = channel(['0 <ada> hi', '10 <countess> hi'], [person('ada', ['countess'])]);
    expect(groups(people)[0]).toBe('ada: ada by settings, countess by settings');
  });
});

describe('a nick that the settings give for a time', () => {
  const lines = ['0 <dave> x', '50 <web1> a', '150 <web1> b', '250 <web1> c', '350 <web1> d'];
  const { people } = channel(lines, [
    person('dave', ['dave', 'web1'], { spans: [{ nick: 'web1', from: '100', until: '100' }] }),
    person('eve', ['web1'], { spans: [{ nick: 'web1', from: '200', until: '200' }] }),
  ]);

  test('is the person’s then, and its own at other times', () => {
    expect([50, 100, 199, 200, 250, 350].map((moment) => nameOf(people, 'web1', moment))).toEqual([
      'web1',
      'dave',
      'dave',
      'eve',
      'eve',
      'web1',
    ]);
    expect(nameOf(people, 'web1')).toBe('web1');
  });

  test('is its own from the moment on at which the last day ends', () => {
    expect([299, 300, 301].map((moment) => nameOf(people, 'web1', moment))).toEqual(['eve', 'web1', 'web1']);
  });

  test('is several people’s in a stay beyond the days', () => {
    const stay = (nick: string, from: number, to: number): Stay => ({ nick, from, to, start: 'join', end: 'quit' });
    const stays = [stay('dave', 50, 350), stay('web1', 50, 350), stay('web1', 100, 200), stay('web1', 350, 350)];
    const [dave, web1, eve] = ['dave', 'web1', 'eve'].map((name) =>
      people.persons.findIndex((one) => one.name === name),
    );
    const told = [
      [dave, 50, 350],
      [web1, 50, 100],
      [dave, 100, 200],
      [eve, 200, 300],
      [web1, 300, 350],
      [dave, 100, 200],
      [web1, 350, 350],
    ];
    expect(timesOf(people, [packed(stays)])).toEqual(told.flat());
  });

  test('is nobody’s at other times, whatever a rename says', () => {
    const given = [person('dave', ['dave', 'web1'], { spans: [{ nick: 'web1', from: '100', until: '100' }] })];
    const renamed = channel(['0 <bob> x', '1 <bob> y', '50 <web1> a', '60 web1 is now bob'], given);
    expect(nameOf(renamed.people, 'web1', 50)).toBe('web1');
  });

  test('comes before whom it was given to, in the order of people', () => {
    expect(people.persons.map(({ name }) => name)).toEqual(['dave', 'web1', 'eve', 'me']);
  });

  test('is theirs from ever and for ever where no day is told', () => {
    const open = (span: { from?: string; until?: string }) =>
      channel(lines, [person('eve', ['web1'], { spans: [{ nick: 'web1', ...span }] })]).people;
    expect([50, 150, 250].map((at) => nameOf(open({ until: '100' }), 'web1', at))).toEqual(['eve', 'eve', 'web1']);
    expect([50, 150, 350].map((at) => nameOf(open({ from: '100' }), 'web1', at))).toEqual(['web1', 'eve', 'eve']);
  });

  test('is theirs who are named last where the days of one lie within another’s, in whatever order', () => {
    const spans = [
      { nick: 'web1', from: '200', until: '200' },
      { nick: 'web1', from: '0', until: '300' },
    ];
    const { people } = channel(lines, [
      person('eve', ['web1'], { spans: spans.slice(0, 1) }),
      person('dave', ['dave', 'web1'], { spans: spans.slice(1) }),
    ]);
    expect([150, 250, 350].map((at) => nameOf(people, 'web1', at))).toEqual(['dave', 'eve', 'dave']);
    const stay: Stay = { nick: 'web1', from: 50, to: 450, start: 'join', end: 'quit' };
    const times = timesOf(people, [packed([stay])]);
    expect(times.filter((_, at) => at % 3 > 0)).toEqual([50, 200, 200, 300, 300, 400, 400, 450]);
  });

  test('may be one that the channel never saw', () => {
    const spans = [
      { nick: 'web9', from: '100' },
      { nick: 'web1', until: '100' },
    ];
    const { people } = channel(lines, [person('eve', ['web9', 'web1'], { spans })]);
    expect(groups(people)[2]).toBe('eve: web1 by settings');
  });

  test('is shown with the person, even one without another nick', () => {
    expect(people.persons.find(({ name }) => name === 'eve')!.nicks).toEqual([
      { nick: 'web1', by: 'settings', span: [200, 300] },
    ]);
  });
});

describe('nicks are two people', () => {
  test('where they are only alike', () => {
    expect(groups(channel(['0 <ada> hi', '10 <ada_> hi']).people)).toHaveLength(3);
  });

  test('where the settings deny it', () => {
    const { people } = channel(
      ['0 <ada> hi', '5 ada_ joins', '20 ada_ is now ada2'],
      [person('ada', ['ada', 'ada2'], { not: ['ada_'] })],
    );
    expect(nameOf(people, 'ada_')).toBe('ada_');
    expect(nameOf(people, 'ada_', 10)).toBe('ada_');
  });

  test('where the settings give them to two people, whatever renames say', () => {
    const { people } = channel(
      ['0 ada joins', '10 ada is now ada_'],
      [person('ada', ['ada']), person('eve', ['ada_'])],
    );
    expect(nameOf(people, 'ada_', 10)).toBe('eve');
  });

  test('where they were here together, whatever a rename says once', () => {
    const { people } = channel([
      '0 <ada> hi',
      '1 bob joins',
      '10 ada quits',
      '20 bob is now ada',
      '30 <ada> boo',
      '40 bob joins',
    ]);
    expect(nameOf(people, 'ada', 30)).toBe('ada');
    expect(nameOf(people, 'bob', 5)).toBe('bob');
  });

  test('where they were here together later, after each had been here alone', () => {
    const { people } = channel([
      '0 bob joins',
      '5 bob quits',
      '10 ada joins',
      '20 ada is now bob',
      '30 bob quits',
      '40 bob joins',
      '50 ada joins',
      '60 <ada> hi',
      '70 <ada> ho',
    ]);
    expect(nameOf(people, 'bob', 25)).toBe('bob');
  });
});

describe('a rename between nicks that are not alike', () => {
  const lines = [
    '0 Guest12 joins',
    '10 Guest12 is now ada',
    '15 <ada> hi',
    '20 ada quits',
    '30 Guest12 joins',
    '40 Guest12 is now bob',
    '50 <bob> hi',
    '55 <bob> hi',
    '60 bob quits',
    '70 Guest12 joins',
    '80 Guest12 quits',
  ];

  test('joins them for that stay only, and nobody through them', () => {
    const { people } = channel(lines);
    expect([0, 10, 30, 40, 70].map((at) => nameOf(people, 'Guest12', at))).toEqual([
      'ada',
      'ada',
      'bob',
      'bob',
      'Guest12',
    ]);
    expect(nameOf(people, 'ada')).toBe('ada');
    expect(nameOf(people, 'bob', 50)).toBe('bob');
  });

  test('is shown with the person, as long as it held', () => {
    const { people } = channel(lines);
    const ada = people.persons.find(({ name }) => name === 'ada')!;
    expect(ada.nicks[1]).toMatchObject({ nick: 'Guest12', by: 'rename', span: [0, 10] });
  });

  test('goes on through every further rename', () => {
    const { people } = channel(['0 zaphod joins', '10 zaphod is now ford', '20 ford is now ada', '30 <ada> hi']);
    expect([nameOf(people, 'zaphod', 5), nameOf(people, 'ford', 15)]).toEqual(['ada', 'ada']);
  });

  test('goes on through one of case alone', () => {
    const lines = ['0 zaphod joins', '10 zaphod is now ford', '15 ford is now Ford', '20 Ford is now ada'];
    const { people } = channel([...lines, '30 <ada> hi', '40 <ada> ho']);
    expect([5, 12, 17].map((at) => nameOf(people, at < 10 ? 'zaphod' : 'ford', at))).toEqual(['ada', 'ada', 'ada']);
  });

  test('is the nick’s that came first, of two that spoke as much', () => {
    const { people } = channel(['0 ada joins', '1 ada quits', '5 zaphod joins', '10 zaphod is now ada']);
    expect(nameOf(people, 'zaphod', 5)).toBe('ada');
  });

  test('goes on through nicks of one person that were here together', () => {
    const lines = ['0 <ada> 1', '1 <ada> 2', '2 <ada> 3', '3 <zaphod> 1', '4 <zaphod> 2', '10 zaphod is now ada_'];
    const { people } = channel([...lines, '11 <ada_> 1', '20 ada quits', '30 ada_ is now ada']);
    expect([nameOf(people, 'zaphod', 5), nameOf(people, 'ada_', 15)]).toEqual(['ada', 'ada']);
  });

  test('is the person whom the settings know', () => {
    const { people } = channel(['0 <zaphod> hi', '5 <zaphod> ho', '10 zaphod is now ada'], [person('ada', ['ada'])]);
    expect(nameOf(people, 'zaphod', 5)).toBe('ada');
  });

  test('holds on after the logger lost sight for a while', () => {
    const { people } = channel([
      '0 <dave> a',
      '1 <dave> b',
      '2 <dave> c',
      '10 dave is now zaphod',
      '20 You part',
      '30 You join',
      '40 <zaphod> d',
      '50 zaphod quits',
      '60 zaphod joins',
    ]);
    expect([10, 40, 60].map((at) => nameOf(people, 'zaphod', at))).toEqual(['dave', 'dave', 'zaphod']);
  });

  test('tells nothing where no stay is known that it ends', () => {
    const facts = [factsOf('2013-10-02', entriesOf('0 <dave> a', '10 dave is now zaphod', '20 <zaphod> b'))];
    const people = peopleOf({ facts, hosts: [], stays: [], settings: [], dayOf });
    expect([nameOf(people, 'dave', 0), nameOf(people, 'zaphod', 20)]).toEqual(['dave', 'zaphod']);
  });

  test('holds no longer for one who joins or had quit, who may be another', () => {
    const lines = ['0 <dave> a', '1 <dave> b', '2 <dave> c', '10 dave is now zaphod'];
    const lost = channel([...lines, '20 You part', '30 You join', '40 zaphod joins', '50 <zaphod> d']);
    expect([10, 50].map((at) => nameOf(lost.people, 'zaphod', at))).toEqual(['dave', 'zaphod']);
    const quit = channel([...lines, '20 zaphod quits', '40 <zaphod> d']);
    expect([10, 40].map((at) => nameOf(quit.people, 'zaphod', at))).toEqual(['dave', 'zaphod']);
  });

  test('holds no longer where the logger lost sight for more than a day', () => {
    const lines = ['0 <dave> a', '1 <dave> b', '10 dave is now zaphod', '20 You part', '86421 You join'];
    const { people } = channel([...lines, '86430 <zaphod> d']);
    expect([10, 86_430].map((at) => nameOf(people, 'zaphod', at))).toEqual(['dave', 'zaphod']);
  });
});

describe('people', () => {
  test('have hues by first appearance, unless the settings pin them', () => {
    const lines = 'abcdefghij'.split('').map((nick, i) => `${String(i)} <${nick}${nick}> hi`);
    const { people } = channel(lines, [person('cc', ['cc'], { hue: 8 })]);
    expect(people.persons.map(({ hue }) => hue)).toEqual([1, 2, 8, 4, 5, 6, 7, 8, 1, 2, 3]);
  });

  test('are called what they are called most', () => {
    const { people } = channel(['0 <ada> hi', '1 ada is now ada_', '2 <ada_> so', '3 <ada_> it', '4 <ADA_> goes']);
    expect(people.persons[0]).toMatchObject({ name: 'ada_', nicks: [{ nick: 'ada' }, { nick: 'ada_' }] });
  });

  test('are spelled as they are on most days together', () => {
    const facts = [
      ['0 <Ada> a', '1 <Ada> b', '2 <Ada> c'],
      ['3 <ADA> a', '4 <ADA> b'],
      ['5 <ADA> c', '6 <ADA> d'],
    ].map((lines) => factsOf('2013-10-02', entriesOf(...lines)));
    const { persons } = peopleOf({ facts, hosts: [], stays: [], settings: [], dayOf });
    expect(persons.map(({ name }) => name)).toEqual(['ADA']);
  });

  test('are bots where they are named so and nobody says otherwise', () => {
    const { people } = channel(
      ['0 <deploybot> x', '1 <[bot]hal> x', '2 <talbot> x', '3 <robottom> x', '4 <humanbot> x'],
      [person('humanbot', ['humanbot'])],
    );
    expect(people.persons.filter(({ bot }) => bot).map(({ name }) => name)).toEqual(['deploybot', '[bot]hal']);
    // Hues are people's, but where settings give one.
    expect(people.persons.filter(({ hue }) => hue === 0).map(({ name }) => name)).toEqual(['deploybot', '[bot]hal']);
    const { people: painted } = channel(['0 <deploybot> x'], [person('Bot', ['deploybot'], { bot: true, hue: 3 })]);
    expect(painted.persons.find(({ name }) => name === 'Bot')).toMatchObject({ bot: true, hue: 3 });
  });

  test('are no servers', () => {
    const notice = { id: 't0', at: 0, kind: 'notice', nick: 'irc.example.net', text: '*** ada invited bob' } as const;
    expect(factsOf('2013-10-02', [notice])).toEqual({ first: [], lines: {}, renames: [] });
    expect(factsOf('2013-10-02', entriesOf('5 irc.example.net kicks ada')).first).toEqual([['ada', 5]]);
  });

  test('are told by what they say and do', () => {
    const said = (['message', 'action', 'notice'] as const).map((kind, at) => ({
      id: '',
      at,
      kind,
      nick: 'ada',
      text: '',
    }));
    expect(factsOf('2013-10-02', said)).toMatchObject({ first: [['ada', 0]], lines: { ada: 3 } });
    expect(factsOf('2013-10-02', entriesOf('5 ada kicks bob')).first).toEqual([
      ['ada', 5],
      ['bob', 5],
    ]);
    expect(factsOf('2013-10-02', entriesOf('5 ada joins', '6 ada parts')).first).toEqual([['ada', 5]]);
    expect(factsOf('2013-10-02', entriesOf('5 john.doe joins')).first).toEqual([['john.doe', 5]]);
  });

  test('are not told by who sets modes and topics, which services do, nor by lines of the log', () => {
    const entries = [
      { id: '', at: 0, kind: 'mode', nick: 'ChanServ', changes: '+o ada' },
      { id: '', at: 1, kind: 'topic', nick: 'ChanServ', text: 'x' },
      { id: '', at: 2, kind: 'log', nick: 'ChanServ', event: 'info', text: 'x' },
    ] as const;
    expect(factsOf('2013-10-02', entries)).toEqual({ first: [], lines: {}, renames: [] });
  });

  test('may have nicks that every object knows', () => {
    const { people } = channel(['0 <constructor> x', '1 <__proto__> x', '2 <toString> x']);
    expect(['constructor', '__proto__', 'toString', 'valueOf'].map((nick) => nameOf(people, nick, 1))).toEqual([
      'constructor',
      '__proto__',
      'toString',
      'valueOf',
    ]);
    expect(people.persons.map(({ name }) => name)).toContain('__proto__');
  });

  test('keep their names apart from those of the settings', () => {
    const { people } = channel(['0 <ada> x', '1 <countess> x'], [person('ada', ['countess'], { not: ['ada'] })]);
    expect(people.persons.map(({ name }) => name)).toEqual(['ada (2)', 'ada', 'me']);
  });

  test('whose names look the same are told apart: each has a page', () => {
    const { people } = channel(['0 <\u00e9lodie> x', '1 <e\u0301lodie> x']);
    const pages = people.persons.map(({ name }) => personPath('lab', name));
    expect(people.persons.map(({ name }) => name).slice(0, 2)).toEqual(['\u00e9lodie', 'e\u0301lodie (2)']);
    expect(new Set(pages).size).toBe(pages.length);
  });

  test('of a day are those whose nicks it names', () => {
    const { people, entries, parts } = channel(['0 <ada> x', '5 Ada_ joins', '10 Ada_ is now ada', '20 bob joins']);
    expect(peopleOfDay(people, entries, parts)).toEqual([
      { name: 'ada', nicks: ['ada', 'Ada_'] },
      { name: 'bob', nicks: ['bob'] },
      { name: 'me', nicks: ['me'] },
    ]);
    expect(peopleOfDay(people, entries.slice(3), [])).toEqual([{ name: 'bob', nicks: ['bob'] }]);
    expect(peopleOfDay(people, entriesOf('30 <wren> x'), [])).toEqual([]);
    expect(peopleOfDay(people, entriesOf('30 <bob> x', '31 <ada> y'), []).map(({ name }) => name)).toEqual([
      'ada',
      'bob',
    ]);
    // As spelled that day, and each once however often its case changes.
    expect(peopleOfDay(people, entriesOf('30 <BOB> x', '31 <bob> y'), [])).toEqual([{ name: 'bob', nicks: ['BOB'] }]);
  });

  test('are told by hosts that leave the room only hashed', () => {
    const hash = (text: string) => `#${text.replace('@', '')}`;
    const hosts = (host: string, ...lines: readonly string[]) =>
      hostsOf(
        entriesOf(...lines).map((entry) => ({ ...entry, host }) as typeof entry),
        hash,
      );
    expect(hosts('~ada@Analytical.example', '0 Ada joins', '5 ada joins')).toEqual([
      ['ada', '#~adaanalytical.example'],
    ]);
    expect(hosts('eve@b.example', '0 ada parts', '5 bob quits')).toEqual([
      ['ada', '#eveb.example'],
      ['bob', '#eveb.example'],
    ]);
    // A host alone is a house's or a gateway's.
    expect(hosts('gateway.example', '0 ada joins')).toEqual([]);
  });
});

describe('the presence of a person', () => {
  const spell = (lines: readonly string[]) => {
    const { people, stays, entries } = channel(lines);
    return personStays(stays, (nick, at) => nameOf(people, nick, at), meetingsOf(netsplitsOf(entries)))
      .filter(({ name }) => name !== 'me')
      .map(({ name, from, to, breaks }) => [name, from, to, ...breaks]);
  };

  test('is unbroken across a ghost', () => {
    expect(
      spell(['0 ada joins', '100 ada_ joins', '200 ada quits (Ping timeout)', '210 ada_ is now ada', '300 ada quits']),
    ).toEqual([['ada', 0, 300]]);
  });

  test('is unbroken across a connection lost and made again, and says when it was', () => {
    expect(spell(['0 ada joins', '100 ada quits', '130 ada joins', '300 ada quits'])).toEqual([
      ['ada', 0, 300, [100, 130]],
    ]);
  });

  test('is broken by an absence', () => {
    expect(
      spell(['0 ada joins', '100 ada quits', '1000 ada joins', '1100 ada parts', '1130 ada joins', '1200 ada quits']),
    ).toEqual([
      ['ada', 0, 100],
      ['ada', 1000, 1100],
      ['ada', 1130, 1200],
    ]);
  });

  test('is unbroken across a netsplit', () => {
    expect(spell(['0 ada joins', '100 ada quits (a.net b.net)', '1000 ada joins', '1100 ada quits'])).toEqual([
      ['ada', 0, 1100, [100, 1000]],
    ]);
  });
});

test.each([
  ['ada_', 'ada'],
  ['_ada__', 'ada'],
  ['ada|away', 'ada'],
  ['ada[work]', 'ada'],
  ['ada-afk', 'ada'],
  ['Ada2', 'ada'],
  ['n1', 'n1'],
  ['___', '___'],
  ['[bot]', '{bot}'],
])('the base of %s is %s', (nick, base) => {
  expect(baseOf(nick)).toBe(base);
});
