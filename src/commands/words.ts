// Numbers as a command says them.

export const count = (value: number): string => value.toLocaleString('en-US');

/** A count with its noun: `1 line`, `2,000 lines`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
