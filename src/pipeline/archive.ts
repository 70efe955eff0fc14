// From an archive folder to its store: all channels, one after the other.
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChannelPlan } from '../channels.ts';
import type { DayChannel } from '../day.ts';
import type { Entry } from '../events.ts';
import { FORMATS } from '../formats/index.ts';
import { privacyOf } from '../privacy.ts';
import { SETTINGS_FILE, type Settings } from '../settings.ts';
import type { State } from '../state.ts';
import {
  dropDay,
  storeChannelFiles,
  storedDay,
  storeDay,
  storeIndex,
  type ArchiveIndex,
  type ChannelIndex,
  type Coverage,
} from '../store.ts';
import { zoneOf, type Zone } from '../time.ts';
import { coverageOf } from './coverage.ts';
import { daysOf, published } from './days.ts';
import { surveyFiles, type FileMemory, type Files, type IndexedFile } from './files.ts';
import { historyOf, type DayFacts } from './history.ts';
import { loggersOf, type ChannelLogger } from './loggers.ts';
import type { PresenceMonth } from './presence-months.ts';
import { openSpill } from './spill.ts';
import { peopleSummaries, presentOn, summaryOf } from './summary.ts';

/** What is kept between builds. Plain data. */
export interface Memory {
  readonly files: Readonly<Record<string, FileMemory>>;
  /** Per slug. */
  readonly channels: Readonly<Record<string, ChannelMemory>>;
}

