// The Display menu: its radios work alone; this remembers them, and does what needs a script.
import { all, lineInstant, lines } from './page.ts';

const KEY = 'daybook';
const root = document.documentElement;

function stored(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

export function rememberChoices(): void {
  const menu = document.querySelector<HTMLDetailsElement>('.menu');
  const form = menu?.querySelector('form');
  if (!menu || !form) return;
  const choices = stored();
  for (const radio of all<HTMLInputElement>('input[type=radio]', form)) {
    if (choices[radio.name] === radio.value) radio.checked = true;
  }
  if (choices.tz === 'local') showClock(true);
  if (choices.noise === 'show') openFolds(true);
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { name, value } = target;
    root.dataset[name] = value;
    if (name === 'tz') showClock(value === 'local');
    if (name === 'noise') openFolds(value === 'show');
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...stored(), [name]: value }));
    } catch {
      // Not remembered, yet shown.
    }
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('click', ({ target }) => {
    if (menu.open && !menu.contains(target as Node)) menu.open = false;
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}

const folds = all<HTMLDetailsElement>('.log details.e').filter((fold) => !fold.open);

function openFolds(open: boolean): void {
  for (const fold of folds) fold.open = open;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Times as the reader's own clock has them, or as the archive's. Addresses stay. */
function showClock(mine: boolean): void {
  for (const line of lines()) {
    const link = line.firstElementChild as HTMLElement;
    link.dataset.t ??= link.textContent;
    const date = new Date(lineInstant(line) * 1000);
    const face = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
    link.textContent = mine ? face.slice(0, link.dataset.t.length) : link.dataset.t;
  }
  for (const time of all<HTMLTimeElement>('time[datetime]')) {
    time.dataset.t ??= time.textContent;
    const date = new Date(time.dateTime);
    const changes = mine && /^\d\d:\d\d$/.test(time.dataset.t);
    time.textContent = changes ? `${two(date.getHours())}:${two(date.getMinutes())}` : time.dataset.t;
  }
}
