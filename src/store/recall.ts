// What a process that builds again and again has parsed before: most of what is kept between builds stays as it was, and to
// compare its text costs a fraction of parsing it.

interface Recalled {
  readonly text: string;
  readonly value: unknown;
}

/** Longer texts, in UTF-16 units, tell every line of a month; they are asked for where it has changed, and not recalled. */
const LONG = 100_000;

/** Length of all texts that are recalled: the months of a channel of ten years, in short, have ten million. */
const ROOM = 24_000_000;

/** By path, the one that was asked for last at the end; undefined where the process recalls nothing. */
let recalled: Map<string, Recalled> | undefined;
let held = 0;

/** Makes this process recall from now on: it is worth its memory only where another build will follow. */
export function recallParsed(): void {
  recalled ??= new Map();
}

/**
 * The value of a text that was read at a path, always parsed in the same way; throws what that throws. Where the process recalls, it is
 * frozen: the next build believes it.
 */
export function parsedAt<T>(path: string, text: string, parse: (text: string) => T): T {
  if (!recalled || text.length > LONG) return parse(text);
  const known = recalled.get(path);
  const its = known?.text === text ? known : { text, value: frozen(parse(text)) };
  recalled.delete(path);
  recalled.set(path, its);
  held += text.length - (known?.text.length ?? 0);
  for (const [old, { text: gone }] of recalled) {
    if (held <= ROOM) break;
    recalled.delete(old);
    held -= gone.length;
  }
  return its.value as T;
}

function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
