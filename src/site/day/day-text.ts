// A day as plain text, for grep: a line each, `[HH:MM:SS] <nick> text`, its stamp in the archive's zone.
//
//   [14:29:34] <lena> ooh ok
//   [14:30:02] * lena waves
//   [14:30:40] <omar:@> to the operators only
//   [14:31:10] *** omar quit (Ping timeout)
import type { DayFile } from '../../day.ts';
import { specOf } from '../../events.ts';
import type { Entry, Piece } from '../../events.ts';
import type { Text } from '../../shared/text-room.ts';
import { clockOf, hms } from '../parts/clock.ts';
import { isSaid } from './conversations.ts';

const LINE_END = /\r\n|\r|\n/;

/** Lines that are encoded at once. */
const IN_PIECE = 64;

/** The text of a day, each line with its line feed. A message of several lines has its stamp and nick on each. */
export function textOf(day: DayFile): Text {
  const clock = clockOf(day);
  const out: string[] = [];
  let lines: string[] = [];
  for (const entry of day.entries) {
    const [lead, text] = parts(entry);
    const start = `[${hms(clock, entry.at)}] ${lead} `;
    if (LINE_END.test(text)) for (const line of text.split(LINE_END)) lines.push(`${start}${line}\n`);
    else lines.push(`${start}${text}\n`);
    if (lines.length < IN_PIECE) continue;
    out.push(lines.join(''));
    lines = [];
  }
  out.push(lines.join(''));
  return out;
}

function parts(entry: Entry): readonly [lead: string, text: string] {
  if (!isSaid(entry)) return ['***', specOf(entry).pieces(entry).map(words).join('')];
  const { kind, prefix = '', nick = '', to, text } = entry;
  const name = to === undefined ? nick : `${nick}:${to}`;
  if (kind === 'action') return [`* ${name}`, text];
  return [kind === 'notice' ? `-${name}-` : `<${prefix}${name}>`, text];
}

function words(piece: Piece): string {
  return typeof piece === 'string' ? piece : 'nick' in piece ? piece.nick : piece.text;
}
