// Stays and gaps, cut at the bounds of a day; and what later days tell of it, added.
import type { Gap, Stay } from '../day.ts';
import { lower } from '../shared/casemap.ts';

/** What a day tells of earlier ones. Plain data. */
export type Back =
  /** A nick shown then was here before: its stay, whole. */
  | { readonly is: 'stay'; readonly stay: Stay }
  /** A nick thought here from `at` to `until` had gone. */
  | { readonly is: 'lost'; readonly nick: string; readonly at: number; readonly until: number };

/** Stays by start, then nick, then end. */
export function byStart(a: Stay, b: Stay): number {
  return a.from - b.from || (a.nick < b.nick ? -1 : a.nick > b.nick ? 1 : 0) || a.to - b.to;
}

/** The part of a stay that lies on the day `[start, end)`, or undefined. A stay belongs to the day of its last moment too. */
export function partOf(stay: Stay, start: number, end: number): Stay | undefined {
  if (stay.from >= end || stay.to < start) return undefined;
  const { nick, evidence } = stay;
  const began = stay.from >= start;
  const ended = stay.to < end;
  return {
    nick,
    from: began ? stay.from : start,
    to: ended ? stay.to : end,
    start: began ? stay.start : 'carried',
    ...(began && evidence !== undefined ? { evidence } : {}),
    end: ended ? stay.end : 'carried',
  };
}

/** The gaps of a day: cut to `[start, end)`, empty ones left out. */
export function gapsOfDay(gaps: readonly Gap[], start: number, end: number): readonly Gap[] {
  return gaps
    .map((gap) => ({ from: Math.max(gap.from, start), to: Math.min(gap.to, end), cause: gap.cause }))
    .filter((gap) => gap.from < gap.to);
}

/** A day's stays with what later days told of it, in the order of those days; by start, then nick. */
export function withBack(start: number, end: number, stays: readonly Stay[], backs: readonly Back[]): readonly Stay[] {
  if (backs.length === 0) return stays;
  let all = [...stays];
  for (const back of backs) {
    if (back.is === 'stay') {
      const part = partOf(back.stay, start, end);
      if (part) all.push(part);
    } else if (back.at < end && back.until > start) {
      const key = lower(back.nick);
      all = all.flatMap((part) => {
        if (part.to <= back.at || part.from >= back.until || lower(part.nick) !== key) return [part];
        return part.from > back.at ? [] : [{ ...part, to: back.at, end: 'lost' as const }];
      });
    }
  }
  return all.sort(byStart);
}
