import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Candidate, LogFormat, ParsedLine } from '../../src/format.ts';
import { recognise, type Recognition } from '../../src/recognise.ts';
import { FORMATS } from '../all-formats.ts';

/** A format that claims a share of any file, and reads each line as said by `nick`. */
function format(name: string, score: number | undefined, nick = 'wren', variant?: string): LogFormat {
  const claim = (share: number): Candidate => {
    return { format: name, score: share, reason: 'so it seems', facts: variant === undefined ? {} : { variant } };
  };
  return {
    name,
    title: name,
    local: true,
    examples: [],
    recognise: () => (score === undefined ? [] : [claim(score)]),
    open:
      () =>
      (line): readonly ParsedLine[] => [{ is: 'event', event: { kind: 'message', nick, text: line.text } }],
  };
}

const sampleOf = (text: string, given = {}) => {
  const lines = text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
  return { path: 'logs/#limpet.log', lines, given };
};
const WEECHAT = '2012-01-05 09:00:02\tarlo\thello\n2012-01-05 09:01:02\t-->\tlou (~l@host.example) has joined #limpet';
const LOG = sampleOf('[09:01] <wren> hello\n[09:02] <dov> hi\n[09:03] <wren> so');

describe('a file is taken for', () => {
  test('the format that reads most of it, with its facts and those of settings', () => {
    const formats = [format('a', 0.6), format('b', 0.9, 'dov', 'classic'), format('c', undefined)];
    const found = recognise({ ...LOG, given: { owner: 'mal' } }, formats);
    expect(found).toMatchObject({ is: 'log', format: 'b', facts: { variant: 'classic', owner: 'mal' }, near: ['a'] });
    expect(found.is === 'log' && found.claims?.map(({ format: name, score }) => [name, score])).toEqual([
      ['b', 0.9],
      ['a', 0.6],
    ]);
  });

  test('the one of several that read as much which tells most of what happened', () => {
    const notes: LogFormat = {
      ...format('a', 0.8),
      open: () => (line) => [{ is: 'event', event: { kind: 'log', event: 'info', text: line.text } }],
    };
    expect(recognise(LOG, [notes, format('b', 0.8)])).toMatchObject({ is: 'log', format: 'b', near: ['a'] });
  });

  test('the one that reads a little less and tells much more of what happened', () => {
    const notes: LogFormat = {
      ...format('a', 0.9),
      open: () => (line) => [{ is: 'event', event: { kind: 'log', event: 'info', text: line.text } }],
    };
    expect(recognise(LOG, [notes, format('b', 0.8)])).toMatchObject({ is: 'log', format: 'b' });
    expect(recognise(LOG, [notes, format('b', 0.6)])).toMatchObject({ is: 'log', format: 'a' });
  });

  test('The Lounge where somebody imitates mIRC, and some lines are no log', () => {
    const stamped = (texts: readonly string[]): readonly string[] =>
      texts.map((text, at) => `[2021-01-05T09:0${String(at)}:02.123Z] ${text}`);
    const lines = stamped([
      '*** lou (~l@host.example) joined',
      '*** wren set mode +o lou',
      '<wren> hello',
      '* lou sets mode: +o arlo',
      '*** lou (~l@host.example) quit (bye)',
      '<wren> so',
    ]);
    const found = recognise(sampleOf(['#limpet as it was said', ...lines].join('\n')), FORMATS);
    expect(found).toMatchObject({ is: 'log', format: 'the-lounge' });
  });

  test('KVIrc where it has a sentence of no known kind, and any word might begin one of irssi', () => {
    const lines = [
      '[09:00:02] lou [~l@host.example] has joined #limpet',
      '[09:01:02] <wren> hello',
      '[09:01:12] lou waves',
      '[09:02:02] wren nods',
      '[09:03:02] wren [~w@host.example] has set mode +o lou',
      '[09:03:12] <lou> thanks',
      ...Array.from({ length: 30 }, (_, at) => `[09:1${String(at % 10)}:02] <lou> so`),
      '[09:04:02] lou [~l@host.example] knows what no list has',
      '[09:05:02] lou [~l@host.example] has quit IRC: bye',
    ];
    const found = recognise(sampleOf(lines.join('\n')), FORMATS);
    expect(found).toMatchObject({ is: 'log', format: 'kvirc' });
  });

  test.each(['znc', 'the-lounge', 'pircbot'])('%s, in which `-!-` is nobody who sends notices', (name) => {
    const its = FORMATS.find((one) => one.name === name);
    const found = its?.recognise(sampleOf('[09:01:00] <arlo> hello\n[09:02:00] -lou- tea is ready'))[0];
    const parse = its?.open({ ...found?.facts, date: { year: 2012, month: 1, day: 5 } });
    const kinds = ['-lou- tea is ready', '-!- lou has joined #limpet'].map((said, at) =>
      parse?.({ number: at + 1, text: `[09:03:00] ${said}` }).map((one) => one.is === 'event' && one.event.kind),
    );
    expect(kinds).toEqual([['notice'], ['unparsed']]);
  });

  test('no log of IRCCloud where a star stands before a new nick', () => {
    const irccloud = FORMATS.find(({ name }) => name === 'irccloud')!;
    const claims = (mark: string) =>
      irccloud.recognise(sampleOf(`[2012-01-05 09:01:00] ${mark} lou is now known as louise\n`.repeat(3).trim()));
    expect(claims('—')[0]?.score ?? 0).toBeGreaterThan(claims('*')[0]?.score ?? 0);
  });

  test('the format that settings name, whatever others claim', () => {
    const formats = [format('a', 0.1), format('b', 1), format('c', undefined)];
    expect(recognise(LOG, formats, 'a')).toMatchObject({ is: 'log', format: 'a', near: [] });
    expect(recognise(LOG, formats, 'c')).toMatchObject({ is: 'log', format: 'c', facts: {} });
  });

  test.each([
    ['pidgin', WEECHAT, { looksLike: 'weechat' }],
    ['discord-export', WEECHAT, { looksLike: 'weechat' }],
    ['irssi', WEECHAT, { looksLike: 'weechat' }],
    ['discord-export', 'a\nb', {}],
    ['weechat', WEECHAT, undefined],
    ['irssi', '--- Log opened Thu Jan 05 09:00:00 2012\n--- Day changed Fri Jan 06 2012', undefined],
    ['weechat', '2012-01-05 09:00:02\t-->\tarlo (~a@host.example) has joined #limpet', undefined],
    ['mirc', '[09:00] <arlo> hello\n[09:01] <wren> hi', undefined],
  ])('%s that settings name, and what speaks against it is told', (given, text, doubt) => {
    const found = recognise(sampleOf(text), FORMATS, given);
    expect(found).toMatchObject({ is: 'log', format: given });
    expect(found.is === 'log' && found.doubt).toEqual(doubt);
  });

  test("Quassel's where irssi reads a day alike, whose themes may have its signs", () => {
    const day = '[09:01:02] --> lou (~l@host.example) has joined #limpet\n[09:02:00] <@wren> hello lou';
    expect(recognise(sampleOf(day), FORMATS)).toMatchObject({ is: 'log', format: 'quassel' });
  });

  test("Quassel's by what it says of a topic alone", () => {
    const day = '[09:01:02] * Topic for #limpet is "release day"\n[09:02:00] <@wren> hello lou';
    expect(recognise(sampleOf(day), FORMATS)).toMatchObject({ is: 'log', format: 'quassel' });
  });

  test('either of two that read every line alike', () => {
    expect(recognise(LOG, [format('a', 1), format('b', 1)])).toMatchObject({ is: 'log', format: 'a' });
  });
});

