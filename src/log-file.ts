// One log file as the rest of the house sees it: an index made in one streaming pass (which days lie where), and its
// events, day by day, read again from there. Nothing of what people said is kept between the two.
//
// A file is a row of blocks of some hundred kilobytes; reading can start at each, since it knows the time before its
// first line. The block before it is read too and thrown away: a format may remember a line ("repeated 2 times"), and
// the last event of a block may go on in the next.
import { hash } from 'node:crypto';
import type { Event, Placed } from './events.ts';
import type { FileFacts, ParsedLine, RawLine } from './format.ts';
import {
  BEGINNING,
  readingOf,
  stepsFrom,
  timelineOf,
  type Block,
  type DayPart,
  type FileIndex,
  type LogFile,
  type Owner,
  type Place,
} from './log-file/block.ts';
import { playbackMark } from './log-file/playback.ts';
import { baseOf } from './people/base.ts';
import type { Zone } from './time.ts';

export { partsByDate, readingOf } from './log-file/block.ts';
export type { DayPart, FileIndex, LogFile, Owner } from './log-file/block.ts';
export { playedBack } from './log-file/playback.ts';
export { openLog, type LogReader } from './log-file/read-days.ts';

type BlockDraft = { -readonly [K in keyof Block]: Block[K] } & {
  samples: number[];
  owners: Owner[];
  readonly parts: Map<string, PartDraft>;
};
type PartDraft = { -readonly [K in keyof DayPart]: DayPart[K] } & { readonly told: string[] };

/** The index of a file; with the index of a state since which it has only grown, and was read alike, only what is new is read. */
export async function indexFile(file: LogFile, archive: Zone, earlier?: FileIndex): Promise<FileIndex> {
  const reading = readingOf(file);
  const believed = file.format.document || earlier?.reading !== reading ? undefined : earlier;
  const kept = believed?.blocks.filter((_, block, all) => (all[block + 1]?.line ?? Infinity) <= believed.open) ?? [];
  const start: Place = believed?.blocks[kept.length] ?? BEGINNING;
  const warm = kept.at(-1) ?? start;
  const blocks: Block[] = [...kept];
  /** Blocks that an event may still come to: the last, and those before it of which the timeline holds events back. */
  const drafts: BlockDraft[] = [];
  let lines: readonly RawLine[] = [];
  let owner = kept.flatMap((block) => block.owners).at(-1);
  /** The latest line tells that the client left, or was started again. */
  let isAway = false;
  let day = archive.dayAt(0);
  let unfinished = false;
  let damage: string | undefined;

  function take(placed: Placed): void {
    const wasAway = isAway;
    isAway = tellsAway(placed.event, isAway);
    const block = drafts.findLast((draft) => draft.line <= placed.line);
    if (!block) return;
    if (placed.at < day.start || placed.at >= day.end) day = archive.dayAt(placed.at);
    // Continuation lines may have come with a later step; that of a document tells where an event ends, and no more.
    const text =
      placed.lines > 1 || file.format.document ? undefined : lines[placed.line - (lines[0]?.number ?? 0)]?.text;
    addToPart(block.parts, day.date, placed, text ?? JSON.stringify(placed.event));
    if (placed.event.kind === 'unparsed') {
      block.unparsed += 1;
      if (block.samples.length < 3) block.samples.push(placed.line);
    }
    if (playbackMark(placed.event)) block.replays = true;
    const shown =
      ownerShown(placed.event, owner?.nick) ??
      renamed(placed.event, owner, file.facts) ??
      (wasAway ? returned(placed.event, owner?.nick ?? file.facts.owner) : undefined);
    if (shown && (shown.change || shown.join || owner?.join || shown.nick !== owner?.nick)) {
      owner = { line: placed.line, at: placed.at, ...shown };
      block.owners.push(owner);
    }
  }

  const timeline = timelineOf(file, warm, {
    event: take,
    fault(fault, line) {
      const block = drafts.findLast((draft) => draft.line <= line);
      if (block) block.faults = { ...block.faults, [fault]: (block.faults[fault] ?? 0) + 1 };
    },
  });
  const parse = file.format.open(file.facts);
  for await (const step of stepsFrom(file.path, warm, start, timeline.state)) {
    ({ lines, unfinished, damage } = step);
    const draft = step.warming || lines.length === 0 ? undefined : draftAt(step.place);
    if (draft) drafts.push(draft);
    // Not kept to the end: they hold what was said.
    const held = timeline.heldFrom() ?? Infinity;
    while (drafts[1] && drafts[1].line <= held) blocks.push(...drafts.splice(0, 1).map(finished));
    for (const line of lines) {
      const parsed = parse(line);
      if (draft) count(draft, parsed);
      timeline.see(line.number, parsed, step.begun);
    }
  }
  damage ??= parse.missing?.();
  const held = timeline.heldFrom() ?? Infinity;
  timeline.finish();
  const all = [...blocks, ...drafts.map(finished)];
  // The last block ends where the file does, not where its lines say. An unfinished line is a block of its own behind it.
  const last = all.at(unfinished ? -2 : -1) ?? all.at(-1) ?? start;
  const torn = unfinished ? lines.at(-1)?.number : undefined;
  return {
    reading,
    blocks: all,
    open: Math.min(held, last.line),
    ...(torn !== undefined && { torn }),
    ...(damage !== undefined && { damage }),
  };
}

