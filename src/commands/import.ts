// `daybook import matrix|discord FILE [--to FILE]`: another service's export as Daybook's JSON lines.
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { discord } from '../import/discord.ts';
import { importDocument, type Importer } from '../import/importer.ts';
import { matrix } from '../import/matrix.ts';
import { codeOf, Mistake, refusalOf } from '../mistake.ts';
import { readLines } from '../read.ts';
import { counted, grouped } from '../shared/numbers.ts';
import { DONE, PROBLEMS, type Io } from './io.ts';

export interface ImportOptions {
  /** `matrix` or `discord`. */
  readonly from: string;
  readonly file: string;
  /** The file to write; it must not be there yet. Without it the lines go to the output. */
  readonly to?: string;
}

const IMPORTERS: Readonly<Record<string, Importer>> = { discord, matrix };

/** The text of a file, in pieces; `damaged` hears why the rest of it cannot be read. */
async function* pieces(file: string, damaged: (why: string) => void): AsyncIterable<string> {
  for await (const { lines, damage } of readLines(file)) {
    for (const { text } of lines) yield `${text}\n`;
    if (damage !== undefined) damaged(damage);
  }
}

/** Opens a new file; a mistake where there is one already, or none can be made. */
function create(file: string): number {
  try {
    return openSync(file, 'wx');
  } catch (error) {
    const code = codeOf(error);
    const why =
      code === 'EEXIST' ? 'it is there already' : code === 'ENOENT' ? 'its folder is missing' : refusalOf(error);
    throw new Mistake(`${file} cannot be written: ${why}.`, { cause: error });
  }
}

/** Writes the JSON lines and says what became of the messages; 1 where a part of the document could not be read. */
export async function importFile({ from, file, to }: ImportOptions, { data, err }: Io): Promise<number> {
  const importer = Object.hasOwn(IMPORTERS, from) ? IMPORTERS[from] : undefined;
  if (!importer) throw new Mistake(`There is no importer ${from}: it is one of ${Object.keys(IMPORTERS).join(', ')}.`);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) throw new Mistake(`There is no file ${file}.`);
  if (!stat.isFile()) throw new Mistake(`${file} is not a file: name the export itself.`);
  let descriptor: number | undefined;
  const write = (line: string): void => {
    if (to === undefined) data(line);
    else writeSync((descriptor ??= create(to)), `${line}\n`);
  };
  let damage: string | undefined;
  let imported;
  try {
    imported = await importDocument(
      importer,
      pieces(file, (why) => (damage = why)),
      write,
    );
  } catch (error) {
    // The disk may be full: a part of it would be taken for the whole.
    if (descriptor !== undefined && to !== undefined) rmSync(to);
    throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
  if (!imported && damage !== undefined) throw new Mistake(`${file} cannot be read: ${damage}.`);
  if (!imported) throw new Mistake(`${file} is not a ${importer.title}, or holds no message.`);
  const { messages, lines, silent, broken, cut } = imported;
  err(
    `${counted(messages, 'message')} gave ${counted(lines, 'line')}; ${grouped(silent)} said nothing that a log holds.`,
  );
  if (broken > 0) err(`${counted(broken, 'message')} could not be read.`);
  if (cut) err(`${file} is cut off: what came after its last whole message is missing.`);
  return broken > 0 || cut ? PROBLEMS : DONE;
}
