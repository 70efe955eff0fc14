// A day as it is told: conversations with silence between them, turns of one speaker, what happened beside.
//
//   events · conversation[ turn · turn · silence · turn · events · turn ] · events · conversation[ … ] · events
//
// A silence of twenty minutes ends a conversation, one of eight is told in passing. Nothing is left out or moved.
import { append } from '../../shared/append.ts';
import type { DayFile } from '../../day.ts';
import type { Entry, EventOf } from '../../events.ts';
import { proseAndCode } from './paste.ts';

export type Said = Entry & EventOf<'message' | 'action' | 'notice'>;

/** Consecutive lines of one speaker, all of one kind. */
export interface Turn {
  readonly is: 'turn';
  readonly kind: Said['kind'];
  readonly nick: string | undefined;
  /** The relay that said it here for the nick. */
  readonly via: string | undefined;
  readonly stretches: readonly { readonly code: boolean; readonly lines: readonly Said[] }[];
}

/** Events in a row, none of them said. */
export interface Happenings {
  readonly is: 'happenings';
  readonly entries: readonly Entry[];
}

/** A line of the clock between others: how long nobody spoke, or that clocks changed. */
export interface Aside {
  readonly is: 'aside';
  readonly text: string;
}

export type Block = Turn | Happenings | Aside;

export interface Conversation {
  readonly is: 'conversation';
  readonly first: Said;
  readonly last: Said;
  readonly lines: number;
  /** Seconds since anything was said before, on this day. */
  readonly silence: number | undefined;
  readonly blocks: readonly Block[];
}

export type Part = Conversation | Happenings | Aside;

const NONE: readonly Aside[] = [];
const SILENCE = 20 * 60;
const PAUSE = 8 * 60;

/** True for what somebody said: a message, an action, a notice. */
export function isSaid(entry: Entry): entry is Said {
  return entry.kind === 'message' || entry.kind === 'action' || entry.kind === 'notice';
}

/** A word put in before the first entry at or after an instant (epoch seconds). */
export interface Interjection {
  readonly at: number;
  readonly text: string;
}

/** A program's line this soon after somebody's, in seconds, is an answer; this soon before, what is answered. */
const ANSWER = 60;

/**
 * The parts of a day, in order; `interjections` are ascending. What programs say of their own makes no conversation: it lies
 * beside, as happenings do.
 */
export function transcriptParts(
  day: DayFile,
  interjections: readonly Interjection[] = [],
  isBot: (nick: string) => boolean = () => false,
): readonly Part[] {
  const parts: Part[] = [];
  const words = [...interjections];
  let beside: Entry[] = [];
  let open: { first: Said; silence: number | undefined; items: Entry[]; lines: number; last: Said } | undefined;

  const asideBefore = (at: number): readonly Aside[] => {
    if (words.length === 0) return NONE;
    const due: Aside[] = [];
    while (words[0] && words[0].at <= at) due.push({ is: 'aside', text: words.shift()?.text ?? '' });
    return due;
  };
  const close = (): void => {
    if (!open) return;
    const { first, last, lines, silence, items } = open;
    parts.push({ is: 'conversation', first, last, lines, silence, blocks: blocksOf(items, asideBefore) });
    open = undefined;
  };
  const flush = (): void => {
    if (beside.length === 0) return;
    append(parts, asideBefore(beside[0]?.at ?? 0));
    append(parts, happenings(beside));
    beside = [];
  };

  let spoken = -Infinity;
  for (const entry of day.entries) {
    const bot = isSaid(entry) && entry.nick !== undefined && isBot(entry.nick);
    if (!isSaid(entry) || (bot && !(open && entry.at - spoken <= ANSWER))) {
      beside.push(entry);
      continue;
    }
    if (!bot) spoken = entry.at;
    const silence: number | undefined = open && entry.at - open.last.at;
    if (open && silence !== undefined && silence < SILENCE) {
      if (beside.length > 0) {
        append(open.items, beside);
        open.lines += beside.filter(isSaid).length;
        beside = [];
      }
      open.items.push(entry);
      open.lines += 1;
      open.last = entry;
      continue;
    }
    close();
    // What a program said just before is what people talk about.
    const lead = beside.findIndex((one) => isSaid(one) && entry.at - one.at <= ANSWER);
    const items = lead < 0 ? [entry] : [...beside.splice(lead), entry];
    const lines = items.filter(isSaid);
    flush();
    parts.push(...asideBefore(items[0]?.at ?? entry.at));
    open = { first: lines[0] ?? entry, last: entry, lines: lines.length, silence, items };
  }
  close();
  flush();
  parts.push(...asideBefore(day.end - 1));
  return parts;
}

/** Topics, lines that no rule knows and lines taken out stand alone: they are to be read, not folded away. */
function standsAlone(entry: Entry): boolean {
  if (entry.removed) return true;
  return entry.kind === 'topic' || entry.kind === 'unparsed' || (entry.kind === 'log' && entry.event === 'private');
}

function happenings(entries: readonly Entry[]): readonly Happenings[] {
  const runs: Entry[][] = [];
  let alone = true;
  for (const entry of entries) {
    const single = standsAlone(entry);
    if (single || alone) runs.push([entry]);
    else runs.at(-1)?.push(entry);
    alone = single;
  }
  return runs.map((run) => ({ is: 'happenings', entries: run }));
}

function blocksOf(items: readonly Entry[], asideBefore: (at: number) => readonly Aside[]): readonly Block[] {
  const blocks: Block[] = [];
  let turn: Said[] = [];
  let beside: Entry[] = [];
  let last: Said | undefined;
  const closeTurn = (): void => {
    const [first] = turn;
    if (first) {
      const { kind, nick, via } = first;
      blocks.push({ is: 'turn', kind, nick, via, stretches: proseAndCode(turn) });
    }
    turn = [];
  };
  const closeBeside = (): void => {
    if (beside.length === 0) return;
    append(blocks, happenings(beside));
    beside = [];
  };
  for (const item of items) {
    const asides = asideBefore(item.at);
    if (asides.length > 0) {
      closeTurn();
      closeBeside();
      blocks.push(...asides);
    }
    if (!isSaid(item)) {
      closeTurn();
      beside.push(item);
      continue;
    }
    closeBeside();
    if (last && item.at - last.at >= PAUSE) {
      closeTurn();
      blocks.push({ is: 'aside', text: `${Math.round((item.at - last.at) / 60)} min` });
    }
    if (turn[0] && !sameSpeaker(turn[0], item)) closeTurn();
    turn.push(item);
    last = item;
  }
  closeTurn();
  closeBeside();
  return blocks;
}

function sameSpeaker(one: Said, other: Said): boolean {
  return one.nick === other.nick && one.kind === other.kind && one.via === other.via;
}

const HOURS = ['night', 'morning', 'afternoon', 'evening'] as const;

/** `night`, `morning`, `afternoon` or `evening`, by seconds on the clock's face: from 0, 5, 12 and 18 o'clock. */
export function timeOfDay(face: number): string {
  const hour = Math.floor(face / 3600);
  return HOURS[hour < 5 ? 0 : hour < 12 ? 1 : hour < 18 ? 2 : 3];
}

/** `23 minutes later`, from two hours on `3 hours later`. */
export function laterBy(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} minutes later` : `${Math.round(minutes / 60)} hours later`;
}
