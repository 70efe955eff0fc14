// WeeChat: the files of its `logger` plug-in.
//
//   2012-01-05 09:01:02⇥@alice⇥hello bob
//   2012-01-05 09:02:00⇥ *⇥bob waves
//   2012-01-05 09:03:10⇥<--⇥carol (~c@host.example) has quit (Ping timeout: 240 seconds)
//
// line = stamp TAB prefix TAB text; a line without a stamp goes on with the text before it (WeeChat 4 keeps line breaks).
// The stamp is `logger.file.time_format`; the prefix is a nick, or a sign of `weechat.look.prefix_*`, which people change:
// a sign has no letter and no digit. That of actions cannot be told from the others by itself, so the file settles it.
// Source: WeeChat 4.3, src/plugins/irc/irc-protocol.c, src/plugins/logger/logger-buffer.c; its sentences in English. In other
// languages joins, parts, quits and modes are known by their shape, all else is a note.
import { readByRules } from '../format.ts';
import type { Captures, FileFacts, ParsedLine, Sample, Survey } from '../format.ts';
import type { Event } from '../events.ts';
import { lineLog, type Reader, type SureRule } from './parts/line-log.ts';
import { bareNick, plainest } from './parts/nicks.ts';
import { factsOfPath } from './parts/paths.ts';
import { action, join, kick, message, mode, nickChange, note, notice, own, part, quit, topic } from './parts/told.ts';

/** Any sign of the client's but the one of actions, which a table of its own reads. */
const SIGN = String.raw`(?! ?\*\t)[^\p{L}\p{N}\t]*\t`;
/** Who somebody is: host, and where the server tells them, account and real name. */
const USER = String.raw`(?<nick>\S+)(?: \[[^\]\s]*\])?(?: \(.*\))? \((?<host>[^()\s]+)\)`;
const CHANNEL = String.raw`(?<channel>[#&+!]\S*)`;
const REASON = String.raw`(?: \((?<reason>[^]*)\))?`;

const says = (sentence: string): RegExp => new RegExp(`^${SIGN}${sentence}$`, 'u');

