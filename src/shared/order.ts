/** The order of texts by their UTF-16 units, which is that of `sort` itself. */
export const byUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
