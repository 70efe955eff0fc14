// Lines in hand: click a time, shift-click another, or walk with the arrow keys; then copy them for where they go.
//
//   ?to=<last address>#<first address>: the fragment is a line, so that the link lands without script, too
import { lineWith } from '../shared/fragments.ts';
import { button, copy, firstInHand, hideHand, showHand } from './hand.ts';
import { faceOf, facts, fragment, lineInstant, lines, make, nameOf, nickOf, on, one, pathname } from './page.ts';
import { FORMATS } from './quote.ts';
import type { QuotedLine } from './quote.ts';
import { seenBy } from './seen.ts';

/** Names beyond these are counted. */
const NAMES = 8;

let rows: readonly HTMLElement[] = [];
let place = new Map<Element | null | undefined, number>();
/** First pressed and last pressed, as places in the transcript; -1: nothing is in hand. */
let from = -1;
let to = -1;
let marked: readonly HTMLElement[] = [];
let extending = false;
/** Whether the bar shows what is in hand: nothing opens over the text on arrival. */
let open = false;

const linkOf = (line: Element): HTMLElement => line.firstElementChild as HTMLElement;

/** Puts the focus on a line's time, where it stands. */
function focusOn(line: HTMLElement | undefined): void {
  if (line) linkOf(line).focus({ preventScroll: true });
}

/** The place of the line that has an address, one of its aliases included; -1: none of this page. */
const placeOf = (id: string): number => place.get(document.getElementById(id)?.closest('p, code')) ?? -1;

/** The lines in hand: what is folded away between its ends is left out. */
function inHand(): readonly HTMLElement[] {
  // Where nothing is in hand, from -1 to 0: nothing.
  const [first, last] = from < to ? [from, to] : [to, from];
  return rows.slice(first, last + 1).filter((line, index) => {
    const isEnd = index === 0 || index === last - first;
    return isEnd || line.checkVisibility();
  });
}

/** The address of what is in hand: on the site's own host where the page knows it, relative to it otherwise. */
function addressOf(chosen: readonly HTMLElement[]): URL {
  const url = new URL((one<HTMLLinkElement>('link[rel=canonical]') ?? location).href);
  url.search = chosen.length > 1 ? `?to=${chosen.at(-1)!.id}` : '';
  url.hash = chosen[0]!.id;
  return url;
}

function quotedLine(line: HTMLElement): QuotedLine {
  const name = nameOf(line);
  const words = new Range();
  words.selectNodeContents(line);
  words.setStartAfter(line.contains(name) ? name! : linkOf(line));
  const text = String(words);
  const code = line.tagName === 'CODE';
  const form = name?.parentElement!.className.match(/\b[ao]\b/)?.[0];
  return {
    time: faceOf(line),
    nick: nickOf(line),
    form,
    text: code ? text : text.replace(/^ |\n$/g, ''),
    code,
  };
}

function quote(format: string): string {
  const { ch = '', day = '', tz = '' } = facts;
  const chosen = inHand();
  return FORMATS[format]!(chosen.map(quotedLine), addressOf(chosen).href, ch, day, tz);
}

function mark(): readonly HTMLElement[] {
  for (const line of marked) line.classList.remove('sel');
  for (const end of [to, from]) {
    const fold = rows[end]?.closest<HTMLDetailsElement>('details:not([open])');
    if (!fold) continue;
    fold.open = true;
    // Browsers that do not open a fold for its address have not been there yet.
    if (!open) rows[end]!.scrollIntoView();
  }
  marked = inHand();
  for (const line of marked) line.classList.add('sel');
  return marked;
}

