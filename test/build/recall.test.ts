import { expect, it } from 'vitest';
import { recallParsed } from '../../src/store.ts';
import { parsedAt } from '../../src/store/recall.ts';

const at = (path: string, text: string): unknown => parsedAt(path, text, JSON.parse);

it('parses a text that is the same only once, where the process recalls, and lets nobody change it', () => {
  const text = '{"days":[{"lines":3}]}';
  expect(at('a', text)).not.toBe(at('a', text));
  recallParsed();
  const first = at('a', text) as { days: { lines: number }[] };
  expect(at('a', text)).toBe(first);
  expect(at('b', text)).toEqual(first);
  expect(() => (first.days[0]!.lines = 4)).toThrow(TypeError);
  expect(at('a', '{"days":[]}')).toEqual({ days: [] });
  expect(at('a', text)).toEqual(first);
  expect(() => at('a', '{"days":[')).toThrow(SyntaxError);
});

it('forgets what was asked for long ago', () => {
  const text = (name: number): string => JSON.stringify(String(name).padEnd(90_000, '-'));
  const objects = Array.from({ length: 300 }, (_, name) => at(String(name), `{"text":${text(name)}}`));
  expect(at('299', `{"text":${text(299)}}`)).toBe(objects[299]);
  expect(at('0', `{"text":${text(0)}}`)).not.toBe(objects[0]);
  expect(at('0', `{"text":${text(0)}}`)).toEqual(objects[0]);
});
