// What one of several loggers does not see: the other side of a netsplit, and comings that its client hides.
import { describe, expect, it } from 'vitest';
import { made } from '../build/archive.ts';
import { shown } from './history.ts';

const SETTINGS = `zone: UTC
channels:
  - name: "#room"
    logs: [{ path: logs/hub.weechatlog, owner: hana }, { path: "logs/leaf/**", owner: leo }]
`;
const EIGHT = Date.UTC(2019, 2, 1, 8) / 1000;
const TALK = 'the pump by the harbour wall runs dry again and nobody has a key for the shed'.split(' ');

/** What both loggers hear, from a minute of the hour on: enough to know their clocks by. */
const talk = (from: number, nick = 'ada'): readonly string[] =>
  Array.from(
    { length: 6 },
    (_, at) => `08:${String(from + at).padStart(2, '0')}:30 ${nick} ${TALK.slice(at, at + 7).join(' ')}`,
  );

const weechat = (lines: readonly string[]): string =>
  lines.map((one) => `2019-03-01 ${one.replace(' ', '\t').replace(/(?<=\t\S+) /, '\t')}\n`).join('');
const znc = (lines: readonly string[]): string =>
  lines
    .map((one) =>
      one.replace(/^(\S+) (\*{3}|\S+) /, (_, stamp, who) => `[${stamp}] ${who === '***' ? who : `<${who}>`} `),
    )
    .map((one) => `${one}\n`)
    .join('');
const inOrder = (...lines: readonly string[]): readonly string[] => [...lines].sort();

const SPLIT = ['(hub.example.net leaf.example.net)', '(leaf.example.net hub.example.net)'];

const HUB = inOrder(
  '08:00:00 --> hana (h@host.example) has joined #room',
  '08:00:01 -- Nicks #room: [ada bob hana]',
  '08:01:00 --> leo (l@host.example) has joined #room',
  ...talk(2),
  `08:20:00 <-- bob (b@host.example) has quit ${SPLIT[0]}`,
  `08:20:00 <-- leo (l@host.example) has quit ${SPLIT[0]}`,
  '08:30:00 --> bob (b@host.example) has joined #room',
  '08:30:00 --> leo (l@host.example) has joined #room',
  ...talk(40),
);

/** The other side; `rest` from 8:20:01 on. */
const leaf = (...rest: readonly string[]): string =>
  znc([
    ...inOrder('08:01:00 *** Joins: leo (l@host.example)', ...talk(2)),
    `08:20:00 *** Quits: ada (a@host.example) ${SPLIT[1]}`,
    `08:20:00 *** Quits: hana (h@host.example) ${SPLIT[1]}`,
    ...rest,
  ]);
const MET = ['08:30:00 *** Joins: ada (a@host.example)', '08:30:00 *** Joins: hana (h@host.example)'];

async function staysOf(files: Readonly<Record<string, string>>, settings = SETTINGS): Promise<readonly string[]> {
  const { days } = await made({ 'archive.yaml': settings, ...files });
  return days['room/2019-03-01']!.stays.map((stay) => ({
    ...stay,
    from: stay.from - EIGHT,
    to: stay.to - EIGHT,
    ...(stay.evidence !== undefined && { evidence: stay.evidence - EIGHT }),
  })).map(shown);
}

const of = (stays: readonly string[], nick: string): readonly string[] =>
  stays.filter((stay) => stay.startsWith(`${nick} `));

