// What a person should look at, and how much of it is told where a thousand logs have the same to say.
import { groupedBy } from '../shared/lists.ts';
import { counted } from '../shared/numbers.ts';

/** What a person should look at. */
export interface Problem {
  /** A sentence. */
  readonly sentence: string;
  /** What shows it: lines of logs, settings to write. */
  readonly shown: readonly string[];
  /** What it is about; those about the same are alike. Without it, it is told whatever else is. */
  readonly about?: string;
}

/** A problem that its sentence shows. */
export const problem = (sentence: string): Problem => ({ sentence, shown: [] });

/** How many problems that are alike are told. */
const ALIKE = 8;

/**
 * Problems as they are told, a line each: those that are alike together, the first of many and how many more there are;
 * `verbose` is undefined where that cannot be asked for.
 */
export function problemLines(problems: readonly Problem[], verbose?: boolean): readonly string[] {
  const groups = groupedBy(problems, (one) => one.about ?? one);
  const hint = verbose === undefined ? '' : '; --verbose names each';
  return [...groups.values()].flatMap((group) => {
    // The line that tells of one more would be as long.
    const told = verbose || group.length <= ALIKE + 1 ? group : group.slice(0, ALIKE);
    const more = group.length - told.length;
    return [
      ...told.flatMap(({ sentence, shown }) => [sentence, ...shown]),
      ...(more > 0 ? [`The same goes for ${counted(more, 'more log')}${hint}.`] : []),
    ];
  });
}
