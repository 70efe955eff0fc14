// The one place that escapes: whatever a page shows goes through the `html` tag or `escape`.
//
//   html`<a href=${url}>${nick}</a>`   a value after `=` is an attribute's: quoted where it must be; any other is text
//
// Control characters cannot be written in HTML; they show as their pictures (U+2400 block), others as U+FFFD. The signs that this
// program itself writes are named, so that the page of a talk in ASCII is ASCII: V8 holds it in half the bytes, and writes it as it is.

/** Text that is HTML already. Only this module makes it. */
export interface Markup {
  readonly html: string;
}

/** What a template takes: nothing is shown for `undefined` and `false`, a list's parts follow each other. */
export type Value = string | number | Markup | false | undefined | readonly Value[];

const SPECIAL = /[&<>\x00-\x08\x0b-\x1f\x7f-\x9f\xd7\u2013\ufdd0-\ufdef\ufffe\uffff]/;
const EACH_SPECIAL = new RegExp(SPECIAL.source, 'g');
const NAMED: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\u2013': '&ndash;',
  '\xd7': '&times;',
};

const shown = (character: string): string => NAMED[character] ?? pictured(character);

function pictured(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}

/** The text as it shows where something else escapes it: with pictures for what no document may hold. */
export function visible(text: string): string {
  return text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/g, pictured);
}

/** The text as HTML shows it between tags. Tabs and line feeds stay. */
export function escape(text: string): string {
  return SPECIAL.test(text) ? text.replace(EACH_SPECIAL, shown) : text;
}

/** The value of an attribute as it stands after `=`: bare where HTML allows it, else in double quotes. */
export function attribute(value: string): string {
  return /^[^\s"'=<>`&\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]+$/.test(value)
    ? value
    : `"${escape(value).replace(/"/g, '&quot;')}"`;
}

/** HTML that this program wrote itself, from a part that has escaped already. */
export function markup(html: string): Markup {
  return { html };
}

function render(value: Value): string {
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return String(value);
  if (value === undefined || value === false) return '';
  if (!Array.isArray(value)) return (value as Markup).html;
  let out = '';
  for (const part of value as readonly Value[]) out += render(part);
  return out;
}

const EQUALS = 0x3d;

/** A template whose values are escaped by where they stand. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let out = parts[0] ?? '';
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    const before = parts[index]!;
    out += before.charCodeAt(before.length - 1) === EQUALS ? attribute(plain(value)) : render(value);
    out += parts[index + 1] ?? '';
  }
  return { html: out };
}

function plain(value: Value): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** True where a text has right-to-left letters or marks, so that its line needs a direction of its own. */
export function needsDirection(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Isolates with their ends, which stay; else an isolate or an end alone, which could open a fence. */
const FENCES = /([\u2066-\u2068][^\u2066-\u2069]*\u2069)|[\u2066-\u2069]/g;

/** The text fenced by isolates where it runs right to left: for titles and descriptions, which take no elements. */
export function isolated(text: string): string {
  return needsDirection(text) ? `\u2068${text.replace(FENCES, '$1')}\u2069` : text;
}
