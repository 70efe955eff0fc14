// Which lines said one after the other are rows of a table, so that what stands under each other goes on doing so.
//
//   /dev/md0        1.8T  783G   45% /srv      words behind gaps, that begin or end under those of the other row
//   /dev/md1        917G   58G    6% /home
//   | id | name  |                             bars, under those of the other row
//   +----+-------+

/** Of a longer row only the beginning is looked at. */
const WIDTH = 300;
const MAY_BE_ROW = /\S {2,}\S|[|+│┼]/u;
/** Not the gap that some people leave behind a sentence. */
const COLUMN = /(?<![.!? ]) {2,}(?<word>\S+)|(?<=.)[|+│┼]+/gu;

/** True where two columns of a row, not counting the first, stand under two of another. */
export function areRows(one: string, other: string): boolean {
  if (!MAY_BE_ROW.test(one)) return false;
  const columns = columnsOf(one);
  const others = columnsOf(other);
  const under = columns.filter(([from, to]) => others.some(([first, last]) => first === from || last === to));
  return under.length >= 2;
}

/** Where the columns of a row begin and end, but for the first. */
function columnsOf(row: string): readonly (readonly [from: number, to: number])[] {
  return Array.from(row.slice(0, WIDTH).trimEnd().matchAll(COLUMN), ({ 0: found, index, groups }) => {
    const to = index + found.length;
    return [to - (groups?.['word'] ?? found).length, to] as const;
  });
}