describe('what somebody does like the sentences of another client', () => {
  test('makes no log of that client', () => {
    const text = '[09:01:02] <wren> hello\n[09:02:03] * dov joined the channel\n[09:03:04] * dov has quit';
    const sample = { ...sampleOf(text), path: 'logs/znc/saltnet/#limpet/2012-01-05.log' };
    expect(recognise(sample, FORMATS)).toMatchObject({ is: 'log', format: 'znc' });
  });
});

describe('a long file', () => {
  const long = sampleOf(Array.from({ length: 500 }, (_, n) => `[09:01] <wren> ${String(n)}`).join('\n'));
  const counted = (name: string, score: (lines: number) => number) => {
    const seen: number[] = [];
    const looking: LogFormat = {
      ...format(name, 1),
      recognise: ({ lines }) => {
        seen.push(lines.length);
        return [{ format: name, score: score(lines.length), reason: '', facts: {} }];
      },
    };
    return { looking, seen };
  };

  test('is read whole only by the formats that its first lines may be in', () => {
    const good = counted('a', () => 0.9);
    const bad = counted('b', () => 0.1);
    expect(recognise(long, [bad.looking, good.looking])).toMatchObject({ format: 'a' });
    expect([good.seen, bad.seen]).toEqual([[64, 500], [64]]);
  });

  test('is read whole by a format that none of its first lines proves', () => {
    const first = counted('b', (lines) => (lines === 64 ? 1 : 0.9));
    const late = counted('a', (lines) => (lines === 64 ? 0.5 : 1));
    expect(recognise(long, [first.looking, late.looking])).toMatchObject({ format: 'a' });
  });

  test('is read whole by all where its first lines are nothing to any', () => {
    const late = counted('a', (lines) => (lines === 64 ? 0 : 1));
    expect(recognise(long, [counted('b', () => 0.4).looking, late.looking])).toMatchObject({ format: 'a' });
  });

  test('is read whole by all where its first lines are those of another log', () => {
    const first = counted('b', (lines) => (lines === 64 ? 1 : 0.2));
    const late = counted('a', (lines) => (lines === 64 ? 0 : 0.8));
    expect(recognise(long, [first.looking, late.looking])).toMatchObject({ format: 'a' });
  });
});

