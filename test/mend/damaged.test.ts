// Logs that came damaged: they give the lines that they gave before, and whole ones stay as they are.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ParsedLine, RawLine } from '../../src/format.ts';
import { recognise, type Recognition } from '../../src/recognise.ts';
import { FORMATS } from '../all-formats.ts';

const FIXTURES = join(import.meta.dirname, '../formats');

const linesOf = (text: string): readonly RawLine[] =>
  text.split('\n').map((line, index) => ({ text: line, number: index + 1 }));

const recognised = (path: string, text: string): Recognition =>
  recognise({ path, lines: linesOf(text), given: {} }, FORMATS);

/** What is read of a log; undefined where it is taken for none. */
function read(path: string, text: string): readonly (readonly ParsedLine[])[] | undefined {
  const found = recognised(path, text);
  if (found.is !== 'log') return undefined;
  const format = FORMATS.find(({ name }) => name === found.format)!;
  const survey = format.survey?.(found.facts);
  if (survey) for (const line of linesOf(text)) survey.see(line);
  return linesOf(text).map(format.open(survey?.facts() ?? found.facts));
}

const fixture = (format: string, title: string): readonly [path: string, text: string] => {
  const folder = join(FIXTURES, format, title);
  const options = readdirSync(folder).includes('options.json')
    ? (JSON.parse(readFileSync(join(folder, 'options.json'), 'utf8')) as { readonly path?: string })
    : {};
  return [options.path ?? `logs/${title}.log`, readFileSync(join(folder, 'input.log'), 'utf8')];
};

const each = (text: string, change: (line: string, index: number) => string): string =>
  text
    .split('\n')
    .map((line, index) => (line === '' ? line : change(line, index)))
    .join('\n');

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function expanded(line: string, stop: number): string {
  let out = '';
  for (const char of line) out += char === '\t' ? ' '.repeat(stop - ([...out].length % stop)) : char;
  return out;
}

const LOGS = [
  ['weechat', 'every-kind-of-event'],
  ['irssi', 'every-kind-of-event'],
  ['znc', 'every-kind-of-event'],
  ['limnoria', 'every-kind-of-event'],
  ['xchat-log', 'every-kind-of-event-in-hexchat'],
  ['eggdrop', 'every-kind-of-event'],
  ['bip', 'every-kind-of-event'],
] as const;

