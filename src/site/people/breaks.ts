// When nobody was logging a channel, and when its logs left out who came and went: tables of its page of presence.
import type { Gap } from '../../day.ts';
import { joinedSpans, spansWithin, type Span } from '../../presence.ts';
import { counted, grouped } from '../../shared/numbers.ts';
import type { ArchiveIndex } from '../../store.ts';
import { zoneOf } from '../../time.ts';
import type { ChannelFacts } from '../parts/channel-facts.ts';
import { hmAt } from '../parts/clock.ts';
import { spell } from '../parts/comings-words.ts';
import { html } from '../parts/html.ts';
import type { Markup, Value } from '../parts/html.ts';
import { GAP_WORDS } from '../day/presence-table.ts';
import { dayLink } from '../parts/ledger.ts';

const MOST = 100;
const HOUR = 3600;

/** What a page of presence is made from. */
export interface Context {
  readonly index: ArchiveIndex;
  readonly facts: ChannelFacts;
}

/** Gaps of months that follow each other, those whole that the end of a month cut. */
export function wholeGaps(gaps: readonly Gap[]): readonly Gap[] {
  const whole: Gap[] = [];
  for (const gap of gaps) {
    const before = whole.at(-1);
    if (before?.to === gap.from && before.cause === gap.cause) whole[whole.length - 1] = { ...before, to: gap.to };
    else whole.push(gap);
  }
  return whole;
}

/** The breaks, the latest first, each with its reason. */
export function breaks(context: Context, gaps: readonly Gap[]): Value {
  if (gaps.length === 0) return undefined;
  const rows = latest(gaps).map(
    (gap) => html`${when(context, gap)}<td>${GAP_WORDS[gap.cause]}
`,
  );
  return html`<section aria-labelledby=breaks><h2 id=breaks>When nobody was logging</h2>
<table class="ledger list"><thead><tr><th scope=col>When<th scope=col class=num>For<th scope=col>Because<tbody>
${rows}</table>
${more(gaps)}</section>
`;
}

/** When the logs left out who came and went, the latest first; what only breaks lie between is one. */
export function quietStretches(context: Context, quiet: readonly Span[], gaps: readonly Gap[]): Value {
  const spans = joinedSpans([...quiet, ...gaps]).flatMap((whole) => {
    const its = spansWithin(quiet, whole.from, whole.to);
    return its.length > 0 ? [{ from: its[0]!.from, to: its.at(-1)!.to }] : [];
  });
  if (spans.length === 0) return undefined;
  const rows = latest(spans).map(
    (span) => html`${when(context, span)}
`,
  );
  return html`<section aria-labelledby=quiet><h2 id=quiet>When the log left out who came or went</h2>
<p class=key>Then people are shown only from one line of theirs to another of the same day: they may have been here longer.</p>
<table class="ledger list"><thead><tr><th scope=col>When<th scope=col class=num>For<tbody>
${rows}</table>
${more(spans)}</section>
`;
}

const latest = <T>(all: readonly T[]): readonly T[] => all.slice(-MOST).reverse();

const more = (all: readonly unknown[]): Value =>
  all.length > MOST &&
  html`<p class=key>These are the latest of ${grouped(all.length)}.</p>
`;

/** The first cells of a row: from when to when, and how long that is. */
function when({ index, facts }: Context, { from, to }: Span): Markup {
  const zone = zoneOf(index.zone);
  const on = (date: string): Markup => dayLink(index.base, facts, date);
  const [first, last] = [zone.dayAt(from).date, zone.dayAt(to).date];
  return html`<tr><th scope=row>${on(first)}, ${hmAt(index.zone, from)} to ${first !== last && html`${on(last)}, `}${hmAt(index.zone, to)}<td class=num>${lasted(to - from)}`;
}

/** `56 s`, `4 min`, `7 h 34 min`, `3 days`, unbroken. */
function lasted(seconds: number): string {
  const words =
    seconds < 90
      ? `${Math.max(1, Math.round(seconds))} s`
      : seconds < 48 * HOUR
        ? spell(seconds)
        : counted(Math.round(seconds / 86_400), 'day');
  return words.replaceAll(' ', '\u00a0');
}
