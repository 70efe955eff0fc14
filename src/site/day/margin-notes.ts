// Beside the transcript: its conversations, what was cited, the identifiers said that day; each a link to a line.
import { termsOf } from '../../references.ts';
import { grouped } from '../../shared/numbers.ts';
import type { Reference } from '../../store.ts';
import { shortened, shortName } from '../parts/cited-names.ts';
import { timeHtml } from '../parts/clock.ts';
import { named } from './day-context.ts';
import type { DayContext, Told } from './day-context.ts';
import { html } from '../parts/html.ts';
import type { Markup } from '../parts/html.ts';
import { href, referencesPath } from '../parts/urls.ts';

const REFERENCES = 8;
const TERMS = 6;

/** What stands beside the transcript; `cited` is what the day's lines cite. Empty on a day with nothing to list. */
export function marginNotes(context: DayContext, told: readonly Told[], cited: readonly Reference[]): Markup {
  const { index, day, clock, who } = context;
  const item = (id: string, at: number, content: Markup): Markup =>
    html`<li><a href=${`#${id}`}>${timeHtml(clock, at)}</a> ${content}`;
  const conversations =
    told.length > 1 &&
    html`<h2>Conversations</h2><ol class=toc>${told.map(({ id, of, names }) => item(id, of.first.at, html`${named(names, 4)} <small>${of.lines}</small>`))}</ol>
`;
  const once = new Map<string, Reference>();
  for (const reference of cited) {
    if (!once.has(reference.name)) once.set(reference.name, reference);
  }
  const page = (name: string): string => href(index.base, referencesPath(day.channel.slug, name));
  const references =
    once.size > 0 &&
    html`<h2>References</h2><ul class=toc>${[...once.values()].slice(0, REFERENCES).map((one) => item(one.id, one.at, html`<a href=${page(one.name)}>${shortName(one)}</a>`))}${once.size > REFERENCES && html`<li><small><a href=${href(index.base, referencesPath(day.channel.slug))}>and ${grouped(once.size - REFERENCES)} more</a></small>`}</ul>
`;
  const said = termsOf(day.entries.filter(({ nick }) => nick === undefined || !who.isBot(nick))).slice(0, TERMS);
  const terms =
    said.length > 0 &&
    html`<h2>Terms</h2><ul class=toc>${said.map(({ id, at, name, count }) => item(id, at, html`<code>${shortened(name)}</code>${count > 1 && html` <small>&times;${count}</small>`}`))}</ul>
`;
  if (!conversations && !references && !terms) return html`<aside class=margin aria-label="On this day"></aside>`;
  return html`<aside class=margin aria-label="On this day">
${conversations}${references}${terms}</aside>`;
}
