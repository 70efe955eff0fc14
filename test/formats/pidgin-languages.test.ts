// What libpurple writes in other languages than English: each sentence of its catalogues is read as what happened.
import { expect, test } from 'vitest';
import type { Event } from '../../src/events.ts';
import pidgin from '../../src/formats/pidgin.ts';
import { TRANSLATIONS } from '../../src/formats/pidgin/translations.ts';

const SAID: Readonly<Record<string, string>> = {
  who: 'tilda [~t@host.example]',
  why: ' (no (really))',
  reason: 'no (really)',
  nick: 'tilda',
  to: 'arlo',
  channel: '#pool',
  text: 'lane five',
  modes: '+v arlo',
};

const tilda = { nick: 'tilda' };
const reason = 'no (really)';
const MEANT: Readonly<Record<string, Partial<Event>>> = {
  join: { kind: 'join', ...tilda, host: '~t@host.example' },
  part: { kind: 'part', ...tilda, reason },
  gone: { kind: 'part', ...tilda },
  nick: { kind: 'nick', ...tilda, to: 'arlo' },
  own: { kind: 'nick', own: true, to: 'arlo' },
  topic: { kind: 'topic', ...tilda, text: 'lane five' },
  mode: { kind: 'mode', ...tilda, changes: '+v arlo' },
  out: { kind: 'kick', own: true, ...tilda, reason },
  subject: { kind: 'log', event: 'info' },
};

const filled = (template: string, words = SAID): string =>
  template.replace(/\{(\w+)\}/gu, (_whole, name: string) => words[name] ?? '');

test.each(Object.entries(TRANSLATIONS))('every sentence of %s is read as what happened', (_, sentences) => {
  const read = pidgin.open({});
  const readsAs = (sentence: string, event: Partial<Event>): void => {
    expect(read({ number: 1, text: `(09:01:02) ${sentence}` }), sentence).toMatchObject([{ is: 'event', event }]);
  };
  for (const [told, template] of Object.entries(sentences))
    if (told !== 'kicked') readsAs(filled(template), MEANT[told] ?? {});
  const { part, kicked } = sentences;
  if (!part) return;
  readsAs(filled(part, { ...SAID, why: ' (quit: Leaving)' }), { kind: 'quit', ...tilda, reason: 'Leaving' });
  if (!kicked) return;
  const why = ` (${filled(kicked, { ...SAID, nick: 'op' })})`;
  readsAs(filled(part, { ...SAID, why }), { kind: 'kick', nick: 'op', target: 'tilda', reason });
});
