// The bar at the foot of the window: what is in hand, and notices. What the window scrolls to stays above it.
import { make, on, one, root } from './page.ts';

const bar = make('section', '', 'In hand');
const words = make('output');
bar.className = 'hand';
bar.hidden = true;
document.body.append(bar);

/** Where one was when something was shown last: what is said of a fragment goes with it. Lines in hand are shown again. */
let where = '';
on(window, 'hashchange', () => {
  if (where !== location.hash) hideHand();
});

/** Shows words and what can be done, in place of what was shown before. */
export function showHand(text: string, doings: readonly HTMLElement[], close: () => void): void {
  where = location.hash;
  bar.hidden = false;
  bar.replaceChildren(words, ...doings, button('×', 'Close', close));
  words.textContent = text;
  root.style.scrollPaddingBottom = `${bar.offsetHeight + 16}px`;
}

/** Takes the bar away. */
export function hideHand(): void {
  bar.hidden = true;
  root.style.scrollPaddingBottom = '';
}

/** The first thing in the bar that takes the focus, while it is shown. */
export function firstInHand(): HTMLElement | null {
  return bar.hidden ? null : one('button', bar);
}

/** A button; `label` is its name for who does not see it. */
export function button(text: string, label: string, press: (self: HTMLElement) => void): HTMLElement {
  const made = make('button', text, label);
  made.onclick = () => press(made);
  return made;
}

/** Copies a text, also on a host without https, and says so. */
export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make('textarea', text);
    bar.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  const before = words.textContent;
  words.textContent = 'Copied.';
  setTimeout(() => {
    if (words.textContent === 'Copied.') words.textContent = before;
  }, 1500);
}
