// mIRC's text logs, and those of its many imitators.
//
//   Session Start: Thu Jan 05 09:00:00 2012
//   Session Ident: #xpmem
//   03[09:00] * Now talking in #xpmem          (version 5: `*** Now talking in #xpmem`)
//   01[09:01] <@alice> hello bob               (line colours are an option; some tools strip the byte before the digits)
//   06[09:02] * bob waves
//   03[09:03] * carol (~c@host.example) Quit (Leaving)
//   Session Close: Thu Jan 05 18:00:00 2012
//
// From version 6 on `*` begins both actions and events. The line's colour tells them apart where colours are logged (6 is
// an action). Else an event is known by its whole sentence, and joins, parts and quits by their address: where a file
// shows addresses in them, the same words without one are what somebody did with /me. `bob is now known as bert`, modes,
// kicks and topics have no address, so a /me that imitates one in full is read as the event.
// Sources: logs of versions 5, 6 and 7; NeoStats' LogServ and ircII-likes that write mIRC's format (mirc.c, 2004).
import { readByRules, type FileFacts, type ParsedLine, type Survey } from '../format.ts';
import type { Event } from '../events.ts';
import { channelInLines } from './parts/channel-in-lines.ts';
import { lineLog, type ControlRule, type Reader, type SureRule } from './parts/line-log.ts';
import {
  action,
  join,
  kick,
  message,
  mode,
  names,
  nickChange,
  note,
  notice,
  own,
  part,
  quit,
  topic,
} from './parts/told.ts';
import { at } from './parts/stamped.ts';
import { spelledDate } from './parts/stamps.ts';

const NICK = String.raw`(?<prefix>[~&@%+!.])?(?<nick>[^\s()<>*@!]+)`;
/** A nick that an event is about: its channel status may be shown, and says nothing new. */
const ACTOR = String.raw`[~&@%+!.]?(?<nick>[^\s()<>*@!]+)`;
const HOST = String.raw`\((?<host>[^\s()]*[!@][^\s()]*)\)`;
const CHANNEL = String.raw`(?<channel>[#&+!]\S*)`;
const REASON = String.raw`(?: ?\( ?(?<reason>.*?) ?\))?`;

/** A nick in a list of names. */
const LISTED = String.raw`[~&@%+!.]?[\w[\]{}\\|^\x60-]+`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');
/** An event's line: version 5 marks it with three stars, later ones with one. */
const event = (sentence: string): RegExp => line(String.raw`\*(?:\*\*)? ${sentence}`);
const starred = (sentence: string): RegExp => line(String.raw`\*\*\* ${sentence}`);

const spoken: readonly SureRule[] = [
  { example: '<@alice> hello bob', pattern: line(`<${NICK}(?::${CHANNEL})?> ?(?<text>.*)`), read: message },
  {
    example: '-alice:@#xpmem- ops only',
    pattern: line(String.raw`-${NICK}:(?<to>[@%+])${CHANNEL}- ?(?<text>.*)`),
    read: notice,
  },
  { example: '-alice:#xpmem- hello all', pattern: line(String.raw`-${NICK}:${CHANNEL}- ?(?<text>.*)`), read: notice },
  {
    example: '-irc.example.net- *** Looking up your hostname...',
    pattern: line(String.raw`(?<text>-[^\s-]\S{0,99}\.\S{0,99}- .*)`),
    read: note('info'),
  },
  {
    example: '-NickServ- This nickname is registered',
    pattern: line(String.raw`(?<text>-[^\s]+- .*)`),
    read: note('private'),
  },
  { example: '-> *alice* psst', pattern: line(String.raw`(?<text>-> ?[*-][^\s*]+[*-] .*)`), read: note('private') },
  { example: '*alice* psst', pattern: line(String.raw`(?<text>\*[^\s*]+\* .*)`), read: note('private') },
  {
    example: '[alice VERSION]',
    pattern: line(String.raw`(?<text>(?:-> )?\[[^\s\]]+(?: [A-Z]+.*\].*|\] [A-Z]+.*))`),
    read: note('info'),
  },
];

/** Joins, parts and quits as they read with the address: nothing a person types by accident. */
const addressed: readonly SureRule[] = [
  {
    example: '* carol (~c@host.example) has joined #xpmem',
    pattern: event(`${ACTOR} ?${HOST} has joined ${CHANNEL}`),
    read: join,
  },
  {
    example: '* carol (~c@host.example) has left #xpmem (bye)',
    pattern: event(`${ACTOR} ?${HOST} has left ${CHANNEL}${REASON}`),
    read: part,
  },
  {
    example: '* carol (~c@host.example) Quit (Leaving)',
    pattern: event(`${ACTOR} ${HOST} (?:Quit|has quit IRC)${REASON}`),
    read: quit,
  },
  { example: '* Joins: carol (~c@host.example)', pattern: event(`Joins: ${ACTOR} ${HOST}`), read: join },
  { example: '* Parts: carol (~c@host.example) (bye)', pattern: event(`Parts: ${ACTOR} ${HOST}${REASON}`), read: part },
  {
    example: '* Quits: carol (~c@host.example) (Leaving)',
    pattern: event(`Quits: ${ACTOR} ${HOST}${REASON}`),
    read: quit,
  },
];

