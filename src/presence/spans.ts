// Stretches of time, some of them beside others.

/** Half-open, epoch seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Spans in their order, those that overlap or touch made one. */
export function joinedSpans(spans: readonly Span[]): readonly Span[] {
  const ordered: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const before = ordered.at(-1);
    if (before && span.from <= before.to) ordered[ordered.length - 1] = { ...before, to: Math.max(before.to, span.to) };
    else ordered.push(span);
  }
  return ordered;
}

/** The parts of spans that lie between two moments. */
export function spansWithin(spans: readonly Span[], from: number, to: number): readonly Span[] {
  return spans
    .filter((span) => span.from < to && span.to > from)
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }));
}

/** What is left of a span where others, ascending, are taken away. */
export function spanWithout({ from, to }: Span, others: readonly Span[]): readonly Span[] {
  const left: Span[] = [];
  let start = from;
  for (const other of others) {
    if (other.to <= start || other.from >= to) continue;
    if (other.from > start) left.push({ from: start, to: other.from });
    start = other.to;
  }
  if (start < to) left.push({ from: start, to });
  return left;
}
