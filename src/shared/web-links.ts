// Links in what people say, recognised alike on the pages and in the lists of references. Full Markdown never touches chat.
import LinkifyIt from 'linkify-it';

export interface WebLink {
  /** Half-open range in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
// `//host` in chat is a comment or a path far more often than a link.
linkify.add('//', null);

const NONE: readonly WebLink[] = [];

/** The links with a scheme (http, https, ftp, mailto) of a text, in order. */
export function linksIn(text: string): readonly WebLink[] {
  if (!text.includes('://') && !text.includes('mailto:')) return NONE;
  return (linkify.match(text) ?? []).map(({ index, lastIndex, url }) => ({ start: index, end: lastIndex, href: url }));
}
