// Formatting that people typed, as runs of one style each.
//
//   \x02bold\x02 \x0304,01red on black\x03 \x04ff8800hex\x04 \x16reversed\x0f
//
// Codes: 02 bold, 1d italic, 1f underline, 1e strike, 11 monospace, 16 reverse, 0f all off, 03 colour (one or two digits,
// background after a comma), 04 colour by six hexadecimal digits. Numbers 16 to 98 are mIRC's extended palette and 99 is the
// default (https://modern.ircdocs.horse/formatting). A page shows the nearest of its own eight hues, so contrast holds.
import type { Stretch } from '../../shared/stretches.ts';

/** A colour as the page has it: one of its hues (1–8), `ink` for black and white, `faint` for greys. */
export type Tint = 'ink' | 'faint' | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly mono: boolean;
  readonly reverse: boolean;
  readonly colour?: Tint;
  readonly background?: Tint;
  /** Text in the colour of its own background. */
  readonly spoiler: boolean;
}

/** Text in one style, and where it lies in the text without codes. */
export interface Run extends Stretch {
  readonly text: string;
  readonly style: Style;
}

const PLAIN: Style = {
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  mono: false,
  reverse: false,
  spoiler: false,
};

/** The first sixteen: white, black, blue, green, red, brown, purple, orange, yellow, light green, teal, cyan, light blue, pink, greys. */
const FIRST: readonly Tint[] = ['ink', 'ink', 1, 3, 7, 2, 4, 5, 5, 8, 6, 6, 1, 4, 'faint', 'faint'];

/** Rows of the extended palette have twelve hues, from red round the wheel; numbers 88 to 98 are greys. */
const WHEEL: readonly Tint[] = [7, 2, 5, 8, 3, 3, 6, 6, 1, 4, 4, 7];

function tintOfNumber(number: number): Tint | undefined {
  if (number < 16) return FIRST[number];
  if (number >= 99) return undefined;
  return number >= 88 ? (number < 91 || number > 96 ? 'ink' : 'faint') : WHEEL[(number - 16) % 12];
}

/** Middles of the hues' angles on the wheel, in degrees. */
const ANGLES: readonly (readonly [degrees: number, tint: Tint])[] = [
  [0, 7],
  [22, 2],
  [46, 5],
  [80, 8],
  [135, 3],
  [185, 6],
  [222, 1],
  [290, 4],
  [335, 7],
  [360, 7],
];

function tintOfHex(hex: string): Tint {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread < 28) return most < 64 || most > 224 ? 'ink' : 'faint';
  const turn =
    most === red ? (green - blue) / spread : most === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  const degrees = (turn * 60 + 360) % 360;
  let nearest = ANGLES[0] as (typeof ANGLES)[number];
  for (const angle of ANGLES) if (Math.abs(angle[0] - degrees) < Math.abs(nearest[0] - degrees)) nearest = angle;
  return nearest[1];
}

const CODE =
  /[\x02\x1d\x1f\x1e\x11\x16\x0f]|\x03(?:(\d{1,2})(?:,(\d{1,2}))?)?|\x04(?:([0-9a-fA-F]{6})(?:,([0-9a-fA-F]{6}))?)?/g;

const SWITCHES: { readonly [code: string]: 'bold' | 'italic' | 'underline' | 'strike' | 'mono' | 'reverse' } = {
  '\x02': 'bold',
  '\x1d': 'italic',
  '\x1f': 'underline',
  '\x1e': 'strike',
  '\x11': 'mono',
  '\x16': 'reverse',
};

interface Painted {
  readonly tint: Tint | undefined;
  readonly key: string;
}

/** The runs of a text with its codes. A text without codes is one plain run; an empty one has none. */
export function runsOf(styled: string): readonly Run[] {
  const runs: Run[] = [];
  let switches = PLAIN;
  let colour: Painted | undefined;
  let background: Painted | undefined;
  let plainLength = 0;
  let from = 0;
  const close = (to: number): void => {
    if (to === from) return;
    const text = styled.slice(from, to);
    const start = plainLength;
    plainLength += text.length;
    runs.push({ start, end: plainLength, text, style: styleOf(switches, colour, background) });
  };
  for (const match of styled.matchAll(CODE)) {
    close(match.index);
    from = match.index + match[0].length;
    const code = match[0][0] ?? '';
    const name = SWITCHES[code];
    if (name) switches = { ...switches, [name]: !switches[name] };
    else if (code === '\x0f') [switches, colour, background] = [PLAIN, undefined, undefined];
    else {
      const [, front, back, hexFront, hexBack] = match;
      if (match[0].length === 1) [colour, background] = [undefined, undefined];
      if (front !== undefined) colour = { tint: tintOfNumber(Number(front)), key: String(Number(front)) };
      if (back !== undefined) background = { tint: tintOfNumber(Number(back)), key: String(Number(back)) };
      if (hexFront !== undefined) colour = { tint: tintOfHex(hexFront), key: hexFront.toLowerCase() };
      if (hexBack !== undefined) background = { tint: tintOfHex(hexBack), key: hexBack.toLowerCase() };
    }
  }
  close(styled.length);
  return runs;
}

function styleOf(switches: Style, colour: Painted | undefined, background: Painted | undefined): Style {
  return {
    ...switches,
    spoiler: colour !== undefined && colour.key === background?.key && colour.key !== '99',
    ...(colour?.tint !== undefined && { colour: colour.tint }),
    ...(background?.tint !== undefined && { background: background.tint }),
  };
}

/** The tags that show a style, outermost first: opened in this order, closed in the other. */
export function tagsOf(style: Style): readonly (readonly [open: string, close: string])[] {
  const tags: (readonly [string, string])[] = [];
  const span = (classes: string): void => void tags.push([`<span class=${classes}>`, '</span>']);
  if (style.spoiler) span('sp tabindex=0');
  else if (style.reverse) span('rv');
  else {
    const { colour, background } = style;
    if (background !== undefined) span(typeof background === 'number' ? `"bg n${background}"` : 'bg');
    if (typeof colour === 'number') span(`"f n${colour}"`);
    // Grey on a tint would be too pale to read.
    else if (colour === 'faint' && background === undefined) span('faint');
  }
  if (style.bold) tags.push(['<strong>', '</strong>']);
  if (style.italic) tags.push(['<em>', '</em>']);
  if (style.underline) tags.push(['<u>', '</u>']);
  if (style.strike) tags.push(['<s>', '</s>']);
  if (style.mono) tags.push(['<samp>', '</samp>']);
  return tags;
}
