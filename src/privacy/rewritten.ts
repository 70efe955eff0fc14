// An entry with what finders find replaced, wherever a nick or what somebody wrote can stand.
import type { Entry } from '../events.ts';
import { replaceIn, replaceStyled, type Finder } from './replace.ts';

const NICKS = ['nick', 'target', 'to', 'via'] as const;

/**
 * The entry with each of its fields put through the finders, its nicks through those for nicks; the same entry where they find
 * nothing.
 */
export function rewritten(entry: Entry, finders: readonly Finder[], forNicks = finders): Entry {
  if (finders.length === 0) return entry;
  let result = 'text' in entry ? replaceStyled(entry, finders) : entry;
  for (const field of [...NICKS, 'host', 'reason', 'changes'] as const) {
    const value = (result as Partial<Record<typeof field, string>>)[field];
    const by = (NICKS as readonly string[]).includes(field) ? forNicks : finders;
    const replaced = value === undefined ? undefined : replaceIn(value, by);
    if (replaced !== value) result = { ...result, [field]: replaced } as Entry;
  }
  if (result.kind === 'log' && result.names) {
    const names = result.names.map((name) => replaceIn(name, forNicks));
    if (names.some((name, index) => name !== (entry as { names?: readonly string[] }).names?.[index]))
      result = { ...result, names };
  }
  return result;
}
