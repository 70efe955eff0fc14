// The presence chart reads out who was there, under the pointer or the focus; what it says is in the table already.
import { all, clockFace, lineInstant, lines, nickOf, start } from './page.ts';

interface Presence {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const REST = 'Point at an hour to see who was there; press a block to go to it.';

function presences(): readonly Presence[] {
  return all<HTMLTableRowElement>('#pt tr').map((row) => {
    const [from = NaN, to = NaN] = all<HTMLTimeElement>('time', row).map((time) => Date.parse(time.dateTime) / 1000);
    return { name: row.dataset.who ?? row.querySelector('th')?.textContent ?? '', from, to };
  });
}

export function readOutPresence(): void {
  const chart = document.querySelector<HTMLElement>('.chart');
  const out = chart?.querySelector<HTMLElement>('.read');
  const plot = chart?.querySelector<SVGSVGElement>('.cl svg');
  if (!chart || !out || !plot) return;
  const stays = presences();
  const spoken = lines()
    .filter((line) => nickOf(line) !== '')
    .map(lineInstant);
  const length = plot.viewBox.baseVal.width * 60;
  const hair = document.createElement('i');
  hair.className = 'xh';
  hair.hidden = true;
  chart.append(hair);
  out.textContent = REST;

  chart.addEventListener('pointermove', ({ clientX }) => {
    const box = plot.getBoundingClientRect();
    const part = (clientX - box.left) / box.width;
    hair.hidden = part < 0 || part > 1;
    if (hair.hidden) return;
    hair.style.left = `${clientX - chart.getBoundingClientRect().left}px`;
    const at = start + Math.floor((part * length) / 60) * 60;
    const names = [...new Set(stays.filter(({ from, to }) => from <= at + 59 && to > at).map(({ name }) => name))];
    const said = spoken.filter((moment) => Math.abs(moment - at) < 150).length;
    const lately = said > 0 ? `; ${said} line${said > 1 ? 's' : ''} within five minutes` : '';
    out.textContent = `${clockFace(at)}  ${names.join(', ') || 'nobody on record'}${lately}`;
  });
  chart.addEventListener('pointerleave', () => {
    hair.hidden = true;
    out.textContent = REST;
  });
  chart.addEventListener('focusin', ({ target }) => {
    const title = (target as Element).querySelector('title');
    if (title) out.textContent = title.textContent;
  });
  chart.addEventListener('focusout', () => {
    out.textContent = REST;
  });
}
