import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/events.ts';
import { laterBy, transcriptParts, timeOfDay } from '../../src/site/day/conversations.ts';
import type { Part } from '../../src/site/day/conversations.ts';
import { aDay, said } from './a-day.ts';
import type { GivenEntry } from './a-day.ts';

const MINUTE = 60;

/** The entries of parts, in their order. */
function entriesOf(parts: readonly Part[]): readonly Entry[] {
  return parts.flatMap((part) => {
    if (part.is === 'aside') return [];
    if (part.is === 'happenings') return part.entries;
    return part.blocks.flatMap((block) => {
      if (block.is === 'aside') return [];
      return block.is === 'happenings' ? block.entries : block.stretches.flatMap(({ lines }) => lines);
    });
  });
}

const shape = (parts: readonly Part[]): readonly string[] =>
  parts.map((part) => {
    if (part.is === 'aside') return part.text;
    if (part.is === 'happenings') return part.entries.map(({ kind }) => kind).join(' ');
    const blocks = part.blocks.map((block) => {
      if (block.is === 'aside') return block.text;
      return block.is === 'happenings' ? `(${block.entries.map(({ kind }) => kind).join(' ')})` : `${block.nick}`;
    });
    return `[${blocks.join(', ')}]`;
  });

describe('a day', () => {
  it('is conversations, which a silence of twenty minutes ends', () => {
    const day = aDay({
      entries: [said(0, 'lena', 'a'), said(20 * MINUTE - 1, 'otto', 'b'), said(40 * MINUTE, 'lena', 'c')],
    });
    expect(shape(transcriptParts(day))).toEqual(['[lena, 20 min, otto]', '[lena]']);
  });

  it('tells silences from eight minutes, and turns of one speaker and one kind', () => {
    const day = aDay({
      entries: [
        said(0, 'lena', 'a'),
        said(9, 'lena', 'b'),
        { at: 20, kind: 'action', nick: 'lena', text: 'waves' },
        said(21 + 8 * MINUTE, 'lena', 'c'),
      ],
    });
    expect(shape(transcriptParts(day))).toEqual(['[lena, lena, 8 min, lena]']);
  });

  it('has what happened where it happened: beside or inside a conversation', () => {
    const day = aDay({
      entries: [
        { at: 0, kind: 'join', nick: 'lena' },
        said(9, 'lena', 'a'),
        { at: 10, kind: 'join', nick: 'otto' },
        said(11, 'lena', 'b'),
        { at: 12, kind: 'quit', nick: 'otto' },
      ],
    });
    expect(shape(transcriptParts(day))).toEqual(['join', '[lena, (join), lena]', 'quit']);
  });

  it('puts what a program says of its own beside; its answers, and what people answer, stay', () => {
    const day = aDay({
      entries: [
        said(0, 'crab', 'nightly build'),
        said(30 * MINUTE, 'crab', 'build failed'),
        said(30 * MINUTE + 20, 'lena', 'crab: why?'),
        said(30 * MINUTE + 21, 'crab', 'no idea'),
        said(35 * MINUTE, 'crab', 'build passed'),
        said(36 * MINUTE + 1, 'lena', 'well'),
        said(38 * MINUTE, 'crab', 'build passed'),
      ],
    });
    const parts = transcriptParts(day, [], (nick) => nick === 'crab');
    expect(shape(parts)).toEqual(['message', '[crab, lena, crab, lena]', 'message']);
    expect(parts.map((part) => part.is === 'conversation' && part.lines)).toEqual([false, 5, false]);
  });

  it('lets topics, unknown lines and lines taken out stand alone', () => {
    const day = aDay({
      entries: [
        { at: 0, kind: 'join', nick: 'lena' },
        { at: 1, kind: 'quit', nick: 'lena' },
        { at: 2, kind: 'topic', nick: 'lena', text: 'new' },
        { at: 3, kind: 'unparsed', text: '???' },
        { at: 4, kind: 'log', event: 'info', text: 'line removed', removed: true },
        { at: 5, kind: 'join', nick: 'lena' },
      ],
    });
    expect(shape(transcriptParts(day))).toEqual(['join quit', 'topic', 'unparsed', 'log', 'join']);
  });

  it('says that clocks changed before the first line after it', () => {
    const day = aDay({ entries: [said(0, 'lena', 'a'), said(600, 'lena', 'b')] });
    expect(shape(transcriptParts(day, [{ at: day.start + 300, text: 'clocks' }]))).toEqual([
      '[lena, clocks, 10 min, lena]',
    ]);
    expect(shape(transcriptParts(day, [{ at: day.start + 900, text: 'clocks' }]))).toEqual([
      '[lena, 10 min, lena]',
      'clocks',
    ]);
  });

  it('keeps every entry, once and in its order', () => {
    const kinds = fc.constantFrom('message', 'action', 'notice', 'join', 'quit', 'topic', 'log', 'unparsed');
    const entry = fc.record({
      after: fc.integer({ min: 0, max: 1500 }),
      kind: kinds,
      nick: fc.constantFrom('lena', 'otto'),
      text: fc.constantFrom('hello', '    code();', 'box:~ # ls', ''),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), (given) => {
        let at = 0;
        const entries = given.map(
          ({ after, ...rest }) => ({ ...rest, event: 'info', at: (at += after) }) as GivenEntry,
        );
        const day = aDay({ entries });
        expect(entriesOf(transcriptParts(day))).toEqual(day.entries);
        expect(entriesOf(transcriptParts(day, [], (nick) => nick === 'otto'))).toEqual(day.entries);
      }),
    );
  });
});

describe('intertitles', () => {
  it('name the time of day, then how much later it is', () => {
    expect([0, 5, 11, 12, 17, 18, 23].map((hour) => timeOfDay(hour * 3600))).toEqual([
      'night',
      'morning',
      'morning',
      'afternoon',
      'afternoon',
      'evening',
      'evening',
    ]);
    expect([23, 84, 120, 190].map((minutes) => laterBy(minutes * MINUTE))).toEqual([
      '23 minutes later',
      '84 minutes later',
      '2 hours later',
      '3 hours later',
    ]);
  });
});
