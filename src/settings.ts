// Reads and checks archive.yaml; a mistake is a sentence naming file, line, column and key.
//
//   archive.yaml:12:5: channels[0].slgu is not a setting here; did you mean "slug"?
//
// Stages: text (settings/file.ts) → value with positions (settings/source.ts) → known keys and types (settings/schema.ts) → what one
// value alone cannot show: doubles, slugs, expressions, paths (settings/checks.ts) → Settings.
import * as v from 'valibot';
import { Mistake } from './mistake.ts';
import {
  checkChannels,
  checkHidden,
  checkPeople,
  checkTrackers,
  expressionAt,
  pathsInside,
} from './settings/checks.ts';
import { didYouMean, explain, knownKeys } from './settings/explain.ts';
import { SETTINGS_FILE, settingsText } from './settings/file.ts';
import { SCHEMA, secondsOf, type Written } from './settings/schema.ts';
import { readSource, type Source } from './settings/source.ts';
import { sameName } from './shared/casemap.ts';
import { slugOf } from './shared/slug.ts';

export { checkArchive, SETTINGS_FILE } from './settings/file.ts';

export interface LogSettings {
  /** Glob, relative to the archive folder. */
  readonly path: string;
  readonly format?: string;
  readonly stamp?: string;
  readonly zone?: string;
  readonly owner?: string;
  /** Known clock error of this logger, in seconds: how far its clock is ahead. */
  readonly offset?: number;
  /** The client's own `pevents.conf`, relative to the archive folder. */
  readonly events?: string;
}

export interface ChannelSettings {
  readonly name: string;
  readonly names: readonly string[];
  readonly networks: readonly string[];
  readonly slug?: string;
  readonly formerSlugs: readonly string[];
  readonly topic?: string;
  /** Absent: every file under logs/ that names this channel. */
  readonly logs?: readonly LogSettings[];
  readonly presence: 'show' | 'none';
}

/** When a nick was a person's: days `YYYY-MM-DD` in the archive's zone, both included; absent where it is open. */
export interface NickSpan {
  readonly nick: string;
  readonly from?: string;
  readonly until?: string;
}

export interface PersonSettings {
  readonly name: string;
  readonly nicks: readonly string[];
  /** Of these nicks, those that were the person's for a time only; the others always were. */
  readonly spans: readonly NickSpan[];
  /** Nicks that are somebody else's. */
  readonly not: readonly string[];
  readonly hue?: number;
  readonly bot: boolean;
}

export interface TrackerSettings {
  readonly name: string;
  /** JavaScript regular expression, applied without case. */
  readonly match: string;
  readonly url: string;
}

/** A bot that repeats in the channel what people say elsewhere. */
export interface RelaySettings {
  readonly nick: string;
  /** Matches the bot's text, with named groups `nick` (who said it) and `text` (what). */
  readonly match: RegExp;
}

/** Somebody who asked not to be named. */
export interface HiddenPerson {
  readonly nicks: readonly string[];
  /** The nick shown instead of all of these; absent: the person's lines are left out. */
  readonly as?: string;
}

export interface PrivacySettings {
  readonly hosts: 'hide' | 'show';
  readonly private: 'hide' | 'show';
  readonly offRecord?: RegExp;
  /** Expressions have the flag `g`. `with` is taken as it is: a `$` in it means a dollar. */
  readonly redact: readonly { readonly match: RegExp; readonly with: string }[];
  /** `<slug>/<date>/<id>` of single lines taken out. */
  readonly remove: readonly string[];
  readonly people: readonly HiddenPerson[];
  readonly forgetAddresses: boolean;
}

export interface Settings {
  readonly title: string;
  /** With its final `/`. */
  readonly url?: string;
  readonly language: string;
  readonly zone: string;
  readonly formerZones: readonly string[];
  /** True: search engines may index the site. */
  readonly indexed: boolean;
  /** Whom readers ask to take a line out: `mailto:…` or `https://…`. */
  readonly contact?: string;
  readonly channels: readonly ChannelSettings[];
  readonly people: readonly PersonSettings[];
  readonly trackers: readonly TrackerSettings[];
  readonly relays: readonly RelaySettings[];
  readonly privacy: PrivacySettings;
}

/** A copy without the keys whose value is undefined. */
function present<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

type Optional<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

