// mIRC's sentences, by what they tell.
import type { SureRule } from '../parts/line-spec.ts';
import { action, join, kick, message, mode, nickChange, note, notice, own, part, quit, topic } from '../parts/told.ts';
import { notes } from './notes.ts';
import { ACTOR, CHANNEL, HOST, NICK, ONE_STAR, REASON, event, line, starred } from './words.ts';

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
    pattern: line(String.raw`(?<text>(?:-(?!-)[^\s]+-|--[^\s-][^\s]*--) .*)`),
    read: note('private'),
  },
  {
    example: '-> -#xpmem- hello all',
    pattern: line(String.raw`-> ?-(?<to>[@%+]?)${CHANNEL}- (?<text>.*)`),
    read: own(notice),
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
    pattern: event(`${ACTOR} ${HOST} (?:Quit|has quit(?: IRC)?)${REASON}`),
    read: quit,
  },
  { example: '* Joins: carol (~c@host.example)', pattern: event(`Joins?: ${ACTOR} ${HOST}`), read: join },
  {
    example: '* Parts: carol (~c@host.example) (bye)',
    pattern: event(`Parts?: ${ACTOR} ${HOST}${REASON}`),
    read: part,
  },
  {
    example: '* Quits: carol (~c@host.example) (Leaving)',
    pattern: event(`Quits?: ${ACTOR} ${HOST}${REASON}`),
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
    pattern: event(`${ACTOR} (?:Quit|has quit) ?${String.raw`\( ?(?<reason>.*?) ?\)`}`),
    read: quit,
  },
  { example: `${mark} Joins: carol`, pattern: event(`Joins?: ${ACTOR}`), read: join },
  { example: `${mark} Parts: carol (bye)`, pattern: event(`Parts?: ${ACTOR}${REASON}`), read: part },
  { example: `${mark} Quits: carol (Leaving)`, pattern: event(`Quits?: ${ACTOR}${REASON}`), read: quit },
];

/** What happens to the owner and the client: no nick begins it. */
const owners: readonly SureRule[] = [
  {
    example: '* Now talking in #xpmem',
    pattern: event(`(?:Now talking (?:in|on)|Rejoined channel) ${CHANNEL}`),
    read: own(join),
    proves: true,
  },
  { example: '* You have joined #xpmem', pattern: event(`You have joined ${CHANNEL}`), read: own(join) },
  {
    example: '* You were kicked from #xpmem by alice (enough)',
    pattern: event(`You (?:were|have been) kicked (?:from ${CHANNEL} )?by ${ACTOR}${REASON}`),
    read: own(kick),
  },
  {
    example: '* You have left #xpmem',
    pattern: event(`You have left (?:channel )?${CHANNEL}(?: - You will be missed ?)?${REASON}`),
    read: own(part),
  },
  {
    example: '* Your nick is now alice_',
    pattern: event(String.raw`(?:Your nick is now|You are now known as) (?<to>\S+)`),
    read: own(nickChange),
  },
  { example: '* Disconnected', pattern: event(String.raw`(?<text>Disconnected\.?)`), read: note('disconnected') },
];

const events: readonly SureRule[] = [
  {
    example: '* bob was kicked by alice (enough)',
    pattern: event(
      String.raw`[~&@%+!.]?(?<target>[^\s()<>*@!]+) (?:was|has been) kicked (?:(?:from|off) ${CHANNEL} )?by ${ACTOR}(?:${HOST} {1,2}- Reason)?${REASON}`,
    ),
    read: kick,
    // PircBot names the channel.
    proves: /^\* \S+ was kicked by /u,
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
    proves: ONE_STAR,
  },
  {
    example: "* alice changes topic to 'release day'",
    pattern: event(`${ACTOR} changes topic to '(?<text>.*)'`),
    read: topic,
  },
  // IceChat's words, where they are others
  {
    example: '* alice sets mode +o bob for #xpmem',
    pattern: event(`${ACTOR} sets mode (?<modes>[+-].*?) {1,2}for ${CHANNEL}`),
    read: mode,
    proves: true,
  },
  {
    example: '* alice changes topic to: release day',
    pattern: event(`${ACTOR} changes topic to: (?<text>.*)`),
    read: topic,
  },
  // ircII's words, which Trillian and others have, too
  {
    example: '*** alice has changed the topic on channel #xpmem to release day',
    pattern: starred(`${ACTOR} has changed the topic on ${CHANNEL} to:? (?<text>.*)`),
    read: topic,
  },
  {
    example: '*** Mode change "+o bob" for channel #xpmem by alice',
    pattern: starred(`Mode change "(?<modes>[+-].*)" (?:for|on) ${CHANNEL} by ${ACTOR}`),
    read: mode,
  },
];

export const acted: readonly SureRule[] = [
  { example: '* bob waves', pattern: line(String.raw`\* ${NICK}(?: (?<text>.*))?`), read: action },
];

/** Every sentence. */
export const RULES = [...spoken, ...addressed, ...owners, ...events, ...bare(event, '*'), ...notes, ...acted];
/** Where the client shows addresses: a join without one is somebody's action. */
export const WITH_ADDRESSES = [
  ...spoken,
  ...addressed,
  ...owners,
  ...events,
  ...bare(starred, '***'),
  ...notes,
  ...acted,
];
/** The same but for quits: XChat's window, copied, has their addresses alone not. */
export const WITH_QUITS_ALONE = [...bare(event, '*').filter(({ read }) => read === quit), ...WITH_ADDRESSES];
/** Where others than stars begin what somebody else is in. */
export const BEHIND_STARS = [...spoken, ...owners, ...notes, ...acted];
/** Where others begin comings and goings alone. */
export const CHANGES_BEHIND_STARS = [...spoken, ...owners, ...events, ...notes, ...acted];
