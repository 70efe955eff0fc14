// The words of a month's days, as a list that the reader's browser looks into: see shared/search-words.ts.
import type { DayFile } from '../../day.ts';
import { isSearched } from '../../shared/search-query.ts';
import { folded, listText, speaker, wordsOf } from '../../shared/search-words.ts';
import type { Text } from '../../shared/text-room.ts';

/** Gathers the words of a month. */
export interface MonthWords {
  readonly add: (day: Pick<DayFile, 'date' | 'entries'>) => void;
  /** The list of those that were added. */
  readonly list: () => Text;
}

/** A month of which nothing is known yet. */
export function monthWords(): MonthWords {
  const days = new Map<string, number>();
  return {
    add({ date, entries }) {
      const day = 1 << (Number(date.slice(8)) - 1);
      const put = (word: string): void => {
        const known = days.get(word) ?? 0;
        if (!(known & day)) days.set(word, known | day);
      };
      for (const entry of entries) {
        if (!isSearched(entry) || !('text' in entry)) continue;
        if (entry.nick !== undefined) put(speaker(folded(entry.nick)));
        for (const word of wordsOf(folded(entry.text))) put(word);
      }
    },
    list: () => listText(days),
  };
}