/** The same where the client shows no addresses. */
const bare = (event: (sentence: string) => RegExp, mark: string): readonly SureRule[] => [
  { example: `${mark} carol has joined #xpmem`, pattern: event(`${ACTOR} has joined ${CHANNEL}`), read: join },
  {
    example: `${mark} carol has left #xpmem (bye)`,
    pattern: event(`${ACTOR} has left ${CHANNEL}${REASON}`),
    read: part,
  },
  { example: `${mark} carol has quit IRC (Leaving)`, pattern: event(`${ACTOR} has quit IRC${REASON}`), read: quit },
  {
    example: `${mark} carol Quit (Leaving)`,
    pattern: event(`${ACTOR} Quit ?${String.raw`\( ?(?<reason>.*?) ?\)`}`),
    read: quit,
  },
  { example: `${mark} Joins: carol`, pattern: event(`Joins: ${ACTOR}`), read: join },
  { example: `${mark} Parts: carol (bye)`, pattern: event(`Parts: ${ACTOR}${REASON}`), read: part },
  { example: `${mark} Quits: carol (Leaving)`, pattern: event(`Quits: ${ACTOR}${REASON}`), read: quit },
];

const events: readonly SureRule[] = [
  {
    example: '* Now talking in #xpmem',
    pattern: event(`(?:Now talking (?:in|on)|Rejoined channel) ${CHANNEL}`),
    read: own(join),
    proves: true,
  },
  {
    example: '* You were kicked from #xpmem by alice (enough)',
    pattern: event(`You (?:were|have been) kicked (?:from ${CHANNEL} )?by ${ACTOR}${REASON}`),
    read: own(kick),
  },
  {
    example: '* You have left #xpmem',
    pattern: event(`You have left (?:channel )?${CHANNEL}${REASON}`),
    read: own(part),
  },
  {
    example: '* Your nick is now alice_',
    pattern: event(String.raw`Your nick is now (?<to>\S+)`),
    read: own(nickChange),
  },
  { example: '* Disconnected', pattern: event(String.raw`(?<text>Disconnected\.?)`), read: note('disconnected') },
  {
    example: '* bob was kicked by alice (enough)',
    pattern: event(String.raw`[~&@%+!.]?(?<target>[^\s()<>*@!]+) was kicked (?:from ${CHANNEL} )?by ${ACTOR}${REASON}`),
    read: kick,
  },
  {
    example: '* bob is now known as bert',
    pattern: event(String.raw`${ACTOR} is now known as (?<to>[^\s()<>*]+)`),
    read: nickChange,
  },
  {
    example: '* alice sets mode: +ov bob carol',
    pattern: event(String.raw`${ACTOR} sets mode: (?<modes>[+-].*)`),
    read: mode,
  },
  {
    example: "* alice changes topic to 'release day'",
    pattern: event(`${ACTOR} changes topic to '(?<text>.*)'`),
    read: topic,
  },
];

/** What the client notes of its own; a /me has a nick where these have their first word. */
const notes: readonly SureRule[] = [
  {
    example: "* Topic is 'release day'",
    pattern: event(
      String.raw`(?<text>Topic is '.*'|Set by \S+ on .*|Retrieving \S+ modes\.*|Attempting to re(?:join|connect).*|Logging \S+ to '.*'|Cannot (?:join|send to) .*|Unable to .*|Connect(?:ing|ed|ion| retry) .*|Autojoining .*|Users on ${CHANNEL}.*|Added \S+ to .*|Removed \S+ from .*|\S+ (?:\([^\s()]*@[^\s()]*\) )?invites you to join .*)`,
    ),
    read: note('info'),
  },
  {
    example: '*** Local host: host.example (10.0.0.1)',
    pattern: line(String.raw`(?<text>\*\*\* .*)`),
    read: note('info'),
  },
  {
    example: '#xpmem created on Fri Jan 03 22:56:14 2020',
    pattern: line(
      String.raw`(?<text>[#&]\S* (?:created on .*|modes? .*|[Uu]nable to .*|[Yy]ou.re not .*|[Cc]annot .*|End of /\w+ list\.?|url .*|is .*))`,
    ),
    read: note('info'),
  },
  {
    example: '#xpmem @alice +bob carol',
    pattern: line(String.raw`(?<text>[#&]\S* (?<names>${LISTED}(?: ${LISTED})* ?))`),
    read: names,
  },
  {
    example: 'alice is ~a@host.example * Alice',
    pattern: line(
      String.raw`(?<text>[^\s<*]+ (?:is \S+@\S+ \* .*|on [@+%&~]*#.*|using \S+ .*|has been idle .*|End of /WHOIS list\.?|is away: .*|is (?:logged in|authed) as .*|is using .*))`,
    ),
    read: note('info'),
  },
];

const acted: readonly SureRule[] = [
  { example: '* bob waves', pattern: line(String.raw`\* ${NICK}(?: (?<text>.*))?`), read: action },
];

