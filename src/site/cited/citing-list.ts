// Lines that cite something, as a list on the pages of references and of bugs.
import { counted } from '../../shared/numbers.ts';
import type { ArchiveIndex } from '../../store.ts';
import type { CitingLine } from './citations.ts';
import { clockOf, hms, iso } from '../parts/clock.ts';
import { datedInYear } from '../parts/dates.ts';
import { html, markup } from '../parts/html.ts';
import type { Markup } from '../parts/html.ts';
import { textsOf } from '../parts/links.ts';
import type { Texts } from '../parts/links.ts';
import { dayPath, href } from '../parts/urls.ts';

/** The channel whose lines are listed. */
interface Citing {
  readonly slug: string;
  readonly hueOf: (person: string) => number | undefined;
  /** Lines that are shown of one thing. */
  readonly most: number;
}

/** A channel's lines as they are shown. */
export interface CitingShelf extends Citing {
  readonly index: ArchiveIndex;
  readonly texts: Texts;
}

/** Lines of a channel as they are shown: names in them are no links, for they stand out of their day. */
export function citingShelf(index: ArchiveIndex, citing: Citing): CitingShelf {
  const nobody = {
    nameOf: (nick: string) => nick,
    isBot: () => false,
    hueOf: () => 1,
    hueOfName: () => 1,
    known: () => false,
    maybe: () => false,
    named: () => undefined,
  };
  return { ...citing, index, texts: textsOf(nobody, index.trackers) };
}

/** The citing lines, newest first. */
export function citingList(shelf: CitingShelf, lines: readonly CitingLine[]): Markup {
  const shown = [...lines].reverse().slice(0, shelf.most);
  const rest = lines.length - shown.length;
  return html`<ol>${shown.map((line) => item(shelf, line))}</ol>${rest > 0 && html`<p>and ${counted(rest, 'earlier line')}</p>`}`;
}

function item({ index: { base, zone }, slug, hueOf, texts }: CitingShelf, line: CitingLine): Markup {
  const { day, id, at, by, text, before } = line;
  const clock = clockOf({ start: day.start, end: day.end, zone });
  const hue = (name: string): number => hueOf(name) ?? 1;
  const path = `${dayPath(slug, day.date)}#${id}`;
  // Not <q>, though it is one: thousands of those take a browser seconds to count the quotation marks that none of them shows.
  const said = (words: string): Markup => html`<bdi>${markup(texts.show(words))}</bdi>`;
  return html`<li class=n${hue(by)}>${before && html`<p class=n${hue(before.by)}><b>${before.by}</b> ${said(before.text)}</p>`}<a href=${href(base, path)}><time datetime=${iso(clock, at)}>${datedInYear(day.date)}, ${hms(clock, at)}</time></a> <b>${by}</b> ${said(text)}
`;
}
