// A log that was saved from a web page: its signs are HTML's, and tags may stand around what was said.
//
//   [09:01:02] &lt;alice&gt; roses &amp; tulips<br>   ->   [09:01:02] <alice> roses & tulips
//
// People also talk about `&lt;`. In a page nothing else stands for `<`, so in its lines there is none but that of tags, and what
// the client itself wrote is escaped too: the brackets of nicks, arrows.
import type { RawLine } from '../format.ts';
import { shareOf, type Damage } from './damage.ts';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const ENTITY = /&(?:(?<name>amp|lt|gt|quot|apos|nbsp)|#(?<decimal>\d{2,7})|#[xX](?<hex>[\da-fA-F]{2,6}));/gu;
const BARE = /&(?!(?:[a-zA-Z]{2,8}|#\d{2,7}|#[xX][\da-fA-F]{2,6});)/u;

/** What pages put around lines of text. */
const TAG =
  /<(?:\/?(?:html|head|title|meta|link|style|script|body|div|main|section|article|pre|code|tt|samp|p|br|hr|a|span|font|b|strong|i|em|u|s|small|ul|ol|li|table|thead|tbody|tr|t[dh])(?=[\s/>])[^<>]*|!(?:doctype|--)[^<>]*)>/giu;

/** The brackets of a nick directly behind the stamp, or bip's sign for who speaks. */
const BRACKETS =
  /^[^&<\t]{0,64}?(?:(?<=[\d\])}\0-\x1f]|[AaPp][Mm]) {0,2}|^)(?:&lt;(?:&amp;|[^&;<>]){1,64}(?:&gt;|>)|&[lg]t; (?:\* )?[^\s:&]+)/u;
/** The address of somebody who comes or goes, in brackets behind the nick. */
const ADDRESS = /^.{0,64}?&lt;[^\s&;!]+![^\s&;@]+@[^\s&;]+&gt; has /u;
/** The arrow of somebody who comes or goes, in a column of its own. */
const ARROW = /^.{0,64}?(?<![^\s\]])(?:[-=]{1,2}&gt;|&lt;[-=]{1,2})[\s]/u;

const spaced = (text: string): string => text.replace(/&nbsp;|&#(?:160|xa0);/giu, ' ');

/** The lines have a sign of quotation, and all of them escaped. */
function quotesEscaped(lines: readonly RawLine[], sign: string, entity: RegExp): boolean {
  const escaped = lines.filter(({ text }) => entity.test(text)).length;
  return escaped >= 10 && !lines.some(({ text }) => text.replace(TAG, '').includes(sign));
}

function character(entity: string, name?: string, decimal?: string, hex?: string): string {
  if (name !== undefined) return NAMED[name] ?? entity;
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  if (code === 0xa0) return ' ';
  const printable = code >= 0x20 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && (code & ~0x7ff) !== 0xd800;
  return printable ? String.fromCodePoint(code) : entity;
}

const unescape = (text: string): string => {
  const untagged = text.includes('<') ? text.replace(TAG, '') : text;
  return untagged.includes('&') ? untagged.replace(ENTITY, character) : untagged;
};

/** Nearly nothing in the lines stands as HTML would not have it. */
const isHtml = (lines: readonly RawLine[]): boolean =>
  shareOf(lines, (text) => BARE.test(text) || text.replace(TAG, '').includes('<')) <= 0.02;

/** The lines have signs of the client's, or of quotation, as HTML writes them. */
function isEscaped(lines: readonly RawLine[]): boolean {
  if (!lines.some(({ text }) => text.search(ENTITY) >= 0) || !isHtml(lines)) return false;
  return (
    shareOf(lines, (text) => BRACKETS.test(spaced(text))) >= 0.03 ||
    lines.some(({ text }) => ARROW.test(spaced(text)) || ADDRESS.test(spaced(text))) ||
    quotesEscaped(lines, "'", /&#(?:0?39|x27);|&apos;/u) ||
    quotesEscaped(lines, '"', /&quot;|&#34;/u)
  );
}

/** Signs that are HTML's; where a page was made of such a page, those of its signs. */
export const escaped: Damage = {
  shows: true,
  find(lines) {
    if (isEscaped(lines)) return 'html';
    if (!lines.some(({ text }) => /&amp;(?:lt|gt);/u.test(text)) || !isHtml(lines)) return undefined;
    return isEscaped(lines.map((line) => ({ ...line, text: unescape(line.text) }))) ? 'html twice' : undefined;
  },
  mend: (found) => (found === 'html' ? unescape : (text) => unescape(unescape(text))),
};

/** Lines in tags, though nothing in them shows that they are escaped. */
export const tagged: Damage = {
  find: (lines) => (shareOf(lines, (text) => text.search(TAG) >= 0) >= 0.8 && isHtml(lines) ? 'html' : undefined),
  mend: () => unescape,
};
