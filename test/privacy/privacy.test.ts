import { describe, expect, test } from 'vitest';
import { KINDS, type Entry, type Event, type EventKind } from '../../src/events.ts';
import { markOf, privacyOf, TOMBSTONE } from '../../src/privacy.ts';
import { readSettings, type PrivacySettings, type Settings } from '../../src/settings.ts';
import { hashDigits } from '../../src/shared/address.ts';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const empty = mkdtempSync(join(tmpdir(), 'daybook-privacy-'));
const DEFAULTS: Settings = readSettings(empty, []);
rmSync(empty, { recursive: true });

function settingsWith(privacy: Partial<PrivacySettings>): Settings {
  return { ...DEFAULTS, privacy: { ...DEFAULTS.privacy, ...privacy } };
}

const ID = 't100113jqwa';
const AT = 1760943673;

/** An entry of the event at the test's moment. */
function entry<E extends Event>(event: E & { readonly styled?: string }, id = ID): Entry {
  return { id, at: AT, ...event } as Entry;
}

function published(privacy: Partial<PrivacySettings>, ...entries: readonly Entry[]): readonly Entry[] {
  return privacyOf(settingsWith(privacy)).day('limpet', '2025-10-20', entries).entries;
}

const said = (text: string, more = {}): Entry => entry({ kind: 'message', nick: 'wren', text, ...more });
const noted = (text: string): Entry => entry({ kind: 'log', event: 'info', text });

