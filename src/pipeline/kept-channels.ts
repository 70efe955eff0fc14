// Which channels are what they were when they were last made: by keys over their files and settings.
import { hash } from 'node:crypto';
import type { ChannelPlan } from '../channels/plan.ts';
import type { Settings } from '../settings.ts';
import type { Files } from './surveyed.ts';

/** What is kept of a channel between builds. Plain data. */
export interface ChannelKept {
  /** Changes when anything does that the channel is made from. */
  readonly key: string;
  /** False where its logs have nothing to show. */
  readonly shown: boolean;
  /** What settings name for privacy and was found in it. */
  readonly found: readonly string[];
}

/** Changes when settings do that days depend on, whatever their channel. */
export function settingsKey({ zone, formerZones, privacy, relays, people, trackers, channels }: Settings): string {
  const plain = (_: string, value: unknown): unknown => (value instanceof RegExp ? String(value) : value);
  // A line is taken out by the slug that its channel has or had.
  const slugs = privacy.remove.length > 0 && channels.map(({ name, slug, formerSlugs }) => [name, slug, formerSlugs]);
  return hash('sha256', JSON.stringify([zone, formerZones, privacy, relays, people, trackers, slugs], plain));
}

/** Changes when one of a channel's files does. */
function stampsOf(plan: ChannelPlan, { memory }: Files): unknown {
  return plan.files.map(({ path }) => [memory[path]?.size, memory[path]?.tail]);
}

/** By slug, what changes when anything does that the channel is made from; `settings` is their key. */
export function keysOf(files: Files, settings: string): ReadonlyMap<string, string> {
  return new Map(
    files.plan.channels.map((plan) => [
      plan.slug,
      hash('sha256', JSON.stringify([settings, plan, stampsOf(plan, files)])),
    ]),
  );
}

/** By slug, the channels that need not be looked into, but for one that is `rehearsed`; `before` is what was kept of them. */
export function unchangedChannels(
  files: Files,
  keys: ReadonlyMap<string, string>,
  before: Readonly<Record<string, ChannelKept>>,
  rehearsed: string | undefined,
): ReadonlyMap<string, ChannelKept> {
  return new Map(
    files.plan.channels.flatMap(({ slug, files: own }) => {
      const known = slug === rehearsed ? undefined : before[slug];
      // A log may have been changed in its middle, and end as before.
      const isSame = known?.key === keys.get(slug) && own.every(({ path }) => files.changes.get(path) === 'none');
      return known && isSame ? [[slug, known] as const] : [];
    }),
  );
}
