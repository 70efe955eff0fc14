// A log whose text was encoded twice: read as a code page that it was not in, and saved as UTF-8.
//
//   <bob> un cafÃ©          ->   <bob> un café
//   <bob> РїСЂРёРІРµС‚      ->   <bob> привет
//
// Nobody writes such signs in such an order; where all that is beyond ASCII does, it is nothing that somebody said.
import type { RawLine } from '../format.ts';
import { bytesBefore } from './bytes-before.ts';
import type { Damage } from './damage.ts';

/** Code pages of the systems that clients ran on, more usual ones first. */
const PAGES = ['windows-1252', 'windows-1251', 'macintosh', 'windows-1250'];

/** So few lines may be one person's, whose client sends its text so. */
const FEW = 5;

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const BEYOND = /[^\x00-\x7f]/u;

/** The text before it was read as the page; undefined where it cannot have been. */
function before(text: string, page: string): string | undefined {
  const bytes = bytesBefore(text, page);
  try {
    return bytes && UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text that was encoded twice; twice found, thrice. */
export const encodedTwice: Damage = {
  shows: true,
  beyond: true,
  find(lines: readonly RawLine[]) {
    const beyond = lines.filter(({ text }) => BEYOND.test(text));
    if (beyond.length < FEW) return undefined;
    return PAGES.find((page) => beyond.every(({ text }) => before(text, page) !== undefined));
  },
  mend: (page) => (text) => (BEYOND.test(text) ? (before(text, page) ?? text) : text),
};
