// What HexChat writes in other languages than English: each sentence of its catalogues is read as its event, in a text log and in a
// scrollback with and without its control bytes, where the file's lines settled the language.
import { expect, test } from 'vitest';
import type { Event } from '../../src/events.ts';
import { partsOf, printed, stripped } from '../../src/formats/xchat/format-string.ts';
import { lineReader } from '../../src/formats/xchat/line.ts';
import { MEANINGS, NOTE_ARGUMENTS } from '../../src/formats/xchat/meanings.ts';
import { sentenceReader } from '../../src/formats/xchat/printed.ts';
import { TRANSLATIONS } from '../../src/formats/xchat/translations.ts';

/** What the arguments of all events hold. */
const SAID: Readonly<Record<string, string>> = {
  nick: 'tilda',
  target: 'arlo',
  targets: 'arlo',
  to: 'arlo',
  setter: 'wanda',
  host: '~t@host.example',
  channel: '#pool',
  where: '#pool',
  sign: '+',
  letters: 's',
  modes: '+s',
  reason: 'no running',
  text: 'lane five',
  server: 'irc.example',
};

const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(MEANINGS).map(([event, meaning]) => [event, meaning.arguments])),
  ...NOTE_ARGUMENTS,
};

const filled = (parts: ReturnType<typeof partsOf>, event: string): string =>
  parts.map((part) => (typeof part === 'string' ? part : (SAID[ARGUMENTS[event]?.[part - 1] ?? ''] ?? ''))).join('');

/** What the arguments of a sentence tell, whatever its language. */
function expected(event: string, parts: ReturnType<typeof partsOf>): readonly Partial<Event>[] {
  const names = ARGUMENTS[event]?.filter((_, at) => parts.includes(at + 1)) ?? [];
  const captured = Object.fromEntries(names.map((name) => [name, SAID[name]]));
  const [first, ...rest] = MEANINGS[event]?.read(captured) ?? [{ kind: 'log', event: 'info', text: '' } as const];
  if (first?.kind !== 'log') return first ? [first, ...rest] : [];
  return [{ kind: 'log', event: first.event }];
}

test.each(Object.keys(TRANSLATIONS))('every sentence of %s is read as its event', (language) => {
  const text = sentenceReader({ classic: false, modern: true, bare: false, translated: false, language });
  const scrollback = lineReader({ variant: `hexchat-2.16 indented ${language}` });
  const scrolled = (line: string): readonly Event[] =>
    scrollback({ number: 1, text: `T 1325754000 ${line}` }).flatMap((one) => (one.is === 'event' ? [one.event] : []));
  const events = Object.entries(TRANSLATIONS[language] ?? {});
  for (const [event, format] of events.flatMap(([name, formats]) => formats.map((one) => [name, one] as const))) {
    const parts = partsOf(format);
    const wanted = expected(event, parts);
    expect(text(filled(partsOf(printed(format)), event))?.events, format).toMatchObject(wanted);
    expect(scrolled(filled(parts, event)), format).toMatchObject(wanted);
    expect(scrolled(filled(stripped(parts), event)), `${format}, stripped`).toMatchObject(wanted);
  }
});
