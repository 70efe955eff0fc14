// `daybook formats [FILE…]`: which log formats there are, or what was seen in each file and why it is taken for what it is.
import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { examine } from '../find-logs.ts';
import type { Candidate, FileFacts, LogFormat } from '../format.ts';
import { FORMATS } from '../formats/index.ts';
import { linesAt } from '../read.ts';
import type { Recognition } from '../recognise.ts';
import { percent } from '../shared/numbers.ts';
import { DONE, MISTAKE, PROBLEMS, type Io } from './io.ts';

function list(formats: readonly LogFormat[], { out }: Pick<Io, 'out'>): void {
  for (const { name, title, local, examples } of formats) {
    out(`${name}: ${title}${local ? '; local times, so its zone matters' : ''}`);
    for (const example of examples.slice(0, 3)) out(`    ${codesShown(example)}`);
  }
}

/** Control characters written out: they are what a format is known by. */
function codesShown(text: string): string {
  return text.replace(
    /[\0-\x08\x0a-\x1f\x7f-\x9f]/g,
    (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

function factsLine(facts: FileFacts): string {
  const { date, events } = facts;
  const day = date && [date.year, date.month, date.day].map((part) => String(part).padStart(2, '0')).join('-');
  // How the owner was found matters to the build alone.
  const told = Object.entries({ ...facts, date: day, events: events && 'of its own', elected: undefined });
  return told
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key} ${[value].flat().join(' and ')}`]))
    .join(', ');
}

function candidateLine({ format, score, reason }: Candidate): string {
  return `    ${format} would read ${percent(score)}: ${codesShown(reason)}`;
}

async function explain(path: string, recognition: Recognition, { out }: Pick<Io, 'out'>): Promise<void> {
  if (recognition.is === 'none') {
    out(`${path}: no log, but ${recognition.reason}`);
    return;
  }
  if (recognition.is !== 'log') {
    out(`${path}: ${recognition.is === 'unsure' ? 'more than one format fits' : 'no format fits'}`);
    recognition.candidates.map(candidateLine).forEach(out);
    if (recognition.is === 'unread')
      for (const { number, text } of await linesAt(path, recognition.lines))
        out(`    ${String(number)}: ${codesShown(text.slice(0, 160))}`);
    out(`    ${codesShown(recognition.sentence)}.`);
    return;
  }
  const { format, facts, claims = [] } = recognition;
  const [best, ...rivals] = claims;
  out(`${path}: ${format}${best ? `, ${percent(best.score)} read: ${codesShown(best.reason)}` : ''}`);
  const told = factsLine(facts);
  if (told !== '') out(`    ${codesShown(told)}`);
  rivals
    .filter((rival) => rival.score > 0.1)
    .map(candidateLine)
    .forEach(out);
}

/** Why nothing can be told of what lies at a path, as a sentence; undefined where it is a file. */
function refusalOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return `There is no file ${path}.`;
  if (stat.isDirectory()) return `${path} is a folder: name its files, for example ${path}/*.log.`;
  return stat.isFile() ? undefined : `${path} is not a file that can be read to its end.`;
}

/** Lists the formats, or explains what each file is; 1 where one is no log or cannot be told, 2 where one is no file. */
export async function formats(files: readonly string[], io: Pick<Io, 'out' | 'err'>): Promise<number> {
  if (files.length === 0) {
    list(await FORMATS.all(), io);
    return DONE;
  }
  let code: number = DONE;
  for (const file of files) {
    const refusal = refusalOf(file);
    if (refusal !== undefined) {
      io.err(refusal);
      code = MISTAKE;
      continue;
    }
    // The folders above tell the network and the channel; three of them are what clients make.
    const folder = resolve(dirname(file), '../../..');
    const path = resolve(file)
      .slice(folder.length)
      .replace(/^[/\\]/, '')
      .replaceAll('\\', '/');
    const recognition = await examine(folder, path || basename(file), undefined, FORMATS);
    await explain(file, recognition, io);
    if (recognition.is !== 'log') code = Math.max(code, PROBLEMS);
  }
  return code;
}
