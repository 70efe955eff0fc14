// Copies of objects with other fields.

/**
 * What `{ ...one, ...more }` gives. There V8 (until that of Node 20 at least) makes a shape of its own for each object whose
 * literal begins with another's fields and goes on with new ones: ten times slower to make, and slow to use ever after.
 */
export function copyWith<T extends object, U extends object>(one: T, more: U): T & U {
  return Object.assign({}, one, more);
}

/** The object without a field. Not by `delete`, which makes a dictionary of it. */
export function copyWithout<T extends object, K extends string & keyof T>(one: T, field: K): Omit<T, K> {
  const copy = {} as T;
  for (const name in one) if ((name as string) !== field) copy[name] = one[name];
  return copy;
}
