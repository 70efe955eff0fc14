// What clients write in other languages than English: each sentence of their catalogues is read as what happened.
import { describe, expect, test } from 'vitest';
import type { Event } from '../../src/events.ts';
import type { LogFormat } from '../../src/format.ts';
import konversation from '../../src/formats/konversation.ts';
import { TRANSLATIONS as KONVERSATION } from '../../src/formats/konversation/translations.ts';
import kvirc from '../../src/formats/kvirc.ts';
import { TRANSLATIONS as KVIRC } from '../../src/formats/kvirc/translations.ts';
import type { Catalogues } from '../../src/formats/parts/translated.ts';
import pidgin from '../../src/formats/pidgin.ts';
import { TRANSLATIONS as PIDGIN } from '../../src/formats/pidgin/translations.ts';
import weechat from '../../src/formats/weechat.ts';
import { TRANSLATIONS as WEECHAT } from '../../src/formats/weechat/translations.ts';

const nick = 'tilda';
const host = '~t@host.example';
const target = 'arlo';
const reason = 'no (really)';
const info: Partial<Event> = { kind: 'log', event: 'info' };
const own = true;

const SAID: Readonly<Record<string, string>> = {
  ...{ nick, target, host, reason, to: 'arlo', channel: '#pool', modes: '+v arlo' },
  ...{ text: 'lane five', old: 'lane four', who: nick, when: '05.01.12 09:00' },
};

/** What happened; clients that word more have more. */
const MEANT: Readonly<Record<string, Partial<Event>>> = {
  join: { kind: 'join', nick, host },
  part: { kind: 'part', nick, reason },
  quit: { kind: 'quit', nick, reason },
  kick: { kind: 'kick', nick, target, reason },
  nick: { kind: 'nick', nick, to: 'arlo' },
  own: { kind: 'nick', own, to: 'arlo' },
  topic: { kind: 'topic', nick, text: 'lane five' },
  mode: { kind: 'mode', nick, changes: '+v arlo' },
  modes: { kind: 'mode', nick, changes: '+v arlo' },
  kicked: { kind: 'kick', own, nick, reason },
  subject: info,
};

interface Client {
  readonly format: LogFormat;
  readonly catalogues: Catalogues<string>;
  /** How the client writes the words of its catalogues, and what it means by them, where that is its own. */
  readonly said?: Readonly<Record<string, string>>;
  readonly meant?: Readonly<Record<string, Partial<Event>>>;
  /** A line of a log: a sentence, or what somebody said in the same words. */
  readonly line: (sentence: string, told: string) => string;
  readonly imitated: (sentence: string) => string;
}

const ARROWS: Readonly<Record<string, string>> = {
  join: '-->',
  part: '<--',
  quit: '<--',
  kick: '<--',
  disconnected: '',
};
const brackets = ` (${reason})`;
const change = (changes: string): Partial<Event> => ({ kind: 'mode', nick, changes });

const CLIENTS: Readonly<Record<string, Client>> = {
  weechat: {
    format: weechat,
    catalogues: WEECHAT,
    said: { who: `${nick} (${host})` },
    meant: {
      from: MEANT['topic'] ?? {},
      unset: { kind: 'topic', nick, text: '' },
      disconnected: { kind: 'log', event: 'disconnected' },
    },
    line: (sentence, told) =>
      `2012-01-05 09:01:02\t${ARROWS[told] ?? '--'}\t${sentence}${/^(?:part|quit|kick)$/u.test(told) ? brackets : ''}`,
    imitated: (sentence) => `2012-01-05 09:01:02\t@arlo\t${sentence}`,
  },
  pidgin: {
    format: pidgin,
    catalogues: PIDGIN,
    said: { who: `${nick} [${host}]`, why: brackets },
    meant: { gone: { kind: 'part', nick }, out: MEANT['kicked'] ?? {} },
    line: (sentence) => `(09:01:02) ${sentence}`,
    imitated: (sentence) => `(09:01:02) arlo: ${sentence}`,
  },
  konversation: {
    format: konversation,
    catalogues: KONVERSATION,
    said: { from: ` (${host})`, why: brackets },
    meant: {
      here: { kind: 'join', own },
      parted: { kind: 'part', own, reason },
      gone: { kind: 'quit', own, reason },
      kicks: { kind: 'kick', own, target, reason },
      topics: { kind: 'topic', own, text: 'lane five' },
      author: info,
      ...Object.fromEntries(
        ['b', 'o', 'h', 'v'].flatMap((mode) => [
          [`+${mode}`, change(`+${mode} arlo`)],
          [`-${mode}`, change(`-${mode} arlo`)],
          [`+${mode} you`, change(`+${mode}`)],
          [`-${mode} you`, change(`-${mode}`)],
        ]),
      ),
    },
    line: (sentence) => `[Thursday 05 January 2012] [09:01:02] Wort\t${sentence}`,
    imitated: (sentence) => `[Thursday 05 January 2012] [09:01:02] <arlo>\t${sentence}`,
  },
  kvirc: {
    format: kvirc,
    catalogues: KVIRC,
    said: { who: `${nick} [${host}]`, whom: 'arlo [~a@host.example]', why: `: ${reason}`, change: 'v', limit: '25' },
    meant: {
      joined: { kind: 'join', nick, host },
      limit: change('+l 25'),
      unlimited: change('-l'),
      keyless: change('-k'),
    },
    line: (sentence) => `[09:01:02] ${sentence}`,
    imitated: (sentence) => `[09:01:02] <arlo> ${sentence}`,
  },
};

const filled = (template: string, words: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/gu, (_, name: string) => words[name] ?? name);

describe.each(Object.entries(CLIENTS))('%s', (_, { format, catalogues, said, meant, line, imitated }) => {
  test.each(Object.entries(catalogues))('every sentence of %s is read as what happened', (_language, sentences) => {
    const read = format.open({});
    for (const [told, template] of Object.entries(sentences)) {
      // the reason of a part
      if (format === pidgin && told === 'kicked') continue;
      const sentence = filled(template ?? '', { ...SAID, ...said });
      const event = meant?.[told] ?? MEANT[told];
      expect(event, told).toBeDefined();
      expect(read({ number: 1, text: line(sentence, told) })[0], sentence).toMatchObject({ is: 'event', event });
      expect(read({ number: 1, text: imitated(sentence) }), sentence).toMatchObject([
        { is: 'event', event: { kind: 'message' } },
      ]);
    }
  });
});

test.each(Object.entries(PIDGIN))('pidgin words quits and kicks of %s as parts', (_, { part, kicked }) => {
  const read = pidgin.open({});
  const left = (why: string): unknown =>
    read({ number: 1, text: `(09:01:02) ${filled(part ?? '', { nick, why: ` (${why})` })}` });
  expect(left('quit: Leaving')).toMatchObject([{ event: { kind: 'quit', nick, reason: 'Leaving' } }]);
  if (!kicked) return;
  const event = { kind: 'kick', nick: 'op', target: nick, reason };
  expect(left(filled(kicked, { nick: 'op', reason }))).toMatchObject([{ event }]);
});
