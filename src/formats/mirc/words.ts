// What mIRC's sentences are made of.

/** A nick and its channel status. */
export const NICK = String.raw`(?<prefix>[~&@%+!.])?(?<nick>[^\s()<>*@!]+)`;
/** A nick that an event is about: its channel status may be shown, and says nothing new. */
export const ACTOR = String.raw`[~&@%+!.]?(?<nick>[^\s()<>*@!]+)`;
/** Some scripts have square brackets. */
export const HOST = String.raw`[([](?<host>[^\s()]*[!@][^\s()]*?)[)\]]`;
/** A channel, which some call so. */
export const CHANNEL = String.raw`(?:channel )?(?<channel>[#&+!]\S*)`;
/** Why, in brackets, or nothing. */
export const REASON = String.raw`(?: ?[([] ?(?<reason>.*?) ?[)\]])?`;

/** A whole line. */
export const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');
/** An event's line: version 5 marks it with three stars, later ones with one. */
export const event = (sentence: string): RegExp => line(String.raw`\*(?:\*\*)? ${sentence}`);
/** From version 6 on; three stars are bots' and bouncers', too. */
export const ONE_STAR = /^\* /u;
/** An event's line of version 5, and of whoever writes as it does. */
export const starred = (sentence: string): RegExp => line(String.raw`\*\*\* ${sentence}`);