/** Whether blanks at a line's end were somebody's, no filling tells. */
const trimmed = (lines: unknown): string => JSON.stringify(lines).replace(/ +"/g, '"');

const ENDS = [...LOGS, ['mirc', 'version-six-session'], ['pircbot', 'every-kind-of-event']] as const;

describe.each(ENDS)('A log of %s (%s) whose lines all end in blanks', (format, title) => {
  const [path, input] = fixture(format, title);
  const text = input.replaceAll('\r', '');

  it.each([
    ['one each', each(text, (line) => `${line} `)],
    ['two each', each(text, (line) => `${line}  `)],
    ['as many as reach a width', each(text, (line) => line.padEnd(200))],
  ])('reads as before: %s', (_, damaged) => {
    expect(trimmed(read(path, damaged))).toEqual(trimmed(read(path, text)));
  });
});

describe.each(LOGS)('A log of %s (%s)', (format, title) => {
  const [path, text] = fixture(format, title);
  const whole = read(path, text);

  it.each([
    ['is quoted in a mail', each(text, (line) => `> ${line}`)],
    ['is quoted twice', each(text, (line) => `> > ${line}`)],
    ['is indented as in a wiki', each(text, (line) => `:: ${line}`)],
    ['is a comment of code', each(text, (line) => `-- ${line}`)],
    ['was added in a diff', each(text, (line) => `+${line}`)],
    ['is indented', each(text, (line) => `    ${line}`)],
    ['is indented by a tab', each(text, (line) => `\t${line}`)],
    ['has numbered lines', each(text, (line, index) => `${String(index + 1).padStart(6)}\t${line}`)],
    ['has numbers with a colon', each(text, (line, index) => `${String(index + 1)}:${line}`)],
    ['has its name before each line', each(text, (line) => `garden/irc.log:${line}`)],
    ['is escaped as HTML', each(text, escape)],
    ['ends its lines in tags', each(text, (line) => `${escape(line)}<br />`)],
    ['is escaped twice', each(text, (line) => escape(escape(line)))],
    ['is escaped and indented', each(text, (line) => `  ${escape(line)}`)],
    ['has blanks that do not break', each(text, (line) => line.replaceAll(' ', '\u00a0'))],
    ['shows colours as a terminal does', each(text, (line) => `\u001b[0m\u001b[38;5;10m${line}\u001b[0m`)],
    ['begins its lines with a blank of no width', each(text, (line) => `\u200b${line}`)],
  ])('reads as before where it %s', (_, damaged) => {
    expect(read(path, damaged)).toEqual(
      damaged.includes('\u00a0') ? read(path, text.replaceAll('\u00a0', ' ')) : whole,
    );
  });
});

/** What happened, whatever blank lines and marks of other texts stand around it. */
const happened = (path: string, text: string): readonly unknown[] =>
  read(path, text)?.flatMap((lines) =>
    lines.flatMap((one) => (one.is === 'event' && one.event.kind !== 'unparsed' ? [one] : [])),
  ) ?? [];

const inBackslashes = (text: string): string => text.replace(/[\\`*_{}[\]()<>#|]/g, '\\$&');

/** As a mail packs it: what is beyond ASCII, signs of equality, blanks at the ends of lines; none longer than 76. */
function packed(text: string): string {
  const codes = [...Buffer.from(text)].map((byte) =>
    byte === 61 || byte > 126 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
  );
  let lines = '';
  let width = 0;
  for (const code of codes) {
    if (code === '\n') width = 0;
    else if (width + code.length > 75) {
      lines += '=\n';
      width = 0;
    }
    lines += code;
    width += code === '\n' ? 0 : code.length;
  }
  return lines;
}

describe.each(LOGS)('A log of %s (%s) in another text', (format, title) => {
  const [path, text] = fixture(format, title);

  it.each([
    ['between fences', `# The garden\n\nWhat was said:\n\n\`\`\`text\n${text}\`\`\`\n`],
    ['in a forum', `[code]\n${text}[/code]\n`],
    ['in a wiki', `<nowiki>\n${text}</nowiki>\n`],
    ['as code, line by line', each(text, (line) => `\`${line}\``)],
    ['in a column of a table', each(text, (line) => `"${line.replaceAll('"', '""')}"`)],
    ['with its name and a date before each line', each(text, (line) => `logs/#loom.log.05Jan2012:${line}`)],
  ])('tells what it told: %s', (_, damaged) => {
    expect(happened(path, damaged)).toEqual(happened(path, text));
  });
});

const BRACKETED = LOGS.filter(([format]) => ['znc', 'limnoria', 'irssi'].includes(format));

it.each(BRACKETED)('A log of %s (%s) with backslashes before its signs tells what it told', (format, title) => {
  const [path, text] = fixture(format, title);
  expect(happened(path, each(text, inBackslashes))).toEqual(happened(path, text));
});

it('A log of eggdrop that a word processor changed tells what it told', () => {
  const [path, text] = fixture('eggdrop', 'every-kind-of-event');
  const changed = text.replaceAll("'", '’').replaceAll('"', '”').replaceAll('---', '—').replaceAll('--', '–');
  expect(changed).toContain('mode change ’');
  const straight = (events: unknown): string => JSON.stringify(events);
  expect(straight(happened(path, changed.replaceAll('...', '…')))).toBe(straight(happened(path, text)));
});

