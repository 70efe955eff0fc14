// Whole numbers as people read them.

/** A number with a comma at each thousand. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 line`, `148 lines`, `1,204 lines`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** The sum of some numbers; 0 of none. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
