// Safe looks into JSON of unknown shape.

/** What lies at a path of field names; undefined where the path leads nowhere. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const name of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    here = (here as Record<string, unknown>)[name];
  }
  return here;
}

/** The text at a path; undefined where there is none, or an empty one. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The list at a path; empty where there is none. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** A name as a nick: line breaks become blanks. Undefined where nothing is left. */
export function nickOf(name: string | undefined): string | undefined {
  return name?.replace(/[\r\n]+/gu, ' ').trim() || undefined;
}

/** A room's name as a channel's: with a `#`, blanks as `-`. */
export function channelOf(name: string | undefined): string | undefined {
  const bare = name?.trim().replace(/\s+/gu, '-');
  if (!bare) return undefined;
  return /^[#&+!]/u.test(bare) ? bare : `#${bare}`;
}
