// WeeChat as it was copied from its window: a bar stands where its logs have tabs.
//
//   09:01:02   @alice | hello bob                                     ->   09:01:02⇥@alice⇥hello bob
//                     | and hello to all who had no room before       ->   and hello to all who had no room before
//   09:02:00      <-- | carol (~c@host.example) has quit (Leaving)    ->   09:02:00⇥<--⇥carol (~c@host.example) has quit (Leaving)
//
// The bar is `weechat.look.prefix_suffix`.
import type { Damage } from './damage.ts';

const BARS = '[|│┃]';
const STAMP = String.raw`[[(]?\d[\d:./-]*(?:[ T]\d[\d:.]*)?(?: ?[AaPp][Mm])?[\])]?`;
const ROW = new RegExp(String.raw`^(${STAMP}) +(?:(\S+) )?${BARS}(?: ([^]*))?$`, 'u');
/** What had no room goes on behind the bar. */
const TAIL = new RegExp(String.raw`^ +${BARS}(?: ([^]*))?$`, 'u');
/** WeeChat's signs of who comes and goes: few other clients have them before a bar, and none its words behind it. */
const SIGNED = new RegExp(String.raw`^${STAMP} +(?:-->|<--|--) ${BARS} \S`, 'u');

export const barred: Damage = {
  find(lines) {
    if (!lines.some(({ text }) => SIGNED.test(text))) return undefined;
    const rows = lines.filter(({ text }) => ROW.test(text) || TAIL.test(text)).length;
    return rows * 2 > lines.length ? 'rows' : undefined;
  },
  mend: () => (text) => {
    const [, stamp, prefix = '', said = ''] = ROW.exec(text) ?? [];
    if (stamp !== undefined) return `${stamp}\t${prefix}\t${said}`;
    const tail = TAIL.exec(text);
    return tail ? (tail[1] ?? '') : text;
  },
};
