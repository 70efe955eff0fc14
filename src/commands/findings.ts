// Lines that a site would publish and that may be nobody's business, by the rules that find them.
import type { Entry } from '../events.ts';
import { SENSITIVE_RULES, sensitiveIn, sensitiveInText, type Sensitive } from '../privacy/sensitive.ts';
import type { Archive } from '../store.ts';
import { printable } from './printable.ts';

/** A line in which a rule finds something. */
export interface Finding {
  readonly rule: string;
  /** The rule and the line's address as `privacy.remove` takes it: `mail-address limpet/2025-10-20/t100113jqwa`. */
  readonly line: string;
  /** The same address, who said it and what, safe to print, with what was found covered. */
  readonly shown: string;
}

/** All of them by channel and time; `onDay` hears of each day that was looked through. */
export function findingsOf({ index, readDay }: Archive, onDay: () => void): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { channel, dates } of index.channels)
    for (const date of dates) {
      for (const entry of readDay(channel.slug, date).entries)
        findings.push(...findingsIn(entry, `${channel.slug}/${date}/${entry.id}`));
      onDay();
    }
  return findings;
}

function findingsIn(entry: Entry, address: string): readonly Finding[] {
  const found = sensitiveIn(entry);
  return SENSITIVE_RULES.flatMap(({ name: rule }) => {
    const its = found.filter((one) => one.rule === rule);
    if (its.length === 0) return [];
    const by = entry.nick === undefined ? '' : `<${printable(entry.nick)}> `;
    return [{ rule, line: `${rule} ${address}`, shown: `${address} ${by}${excerpt(its, found)}` }];
  });
}

/** Characters shown on either side of what was found, and of itself, if it is not short. */
const AROUND = 40;
const BEGINNING = 3;
/** So many stretches of a line are shown; of the others the number. */
const MOST_SHOWN = 5;

/** The texts around what a rule found. Of that, and of whatever else was found in the line, only the beginning is shown. */
function excerpt(its: readonly Sensitive[], all: readonly Sensitive[]): string {
  const stretches: Sensitive[] = [];
  for (const { rule, text, from, to } of its) {
    const last = stretches.at(-1);
    const [start, end] = [Math.max(0, from - AROUND), Math.min(text.length, to + AROUND)];
    if (last?.text === text && start <= last.to) stretches[stretches.length - 1] = { ...last, to: end };
    else stretches.push({ rule, text, from: start, to: end });
  }
  const shown = stretches.slice(0, MOST_SHOWN).map(({ text, from, to }) => {
    const inIt = all.filter((one) => one.text === text);
    return printable(`${from > 0 ? '…' : ''}${covered(text, inIt, [from, to])}${to < text.length ? '…' : ''}`);
  });
  const rest = stretches.length - shown.length;
  return `${shown.join(' ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** A line that shows a problem, with what rules find in it covered. */
export const withoutSecrets = (line: string): string => covered(line, sensitiveInText(line), [0, line.length]);

/** A part of a text with all that was found in the text covered but for its beginning. */
function covered(text: string, found: readonly Sensitive[], [start, end]: readonly [number, number]): string {
  let shown = '';
  for (let at = start; at < end; at++) {
    const over = found.filter((one) => one.from <= at && at < one.to);
    if (over.every(({ from, to }) => at - from < Math.min(BEGINNING, (to - from) / 3))) shown += text[at];
    else if (!shown.endsWith('…')) shown += '…';
  }
  return shown;
}
