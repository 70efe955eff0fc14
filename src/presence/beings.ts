// The nicks that are in the channel, and those that left it lately: whose stay begins, and which stays end.
import type { Stay, StayEnd, StayStart } from '../day.ts';
import { lower } from '../shared/casemap.ts';

/** How far evidence reaches back, in seconds. */
export const REACH = 30 * 86_400;

/**
 * A nick that is here: how its stay began, the latest moment that shows it, whether it is a log's owner, and where loggers saw it
 * quit by a netsplit, those on the other side (by rank), who did not.
 */
export type Here = readonly [
  nick: string,
  from: number,
  start: StayStart,
  evidence: number,
  last: number,
  owner: 0 | 1,
  witnesses?: readonly number[],
];

/** A nick in lower case that left while the channel was watched, when, and the nick it was renamed to. */
export type Gone = readonly [nick: string, at: number, to?: string];

/** The same as `Here`, to be changed line by line. */
export interface Being {
  nick: string;
  from: number;
  start: StayStart;
  evidence: number;
  last: number;
  owner: boolean;
  witnesses: readonly number[] | undefined;
}

/** A nick that had gone unseen: thought here from `at` to `until`, epoch seconds. */
export interface Lost {
  readonly nick: string;
  readonly at: number;
  readonly until: number;
}

export interface Beings {
  /** By nicks in lower case. */
  readonly here: ReadonlyMap<string, Being>;
  readonly gone: ReadonlyMap<string, Gone>;
  /** Stays that ended, whole, in the order in which they did. */
  readonly ended: readonly Stay[];
  readonly lost: readonly Lost[];
  /** How a nick left, if lately: what lies further back than evidence reaches is forgotten. */
  readonly left: (key: string, at: number) => Gone | undefined;
  /** Somebody is here since `from`, as a line at `at` shows. */
  readonly begin: (nick: string, from: number, start: StayStart, at: number) => Being;
  readonly end: (key: string, being: Being, to: number, how: StayEnd) => void;
  /** Its stay ends, but nobody knows whether it left. */
  readonly unsee: (key: string, being: Being, at: number, how: StayEnd) => void;
  /** The log shows now that a nick had gone, after the moment that showed it last. */
  readonly lose: (key: string, being: Being, at: number) => void;
  /** A nick that left was renamed. */
  readonly renamed: (key: string, at: number, to: string) => void;
  /** Of nobody it is known any more that he left. */
  readonly forgetGone: () => void;
}

/** A being's stay, whole; one that ended before it began, where clocks jump, is a moment. */
export const stayOf = (being: Being, to: number, end: StayEnd): Stay => ({
  nick: being.nick,
  from: being.from,
  to: Math.max(to, being.from),
  start: being.start,
  ...(being.start === 'seen' ? { evidence: being.evidence } : {}),
  end,
});

/** Who is here and who left, from where an earlier day left them. */
export function beingsOf(
  state: { readonly here: readonly Here[]; readonly gone: readonly Gone[] } | undefined,
): Beings {
  const here = new Map<string, Being>();
  for (const [nick, from, start, evidence, last, owner, witnesses] of state?.here ?? []) {
    here.set(lower(nick), { nick, from, start, evidence, last, owner: owner === 1, witnesses });
  }
  const gone = new Map(state?.gone.map((left) => [left[0], left]));
  const ended: Stay[] = [];
  const lost: Lost[] = [];

  const end = (key: string, being: Being, to: number, how: StayEnd) => {
    here.delete(key);
    gone.set(key, [key, to]);
    ended.push(stayOf(being, to, how));
  };

  return {
    here,
    gone,
    ended,
    lost,
    left: (key, at) => {
      const known = gone.get(key);
      return known && known[1] > at - REACH ? known : undefined;
    },
    begin: (nick, from, start, at) => {
      const being: Being = { nick, from, start, evidence: at, last: at, owner: false, witnesses: undefined };
      here.set(lower(nick), being);
      return being;
    },
    end,
    unsee: (key, being, at, how) => {
      end(key, being, at, how);
      gone.delete(key);
    },
    lose: (key, being, at) => {
      const to = Math.max(being.last, at - REACH, being.from);
      end(key, being, to, 'lost');
      lost.push({ nick: being.nick, at: to, until: at });
    },
    renamed: (key, at, to) => gone.set(key, [key, at, to]),
    forgetGone: () => gone.clear(),
  };
}

/** The nick as plain data. */
export function asHere({ nick, from, start, evidence, last, owner, witnesses }: Being): Here {
  const here = [nick, from, start, evidence, last, owner ? 1 : 0] as const;
  return witnesses ? [...here, witnesses] : here;
}
