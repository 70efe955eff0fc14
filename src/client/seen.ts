// Who saw a passage: the presence table of the page, or, where it is cut short in a crowd, the day's file.
import { all, facts, fetched, one } from './page.ts';

export interface Presence {
  /** The person. */
  readonly who: string;
  readonly nick: string;
  /** Epoch seconds, half-open. */
  readonly from: number;
  readonly to: number;
}

interface DayData {
  readonly people: readonly { readonly name: string; readonly nicks: readonly string[] }[];
  readonly stays: readonly {
    readonly nick: string;
    readonly from: number;
    readonly to: number;
    readonly end: string;
  }[];
}

/** The presence table of the page. */
export function presences(): readonly Presence[] {
  return all<HTMLTableRowElement>('#pt tr').map((row) => {
    const [from, to] = all<HTMLTimeElement>('td>time', row).map((time) => Date.parse(time.dateTime) / 1000);
    const nick = row.cells[0]!.textContent;
    // Who was there when the record stops saw its last line.
    const after = /^(the log|lines)/.test(row.cells[3]!.textContent);
    return { who: row.dataset.who ?? nick, nick, from: from!, to: to! + Number(after) };
  });
}

async function wholePresences(): Promise<readonly Presence[]> {
  const { people, stays } = await fetched<DayData>(`${facts.slug}/${facts.day}.json`);
  return stays.map(({ nick, from, to, end }) => ({
    // Fenced as in the table: what is written from the right turns round nothing but itself.
    who: `\u2068${people.find(({ nicks }) => nicks.includes(nick))?.name ?? nick}\u2069`,
    nick,
    from: Math.floor(from),
    to: to + Number(/open|gap/.test(end)),
  }));
}

let known: readonly Presence[] | undefined;

/** Names of those present from one moment to another (epoch seconds) without a break; not the one who is `but` by nick. */
export async function seenBy(first: number, last: number, but: string): Promise<readonly string[]> {
  const isCut = one('table:has(#pt) + p');
  known ??= isCut ? await wholePresences().catch(presences) : presences();
  const speaker = known.find(({ nick }) => nick === but)?.who ?? but;
  // A person's stays overlap (a ghost's) or meet (a new nick): together they may cover what none does alone.
  const until = new Map<string, number>();
  for (const { who, from, to } of [...known].sort((a, b) => a.from - b.from)) {
    const reached = until.get(who) ?? first;
    if (from <= reached && to > reached) until.set(who, to);
  }
  return [...until.keys()].filter((who) => until.get(who)! > last && who !== speaker);
}