describe('a log that has grown', () => {
  const log = (lines: number): ReturnType<typeof sampleOf> =>
    sampleOf(Array.from({ length: lines }, (_, at) => `[09:01] <wren> ${String(at)}`).join('\n'));

  test('is read by the formats that its first lines had left over, and taken for what it is without that', () => {
    const seen: string[] = [];
    const noticed = (one: LogFormat): LogFormat => ({
      ...one,
      recognise: (sample) => {
        seen.push(`${one.name} ${String(sample.lines.length)}`);
        return one.recognise(sample);
      },
    });
    const formats = [format('a', 0.9), format('b', 0.8), format('c', 0.3)].map(noticed);
    const before = recognise(log(129), formats);
    expect(before).toMatchObject({ is: 'log', format: 'a', likely: ['a', 'b'] });
    seen.length = 0;
    const grown = recognise(log(500), formats, undefined, undefined, before);
    expect(seen).toEqual(['a 500', 'b 500']);
    expect(grown).toEqual(recognise(log(500), formats));
  });

  test('is asked of all formats again where it had too few lines to leave any out', () => {
    const before = recognise(log(128), [format('a', 0.9), format('c', 0.3)]);
    expect(before).not.toHaveProperty('likely');
  });

  test.each([
    ['hexchat3/logs/loomnet/#loom-lab.log'],
    ['hexchat3/scrollback/loomnet/#loom-lab.txt'],
    ['hexchat3/scrollback_stripped.txt'],
    ['irssi2/LoomNet/#loom-lab.log'],
  ])('is what it is taken for at once: %s', (name) => {
    const text = readFileSync(join('test/lab/nine-observers', name), 'utf8').trimEnd();
    const lines = text.split('\n');
    let before: Recognition | undefined;
    for (let length = 100; length < lines.length + 70; length += 70) {
      const sample = sampleOf(lines.slice(0, length).join('\n'));
      const grown = recognise(sample, FORMATS, undefined, undefined, before);
      expect(grown).toEqual(recognise(sample, FORMATS));
      before = grown;
    }
  });
});

