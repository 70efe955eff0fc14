// What WeeChat writes in other languages than English: each sentence of its catalogues is read as what happened.
import { expect, test } from 'vitest';
import type { Event } from '../../src/events.ts';
import weechat from '../../src/formats/weechat.ts';
import { TRANSLATIONS } from '../../src/formats/weechat/translations.ts';

const SAID: Readonly<Record<string, string>> = {
  who: 'tilda (~t@host.example)',
  nick: 'tilda',
  target: 'arlo',
  to: 'arlo',
  channel: '#pool',
  text: 'lane five',
  old: 'lane four',
  modes: '+v arlo',
};

const tilda = { nick: 'tilda' };
const MEANT: Readonly<Record<string, Partial<Event>>> = {
  join: { kind: 'join', ...tilda, host: '~t@host.example' },
  part: { kind: 'part', ...tilda, reason: 'no (really)' },
  quit: { kind: 'quit', ...tilda, reason: 'no (really)' },
  kick: { kind: 'kick', ...tilda, target: 'arlo', reason: 'no (really)' },
  nick: { kind: 'nick', ...tilda, to: 'arlo' },
  own: { kind: 'nick', own: true, to: 'arlo' },
  topic: { kind: 'topic', ...tilda, text: 'lane five' },
  from: { kind: 'topic', ...tilda, text: 'lane five' },
  unset: { kind: 'topic', ...tilda, text: '' },
  mode: { kind: 'mode', ...tilda, changes: '+v arlo' },
  disconnected: { kind: 'log', event: 'disconnected' },
};

const ARROWS: Readonly<Record<string, string>> = {
  join: '-->',
  part: '<--',
  quit: '<--',
  kick: '<--',
  disconnected: '',
};

test.each(Object.entries(TRANSLATIONS))('every sentence of %s is read as what happened', (_, events) => {
  const read = weechat.open({});
  for (const [told, template] of Object.entries(events)) {
    const reason = /^(?:part|quit|kick)$/u.test(told) ? ' (no (really))' : '';
    const sentence = template.replace(/\{(\w+)\}/gu, (_whole, name: string) => SAID[name] ?? '') + reason;
    const text = `2012-01-05 09:01:02\t${ARROWS[told] ?? '--'}\t${sentence}`;
    expect(read({ number: 1, text }), sentence).toMatchObject([{ is: 'event', event: MEANT[told] }]);
    const imitated = `2012-01-05 09:01:02\t@arlo\t${sentence}`;
    expect(read({ number: 1, text: imitated }), sentence).toMatchObject([{ is: 'event', event: { kind: 'message' } }]);
  }
});
