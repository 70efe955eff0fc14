// An entry with what finders find replaced, wherever a nick or what somebody wrote can stand.
import type { Entry } from '../events.ts';
import { replaceIn, replaceStyled, type Finder } from './replace.ts';

/** The entry with each of its fields put through the finders; the same entry where they find nothing. */
export function rewritten(entry: Entry, finders: readonly Finder[]): Entry {
  if (finders.length === 0) return entry;
  let result = 'text' in entry ? replaceStyled(entry, finders) : entry;
  for (const field of ['nick', 'target', 'to', 'via', 'host', 'reason', 'changes'] as const) {
    const value = (result as Partial<Record<typeof field, string>>)[field];
    const replaced = value === undefined ? undefined : replaceIn(value, finders);
    if (replaced !== value) result = { ...result, [field]: replaced } as Entry;
  }
  if (result.kind === 'log' && result.names) {
    const names = result.names.map((name) => replaceIn(name, finders));
    if (names.some((name, index) => name !== (entry as { names?: readonly string[] }).names?.[index]))
      result = { ...result, names };
  }
  return result;
}
