// The presence chart reads out who was there, under the pointer or the focus; what it says is in the table already.
import { clockFace, lineInstant, lines, make, nameOf, on, one, start } from './page.ts';
import { presences } from './seen.ts';

const REST = 'Point at an hour to see who was there; press a block to go to it.';

/** Lets the presence chart read out; nothing on a page without one. */
export function readOutPresence(): void {
  const chart = one('.chart');
  const out = chart && one('.read', chart);
  const plot = chart && one<SVGSVGElement>('.cl svg', chart);
  if (!chart || !out || !plot) return;
  const stays = presences();
  const spoken = lines().filter(nameOf).map(lineInstant);
  const length = plot.viewBox.baseVal.width * 60;
  const hair = make('i');
  hair.className = 'xh';
  chart.append(hair);
  const rest = (): void => {
    hair.hidden = true;
    out.textContent = REST;
  };
  rest();

  on(chart, 'pointermove', ({ clientX }) => {
    const box = plot.getBoundingClientRect();
    const part = (clientX - box.left) / box.width;
    hair.hidden = part < 0 || part > 1;
    if (hair.hidden) return;
    hair.style.left = `${clientX - chart.getBoundingClientRect().left}px`;
    const at = start + Math.floor((part * length) / 60) * 60;
    const names = [...new Set(stays.filter(({ from, to }) => from <= at + 59 && to > at).map(({ who }) => who))];
    const said = spoken.filter((moment) => Math.abs(moment - at) < 150).length;
    const lately = said > 0 ? `; ${said} line${said > 1 ? 's' : ''} within five minutes` : '';
    out.textContent = `${clockFace(at)}  ${names.join(', ') || 'nobody on record'}${lately}`;
  });
  on(chart, 'pointerleave', rest);
  on(chart, 'focusin', ({ target }) => {
    const title = one('title', target as Element);
    if (title) out.textContent = title.textContent;
  });
  on(chart, 'focusout', rest);
}
