// Presence for machines: what `/<slug>/presence.json` says (docs/presence.md).
//
//   { "version": 1, "channel": …, "from": 1380742174, "to": 1383172850,
//     "people": [ { "name": "ada", "nicks": ["ada", "ada_"], "present": [[1380742174, 1380765021], …] } ],
//     "gaps": [ { "from": 1381428551, "to": 1381431028, "cause": "disconnected" } ] }
//
// Where that is large, `people` and `gaps` are cut into months, each a file of its own.
import type { DayChannel, Gap } from '../day.ts';
import { gapsOfDay } from './cut.ts';

/** A person's presence, half-open in epoch seconds. */
export interface PersonPresence {
  readonly name: string;
  readonly nicks: readonly string[];
  readonly bot?: true;
  /** Ascending; neither overlapping nor touching. */
  readonly present: readonly (readonly [from: number, to: number])[];
}

interface Presence {
  readonly people: readonly PersonPresence[];
  readonly gaps: readonly Gap[];
}

export interface PresenceFile extends Partial<Presence> {
  readonly version: 1;
  readonly channel: DayChannel;
  /** The log's first and last moment, epoch seconds; nothing is known before or after. */
  readonly from: number;
  readonly to: number;
  /** Instead of `people` and `gaps`: the months (`YYYY-MM`) that have a file, `presence/<month>.json`. */
  readonly months?: readonly string[];
}

export interface Month {
  /** `YYYY-MM` */
  readonly name: string;
  /** Epoch seconds, half-open. */
  readonly start: number;
  readonly end: number;
}

export interface PresenceFiles {
  readonly whole: PresenceFile;
  /** By month; empty where the whole is one file. */
  readonly months: ReadonlyMap<string, PresenceFile>;
}

/** So many intervals make a file of about half a megabyte. */
const LARGE = 20_000;

/** The published files of a channel's presence. `gaps` may begin before the log and end after it; `months` cover the log. */
export function presenceFiles(
  channel: DayChannel,
  people: readonly PersonPresence[],
  gaps: readonly Gap[],
  months: readonly Month[],
  large = LARGE,
): PresenceFiles {
  const from = gaps.find((gap) => gap.cause === 'before-log')?.to ?? months[0]?.start ?? 0;
  const to = gaps.findLast((gap) => gap.cause === 'after-log')?.from ?? months.at(-1)?.end ?? 0;
  const head = { version: 1, channel, from, to } as const;
  const inside = gaps.filter((gap) => gap.cause !== 'before-log' && gap.cause !== 'after-log' && gap.from < gap.to);
  const intervals = people.reduce((sum, { present }) => sum + present.length, inside.length);
  if (intervals <= large) return { whole: { ...head, people, gaps: inside }, months: new Map() };
  const files = new Map(
    months.map(({ name, start, end }) => {
      const its = cutPeople(people, start, end);
      return [
        name,
        {
          ...head,
          from: Math.max(from, start),
          to: Math.min(to, end),
          people: its,
          gaps: gapsOfDay(inside, start, end),
        },
      ];
    }),
  );
  return { whole: { ...head, months: [...files.keys()] }, months: files };
}

function cutPeople(people: readonly PersonPresence[], start: number, end: number): readonly PersonPresence[] {
  return people.flatMap((person) => {
    const present = person.present.flatMap(([from, to]) =>
      from < end && to > start ? [[Math.max(from, start), Math.min(to, end)] as const] : [],
    );
    return present.length > 0 ? [{ ...person, present }] : [];
  });
}
