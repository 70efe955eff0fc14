// What a day's page tells its scripts: the channel, the day, its clock, its lines.

/** All elements that match, in the order of the page. */
export const all = <E extends Element = HTMLElement>(selector: string, root: ParentNode = document): readonly E[] => [
  ...root.querySelectorAll<E>(selector),
];

/** The first element that matches. */
export const one = <E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E | null =>
  root.querySelector<E>(selector);

/** Listens to something by name. */
export function on<K extends keyof (DocumentEventMap & WindowEventMap)>(
  target: EventTarget,
  name: K,
  listener: (event: (DocumentEventMap & WindowEventMap)[K]) => void,
): void {
  target.addEventListener(name, listener as (event: Event) => void);
}

/** An element with its words, and its name for who does not see it. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, words = '', label = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = words;
  if (label) made.ariaLabel = label;
  return made;
}

/** The element on which the reader's choices are. */
export const root = document.documentElement;

/** Percent-encoding undone; bad escapes stand for themselves. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The page's path; no step within the page changes it. */
export const { pathname } = location;

/** Where the address points on the page, without `#`. */
export const fragment = (): string => decoded(location.hash.slice(1));

/** What the page says of itself; `base`, where the site's paths begin, is on every page that has something to find. */
export const facts = document.body.dataset as Readonly<Record<string, string | undefined>> & { readonly base: string };
const { day = '', offsets = '' } = facts;

/** A data file of the site. */
export const fetched = <T>(path: string): Promise<T> =>
  fetch(facts.base + path).then((answer) => answer.json() as Promise<T>);

/** Stretches of the day with one offset: since when (epoch seconds), and seconds east of UTC. */
const stretches: readonly (readonly [from: number, offset: number])[] = (offsets.match(/\S+/g) ?? []).map(
  (stretch) => stretch.split(':').map(Number) as [number, number],
);

/** Epoch seconds at which the day begins; NaN on a page that is no day. */
export const start: number = stretches[0]?.[0] ?? NaN;

/** Lines of the transcript, in order. */
export const lines = (): readonly HTMLElement[] => all('.log :is(p,code)[id^=t]:not(.away)');

/** Epoch seconds of a line, to the second; `later` for the second pass of a repeated hour. */
function instantOf(face: string, later: boolean): number {
  const [hours, minutes, seconds = 0] = face.split(':').map(Number);
  const local = Date.parse(day) / 1000 + hours! * 3600 + minutes! * 60 + seconds;
  const [first, second] = stretches;
  if (!first) return local;
  const early = local - first[1];
  return second && (later || early >= second[0]) ? local - second[1] : early;
}

/** `14:29:34` (`14:29` of a log that tells minutes) of a line's link, whatever the reader's clock makes of it. */
export function faceOf(line: HTMLElement): string {
  const link = line.firstElementChild as HTMLElement;
  return /^[\d:]*/.exec(link.dataset.t ?? link.textContent)![0];
}

/** Epoch seconds of a line of the transcript. */
export const lineInstant = (line: HTMLElement): number => instantOf(faceOf(line), line.classList.contains('r'));

/** Where the nick of who said a line stands: before its turn, or, beside the talk, in the line; null for what nobody said. */
export function nameOf(line: HTMLElement): HTMLElement | null {
  const turn = line.closest('.s,.log div');
  return turn && one(':scope>b', turn);
}

/** The nick of who said a line; empty for what nobody said. */
export const nickOf = (line: HTMLElement): string => nameOf(line)?.textContent.replace(/^\* |^-(.*)-$/, '$1') ?? '';

/** `09:05` of a moment of the day, on the archive's clock. */
export function clockFace(at: number): string {
  const [first, second] = stretches;
  const [, offset] = second && at >= second[0] ? second : first!;
  return new Date((at + offset) * 1000).toISOString().slice(11, 16);
}
