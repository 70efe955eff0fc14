// A netsplit in the words of comings and goings.
import type { Entry, Piece } from '../../events.ts';
import type { CutOff, Netsplit } from '../../presence.ts';
import { timeHtml, type Clock } from '../parts/clock.ts';
import { nicksListed, spell } from '../parts/comings-words.ts';

/**
 * Tells a netsplit as one event where its first quit stands, with who came back; elsewhere what of it lies among the entries.
 * True for an entry that is part of one.
 */
export function splitTeller(
  entries: readonly Entry[],
  splits: readonly Netsplit[],
  say: (...pieces: readonly Piece[]) => void,
): (entry: Entry) => boolean {
  const told = new Map<string, () => void>();
  const here = new Set(splits.length === 0 ? [] : entries.map(({ id }) => id));
  const tellAt = (those: readonly CutOff[], id: (one: CutOff) => string | undefined, words: () => void): void => {
    those.forEach((one, index) => told.set(id(one) ?? '', index === 0 ? words : () => undefined));
  };
  for (const { cut } of splits) {
    const [first] = cut;
    const whole = first !== undefined && here.has(first.id);
    const cutHere = cut.filter(({ id }) => here.has(id));
    const backHere = cut.filter(({ back }) => back && here.has(back.id));
    tellAt(
      cutHere,
      ({ id }) => id,
      () => {
        if (whole) say('a netsplit cut off ', ...nicksListed(nicksOf(cut)), returned(cut));
        else say('the netsplit cut off ', ...nicksListed(nicksOf(cutHere)), ' too');
      },
    );
    tellAt(
      backHere,
      ({ back }) => back?.id,
      () => {
        if (!whole) say(...nicksListed(nicksOf(backHere)), ' came back from the netsplit');
      },
    );
  }
  return ({ id }) => {
    told.get(id)?.();
    return told.has(id);
  };
}

/** What each quit or join of netsplits was, as HTML, by its address. */
export function splitNotesOf(splits: readonly Netsplit[], clock: Clock): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  const note = (id: string, words: string): void => {
    if (!notes.has(id)) notes.set(id, words);
  };
  for (const { id, back } of splits.flatMap(({ cut }) => cut)) {
    note(id, back ? ` in a netsplit, back ${timeHtml(clock, back.at).html}` : ' in a netsplit');
    if (back) note(back.id, ', back from the netsplit');
  }
  return notes;
}

const nicksOf = (cut: readonly CutOff[]): readonly string[] => [...new Set(cut.map(({ nick }) => nick))];

/** ` for 7 min`; of several `; all came back within 9 min`; nothing where nobody came back. */
function returned(cut: readonly CutOff[]): string {
  const away = cut.flatMap(({ at, back }) => (back ? [back.at - at] : []));
  if (away.length === 0) return '';
  const longest = Math.max(...away);
  if (cut.length === 1) return ` for ${spell(longest)}`;
  return `; ${away.length === cut.length ? 'all' : away.length} came back within ${longest < 30 ? 'a minute' : spell(longest)}`;
}
