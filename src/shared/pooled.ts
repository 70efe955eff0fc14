/** What is made of each of many things, in their order; at most `most` are in the making at once. */
export async function pooled<T, R>(
  things: readonly T[],
  most: number,
  make: (thing: T) => Promise<R>,
): Promise<readonly R[]> {
  const made: R[] = [];
  let next = 0;
  const take = async (): Promise<void> => {
    for (let at = next++; at < things.length; at = next++) made[at] = await make(things[at]!);
  };
  await Promise.all(Array.from({ length: Math.min(most, things.length) }, take));
  return made;
}
