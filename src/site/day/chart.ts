// Presence of a day as SVG on graph paper, and the same as a table.
//
// One unit is a minute, a lane 24 units high; positions are attributes, so the policy of the page allows them. Lines: solid
// where somebody was here, dashed where the stay's start was not seen, thin and low under a second nick, dotted where nobody
// watched, hollow across a netsplit. Strokes across a lane are what was said, in bins, as high as the square root of its lines.
//
// A crowd stays small: details for so many stays, lanes for so many people, the others as a count and a list.
import type { DayFile } from '../../day.ts';
import { counted, grouped } from '../../shared/numbers.ts';
import type { Clock } from '../parts/clock.ts';
import { faceOf, hmInPass } from '../parts/clock.ts';
import type { Conversation } from './conversations.ts';
import { NAMED, named } from './day-context.ts';
import { escape, html, isolated, markup } from '../parts/html.ts';
import type { Markup } from '../parts/html.ts';
import type { Lane, LaneStay } from './lanes.ts';
import { presenceTable, whyEnded } from './presence-table.ts';

/** Lanes drawn one by one; all are, where there are no more than these. */
const LANES = 24;
/** Stays with a link, a title and a row of the table. */
const DETAILS = 40;
/** Strokes for what was said; beyond, the bins grow wider. */
const STROKES = 700;
/** Characters in the list of the others. */
const NAMES = 9000;

export interface ChartInput {
  readonly day: DayFile;
  readonly clock: Clock;
  readonly lanes: readonly Lane[];
  readonly conversations: readonly {
    readonly id: string;
    readonly names: readonly string[];
    readonly of: Conversation;
  }[];
  /** The page of a person, where there is one. */
  readonly pageOf: (name: string) => string | undefined;
}

/** The figure: hours, conversations, lanes, who else was here, the table. */
export function presence(input: ChartInput): Markup {
  const { day, lanes } = input;
  const drawn = lanes.slice(0, lanes.length <= LANES ? lanes.length : LANES);
  const others = lanes.slice(drawn.length);
  const odd = day.end - day.start !== 86400;
  let details = DETAILS;
  const detailed = drawn.map((lane) => {
    const given = lane.stays.slice(0, Math.max(0, details)).length;
    details -= given;
    return { lane, given };
  });
  const bin = binFor(input, drawn);
  return html`<figure class=pres><figcaption><h2 class=vh>Presence</h2></figcaption>
<div class=${odd ? 'chart odd' : 'chart'}>${odd ? oddHours(input) : HOURS}
${conversationLane(input)}
<ul class=lanes>
${detailed.map(({ lane, given }) => laneOf(input, lane, given, bin))}</ul><p class="read js" aria-hidden=true></p></div>
${others.length > 0 && crowd(others)}<details class=ptab><summary>Presence as a table</summary>
${presenceTable(input, detailed, others.length)}</details>
</figure>`;
}

const HOURS = html`<ol class=hours aria-hidden=true><li>00<li>03<li>06<li>09<li>12<li>15<li>18<li>21</ol>`;

