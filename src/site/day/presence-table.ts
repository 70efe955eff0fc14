// Presence of a day as a table: what the chart shows, for those who cannot see it and for those who want the minute.
import type { DayFile, Gap } from '../../day.ts';
import { splitServers } from '../../presence.ts';
import { offsetName, timeHtml } from '../parts/clock.ts';
import type { Clock } from '../parts/clock.ts';
import { fullDate } from '../parts/dates.ts';
import { html, isolated } from '../parts/html.ts';
import type { Markup } from '../parts/html.ts';
import type { Lane, LaneStay } from './lanes.ts';

/** Characters of a reason; the whole is in the transcript. */
const REASON = 120;

/** Why nobody watched, in words. */
export const GAP_WORDS: { readonly [K in Gap['cause']]: string } = {
  'before-log': 'the log begins',
  left: 'the logger left',
  kicked: 'the logger was kicked',
  disconnected: 'the logger lost its connection',
  closed: 'the log was closed',
  hole: 'lines are missing',
  'after-log': 'the log ends',
};

/** Why a stay ended, in words; empty where it did not. */
export function whyEnded(day: DayFile, stay: LaneStay): string {
  if (stay.end === 'quit' && splitServers(stay.reason)) return `netsplit, ${isolated(stay.reason ?? '')}`;
  if (stay.reason) return isolated(stay.reason.length > REASON ? `${stay.reason.slice(0, REASON)}…` : stay.reason);
  switch (stay.end) {
    case 'part':
      return 'left';
    case 'quit':
      return 'quit';
    case 'kick':
      return 'kicked';
    case 'nick':
      return 'changed nick';
    case 'lost':
      return 'gone, not seen how';
    case 'open':
      return 'the log ends';
    case 'carried':
      return '';
    case 'gap':
      return endOfSight(day, stay.to);
  }
}

/** Why a stay is not told further, in words: nobody watches any more, or only who leaves out who comes and goes. */
function endOfSight({ gaps }: DayFile, at: number): string {
  const gap = gaps.find(({ from }) => Math.abs(from - at) < 2);
  return gap ? GAP_WORDS[gap.cause] : 'not logged from here';
}

/** A row for each stay; of each lane the first so many are `given`, `others` are people without a lane. */
export function presenceTable(
  { day, clock }: { readonly day: DayFile; readonly clock: Clock },
  detailed: readonly { readonly lane: Lane; readonly given: number }[],
  others: number,
): Markup {
  const time = (at: number, words?: string): Markup => timeHtml(clock, at, words);
  const from = (stay: LaneStay): Markup => {
    if (stay.start === 'carried') return time(stay.from, 'earlier');
    if (stay.start !== 'seen') return time(stay.from);
    const { evidence } = stay;
    const seen = evidence !== undefined && evidence < day.end && evidence - stay.from >= 60;
    const since = stay.from <= day.start ? time(stay.from, 'unknown') : html`by ${time(stay.from)}`;
    return html`${since}${seen && html` <small>first shown ${time(evidence)}</small>`}`;
  };
  const rows = detailed.flatMap(({ lane, given }) =>
    lane.stays
      .slice(0, given)
      .map(
        (stay) =>
          html`<tr class=n${lane.hue}${stay.nick !== isolated(lane.name) && html` data-who=${isolated(lane.name)}`}><th scope=row>${stay.nick}<td>${from(stay)}<td>${time(
            stay.to,
            stay.to >= day.end ? 'midnight' : undefined,
          )}<td>${whyEnded(day, stay) || '–'}\n`,
      ),
  );
  const rest = detailed.reduce((sum, { lane, given }) => sum + lane.stays.length - given, 0);
  const offsets = clock.stretches.map(({ offset }) => offsetName(offset)).join(', then ');
  return html`<table><caption>Who was in ${day.channel.name} on ${fullDate(day.date)}, ${offsets}</caption>
<thead><tr><th scope=col>Nick<th scope=col>From<th scope=col>To<th scope=col>Ended by
<tbody id=pt>
${rows}</table>
${rest + others > 0 && html`<p>The day’s data file holds all stays.</p>\n`}`;
}
