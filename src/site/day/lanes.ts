// Who is on the presence chart, in which order, and what each did: the day file as lanes.
//
// Talkers first, most lines first; then who came or went; the rest, who were here all day and silent, may be many.
import type { DayFile, Stay } from '../../day.ts';
import type { Entry } from '../../events.ts';
import { meetingsOf, netsplitsOf, personStays } from '../../presence.ts';
import { lower } from '../../shared/casemap.ts';
import { copyWith } from '../../shared/copy.ts';
import { addTo } from '../../shared/lists.ts';
import { isSaid } from './conversations.ts';
import { isolated } from '../parts/html.ts';
import type { Who } from '../parts/who.ts';

export interface Lane {
  /** The person's name. */
  readonly name: string;
  readonly hue: number;
  /** Lines said. */
  readonly lines: number;
  /** Epoch seconds of each line said. */
  readonly said: readonly number[];
  readonly stays: readonly LaneStay[];
  /** Here from the day's first moment to its last. */
  readonly allDay: boolean;
  /** Moments without a nick here that are no absence: across a netsplit, or a connection made again. Half-open, epoch seconds. */
  readonly breaks: readonly (readonly [from: number, to: number])[];
}

export interface LaneStay extends Stay {
  /** Under a second nick, while the person was also here under the first. */
  readonly second: boolean;
  /** The stay's first line on this page: the join, else the first line said, else its end. */
  readonly target: string | undefined;
  /** Why it ended, as the log has it. */
  readonly reason: string | undefined;
}

const known = new WeakMap<Who, readonly Lane[]>();

/** The lanes of a day: everybody with a stay or a line, in the order of the chart. Made once for the people of a day. */
export function lanesOf(day: DayFile, who: Who): readonly Lane[] {
  let lanes = known.get(who);
  if (!lanes) known.set(who, (lanes = lanesIn(day, who)));
  return lanes;
}

function lanesIn(day: DayFile, who: Who): readonly Lane[] {
  const entries = entriesByNick(day.entries);
  const people = new Map<string, { stays: Stay[]; said: number[] }>();
  const of = (name: string): { stays: Stay[]; said: number[] } => {
    let person = people.get(name);
    if (!person) people.set(name, (person = { stays: [], said: [] }));
    return person;
  };
  for (const stay of day.stays) of(who.nameOf(stay.nick)).stays.push(stay);
  for (const entry of day.entries) {
    if (isSaid(entry) && entry.nick !== undefined) of(who.nameOf(entry.nick)).said.push(entry.at);
  }
  const breaks = new Map<string, (readonly [number, number])[]>();
  for (const { name, breaks: own } of personStays(day.stays, who.nameOf, meetingsOf(netsplitsOf(day.entries)))) {
    if (own.length > 0) breaks.set(name, [...(breaks.get(name) ?? []), ...own]);
  }
  const lanes = [...people].map(([name, { stays, said }]): Lane => {
    const several = stays.length > 1;
    const first = several ? mainNick(name, stays) : '';
    const main = several ? stays.filter(({ nick }) => lower(nick) === first) : [];
    return {
      name,
      hue: who.hueOfName(name),
      breaks: breaks.get(name) ?? [],
      lines: said.length,
      said,
      allDay: stays.some(({ from, to }) => from <= day.start && to >= day.end),
      stays: stays
        .map((stay): LaneStay => {
          const own = entries.get(lower(stay.nick)) ?? [];
          const second =
            several && lower(stay.nick) !== first && main.some((other) => stay.from < other.to && other.from < stay.to);
          return copyWith(stay, { second, target: targetOf(stay, own), reason: reasonOf(stay, own) });
        })
        .sort((a, b) => a.from - b.from || a.to - b.to),
    };
  });
  const rank = ({ lines, stays }: Lane): number => (lines > 0 ? 0 : stays.some(moves) ? 1 : 2);
  return lanes.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      b.lines - a.lines ||
      (a.said[0] ?? 0) - (b.said[0] ?? 0) ||
      (a.stays[0]?.from ?? day.start) - (b.stays[0]?.from ?? day.start) ||
      (a.name < b.name ? -1 : 1),
  );
}

/** True where a stay begins or ends on the day itself. */
function moves(stay: Stay): boolean {
  return stay.start === 'join' || stay.start === 'nick' || !['carried', 'open', 'gap'].includes(stay.end);
}

/** The nick drawn on the lane itself: the person's name, else the one here longest. */
function mainNick(name: string, stays: readonly Stay[]): string {
  const own = lower(name);
  if (stays.some(({ nick }) => lower(nick) === own)) return own;
  const times = new Map<string, number>();
  for (const { nick, from, to } of stays) times.set(lower(nick), (times.get(lower(nick)) ?? 0) + to - from);
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? own;
}

function entriesByNick(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  const add = (nick: string | undefined, entry: Entry): void => {
    if (nick !== undefined) addTo(found, lower(nick), entry);
  };
  for (const entry of entries) {
    add(entry.nick, entry);
    if (entry.kind === 'nick') add(entry.to, entry);
    if (entry.kind === 'kick') add(entry.target, entry);
  }
  return found;
}

const near = (one: number, other: number): boolean => Math.abs(one - other) < 2;

function targetOf(stay: Stay, own: readonly Entry[]): string | undefined {
  const begins =
    stay.start === 'join' || stay.start === 'nick'
      ? own.find((entry) => (entry.kind === 'join' || entry.kind === 'nick') && near(entry.at, stay.from))
      : undefined;
  const says = begins ?? own.find((entry) => isSaid(entry) && entry.at >= stay.from && entry.at <= stay.to);
  return (says ?? own.find((entry) => entry.at >= stay.from && near(entry.at, stay.to)))?.id;
}

function reasonOf(stay: Stay, own: readonly Entry[]): string | undefined {
  for (const entry of own) {
    if (!near(entry.at, stay.to)) continue;
    if ((stay.end === 'quit' && entry.kind === 'quit') || (stay.end === 'part' && entry.kind === 'part')) {
      return entry.reason;
    }
    if (stay.end === 'nick' && entry.kind === 'nick' && lower(entry.nick ?? '') === lower(stay.nick)) {
      return `now ${isolated(entry.to)}`;
    }
    if (stay.end === 'kick' && entry.kind === 'kick') {
      const by = entry.nick === undefined ? '' : ` by ${isolated(entry.nick)}`;
      return `kicked${by}${entry.reason ? `: ${entry.reason}` : ''}`;
    }
  }
  return undefined;
}