function channelsOf(written: Written): readonly ChannelSettings[] {
  return written.channels.map((channel) =>
    present({
      ...channel,
      logs: channel.logs?.map((log): LogSettings => {
        const offset = log.offset === undefined ? undefined : secondsOf(log.offset);
        return present({ ...log, offset }) as Optional<LogSettings, 'offset'>;
      }),
    }),
  ) as readonly ChannelSettings[];
}

function peopleOf(written: Written): readonly PersonSettings[] {
  return written.people.map(({ nicks = [], ...person }) => {
    const spans = (nicks.length > 0 ? nicks : [person.name]).map((nick) =>
      typeof nick === 'string' ? { nick } : nick,
    );
    const bounded = spans.filter(({ from, until }) => from !== undefined || until !== undefined);
    const names = [...new Set(spans.map(({ nick }) => nick))];
    return present({ ...person, nicks: names, spans: bounded.map(present) }) as PersonSettings;
  });
}

const RELAYED = '^<(?<nick>[^>]+)> (?<text>.*)$';

function privacyOf(written: Written, source: Source): PrivacySettings {
  const { privacy } = written;
  const offRecord = expressionAt(source, ['privacy', 'offRecord'], privacy.offRecord);
  const redact = privacy.redact.flatMap((rule, index) => {
    const match = expressionAt(source, ['privacy', 'redact', index, 'match'], rule.match, 'g');
    return match ? [{ match, with: rule.with }] : [];
  });
  const all = peopleOf(written);
  const people = privacy.people.map(({ name, nicks, as }, index): HiddenPerson => {
    const path = ['privacy', 'people', index];
    const known = all.find((person) => name !== undefined && sameName(person.name, name));
    const own = known?.nicks ?? [];
    if (name !== undefined && !known) {
      const names = all.map((person) => person.name);
      source.report([...path, 'name'], `is none of the people, "${name}"${didYouMean(name, names) || '; give nicks'}`);
    } else if (own.length + nicks.length === 0) source.report(path, 'names nobody: give name or nicks');
    return { nicks: [...new Set([...own, ...nicks])], ...(as === undefined ? {} : { as }) };
  });
  checkHidden(source, people, all);
  const remove = privacy.remove.map((address) => address.replace(/^\//, '').replace('#', ''));
  return { ...privacy, redact, people, remove, ...present({ offRecord }) } as PrivacySettings;
}

function relaysOf(written: Written, source: Source): readonly RelaySettings[] {
  return written.relays.flatMap(({ nick, match = RELAYED }, index) => {
    const pattern = expressionAt(source, ['relays', index, 'match'], match);
    if (!pattern) return [];
    if (!match.includes('(?<nick>') || !match.includes('(?<text>')) {
      source.report(['relays', index, 'match'], 'needs the named groups (?<nick>…) and (?<text>…)');
    }
    return [{ nick, match: pattern }];
  });
}

/**
 * The archive's settings, every one with its value or default; those of an archive without archive.yaml are the defaults.
 * `formats` are the names of all log formats, `text` is read where the file is not to be. What is wrong is a Mistake: a sentence
 * for each, one a line.
 */
export function readSettings(folder: string, formats: readonly string[], text = settingsText(folder)): Settings {
  const source = readSource(text, SETTINGS_FILE);
  const known = knownKeys(source);
  const result = v.safeParse(SCHEMA, known);
  if (!result.success) for (const issue of result.issues) explain(source, issue);
  if (source.mistakes.length > 0 || !result.success) throw new Mistake(source.mistakes.join('\n'));
  const written = result.output;
  checkChannels(source, written, formats);
  checkPeople(source, written);
  checkTrackers(source, written);
  pathsInside(source, written, folder);
  const { url, contact } = written;
  const settings = {
    ...written,
    url: url === undefined ? undefined : new URL(url.endsWith('/') ? url : `${url}/`).href,
    contact: contact === undefined || /^https?:|^mailto:/.test(contact) ? contact : `mailto:${contact}`,
    channels: channelsOf(written),
    people: peopleOf(written),
    relays: relaysOf(written, source),
    privacy: privacyOf(written, source),
  };
  if (source.mistakes.length > 0) throw new Mistake(source.mistakes.join('\n'));
  return present(settings) as Optional<Settings, 'url' | 'contact'>;
}

/** The slug that each former slug of the settings has now. */
export function slugsNow({ channels }: Pick<Settings, 'channels'>): ReadonlyMap<string, string> {
  return new Map(
    channels.flatMap(({ name, slug = slugOf(name), formerSlugs }) =>
      formerSlugs.map((former) => [former, slug] as const),
    ),
  );
}
