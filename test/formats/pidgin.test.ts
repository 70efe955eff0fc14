// Where Pidgin's wall clocks stood: the name of a file tells it.
import { afterEach, describe, expect, it } from 'vitest';
import { bench, type Bench } from '../build/archive.ts';

let open: Bench | undefined;
afterEach(() => open?.close());

const HEADER = 'Conversation with #loom at Thu 05 Jan 2012 09:00:00 on ada@irc.saltnet.example (irc)\n';
const SAID = '(09:01:02) ada: it stands still\n(09:02:03) ***bob looks\n';

/** When the first line of a log was said, in UTC, by the name of its file and the archive's settings. */
async function saidAt(name: string, settings: string): Promise<string> {
  open?.close();
  const path = `logs/irc/ada@irc.saltnet.example/#loom.chat/${name}.txt`;
  open = bench({ [path]: HEADER + SAID, 'archive.yaml': settings });
  const { days } = await open.make();
  const [first] = Object.values(days).flatMap(({ entries }) => entries);
  return new Date(first!.at * 1000).toISOString();
}

describe('a Pidgin log', () => {
  it.each([
    ['2012-01-05.090000+0100CET', '2012-01-05T08:01:02.000Z'],
    ['2012-01-05.090000+0530IST', '2012-01-05T03:31:02.000Z'],
    ['2012-01-05.090000-0330NST', '2012-01-05T12:31:02.000Z'],
    ['2012-01-05.090000', '2012-01-05T09:01:02.000Z'],
    ['2012-01-05.090000+0199', '2012-01-05T09:01:02.000Z'],
    ['2012-01-05.090000+9900', '2012-01-05T09:01:02.000Z'],
  ])('named %s is read by the clock that this tells', async (name, at) => {
    expect(await saidAt(name, 'zone: UTC')).toBe(at);
  });

  it('is read by the archive’s zone where that is as far from UTC on its day, and goes on with it', async () => {
    open = bench({
      'logs/irc/ada@irc.saltnet.example/#loom.chat/2012-03-24.200000+0100CET.txt':
        'Conversation with #loom at Sat 24 Mar 2012 20:00:00 on ada@irc.saltnet.example (irc)\n(23:59:02) ada: it stands still\n(00:01:00) ada: or so\n(09:02:03) ***bob looks\n',
      'archive.yaml': 'zone: Europe/Paris',
    });
    const { days } = await open.make();
    const entries = Object.values(days).flatMap((day) =>
      day.entries.map(({ at }) => new Date(at * 1000).toISOString()),
    );
    expect(entries).toEqual(['2012-03-24T22:59:02.000Z', '2012-03-24T23:01:00.000Z', '2012-03-25T07:02:03.000Z']);
  });

  it.each([
    ['23:52:24', '01:00:22'],
    ['20:53:00', '10:00:00'],
  ])('begun at %s goes on the next day where its first line is of %s', async (begun, first) => {
    open = bench({
      'logs/irc/ada@irc.saltnet.example/#loom.chat/2012-01-05.log.txt': `Conversation with #loom at Thu 05 Jan 2012 ${begun} on ada@irc.saltnet.example (irc)\n(${first}) ada: it stands still\n`,
    });
    expect(Object.keys((await open.make()).days)).toEqual(['loom/2012-01-06']);
  });

  it('is read by the zone that settings say', async () => {
    const channels = 'channels: [{ name: "#loom", logs: [{ path: "logs/**", zone: America/Chicago }] }]';
    expect(await saidAt('2012-01-05.090000+0100CET', channels)).toBe('2012-01-05T15:01:02.000Z');
  });
});
