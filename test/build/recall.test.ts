import { expect, it } from 'vitest';
import { recallParsed } from '../../src/store.ts';
import { parsedAt } from '../../src/store/recall.ts';

it('parses a text that is the same only once, where the process recalls, and lets nobody change it', () => {
  const text = '{"days":[{"lines":3}]}';
  expect(parsedAt('a', text)).not.toBe(parsedAt('a', text));
  recallParsed();
  const first = parsedAt('a', text) as { days: { lines: number }[] };
  expect(parsedAt('a', text)).toBe(first);
  expect(parsedAt('b', text)).toEqual(first);
  expect(() => (first.days[0]!.lines = 4)).toThrow(TypeError);
  expect(parsedAt('a', '{"days":[]}')).toEqual({ days: [] });
  expect(parsedAt('a', text)).toEqual(first);
  expect(() => parsedAt('a', '{"days":[')).toThrow(SyntaxError);
});

it('forgets what was asked for long ago', () => {
  const text = (name: number): string => JSON.stringify(String(name).padEnd(90_000, '-'));
  const objects = Array.from({ length: 300 }, (_, name) => parsedAt(String(name), `{"text":${text(name)}}`));
  expect(parsedAt('299', `{"text":${text(299)}}`)).toBe(objects[299]);
  expect(parsedAt('0', `{"text":${text(0)}}`)).not.toBe(objects[0]);
  expect(parsedAt('0', `{"text":${text(0)}}`)).toEqual(objects[0]);
});