export interface ChannelMemory {
  readonly days: readonly DayMemory[];
  readonly months: Readonly<Record<string, PresenceMonth>>;
  /** Hashes of its further files, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** What a day tells, and of its day file: what it was made from, its hash, and how many people were there. Plain data. */
export interface DayMemory {
  readonly facts: DayFacts;
  readonly key: string;
  readonly file: string;
  readonly present: number;
  /** The people of its file. */
  readonly people: readonly string[];
}

export interface ChannelReport {
  readonly plan: ChannelPlan;
  readonly loggers: readonly ChannelLogger[];
  readonly days: readonly DayFacts[];
  readonly repairs: Readonly<Record<string, number>>;
  readonly coverage?: Coverage;
}

export interface ArchiveReport {
  readonly files: Files;
  readonly channels: readonly ChannelReport[];
  readonly index: ArchiveIndex;
  /** Days whose file is new or differs from the one stored before. */
  readonly changed: readonly { readonly slug: string; readonly date: string }[];
  /** Addresses of `privacy.remove` that no day has. */
  readonly unremoved: readonly string[];
  readonly memory: Memory;
}

export interface ArchiveInput {
  readonly folder: string;
  readonly settings: Settings;
  readonly state: Omit<State<Memory>, 'save'>;
  readonly verify?: boolean;
  readonly onProgress?: (stage: 'files' | 'days', done: number, total: number) => void;
}

/** What the archive folder has. Throws a Mistake where settings and files do not fit. */
export function surveyArchive(input: ArchiveInput): Promise<Files> {
  return surveyFiles({
    folder: input.folder,
    settings: input.settings,
    formats: FORMATS,
    key: input.settings.zone,
    memory: input.state.memory?.files ?? {},
    ...(input.verify && { verify: true }),
    onProgress: (done, total) => input.onProgress?.('files', done, total),
  });
}

/** Reads an archive folder into its store. Throws a Mistake where settings and files do not fit. */
export async function makeArchive(input: ArchiveInput, surveyed?: Files): Promise<ArchiveReport> {
  const { folder, settings, state } = input;
  const zone = zoneOf(settings.zone);
  const files = surveyed ?? (await surveyArchive(input));
  const key = hash('sha256', settingsText(folder));
  const total = [...files.indexed.values()].reduce((sum, { index }) => sum + index.blocks.length, 0);
  state.begin();
  const reports: ChannelReport[] = [];
  const indexes: ChannelIndex[] = [];
  const changed: { slug: string; date: string }[] = [];
  const channels: Record<string, ChannelMemory> = {};
  for (const plan of files.plan.channels) {
    const made = await makeChannel(plan, { input, files, zone, key });
    if (made.days.length === 0) continue;
    reports.push(made);
    indexes.push(made.index);
    changed.push(...made.changed.map((date) => ({ slug: plan.slug, date })));
    channels[plan.slug] = made.kept;
    input.onProgress?.('days', reports.length, total);
  }
  const index: ArchiveIndex = {
    version: 1,
    title: settings.title,
    ...(settings.url !== undefined && { url: settings.url }),
    base: settings.url === undefined ? '/' : new URL(settings.url).pathname,
    language: settings.language,
    zone: settings.zone,
    channels: indexes,
    trackers: settings.trackers,
    indexed: settings.indexed,
    ...(settings.contact !== undefined && { contact: settings.contact }),
  };
  dropVanished(state, channels);
  storeIndex(state.store, index);
  const removed = new Set(reports.flatMap(({ days }) => days.flatMap((day) => day.removed)));
  const unremoved = settings.privacy.remove.filter((address) => !removed.has(address));
  return { files, channels: reports, index, changed, unremoved, memory: { files: files.memory, channels } };
}

function settingsText(folder: string): string {
  const path = join(folder, SETTINGS_FILE);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function dropVanished(state: ArchiveInput['state'], channels: Memory['channels']): void {
  for (const [slug, { days }] of Object.entries(state.memory?.channels ?? {})) {
    const now = new Set(channels[slug]?.days.map(({ facts }) => facts.date));
    for (const { facts } of days) if (!now.has(facts.date)) dropDay(state.store, slug, facts.date);
    if (!channels[slug]) storeChannelFiles(state.store, slug, new Map());
  }
}

interface ChannelContext {
  readonly input: ArchiveInput;
  readonly files: Files;
  readonly zone: Zone;
  readonly key: string;
}

interface MadeChannel extends ChannelReport {
  readonly index: ChannelIndex;
  readonly changed: readonly string[];
  readonly kept: ChannelMemory;
}

async function makeChannel(plan: ChannelPlan, { input, files, zone, key }: ChannelContext): Promise<MadeChannel> {
  const { settings, state } = input;
  const { slug } = plan;
  const indexed = plan.files.flatMap(({ path }): readonly IndexedFile[] => {
    const file = files.indexed.get(path);
    return file ? [file] : [];
  });
  const loggers = await loggersOf(indexed, zone);
  const remembered = state.memory?.channels[slug];
  const before = new Map(remembered?.days.map((day) => [day.facts.date, day]));
  const spill = openSpill(join(state.scratch, `${hash('sha256', slug).slice(0, 16)}.jsonl`));
  const inHand = new Map<string, readonly Entry[]>();
  try {
    const { days: all } = await historyOf({
      slug,
      loggers,
      zone,
      formerZones: settings.formerZones.filter((name) => name !== zone.name).map(zoneOf),
      privacy: privacyOf(settings),
      relays: settings.relays,
      people: settings.people,
      trackers: settings.trackers,
      key,
      memory: new Map([...before].map(([date, { facts }]) => [date, facts])),
      keep(date, entries) {
        spill.keep(date, JSON.stringify(entries.map(published)));
        inHand.set(date, entries);
        for (const old of inHand.keys()) if (inHand.size > DAYS_IN_HAND) inHand.delete(old);
      },
    });
    const textOf = (date: string): string =>
      spill.textOf(date) ?? JSON.stringify(storedDay(state.store, slug, date).entries);
    const days = all.filter(({ entries }) => entries > 0);
    const channel: DayChannel = { slug, name: plan.name, ...(plan.network !== undefined && { network: plan.network }) };
    const told = daysOf({
      channel,
      days,
      zone,
      presence: plan.presence,
      people: settings.people,
      entriesOf: ({ date, names }) =>
        inHand.get(date) ?? withNames(JSON.parse(textOf(date)) as readonly Entry[], names),
      months: remembered?.months ?? {},
    });
    const changed: string[] = [];
    const kept = days.map((facts): DayMemory => {
      const { date } = facts;
      const old = before.get(date);
      const made = told.keyOf(facts);
      if (old?.key === made) return { ...old, facts };
      const { people, stays, gaps, problems, ...head } = told.shellOf(facts);
      const [opening, rest] = [JSON.stringify(head), JSON.stringify({ people, stays, gaps, problems })];
      const text = `${opening.slice(0, -1)},"entries":${textOf(date)},${rest.slice(1)}\n`;
      const file = hash('sha256', text);
      if (old?.file !== file) {
        storeDay(state.store, slug, date, text);
        changed.push(date);
      }
      return { facts, key: made, file, present: presentOn(stays, told.people), people: people.map(({ name }) => name) };
    });
    const further = [...told.machineFiles()];
    const hashes = Object.fromEntries(further.map(([name, text]) => [name, hash('sha256', text)]));
    const isNew = ([name]: readonly [string, string]): boolean => remembered?.files[name] !== hashes[name];
    storeChannelFiles(state.store, slug, new Map(further.filter(isNew)), new Set(Object.keys(hashes)));
    const coverage = coverageOf(loggers, all, told.gaps);
    const index: ChannelIndex = {
      channel,
      ...(plan.presence === 'none' && { presence: plan.presence }),
      ...(plan.topic !== undefined && { topic: plan.topic }),
      ...(plan.formerSlugs.length > 0 && { formerSlugs: plan.formerSlugs }),
      ...(plan.presence === 'show' && coverage && { coverage }),
      days: kept.map(({ facts, present }) => summaryOf(facts, zone.dayOf(facts.date), present, told.people)),
      people: peopleSummaries(told.people, days, told.stays, zone, plan.presence),
    };
    return {
      plan,
      loggers,
      days: all,
      repairs: told.repairs,
      ...(coverage && { coverage }),
      index,
      changed,
      kept: { days: kept, months: told.months, files: hashes },
    };
  } finally {
    spill.close();
    for (const logger of loggers) await logger.close();
  }
}

/** Entries with the names that only presence asks for. */
function withNames(entries: readonly Entry[], names: DayFacts['names']): readonly Entry[] {
  if (names.length === 0) return entries;
  const of = new Map(names);
  return entries.map((entry, place) => {
    const own = of.get(place);
    return own ? ({ ...entry, names: own } as Entry) : entry;
  });
}

/** Days whose entries stay in memory between gathering and presence; older ones are read back. */
const DAYS_IN_HAND = 64;
