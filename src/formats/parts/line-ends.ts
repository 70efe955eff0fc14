// Whether blanks were put at the ends of a file's lines. Where what somebody does begins as the client's sentences do, a blank
// more at the end may be all that tells one from the other; where many ends have them, it tells nothing.
//
//   * carol has quit (bye)␣     in a log whose sentences end without: what somebody wrote to look like one
import { readByRules, type FileFacts } from '../../format.ts';
import type { Event } from '../../events.ts';
import type { LineLog } from './line-spec.ts';
import { stampReader } from './line-reading.ts';
import { worthAmongActs } from './stamped.ts';

/** So many lines, and so large a share of the sentences, are more than people imitate. */
const FEWEST = 3;
const SHARE = 0.1;

const SAID: readonly string[] = ['message', 'action', 'notice', 'log', 'unparsed'];

const isSentence = (events: readonly Event[] | undefined): boolean =>
  events !== undefined && events.length > 0 && events.every(({ kind }) => !SAID.includes(kind));

/** Blanks and tabs: what editors and copies put there. */
const endsInBlank = (text: string): boolean => text.endsWith(' ') || text.endsWith('\t');

/** True where many of the lines are sentences of the client but for blanks at their ends. */
export function hasBlanks(spec: LineLog, texts: readonly string[], facts: FileFacts): boolean {
  const ended = texts.filter(endsInBlank);
  if (ended.length < FEWEST) return false;
  const stamps = stampReader(spec, facts);
  const read = spec.reader?.(facts).read ?? ((text: string) => readByRules(spec.rules, text));
  const restOf = (text: string): string => (stamps(text)?.rest ?? text).replace(spec.gap ?? /^ /u, '');
  const blanked = ended.map(restOf).filter((rest) => {
    const found = read(rest);
    return (!found || worthAmongActs(found) < 3) && isSentence(read(rest.trimEnd()));
  }).length;
  if (blanked < FEWEST) return false;
  const sentences = texts.filter((text) => !endsInBlank(text) && isSentence(read(restOf(text)))).length;
  return blanked >= SHARE * (blanked + sentences);
}
