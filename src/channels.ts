// Which files are which channel's, and which are nobody's business: queries, server and status windows are never published.
//
//   settings + recognised files → channels with their files · private files · files that belong nowhere
//
// A file belongs to the channel whose `logs` names it; else to the listed channel of its name and network; else it makes a
// channel of its own, where its name is a channel's (RFC 2811). Names compare by RFC 1459.
import { doubtsTold, type Doubted } from './channels/doubted.ts';
import { draftsOf } from './channels/drafts.ts';
import type { ArchivePlan, ChannelFile, ExaminedFile, NoLog, Undecided } from './channels/plan.ts';
import { checkSlugs } from './channels/slugs.ts';
import { isServerWindow, nameOfWindow, windowName } from './channels/window-name.ts';
import { Mistake } from './mistake.ts';
import type { Recognition } from './recognise.ts';
import type { ChannelSettings, Settings } from './settings.ts';
import { lower } from './shared/casemap.ts';
import { isChannelName } from './shared/slug.ts';

type Log = Extract<Recognition, { readonly is: 'log' }>;

/** True for a file that settings name, that is named for a channel, or that was packed: each should be a log. */
const isExpected = ({ path, entries }: ExaminedFile): boolean =>
  entries.length > 0 || isChannelName(windowName(path)) || /\.gz(?:\.\d{1,3}|-\d{8})?$/i.test(path);

/** The name of the window that a file is a log of; some systems take the accents of file names apart, which are the same names. */
const nameOf = (file: ExaminedFile, { facts }: Pick<Log, 'facts'>): string =>
  nameOfWindow(file.path, facts.channel).normalize('NFC');

/**
 * Listed channels that a file can belong to by its name and network: of those of its name the one that names its network, else
 * one that names none.
 */
function listedFor(channels: readonly ChannelSettings[], name: string, network: string | undefined): readonly number[] {
  const same = (one: string, other: string): boolean =>
    isChannelName(name) ? lower(one) === lower(other) : one === other;
  const named = channels.flatMap((channel, index) =>
    [channel.name, ...channel.names].some((one) => same(one.normalize('NFC'), name)) ? [index] : [],
  );
  const networksOf = (index: number): readonly string[] => channels[index]?.networks ?? [];
  const open = named.filter((index) => networksOf(index).length === 0);
  if (network === undefined) return open.length > 0 ? open : named;
  const its = named.filter((index) => networksOf(index).some((one) => lower(one) === lower(network)));
  return its.length > 0 ? its : open;
}

/** Where a log belongs. */
type Place =
  | { readonly is: 'listed'; readonly index: number }
  /** A channel of its own. */
  | { readonly is: 'found'; readonly name: string }
  /** A query, server or status window. */
  | { readonly is: 'window'; readonly name: string }
  | { readonly is: 'undecided'; readonly sentence: string };

/** Where a log belongs by settings, else by its name and network. Throws a Mistake where settings name it for two channels. */
function placeOf(channels: readonly ChannelSettings[], file: ExaminedFile, log: Pick<Log, 'facts'>): Place {
  const { path, entries } = file;
  const name = nameOf(file, log);
  const [entry, second] = entries;
  if (entry && second) {
    const keys = [entry, second].map(({ channel }) => `channels[${String(channel)}]`).join(' and ');
    throw new Mistake(`archive.yaml: ${path} belongs to both ${keys} by their logs; a file is of one channel.`);
  }
  if (entry) return { is: 'listed', index: entry.channel };
  const byName = listedFor(channels, name, log.facts.network);
  const open = byName.filter((index) => channels[index]?.logs === undefined);
  const [index] = open;
  if (open.length > 1) {
    const keys = open.map((one) => `channels[${String(one)}]`).join(' or ');
    const sentence = `${path} tells no network, so it could be of ${keys}; name it under the logs of one of them`;
    return { is: 'undecided', sentence };
  }
  if (index !== undefined) return { is: 'listed', index };
  if (byName.length > 0)
    return { is: 'undecided', sentence: `${path} is of ${name}, whose logs in archive.yaml do not name it` };
  return { is: isChannelName(name) ? 'found' : 'window', name };
}

/** True for a file that is no channel's, whichever of its formats it is read by. */
function isWindow(channels: readonly ChannelSettings[], file: ExaminedFile): boolean {
  const { path, entries, recognition } = file;
  if (entries.length === 0 && isServerWindow(path)) return true;
  return (
    recognition.is === 'unsure' && recognition.candidates.every((one) => placeOf(channels, file, one).is === 'window')
  );
}

/**
 * Shares out the files of an archive, settled by their neighbours, among its channels. Throws a Mistake where channels have one
 * slug or a slug that cannot be (all of them in one `SlugMistake`), or two channels' `logs` name one file.
 */
export function planChannels(settings: Settings, files: readonly ExaminedFile[]): ArchivePlan {
  const { channels } = settings;
  const drafts = draftsOf(channels);
  const windows: { path: string; name: string }[] = [];
  const undecided: Undecided[] = [];
  const none: NoLog[] = [];
  const doubted: Doubted[] = [];

  const share = (file: ExaminedFile, log: Log): void => {
    const {
      path,
      entries: [entry],
    } = file;
    const { facts, format, doubt } = log;
    const place = placeOf(channels, file, log);
    const its: ChannelFile = { path, format, facts, ...(entry ? { log: entry.log } : {}) };
    if (place.is === 'listed') drafts.addListed(place.index, its);
    else if (place.is === 'found') drafts.addFound(place.name, facts.network, its);
    else if (place.is === 'window') windows.push({ path, name: place.name });
    else undecided.push({ path, about: 'channel', sentence: place.sentence });
    if (doubt) doubted.push({ path, format, glob: entry?.log.path ?? path, ...doubt });
  };

  for (const file of files) {
    const { path, recognition } = file;
    if (recognition.is === 'log') share(file, recognition);
    else if (recognition.is === 'none') {
      const { reason, why } = recognition;
      const expected = why === undefined && isExpected(file) && { expected: true as const };
      if (why !== 'damaged') none.push({ path, reason, ...expected });
      else
        undecided.push({
          path,
          about: 'damage',
          sentence: `${path} is ${reason}; replace it with a whole one, or remove it`,
        });
    } else if (isWindow(channels, file)) windows.push({ path, name: windowName(path) });
    else {
      const { sentence } = recognition;
      undecided.push({
        path,
        about: 'format',
        sentence,
        ...(recognition.is === 'unread' ? { lines: recognition.lines } : {}),
      });
    }
  }
  const plans = drafts.plans();
  checkSlugs(plans);
  const used = new Set(files.flatMap(({ entries }) => entries.map(({ log }) => log.path)));
  const globs = channels.flatMap(({ logs = [] }) => logs.map(({ path }) => path));
  const unmatched = [...new Set(globs)].filter((glob) => !used.has(glob));
  const doubts = doubtsTold(doubted).map((one) => ({ ...one, about: 'format' as const }));
  return {
    ...{ channels: plans, private: windows, undecided: [...undecided, ...doubts] },
    ...{ none, unmatched, idle: drafts.idle() },
  };
}
