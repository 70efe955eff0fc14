// The list of days, newest first: lines, hours, who spoke, what it was about. Days on which nobody spoke are one sentence.
import { grouped } from '../../shared/numbers.ts';
import type { DaySummary, PersonSummary } from '../../store.ts';
import { stripOf } from './calendar.ts';
import type { ChannelFacts } from './channel-facts.ts';
import { shortened } from './cited-names.ts';
import { html, needsDirection } from './html.ts';
import type { Markup, Value } from './html.ts';
import { dayPath, href, personPath } from './urls.ts';

const MOST_SPEAKERS = 6;
const MOST_SILENT = 14;

/** The days as a table, and a sentence for the silent ones. */
export function ledger(base: string, facts: ChannelFacts, days: readonly DaySummary[]): Markup {
  const spoken = days.filter(({ lines }) => lines > 0).reverse();
  const silent = days.filter(({ lines }) => lines === 0);
  const rows = spoken.map((day) => row(base, facts, day));
  return html`${
    spoken.length > 0 &&
    html`<table class=ledger><thead><tr><th scope=col>Day<th scope=col class=num>Lines<th scope=col class=st>00–24 h<th scope=col>Who spoke<th scope=col class=tt>About<tbody>
${rows}</table>
`
  }${silent.length > 0 && html`<p class=key>${silence(base, facts, silent)}</p>`}`;
}

function row(base: string, facts: ChannelFacts, day: DaySummary): Markup {
  const path = dayPath(facts.index.channel.slug, day.date);
  return html`<tr><th scope=row><a href=${href(base, path)}>${facts.nameOf(day.date)}</a><td class=num>${grouped(day.lines)}<td class=st>${stripOf(day.strip, facts.fullStrip)}<td class=pp>${speakers(base, facts, day)}<td class=tt>${about(base, path, day)}
`;
}

/** Who spoke that day as links, most lines first; beyond six only their number. */
function speakers(base: string, facts: ChannelFacts, { speakers: all }: DaySummary): Markup {
  const shown = all.length <= MOST_SPEAKERS + 1 ? all : all.slice(0, MOST_SPEAKERS);
  const links = shown.map(([name]) => personLink(base, facts, name));
  const rest = all.length - shown.length;
  return html`${joined(' ', links)}${rest > 0 && html` <small>and ${rest} more</small>`}`;
}

function about(base: string, path: string, { about: topics, quote }: DaySummary): Value {
  const line = (id: string): string => href(base, `${path}#${id}`);
  if (topics.length === 0) {
    return quote && html`<a class=quote href=${line(quote.id)}${direction(quote.text)}>${quote.text}</a>`;
  }
  const links = topics.map(({ kind, name, id }) =>
    kind === 'bug'
      ? html`<a class=bug href=${line(id)}>${name}</a>`
      : html`<a href=${line(id)}><code>${shortened(name)}</code></a>`,
  );
  return joined(' ', links);
}

function silence(base: string, facts: ChannelFacts, days: readonly DaySummary[]): Markup {
  const shown = days.length <= MOST_SILENT + 1 ? days : days.slice(-MOST_SILENT);
  const { slug } = facts.index.channel;
  const links = shown.map(({ date }) => html`<a href=${href(base, dayPath(slug, date))}>${facts.nameOf(date)}</a>`);
  if (shown.length < days.length) {
    return html`On ${days.length} days people came and went, and nobody spoke; the latest are ${sentence(links)}.`;
  }
  return html`Nobody spoke on ${sentence(links)}.`;
}

/** A person of a channel as a link in the person's hue; of a nick that is nobody's, the nick. */
export function personLink(base: string, facts: ChannelFacts, name: string): Markup {
  const person = facts.personOf(name);
  return person ? pageLink(base, facts.index.channel.slug, person) : html`<bdi>${name}</bdi>`;
}

/** The name of a person of a channel, as a link to their page. */
export function pageLink(base: string, slug: string, { name, hue }: Pick<PersonSummary, 'name' | 'hue'>): Markup {
  return html`<a class=n${hue} href=${href(base, personPath(slug, name))}${direction(name)}>${name}</a>`;
}

/** A date, in these words, as a link where it has a page. */
export function dayLink(base: string, facts: ChannelFacts, date: string, words = facts.nameOf(date)): Markup {
  if (!facts.isPaged(date)) return html`${words}`;
  return html`<a href=${href(base, dayPath(facts.index.channel.slug, date))}>${words}</a>`;
}

/** `dir=auto` for text that runs right to left. */
export function direction(text: string): Value {
  return needsDirection(text) && html` dir=auto`;
}

/** Parts with a separator between them. */
export function joined(separator: string, parts: readonly Markup[]): Markup {
  return html`${parts.map((part, i) => [i > 0 && separator, part])}`;
}

/** `a, b and c`. */
function sentence(parts: readonly Markup[]): Markup {
  if (parts.length < 2) return html`${parts}`;
  return html`${joined(', ', parts.slice(0, -1))} and ${parts.at(-1)}`;
}