export const RULES = [...spoken, ...addressed, ...events, ...bare(event, '*'), ...notes, ...acted];
const WITH_ADDRESSES = [...spoken, ...addressed, ...events, ...bare(starred, '***'), ...notes, ...acted];
export const TABLES = { addresses: WITH_ADDRESSES };
const ACTION_COLOUR = 6;

function session(kind: 'open' | 'close', match: RegExpExecArray): readonly ParsedLine[] {
  const spelled = spelledDate(match[1] ?? '');
  return at(spelled?.clock && { clock: spelled.clock }, [{ kind: 'log', event: kind, text: match[0] }]);
}

const controls: readonly ControlRule[] = [
  {
    example: 'Session Start: Thu Jan 05 09:00:00 2012',
    pattern: /^Session Start(?: \([^)]*\))?: (.*)$/u,
    read: (match) => session('open', match),
    proves: true,
  },
  {
    example: 'Session Close: Thu Jan 05 18:00:00 2012',
    pattern: /^Session Close(?: \([^)]*\))?: (.*)$/u,
    read: (match) => session('close', match),
    proves: true,
  },
  {
    example: 'Session Time: Fri Jan 06 00:00:00 2012',
    pattern: /^Session Time(?: \([^)]*\))?: (.*)$/u,
    read: (match) => {
      const date = spelledDate(match[1] ?? '')?.date;
      return [{ is: 'control', ...(date && { date }) }];
    },
    proves: true,
  },
  {
    example: 'Session Ident: #xpmem',
    pattern: /^Session Ident(?: \([^)]*\))?: .*$/u,
    read: () => [{ is: 'control' }],
    proves: true,
  },
];

/** A line's colour, with or without the byte that makes it one. Digits without it count only before a bracket. */
const COLOUR = /^(?:\u0003(\d{1,2})(?:,\d{1,2})?|(\d{2})(?=[[({]\d))/u;

function reader({ variant }: FileFacts): Reader {
  let colour: number | undefined;
  const rules = variant === 'addresses' ? WITH_ADDRESSES : RULES;
  return {
    strip: (text) => {
      const match = COLOUR.exec(text);
      colour = match ? Number(match[1] ?? match[2]) : undefined;
      return match ? text.slice(match[0].length) : text;
    },
    read: (text): readonly Event[] | undefined =>
      colour === ACTION_COLOUR ? (readByRules(acted, text) ?? readByRules(rules, text)) : readByRules(rules, text),
  };
}

/** Settles whether the client shows addresses in joins, parts and quits, by the first of them that does. */
function survey(facts: FileFacts): Survey {
  let variant = facts.variant;
  return {
    see: ({ text }) => {
      if (variant === undefined && SHOWS_ADDRESS.test(text)) variant = 'addresses';
      return variant === undefined;
    },
    facts: () => ({ ...facts, ...(variant === undefined ? {} : { variant }) }),
  };
}

const SHOWS_ADDRESS = /\*(?:\*\*)? \S+ ?\([^\s()]+@[^\s()]+\) (?:has joined [#&+!]|has left [#&+!]|Quit\b)/u;

const TIMES = ['HH:mm', 'HH:mm:ss', 'h:mma', 'h:mm a', 'h:mm:ssa', 'h:mm:ss a'];
const WHENS = [
  ...TIMES,
  ...['HH:mm', 'HH:mm:ss'].flatMap((time) => [
    `yyyy-MM-dd ${time}`,
    `yyyy/MM/dd ${time}`,
    `MMM dd ${time}`,
    `dd MMM ${time}`,
  ]),
];
const STAMPS = WHENS.flatMap((when) => [
  `[${when}]`,
  `(${when})`,
  `{${when}}`,
  `<${when}>`,
  `${when} |`,
  `${when} -`,
  when,
]);

/** `#xpmem.Rizon.log`, `#xpmem.Rizon.20120105.log`, `#xpmem.20120105.log`: mIRC's own names of files. */
function facts(path: string, ident: string | undefined, inLines: string | undefined): FileFacts {
  const name = path.split('/').at(-1) ?? '';
  const [, channel, network] =
    /(?:^|_)([#&][^/]*?)(?:\.([A-Za-z][\w-]*))?(?:\.\d{6,8})?\.log(?:\.txt)?$/u.exec(name) ?? [];
  const named = ident ?? channel ?? inLines;
  return { ...(named ? { channel: named } : {}), ...(network ? { network } : {}) };
}

export default lineLog({
  name: 'mirc',
  title: 'mIRC log',
  local: true,
  stamps: STAMPS,
  stamp: '[09:01] ',
  stampless: true,
  rules: RULES,
  controls,
  reader,
  survey,
  path: /(?:^|\/)mirc\/|(?:^|[/_])[#&][^/]*\.[A-Za-z][\w-]*(?:\.\d{8})?\.log$/iu,
  facts: ({ path, lines }) =>
    facts(
      path,
      lines.map(({ text }) => /^Session Ident: ([#&+!]\S*)$/u.exec(text)?.[1]).find((found) => found),
      channelInLines(lines),
    ),
});