describe('hosts', () => {
  test.each([
    ['[dov] is connecting from *@limpet.example 192.0.2.7', '[dov] is connecting from …@hidden …'],
    ['[dov] is actually ~dov@limpet.example [2001:db8::7]', '[dov] is actually …@hidden […]'],
    ['[dov] 192.0.2.7 actually using host', '[dov] … actually using host'],
    [' hostname : dov@limpet.example 192.0.2.7', ' hostname : …@hidden …'],
    ['Topic set by wren!w@limpet.example 12:30:45', 'Topic set by …@hidden 12:30:45'],
    ['Topic is: the gauge is at 192.0.2.7', 'Topic is: the gauge is at 192.0.2.7'],
  ])('are hidden in numbers, too, where a WHOIS tells them: %s', (text, shown) => {
    expect(published({}, noted(text))).toMatchObject([{ text: shown }]);
    expect(published({ hosts: 'show' }, noted(text))).toMatchObject([{ text }]);
  });

  test.each([
    ['carol!~c@limpet.example quit: at w@x.example', 'carol!…@hidden quit: at w@x.example'],
    ['[12:30:45] carol!~c@limpet.example joined', '[12:30:45] carol!…@hidden joined'],
  ])('are hidden where a bouncer tells who came and went: %s', (text, shown) => {
    expect(published({}, said(text, { nick: '*buffextras' }))).toMatchObject([{ text: shown }]);
    expect(published({ hosts: 'show' }, said(text, { nick: '*buffextras' }))).toMatchObject([{ text }]);
    expect(published({}, said(text))).toMatchObject([{ text }]);
  });

  test('are left out of joins, parts and quits, and hidden in modes, in what the client says and in unread lines', () => {
    const host = '~wren@limpet.example.net';
    const entries = [
      entry({ kind: 'join', nick: 'wren', host }),
      entry({ kind: 'part', nick: 'wren', host, reason: 'bye' }),
      entry({ kind: 'quit', nick: 'wren', host }),
      entry({ kind: 'mode', nick: 'wren', changes: `+b *!*@*.example.net` }),
      entry({ kind: 'log', event: 'info', text: `[dov] (${host}) : Dov, set by mal!${host}.` }),
      entry({ kind: 'unparsed', text: `<- wren [${host}] did something` }),
    ];
    expect(published({}, ...entries)).toEqual([
      entry({ kind: 'join', nick: 'wren' }),
      entry({ kind: 'part', nick: 'wren', reason: 'bye' }),
      entry({ kind: 'quit', nick: 'wren' }),
      entry({ kind: 'mode', nick: 'wren', changes: '+b …@hidden' }),
      entry({ kind: 'log', event: 'info', text: '[dov] (…@hidden) : Dov, set by …@hidden.' }),
      entry({ kind: 'unparsed', text: '<- wren […@hidden] did something' }),
    ]);
    expect(published({ hosts: 'show' }, ...entries)).toEqual(entries);
  });

  test('stay in what people wrote', () => {
    const entries = [
      said('write to wren@example.net'),
      entry({ kind: 'topic', nick: 'wren', text: 'ask wren@example.net' }),
      entry({ kind: 'quit', nick: 'wren', reason: 'mail me: wren@example.net' }),
      entry({ kind: 'kick', nick: 'dov', target: 'wren', reason: 'a@b' }),
    ];
    expect(published({}, ...entries)).toEqual(entries);
  });

  test('are hidden behind formatting codes, which stay around them', () => {
    const styled = 'from \x0310~wr\x02en@limpet.example\x03 at noon';
    const [result] = published(
      {},
      entry({ kind: 'log', event: 'info', text: 'from ~wren@limpet.example at noon', styled }),
    );
    expect(result).toMatchObject({ text: 'from …@hidden at noon', styled: 'from \x0310…@hidden\x03 at noon' });
  });

  test('are not seen in the prefix of an operator or in a price', () => {
    const text = '@wren @dov: 5 @ 3, @';
    expect(published({}, noted(text))).toMatchObject([{ text }]);
  });

  test.each([
    '[@wren] [+dov  ] [ mal]',
    'Nicks #limpet: [@wren +dov mal]',
    'Nicks #limpet: [+dov @wren]',
    '(@wren) <@wren> {@wren} "@wren" ([@wren]), \'@wren\'',
  ])('are not seen in the prefix of an operator behind a bracket: %s', (text) => {
    expect(published({}, noted(text))).toMatchObject([{ text }]);
  });

  test.each([
    ['[wren@limpet.example] (~@limpet.example) <*@limpet.example>', '[…@hidden] (…@hidden) <…@hidden>'],
    ['[dov!-@limpet.example] {_@h} "7@h" .@h ^@h', '[…@hidden] {…@hidden} "…@hidden" …@hidden …@hidden'],
    ['[@wren!~w@limpet.example] [@wren]', '[@…@hidden] [@wren]'],
  ])('are seen behind a bracket, of users with short names too: %s', (text, shown) => {
    expect(published({}, noted(text))).toMatchObject([{ text: shown }]);
  });
});

describe('the key of a channel', () => {
  test('is shown in no mode change and in nothing the client says of modes', () => {
    const entries = [
      entry({ kind: 'mode', nick: 'wren', changes: '+k hush' }),
      entry({ kind: 'mode', nick: 'wren', changes: '-k hush' }),
      entry({ kind: 'log', event: 'info', text: 'Channel #limpet modes: +ntkl hush 12' }),
      entry({ kind: 'unparsed', text: 'wren sets channel keyword to hush' }),
    ];
    for (const hosts of ['hide', 'show'] as const) {
      const shown = published({ hosts }, ...entries);
      expect(JSON.stringify(shown)).not.toContain('hush');
      expect(shown.map((one) => ('text' in one ? one.text : 'changes' in one ? one.changes : ''))).toEqual([
        '+k',
        '-k',
        'Channel #limpet modes: +ntkl …',
        'wren sets channel keyword to …',
      ]);
    }
  });

  test.each([
    ['Mode #limpet [+ntk hush]', 'Mode #limpet [+ntk …]'],
    ['Modos do canal #limpet: +ntk hush', 'Modos do canal #limpet: +ntk …'],
    ['Режимы канала #limpet: +klt hush 12', 'Режимы канала #limpet: +klt …'],
    ['Canale #limpet modalità: +k hush', 'Canale #limpet modalità: +k …'],
    ['channel key: hush', 'channel key: …'],
  ])('is shown in no words of a client for them: %s', (text, shown) => {
    expect(published({}, noted(text))).toMatchObject([{ text: shown }]);
  });

  test('is looked for in a line of any length at once', () => {
    const text = `modes ${'k'.repeat(20_000)} b`;
    expect(published({}, noted(text))).toMatchObject([{ text }]);
  });

  test.each(['Topic for #kites is: Qt+kde rocks', 'Channel #limpet modes: +nt', 'Users on #mode: +kim dov'])(
    'is not seen in %s',
    (text) => {
      expect(published({}, noted(text))).toMatchObject([{ text }]);
    },
  );
});

