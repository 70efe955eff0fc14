// Who saw a passage: the presence table of the page, or, where it is cut short in a crowd, the day's file.
import { all } from './page.ts';

interface Seen {
  readonly who: string;
  readonly nick: string;
  /** Epoch seconds, half-open. */
  readonly from: number;
  readonly to: number;
}

interface DayData {
  readonly people: readonly { readonly name: string; readonly nicks: readonly string[] }[];
  readonly stays: readonly { readonly nick: string; readonly from: number; readonly to: number }[];
}

let known: Promise<readonly Seen[]> | undefined;

const fromTable = (): readonly Seen[] =>
  all('#pt tr').map((row) => {
    const [from = NaN, to = NaN] = all<HTMLTimeElement>('time', row).map((time) => Date.parse(time.dateTime) / 1000);
    const nick = row.querySelector('th')?.textContent ?? '';
    return { who: row.dataset.who ?? nick, nick, from, to };
  });

async function fromFile(): Promise<readonly Seen[]> {
  const { people, stays } = (await (await fetch(`${location.pathname.slice(0, -1)}.json`)).json()) as DayData;
  const names = new Map(people.flatMap(({ name, nicks }) => nicks.map((nick) => [nick, name])));
  return stays.map((stay) => ({ ...stay, from: Math.floor(stay.from), who: names.get(stay.nick) ?? stay.nick }));
}

/** Names of those present from one moment to another (epoch seconds) without a break; not the one who is `but` by nick. */
export async function seenBy(first: number, last: number, but: string): Promise<readonly string[]> {
  const isCut = document.querySelector('table:has(#pt) + p');
  known ??= isCut ? fromFile().catch(fromTable) : Promise.resolve(fromTable());
  const stays = [...(await known)].sort((a, b) => a.from - b.from);
  const speaker = stays.find(({ nick }) => nick === but)?.who ?? but;
  // A person's stays overlap (a ghost's) or meet (a new nick): together they may cover what none does alone.
  const until = new Map<string, number>();
  for (const { who, from, to } of stays) {
    const reached = until.get(who) ?? first;
    if (from <= reached && to > reached) until.set(who, to);
  }
  return [...until].filter(([who, to]) => to > last && who !== speaker).map(([who]) => who);
}
