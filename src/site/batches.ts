// Much work, cut into pieces that memory holds, some of them at a time.

/** Cuts a list into batches, in its order, each of no more than `most` in size unless one alone is larger. */
export function batchesOf<T>(all: readonly T[], size: (one: T) => number, most: number): readonly (readonly T[])[] {
  const batches: T[][] = [];
  let room = 0;
  for (const one of all) {
    if (batches.length === 0 || room < size(one)) {
      batches.push([]);
      room = most;
    }
    batches.at(-1)!.push(one);
    room -= size(one);
  }
  return batches;
}

/** Works on batches, at most `count` at a time; what was made of each, in their order. */
export async function inBatches<T, Made>(
  count: number,
  batches: readonly T[],
  work: (batch: T) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  let next = 0;
  const workOn = async (): Promise<void> => {
    for (let at = next++; at < batches.length; at = next++) made[at] = await work(batches[at]!);
  };
  await Promise.all(Array.from({ length: Math.min(count, batches.length) }, workOn));
  return made;
}
