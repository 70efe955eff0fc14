// The vocabulary: what can happen in a channel and what a log can say of itself. Imports nothing.

/** Who did it; all events have this. */
interface Act {
  /** The nick as the line shows it, without channel-status prefix; absent where the line says "You" or shows none. */
  readonly nick?: string;
  /** An act of the person whose client wrote the log, shown as such by the line. */
  readonly own?: true;
}

export interface Message extends Act {
  readonly kind: 'message';
  /** What was said, formatting codes and all. */
  readonly text: string;
  /** Channel status as shown before the nick: `@`, `+`, `%`, `&`, `~`. */
  readonly prefix?: string;
  /** The relay that said it in the channel for the nick, who was not there. */
  readonly via?: string;
  /** `@` for what was said to the channel's operators only. */
  readonly to?: string;
}

export interface Action extends Act {
  readonly kind: 'action';
  readonly text: string;
  readonly prefix?: string;
  readonly via?: string;
  readonly to?: string;
}

export interface Notice extends Act {
  readonly kind: 'notice';
  readonly text: string;
  readonly prefix?: string;
  readonly via?: string;
  readonly to?: string;
}

export interface Join extends Act {
  readonly kind: 'join';
  readonly host?: string;
}

export interface Part extends Act {
  readonly kind: 'part';
  readonly host?: string;
  readonly reason?: string;
}

export interface Quit extends Act {
  readonly kind: 'quit';
  readonly host?: string;
  readonly reason?: string;
}

/** `nick` kicked `target`; without a target, the logger itself was kicked ("You have been kicked by"). */
export interface Kick extends Act {
  readonly kind: 'kick';
  readonly target?: string;
  readonly reason?: string;
}

export interface NickChange extends Act {
  readonly kind: 'nick';
  readonly to: string;
}

/** One change, as `+o jcuster`: a line that tells several gives several events. */
export interface ModeChange extends Act {
  readonly kind: 'mode';
  readonly changes: string;
}

/** An empty text: the topic was unset. */
export interface TopicChange extends Act {
  readonly kind: 'topic';
  readonly text: string;
}

export type LogEvent = 'open' | 'close' | 'connected' | 'disconnected' | 'private' | 'info';

/** What the log says of itself or the client of its connection. */
export interface LogMark extends Act {
  readonly kind: 'log';
  readonly event: LogEvent;
  readonly text: string;
  /** Who is in the channel by this line (a names list, a WHOIS that names the channel), without prefixes; empty where it counts them. */
  readonly names?: readonly string[];
}

/** A line that no rule knows; the text is what follows the stamp. */
export interface Unparsed extends Act {
  readonly kind: 'unparsed';
  readonly text: string;
}

export type Event =
  Message | Action | Notice | Join | Part | Quit | Kick | NickChange | ModeChange | TopicChange | LogMark | Unparsed;

export type EventKind = Event['kind'];
export type EventOf<K extends EventKind> = Extract<Event, { readonly kind: K }>;

/** What an event shows of who is in the channel. */
export type PresenceChange =
  | { readonly change: 'here' | 'enter' | 'leave'; readonly nick: string }
  | { readonly change: 'rename'; readonly nick: string; readonly to: string };

/** Part of the sentence an event reads as: words, a nick, or what a person wrote (formatting codes and all). */
export type Piece = string | { readonly nick: string } | { readonly text: string };

export interface KindSpec<E extends Event> {
  /** What the event shows of presence, in order. Events without the nick (yet) show nothing. */
  readonly presence: (event: E) => readonly PresenceChange[];
  /** The event as a sentence. The actor comes first where there is one. */
  readonly pieces: (event: E) => readonly Piece[];
  /** The text that the event's address is made from (docs/addresses.md), before normalisation. */
  readonly hashed: (event: E) => string;
}

/** As whom ZNC speaks where it repeats itself, and where it tells who came and went meanwhile. */
const BOUNCERS: ReadonlySet<string> = new Set(['***', '*buffextras']);

/** Whether a bouncer speaks as such a nick, which no network lets anybody have. */
export const isBouncer = (nick: string): boolean => BOUNCERS.has(nick);

const here = (nick: string | undefined): readonly PresenceChange[] =>
  nick && !isBouncer(nick) ? [{ change: 'here', nick }] : [];
const leave = (nick: string | undefined): readonly PresenceChange[] => (nick ? [{ change: 'leave', nick }] : []);
const who = (nick: string | undefined): Piece => (nick ? { nick } : 'somebody');
const reason = (text: string | undefined): readonly Piece[] => (text ? [' (', { text }, ')'] : []);

