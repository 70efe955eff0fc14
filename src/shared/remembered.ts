/** How many paths of an archive are asked for what their names tell again and again. */
export const MANY_PATHS = 100_000;

/**
 * Gives what is made of a name, and remembers it; when these are `most` names, it forgets all and begins again. For many more than
 * `few` are: to find the oldest of a hundred thousand at each name would take longer than what is made.
 */
export function remembered<T>(most: number, make: (name: string) => T): (name: string) => T {
  const known = new Map<string, { readonly is: T }>();
  return (name) => {
    let its = known.get(name);
    if (!its) {
      its = { is: make(name) };
      if (known.size === most) known.clear();
      known.set(name, its);
    }
    return its.is;
  };
}
