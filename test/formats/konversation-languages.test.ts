// What Konversation writes in other languages than English: each sentence of its catalogues is read as what happened.
import { expect, test } from 'vitest';
import type { Event } from '../../src/events.ts';
import konversation from '../../src/formats/konversation.ts';
import { TRANSLATIONS } from '../../src/formats/konversation/translations.ts';

const SAID: Readonly<Record<string, string>> = {
  from: ' (~t@host.example)',
  host: '~t@host.example',
  why: ' (no (really))',
  nick: 'tilda',
  target: 'arlo',
  to: 'arlo',
  channel: '#pool',
  text: 'lane five',
  modes: '+v arlo',
  who: 'tilda',
  when: '05.01.12 09:00',
};

const tilda = { nick: 'tilda' };
const reason = 'no (really)';
const MEANT: Readonly<Record<string, Partial<Event>>> = {
  join: { kind: 'join', ...tilda, host: '~t@host.example' },
  here: { kind: 'join', own: true },
  part: { kind: 'part', ...tilda, host: '~t@host.example', reason },
  quit: { kind: 'quit', ...tilda, host: '~t@host.example', reason },
  parted: { kind: 'part', own: true, reason },
  gone: { kind: 'quit', own: true, reason },
  kick: { kind: 'kick', ...tilda, target: 'arlo', reason },
  kicked: { kind: 'kick', own: true, ...tilda, reason },
  kicks: { kind: 'kick', own: true, target: 'arlo', reason },
  nick: { kind: 'nick', ...tilda, to: 'arlo' },
  own: { kind: 'nick', own: true, to: 'arlo' },
  topic: { kind: 'topic', ...tilda, text: 'lane five' },
  topics: { kind: 'topic', own: true, text: 'lane five' },
  modes: { kind: 'mode', ...tilda, changes: '+v arlo' },
  subject: { kind: 'log', event: 'info' },
  author: { kind: 'log', event: 'info' },
};

const meant = (told: string): Partial<Event> =>
  MEANT[told] ?? { kind: 'mode', ...tilda, changes: told.endsWith(' you') ? told.slice(0, 2) : `${told} arlo` };

test.each(Object.entries(TRANSLATIONS))('every sentence of %s is read as what happened', (_, sentences) => {
  const read = konversation.open({});
  for (const [told, template] of Object.entries(sentences)) {
    const sentence = template.replace(/\{(\w+)\}/gu, (_whole, name: string) => SAID[name] ?? '');
    const stamped = (text: string): string => `[Thursday 05 January 2012] [09:01:02] ${text}`;
    expect(read({ number: 1, text: stamped(`Wort\t${sentence}`) }), sentence).toMatchObject([
      { is: 'event', event: meant(told) },
    ]);
    expect(read({ number: 1, text: stamped(`<arlo>\t${sentence}`) }), sentence).toMatchObject([
      { is: 'event', event: { kind: 'message' } },
    ]);
  }
});