/** Those who have a channel status, and whoever has more. */
const RANKS: ReadonlyMap<string, string> = new Map([
  ['@', 'operators'],
  ['%', 'half-operators'],
  ['+', 'voiced people'],
]);

/** To whom alone something was said, in words, by an event's `to`: `to operators`. */
export const toldTo = (to: string): string => `to ${RANKS.get(to) ?? to}`;

const said = {
  presence: (event: Message | Action | Notice) => here(event.via ?? event.nick),
  pieces: ({ nick, to, text }: Message | Action | Notice): readonly Piece[] => [
    who(nick),
    to === undefined ? ' ' : ` ${toldTo(to)}: `,
    { text },
  ],
  hashed: (event: Message | Action | Notice) => event.text,
};

/** The nick that a mode change gives channel status to, or takes it from; a mask is nobody: some networks quiet by `+q *!*@host`. */
export function statusTarget(changes: string): string | undefined {
  return /^[+-][qaohv] ([^\s!@*$]+)$/.exec(changes)?.[1];
}

/** For each kind: what it says of presence, how it reads aloud, what its address hashes. */
export const KINDS: { readonly [K in EventKind]: KindSpec<EventOf<K>> } = {
  message: said,
  action: said,
  notice: { ...said, presence: () => [] },
  join: {
    presence: ({ nick }) => (nick ? [{ change: 'enter', nick }] : []),
    pieces: ({ nick }) => [who(nick), ' joined'],
    hashed: () => '',
  },
  part: {
    presence: ({ nick }) => leave(nick),
    pieces: (event) => [who(event.nick), ' left', ...reason(event.reason)],
    hashed: (event) => event.reason ?? '',
  },
  quit: {
    presence: ({ nick }) => leave(nick),
    pieces: (event) => [who(event.nick), ' quit', ...reason(event.reason)],
    hashed: (event) => event.reason ?? '',
  },
  kick: {
    presence: ({ nick, target }) => [...here(nick), ...leave(target)],
    pieces: (event) => [who(event.nick), ' kicked ', who(event.target), ...reason(event.reason)],
    hashed: ({ target, reason: why = '' }) => (target ? `${target} ${why}` : why),
  },
  nick: {
    presence: ({ nick, to }) => (nick ? [{ change: 'rename', nick, to }] : here(to)),
    pieces: ({ nick, to }) => [who(nick), ' is now ', { nick: to }],
    hashed: ({ to }) => to,
  },
  mode: {
    presence: ({ changes }) => here(statusTarget(changes)),
    pieces: ({ nick, changes }) => [who(nick), ' set mode ', { text: changes }],
    hashed: ({ changes }) => changes,
  },
  topic: {
    presence: () => [],
    pieces: ({ nick, text }) =>
      text ? [who(nick), ' changed the topic to: ', { text }] : [who(nick), ' removed the topic'],
    hashed: ({ text }) => text,
  },
  log: {
    presence: ({ names = [] }) => names.map((nick) => ({ change: 'here', nick })),
    pieces: ({ text }) => [{ text }],
    hashed: ({ text }) => text,
  },
  unparsed: {
    presence: () => [],
    pieces: ({ text }) => [{ text }],
    hashed: ({ text }) => text,
  },
};

/** The spec of an event's kind, typed for any event. */
export function specOf(event: Event): KindSpec<Event> {
  return KINDS[event.kind] as unknown as KindSpec<Event>;
}

/** How sure the moment of an event is. */
export interface Moment {
  /** Epoch seconds, with a fraction where the log has one; corrected for the logger's clock. */
  readonly at: number;
  /** 60 where the log tells minutes only. */
  readonly precision?: 60;
  /** The line has no usable stamp and takes a neighbour's. */
  readonly stamp?: 'assumed';
  /** In a repeated hour, where nothing shows which pass it was: the first is taken. */
  readonly fold?: 'unknown';
}

/** An event at its instant, with the line it came from. */
export interface Placed extends Moment {
  readonly event: Event;
  /** 1-based number of its (first) line in its file. */
  readonly line: number;
  /** Where the pass of a repeated hour is unknown, how many seconds later the second is. */
  readonly again?: number;
  /** How many lines of the file it accounts for: continuation lines make it more, a further event of one line is 0. */
  readonly lines: number;
}

/** An event with the address that it keeps for ever. */
export type Entry = {
  /** `t<HHMMSS><hash>`, unique on its day page. */
  readonly id: string;
  /** Further addresses: `t…` of this day, or `<YYYY-MM-DD>/t…` of another. */
  readonly aliases?: readonly string[];
  /** The text with its formatting codes, where it had any; `text` is then without them. */
  readonly styled?: string;
  /** A tombstone: the line was taken out by the archive's owner, its addresses stay. */
  readonly removed?: true;
} & Moment &
  Event;
