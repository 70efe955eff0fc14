#!/usr/bin/env node
// Words of the command line → one of commands/, loaded when it is asked for. The only exit code.
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { BuildOptions } from './commands/build.ts';
import type { CheckOptions } from './commands/check.ts';
import type { DepositOptions } from './commands/deposit.ts';
import type { InitOptions } from './commands/init.ts';
import { isAllSaid, sayError, terminal as io, version } from './commands/console.ts';
import { DONE, MISTAKE } from './commands/io.ts';
import type { StartOptions } from './commands/start.ts';

/** A path of the command line. An empty one is a script's variable that is not set, and would mean the folder it runs in. */
function path(word: string): string {
  if (word === '') throw new InvalidArgumentError('It is empty: a path was expected.');
  return word;
}

const program = new Command('daybook')
  .description('Turns the raw logs of chat channels into a website with an address for every line.')
  .version(version)
  .exitOverride()
  .configureOutput({ outputError: (text) => io.err(text.trim()) });

program
  .command('build', { isDefault: true })
  .description('make the site from an archive folder')
  .option('--content <dir>', 'the archive folder', path, 'content')
  .option('--out <dir>', 'the folder of the site', path, '_site')
  .option('--cache <dir>', 'the folder for what is kept between builds', path)
  .option('--strict', 'exit with 1 where a line could not be read')
  .option('--allow-lost-links', 'replace the site although addresses that it has would lead nowhere')
  .option('--verify', 'believe nothing of earlier builds: read every log again, and make every page')
  .option('--quiet', 'print nothing but what went wrong')
  .option('--verbose', 'print what each log gave')
  .allowExcessArguments()
  .action(async (options: BuildOptions, command: Command) => {
    // A command that is not there is taken for a word of the default one.
    const [word] = command.args;
    if (word !== undefined)
      command.error(
        `error: ${word} is neither a command nor an option; daybook help lists them, and --content names an archive folder`,
      );
    const { build } = await import('./commands/build.ts');
    process.exitCode = await build(options, io);
  });

program
  .command('start')
  .description('make the site, serve it on this machine, and make it again as logs grow')
  .option('--content <dir>', 'the archive folder', path, 'content')
  .option('--out <dir>', 'the folder of the site', path, '_site')
  .option('--cache <dir>', 'the folder for what is kept between builds', path)
  .option('--port <number>', 'the port; the next free one where it is taken', '8080')
  .option('--host <name>', 'the address to listen at', '127.0.0.1')
  .option('--open', 'open a browser')
  .action(async (options: StartOptions) => {
    const { start } = await import('./commands/start.ts');
    process.exitCode = await start(options, io);
  });

program
  .command('init')
  .description('write the first settings of an archive, from the logs that are in it')
  .option('--content <dir>', 'the archive folder', path, 'content')
  .option('--zone <name>', "the zone of the archive's days, such as Europe/Helsinki; without it, this machine's")
  .option('--title <text>', 'the title of the site')
  .action(async (options: InitOptions) => {
    const { init } = await import('./commands/init.ts');
    process.exitCode = await init(options, io);
  });

program
  .command('deposit')
  .argument('[from...]', 'folders of clients, or their logs', (word, before: readonly string[] = []) => [
    ...before,
    path(word),
  ])
  .description("copy what is new in clients' live logs into the archive, each line once")
  .option('--content <dir>', 'the archive folder', path, 'content')
  .option('--find', 'look where clients usually keep their logs')
  .option('--as <name>', 'the folder under logs/ to put them into, where several people deposit')
  .option('--queries', 'copy queries too, not only channels')
  .option('--dry-run', 'only say what would be copied')
  .action(async (from: string[], options: DepositOptions) => {
    const { deposit } = await import('./commands/deposit.ts');
    process.exitCode = await deposit(from, options, io);
  });

program
  .command('check')
  .description(
    'look an archive through before its site is shown: what could not be read, and what should not be published',
  )
  .option('--content <dir>', 'the archive folder', path, 'content')
  .option('--cache <dir>', 'the folder for the site that is built beside, and what is kept of it', path)
  .option('--against <dir>', 'the folder of a former site, whose addresses should all lead somewhere', path)
  .option('--accept', 'let all that is found stand: it is not told of again')
  .option('--verbose', 'show every line')
  .action(async (options: CheckOptions) => {
    const { check } = await import('./commands/check.ts');
    process.exitCode = await check(options, io);
  });

program
  .command('formats')
  .argument('[file...]', 'logs to look at')
  .description('list the log formats, or say what was recognised in a file and why')
  .action(async (files: string[]) => {
    const { formats } = await import('./commands/formats.ts');
    process.exitCode = await formats(files, io);
  });

program
  .command('import')
  .argument('<from>', 'what it is an export of: matrix or discord')
  .argument('<file>', 'the export')
  .option('--to <file>', 'the file to write, which must not be there yet; without it, the lines are printed', path)
  .description("turn another service's export into Daybook's own lines")
  .action(async (from: string, file: string, { to }: { readonly to?: string }) => {
    const { importFile } = await import('./commands/import.ts');
    process.exitCode = await importFile({ from, file, ...(to !== undefined && { to }) }, io);
  });

/** Does what the words of the command line ask for, and sets the exit code. */
export async function run(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

/** Ends the process, whatever the engine still does beside; not before all is said. */
export function end(): void {
  if (isAllSaid()) process.exit();
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : MISTAKE;
  return sayError(error, io);
}
