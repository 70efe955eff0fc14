// daybook init: the first archive.yaml of an archive. What the logs tell stays with them; written is what only a person knows, and
// what tells apart channels that would be one in the site.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SlugMistake } from '../channels/slugs.ts';
import { FORMATS, FORMAT_NAMES } from '../formats/index.ts';
import { Mistake } from '../mistake.ts';
import { surveyFiles } from '../pipeline/files.ts';
import type { Files } from '../pipeline/surveyed.ts';
import { checkArchive, readSettings, SETTINGS_FILE } from '../settings.ts';
import { zoneMeant } from '../settings/explain.ts';
import { counted } from '../shared/numbers.ts';
import { listsOf, partsIn } from '../state.ts';
import { writeWhole } from '../store.ts';
import { isZone, spelledZone } from '../time.ts';
import { DONE, type Io } from './io.ts';
import { printable } from './printable.ts';
import { problemLines } from './problems.ts';
import { asides, undecidedProblems } from './report.ts';

export interface InitOptions {
  readonly content: string;
  readonly zone?: string;
  readonly title?: string;
}

/** Writes the settings, and says what was found; the exit code. A Mistake is thrown. */
export async function init({ content, zone, title }: InitOptions, io: Io): Promise<number> {
  const path = join(content, SETTINGS_FILE);
  checkArchive(content);
  if (existsSync(path))
    throw new Mistake(`${path} is there already; docs/settings.md tells what can be changed and added in it.`);
  const given = zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!isZone(given))
    throw new Mistake(
      zone === undefined
        ? 'This machine does not tell its time zone: name it, such as --zone Europe/Helsinki.'
        : `--zone ${zone} is not a time zone${zoneMeant(zone) || '; name one such as Europe/Helsinki.'}`,
    );
  const own = spelledZone(given);
  mkdirSync(join(content, 'logs'), { recursive: true });
  const text = (apart?: string, files?: Files): string =>
    settingsText({ zone: own, title, isGiven: zone !== undefined, files, apart });
  const { files, apart } = await surveyed(content, text);
  writeWhole(path, text(apart, files));
  for (const line of channelLines(files)) io.out(line);
  for (const line of asides(files)) io.out(line);
  for (const line of problemLines(await undecidedProblems(files, content))) io.err(line);
  io.out(
    `${path} is written, with the zone ${own}${zone === undefined ? ' of this machine' : ''}. It is part of every address: make sure that it is right before you build.`,
  );
  return DONE;
}

/** What the archive has, and the `channels:` that settings need for that; `text` gives settings with these. */
async function surveyed(
  content: string,
  text: (apart?: string) => string,
): Promise<{ readonly files: Files; readonly apart?: string }> {
  // Nothing is kept of it: the first build looks for itself.
  const parts = partsIn('', listsOf([]));
  const survey = (apart?: string): Promise<Files> => {
    const settings = readSettings(content, FORMAT_NAMES, text(apart));
    return surveyFiles({ folder: content, settings, formats: FORMATS, memory: {}, parts });
  };
  try {
    return { files: await survey() };
  } catch (error) {
    if (!(error instanceof SlugMistake)) throw ofOption(error);
    // As the build will: where it cannot go on with such settings, none are written.
    return { files: await survey(error.block), apart: error.block };
  }
}

/** A title that no settings may have is a mistake of the option's: there is no file yet that it could be in. */
function ofOption(error: unknown): unknown {
  const place = /^archive\.yaml:\d+:\d+: title(?= must be )/;
  return error instanceof Mistake && place.test(error.message)
    ? new Mistake(error.message.replace(place, '--title'))
    : error;
}

interface Told {
  readonly zone: string;
  readonly isGiven: boolean;
  readonly title: string | undefined;
  readonly files: Files | undefined;
  readonly apart: string | undefined;
}

function settingsText({ zone, isGiven, title, files, apart }: Told): string {
  const [only, ...others] = files?.plan.channels ?? [];
  const name = title ?? (only && others.length === 0 ? `Daybook of ${only.name}` : 'Daybook');
  return [
    '# Settings of this archive. docs/settings.md describes every key; what is not here is found from the logs.',
    '',
    `title: ${JSON.stringify(name)}`,
    '',
    "# The zone of the archive's days and clock. It is part of the address of every line: choose it before you show the site.",
    `zone: ${zone}${isGiven ? '' : ' # this machine’s'}`,
    '',
    '# Where the site will be served: a path after the host is put before all addresses.',
    '#url: https://irc.example.com/',
    '',
    ...(apart === undefined
      ? []
      : [
          '# These would have one folder in the site, or one that it needs itself; their slugs are yours to choose.',
          apart,
          '',
        ]),
    ...(files && only ? ['# Found:', ...channelLines(files).map((line) => `#   ${line}`), ''] : []),
  ].join('\n');
}

/** A line for each channel: its name, where it is, its logs. */
function channelLines({ plan }: Files): readonly string[] {
  return plan.channels.map(({ name, network, slug, files }) => {
    const formats = [...new Set(files.map(({ format }) => format))].join(', ');
    const where = network === undefined ? '' : ` on ${network}`;
    return printable(`${name}${where}, in ${slug}/: ${counted(files.length, 'log')} (${formats})`);
  });
}
