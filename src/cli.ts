#!/usr/bin/env node
// Words of the command line → one of commands/. The only console and exit code.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { build, type BuildOptions } from './commands/build.ts';
import { formats } from './commands/formats.ts';
import { BUG, MISTAKE, type Io } from './commands/io.ts';
import { PACKAGE } from './commands/package.ts';
import { Mistake } from './mistake.ts';

const io: Io = {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  terminal: process.stderr.isTTY === true,
};

const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { readonly version: string };
const program = new Command('daybook')
  .description('Turns the raw logs of chat channels into a website with an address for every line.')
  .version(version)
  .exitOverride()
  .configureOutput({ outputError: (text) => io.err(text.trim()) });

program
  .command('build', { isDefault: true })
  .description('make the site from an archive folder')
  .option('--content <dir>', 'the archive folder', 'content')
  .option('--out <dir>', 'the folder of the site', '_site')
  .option('--cache <dir>', 'the folder for what is kept between builds')
  .option('--strict', 'exit with 1 where a line could not be read')
  .option('--verify', 'believe nothing of earlier builds: read every log again')
  .option('--quiet', 'print nothing but what went wrong')
  .option('--verbose', 'print what each log gave')
  .action(async (options: BuildOptions) => {
    process.exitCode = await build(options, io);
  });

program
  .command('formats')
  .argument('[file...]', 'logs to look at')
  .description('list the log formats, or say what was recognised in a file and why')
  .action(async (files: string[]) => {
    process.exitCode = await formats(files, io);
  });

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISTAKE;
  if (error instanceof Mistake) {
    io.err(error.message);
    return MISTAKE;
  }
  io.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  io.err(`This is a fault of Daybook ${version}. Please report it with the lines above and what you ran.`);
  return BUG;
}
