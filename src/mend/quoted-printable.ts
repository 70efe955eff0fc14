// A log that was sent in a mail, and saved as the mail was packed: quoted-printable.
//
//   [09:01:02] <bob> un caf=C3=A9 =3D 2 =E2=82=AC      ->   [09:01:02] <bob> un café = 2 €
//
// A sign of equality stands for itself nowhere, and nothing is beyond ASCII. Lines that are broken softly are put together
// before: wrapped.ts. Source: RFC 2045, 6.7.
import { shareOf, type Damage } from './damage.ts';

const PACKED = /(?:=[\dA-F]{2})+/gu;
/** What cannot stand in what is so packed. */
const BARE = /=(?![\dA-F]{2}|$)|[^\x00-\x7f]/u;
/** What people hardly write: the sign itself, a blank at a line's end, letters beyond ASCII. */
const TELLING = /=3D|=(?:20|09)$|=(?:C[2-9A-F]|D[\dA-F]|E[\dA-F]|F[0-4])=[89AB][\dA-F]/u;

/** So many lines may be one person's, whose client sends its text so. */
const FEW = 3;

/** The mail's own lines before them are not packed. */
const HEADERS = 0.05;

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const WINDOWS = new TextDecoder('windows-1252');

function unpacked(run: string): string {
  const bytes = Uint8Array.from(run.slice(1).split('='), (code) => parseInt(code, 16));
  try {
    return UTF8.decode(bytes);
  } catch {
    return WINDOWS.decode(bytes);
  }
}

export const quotedPrintable: Damage = {
  shows: true,
  find: (lines) =>
    lines.filter(({ text }) => TELLING.test(text)).length >= FEW && shareOf(lines, (text) => BARE.test(text)) <= HEADERS
      ? 'bytes'
      : undefined,
  mend: () => (text) => (text.includes('=') ? text.replace(PACKED, unpacked) : text),
};