describe('private messages', () => {
  const secret = entry({ kind: 'log', event: 'private', nick: 'dov', text: 'do not tell' });

  test('are left out, and counted', () => {
    const day = privacyOf(settingsWith({})).day('limpet', '2025-10-20', [secret, said('hello')]);
    expect(day.entries).toEqual([said('hello')]);
    expect(day.leftOut).toEqual([secret]);
  });

  test('are shown where settings say so', () => {
    expect(published({ private: 'show' }, secret)).toEqual([secret]);
  });
});

describe('off the record', () => {
  test('are messages, actions, notices and lines not understood that match, also behind codes', () => {
    const privacy = { offRecord: /^\[off\]/iu };
    const entries = [
      said('[off] hush'),
      said('[off] hush', { styled: '\x02[o\x02ff] hush' }),
      entry({ kind: 'action', nick: 'wren', text: '[OFF] whispers' }),
      entry({ kind: 'notice', nick: 'wren', text: '[o\x07ff] whispers' }),
      ...['[off] <wren hush', '<wren [off] hush', 'wren: [off] hush', '< wren> [off] hush'].map((text) =>
        entry({ kind: 'unparsed', text }),
      ),
    ];
    expect(published(privacy, ...entries)).toEqual([]);
    const others = [
      said('this is [off]'),
      entry({ kind: 'topic', nick: 'wren', text: '[off] topic' }),
      entry({ kind: 'unparsed', text: '<wren this is [off]' }),
    ];
    expect(published(privacy, ...others)).toEqual(others);
  });
});