describe('A log that a mail is packed with', () => {
  const log = [
    '[09:00:58] *** Joins: zoë (~zoë@a-long-address.of-a-provider.example.net)',
    '[09:01:02] <zoë> the shuttle goes from left to right, and then from right to left = once',
    '[09:01:09] <bob> so it does',
    '[09:02:00] * zoë costs 3 €, as of the day on which somebody has to pay for it all at once — or less',
    '[09:03:00] *** Quits: zoë (~zoë@another-long-address.of-a-provider.example.net) (gone to wind them)',
    '[09:03:10] <bob> 日本語で話す人はいますか、と彼は聞いた',
    '',
  ].join('\n');
  const path = 'logs/znc/net/#loom/2012-01-05.log';
  const joined = (text: string): readonly unknown[] => {
    const found: unknown[] = [];
    for (const one of read(path, text)?.flat() ?? [])
      if (one.is === 'event') found.push(one.event);
      else if (one.is === 'more' && one.whole) found.splice(-1, 1, one.whole);
    return found;
  };

  it('has the lines that it had', () => {
    expect(joined(packed(log))).toEqual(joined(log));
  });

  it('is left alone where people only write such signs', () => {
    const lines = Array.from({ length: 9 }, (_, n) => `[09:0${String(n)}:00] <ada> a=3D and x=y`);
    const found = recognised(path, lines.join('\n'));
    expect(found.is === 'log' && found.facts.mended).toBeFalsy();
  });
});

