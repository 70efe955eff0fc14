// Whole numbers as people read them.

/** A number with a comma at each thousand. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 line`, `148 lines`, `1,204 lines`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

const TWO_DIGITS = Array.from({ length: 100 }, (_, number) => (number < 10 ? `0${number}` : String(number)));

/** 0 to 99 in two digits, `07`: from a table, since the times of all lines are written with it. */
export const twoDigits = (number: number): string => TWO_DIGITS[number]!;

/** A share of a whole, `37.5 %` for 0.375; rounded down, so that only the whole is 100 %. */
export const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;

/** The sum of some numbers; 0 of none. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
