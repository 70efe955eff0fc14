// What a month tells of each person: a file of many people, of whom most pages ask for one.
//
//   {
//   "ada":{"lines":12,…},
//   "carol":{"lines":3,…}
//   }
import { readFileSync } from 'node:fs';
import { writeOver } from './files.ts';
import { Torn } from './torn.ts';

const [BEGIN, NEXT, END] = ['{\n', ',\n', '\n}\n'];

/** Writes a file of people from their names, each once, and JSON texts. */
export function writeLives(path: string, texts: readonly (readonly [name: string, text: string])[]): void {
  const people = texts.flatMap(([name, text], at) => [`${at > 0 ? NEXT : ''}${JSON.stringify(name)}:`, text]);
  writeOver(path, [BEGIN, ...people, END]);
}

/** Gives by name what a file tells of a person; undefined where it tells nothing. Throws `Torn` where there is no file, or no whole one. */
export function readLives<T>(path: string): (name: string) => T | undefined {
  // Bytes, since most of them never become strings.
  let bytes = Buffer.alloc(0);
  try {
    bytes = readFileSync(path);
  } catch {
    // none, and so not whole
  }
  const [head, tail] = [bytes.subarray(0, BEGIN.length), bytes.subarray(-END.length)];
  if (!head.equals(Buffer.from(BEGIN)) || !tail.equals(Buffer.from(END))) throw new Torn(path);
  return (name) => {
    // No JSON text has a line break in it but for those between people.
    const key = Buffer.from(`\n${JSON.stringify(name)}:`);
    const at = bytes.indexOf(key);
    if (at < 0) return undefined;
    const its = bytes.toString('utf8', at + key.length, bytes.indexOf('\n', at + key.length));
    try {
      return JSON.parse(its.endsWith(',') ? its.slice(0, -1) : its) as T;
    } catch {
      throw new Torn(path);
    }
  };
}
