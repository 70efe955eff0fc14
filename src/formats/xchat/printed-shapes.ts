// Sentences of XChat and HexChat in languages other than English, without their colours: known by where nicks, hosts, channels
// and reasons stand, and by stems of the words between them (words.ts).
//
//   arlo (~a@host.example) è entrato              nick (host) words          a join; with a reason, or words of leaving, a part
//   arlo è uscito (bye)                           nick words (reason)        a quit
//   Du wurdest von arlo aus #pool geworfen (bye)  a channel among words that tell of a kick: the owner's
//   tilda dà voce a arlo                          nick words nick: what the words tell, a new nick or a change of modes
//
// What no stem tells is not an event: a translated action reads the same.
import type { Event } from '../../events.ts';
import { MEANINGS } from './meanings.ts';
import { CONFIRMED, says } from './words.ts';

const NICK = String.raw`(?<nick>[\p{L}\p{N}[\]\\^${'`'}{|}_-]+)`;
const HOST = String.raw`\((?<host>[^()\s@]+@[^()\s]+)\)`;
const WORDS = String.raw`[^()[\]#\d:]+?`;
const CHANNEL = String.raw`(?<channel>[#&!]\S*)`;
/** Some languages end the sentence behind it. */
const REASON = String.raw` \((?<reason>.*)\)\.?`;
/** How clients begin to tell the owner of what was done to him, where an action begins with a nick. */
const YOU = '(?:You|Sie|Du|Vous|Tu|Você|Sei|Has?|Вы|Kamu|Buvote|Zostałeś|Jeni)';

type Captured = Readonly<Record<string, string | undefined>>;

interface Shape {
  readonly pattern: RegExp;
  /** Events in the order of trial, each with what its words must say; the first that fits is taken. */
  readonly events: readonly string[];
}

const shape = (source: string, ...events: readonly string[]): Shape => ({
  pattern: new RegExp(`^${source}$`, 'su'),
  events,
});

const BETWEEN_NICKS = [
  'Your Nick Changing',
  'Change Nick',
  'Channel Half-Operator',
  'Channel DeHalfOp',
  'Channel Operator',
  'Channel DeOp',
  'Channel Voice',
  'Channel DeVoice',
  'Channel Exempt',
  'Channel Remove Exempt',
  'Channel INVITE',
  'Channel Remove Invite',
  'Channel Ban',
  'Channel UnBan',
  'Channel Quiet',
  'Channel UnQuiet',
  'Channel Set Key',
  'Channel Set Limit',
];

const SHAPES: readonly Shape[] = [
  shape(String.raw`${NICK} ${HOST} (?<words>${WORDS})(?: ${CHANNEL})?`, 'Part', 'Join'),
  shape(String.raw`${NICK} ${HOST} (?<words>${WORDS})(?: ${CHANNEL})?${REASON}`, 'Part with Reason'),
  // "Vous avez été expulsé de #pool par arlo (bye)", and where the channel or who kicked comes first
  shape(String.raw`(?<words>${YOU}\P{L}${WORDS} |)${CHANNEL} \S+ ${NICK}(?<rest> ${WORDS})?${REASON}`, 'You Kicked'),
  shape(String.raw`Du wurdest von ${NICK} aus ${CHANNEL} (?<words>geworfen)${REASON}`, 'You Kicked'),
  shape(String.raw`${NICK} (?<words>ti ha espulso da|kirúgott a) ${CHANNEL}(?: ${WORDS})?${REASON}`, 'You Kicked'),
  shape(String.raw`(?<target>\S+) ki lett rúgva ${NICK} által a ${CHANNEL}(?: ${WORDS})?${REASON}`, 'Kick'),
  shape(String.raw`(?<words>${WORDS}) ${CHANNEL}(?<rest> ${WORDS})?${REASON}`, 'You Part with Reason'),
  shape(String.raw`${NICK} (?<words>[^()[\]#:]+) (?<target>\S+) \S+ ${CHANNEL}(?: ${WORDS})?${REASON}`, 'Kick'),
  shape(String.raw`(?<words>${WORDS}) ${CHANNEL}(?<rest> ${WORDS})?`, 'You Part', 'You Join'),
  shape(String.raw`${NICK} (?<words>${WORDS})${REASON}`, 'Quit'),
  shape(String.raw`${NICK} (?<words>${WORDS}): (?<text>.*)`, 'Topic Change'),
  shape(String.raw`${NICK} (?<words>${WORDS})(?<remove>)`, 'Channel Remove Keyword', 'Channel Remove Limit'),
  shape(String.raw`${NICK} (?<words>.+) (?<target>\S+?)\.?`, ...BETWEEN_NICKS),
];

/** The topic as it is shown on joining: words about the channel, where an action begins with a nick. */
const TOPIC = new RegExp(String.raw`^(?<words>${WORDS}) [#&!]\S*(?: ${WORDS})?: `, 'su');

/** A CTCP to the channel: "Otrzymano CTCP VERSION od arlo (do #pool)". */
const CTCP = /^[^()]* CTCP [A-Z]+ [^()]+ \([^()]* [#&!]\S*\)$/u;

/** Words that must be there beside what the colours would have told. */
function isSaid(event: string, { nick = '', words = '', rest = '', reason = '' }: Captured): boolean {
  if (event === 'Part') return says(words, 'leave');
  // a host where a reason would be: somebody comes, or goes in words of a theme's own
  if (event === 'Quit' && /^\S+@\S+$/u.test(reason)) return false;
  if (event === 'You Kicked') return says(words + rest, 'kick');
  if (event === 'Your Nick Changing') return says(words, 'known') && says(nick, 'you');
  return CONFIRMED[event]?.(words + rest) === true;
}

/** No event is longer than a line of IRC, with room for the client's own words. */
const LONGEST = 1000;

/** Reads the second column of an event by its shape; undefined where its words tell nothing. */
export function readShape(text: string): readonly Event[] | undefined {
  if (text.length > LONGEST) return undefined;
  if (CTCP.test(text) || says(TOPIC.exec(text)?.groups?.['words'] ?? '', 'topic'))
    return [{ kind: 'log', event: 'info', text }];
  for (const { pattern, events } of SHAPES) {
    const captured: Captured | undefined = pattern.exec(text)?.groups;
    const event = captured && events.find((name) => isSaid(name, captured));
    const meaning = event === undefined ? undefined : MEANINGS[event];
    if (captured && meaning) {
      const { target = '' } = captured;
      return meaning.read({ ...captured, targets: target, to: target });
    }
  }
  return undefined;
}
