// What the parts of a day's page are made from: the day, its clock and people, and what each conversation was.
import type { DayFile, Stay } from '../../day.ts';
import { counted } from '../../shared/numbers.ts';
import type { ArchiveIndex, DaySummary } from '../../store.ts';
import type { Conversation } from './conversations.ts';
import { listed } from '../parts/dates.ts';
import { isolated } from '../parts/html.ts';
import type { Lane } from './lanes.ts';
import type { LineContext } from './lines.ts';

export interface DayContext extends LineContext {
  readonly index: ArchiveIndex;
  readonly day: DayFile;
  readonly summary: DaySummary | undefined;
  readonly lanes: readonly Lane[];
}

/** A conversation as the page tells it. */
export interface Told {
  readonly id: string;
  readonly of: Conversation;
  /** Who spoke, most lines first. */
  readonly names: readonly string[];
  /** Who else was there, by first appearance on the chart. */
  readonly room: readonly string[];
}

/** Whether a stay has a moment of a conversation. Who was there when the record stops saw its last line. */
function isDuring({ from, to, end }: Stay, { first, last }: Conversation): boolean {
  return from <= last.at && (end === 'open' || end === 'gap' ? to >= first.at : to > first.at);
}

/** Who spoke in a conversation, and who else was in the room. */
export function tellOf({ who, lanes }: DayContext, of: Conversation): Told {
  const spoke = new Map<string, number>();
  for (const block of of.blocks) {
    if (block.is !== 'turn' || block.nick === undefined) continue;
    const name = who.nameOf(block.nick);
    const lines = block.stretches.reduce((sum, stretch) => sum + stretch.lines.length, 0);
    spoke.set(name, (spoke.get(name) ?? 0) + lines);
  }
  const names = [...spoke].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const room = lanes
    .filter(({ name, allDay, stays }) => !spoke.has(name) && (allDay || stays.some((stay) => isDuring(stay, of))))
    .map(({ name }) => name);
  return { id: `c${of.first.id.slice(1)}`, of, names, room };
}

/** So many people of a day or a conversation are named at once. */
export const NAMED = 12;

/** Names as a sentence lists them, the many counted. */
export function named(names: readonly string[], most: number): string {
  const shown = names.length > most ? names.slice(0, most - 1) : names;
  const more = names.length - shown.length;
  return listed([...shown.map(isolated), ...(more > 0 ? [counted(more, 'other')] : [])]);
}
