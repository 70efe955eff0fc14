// The envelope of a scrollback line: `T`, a blank, epoch seconds, a blank, what was printed.
//
//   T 1380742174 2<22marta2>⇥the tide has turned     stamped
//   T 0 <bob> hi                         printed, its time unknown (HexChat's own reader skips it)
//   T MISSING TIMESTAMP                  no line of ours
//   of help, on several lines            goes on with the line before
//
// Source: `scrollback_save` and `scrollback_load` of HexChat 2.16 (src/common/text.c).
import type { Stamp } from '../../format.ts';

export type Enveloped =
  | { readonly is: 'printed'; readonly stamp?: Stamp; readonly text: string }
  | { readonly is: 'bare'; readonly text: string }
  | { readonly is: 'blank' };

const SECONDS = /^\d{1,20}$/u;

/** The last second that a date can name (year 9999). */
const LATEST = 253402300799;

/** What a line's envelope holds. A stamp of 0, or beyond all calendars, is none. */
export function open(line: string): Enveloped {
  const blank = line.indexOf(' ', 2);
  const end = blank === -1 ? line.length : blank;
  const seconds = line.startsWith('T ') ? line.slice(2, end) : '';
  if (!SECONDS.test(seconds)) return line.trim() === '' || line === 'T' ? { is: 'blank' } : { is: 'bare', text: line };
  const text = line.slice(end + 1);
  const epoch = Number(seconds);
  if (text.trim() === '') return { is: 'blank' };
  return epoch > 0 && epoch <= LATEST ? { is: 'printed', stamp: { epoch }, text } : { is: 'printed', text };
}
