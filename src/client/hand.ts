// The bar at the foot of the window: what is in hand, and notices.

let bar: HTMLElement | undefined;
const words = document.createElement('p');
const spoken = document.createElement('p');

/** Shows words and what can be done, in place of what was shown before. */
export function showHand(text: string, doings: readonly HTMLElement[], close: () => void): void {
  if (!bar) {
    bar = document.createElement('section');
    bar.className = 'hand';
    bar.setAttribute('aria-label', 'In hand');
    words.setAttribute('role', 'status');
    spoken.className = 'vh';
    spoken.setAttribute('role', 'status');
    document.body.append(bar);
  }
  const shut = button('×', 'Close', close);
  bar.hidden = false;
  words.textContent = text;
  bar.replaceChildren(words, ...doings, shut, spoken);
}

export function hideHand(): void {
  if (bar) bar.hidden = true;
}

/** The first thing in the bar that takes the focus, while it is shown. */
export function firstInHand(): HTMLElement | null {
  return bar && !bar.hidden ? bar.querySelector('a, button') : null;
}

export function button(text: string, label: string, press: (self: HTMLElement) => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.textContent = text;
  made.setAttribute('aria-label', label);
  made.onclick = () => press(made);
  return made;
}

/** Copies a text, also on a host without https, and says so on the button. */
export async function copy(text: string, from: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    from.focus();
  }
  const name = from.textContent;
  from.textContent = spoken.textContent = 'Copied';
  setTimeout(() => {
    from.textContent = name;
    spoken.textContent = '';
  }, 1200);
}