/** Rules and hours of a day on which clocks change: an hour's name stands where it begins, the repeated one twice. */
function oddHours({ day, clock }: ChartInput): Markup {
  const length = day.end - day.start;
  const [lines, names]: [string[], string[]] = [[], []];
  let last = -1;
  for (let at = day.start; at < day.end; at += 900) {
    const face = faceOf(clock, at);
    if (face % 3600 !== 0) continue;
    const hour = Math.floor(face / 3600);
    const x = round(((at - day.start) / length) * 100);
    const named = hour % 3 === 0;
    if (at > day.start) lines.push(`<line x1=${x}% x2=${x}% y2=100%${named ? ' class=r3' : ''} />`);
    // A narrow chart has no room for both names of the repeated hour.
    const again = hour === last ? ' class=r' : '';
    if (named) names.push(`<text${again} x=${x}% dx=4 y=17>${String(hour).padStart(2, '0')}</text>`);
    last = hour;
  }
  // No line goes through a name.
  return markup(`<svg class=rules aria-hidden=true>${lines.join('')}${names.join('')}</svg><div class=hours></div>`);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const minutes = (day: DayFile, at: number): number =>
  round((Math.min(Math.max(at, day.start), day.end) - day.start) / 60);

const frame = (day: DayFile): string =>
  `viewBox="0 0 ${round((day.end - day.start) / 60)} 24" preserveAspectRatio=none`;

function conversationLane({ day, clock, conversations }: ChartInput): Markup {
  const blocks = conversations.map(({ id, names, of }, index) => {
    const from = minutes(day, of.first.at);
    const width = Math.max(6, round(minutes(day, of.last.at) - from));
    const title = `Conversation ${index + 1}, ${span(clock, of.first.at, of.last.at)}: ${named(names, NAMED)}, ${counted(of.lines, 'line')}`;
    return html`<a href=${`#${id}`}><rect x=${from} y=3 width=${width} height=18 /><title>${title}</title></a>`;
  });
  return html`<div class=cl><span>conversations</span><svg ${markup(frame(day))} role=group aria-label=Conversations>${blocks}</svg><span>${conversations.length || '–'}</span></div>`;
}

/** `14:29 to 15:01`; a moment where both are one minute. */
export function span(clock: Clock, from: number, to: number): string {
  const [first, last] = [hmInPass(clock, from), hmInPass(clock, to)];
  return first === last ? first : `${first} to ${last}`;
}

function laneOf(input: ChartInput, lane: Lane, given: number, bin: number): Markup {
  const { day, clock, pageOf } = input;
  const page = pageOf(lane.name);
  const label = `${isolated(lane.name)}: ${lane.lines > 0 ? counted(lane.lines, 'line') : 'silent'}`;
  // Thin ones last: under the pointer they would lie below the others.
  const stays = lane.stays
    .slice(0, given)
    .sort((a, b) => Number(a.second) - Number(b.second))
    .map((stay) => stayOf(day, clock, stay));
  const rest = lane.stays.slice(given);
  const plain = rest.filter(({ second }) => !second);
  const name = page === undefined ? html`<a>${lane.name}</a>` : html`<a href=${page}>${lane.name}</a>`;
  return html`<li class=n${lane.hue}>${name}<svg ${markup(frame(day))} role=group aria-label=${label}>${blind(day)}${stays}${
    plain.length > 0 && markup(`<path class=p d="${plain.map((stay) => stroke(day, stay)).join('')}"/>`)
  }${hollow(day, lane)}${strokes(day, lane, bin)}</svg><span>${lane.lines > 0 ? grouped(lane.lines) : '–'}</span>\n`;
}

function stroke(day: DayFile, stay: { readonly from: number; readonly to: number }, y = 12): string {
  const from = minutes(day, stay.from);
  return `M${from} ${y}h${Math.max(1, round(minutes(day, stay.to) - from))}`;
}

/** Dotted where nobody watched. */
function blind(day: DayFile): Markup {
  const gaps = day.gaps.filter(({ from, to }) => to - from >= 120);
  return markup(gaps.length > 0 ? `<path class=u d="${gaps.map((gap) => stroke(day, gap)).join('')}"/>` : '');
}

/** Hollow across a netsplit, and where a lost connection was made again at once. */
function hollow(day: DayFile, { breaks }: Lane): Markup {
  const lines = breaks.map(([from, to]) => stroke(day, { from, to }, 10.5) + stroke(day, { from, to }, 13.5));
  return markup(lines.length > 0 ? `<path class=h d="${lines.join('')}"/>` : '');
}

function stayOf(day: DayFile, clock: Clock, stay: LaneStay): Markup {
  const from = minutes(day, stay.from);
  const width = Math.max(2, round(minutes(day, stay.to) - from));
  const unseen = stay.start === 'seen';
  const line = stay.second
    ? html`<rect x=${from} y=16 width=${width} height=8 /><path class=q d=${stroke(day, stay, 21)} />`
    : html`<rect x=${from} y=2 width=${width} height=20 /><path class=${unseen ? 'o' : 'p'} d=${stroke(day, stay)} />`;
  const title = `${isolated(stay.nick)} here ${beginning(day, clock, stay)} to ${ending(day, clock, stay)}`;
  const content = html`${line}<title>${title}</title>`;
  return stay.target === undefined ? html`<g>${content}</g>` : html`<a href=${`#${stay.target}`}>${content}</a>`;
}

function beginning(day: DayFile, clock: Clock, stay: LaneStay): string {
  if (stay.start === 'carried') return 'since an earlier day';
  if (stay.start !== 'seen') return `from ${hmInPass(clock, stay.from)}`;
  if (stay.from <= day.start) return 'since before the log shows';
  const gap = day.gaps.find(({ to }) => Math.abs(to - stay.from) < 2);
  const when = gap && (gap.cause === 'before-log' ? 'when the log begins, ' : 'when recording resumes, ');
  return `${when ?? ''}by ${hmInPass(clock, stay.from)}`;
}

function ending(day: DayFile, clock: Clock, stay: LaneStay): string {
  const how = whyEnded(day, stay);
  return `${stay.to >= day.end ? 'midnight' : hmInPass(clock, stay.to)}${how === '' ? '' : ` (${how})`}`;
}

function binFor({ day }: ChartInput, lanes: readonly Lane[]): number {
  const minutesWide = [5, 10, 15, 30, 60];
  const strokesAt = (bin: number): number =>
    lanes.reduce((sum, { said }) => sum + new Set(said.map((at) => Math.floor((at - day.start) / 60 / bin))).size, 0);
  return minutesWide.find((bin) => strokesAt(bin) <= STROKES) ?? 60;
}

function strokes(day: DayFile, lane: Lane, bin: number): Markup {
  const bins = new Map<number, number>();
  for (const at of lane.said) {
    const index = Math.floor((at - day.start) / 60 / bin);
    bins.set(index, (bins.get(index) ?? 0) + 1);
  }
  if (bins.size === 0) return markup('');
  let marks = '';
  bins.forEach((lines, index) => {
    // As in bins of five minutes: a wider one shows its mean.
    const half = Math.min(11, Math.round(2 * (3.5 + 1.5 * Math.sqrt((lines * 5) / bin))) / 2);
    marks += `M${index * bin + 2} ${12 - half}v${half * 2}`;
  });
  return markup(`<path class=m d="${marks}"/>`);
}

function crowd(others: readonly Lane[]): Markup {
  const moved = others.filter(({ lines }) => lines > 0).length;
  const shown: string[] = [];
  let length = 0;
  for (const { name } of others) {
    if ((length += name.length + 2) > NAMES) break;
    shown.push(name);
  }
  const more = others.length - shown.length;
  return html`<details class=ptab><summary>${grouped(others.length)} more were here${moved > 0 ? `, ${grouped(moved)} of them spoke` : ', none of them spoke'}</summary><p>${markup(shown.map((name) => escape(isolated(name))).join(', '))}${more > 0 && ` and ${grouped(more)} others`}</p></details>
`;
}