describe('a log like another', () => {
  const like = { is: 'log', format: 'a', facts: {}, near: ['b'] } as const;
  /** Which formats claim how much, and which of them were asked. */
  const claimed = (shares: Readonly<Record<string, number>>): { readonly taken: string; readonly asked: string[] } => {
    const asked: string[] = [];
    const formats = Object.entries(shares).map(([name, share]): LogFormat => {
      return { ...format(name, share), recognise: () => (asked.push(name), format(name, share).recognise(LOG)) };
    });
    const found = recognise(LOG, formats, undefined, like);
    return { taken: found.is === 'log' ? found.format : found.is, asked };
  };

  test('is taken for the same where that is as good, or good and far ahead, without asking others than its rivals', () => {
    expect(claimed({ a: 0.95, b: 0.9, c: 1 })).toEqual({ taken: 'a', asked: ['a', 'b'] });
    expect(claimed({ a: 0.8, b: 0.5, c: 1 })).toEqual({ taken: 'a', asked: ['a', 'b'] });
  });

  test('is not of the same format where what one shows of another comes on a later day', () => {
    const joins = ['*** Joins: lou (~l@host.example)', '<wren> hello lou', '<lou> hi', '* wren waves', '<lou> so'];
    const day = (lines: readonly string[]) => sampleOf(lines.map((line) => `[09:01:02] ${line}`).join('\n'));
    const first = recognise(day(joins), FORMATS);
    expect(first).toMatchObject({ is: 'log', format: 'znc' });
    const next = recognise(day([...joins, '*** Quits: lou (bye)']), FORMATS, undefined, first);
    expect(next).toMatchObject({ is: 'log', format: 'energymech' });
  });

  test('is not mended because others, who were not asked, read it better', () => {
    const smiling = sampleOf('[09:01] <wren> hello ^_^\n[09:02] <dov> hi ^_^\n[09:03] <wren> so');
    const found = recognise(smiling, [format('a', 0.95), format('c', 1)], undefined, like);
    expect(found).toMatchObject({ is: 'log', format: 'a', facts: {} });
    expect(found.is === 'log' && found.facts.mended).toBeFalsy();
  });

  test('is taken for the same where another is as good', () => {
    expect(claimed({ b: 0.95, a: 0.95, c: 1 })).toEqual({ taken: 'a', asked: ['a', 'b'] });
    expect(claimed({ b: 1, a: 1 })).toEqual({ taken: 'a', asked: ['a'] });
  });

  test('is looked at by all where it is not', () => {
    expect(claimed({ a: 0.8, b: 0.7, c: 1 })).toEqual({ taken: 'c', asked: ['a', 'b', 'a', 'b', 'c'] });
    expect(claimed({ a: 0.7, b: 0.1, c: 1 })).toEqual({ taken: 'c', asked: ['a', 'b', 'a', 'b', 'c'] });
    expect(claimed({ a: 0.8, b: 0.9, c: 0.1 })).toEqual({ taken: 'b', asked: ['a', 'b', 'a', 'b', 'c'] });
  });
});

describe('a person is asked', () => {
  test('where two formats read as much in different ways', () => {
    const found = recognise(LOG, [format('a', 0.8), format('b', 0.8, 'dov'), format('c', 0.7)]);
    expect(found).toMatchObject({
      is: 'unsure',
      sentence:
        'logs/#limpet.log can be read in more than one way: a and b each read 80.0 % (so it seems); ' +
        'say which it is under its channel in archive.yaml: logs: [{ path: "logs/#limpet.log", format: a }]',
    });
  });

  test('and told which take its times for UTC, where that differs', () => {
    const said = sampleOf('2012-01-05 10:00:00 <wren> a\n2012-01-05 10:01:00 <dov> b');
    const found = recognise(said, FORMATS);
    expect(found.is === 'unsure' && found.sentence).toMatch(
      /; times are UTC to botbot, local to the others; say which/,
    );
    expect(found.is === 'unsure' && found.sentence).toMatch(/format: eggdrop \}\]$/);
  });

  test('and told all that read as much, those that read it as the best does, too', () => {
    const found = recognise(LOG, [format('a', 0.8), format('b', 0.8, 'dov'), format('c', 0.8), format('d', 0.7)]);
    expect(found.is === 'unsure' && found.candidates.map(({ format: name }) => name)).toEqual(['a', 'b', 'c']);
  });

  test('where a log is read by no format, with the numbers of three lines', () => {
    const found = recognise(LOG, [format('a', 0.4), format('b', undefined)]);
    expect(found).toMatchObject({
      is: 'unread',
      sentence:
        'logs/#limpet.log looks like a log, but no format reads half of its lines; a reads 40.0 % (so it seems); ' +
        'say what it is under its channel in archive.yaml: logs: [{ path: "logs/#limpet.log", format: … }], ' +
        'with stamp: where its stamps are unusual',
    });
    expect(found.is === 'unread' && found.lines).toEqual([1, 2, 3]);
    const instants = sampleOf('T 1380742174 <wren> a\nT 1380742175 <wren> b');
    expect(recognise(instants, []).is).toBe('unread');
  });
});

describe('no log is', () => {
  test.each([
    ['an empty file', { ...LOG, lines: [] }],
    ['only blank lines', sampleOf(' \n\t')],
    [
      'a text that no log format knows',
      sampleOf('# Read me\n\nThe harvest begins at 9:30.\nBring boots.\nAnd gloves.'),
    ],
  ])('%s', (reason, sample) => {
    expect(recognise(sample, [format('a', 0.2)])).toMatchObject({ is: 'none', reason });
  });

  test('a list of channels, though exports of a client begin with the name of one', () => {
    expect(recognise({ ...sampleOf('#limpet\n#garden\n#wren'), path: 'logs/channels.txt' }, FORMATS).is).toBe('none');
  });
});