describe('redacted words', () => {
  const privacy = { redact: [{ match: /\b\d{3}-\d{4}\b/giu, with: '[$&]' }] };

  test('are replaced each time, by exactly what settings say', () => {
    expect(published(privacy, said('555-1234 or 555-4321, not 5555-1234'))).toEqual([
      said('[$&] or [$&], not 5555-1234'),
    ]);
  });

  test('are found though codes and controls lie between their letters', () => {
    const [result] = published(privacy, said('call 555-1234!', { styled: 'call \x0304,125\x0255-12\x0f34\x03!' }));
    expect(result).toEqual(said('call [$&]!', { styled: 'call \x0304,12[$&]\x03!' }));
    expect(published(privacy, said('call 5\x0755-1234'))).toEqual([said('call [$&]')]);
  });

  test('are found though accents are characters of their own', () => {
    const named = { redact: [{ match: /r\u00e9my/giu, with: '[name]' }] };
    expect(published(named, said('R\u00e9my or Re\u0301my'))).toEqual([said('[name] or [name]')]);
    expect(published({ redact: [{ match: /\u0301/giu, with: '' }] }, said('Re\u0301my'))).toEqual([said('Remy')]);
    const other = said('cafe\u0301', { styled: 'cafe\x02\u0301' });
    expect(published(named, other)).toEqual([other]);
  });

  test('are found where one code follows another between their letters', () => {
    const coded = 'call 555\x02\x0304-1234!';
    const [line, quit] = published(
      privacy,
      said('call 555-1234!', { styled: coded }),
      entry({ kind: 'quit', nick: 'wren', reason: coded }),
    );
    expect(line).toEqual(said('call [$&]!', { styled: 'call [$&]!' }));
    expect(quit).toMatchObject({ reason: 'call [$&]!' });
  });

  test('cost no more than the length of the line, whatever it is made of', () => {
    const styled = '\x02555-1234 \x0304'.repeat(30_000);
    // Where it cost the square of it, this would not come to an end.
    const [result] = published(privacy, said('555-1234 '.repeat(30_000), { styled }));
    expect(result).toMatchObject({ styled: '\x02[$&] \x0304'.repeat(30_000) });
  });

  test('lose the styled text where the two would no longer be the same', () => {
    const digits = { redact: [{ match: /hush/giu, with: '12' }] };
    expect(published(digits, said('hush', { styled: '\x03hush' }))).toEqual([said('12')]);
  });

  test('leave the address as it was, unless addresses are to be forgotten', () => {
    expect(published(privacy, said('555-1234', { aliases: ['t100112aaaa'] }))[0]).toMatchObject({
      id: ID,
      aliases: ['t100112aaaa'],
    });
    const [forgotten, kept] = published(
      { ...privacy, forgetAddresses: true },
      said('555-1234', { aliases: ['t100112aaaa'] }),
      { ...said('hello'), id: 't100113zzzz', aliases: ['t100112bbbb'] },
    );
    const [same] = published({ forgetAddresses: true }, said('[$&]'));
    expect(same?.id).toBe(ID);
    // SHA-256 over what is shown, as everybody may compute it
    const shown = createHash('sha256').update(`1\n${AT}\nmessage\nwren\n[$&]`).digest('hex');
    expect(forgotten?.id).toBe(`t100113${hashDigits(shown, 4)}`);
    expect(forgotten?.id).not.toBe(ID);
    expect(forgotten).not.toHaveProperty('aliases');
    expect(kept).toMatchObject({ id: 't100113zzzz', aliases: ['t100112bbbb'] });
  });

  test('of a channel key, which no entry has, leave no address that was made of it', () => {
    const mode = entry({ kind: 'mode', nick: 'wren', changes: '+k' });
    expect(published({}, mode)[0]?.id).toBe(ID);
    expect(published({ forgetAddresses: true }, mode)[0]?.id).not.toBe(ID);
    const operator = entry({ kind: 'mode', nick: 'wren', changes: '+o dov' });
    expect(published({ forgetAddresses: true }, operator)[0]?.id).toBe(ID);
  });

  test('that make two lines alike leave each an address of its own', () => {
    const both = published({ ...privacy, forgetAddresses: true }, said('555-1234'), {
      ...said('555-4321'),
      id: 't1001130000',
    });
    expect(new Set(both.map(({ id }) => id)).size).toBe(2);
    expect(both[1]?.id).toBe(`${both[0]?.id ?? ''}u2`);
  });
});

describe('a removed line', () => {
  test('is a tombstone with its addresses and nothing of what it was', () => {
    const line = entry({ kind: 'quit', nick: 'wren', host: 'a@b', reason: 'hush', own: true });
    const day = privacyOf(settingsWith({ remove: [`limpet/2025-10-20/${ID}`, 'limpet/2025-10-21/t000000aaaa'] })).day(
      'limpet',
      '2025-10-20',
      [{ ...line, aliases: ['t100112bbbb'], precision: 60 }],
    );
    expect(day.entries).toEqual([
      {
        id: ID,
        aliases: ['t100112bbbb'],
        at: AT,
        precision: 60,
        kind: 'log',
        event: 'info',
        text: TOMBSTONE,
        removed: true,
      },
    ]);
    expect(day.found).toEqual([`limpet/2025-10-20/${ID}`]);
  });

  test('is found by any of its addresses, also those of another day and of a former slug', () => {
    const line = { ...said('hush'), aliases: ['t100112bbbb', '2025-10-21/t000001cccc'] };
    for (const address of ['limpets/2025-10-20/t100112bbbb', 'limpet/2025-10-21/t000001cccc']) {
      const settings: Settings = {
        ...settingsWith({ remove: [address] }),
        channels: [{ name: '#limpet', names: [], networks: [], formerSlugs: ['limpets'], presence: 'show' }],
      };
      const day = privacyOf(settings).day('limpet', '2025-10-20', [line]);
      expect(day.found).toEqual([address]);
      expect(JSON.stringify(day.entries)).not.toContain('hush');
    }
    expect(published({ remove: [`other/2025-10-20/${ID}`, `limpet/2025-10-19/${ID}`] }, line)).toEqual([line]);
  });
});

