// A log some of whose signs were replaced by others that look like them.
import { shareOf, type Damage } from './damage.ts';

const BLANK = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu;
const NOTHING = /[\u200b\u2060\ufeff]/gu;
const START = /^.{0,40}?[\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]/u;

/** Blanks that do not break, or have no width, as web pages and word processors put in the place of others. */
export const oddBlanks: Damage = {
  find: (lines) => (shareOf(lines, (text) => START.test(text)) >= 0.5 ? 'blanks' : undefined),
  mend: () => (text) => text.replace(BLANK, ' ').replace(NOTHING, ''),
};

/** So few lines show nothing: each may end in a blank of its own, or quote what a terminal wrote. */
const FEW = 5;

const COLOUR = /\u001b\[[\d;]*m/gu;
const COLOURED = /^.{0,40}?\u001b\[[\d;]*m/u;

/** Colours as terminals show them, which some clients write into logs when asked to (WeeChat's `logger.file.color_lines`). */
export const terminalColours: Damage = {
  shows: true,
  find: (lines) =>
    lines.length >= FEW && shareOf(lines, (text) => COLOURED.test(text)) >= 0.5 ? 'colours' : undefined,
  mend: () => (text) => text.replace(COLOUR, ''),
};

const CONTROL = /[\0-\x08\x0b-\x1f]/u;

/** How programs show control bytes; a group holds what tells which. */
const SPELLINGS: Readonly<Record<string, { readonly shown: RegExp; readonly code: (told: string) => number }>> = {
  // ^C04
  carets: { shown: /\^([A-Z[\\\]^_])/gu, code: (told) => told.charCodeAt(0) - 64 },
  // \x0304
  hex: { shown: /\\x([01][\da-fA-F])/gu, code: (told) => parseInt(told, 16) },
  // \u000304
  escapes: { shown: /\\u00([01][\da-fA-F])/gu, code: (told) => parseInt(told, 16) },
  // \00304
  octal: { shown: /\\(0[0-3][0-7])/gu, code: (told) => parseInt(told, 8) },
  // ␃04
  pictures: { shown: /([\u2400-\u241f])/gu, code: (told) => told.charCodeAt(0) - 0x2400 },
  // &#3;04
  entities: { shown: /&#0*([1-9]|[12]\d|3[01]);/gu, code: Number },
  // &#x3;04
  'hex-entities': { shown: /&#x0*([1-9a-f]|1[\da-f]);/giu, code: (told) => parseInt(told, 16) },
  // <U+0003>04
  'code-points': { shown: /<U\+00([01][\da-fA-F])>/gu, code: (told) => parseInt(told, 16) },
  // <03>04
  brackets: { shown: /<([01][\da-fA-F])>/gu, code: (told) => parseInt(told, 16) },
};

/** In so many lines of a log with colours one stands. */
const SHOWN = 0.2;

/** Control bytes as programs show them. */
export const shownControls: Damage = {
  find: (lines) =>
    lines.some(({ text }) => CONTROL.test(text))
      ? undefined
      : Object.keys(SPELLINGS).find(
          (name) => shareOf(lines, (text) => text.search(SPELLINGS[name]!.shown) >= 0) >= SHOWN,
        ),
  mend(found) {
    const { shown, code } = SPELLINGS[found]!;
    return (text) => text.replace(shown, (_, told: string) => String.fromCharCode(code(told)));
  },
};

const LOST = /\ufffd+/gu;
const LOST_CODE = /^.{0,40}?\ufffd\d\d/u;

/** Control bytes in whose place something put U+FFFD, which tells nothing: what is left is a log without them. */
export const lostControls: Damage = {
  find: (lines) => (shareOf(lines, (text) => LOST_CODE.test(text)) >= 0.5 ? 'controls' : undefined),
  mend: () => (text) => text.replace(LOST, ''),
};

const TRAILING = /[ \t]+$/u;

/** More blanks than that were put to reach a width. */
const PUT_BY_NUMBER = 4;

/** Lines that something filled up at their ends: an editor by a blank or two, a terminal to its width. */
export const filledUp: Damage = {
  shows: true,
  find(lines) {
    const counts = lines.map(({ text }) => TRAILING.exec(text)?.[0].length ?? 0).sort((a, b) => a - b);
    const usual = counts[Math.floor(counts.length / 10)] ?? 0;
    if (usual === 0 || lines.length < FEW) return undefined;
    return (counts.at(-1) ?? 0) > PUT_BY_NUMBER ? 'width' : String(usual);
  },
  mend(found) {
    const blanks = found === 'width' ? TRAILING : new RegExp(String.raw`[ \t]{${Number(found)}}$`, 'u');
    return (text) => text.replace(blanks, '');
  },
};