async function show(): Promise<void> {
  const chosen = mark();
  const first = chosen[0];
  const last = chosen.at(-1);
  open = first !== undefined;
  if (!first || !last) return hideHand();
  const face = (line: HTMLElement): string => linkOf(line).textContent;
  const alone = first === last;
  const names = await seenBy(lineInstant(first), lineInstant(last), alone ? nickOf(first) : '');
  if (chosen !== marked) return;
  const more = names.length - NAMES;
  const seen = names.slice(0, NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '') || 'nobody else on record';
  const what = alone ? face(first) : `${chosen.length} lines, ${face(first)} to ${face(last)}`;
  const copies = Object.keys(FORMATS).map((name) => button(name, `Copy as ${name}`, () => void copy(quote(name))));
  const further = button('To…', 'To the time pressed next', (self) => {
    extending = true;
    self.ariaPressed = 'true';
  });
  showHand(`${what}, seen by ${seen}. Copy as`, [...copies, further, ...report(chosen)], clear);
}

/** Whom to ask about a line, where the owner says so. */
function report(chosen: readonly HTMLElement[]): readonly HTMLElement[] {
  const { contact } = facts;
  if (!contact) return [];
  const link = make('a', 'Report');
  // A form has its own fields.
  link.href = contact.replace(/^mailto:.*/, `$&?body=${encodeURIComponent(addressOf(chosen).href)}`);
  return [link];
}

/** Takes the passage up to a line; the first time as a step of its own to go back from. */
function extendTo(line: number): void {
  extending = false;
  if (from < 0) from = line;
  to = line;
  const { search, hash } = addressOf(inHand());
  history[location.search ? 'replaceState' : 'pushState'](null, '', pathname + search + hash);
  void show();
}

function clear(): void {
  const line = rows[to];
  const top = scrollY;
  extending = open = false;
  hideHand();
  // Only a step to another fragment, which scrolls, ends :target.
  location.replace('#');
  history.replaceState(null, '', pathname);
  read();
  scrollTo(0, top);
  focusOn(line);
}

/** What the address says is in hand. */
function read(): void {
  from = placeOf(fragment());
  const last = new URLSearchParams(location.search).get('to') ?? '';
  // Its end may have had another clock, as an address that its page does not have.
  const end = rows.indexOf(rows[placeOf(last)] ?? lineWith(rows, last)!);
  to = end < 0 || from < 0 ? from : end;
  if (!open) return void mark();
  void show();
  // Going to a line takes the focus off its time.
  focusOn(rows[from]);
}

const timeAt = (target: EventTarget | null): number =>
  place.get((target as Element).closest('a:first-child')?.parentElement) ?? -1;

function onClick(event: MouseEvent): void {
  const line = timeAt(event.target);
  if (line < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  if ((event.shiftKey || extending) && from >= 0) {
    event.preventDefault();
    extendTo(line);
    getSelection()?.empty();
    return;
  }
  from = to = line;
  const { id } = rows[line]!;
  // To where one is already there is no step: it would only take the focus away.
  if (location.search || fragment() === id) event.preventDefault();
  if (location.search) {
    // One step: without the passage's end, yet a step to a fragment, which alone moves :target.
    history.pushState(null, '', pathname);
    location.replace(`#${id}`);
  }
  void show();
}

function onKey(event: KeyboardEvent): void {
  const line = timeAt(event.target);
  if (line < 0) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const hand = event.key === 'Tab' && !event.shiftKey && (line === from || line === to) ? firstInHand() : null;
  if (hand) {
    event.preventDefault();
    hand.focus();
  }
  if (!step) return;
  let next = line + step;
  while (rows[next] && !rows[next]!.checkVisibility()) next += step;
  const other = rows[next];
  if (!other) return;
  event.preventDefault();
  if (event.shiftKey) {
    if (from < 0) from = line;
    extendTo(next);
  }
  linkOf(other).focus();
}

/** Makes the transcript's times hold lines. Nothing on a page without a transcript. */
export function holdLines(): void {
  const log = one('.log');
  if (!log) return;
  rows = lines();
  place = new Map(rows.map((line, index) => [line, index]));
  on(log, 'click', onClick);
  on(log, 'keydown', onKey);
  on(document, 'keydown', ({ key }) => {
    if (key === 'Escape' && !one('.menu[open]') && firstInHand()) clear();
  });
  on(window, 'popstate', read);
  on(window, 'hashchange', read);
  read();
}
