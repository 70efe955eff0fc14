// Markup of the transcript. A message line costs 45 bytes and twice its address's four characters of hash besides its text:
//
//   <div class=n1><b>dfults</b>
//   <p id=t142934g07q><a href=#t142934g07q>14:29:34</a> ooh ok
//   </div>
//
// Quotes and end tags are left out where HTML allows it; addresses are made of letters and digits. What is long stays in pieces.
import { specOf, toldTo } from '../../events.ts';
import type { Entry, Piece } from '../../events.ts';
import type { Netsplit } from '../../presence.ts';
import type { Clock } from '../parts/clock.ts';
import { hm, secondPass } from '../parts/clock.ts';
import { tell } from './comings.ts';
import type { SightChanges } from './comings.ts';
import { isSaid } from './conversations.ts';
import type { Aside, Block, Happenings, Said, Turn } from './conversations.ts';
import { timeOf } from './line-time.ts';
import { attribute, escape, isolated, needsDirection } from '../parts/html.ts';
import type { Texts } from '../parts/links.ts';
import type { Who } from '../parts/who.ts';

/** What the lines of a page are shown with. */
export interface LineContext {
  readonly clock: Clock;
  readonly who: Who;
  readonly texts: Texts;
  readonly sight: SightChanges;
  /** The day's netsplits. */
  readonly splits: readonly Netsplit[];
  /** What stands behind the quits and joins of them, as HTML, by their addresses. */
  readonly splitNotes: ReadonlyMap<string, string>;
  /** True on a day when nobody spoke, or programs alone: its comings and goings are the page, and stand open. */
  readonly silent: boolean;
  /** How the turns of a nick begin: made with the first of them. */
  readonly heads: Map<string, string>;
}

/** Lines of a slice: what a browser skips while it is out of sight. */
const SLICE = 50;
/** A conversation, or a list of comings and goings, longer than this is cut into slices. */
export const LONG = 100;
/** A nick longer than this is cut in the gutter, and whole in its title. */
const GUTTER = 14;

/** What a block of a conversation became, and how many lines it has. */
interface Chunk {
  readonly html: string;
  readonly lines: number;
}

/** The blocks of a conversation; a long one in slices, cut between turns. */
export function blocksHtml(context: LineContext, blocks: readonly Block[], lines: number): readonly string[] {
  const chunks = blocks.flatMap((block): readonly Chunk[] => {
    if (block.is === 'turn') return turnChunks(context, block);
    if (block.is === 'aside') return [{ html: asideHtml(block), lines: 0 }];
    return [{ html: happeningsHtml(context, block), lines: block.entries.length }];
  });
  return lines > LONG ? sliced(chunks) : chunks.map(({ html }) => html);
}

function sliced(chunks: readonly Chunk[]): readonly string[] {
  const out: string[] = [];
  let slice: string[] = [];
  let lines = 0;
  for (const chunk of chunks) {
    if (lines > 0 && lines + chunk.lines > SLICE) {
      out.push('<section class=k>\n', ...slice, '</section>\n');
      slice = [];
      lines = 0;
    }
    slice.push(chunk.html);
    lines += chunk.lines;
  }
  if (slice.length > 0) out.push('<section class=k>\n', ...slice, '</section>\n');
  return out;
}

/** A line of the clock between others. */
export function asideHtml({ text }: Aside): string {
  return `<p class=g>${escape(text)}\n`;
}

/** A turn; one longer than a slice in several, each with the nick. */
function turnChunks(context: LineContext, turn: Turn): readonly Chunk[] {
  const head = headOf(context, turn);
  const chunks: Chunk[] = [];
  let html = head;
  let lines = 0;
  for (const stretch of turn.stretches) {
    for (let from = 0, to = 0; from < stretch.lines.length; from = to) {
      if (lines >= SLICE) {
        chunks.push({ html: `${html}</div>\n`, lines });
        html = head;
        lines = 0;
      }
      to = Math.min(stretch.lines.length, from + SLICE - lines);
      if (stretch.code) html += pasteHtml(context, stretch.lines.slice(from, to));
      else for (let at = from; at < to; at++) html += lineHtml(context, stretch.lines[at]!);
      lines += to - from;
    }
  }
  chunks.push({ html: `${html}</div>\n`, lines });
  return chunks;
}

const FORMS: { readonly [K in Said['kind']]: readonly [shape: string, before: string, after: string] } = {
  message: ['', '', ''],
  action: ['a', '* ', ''],
  notice: ['o', '-', '-'],
};

function headOf(context: LineContext, turn: Turn): string {
  const { kind, nick, via } = turn;
  if (kind !== 'message' || nick === undefined || via !== undefined) return turnHead(context, turn);
  let head = context.heads.get(nick);
  if (head === undefined) context.heads.set(nick, (head = turnHead(context, turn)));
  return head;
}

function turnHead({ who }: LineContext, { kind, nick, via }: Turn): string {
  const [shape, before, after] = FORMS[kind];
  const hue = nick === undefined ? '' : `n${who.hueOf(nick)}`;
  const classes = [hue, shape, via === undefined ? '' : 'v'].filter((name) => name !== '').join(' ');
  const whole = nick !== undefined && nick.length > GUTTER ? nick : '';
  const title = via === undefined ? whole : `${isolated(nick ?? 'somebody')}, through ${isolated(via)}`;
  return `<div${classes === '' ? '' : ` class=${attribute(classes)}`}><b${title === '' ? '' : ` title=${attribute(title)}`}>${before}${escape(nick ?? 'somebody')}${after}</b>\n`;
}

