/** Puts items behind those of a list, however many: a call takes no more than some ten thousand arguments. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
