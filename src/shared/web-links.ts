// Links in what people say, recognised alike on the pages and in the lists of references. Full Markdown never touches chat.
//
//   see *https://x.example/a_(b)*, www.example.org/c. or ircs://irc.example.org:6697/#pool
//        ^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//
// Without a scheme only `www.` is sure: `example.org` may be a file, a package or a class.
import LinkifyIt, { type FullRule } from 'linkify-it';
import { once } from './once.ts';

export interface WebLink {
  /** Half-open range in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/** Where the last link ends: what begins inside is none, and is not looked at, so that no line costs more than its length. */
let reached = 0;

/** No server takes a longer one; a bracket in it that is never closed would be looked for to the line's end, at each link anew. */
const LONGEST = 8_192;

function lengthOf(pattern: RegExp, text: string, at: number): number {
  const length = at < reached ? 0 : (pattern.exec(text.slice(at, at + LONGEST))?.[0].length ?? 0);
  if (length > 0) reached = at + length;
  return length;
}

/** What finds links, given all it looks for at once: it makes its expressions anew with each kind that is added. */
const finder = once(() => {
  // The parts of its own expressions: letters as it knows them, an end of a host that no dot, dash or underscore goes on from.
  const part = new LinkifyIt().re;
  // What ends a host: `a..b` is none, while a sentence may trail off after it.
  const hostEnd = String.raw`${part.src_port}${part.src_host_terminator}(?!\.\.${part.src_pseudo_letter})${part.src_path}`;
  const afterScheme = new RegExp(
    String.raw`^//${part.src_auth}(?:${part.src_host}|\[[0-9a-f:.]{2,45}\])${hostEnd}`,
    'i',
  );
  const afterWww = new RegExp(String.raw`^(?:${part.src_domain}\.)+[a-z\u00a1-\uffff]{2,63}${hostEnd}`, 'i');
  const address: FullRule = { validate: (text, at) => lengthOf(afterScheme, text, at) };
  const www: FullRule = {
    // Not of an address of mail, nor the middle of a path or a host.
    validate: (text, at) => (/[@/\\.-]/.test(text.charAt(at - 5)) ? 0 : lengthOf(afterWww, text, at)),
    normalize: (match) => {
      match.url = `http://${match.url}`;
    },
  };
  const schemes = ['http:', 'https:', 'ftp:', 'irc:', 'ircs:'];
  const linkify = new LinkifyIt(
    { ...Object.fromEntries(schemes.map((scheme) => [scheme, address])), 'www.': www },
    { fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false },
  );
  // `//host` in chat is a comment or a path far more often than a link.
  return linkify.add('//', null);
});

const HINT = /:\/\/|mailto:|www\./i;
/** A sign of emphasis that the finder takes for a part of the word. */
const EMPHASIS_BEFORE = /(?<![^\s(])_(?=[a-z]+:\/\/|www\.)/gi;

const NONE: readonly WebLink[] = [];

/** The links of a text with a scheme (http, https, ftp, irc, ircs, mailto) or from `www.` on, in order. */
export function linksIn(text: string): readonly WebLink[] {
  if (!HINT.test(text)) return NONE;
  reached = 0;
  const found = finder().match(text.replace(EMPHASIS_BEFORE, ' ')) ?? [];
  return found.map(({ index, lastIndex, url }) => {
    const over = emphasisAfter(text.charAt(index - 1), url);
    return { start: index, end: lastIndex - over, href: url.slice(0, url.length - over) };
  });
}

/** How much of a link's end is the emphasis that began before it, with what ends a sentence inside: `*http://x.example/a.*` */
function emphasisAfter(before: string, url: string): number {
  if (!/[*_~`]/.test(before) || !url.endsWith(before)) return 0;
  let end = url.length - 1;
  while (/[*_~`.,:;!?]/.test(url.charAt(end - 1))) end -= 1;
  return url.length - end;
}
