// The life of a channel as bars on graph paper: a bar a day, or where there are many a bar a week or a month, each a link. The
// paper is a link, too, to the channel's page: there are the same days for who uses the keyboard, which need not pass hundreds
// of bars here, and for fingers, which are wider than bars.
import { counted } from '../../shared/numbers.ts';
import { linesOf, linesOnDays, type DayLines } from '../parts/calendar.ts';
import { dayNames, pagedYears } from '../parts/channel-facts.ts';
import { utcMidnight } from '../../time.ts';
import { html } from '../parts/html.ts';
import type { Markup } from '../parts/html.ts';
import { monthName } from '../parts/spans.ts';
import { channelPath, dayPath, href, yearPath } from '../parts/urls.ts';

/** The paper has room for so many bars at least: a channel's first day is not a wall. */
const FEWEST = 14;
const MOST_DAYS = 130;
const MOST_WEEKS = 130;
const DAY = 86_400;
const HEIGHT = 60;
const STEP = 10;

/** One bar: a stretch of days, and where it leads. */
interface Bar {
  readonly name: string;
  readonly days: readonly DayLines[];
  readonly path: string;
}

/** What bars are made of: a channel's days, ascending, and how lists name them. */
interface Run {
  readonly slug: string;
  readonly days: readonly DayLines[];
  readonly nameOf: (date: string) => string;
}

/** The bars of a channel's days, ascending and one at least, from the first to the last, with their names below. */
export function runOf(base: string, slug: string, days: readonly DayLines[]): Markup {
  const nameOf = dayNames(days.map(({ date }) => date));
  const run: Run = { slug, days, nameOf };
  const [first, last] = [days[0]!, days.at(-1)!];
  const span = dayNumber(last.date) - dayNumber(first.date) + 1;
  const [unit, bars] =
    span <= MOST_DAYS
      ? (['day', daysOf(run, span)] as const)
      : span <= MOST_WEEKS * 7
        ? (['week', weeksOf(run, span)] as const)
        : (['month', monthsOf(run)] as const);
  const counts = bars.map((bar) => linesOf(bar.days));
  const most = Math.max(1, ...counts);
  const room = Math.max(bars.length, FEWEST);
  const width = room * STEP;
  const shapes = bars.map((bar, i) => {
    const lines = counts[i] ?? 0;
    const x = i * STEP + STEP * 0.2;
    if (lines === 0) return html`<rect class=z x=${x} y=${HEIGHT - 1} width=${STEP * 0.6} height=1 />`;
    // By the square root, as in the design: a quiet day beside a loud one is still to be seen.
    const height = Math.max(3, Math.round(Math.sqrt(lines / most) * (HEIGHT - 2) * 10) / 10);
    return html`<a href=${href(base, bar.path)} tabindex=-1><rect x=${x} y=${round(HEIGHT - height)} width=${STEP * 0.6} height=${height} /><title>${bar.name}: ${unit === 'day' ? counted(lines, 'line') : linesOnDays(bar.days)}</title></a>`;
  });
  const paper = html`<a href=${href(base, channelPath(slug))} tabindex=-1><path d=${`M0 0h${width}v${HEIGHT}H0z`} pointer-events=all /><title>All days</title></a>`;
  const rules = [
    ...Array.from(
      { length: Math.min(room, 60) - 1 },
      (_, i) => `M${round(((i + 1) * width) / Math.min(room, 60))} 0v${HEIGHT}`,
    ),
    ...[0.2, 0.4, 0.6, 0.8].map((y) => `M0 ${HEIGHT * y}h${width}`),
  ];
  const loudest = bars[counts.indexOf(most)];
  const ends = [...new Set([nameOf(first.date), nameOf(last.date)])];
  const label = `Lines a ${unit}, ${ends.join(' to ')}${loudest ? `; most in ${loudest.name}` : ''}`;
  // Where the last bar is not at the right, its name is not either.
  const axis = bars.length < FEWEST ? [ends.join(' to ')] : ends;
  return html`<svg class=run viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio=none role=group aria-label=${label}><path class=grid d=${rules.join('')} />${paper}${shapes}</svg>
<p class=axis aria-hidden=true>${axis.map((name) => html`<span>${name}</span>`)}</p>
`;
}

const dayNumber = (date: string): number => Math.round(utcMidnight(date) / DAY);

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function daysOf({ slug, days, nameOf }: Run, span: number): readonly Bar[] {
  const start = dayNumber(days[0]!.date);
  const bars: Bar[] = Array.from({ length: span }, () => ({ name: '', days: [], path: '' }));
  for (const day of days) {
    bars[dayNumber(day.date) - start] = { name: nameOf(day.date), days: [day], path: dayPath(slug, day.date) };
  }
  return bars;
}

/** A week leads to its busiest day. */
function weeksOf({ slug, days: all, nameOf }: Run, span: number): readonly Bar[] {
  const start = dayNumber(all[0]!.date);
  const weeks: DayLines[][] = Array.from({ length: Math.ceil(span / 7) }, () => []);
  for (const day of all) weeks[Math.floor((dayNumber(day.date) - start) / 7)]?.push(day);
  return weeks.map((days) => {
    const busiest = days.reduce<DayLines | undefined>(
      (best, day) => (best && best.lines >= day.lines ? best : day),
      undefined,
    );
    return {
      name: days[0] ? `the week from ${nameOf(days[0].date)}` : '',
      days,
      path: busiest ? dayPath(slug, busiest.date) : '',
    };
  });
}

function monthsOf({ slug, days }: Run): readonly Bar[] {
  const paged = new Set(pagedYears(days.map(({ date }) => date)));
  const number = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const start = number(days[0]!.date);
  const months: DayLines[][] = Array.from({ length: number(days.at(-1)!.date) - start + 1 }, () => []);
  for (const day of days) months[number(day.date) - start]!.push(day);
  return months.map((list) => {
    const [first] = list;
    if (!first) return { name: '', days: [], path: '' };
    const year = first.date.slice(0, 4);
    return {
      name: monthName(first.date.slice(0, 7)),
      days: list,
      path: paged.has(year) ? yearPath(slug, year, Number(first.date.slice(5, 7))) : channelPath(slug),
    };
  });
}
