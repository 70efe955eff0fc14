// What a day's page tells its scripts: the channel, the day, its clock, its lines.

/** All elements that match, in the order of the page. */
export function all<E extends Element = HTMLElement>(selector: string, root: ParentNode = document): readonly E[] {
  return [...root.querySelectorAll<E>(selector)];
}

/** What the page says of itself: `base` is where the site's paths begin, others are on pages of their kind. */
export const facts = { base: '/', ...document.body.dataset } as { readonly base: string } & Readonly<
  Record<string, string | undefined>
>;
const { day = '', offsets = '' } = facts;

/** Stretches of the day with one offset: since when (epoch seconds), and seconds east of UTC. */
const stretches: readonly (readonly [from: number, offset: number])[] = offsets
  .split(' ')
  .filter((stretch) => stretch !== '')
  .map((stretch) => stretch.split(':').map(Number) as [number, number]);

/** Epoch seconds at which the day begins; NaN on a page that is no day. */
export const start: number = stretches[0]?.[0] ?? NaN;

/** Lines of the transcript, in order. */
export function lines(): readonly HTMLElement[] {
  return all('.log :is(p, code)[id^=t]:not(.away)');
}

/** Epoch seconds of a line, to the second; `later` for the second pass of a repeated hour. */
export function instantOf(face: string, later: boolean): number {
  const [hours = 0, minutes = 0, seconds = 0] = face.split(':').map(Number);
  const local = Date.parse(`${day}T00:00:00Z`) / 1000 + hours * 3600 + minutes * 60 + seconds;
  const [first, second] = stretches;
  if (!first) return local;
  const early = local - first[1];
  return second && (later || early >= second[0]) ? local - second[1] : early;
}

/** `14:29:34` (`14:29` of a log that tells minutes) of a line's link, whatever the reader's clock makes of it. */
export function faceOf(line: HTMLElement): string {
  const link = line.firstElementChild as HTMLElement;
  return /^[\d:]*/.exec(link.dataset.t ?? link.textContent)?.[0] ?? '';
}

export function lineInstant(line: HTMLElement): number {
  return instantOf(faceOf(line), line.classList.contains('r'));
}

/** The nick of who said a line; empty for what nobody said. */
export function nickOf(line: HTMLElement): string {
  const name = line.closest('.log div')?.querySelector(':scope > b');
  return name?.textContent.replace(/^\* |^-(.*)-$/, '$1') ?? '';
}

/** `09:05` of a moment of the day, on the archive's clock. */
export function clockFace(at: number): string {
  const second = stretches[1];
  const offset = second && at >= second[0] ? second[1] : (stretches[0]?.[1] ?? 0);
  return new Date((at + offset) * 1000).toISOString().slice(11, 16);
}
