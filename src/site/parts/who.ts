// Who a nick is on a page: the person's name, hue and page.
import { lower } from '../../shared/casemap.ts';
import type { DayFile } from '../../day.ts';
import type { ChannelIndex, PersonSummary } from '../../store.ts';

export interface Who {
  /** The name of the person a nick belongs to; the nick itself where nobody is known. */
  readonly nameOf: (nick: string) => string;
  /** 1–8, 0 for programs. */
  readonly hueOf: (nick: string) => number;
  /** The same, by a person's name. */
  readonly hueOfName: (name: string) => number;
  readonly isBot: (nick: string) => boolean;
  /** True where the person has a page. */
  readonly known: (name: string) => boolean;
  /** Whether a nick of the day begins with this UTF-16 unit and is so long: asked before a word is taken out of its text. */
  readonly maybe: (first: number, length: number) => boolean;
  /** The nick as this day writes it, where the word names somebody of the day; any case with `anyCase`. */
  readonly named: (word: string, anyCase: boolean) => string | undefined;
}

const byName = new WeakMap<ChannelIndex, ReadonlyMap<string, PersonSummary>>();

function peopleOf(channel: ChannelIndex): ReadonlyMap<string, PersonSummary> {
  let people = byName.get(channel);
  if (!people) byName.set(channel, (people = new Map(channel.people.map((person) => [person.name, person]))));
  return people;
}

/** A hue for who is in no list: by the name alone, so that it stays the same. */
function fallbackHue(name: string): number {
  let sum = 0;
  for (let index = 0; index < name.length; index++) sum = (sum * 31 + name.charCodeAt(index)) % 8191;
  return (sum % 8) + 1;
}

const byDay = new WeakMap<DayFile, { readonly channel: ChannelIndex; readonly who: Who }>();

/** The people of a day, as the day file and the channel's index know them; made once for a day in hand. */
export function whoOf(channel: ChannelIndex, day: DayFile): Who {
  let known = byDay.get(day);
  if (known?.channel !== channel) byDay.set(day, (known = { channel, who: whoIn(channel, day) }));
  return known!.who;
}

const shapeOf = (first: number, length: number): number => first * 256 + Math.min(length, 255);

function whoIn(channel: ChannelIndex, day: DayFile): Who {
  const people = peopleOf(channel);
  const names = new Map<string, string>();
  const nicks = new Map<string, string>();
  for (const { name, nicks: own } of day.people) {
    for (const nick of own) {
      names.set(lower(nick), name);
      nicks.set(lower(nick), nick);
    }
  }
  const exact = new Set(day.people.flatMap((person) => person.nicks));
  const shapes = new Set([...exact].map((nick) => shapeOf(nick.charCodeAt(0), nick.length)));
  const nameOf = (nick: string): string => names.get(lower(nick)) ?? nick;
  const hueOfName = (name: string): number => people.get(name)?.hue ?? fallbackHue(name);
  // Asked at every turn: the nicks of a day are few.
  const hues = new Map<string, number>();
  const hueOf = (nick: string): number => {
    let hue = hues.get(nick);
    if (hue === undefined) hues.set(nick, (hue = hueOfName(nameOf(nick))));
    return hue;
  };
  return {
    nameOf,
    hueOfName,
    hueOf,
    isBot: (nick) => people.get(nameOf(nick))?.bot === true,
    known: (name) => people.has(name),
    maybe: (first, length) => shapes.has(shapeOf(first, length)),
    named: (word, anyCase) => (anyCase ? nicks.get(lower(word)) : exact.has(word) ? word : undefined),
  };
}