/** The line's own marks: a stamp that is assumed, or of the second pass of a repeated hour. */
function marks(
  context: LineContext,
  entry: Entry,
): { readonly shape: string; readonly title: string; readonly pass: string } {
  const pass = context.clock.stretches.length > 1 ? secondPass(context.clock, entry.at) : undefined;
  if (entry.stamp === 'assumed')
    return { shape: 'u', title: 'This line has no time of its own: that of its neighbour', pass: '' };
  if (entry.fold === 'unknown')
    return { shape: 'u', title: 'This hour came twice; the first pass is assumed', pass: '' };
  return { shape: pass === undefined ? '' : 'r', title: '', pass: pass === undefined ? '' : ` ${pass}` };
}

/** The opening of a line up to its text: ` id=… ><a href=#…>time</a>`, then its further addresses. */
function opening(context: LineContext, entry: Entry, tag: string, shapes = '', direction = ''): string {
  const { id } = entry;
  const odd = context.clock.stretches.length > 1 || entry.stamp !== undefined || entry.fold !== undefined;
  const { shape, title, pass } = odd ? marks(context, entry) : NO_MARKS;
  const classes = shape === '' ? shapes : shapes === '' ? shape : `${shapes} ${shape}`;
  const start = `<${tag}${classes === '' ? '' : ` class=${attribute(classes)}`} id=${id}${direction}>`;
  const link = `<a href=#${id}${title === '' ? '' : ` title=${attribute(title)}`}>${timeOf(context.clock, entry)}${pass}</a>`;
  return entry.aliases === undefined ? start + link : start + link + aliasTargets(entry.aliases);
}

const NO_MARKS = { shape: '', title: '', pass: '' };

/** Targets for the line's other addresses of this day; those of another are on that day's page. */
function aliasTargets(aliases: readonly string[]): string {
  return aliases
    .filter((alias) => /^t[0-9a-z]+$/.test(alias))
    .map((alias) => `<a id=${alias}></a>`)
    .join('');
}

/** Blanks that a browser would make one of, or none. */
const KEPT_BLANKS = /[\n\t]|^ | {2,}\S/;

function direction(text: string): string {
  return needsDirection(text) ? ' dir=auto' : '';
}

/** To whom alone a line was said; with a direction of its own, it has no say in that of the text. */
function audience({ to }: Said): string {
  return to === undefined ? '' : `<small dir=ltr>${escape(toldTo(to))}:</small> `;
}

function lineHtml(context: LineContext, line: Said): string {
  const { text, styled } = line;
  const shown = context.texts.show(text, styled);
  const open = opening(context, line, 'p', '', direction(text));
  const before = `${open} ${audience(line)}`;
  return KEPT_BLANKS.test(text) ? `${before}<span class=w>${shown}</span>\n` : `${before}${shown}\n`;
}

function pasteHtml(context: LineContext, lines: readonly Said[]): string {
  const shown = lines.map(
    (line) =>
      `${opening(context, line, 'code')}${audience(line)}${context.texts.showCode(line.text, line.styled)}</code>`,
  );
  return `<pre>${shown.join('\n')}\n</pre>\n`;
}

/** Events in a row: one is a line, more fold under a sentence. */
export function happeningsHtml(context: LineContext, { entries }: Happenings): string {
  const lines = entries.map((entry): Chunk => ({ html: eventHtml(context, entry), lines: 1 }));
  if (lines.length === 1) return lines[0]?.html ?? '';
  const [first] = entries as readonly [Entry];
  const sentence = piecesHtml(context, first, tell(entries, context.sight, context.splits));
  const listed = (lines.length > LONG ? sliced(lines) : lines.map(({ html }) => html)).join('');
  return `<details class=e${context.silent ? ' open' : ''}><summary><span>${hm(context.clock, first.at)}</span> ${sentence}</summary>
${listed}</details>
`;
}

function eventHtml(context: LineContext, entry: Entry): string {
  const host = entry.kind === 'join' && entry.host !== undefined ? ` <small>${escape(entry.host)}</small>` : '';
  const pieces = entry.removed && 'text' in entry ? [entry.text] : specOf(entry).pieces(entry);
  const shapes = isSaid(entry) ? `e s ${FORMS[entry.kind][0]}`.trimEnd() : 'e';
  return `${opening(context, entry, 'p', shapes)} ${piecesHtml(context, entry, pieces)}${host}${sightNote(context, entry)}${context.splitNotes.get(entry.id) ?? ''}\n`;
}

/** What the logger's own act meant for the record. */
function sightNote({ sight }: LineContext, entry: Entry): string {
  if (!entry.own) return '';
  const at = Math.floor(entry.at);
  return sight.resumed.has(at) ? ', recording resumed' : sight.stopped.has(at) ? ', recording stopped' : '';
}

/** A sentence: nicks in their hue, what people wrote as they wrote it; parentheses of the words give way to the small type. */
function piecesHtml(context: LineContext, entry: Entry, pieces: readonly Piece[]): string {
  const out: string[] = [];
  for (const piece of pieces) {
    if (typeof piece === 'string') out.push(escape(piece === ')' ? '' : piece.replace(/\($/, '')));
    else if ('nick' in piece) out.push(`<b class=n${context.who.hueOf(piece.nick)}>${escape(piece.nick)}</b>`);
    else {
      const styled = 'text' in entry && piece.text === entry.text ? entry.styled : undefined;
      if (entry.kind === 'topic' || isSaid(entry)) {
        out.push(`<span class=said${direction(piece.text)}>${context.texts.show(piece.text, styled)}</span>`);
      } else out.push(`<small${direction(piece.text)}>${context.texts.showCode(piece.text, styled)}</small>`);
    }
  }
  return out.join('');
}
