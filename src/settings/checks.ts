// What one value alone cannot show to be wrong: doubles, slugs, expressions, paths that leave the archive.
import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { lower, sameName } from '../shared/casemap.ts';
import { counted } from '../shared/numbers.ts';
import { slugOf, slugProblem } from '../shared/slug.ts';
import { didYouMean } from './explain.ts';
import { channelsToPaste } from './paste.ts';
import { patternOf } from './patterns.ts';
import type { Written } from './schema.ts';
import { written as pathText, type KeyPath, type Source } from './source.ts';

/** The compiled expression, or undefined where there is none or it was reported. */
export function expressionAt(source: Source, path: KeyPath, text: string | undefined, flags = ''): RegExp | undefined {
  if (text === undefined) return undefined;
  const result = patternOf(text, flags);
  if ('pattern' in result) return result.pattern;
  source.report(path, result.fault);
  return undefined;
}

type WrittenChannel = Written['channels'][number];

const namesOf = (channel: WrittenChannel): readonly string[] => [channel.name, ...channel.names].map(lower);
const share = (one: readonly string[], other: readonly string[]): boolean => one.some((name) => other.includes(name));

/** Two channels can both have a file: a name of theirs is the same, and a network. One may have all networks that others do not. */
function collide(one: WrittenChannel, other: WrittenChannel): boolean {
  if (!share(namesOf(one), namesOf(other))) return false;
  const [mine, theirs] = [one.networks.map(lower), other.networks.map(lower)];
  return (mine.length === 0 && theirs.length === 0) || share(mine, theirs);
}

const slugIn = ({ name, slug }: WrittenChannel): string => slug ?? slugOf(name);

/** Reports doubles among channels, slugs that cannot be, and formats that nobody knows. */
export function checkChannels(source: Source, { channels }: Written, formats: readonly string[]): void {
  const toPaste = (...some: readonly WrittenChannel[]): string =>
    channelsToPaste(
      some.map((one) => ({ ...one, slug: slugIn(one) })),
      channels.flatMap((one) => [...(some.includes(one) ? [] : [slugIn(one)]), ...one.formerSlugs]),
    );
  const slugs = new Map<string, { readonly index: number; readonly former: boolean }>();
  channels.forEach((channel, index) => {
    const path = ['channels', index] as const;
    const earlier = channels.findIndex((other, at) => at < index && collide(channel, other));
    if (earlier >= 0) {
      const hint = 'give each its networks, or make them one';
      source.report([...path, 'name'], `is already ${pathText(['channels', earlier])}; ${hint}`);
    }
    const slug = slugIn(channel);
    const named = [...path, channel.slug === undefined ? 'name' : 'slug'];
    const problem = slugProblem(slug);
    if (problem !== undefined) {
      const own = channel.slug === undefined ? `gives the slug "${slug}", which ${problem}` : problem;
      source.report(named, `${own}; for example:\n${toPaste(channel)}`, 'block');
    }
    const twin = slugs.get(slug);
    slugs.set(slug, { index, former: false });
    const other = twin && channels[twin.index];
    if (other && twin.index !== earlier) {
      const sentence = `gives the slug "${slug}", which ${pathText(['channels', twin.index])}`;
      const example = twin.former
        ? `had before; for example:\n${toPaste(channel)}`
        : `has; for example:\n${toPaste(other, channel)}`;
      source.report(named, `${sentence} ${example}`, 'block');
    }
    channel.formerSlugs.forEach((former, at) => {
      const here = [...path, 'formerSlugs', at];
      const fault = slugProblem(former);
      if (fault !== undefined) source.report(here, fault);
      const owner = slugs.get(former);
      if (owner) {
        const what = owner.former ? 'a former slug' : 'the slug';
        source.report(here, `is already ${what} of ${pathText(['channels', owner.index])}; leave it out`);
      } else slugs.set(former, { index, former: true });
    });
    channel.logs?.forEach((log, at) => {
      if (log.format === undefined || formats.includes(log.format)) return;
      const hint = didYouMean(log.format, formats) || `; "daybook formats" lists them`;
      source.report([...path, 'logs', at, 'format'], `is not a log format, "${log.format}"${hint}`);
    });
  });
}

interface Owned {
  readonly person: number;
  readonly from: string;
  readonly until: string;
}

/** Reports a person named twice, and a nick that is two people's at one time, also denied to its person, or ends before it begins. */
export function checkPeople(source: Source, { people }: Written): void {
  const names = new Map<string, number>();
  const owned = new Map<string, readonly Owned[]>();
  people.forEach((person, index) => {
    const name = lower(person.name.normalize('NFC'));
    const twin = names.get(name);
    if (twin !== undefined) source.report(['people', index, 'name'], `is already ${pathText(['people', twin])}`);
    names.set(name, index);
    (person.nicks ?? [person.name]).forEach((written, at) => {
      const path = person.nicks ? ['people', index, 'nicks', at] : ['people', index, 'name'];
      const { nick, from = '', until = '9999' } = typeof written === 'string' ? { nick: written } : written;
      if (from > until) source.report(path, 'ends before it begins');
      const others = owned.get(lower(nick)) ?? [];
      const clash = others.find((other) => other.person !== index && from <= other.until && other.from <= until);
      if (clash)
        source.report(
          path,
          `"${nick}" is already a nick of ${pathText(['people', clash.person])}; give from and until`,
        );
      if (person.not.map(lower).includes(lower(nick))) source.report(path, `"${nick}" is under not as well`);
      owned.set(lower(nick), [...others, { person: index, from, until }]);
    });
  });
}

