// A small piece of XML, read: its attributes, what it says, and its children.
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** What it and all within it say, with the formatting codes of IRC. */
  readonly text: string;
  /** Those directly in it. */
  readonly children: readonly Element[];
}

type Draft = { -readonly [K in keyof Element]: Element[K] } & { readonly children: Draft[] };

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The text without its entities; one that stands for no character stays. */
function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/giu, (entity, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? entity;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? entity : String.fromCodePoint(code);
  });
}

const ATTRIBUTE = /(?<=\s)([\w:.-]+)=(?:"([^"]*)"|'([^']*)')/gu;

const attributesOf = (tag: string): ReadonlyMap<string, string> =>
  new Map([...tag.matchAll(ATTRIBUTE)].map(([, name = '', one, other]) => [name, unescaped(one ?? other ?? '')]));

/** Codes that begin and end what these elements hold. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['b', '\u0002'],
  ['i', '\u001d'],
  ['u', '\u001f'],
  ['s', '\u001e'],
]);

const CDATA = '<![CDATA[';

/** The first element of a text, as far as it goes; undefined where it holds none. Never throws. */
export function elementOf(text: string): Element | undefined {
  let root: Draft | undefined;
  let child: Draft | undefined;
  let depth = 0;
  const say = (words: string): void => {
    if (root) root.text += words;
    if (child) child.text += words;
  };
  for (let at = Math.max(0, text.indexOf('<')); at < text.length;) {
    const next = text.indexOf('<', at);
    if (next !== at) {
      const words = text.slice(at, next < 0 ? text.length : next);
      // The client's own layout lies between elements; a message has no line breaks.
      if (words.trim() !== '' || !words.includes('\n')) say(unescaped(words));
      at = next < 0 ? text.length : next;
      continue;
    }
    const verbatim = text.startsWith(CDATA, at);
    const end = text.indexOf(verbatim ? ']]>' : '>', at);
    if (end < 0) break;
    const tag = text.slice(at + 1, end);
    if (verbatim) say(text.slice(at + CDATA.length, end));
    at = end + (verbatim ? 3 : 1);
    const [, close, name = '', empty] = /^(\/?)([A-Za-z][\w.-]*).*?(\/?)$/su.exec(tag) ?? [];
    if (name === 'br') say('\n');
    else if (close) {
      depth--;
      say(CODES.get(name) ?? '');
      if (depth === 1) child = undefined;
      if (depth === 0) break;
    } else if (name !== '') {
      const made = (): Draft => ({ name, attributes: attributesOf(tag), text: '', children: [] });
      if (depth === 0) root = made();
      else if (depth === 1) root?.children.push((child = made()));
      if (!empty) {
        say(CODES.get(name) ?? '');
        depth++;
      } else if (depth === 0) break;
      else if (depth === 1) child = undefined;
    }
  }
  return root;
}