describe('A netsplit between two loggers', () => {
  it('took nobody away: each was on with one of them', async () => {
    const stays = await staysOf({
      'logs/hub.weechatlog': weechat(HUB),
      'logs/leaf/#room/2019-03-01.log': leaf('08:25:00 bob hello, anybody here still', ...MET, ...talk(40)),
    });
    expect(stays).toEqual([
      'ada 0-2730 seen@1 open',
      'bob 0-2730 seen@1 open',
      'hana 0-2730 join open',
      'leo 60-2730 join open',
    ]);
  });

  it('ends with what those saw who were on that side', async () => {
    const stays = await staysOf({
      'logs/hub.weechatlog': weechat(HUB),
      'logs/leaf/#room/2019-03-01.log': leaf(
        '08:25:00 *** Quits: bob (b@host.example) (Quit: bye)',
        ...MET,
        ...talk(40),
      ),
    });
    expect(of(stays, 'bob')).toEqual(['bob 0-1500 seen@1 quit', 'bob 1800-2730 join open']);
  });

  it('makes those unknown whom only a logger saw that lost sight', async () => {
    const stays = await staysOf({
      'logs/hub.weechatlog': weechat(HUB),
      'logs/leaf/#room/2019-03-01.log': leaf('08:25:00 bob hello, anybody here still'),
    });
    expect(of(stays, 'bob')).toEqual(['bob 0-1500 seen@1 gap', 'bob 1800-2730 join open']);
    expect(of(stays, 'ada')).toEqual(['ada 0-2730 seen@1 open']);
  });

  it('has those whom only a logger saw that lost sight back from what shows them on, not from the beginning', async () => {
    const others = HUB.map((line) => line.replace('[ada bob hana]', '[ada hana]'));
    const stays = await staysOf({
      'logs/hub.weechatlog': weechat(inOrder(...others, '08:00:30 --> bob (b@host.example) has joined #room')),
      'logs/leaf/#room/2019-03-01.weechatlog': weechat(
        inOrder(
          '08:01:00 --> leo (l@host.example) has joined #room',
          ...talk(2),
          `08:20:00 <-- ada (a@host.example) has quit ${SPLIT[1]}`,
          `08:20:00 <-- hana (h@host.example) has quit ${SPLIT[1]}`,
          '08:22:00 -- irc: disconnected from server',
          '08:26:00 --> leo (l@host.example) has joined #room',
          '08:26:01 -- Nicks #room: [bob leo]',
          '08:30:00 --> ada (a@host.example) has joined #room',
          '08:30:00 --> hana (h@host.example) has joined #room',
          ...talk(40),
        ),
      ),
    });
    expect(of(stays, 'bob')).toEqual(['bob 30-1320 join gap', 'bob 1561-2730 seen@1561 open']);
  });

  it('is believed where both loggers were on one side of it', async () => {
    const stays = await staysOf({
      'logs/hub.weechatlog': weechat(HUB),
      'logs/leaf/#room/2019-03-01.log': znc(
        inOrder(
          '08:01:00 *** Joins: leo (l@host.example)',
          ...talk(2),
          // Not everybody whom a split takes is told by each client.
          `08:20:00 *** Quits: leona (l@host.example) ${SPLIT[0]}`,
          ...talk(40),
        ),
      ),
    });
    expect(of(stays, 'bob')).toEqual(['bob 0-1200 seen@1 quit', 'bob 1800-2730 join open']);
  });

  it('is believed where the other log merely has no line', async () => {
    const stays = await staysOf({
      'logs/hub.weechatlog': weechat(HUB),
      'logs/leaf/#room/2019-03-01.log': znc(
        inOrder('08:01:00 *** Joins: leo (l@host.example)', ...talk(2), ...talk(40)),
      ),
    });
    expect(of(stays, 'bob')).toEqual(['bob 0-1200 seen@1 quit', 'bob 1800-2730 join open']);
  });
});

