// What is kept of what privacy found: marks that can be looked for, and not read.
import { hash } from 'node:crypto';
import type { Entry } from '../events.ts';
import { lower } from '../shared/casemap.ts';

/** One text for all spellings of a nick: of two that only seem to be one, both are hidden. */
export const oneSpelling = (nick: string): string => lower(nick.normalize('NFC')).toLowerCase();

/** What is kept of a nick that is not to be named: it can be looked for, and not read. */
export const markOf = (nick: string): string => hash('sha256', oneSpelling(nick)).slice(0, 16);

const BESIDE = 'beside ';
/** What services call whoever has no name of his own. */
const NOBODY = /^(?:guest|unknown|user)[-_]?\d+$/i;

/** The mark of a nick that is shown, though a change of nick ties it to one that is not; undefined for other entries. */
export function besideMark(entry: Entry, isHidden: (nick: string) => boolean): string | undefined {
  if (entry.kind !== 'nick' || entry.nick === undefined || isHidden(entry.nick) === isHidden(entry.to))
    return undefined;
  const other = isHidden(entry.nick) ? entry.to : entry.nick;
  return NOBODY.test(other) ? undefined : `${BESIDE}${other}`;
}

/** The nicks of such marks. */
export function nicksBeside(found: Iterable<string>): readonly string[] {
  return [...found].flatMap((mark) => (mark.startsWith(BESIDE) ? [mark.slice(BESIDE.length)] : [])).sort();
}
