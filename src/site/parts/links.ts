// What a line's text is made of: links, bug numbers, identifiers, nicks that are named; then its HTML.
//
//   zoe: see http://x.example/a_b about PV 1038341 in xpmem_attach()
//   ^^^ nick ^^^^^^^^^^^^^^^^^^^^ link  ^^^^^^^^^^ bug ^^^^^^^^^^^^^^ code
//
// Ranges are half-open, in UTF-16 units of the text without formatting codes. A link beats a bug number, both beat the rest;
// a bug number inside a path is a link inside the code. Marking never changes a character.
import { bugFinder } from '../../references.ts';
import type { BugMention, Tracker } from '../../references.ts';
import { identifiersIn } from '../../shared/identifiers.ts';
import { isTaken, overlapping, type Stretch } from '../../shared/stretches.ts';
import { linksIn } from '../../shared/web-links.ts';
import { attribute, escape } from './html.ts';
import { runsOf, tagsOf } from './mirc.ts';
import type { Run } from './mirc.ts';
import type { Who } from './who.ts';

type Span = Stretch &
  (
    | { readonly is: 'link'; readonly href: string }
    | { readonly is: 'nick'; readonly hue: number }
    | { readonly is: 'code'; readonly bugs: readonly BugMention[] }
  );

/** Shows what people wrote; made once a page. */
export interface Texts {
  /** HTML of a text; `styled` is the same text with its formatting codes. */
  readonly show: (text: string, styled?: string) => string;
  /** HTML of a line of a paste: links only, every character kept. */
  readonly showCode: (text: string, styled?: string) => string;
}

/** Schemes that no link of ours has, whatever a tracker's address says. */
const SCRIPTED = /^[\s\x00-\x1f]*(?:javascript|vbscript|data|file):/i;

/** What ends a word, of the first 128 characters; of all others, only white space does. */
const ENDS = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[\s.,:;!?()"'<>@+~%&*#/=$]/.test(String.fromCharCode(code))),
);

function endsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? ENDS[code] === 1 : /\s/.test(text.charAt(at));
}

/** True inside a word that a hyphen broke: `mmap_-sem_borrower` is marked whole or not at all. */
function isTorn(text: string, start: number): boolean {
  return text[start - 1] === '-' && text[start - 2] === '_';
}

/** What is found in texts: nicks of the page's people, and bugs. */
interface Sought {
  readonly who: Who;
  readonly bugsIn: (text: string) => readonly BugMention[];
}

/** How texts of a page are shown, given who may be named and which words are bug numbers. */
export function textsOf(who: Who, trackers: readonly Tracker[]): Texts {
  const find = trackers.length > 0 ? bugFinder(trackers) : () => [];
  const sought = { who, bugsIn: (text: string) => without(find(text), ({ href }) => SCRIPTED.test(href)) };
  return {
    show: (text, styled) => show(sought, text, styled, true),
    showCode: (text, styled) => show(sought, text, styled, false),
  };
}

/** Those of a list that something does not hold of; most texts have nothing to ask it of. */
function without<T>(some: readonly T[], holds: (one: T) => boolean): readonly T[] {
  return some.length === 0 ? some : some.filter((one) => !holds(one));
}

const NONE: readonly never[] = [];

// Not closures of each page: V8 forgets what it has compiled of those once a page is gone.
function spansOf({ who, bugsIn }: Sought, text: string, prose: boolean): readonly Span[] {
  const links = linksIn(text);
  const bugs = without(bugsIn(text), (bug) => isTaken(links, bug));
  const nicks = prose ? without(namedIn(who, text), (nick) => isTaken(links, nick) || isTaken(bugs, nick)) : NONE;
  const identifiers = prose ? identifiersIn(text) : NONE;
  if (links.length + bugs.length + nicks.length + identifiers.length === 0) return NONE;
  const spans: Span[] = [...links.map(({ start, end, href }): Span => ({ is: 'link', start, end, href })), ...nicks];
  const inCode = new Set<BugMention>();
  for (const { start, end } of identifiers) {
    const code = { start, end };
    if (isTorn(text, start) || isTaken(links, code) || isTaken(nicks, code)) continue;
    const own = overlapping(bugs, code);
    if (own.some((bug) => bug.start < start || bug.end > end)) continue;
    for (const bug of own) inCode.add(bug);
    spans.push({ is: 'code', start, end, bugs: own });
  }
  for (const bug of bugs) if (!inCode.has(bug)) spans.push({ is: 'link', ...bug });
  return spans.length > 1 ? spans.sort((a, b) => a.start - b.start) : spans;
}

function namedIn(who: Who, text: string): readonly Span[] {
  let named: Span[] | undefined;
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    for (end = start; end < text.length && !endsWord(text, end);) end += 1;
    const addressed = start === 0 && (text[end] === ':' || text[end] === ',');
    if (addressed ? end - start < 2 : end - start < 3 || !who.maybe(text.charCodeAt(start), end - start)) continue;
    const nick = who.named(text.slice(start, end), addressed);
    if (nick !== undefined) (named ??= []).push({ is: 'nick', start, end, hue: who.hueOf(nick) });
  }
  return named ?? NONE;
}

function show(sought: Sought, text: string, styled: string | undefined, prose: boolean): string {
  const runs = styled === undefined ? undefined : runsOf(styled);
  const plain = runs ? runs.map((run) => run.text).join('') : text;
  const spans = spansOf(sought, plain, prose);
  if (!runs && spans.length === 0) return escape(plain);
  const piece = runs
    ? (from: number, to: number) => styledPiece(runs, from, to)
    : (from: number, to: number) => escape(plain.slice(from, to));
  const out: string[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start < at) continue;
    out.push(piece(at, span.start), spanHtml(span, piece));
    at = span.end;
  }
  out.push(piece(at, plain.length));
  return out.join('');
}

type Show = (from: number, to: number) => string;

function anchor(href: string, content: string): string {
  return `<a href=${attribute(href)} rel=nofollow>${content}</a>`;
}

function spanHtml(span: Span, piece: Show): string {
  switch (span.is) {
    case 'link':
      return anchor(span.href, piece(span.start, span.end));
    case 'nick':
      return `<bdi class=n${span.hue}>${piece(span.start, span.end)}</bdi>`;
    case 'code': {
      const out = ['<code>'];
      let at = span.start;
      for (const bug of span.bugs) {
        out.push(piece(at, bug.start), anchor(bug.href, piece(bug.start, bug.end)));
        at = bug.end;
      }
      out.push(piece(at, span.end), '</code>');
      return out.join('');
    }
  }
}

function styledPiece(runs: readonly Run[], from: number, to: number): string {
  const out: string[] = [];
  for (const { start, text, style } of overlapping(runs, { start: from, end: to })) {
    const tags = tagsOf(style);
    out.push(
      tags.map(([open]) => open).join(''),
      escape(text.slice(Math.max(0, from - start), to - start)),
      [...tags]
        .reverse()
        .map(([, close]) => close)
        .join(''),
    );
  }
  return out.join('');
}
