// Looks for lines, month by month, the latest first: a list of the month's words tells on which days it may be, and their day
// files whether it is.
import { addTo } from '../shared/lists.ts';
import { counted } from '../shared/numbers.ts';
import { cutAt, isFound, queryOf, type Query, type Said } from '../shared/search-query.ts';
import { daysWith } from '../shared/search-words.ts';
import { facts, fetched, make, on, one } from './page.ts';

interface Line extends Said {
  readonly id: string;
  readonly precision?: number;
}

interface Day {
  readonly entries: readonly Line[];
}

/** Lines of a day, where it is, and the name of its channel. */
interface Found {
  readonly path: string;
  readonly date: string;
  readonly name: string;
  readonly lines: readonly Line[];
}

/** A month, and the slugs of the channels that have it. */
interface Month {
  /** `YYYY-MM` */
  readonly name: string;
  readonly slugs: readonly string[];
}

/** So many lines are shown before the reader is asked. */
const ENOUGH = 50;
/** So many months' lists are asked for ahead. */
const AHEAD = 4;

const form = one<HTMLFormElement>('form.js')!;
const [told, found] = [one('#told')!, one('#found')!];
const { q, in: channel } = form.elements as unknown as { readonly q: HTMLInputElement; readonly in: HTMLSelectElement };

/** A list of words. Throws where there is none: what a host says then would be read as one. */
async function listAt(path: string): Promise<string> {
  const answer = await fetch(facts.base + path);
  if (!answer.ok) throw new Error(path);
  return answer.text();
}

/** The months of the channel that was chosen, or of all, the latest first. */
function months(): readonly Month[] {
  const slugs = new Map<string, string[]>();
  for (const { value: slug, dataset } of channel.value ? channel.selectedOptions : channel.options)
    for (const [year = '', bits = ''] of (dataset.months ?? '').split(' ').map((text) => text.split(':')))
      for (let at = 0; at < 12; at++) {
        if ((parseInt(bits, 16) >> at) & 1) addTo(slugs, `${year}-${two(at + 1)}`, slug);
      }
  return [...slugs].map(([name, its]) => ({ name, slugs: its })).sort((a, b) => (a.name < b.name ? 1 : -1));
}

const two = (number: number): string => String(number).padStart(2, '0');

const channelName = (slug: string): string => [...channel.options].find(({ value }) => value === slug)!.text;

const pathOf = (slug: string, name: string): string => `${encodeURIComponent(slug)}/${name}`;

/** On which days of a month each channel may have such a line, as bits. */
const candidates = (
  { name, slugs }: Month,
  { listed, speakers }: Query,
): Promise<readonly (readonly [slug: string, days: number])[]> =>
  Promise.all(
    slugs.map(
      async (slug) => [slug, daysWith(await listAt(pathOf(slug, `search/${name}.txt`)), listed, speakers)] as const,
    ),
  );

async function* foundIn(all: readonly Month[], query: Query): AsyncGenerator<Found> {
  const asked: ReturnType<typeof candidates>[] = [];
  for (const [at, { name }] of all.entries()) {
    for (const ahead of all.slice(asked.length, at + AHEAD)) {
      const its = candidates(ahead, query);
      // One that fails is told of when it is waited for.
      its.catch(() => undefined);
      asked.push(its);
    }
    told.textContent = `Looking at ${name} …`;
    const channels = await asked[at]!;
    for (let day = 31; day > 0; day--)
      for (const [slug, days] of channels) {
        if (!((days >> (day - 1)) & 1)) continue;
        const date = `${name}-${two(day)}`;
        const path = pathOf(slug, date);
        const { entries } = await fetched<Day>(`${path}.json`);
        const lines = entries.filter((line) => isFound(query, line));
        if (lines.length > 0) yield { path: `${facts.base}${path}/`, date, name: channelName(slug), lines };
      }
  }
}

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
/** `Wednesday 2 October 2013` */
const dated = (date: string): string => format.format(Date.parse(date)).replace(',', '');

/** How a line begins behind its nick; what somebody does, and topics, read on from there. */
const BEGINS: Readonly<Record<string, string>> = {
  message: ': ',
  notice: ': ',
  action: ' ',
  topic: ' set the topic: ',
};

function shown({ path, date, name, lines }: Found, query: Query): HTMLElement {
  const section = make('section');
  section.className = 'ref';
  const day = make('a', `${name}, ${dated(date)}`);
  day.href = path;
  const title = make('h2');
  title.append(day);
  const list = make('ol');
  list.append(
    ...lines.map(({ kind, id, nick = '', text = '', precision }) => {
      const item = make('li');
      const link = make('a', id.slice(1, precision === 60 ? 5 : 7).replace(/\B(?=(?:..)+$)/g, ':'));
      link.href = `${path}#${id}`;
      const said = make('bdi');
      said.append(...cutAt(query, text).map((piece, at) => (at % 2 ? make('mark', piece) : piece)));
      item.append(link, ' ', make('b', nick), BEGINS[kind] ?? ' ', said);
      return item;
    }),
  );
  section.append(title, list);
  return section;
}

/** Says of which channel nothing is here, where the address asks for one. */
function elsewhere(): string {
  const slug = asked.get('in');
  return slug && !channel.value ? ` There is no channel “${slug}” here; all were looked through.` : '';
}

/** Shows what is found; what there is beyond, when the reader asks for it. */
function look(query: Query): void {
  const all = foundIn(months(), query);
  let [lines, days] = [0, 0];
  const more = make('button', 'Search earlier days');
  const goOn = async (): Promise<void> => {
    more.remove();
    for (const enough = lines + ENOUGH; lines < enough;) {
      const { value: next, done } = await all.next();
      if (done) {
        told.textContent =
          (lines ? `${counted(lines, 'line')} on ${counted(days, 'day')}.` : 'Nothing was found.') + elsewhere();
        return;
      }
      found.append(shown(next, query));
      lines += next.lines.length;
      days += 1;
    }
    told.textContent = `${counted(lines, 'line')} on ${counted(days, 'day')} so far.${elsewhere()}`;
    found.append(more);
  };
  const tried = (): void =>
    void goOn().catch(() => {
      told.textContent = 'The archive cannot be read now.';
    });
  more.onclick = tried;
  tried();
}

const asked = new URLSearchParams(location.search);
/** Says in the form what the address asks for. */
function fill(): void {
  q.value = asked.get('q') ?? '';
  channel.value = asked.get('in') ?? '';
  if (channel.selectedIndex < 0) channel.value = '';
}
fill();
// A page that a reader comes back to has what was typed before it was left.
on(window, 'pageshow', ({ persisted }) => {
  if (persisted) fill();
});
const query = queryOf(q.value);
if (!q.value) q.focus();
else if (query.listed.length + query.speakers.length > 0) {
  document.title = `${q.value} – ${document.title}`;
  look(query);
} else told.textContent = 'Give a word of two letters or more.';
