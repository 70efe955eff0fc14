// Day files in the store, as they are published; while a build gathers a day, its file is begun beside the one that is there.
import { hash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DayFile } from '../day.ts';
import { jsonOf } from '../shared/json-text.ts';
import { bytesOf } from '../shared/text-room.ts';
import { readJson, writeInto } from './files.ts';

/** Where the day file of a channel lies. */
export const dayPath = (folder: string, slug: string, date: string): string =>
  join(folder, 'days', slug, `${date}.json`);

/** A day file of the store. Throws where there is none. */
export function storedDay(folder: string, slug: string, date: string): DayFile {
  return readJson<DayFile>(dayPath(folder, slug, date));
}

/** A day file before its people, stays and gaps are known. */
export type BegunDay = Pick<DayFile, 'version' | 'channel' | 'date' | 'zone' | 'start' | 'end' | 'entries'>;

const begunPath = (folder: string, slug: string, date: string): string => `${dayPath(folder, slug, date)}.begun`;

/** What comes before a day's entries. */
export type DayHead = Omit<BegunDay, 'entries'>;

/** The head of the file of a channel's day in a zone. */
export function dayHead(
  channel: DayFile['channel'],
  zone: string,
  { date, start, end }: Pick<DayHead, 'date' | 'start' | 'end'>,
): DayHead {
  return { version: 1, channel, date, zone, start, end };
}

/** Begins a day file with its entries, most of it, so that it is written once; a hash of the entries. */
export function beginDay(folder: string, head: DayHead, entries: DayFile['entries']): string {
  const begin = `${JSON.stringify(head).slice(0, -1)},"entries":`;
  const bytes = bytesOf([begin, jsonOf(entries)].flat());
  writeInto(begunPath(folder, head.channel.slug, head.date), bytes);
  return hash('sha256', bytes.subarray(Buffer.byteLength(begin)));
}

/** The entries of a day that was begun, or else of the one that is stored. */
export function entriesOf(folder: string, slug: string, date: string): DayFile['entries'] {
  const path = begunPath(folder, slug, date);
  if (!existsSync(path)) return storedDay(folder, slug, date).entries;
  return (JSON.parse(`${readFileSync(path, 'utf8')}}`) as BegunDay).entries;
}

/** Ends a day file: what was begun, or the entries of the day that is stored. */
export function endDay(folder: string, head: DayHead, end: Omit<DayFile, keyof BegunDay>): void {
  const { channel, date } = head;
  const path = begunPath(folder, channel.slug, date);
  if (!existsSync(path)) beginDay(folder, head, storedDay(folder, channel.slug, date).entries);
  appendFileSync(path, `,${JSON.stringify(end).slice(1)}\n`);
  renameSync(path, dayPath(folder, channel.slug, date));
}

/** Gives up a day that was begun: the one that is stored is the same. */
export function dropBegun(folder: string, slug: string, date: string): void {
  rmSync(begunPath(folder, slug, date), { force: true });
}

/** Takes a day out of the store; none there is no fault. */
export function dropDay(folder: string, slug: string, date: string): void {
  rmSync(dayPath(folder, slug, date), { force: true });
}
