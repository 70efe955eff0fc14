// What a person has looked at and lets stand: `accepted.txt` in the archive folder, written by `check --accept`.
//
//   # anything after a number sign and a blank
//   mail-address limpet/2025-10-20/t100113jqwa     what a rule finds in this line
//   network-address                                whatever this rule finds
//   problem logs/#limpet.txt: 3 lines of no known form
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, Mistake } from '../mistake.ts';
import { writeWhole } from '../store.ts';

/** Its name in the archive folder. */
export const ACCEPTED = 'accepted.txt';

const HEAD = `# What \`daybook check\` told of and may stand, a line each; \`daybook check --accept\` adds to it.
# A rule's name alone lets all stand that it finds.
`;

/** The lines of the list; none where there is no list. */
export function acceptedIn(folder: string): ReadonlySet<string> {
  const lines = textOf(folder).split(/\r?\n/);
  return new Set(lines.map((line) => line.replace(/(?:^|\s)#\s.*$|^#.*$/, '').trim()).filter((line) => line !== ''));
}

/** Adds lines to the list. What is in it stays as it is. */
export function accept(folder: string, lines: readonly string[]): void {
  const before = textOf(folder) || HEAD;
  const end = before.endsWith('\n') ? '' : '\n';
  writeWhole(join(folder, ACCEPTED), `${before}${end}${lines.map((line) => `${line}\n`).join('')}`);
}

function textOf(folder: string): string {
  try {
    return readFileSync(join(folder, ACCEPTED), 'utf8');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return '';
    if (code === 'EISDIR') throw new Mistake(`${join(folder, ACCEPTED)} is a folder; it is to be a list, a line each.`);
    throw error;
  }
}