/** Whether a tab inside what somebody said was one, no blank tells. */
const folded = (lines: unknown): string => JSON.stringify(lines).replace(/(?<=[^\s"])(?:\\t| )+/g, ' ');

const TABBED = [
  ['konversation', 'every-kind-of-event'],
  ['weechat', 'every-kind-of-event'],
  ['weechat', 'signs-of-the-owners-choice'],
  ['xchat-log', 'every-kind-of-event-in-hexchat'],
  ['xchat-log', 'classic-columns'],
  ['xchat-scrollback', 'classic-stripped'],
] as const;

describe.each(TABBED)('A log of %s (%s) whose tabs became blanks', (format, title) => {
  const [path, text] = fixture(format, title);
  const whole = read(path, text);

  it.each([
    ['two each', each(text, (line) => line.replaceAll('\t', '  '))],
    ['eight each', each(text, (line) => line.replaceAll('\t', '        '))],
    ['as many as reach the next stop', each(text, (line) => expanded(line, 8))],
    ['as many as reach a stop of four', each(text, (line) => expanded(line, 4))],
  ])('reads as before: %s', (_, damaged) => {
    expect(folded(read(path, damaged))).toEqual(folded(whole));
  });
});

describe('What was copied from a window of WeeChat', () => {
  const [path, text] = fixture('weechat', 'every-kind-of-event');
  const inWindow = (bar: string): string =>
    each(text, (line) => {
      const [stamp = '', prefix, ...said] = line.split('\t');
      if (prefix === undefined) return `${' '.repeat(22)} ${bar} ${line}`;
      return `${stamp} ${prefix.trim().padStart(12)} ${bar} ${said.join('\t')}`.trimEnd();
    });

  it.each([
    ['a bar', inWindow('|')],
    ['a line', inWindow('│')],
  ])('is read as the log: %s', (_, damaged) => {
    expect(folded(read(path, damaged))).toEqual(folded(read(path, text)));
  });

  it.each([
    ['-- Fri, 06 Jan 2012 (Thu, 05 Jan 2012) --', 'WeeChat 0.4.2'],
    ['    Day changed to Fri, 06 Jan 2012', 'an earlier one'],
  ])('is read with the clock alone, a day beginning within it: %s (%s)', (changed) => {
    const rows = [
      '23:58:00       -- | Mode #garden [+o carol] by alice',
      '23:58:01   @alice | have you seen the roses?',
      '                  | they are lovely',
      changed,
      '00:02:40    carol | yes, I have | and you',
    ].join('\n');
    expect(read('logs/#garden.2012-01-05.log', rows)?.slice(2)).toEqual([
      [{ is: 'more', text: 'they are lovely' }],
      [{ is: 'control', date: { year: 2012, month: 1, day: 6 } }],
      [
        {
          is: 'event',
          event: { kind: 'message', nick: 'carol', text: 'yes, I have | and you' },
          stamp: { clock: { hour: 0, minute: 2, second: 40 } },
        },
      ],
    ]);
  });
});

describe.each(LOGS)('A log of %s (%s) that was encoded twice', (format, title) => {
  const [path, input] = fixture(format, title);
  const words = ['žluťoučký kůň', 'naïve café ☕', 'привет всем', 'schöne Grüße', '你好', 'déjà vu'];
  // Behind what is said, whatever its format: in all lines but the client's own marks.
  const text = each(input, (line, index) => (/^[-*]{3}/.test(line) ? line : `${line} ${words[index % 6] ?? ''}`));
  // as a part of a stream: Node 20 takes a whole text of windows-1252 for Latin 1
  const misread = (page: string, line: string): string =>
    new TextDecoder(page).decode(Buffer.from(line), { stream: true });

  it.each([
    ['as Windows-1252', each(text, (line) => misread('windows-1252', line))],
    ['as Windows-1251', each(text, (line) => misread('windows-1251', line))],
    ['as Latin 1', each(text, (line) => Buffer.from(line).toString('latin1'))],
    ['thrice', each(text, (line) => misread('windows-1252', misread('windows-1252', line)))],
    ['and quoted', each(text, (line) => `> ${misread('macintosh', line)}`)],
  ])('reads as before where it was read %s', (_, damaged) => {
    expect(read(path, damaged)).toEqual(read(path, text));
  });
});

describe('A long log in which little is beyond ASCII', () => {
  const log = (said: string): string =>
    Array.from({ length: 600 }, (_, n) =>
      n === 0 ? '--- Log opened Thu Jan 05 09:00:00 2012' : `09:01 < ada> ${n % 100 === 99 ? said : 'hello'}`,
    ).join('\n');

  it.each([
    ['was encoded twice', 'un cafÃ© Ã\xa0 emporter', 'un café à emporter'],
    ['is in the code page of a language', 'ïðèâåò, êàê äåëà', 'привет, как дела'],
    ['is in the code page of an alphabet', 'za¿ó³æ gêœl¹ jaŸñ', 'zażółć gęślą jaźń'],
  ])('reads as before where it %s', (_, misread, words) => {
    expect(read('logs/#loom.log', log(words))).toBeDefined();
    expect(read('logs/#loom.log', log(misread))).toEqual(read('logs/#loom.log', log(words)));
  });
});

describe.each(LOGS)('A log of %s (%s) in the code page of a language', (format, title) => {
  const [path, input] = fixture(format, title);
  const said = (words: string): string => each(input, (line) => (/^[-*]{3}/.test(line) ? line : `${line} ${words}`));

  it.each([
    ['windows-1251', 'ïðèâåò, êàê äåëà', 'привет, как дела'],
    ['koi8-u', 'ÐÒÉ×ÅÔ, ËÁË ÄÅÌÁ', 'привет, как дела'],
    ['iso-8859-5', 'ßàØÒÕâ, ÚÐÚ ÔÕÛÐ', 'привет, как дела'],
    ['ibm866', '¯à¨¢¥â, ª\xa0ª ¤¥«\xa0', 'привет, как дела'],
    ['windows-1253', 'êáëçìÝñá óå üëïõò, ôé êÜíåôå', 'καλημέρα σε όλους, τι κάνετε'],
    ['windows-1255', 'äëì áñãø àöìé, åàéê àúä', 'הכל בסדר אצלי, ואיך אתה'],
    ['shift_jis', '‚¨‚Í‚æ‚¤‚²‚´‚¢‚Ü‚·', 'おはようございます'],
    ['euc-jp', '¤ª¤Ï¤è¤¦¤´¤¶¤¤¤Þ¤¹', 'おはようございます'],
    ['euc-kr', '¾È³çÇÏ¼¼¿ä', '안녕하세요'],
    ['gbk', 'ÎÒ²»ÖªµÀÄãÔÚÕâÀï', '我不知道你在这里'],
    ['big5', '§Ú¤£ª¾¹D§A¦b³o¸Ì', '我不知道你在這裡'],
  ])('is read in it: %s', (_, misread, words) => {
    expect(read(path, said(misread))).toEqual(read(path, said(words)));
  });

  it('keeps the lines of others, in UTF-8', () => {
    const mixed = (first: string): string =>
      each(input, (line, index) => `${line} ${[first, first, first, first, 'naïve ☕', 'déjà vu'][index % 6] ?? ''}`);
    expect(read(path, mixed('ïðèâåò'))).toEqual(read(path, mixed('привет')));
  });
});

describe.each(LOGS)('A log of %s (%s) in the code page of an alphabet', (format, title) => {
  const [path, input] = fixture(format, title);
  const charactersOf = (page: string): readonly string[] => [
    ...new TextDecoder(page).decode(
      Uint8Array.from({ length: 256 }, (_, byte) => byte),
      { stream: true },
    ),
  ];
  const latin = charactersOf('windows-1252');
  const misread = (text: string, page: string): string =>
    [...text].map((one) => latin[charactersOf(page).indexOf(one)]).join('');
  const polish = [
    'zażółć gęślą jaźń',
    'co u was słychać',
    'już późno, idę spać',
    'są tu jakieś błędy?',
    'dziękuję, świetnie',
  ];
  const czech = [
    'příliš žluťoučký',
    'kůň úpěl ďábelské ódy',
    'můžeš se na to podívat?',
    'už běží',
    'ještě ne, až večer',
  ];

  it.each([
    ['windows-1250', polish],
    ['iso-8859-2', polish],
    ['windows-1250', czech],
    ['iso-8859-2', czech],
    [
      'windows-1250',
      ['nem jó, hűtő kell hozzá', 'főleg ez a gyűrű', 'őt kérdezd, ő tudja', 'szűk és erős, üzenj', 'köszönöm, még él'],
    ],
    [
      'windows-1250',
      ['să vedem şi ce ţine', 'mulţumesc, a mers', 'nu ştiu încă', 'aşa este, fără îndoială', 'câţi sunteţi?'],
    ],
    [
      'windows-1254',
      ['çok güzel ışık', 'şimdi değil', 'iyi akşamlar, görüşürüz', 'ağaç dalı kırıldı', 'öğleden sonra uğrarım'],
    ],
    [
      'windows-1257',
      ['ačiū, viskas gerai', 'ką tu čia darai', 'šį vakarą nebūsiu', 'žiūriu į ežerą', 'dėl šių klaidų'],
    ],
  ])('is read in it: %s, %s', (page, words) => {
    const said = (how: (text: string) => string): string =>
      each(input, (line, index) => (/^[-*]{3}/.test(line) ? line : `${line} ${how(words[index % words.length]!)}`));
    expect(
      read(
        path,
        said((text) => misread(text, page)),
      ),
    ).toEqual(
      read(
        path,
        said((text) => text),
      ),
    );
  });
});

describe('A log that is whole', () => {
  it.each(
    FORMATS.flatMap(({ name }) =>
      readdirSync(join(FIXTURES, name)).flatMap((title) =>
        readdirSync(join(FIXTURES, name, title)).includes('input.log') ? [[name, title] as const] : [],
      ),
    ),
  )('is not mended: %s, %s', (name, title) => {
    const found = recognised(...fixture(name, title));
    expect(found.is === 'log' && found.facts.mended).toBeFalsy();
  });

  it.each([
    ['irssi', '09:01 <ada> write &lt;br&gt; there\n09:02 <bob> or &amp;lt;\n09:03 <ada> &lt;ada&gt; it is'],
    [
      'weechat',
      '2012-01-05 09:01:02\tada\t&lt;bob&gt; is how it looks\n2012-01-05 09:01:09\tbob\t&amp; or &quot;\n2012-01-05 09:02:00\tada\t&lt;',
    ],
    ['pidgin', '(09:01:02) ada: &lt;bob&gt; hi\n(09:01:09) bob: hm\n(09:02:00) ada: &amp;'],
  ])('is not mended where its people talk of HTML: %s', (_, text) => {
    const found = recognised('logs/#loom.log', text);
    expect(found.is === 'log' && found.facts.mended).toBeFalsy();
  });

  it.each([
    ['few such lines', Array.from({ length: 4 }, (_, n) => `09:0${String(n)} <ada> cafÃ©`)],
    ['others', Array.from({ length: 9 }, (_, n) => `09:0${String(n)} <ada> ${n === 7 ? 'café' : 'cafÃ©'}`)],
  ])('is not mended where somebody sent text encoded twice: %s', (_, lines) => {
    const found = recognised('logs/#loom.log', lines.join('\n'));
    expect(found.is === 'log' && found.facts.mended).toBeFalsy();
  });

  it.each([
    [
      'logs/saltnet/#loom/2012-01-05.log',
      '[09:01:02] <ada>     if (x)\n[09:01:03] <bob>   hm\n[09:01:04] *** bob is now known as bert',
    ],
    ['logs/#loom.log', '[09:01:02] <ada>   if (x)\n[09:01:03] <ada>   else\n[09:01:04] * bob waves'],
  ])('is not mended where few lines begin with blanks: %s', (path, text) => {
    const found = recognised(path, text);
    expect(found.is === 'log' && found.facts.mended).toBeFalsy();
  });

  it('is not mended where somebody said lines of a program', () => {
    const said = ['look:', '    if (it.rains)', '        stay();', '    else', '        go();', 'well'];
    const text = [...said, '  so it goes', 'hm'].map((words) => `[09:01] <ada> ${words}`).join('\n');
    const found = recognised('logs/#loom.log', `${text}\n[09:02] * bob (~b@host.example) has joined #loom`);
    expect(found.is === 'log' && found.facts.mended).toBeFalsy();
  });

  it.each([
    'été à déjà là',
    'schöne Grüße, für dich',
    'mañana él está',
    'não é à noite',
    'να δούμε',
    'çok güzel şey',
    'à la carte',
    'pøíliš žluouèký',
    'où êtes-vous, ça va à Noël?',
    'så är det på ön, blåbærsyltetøy og rømme',
    'þetta er ágætt, það sést á öllu',
    'così è più facile, perché no?',
    'õhtul jääb külm, tänan',
    'não há pão às três, põe lá à mão',
  ])('is not mended where its people write so: %s', (words) => {
    const lines = Array.from({ length: 9 }, (_, n) => `09:0${String(n)} <ada> ${words}`);
    const found = recognised('logs/#loom.log', lines.join('\n'));
    expect(found.is === 'log' && found.facts.mended).toBeFalsy();
  });

  it('is none, though columns of blanks part its words', () => {
    const text = '2012-01-05 09:01:02 server listening on 80\n2012-01-05 09:01:03 worker started\n';
    expect(recognised('logs/app.log', text).is).not.toBe('log');
  });
});

describe.each(['hexchat-2-16-raw', 'classic-raw'])('A scrollback (%s) whose control bytes are shown', (title) => {
  const [path, whole] = fixture('xchat-scrollback', title);
  const shown = (how: (code: number) => string): string =>
    whole.replace(/[\0-\x08\x0b-\x1f]/g, (byte) => how(byte.charCodeAt(0)));
  const hex = (code: number, digits: number): string => code.toString(16).toUpperCase().padStart(digits, '0');

  it.each([
    ['^C', (code) => `^${String.fromCharCode(64 + code)}`],
    ['\\x03', (code) => `\\x${hex(code, 2)}`],
    ['\\u0003', (code) => `\\u${hex(code, 4)}`],
    ['\\003', (code) => `\\${code.toString(8).padStart(3, '0')}`],
    ['␃', (code) => String.fromCharCode(0x2400 + code)],
    ['&#3;', (code) => `&#${code};`],
    ['&#x3;', (code) => `&#x${hex(code, 1)};`],
    ['<U+0003>', (code) => `<U+${hex(code, 4)}>`],
    ['<03>', (code) => `<${hex(code, 2)}>`],
  ] satisfies readonly (readonly [string, (code: number) => string])[])('as %s, is read as before', (_, how) => {
    expect(read(path, shown(how))).toEqual(read(path, whole));
  });

  it('as U+FFFD, is read as one without them', () => {
    expect(
      read(
        path,
        shown(() => '\ufffd'),
      ),
    ).toEqual(
      read(
        path,
        shown(() => ''),
      ),
    );
  });
});