describe('people who asked', () => {
  const people = [{ nicks: ['Mal', 'mal[away]'], as: 'somebody' }, { nicks: ['dov'] }];

  test('for another name have it wherever their nicks stand', () => {
    const entries = [
      entry({ kind: 'join', nick: 'mal', host: 'a@b' }),
      entry({ kind: 'nick', nick: 'mal', to: 'mal{away}' }),
      entry({ kind: 'kick', nick: 'wren', target: 'MAL', reason: 'sorry, Mal!' }),
      entry({ kind: 'mode', nick: 'wren', changes: '+o mal[away]' }),
      said('mal: hello @mal, malice and mal_ are others', {
        styled: 'm\x02al: hello @mal, malice and mal_ are others',
      }),
      entry({ kind: 'log', event: 'info', text: 'Users on #limpet: @mal wren', names: ['mal', 'wren'] }),
    ];
    expect(published({ people, hosts: 'show' }, ...entries)).toEqual([
      entry({ kind: 'join', nick: 'somebody' }),
      entry({ kind: 'nick', nick: 'somebody', to: 'somebody' }),
      entry({ kind: 'kick', nick: 'wren', target: 'somebody', reason: 'sorry, somebody!' }),
      entry({ kind: 'mode', nick: 'wren', changes: '+o somebody' }),
      said('somebody: hello @somebody, malice and mal_ are others', {
        styled: 'somebody: hello @somebody, malice and mal_ are others',
      }),
      entry({ kind: 'log', event: 'info', text: 'Users on #limpet: @somebody wren', names: ['somebody', 'wren'] }),
    ]);
  });

  test.each([
    ['malさん、こんにちは', '…さん、こんにちは'],
    ['你好mal，dov님', '你好…，…님'],
    ['小明你好', '…你好'],
  ])('are found where a script puts no blank beside a name: %s', (text, shown) => {
    const people = [{ nicks: ['mal'] }, { nicks: ['dov'] }, { nicks: ['小明'] }];
    expect(published({ people }, said(text))).toEqual([said(shown)]);
  });

  test('are told of by marks of the nicks that the day has', () => {
    const day = privacyOf(settingsWith({ people })).day('limpet', '2025-10-20', [
      said('hello'),
      entry({ kind: 'kick', nick: 'wren', target: 'MAL' }),
      entry({ kind: 'log', event: 'info', text: 'Users: dov', names: ['dov'] }),
    ]);
    expect(day.found).toEqual(['MAL', 'dov'].map(markOf));
  });

  test.each(['jos\u00e9', 'jose\u0301', 'JOS\u00c9', 'Jose\u0301'])('are left out however %s is spelt', (spelt) => {
    const theirs = [said('hello', { nick: spelt }), entry({ kind: 'nick', nick: 'dov_', to: spelt })];
    for (const nick of ['jos\u00e9', 'jose\u0301']) {
      const day = privacyOf(settingsWith({ people: [{ nicks: [nick] }] })).day('limpet', '2025-10-20', [
        ...theirs,
        said(`${spelt}: hello, jose and jos\u00e9e are others`),
      ]);
      expect(day.leftOut).toEqual(theirs);
      expect(day.entries).toEqual([said('…: hello, jose and jos\u00e9e are others')]);
      expect(day.found).toEqual([markOf(nick), 'beside dov_']);
    }
  });

  test('are told of beside the nicks that they had before and afterwards', () => {
    const { found } = privacyOf(settingsWith({ people })).day('limpet', '2025-10-20', [
      entry({ kind: 'nick', nick: 'dov', to: 'wren_' }),
      entry({ kind: 'nick', nick: 'Guest12', to: 'dov' }),
    ]);
    expect(found).toEqual([markOf('dov'), 'beside wren_']);
  });

  test('are hidden whole where one of their nicks begins another', () => {
    const people = [{ nicks: ['mal', 'mal.smith'], as: 'somebody' }];
    expect(published({ people }, said('ask mal.smith, or mal'))).toEqual([said('ask somebody, or somebody')]);
  });

  test('are found where a sign is put around a nick that could be of one, and where it is written so that nobody is called', () => {
    const people = [{ nicks: ['mal'] }, { nicks: ['zo\u00eb[w]'], as: 'somebody' }];
    expect(
      published(
        { people },
        noted('Invited: [mal] and [mal: no]'),
        noted('[@wren] [ mal] [+zo\u00eb[w]] '),
        noted('[mal, wren] -mal- `mal` {wren mal}'),
        said('m\u200bal pushed, see https://example.com/~zo%c3%ab%5Bw%5D/ and |mal|'),
      ),
    ).toEqual([
      noted('Invited: [\u2026] and [\u2026: no]'),
      noted('[@wren] [ \u2026] [+somebody] '),
      noted('[\u2026, wren] -\u2026- `\u2026` {wren \u2026}'),
      said('\u2026 pushed, see https://example.com/~somebody/ and |\u2026|'),
    ]);
    const others = [
      entry({ kind: 'message', nick: '[mal]', text: 'hello' }),
      said('mal_, mal|away, x[mal], mal[1], ma-l and -mal are others'),
    ];
    expect(published({ people }, ...others)).toEqual(others);
  });

  test('are not their namesakes without an accent', () => {
    const entries = [said('hello', { nick: 'jos\u00e9' }), said('jos\u00e9 and jose\u0301: hello')];
    expect(published({ people: [{ nicks: ['jose'] }] }, ...entries)).toEqual(entries);
  });

  test('are told nothing of by a WHOIS, be they called otherwise or left out', () => {
    const ofDov = [
      noted('[dov] (~dov@limpet.example.net) : Dov Ahola'),
      noted('dov is ~dov@limpet.example.net * Dov Ahola'),
      noted('dov is logged in as dovahola'),
      noted('dov on #limpet #ahola-family'),
    ];
    const day = privacyOf(settingsWith({ people })).day('limpet', '2025-10-20', [
      ...ofDov,
      noted('[mal] (~mal@limpet.example.net) : Malcolm Reed'),
      noted('[mal[away]] #limpet @#reed-family'),
      noted('mal is ~mal@limpet.example.net * Malcolm Reed'),
      noted('mal was ~mal@limpet.example.net * Malcolm Reed'),
      noted('mal on @#limpet #reed-family'),
      noted('[wren] #limpet'),
      noted(' ircname  : Malcolm Reed'),
      noted(' channels : @#limpet #reed-family'),
      noted('End of WHOIS'),
    ]);
    expect(day.leftOut).toEqual(ofDov);
    expect(day.entries).toEqual([
      noted('[somebody] \u2026'),
      noted('[somebody] \u2026'),
      noted('somebody is \u2026'),
      noted('somebody was \u2026'),
      noted('somebody on \u2026'),
      noted('[wren] #limpet'),
      noted(' ircname  : \u2026'),
      noted(' channels : \u2026'),
      noted('End of WHOIS'),
    ]);
    const anybody = noted(' ircname  : Wren Ahola');
    expect(published({}, anybody)).toEqual([anybody]);
  });

  test('to be left out are: their lines go, and mentions of them', () => {
    const theirs = [
      entry({ kind: 'message', nick: 'dov', text: 'hello' }),
      entry({ kind: 'nick', nick: 'dov_', to: 'dov' }),
      entry({ kind: 'kick', nick: 'wren', target: 'Dov' }),
      entry({ kind: 'mode', nick: 'wren', changes: '+v dov' }),
    ];
    const day = privacyOf(settingsWith({ people })).day('limpet', '2025-10-20', [
      ...theirs,
      said('dov: hello'),
      entry({ kind: 'log', event: 'info', text: 'Users: wren dov', names: ['wren', 'dov'] }),
    ]);
    expect(day.leftOut).toEqual(theirs);
    expect(day.entries).toEqual([
      said('…: hello'),
      entry({ kind: 'log', event: 'info', text: 'Users: wren …', names: ['wren'] }),
    ]);
  });
});

