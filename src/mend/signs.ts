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
const SHOWN = /\^([A-Z[\\\]^_])|\\x([01][\da-fA-F])/gu;

/** Control bytes as programs show them: `^C04`, `\x0304`. */
export const shownControls: Damage = {
  find: (lines) =>
    shareOf(lines, (text) => text.search(SHOWN) >= 0) >= 0.2 && !lines.some(({ text }) => CONTROL.test(text))
      ? 'controls'
      : undefined,
  mend: () => (text) =>
    text.replace(SHOWN, (_, letter?: string, hex?: string) =>
      String.fromCharCode(letter === undefined ? parseInt(hex ?? '', 16) : letter.charCodeAt(0) - 64),
    ),
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