describe('A client that comes back to its bouncer', () => {
  const scrollback = (lines: readonly string[]): string =>
    lines
      .map((one) => {
        const [clock = '', nick = '', ...words] = one.split(' ');
        const what = nick === '*' ? `\x0319*\x0f\t${words.join(' ')}` : `<${nick}>\t${words.join(' ')}`;
        return `T ${Date.parse(`2019-03-01T${clock}Z`) / 1000} ${what}\n`;
      })
      .join('');
  const staysWith = (...lines: readonly string[]): Promise<readonly string[]> => {
    const hub = [
      '08:00:00 --> hana (h@host.example) has joined #room',
      '08:12:00 <-- bob (b@host.example) has quit (bye)',
    ];
    const both = [...talk(2), '08:10:00 leo off again', ...talk(40)];
    return staysOf(
      {
        'logs/hub.weechatlog': weechat(inOrder(...hub, ...both)),
        'logs/leo.txt': scrollback(inOrder('08:39:00 * Now talking on #room', ...lines, ...both)),
      },
      SETTINGS.replace('"logs/leaf/**"', 'logs/leo.txt'),
    );
  };

  it('had been there all along, as others saw', async () => {
    const stays = await staysWith('08:12:00 * bob has quit (bye)');
    expect(of(stays, 'leo')).toEqual(['leo 0-2730 seen@150 open']);
  });

  it('is told from one that came, where the others tell nothing that it tells of who comes and goes', async () => {
    expect(of(await staysWith(), 'leo')).toEqual(['leo 0-600 seen@150 lost', 'leo 2340-2730 join open']);
  });
});

describe('While only a log is kept that leaves out who comes and goes', () => {
  const spoken = (from: number, to: number): readonly string[] =>
    Array.from({ length: to - from }, (_, at) => from + at).map(
      (at) =>
        `${new Date((EIGHT + at * 20) * 1000).toISOString().slice(11, 19)} ada ${String(at)} ${TALK[at % 16]} ${TALK[(at * 7) % 16]}`,
    );
  const COMINGS = Array.from({ length: 30 }, (_, at) => [
    `08:${String(at).padStart(2, '0')}:05 --> cy${String(at)} (c@host.example) has joined #room`,
    `08:${String(at).padStart(2, '0')}:06 <-- cy${String(at)} (c@host.example) has quit (bye)`,
  ]).flat();
  const told = weechat([
    ...inOrder(
      '08:00:00 --> hana (h@host.example) has joined #room',
      '08:00:01 -- Nicks #room: [ada bob hana]',
      ...COMINGS,
      ...spoken(1, 190),
    ),
    '09:05:00 \tirc: disconnected from server',
    ...inOrder('09:30:00 --> hana (h@host.example) has joined #room', ...spoken(275, 300)),
  ]);
  const hidden = znc(
    inOrder(
      '08:00:10 *** Joins: leo (l@host.example)',
      ...spoken(1, 240),
      '09:10:03 dot hello, I have just come',
      ...spoken(240, 300),
    ),
  );

  it('nobody is claimed beyond what shows them, nor for ever after', async () => {
    const stays = await staysOf({ 'logs/hub.weechatlog': told, 'logs/leaf/#room/2019-03-01.log': hidden });
    expect(of(stays, 'bob')).toEqual(['bob 0-3900 seen@1 gap']);
    expect(of(stays, 'dot')).toEqual(['dot 4203-4203 seen@4203 lost']);
    expect(of(stays, 'ada').map((stay) => stay.split(' ').slice(1).join(' '))).toEqual([
      '0-3900 seen@1 gap',
      '3920-5380 seen@3920 lost',
      '5400-5980 seen@5400 open',
    ]);
  });

  it('so it is where nothing else is kept, whatever becomes of its owner, and whoever is kicked', async () => {
    const stays = await staysOf(
      {
        'logs/leaf/#room/2019-03-01.log':
          hidden +
          znc(['09:50:00 *** eve was kicked by ada (mind the flowers)', '09:51:00 *** Joins: leo (l@host.example)']),
      },
      'zone: UTC\nchannels: [{ name: "#room", logs: [{ path: "logs/leaf/**", owner: leo }] }]\n',
    );
    expect(of(stays, 'dot')).toEqual(['dot 4203-4203 seen@4203 lost']);
    expect(of(stays, 'eve')).toEqual(['eve 6600-6600 seen@6600 kick']);
  });
});
