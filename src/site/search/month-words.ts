// The words of a month's days, as a list that the reader's browser looks into: see shared/search-words.ts.
import type { DayFile } from '../../day.ts';
import { isSearched } from '../../shared/search-query.ts';
import { folded, listed, listText, speaker, wordsOf } from '../../shared/search-words.ts';
import type { Text } from '../../shared/text-room.ts';

/** Gathers the words of a month. */
export interface MonthWords {
  readonly add: (day: Pick<DayFile, 'date' | 'entries'>) => void;
  /** Takes some dates of the month from its list. */
  readonly addListed: (list: string, dates: readonly string[]) => void;
  /** The list of those that were added. */
  readonly list: () => Text;
}

/** A month of which nothing is known yet. */
export function monthWords(): MonthWords {
  const days = new Map<string, number>();
  const bitOf = (date: string): number => 1 << (Number(date.slice(8)) - 1);
  return {
    add({ date, entries }) {
      const day = bitOf(date);
      const put = (word: string): void => {
        const known = days.get(word) ?? 0;
        if (!(known & day)) days.set(word, known | day);
      };
      const spoke = new Set<string>();
      for (const entry of entries) {
        if (!isSearched(entry) || !('text' in entry)) continue;
        if (entry.nick !== undefined && !spoke.has(entry.nick)) {
          spoke.add(entry.nick);
          put(speaker(folded(entry.nick)));
        }
        for (const word of wordsOf(folded(entry.text))) put(word);
      }
    },
    addListed(list, dates) {
      const some = dates.reduce((bits, date) => bits | bitOf(date), 0);
      for (const [word, all] of listed(list)) if (all & some) days.set(word, (days.get(word) ?? 0) | (all & some));
    },
    list: () => listText(days),
  };
}
