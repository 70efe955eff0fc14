// LimeChat's transcripts (macOS).
//
//   09:00 You have joined the channel
//   09:01 alice: hello bob
//   09:03 carol has left IRC (Ping timeout: 240 seconds)
//
// What people do and their notices are written as what they say. A nick is followed by a colon at once and a sentence never
// begins so, but for some answers of the server (`Topic: …`). The owner's comings and goings are told in two lines, as his own and
// as anybody's. Stamps are in the theme's form. A day a file: `#xpmem/2012-01-05_LabNet.txt`.
// Source: LimeChat for Mac 0.x (Ruby) to 2.x, IRCClient.m, IRCChannel.m, FileLogger.m, unit.rb, channel.rb, filelogger.rb.
import type { Event } from '../events.ts';
import type { FileFacts, RawLine, Sample } from '../format.ts';
import { lineLog } from './parts/line-log.ts';
import type { Reader, SureRule } from './parts/line-spec.ts';
import { join, kick, message, mode, names, nickChange, note, own, part, quit, topic } from './parts/told.ts';
import { at } from './parts/stamped.ts';

const NICK = String.raw`(?<nick>[^\s:]+)`;
const REASON = String.raw`\((?<reason>.*)\)`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');

export const RULES: readonly SureRule[] = [
  {
    example: 'Topic: release day',
    pattern: line(String.raw`(?<text>(?:Topic|Mode|Error\(\d+\)): ?.*)`),
    read: note('info'),
  },
  { example: 'Names: @alice bob', pattern: line('(?<text>Names: (?<names>.*))'), read: names },
  { example: 'alice: hello bob', pattern: line(`${NICK}: (?<text>.*)`), read: message },
  {
    example: 'You have joined the channel',
    pattern: line('You have joined the channel'),
    read: own(join),
    proves: true,
  },
  { example: 'You have left the channel', pattern: line('You have left the channel'), read: own(part), proves: true },
  {
    example: 'You have been kicked out of the channel',
    pattern: line('You have been kicked out (?:of|from) the channel'),
    read: own(kick),
    proves: true,
  },
  {
    example: 'carol has joined (~c@host.example)',
    pattern: line(String.raw`${NICK} has joined \((?<host>[^\s()]*)\)`),
    read: join,
    proves: true,
  },
  {
    example: 'carol has left IRC (Ping timeout: 240 seconds)',
    pattern: line(`${NICK} has left IRC ${REASON}`),
    read: quit,
    proves: true,
  },
  { example: 'carol has left (bye)', pattern: line(`${NICK} has left ${REASON}`), read: part, proves: true },
  {
    example: 'alice has kicked bob (enough)',
    pattern: line(String.raw`${NICK} has kicked (?<target>\S+) ${REASON}`),
    read: kick,
    proves: true,
  },
  {
    example: 'alice has forced bob to leave IRC (flooding)',
    pattern: line(String.raw`${NICK} has (?:forced|made) (?<target>\S+) to leave IRC ${REASON}`),
    read: kick,
    proves: true,
  },
  {
    example: 'bob is now known as bert',
    pattern: line(String.raw`${NICK} is now known as (?<to>\S+)`),
    read: nickChange,
  },
  {
    example: 'alice has changed mode: +ov bob carol',
    pattern: line(`${NICK} has changed mode: (?<modes>.*)`),
    read: mode,
    proves: true,
  },
  {
    example: 'alice has set topic: release day',
    pattern: line(`${NICK} has set topic: (?<text>.*)`),
    read: topic,
    proves: true,
  },
  { example: 'Disconnected', pattern: line('(?<text>Disconnected)'), read: note('disconnected') },
  {
    example: 'Created at: Jan 3, 2012, 10:00 AM',
    pattern: line(String.raw`(?<text>Created at: .*|\S+ set the topic at: .*|\S+ is away: .*)`),
    read: note('info'),
  },
];

/** The owner's join and kick are told as his own, then as anybody's: what the second line adds is a note. */
function reader(): Reader {
  let own: Event['kind'] | undefined;
  return {
    finish(parsed, text) {
      const [only] = parsed;
      if (only?.is !== 'event') return parsed;
      const { event, stamp } = only;
      const again = event.kind === own && !event.own;
      own = event.own && event.kind !== 'part' ? event.kind : undefined;
      return again ? at(stamp, [{ kind: 'log', event: 'info', text }]) : parsed;
    },
  };
}

/** What may stand before a sentence: a stamp in numbers, with the half of the day. */
const STAMP = String.raw`^(?:[^\p{L}]*(?:[AP]M)?\s)?`;
const OWN_JOIN = new RegExp(`${STAMP}You have joined the channel$`, 'u');
const JOIN = new RegExp(String.raw`${STAMP}([^\s:]+) has joined \(\S*\)$`, 'u');

/** The owner is who joins directly after his own client said that he did. */
function ownerIn(lines: readonly RawLine[]): string | undefined {
  const joined = lines.findIndex(({ text }) => OWN_JOIN.test(text));
  return joined < 0 ? undefined : JOIN.exec(lines[joined + 1]?.text ?? '')?.[1];
}

const PATH = /(?:^|\/)(?<channel>[#&+!][^/]*)\/\d{4}-\d\d-\d\d_(?<network>[^/]+)\.txt$/u;

function facts({ path, lines }: Sample): FileFacts {
  const owner = ownerIn(lines);
  const { channel, network } = PATH.exec(path)?.groups ?? {};
  return {
    ...(channel && network ? { channel, network, oneDay: true as const } : {}),
    ...(owner ? { owner } : {}),
  };
}

export default lineLog({
  name: 'limechat',
  title: 'LimeChat transcript',
  local: true,
  stamps: ['HH:mm', 'HH:mm:ss', '[HH:mm]', '[HH:mm:ss]'],
  stamp: '09:01 ',
  rules: RULES,
  reader,
  facts,
  path: PATH,
});