function draftAt(place: Place): BlockDraft {
  const counts = { lines: 0, blank: 0, control: 0, unparsed: 0 };
  return { ...place, ...counts, samples: [], faults: {}, days: [], owners: [], parts: new Map() };
}

function count(block: BlockDraft, parsed: readonly ParsedLine[]): void {
  block.lines += 1;
  // A line that is nothing to its format (none is given for it) is one of the format's own.
  if (parsed.every((one) => one.is === 'blank' || one.is === 'control'))
    block[parsed[0]?.is === 'blank' ? 'blank' : 'control'] += 1;
}

function addToPart(parts: Map<string, PartDraft>, date: string, placed: Placed, text: string): void {
  const { line, at, fold = '' } = placed;
  let part = parts.get(date);
  if (!part) {
    part = { date, from: line, to: line, events: 0, first: at, last: at, hash: '', told: [] };
    parts.set(date, part);
  }
  part.from = Math.min(part.from, line);
  part.to = Math.max(part.to, line + 1);
  part.events += 1;
  part.first = Math.min(part.first, at);
  part.last = Math.max(part.last, at);
  part.told.push(`${at}${fold} ${text}`);
}

function finished({ parts, ...block }: BlockDraft): Block {
  const days = [...parts.values()].map(({ told, ...part }) => ({
    ...part,
    hash: hash('sha256', told.join('\n'), 'base64url').slice(0, 22),
  }));
  return { ...block, days };
}

/** The owner's nick, where the event is the owner's own and shows it, or is his join; `known` is the nick that he had. */
function ownerShown(event: Event, known: string | undefined): Omit<Owner, 'line' | 'at'> | undefined {
  if (!event.own || event.kind === 'kick') return undefined;
  if (event.kind === 'nick') return { nick: event.to, change: true };
  if (event.nick !== undefined) return { nick: event.nick };
  return event.kind === 'join' && known !== undefined ? { nick: known, join: true } : undefined;
}

/** Whether the log's last word is that its client was gone: what it notes itself goes on with that. */
function tellsAway(event: Event, before: boolean): boolean {
  return event.kind === 'log' && (before || event.event === 'close' || event.event === 'disconnected');
}

/** The same of the first join after that, under a nick like the owner's: he came back as that. */
function returned({ kind, own, nick }: Event, known: string | undefined): Omit<Owner, 'line' | 'at'> | undefined {
  if (kind !== 'join' || own || nick === undefined || known === undefined) return undefined;
  return baseOf(nick) === baseOf(known) ? { nick } : undefined;
}

/** The same of a change of nick that the log tells like everybody's, where it tells nothing as "You". */
function renamed(event: Event, owner: Owner | undefined, facts: FileFacts): Omit<Owner, 'line' | 'at'> | undefined {
  if (event.kind !== 'nick' || event.nick === undefined || facts.elected || (owner && owner.from === undefined)) return;
  const known = owner?.nick ?? facts.owner;
  return event.nick === known ? { nick: event.to, change: true, from: event.nick } : undefined;
}

/**
 * The owner's nick at a line: the last one shown up to it, else `given`, else the first one shown after it. Since a join it is
 * what the next line that shows it says: somebody who becomes what he was had come back as somebody else.
 */
export function ownerAt(owners: readonly Owner[], line: number, given: string | undefined): string | undefined {
  const last = owners.findLastIndex((owner) => (owner.change ? owner.line < line : owner.line <= line));
  const before = owners[last];
  const next = owners[last + 1];
  if (before && !before.join) return before.nick;
  const known = before ? before.nick : given;
  if (!next || next.join) return known;
  if (next.change) return next.nick === known ? undefined : (known ?? next.from);
  return before ? next.nick : (given ?? next.nick);
}