describe('nothing leaks', () => {
  const WORD = 'hush-5551';
  const HOST = 'quiet@secret.example';
  const split = WORD.replace('-', '\x02-\x0304');
  const every: { readonly [K in EventKind]: readonly Event[] } = {
    message: [{ kind: 'message', nick: WORD, text: `a ${WORD} b`, prefix: '@', via: WORD }],
    action: [{ kind: 'action', nick: WORD, text: WORD }],
    notice: [{ kind: 'notice', nick: WORD, text: `${WORD} ${WORD}`, to: '@' }],
    join: [{ kind: 'join', nick: WORD, host: HOST }],
    part: [{ kind: 'part', nick: WORD, host: HOST, reason: WORD }],
    quit: [{ kind: 'quit', nick: WORD, host: HOST, reason: `(${WORD})` }],
    kick: [{ kind: 'kick', nick: WORD, target: WORD, reason: WORD }],
    nick: [{ kind: 'nick', nick: WORD, to: WORD }],
    mode: [
      { kind: 'mode', nick: WORD, changes: `+b *!*@${HOST}` },
      { kind: 'mode', nick: 'wren', changes: `+k ${WORD}` },
      { kind: 'mode', nick: 'wren', changes: `+o ${WORD}` },
    ],
    topic: [{ kind: 'topic', nick: WORD, text: WORD }],
    log: [
      { kind: 'log', event: 'private', nick: WORD, text: `${WORD} ${HOST}` },
      { kind: 'log', event: 'info', nick: WORD, text: `${WORD} (${HOST})`, names: [WORD] },
    ],
    unparsed: [{ kind: 'unparsed', text: `${WORD}!${HOST}` }],
  };
  const entries = Object.keys(KINDS).flatMap((kind) =>
    every[kind as EventKind].flatMap((event) => {
      const plain = entry(event);
      return 'text' in event ? [plain, { ...plain, styled: event.text.replaceAll(WORD, split) } as Entry] : [plain];
    }),
  );

  test.each([
    ['redaction', { redact: [{ match: /hush-5551/giu, with: '[…]' }] }],
    ['a pseudonym', { people: [{ nicks: [WORD], as: 'somebody' }] }],
    ['leaving out', { people: [{ nicks: [WORD] }] }],
  ])('of any field of any kind: %s', (_, privacy: Partial<PrivacySettings>) => {
    const shown = published(privacy, ...entries);
    const bytes = JSON.stringify(shown);
    expect(bytes).not.toMatch(/5551|hush|secret\.example|quiet/);
  });

  test('of a removed line, whatever it was', () => {
    const remove = [`limpet/2025-10-20/${ID}`];
    const shown = published({ remove, hosts: 'show', private: 'show' }, ...entries);
    expect(shown).toHaveLength(entries.length);
    expect(JSON.stringify(shown)).not.toMatch(/5551|hush|secret|quiet/);
  });
});

test('without rules every entry is the very same', () => {
  const line = said('hello wren@example.net', { styled: '\x02hello\x02 wren@example.net' });
  expect(published({}, line)[0]).toBe(line);
});
