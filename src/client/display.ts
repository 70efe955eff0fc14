// The Display menu: its radios work alone; this remembers them, and does what needs a script.
import { all, lineInstant, lines, on, one, root } from './page.ts';

/** Keeps what the reader chooses (paper, face, clock, folds) for the next page. */
export function rememberChoices(): void {
  // Every page has it.
  const menu = one<HTMLDetailsElement>('.menu')!;
  const form = one('form', menu)!;
  // What was chosen last is on the root already, before first paint.
  const choices = root.dataset;
  for (const radio of all<HTMLInputElement>('input', form)) {
    if (choices[radio.name] === radio.value) radio.checked = true;
  }
  if (choices.tz === 'local') showClock(true);
  if (choices.noise === 'show') openFolds(true);
  on(form, 'change', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    choices[name] = value;
    if (name === 'tz') showClock(value === 'local');
    if (name === 'noise') openFolds(value === 'show');
    try {
      localStorage.setItem('daybook', JSON.stringify(choices));
    } catch {
      // Not remembered, yet shown.
    }
  });
  // Left open, it would lie over what has the focus next.
  const leave = ({ target }: Event): void => {
    if (!menu.contains(target as Node)) menu.open = false;
  };
  on(document, 'click', leave);
  on(document, 'focusin', leave);
  on(document, 'keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    one('summary', menu)?.focus();
  });
}

const folds = all<HTMLDetailsElement>('details.e:not([open])');

function openFolds(open: boolean): void {
  // What is in hand stays open.
  for (const fold of folds) fold.open = open || !!one('.sel', fold);
}

/** Shows a moment as the reader's clock has it, `18:00:00`, as exact as the face it replaces; or the archive's face again. */
function setFace(shown: HTMLElement, mine: boolean, moment: number | string): void {
  const face = (shown.dataset.t ??= shown.textContent);
  shown.textContent = mine ? new Date(moment).toTimeString().slice(0, face.search(/ |$/)) : face;
}

/** Stands behind the archive's zone, by which charts are drawn whatever the reader chooses. */
const note = one('.mine');

/** Times as the reader's own clock has them, or as the archive's. Addresses stay. */
function showClock(mine: boolean): void {
  for (const line of lines()) setFace(line.firstElementChild as HTMLElement, mine, lineInstant(line) * 1000);
  // A fold begins with its first line, whose moment need not be told twice.
  for (const shown of all('summary>span')) setFace(shown, mine, lineInstant(one('[id]', shown.closest('.e')!)!) * 1000);
  for (const time of all<HTMLTimeElement>('time')) {
    setFace(time, mine && /^..:/.test(time.textContent), time.dateTime);
  }
  if (note) note.hidden = !mine;
}