/** Reports trackers of one name, expressions that cannot be used, and `$0` or `$n` without its group. */
export function checkTrackers(source: Source, { trackers }: Written): void {
  trackers.forEach((tracker, index) => {
    const path = ['trackers', index];
    const twin = trackers.findIndex((other) => lower(other.name) === lower(tracker.name));
    if (twin < index) source.report([...path, 'name'], `is already ${pathText(['trackers', twin])}`);
    const pattern = expressionAt(source, [...path, 'match'], tracker.match);
    if (!pattern) return;
    const groups = (new RegExp(`${pattern.source}|`, pattern.flags).exec('')?.length ?? 1) - 1;
    const used = [...tracker.url.matchAll(/\$(\d)/g)];
    if (used.some(([, digit]) => digit === '0'))
      source.report([...path, 'url'], 'has $0, but $1 is the first group of match, and $& all that it matches');
    const missing = used.find(([, digit]) => Number(digit) > groups);
    if (missing)
      source.report(
        [...path, 'url'],
        `has ${missing[0]}, but match has ${groups === 0 ? 'no group' : counted(groups, 'group')} in ( )`,
      );
  });
}

/** Why a path or glob leads out of the folder, or undefined where it stays inside. */
function leaving(path: string, folder: string): string | undefined {
  if (/^(?:[/~]|[A-Za-z]:)/.test(path)) return 'must be relative to the archive folder';
  if (path.split('/').includes('..')) return 'must stay inside the archive folder';
  const { base } = picomatch.scan(path, { nonegate: true });
  const root = realpathSync(folder);
  let there = join(root, base);
  while (!existsSync(there) && there !== root) there = join(there, '..');
  const way = relative(root, realpathSync(there));
  return way === '..' || way.startsWith(`..${sep}`) ? 'leads out of the archive folder by a symbolic link' : undefined;
}

/** How many `*` a name may have: with each more, a long name takes as many times longer as it has letters. */
const MOST_STARS = 4;

/**
 * Reports people who are not to be named, of whom two have a nick that one hides otherwise than the other, or who are shown as
 * one of `others`.
 */
export function checkHidden(
  source: Source,
  people: readonly { readonly nicks: readonly string[]; readonly as?: string }[],
  others: readonly { readonly nicks: readonly string[] }[],
): void {
  const isIn = (nicks: readonly string[], nick: string): boolean => nicks.some((own) => sameName(own, nick));
  people.forEach((person, index) => {
    const isSame = ({ nicks }: { readonly nicks: readonly string[] }): boolean =>
      nicks.some((nick) => isIn(person.nicks, nick));
    const { as } = person;
    const taken = as === undefined ? -1 : others.findIndex((one) => isIn(one.nicks, as) && !isSame(one));
    if (taken >= 0) {
      const sentence = `is a nick of ${pathText(['people', taken])}, who would seem to have said it; take another`;
      source.report(['privacy', 'people', index, 'as'], sentence);
    }
    const other = people.slice(0, index).findIndex((one) => one.as !== as && isSame(one));
    if (other < 0) return;
    const place = `privacy.people[${other}]`;
    source.report(['privacy', 'people', index], `has a nick of ${place}, which hides it otherwise; name it in one`);
  });
}

/** Why a glob could take for ever on some name, or undefined where none can. */
function explosive(path: string): string | undefined {
  const most = Math.max(...path.split('/').map((name) => name.split(/\*+/).length - 1));
  return most > MOST_STARS
    ? `could take for ever on some names: give at most ${MOST_STARS} * between two /`
    : undefined;
}

/** Why a path of logs is that of a folder, or undefined where it is not. */
function wholeFolder(path: string, folder: string): string | undefined {
  const isFolder = statSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory();
  return isFolder ? `is a folder; ${posix.join(path, '**')} is all that lies in it` : undefined;
}

/** Why a path is none of a file, or undefined where it is. */
function noFile(path: string): string | undefined {
  if (!existsSync(path)) return 'is not there';
  return statSync(path).isFile() ? undefined : 'is not a file';
}

/**
 * Reports paths that leave the archive folder, also by a symbolic link, globs that explode, folders where logs are meant, and
 * event files that are not there or no files.
 */
export function pathsInside(source: Source, { channels }: Written, folder: string): void {
  channels.forEach((channel, index) => {
    channel.logs?.forEach((log, at) => {
      const path = ['channels', index, 'logs', at];
      const fault = leaving(log.path, folder) ?? explosive(log.path) ?? wholeFolder(log.path, folder);
      if (fault !== undefined) source.report([...path, 'path'], fault);
      if (log.events === undefined) return;
      const wrong = leaving(log.events, folder) ?? noFile(join(folder, log.events));
      if (wrong !== undefined) source.report([...path, 'events'], wrong);
    });
  });
}
