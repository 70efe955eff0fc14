/** Gives what is made of a name, and keeps it while it is among the `count` that were asked for last. */
export function few<T>(count: number, make: (name: string) => T): (name: string) => T {
  const kept = new Map<string, { readonly is: T }>();
  return (name) => {
    const its = kept.get(name) ?? { is: make(name) };
    kept.delete(name);
    kept.set(name, its);
    for (const oldest of kept.keys()) if (kept.size > count) kept.delete(oldest);
    return its.is;
  };
}
