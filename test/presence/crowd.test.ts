// A crowded day's page, measured in bytes: 20,000 lines, sixty who talk, 1,500 who do not, two hundred of them coming and going.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { wholeText } from '../../src/shared/text-room.ts';
import { renderDay } from '../../src/site/day/day-page.ts';
import { aDay, around, said } from '../site/a-day.ts';
import type { GivenEntry } from '../site/a-day.ts';

const LINES = 20_000;
const WORDS = 'the pump and its drain were leaking since that morning but nobody knew which valve it was'.split(' ');
const TALKERS = Array.from({ length: 60 }, (_, i) => `talker${i}`);
const LURKERS = Array.from({ length: 1500 }, (_, i) => `lurker${i}x`);

/** The same numbers each time, 0 to below 1. */
function chances(): () => number {
  let state = 7;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

function crowdedDay() {
  const chance = chances();
  const one = <T>(list: readonly T[], by: number): T => list[Math.floor(by * list.length)]!;
  const sentence = (): string =>
    Array.from({ length: 4 + Math.floor(chance() * 11) }, () => one(WORDS, chance())).join(' ');
  const entries = Array.from({ length: LINES }, (_, i): readonly GivenEntry[] => {
    const at = Math.floor(i * 4.3);
    const line = said(at, one(TALKERS, chance() * chance()), sentence());
    const nick = LURKERS[i / 100];
    if (nick === undefined) return [line];
    return [line, { at, kind: 'quit', nick, reason: 'Ping timeout: 240 seconds' }, { at: at + 1, kind: 'join', nick }];
  }).flat();
  const all = { from: 0, to: 86_400, start: 'carried', end: 'carried' } as const;
  return aDay({ entries, stays: [...TALKERS, ...LURKERS].map((nick) => ({ nick, ...all })) });
}

describe('the page of a crowded day', () => {
  const day = crowdedDay();
  const { index, channel } = around(day);
  const html = wholeText(renderDay(index, channel, day));
  const text = day.entries.reduce((sum, entry) => sum + ('text' in entry ? entry.text.length : 0), 0);

  it('costs no more than is designed: 103 bytes a line beside what was said, 40 of all a line when packed', () => {
    expect((html.length - text) / LINES).toBeLessThanOrEqual(103);
    expect(gzipSync(html).length / LINES).toBeLessThanOrEqual(40);
  });

  it('has talkers on the chart, and the others as a count and a list to open', () => {
    const figure = html.slice(html.indexOf('<figure class=pres'), html.indexOf('</figure>'));
    expect(figure.length).toBeLessThan(30_000);
    const lanes = [...figure.matchAll(/<li class=n\d><a[^>]*>([^<]+)</g)].map((match) => match[1]!);
    expect(lanes).toHaveLength(24);
    expect(lanes.every((name) => name.startsWith('talker'))).toBe(true);
    expect(/<summary>(.*?)</.exec(figure)?.[1]).toBe('1,536 more were here, 34 of them spoke');
  });

  it('is hardly more than its head where the crowd is silent', () => {
    const silent = { ...day, entries: day.entries.filter(({ kind }) => kind !== 'message').slice(0, 2) };
    expect(wholeText(renderDay(index, channel, silent)).length).toBeLessThan(40_000);
  });
});

describe('a stay that is over as it begins', () => {
  it('is on the chart and in the table, and breaks neither', () => {
    const moment = { nick: 'vera', from: 600, to: 600, start: 'join', end: 'gap' } as const;
    const gone = { nick: 'nils', from: 0, to: 0, start: 'carried', end: 'quit' } as const;
    const day = aDay({ entries: [said(300, 'lena', 'hello')], stays: [moment, gone] });
    const { index, channel } = around(day);
    const html = wholeText(renderDay(index, channel, day));
    expect(html).toContain('M10 12h1');
    expect(html).toContain('M0 12h1');
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
    expect(html.match(/<th scope=row>(?:vera|nils)/g)).toHaveLength(2);
  });
});