export const RULES: readonly SureRule[] = [
  { example: ' *\tbob waves', pattern: /^ ?\*\t(?<nick>\S+)(?: (?<text>[^]*))?$/u, read: action, proves: true },
  {
    example: '@alice\thello bob',
    pattern: /^<?(?<prefix>[~&@%+!]?)(?<nick>[^\s<>]*[\p{L}\p{N}[\]\\^`{|}_][^\t<>]*)>?\t(?<text>[^]*)$/u,
    read: message,
    proves: true,
  },
  {
    example: '-->\tcarol (~c@host.example) has joined #garden',
    pattern: says(`${USER} has joined ${CHANNEL}`),
    read: join,
    proves: true,
  },
  {
    example: '<--\tcarol (~c@host.example) has left #garden (bye)',
    pattern: says(`${USER} has left ${CHANNEL}${REASON}`),
    read: part,
    proves: true,
  },
  {
    example: '<--\tcarol (~c@host.example) has quit (Ping timeout: 240 seconds)',
    pattern: says(`${USER} has quit${REASON}`),
    read: quit,
    proves: true,
  },
  {
    example: '<--\talice has kicked carol (mind the flowers)',
    pattern: says(String.raw`(?<nick>\S+) has kicked (?<target>\S+)(?: from [#&+!]\S*)?${REASON}`),
    read: kick,
    proves: true,
  },
  {
    example: '-->\tcarol has joined #garden',
    pattern: says(String.raw`(?<nick>\S+) has joined ${CHANNEL}`),
    read: join,
  },
  {
    example: '<--\tcarol has left #garden (bye)',
    pattern: says(String.raw`(?<nick>\S+) has left ${CHANNEL}${REASON}`),
    read: part,
  },
  {
    example: '<--\tcarol has quit (bye)',
    pattern: says(String.raw`(?<nick>\S+) has quit${REASON}`),
    read: quit,
  },
  {
    example: '--\tYou are now known as alice_',
    pattern: says(String.raw`You are now known as (?<to>\S+)`),
    read: own(nickChange),
    proves: true,
  },
  {
    example: '--\tcarol is now known as carol_',
    pattern: says(String.raw`(?<nick>\S+) is now known as (?<to>\S+)`),
    read: nickChange,
    proves: true,
  },
  {
    example: '--\tMode #garden [+ov bob carol] by alice',
    pattern: says(String.raw`[\p{L}\p{M}]+ ${CHANNEL} \[(?<modes>[+-][^]*)\] [\p{L}\p{M}]+ (?<nick>\S+)`),
    read: mode,
    proves: true,
  },
  {
    example: '--\talice has unset topic for #garden (old topic: "roses")',
    pattern: says(String.raw`(?<nick>\S+) has unset topic for ${CHANNEL}(?: [^]*)?`),
    read: topic,
    proves: true,
  },
  {
    example: '--\talice has changed topic for #garden to "tulips"',
    pattern: says(
      String.raw`(?<nick>\S+) has changed topic for ${CHANNEL}(?: from:? "(?<old>[^]*)")? to:? "(?<text>[^]*)"`,
    ),
    read: topic,
    proves: true,
  },
  {
    example: '--\tNotice(bob): tea is ready',
    pattern: says(String.raw`Notice(?::(?<to>@?)[^\s(]*)?\((?<nick>[^\s()]+)\): ?(?<text>[^]*)`),
    read: notice,
    proves: true,
  },
  {
    example: '--\tNotice -> #garden: tea is ready',
    pattern: says(String.raw`Notice -> (?<to>@?)[#&+!]\S*: ?(?<text>[^]*)`),
    read: own(notice),
    proves: true,
  },
  {
    example: '--\tPvNotice(ChanServ): Welcome',
    pattern: says(String.raw`(?<text>(?:PvNotice\(\S+\)|(?:Notice|MSG|Msg) -> [^#&+!]\S*):[^]*)`),
    read: note('private'),
    proves: true,
  },
  {
    example: '--\tNicks #garden: [@alice +bob carol]',
    pattern: says(String.raw`(?<text>[\p{L}\p{M}]+ ${CHANNEL}: \[(?<names>[^]*)\])`),
    read: ({ text = '', names = '' }) => [
      { kind: 'log', event: 'info', text, names: names.split(' ').filter(Boolean).map(bareNick) },
    ],
    proves: true,
  },
  {
    example: '\tirc: disconnected from server',
    pattern: says('(?<text>irc: disconnected from server[^]*)'),
    read: note('disconnected'),
    proves: true,
  },
  {
    example: '****  Beginning of log  ****\t',
    pattern: /^\t?(?<text>\*{4} {2}(?:Beginning|D[ée]but|Beginn|Inicio|Inizio|Pocz|In[ií]cio|Za)[^\t]*\*{4})\t?$/u,
    read: note('open'),
    proves: true,
  },
  {
    example: '****  End of log  ****\t',
    pattern: /^\t?(?<text>\*{4} {2}[^\t]*\*{4})\t?$/u,
    read: note('close'),
    proves: true,
  },
];

/** The client's sentences in a language that the table does not know, by their shape and the direction of the arrow. */
const SHAPES: readonly SureRule[] = [
  {
    example: '-->\tcarol (~c@host.example) a rejoint #garden',
    pattern: new RegExp(
      String.raw`^[^\p{L}\p{N}\t<←⇐⇦]*[>→⇒⇨]\t(?<nick>\S+) \((?<host>\S+@\S+)\) .*(?<channel>[#&]\S+).*$`,
      'u',
    ),
    read: join,
  },
  {
    example: '<--\tcarol (~c@host.example) a quitté #garden (bye)',
    pattern: new RegExp(
      String.raw`^[<←⇐⇦][^\p{L}\p{N}\t>→⇒⇨]*\t(?<nick>\S+) \((?<host>\S+@\S+)\) [^(]*[#&][^(]*${REASON}$`,
      'u',
    ),
    read: part,
  },
  {
    example: '<--\tcarol (~c@host.example) a quitté (bye)',
    pattern: new RegExp(
      String.raw`^[<←⇐⇦][^\p{L}\p{N}\t>→⇒⇨]*\t(?<nick>\S+) \((?<host>\S+@\S+)\) [^(#&]*${REASON}$`,
      'u',
    ),
    read: quit,
  },
];

export const TABLES = { sentences: RULES, shapes: SHAPES };

/** What a sign without an arrow says, whatever it is, is a note; what an arrow says should have been known. */
const NOTE = /^(?:[^\p{L}\p{N}\t<>←→⇐⇒⇦⇨]*)\t(?<text>[^]*)$/u;

const SIGNED = /^(?<sign>[^\p{L}\p{N}\t]+)\t/u;

/** Reads as an action what stands after a sign that is the file's sign of actions. */
function withActions(sign: string | undefined): (text: string) => readonly Event[] | undefined {
  return (text) => {
    if (sign && text.startsWith(`${sign}\t`)) return readByRules(RULES, ` *\t${text.slice(sign.length + 1)}`);
    const events = readByRules(RULES, text) ?? readByRules(SHAPES, text);
    if (events) return events;
    const said = NOTE.exec(text)?.groups?.['text'];
    return said === undefined ? undefined : [{ kind: 'log', event: 'info', text: said }];
  };
}

/** The new topic, cut after the old one where that is known: either may hold `" to "`. */
function topicReader(
  read: (text: string) => readonly Event[] | undefined,
): (text: string) => readonly Event[] | undefined {
  let topicNow: string | undefined;
  const change = /^(?<before>[^\p{L}\p{N}\t]*\t(?<nick>\S+) has changed topic for \S+ from:? ")(?<rest>[^]*)"$/u;
  const shown = /^[^\p{L}\p{N}\t]*\tTopic for [#&+!]\S* is "(?<topic>[^]*)"$/u;
  return (text) => {
    const { nick, rest }: Captures = change.exec(text)?.groups ?? {};
    const known =
      topicNow === undefined
        ? undefined
        : [`${topicNow}" to "`, `${topicNow}" to: "`].find((old) => rest?.startsWith(old));
    const events: readonly Event[] | undefined =
      nick && rest !== undefined && known ? [{ kind: 'topic', nick, text: rest.slice(known.length) }] : read(text);
    const changed = events?.[0];
    topicNow = changed?.kind === 'topic' ? changed.text : (shown.exec(text)?.groups?.['topic'] ?? topicNow);
    return events;
  };
}

/** Lines without a stamp go on with the text of the line before; at the start of a file there is none. */
function continued(): (parsed: readonly ParsedLine[], text: string) => readonly ParsedLine[] {
  let begun = false;
  return (parsed, text) => {
    const stamped = parsed.some((one) => one.is === 'event' && one.stamp !== undefined);
    if (stamped) begun = true;
    return stamped || !begun ? parsed : [{ is: 'more', text }];
  };
}

const ACTION = 'action=';

function reader({ variant }: FileFacts): Reader {
  const sign = variant?.startsWith(ACTION) ? variant.slice(ACTION.length) : undefined;
  return { read: topicReader(withActions(sign)), finish: continued() };
}

/** What the client tells of a channel when its owner has joined it. */
const WELCOME = /^(?:Topic for|Nicks|Channel) [#&+!]/u;

/**
 * The sign of actions, where it is not the client's own: what follows it begins with a nick that also speaks. The owner: who
 * joins directly before the client tells of the channel, or else takes a new nick as "You".
 */
function survey(facts: FileFacts): Survey {
  const read = withActions(undefined);
  const spoke = new Set<string>();
  const first = new Map<string, string[]>();
  let lines = 0;
  let owner = facts.owner;
  const ownNicks: string[] = [];
  let joined: string | undefined;
  return {
    see: ({ text }) => {
      const [, rest = ''] = /^[^\t]*\t([^]*)$/u.exec(text) ?? [];
      const sign = SIGNED.exec(rest)?.groups?.['sign'];
      const event = read(rest)?.[0];
      if (event?.kind === 'message' && event.nick) spoke.add(event.nick);
      if (sign && event?.kind === 'log') {
        const words = first.get(sign) ?? [];
        words.push(/^\S+/u.exec(rest.slice(sign.length + 1))?.[0] ?? '');
        first.set(sign, words);
      }
      if (event?.kind === 'log' && WELCOME.test(event.text)) owner ??= joined;
      if (event?.kind === 'nick' && event.own) ownNicks.push(event.to);
      joined = event?.kind === 'join' ? event.nick : undefined;
      return ++lines < 2000;
    },
    facts: () => {
      const settled = owner ?? plainest(ownNicks);
      const [sign] =
        [...first].find(([, words]) => words.filter((word) => spoke.has(word)).length * 2 > words.length) ?? [];
      return {
        ...facts,
        ...(sign && !facts.variant ? { variant: ACTION + sign } : {}),
        ...(settled ? { owner: settled } : {}),
      };
    },
  };
}

/** `irc.<server>.<#channel>.weechatlog`, as `logger.mask` names files by default. */
const NAME = /(?:^|[/_])irc\.(?<network>[^/#&]+)\.(?<channel>[#&+!][^/]*?)(?:\.\d{4}-\d\d-\d\d)?\.(?:weechatlog|log)/u;

function factsOf({ path }: Sample): FileFacts {
  const { network, channel }: Captures = NAME.exec(path)?.groups ?? {};
  return { ...factsOfPath(path), ...(network && channel ? { network, channel } : {}) };
}

export default lineLog({
  name: 'weechat',
  title: 'WeeChat',
  local: true,
  stamps: ['yyyy-MM-dd HH:mm:ss', "yyyy-MM-dd'T'HH:mm:ss.uZZ", "yyyy-MM-dd'T'HH:mm:ssZZ", 'HH:mm:ss', 'HH:mm'],
  stamp: '2012-01-05 09:01:02\t',
  gap: /^\t/u,
  gapNeeded: true,
  rules: RULES,
  reader,
  facts: factsOf,
  survey,
  path: /\.weechatlog(?:\.|$)/u,
});
