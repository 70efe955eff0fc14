import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../../src/site/parts/mirc.ts';
import { renderDay } from '../../src/site/day/day-page.ts';
import type { DayExtras } from '../../src/site/day/day-page.ts';
import type { Neighbours } from '../../src/site/day/day-ways.ts';
import { whyEnded } from '../../src/site/day/presence-table.ts';
import type { DayFile } from '../../src/day.ts';
import { wholeText } from '../../src/shared/text-room.ts';
import { aDay, around, said } from './a-day.ts';
import type { GivenEntry } from './a-day.ts';

const TRACKERS = [{ name: 'PV', match: 'PV ?#?(\\d{6,7})', url: 'https://bugs.example.org/$1' }];

function page(day: DayFile, neighbours: Neighbours = {}, extras: DayExtras = {}): string {
  const { index, channel } = around(day, TRACKERS);
  return wholeText(renderDay(index, channel, day, neighbours, extras));
}

interface Node {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
  readonly parentNode?: Node;
  readonly value?: string;
}

function walk(node: Node): readonly Node[] {
  return [node, ...(node.childNodes ?? []).flatMap(walk)];
}

const nodesOf = (html: string): readonly Node[] => walk(parse(html) as unknown as Node);
const attr = (node: Node, name: string): string | undefined => node.attrs?.find((one) => one.name === name)?.value;
const textIn = (node: Node): string =>
  walk(node)
    .map(({ value }) => value ?? '')
    .join('');

/** The text of a line as a reader of the page finds it: after the link that is its time. */
function lineText(nodes: readonly Node[], id: string): string {
  const line = nodes.find((node) => attr(node, 'id') === id);
  const [link, ...rest] = line?.childNodes ?? [];
  expect(link && attr(link, 'href')).toBe(`#${id}`);
  const text = rest.map(textIn).join('');
  return line?.nodeName === 'code' ? text : text.replace(/^ /, '').replace(/\n$/, '');
}

/** What HTML can carry of a text. */
const carried = (text: string): string =>
  text
    .replace(/[\x00-\x08\x0b-\x1f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replace(/\x7f/g, '\u2421')
    .replace(/[\x80-\x9f\ufdd0-\ufdef\ufffe\uffff]/g, '\ufffd');

const validator = new HtmlValidate(JSON.parse(readFileSync('.htmlvalidate.json', 'utf8')));
async function faultsOf(html: string): Promise<readonly string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  );
}

const HOSTILE = '<script>alert(1)</script>"\'&amp; onload=x';

/** A day with something of everything. */
const everything = aDay({
  entries: [
    { at: 100, kind: 'log', event: 'open', text: '**** BEGIN' },
    { at: 200, kind: 'join', nick: 'lena', host: '~lena@example.org' },
    said(36000, 'lena', 'שלום, mixed 123'),
    said(36005, 'lena', `see https://example.org/ about PV 1038341, mm_ref_deref ${HOSTILE}`),
    said(36010, HOSTILE, HOSTILE),
    said(36015, 'n'.repeat(30), 'A'.repeat(400)),
    said(36020, 'lena', 'red and hidden', { styled: '\x0304red\x03 and \x0301,01hidden' }),
    said(36030, 'lena', 'two\nlines\tand tabs'),
    said(36031, 'lena', ''),
    said(36032, 'lena', '    indented();'),
    { at: 36040, kind: 'action', nick: 'lena', text: 'waves' },
    { at: 36041, kind: 'notice', nick: 'lena', text: 'a notice' },
    { at: 36042, kind: 'message', text: 'by nobody known', own: true },
    { at: 36043, kind: 'topic', nick: 'lena', text: 'new topic' },
    { at: 36044, kind: 'unparsed', text: '??? <b>' },
    { at: 36045, kind: 'mode', nick: 'lena', changes: '+o otto' },
    { at: 36046, kind: 'kick', nick: 'lena', target: 'otto', reason: HOSTILE },
    { at: 36047, kind: 'nick', nick: 'lena', to: 'lena_' },
    { at: 36048, kind: 'log', event: 'info', text: 'line removed', removed: true },
    said(36100, 'otto', 'assumed', { stamp: 'assumed' }),
    said(36120, 'otto', 'a minute', { precision: 60 }),
    said(36130, 'otto', 'seen by two', { aliases: ['t100209abcd', '2024-03-06/t000001abcd'] }),
    { at: 50000, kind: 'quit', nick: 'otto', reason: HOSTILE },
  ],
  stays: [
    { nick: 'lena', from: 200, to: 36047, start: 'join', end: 'nick' },
    { nick: 'otto', from: 100, to: 50000, start: 'seen', evidence: 36100, end: 'quit' },
    { nick: HOSTILE, from: 100, to: 90000, start: 'seen', evidence: 36010, end: 'gap' },
  ],
  gaps: [{ from: 0, to: 100, cause: 'before-log' }],
});

describe('the page of a day', () => {
  it('validates, with everything on it', async () => {
    const html = page(everything, { previous: '2024-03-04', next: '2024-03-06' });
    expect(await faultsOf(html)).toEqual([]);
    expect(await faultsOf(page(aDay({ entries: [said(5, 'lena', 'hi')] })))).toEqual([]);
    expect(await faultsOf(html.replace('<main', '<main id=x'))).not.toEqual([]);
  });

  it('makes nothing of what people wrote: no script, no style, no handler, no element of theirs', () => {
    const nodes = nodesOf(page(everything));
    expect(nodes.filter(({ nodeName }) => nodeName === 'script').map((node) => attr(node, 'src'))).toEqual([
      '/irc/assets/client/early.js',
      '/irc/assets/client/main.js',
    ]);
    for (const node of nodes) {
      for (const { name, value } of node.attrs ?? []) {
        expect(name).toMatch(/^[a-z][\w-]*$/i);
        expect(name).not.toMatch(/^on|^style$/);
        if (name === 'href') expect(value).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
      }
    }
  });

  it('has every id once, every fragment found, and every line at its address', () => {
    const nodes = nodesOf(page(everything));
    const ids = nodes.flatMap((node) => attr(node, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of everything.entries) expect(ids).toContain(id);
    expect(ids).toContain('t100209abcd');
    for (const node of nodes) {
      const target = attr(node, 'href');
      if (target?.startsWith('#')) expect(ids).toContain(decodeURIComponent(target.slice(1)));
    }
  });

  it('gives back the text of every line, blanks and all', () => {
    const nodes = nodesOf(page(everything));
    for (const entry of everything.entries) {
      if (entry.kind !== 'message' && entry.kind !== 'action' && entry.kind !== 'notice') continue;
      expect(lineText(nodes, entry.id)).toBe(carried(entry.text));
    }
  });

  it('shows blanks that stand before a line’s words or between them, however few', () => {
    const kept = (text: string): boolean =>
      page(aDay({ entries: [said(36000, 'lena', text)] })).includes('</a> <span class=w>');
    for (const text of [' /\\', '   ||', '/  \\', 'a   b', 'a\tb']) expect(kept(text), text).toBe(true);
    for (const text of ['one blank each', 'one after ', '']) expect(kept(text), text).toBe(false);
  });

  it('gives back any text of any speaker, in order', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom('<', '&', ' ', '\t', '\n', '"', 'a', '_', ';', '\x03', '\x02', '4', '\r', 'http://x'),
      }),
      fc.constantFrom('    a();', 'box:~ # ls', '}', '<!--', ']]>', '</main>', '&#x41;', '--- a/b'),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(hostile, fc.constantFrom('lena', 'o<t>to', 'a&b'), fc.boolean()), { maxLength: 8 }),
        (given) => {
          const entries = given.map(([styled, nick, codes], at): GivenEntry => {
            const text = runsOf(styled)
              .map((run) => run.text)
              .join('');
            return codes ? said(at, nick, text, { styled }) : said(at, nick, styled);
          });
          const day = aDay({ entries });
          const nodes = nodesOf(page(day));
          const order = nodes.flatMap((node) => attr(node, 'id') ?? []).filter((id) => /^t\d/.test(id));
          expect(order).toEqual(day.entries.map(({ id }) => id));
          for (const entry of day.entries) {
            if (entry.kind !== 'message') continue;
            expect(lineText(nodes, entry.id)).toBe(carried(entry.text));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('costs 45 bytes a line besides its text and its hash', () => {
    const line = (html: string, id: string): string => html.slice(html.indexOf(`<p id=${id}>`)).split('\n')[0] ?? '';
    const day = aDay({ entries: [said(36000, 'lena', 'first'), said(36001, 'lena', 'second', { id: 't100001abcd' })] });
    const hashes = 2 * 'abcd'.length;
    expect(`${line(page(day), 't100001abcd')}\n`.length - 'second'.length - hashes).toBe(45);
  });

  it('is made of the day alone: the same bytes twice, and no date of another day but its neighbours', () => {
    const neighbours = { previous: '2024-03-01', next: '2024-03-09' };
    expect(page(everything, neighbours)).toBe(page(everything, neighbours));
    const others = [...page(everything, neighbours).matchAll(/\d{4}-\d\d-\d\d/g)].map(([date]) => date);
    expect([...new Set(others)].sort()).toEqual(['2024-03-01', '2024-03-05', '2024-03-06', '2024-03-09']);
  });

  it('has no ways at its end where there are no days beside it', () => {
    expect(page(everything)).not.toContain('aria-label="Nearby days"');
    expect(page(everything, { next: '2024-03-09' })).toContain('aria-label="Nearby days"');
  });

  it('is ASCII where the talk is', () => {
    const again = [0, 60, 9000, 9100].map(
      (at, index) => ({ at, kind: index % 2 ? 'quit' : 'join', nick: 'lena' }) as const,
    );
    const talk = [
      said(36000, 'otto', 'see do_thing() twice'),
      said(36500, 'otto', 'do_thing() it is'),
      said(40000, 'otto', 'ho'),
    ];
    const html = page(aDay({ entries: [...again, ...talk] }), { previous: '2024-03-01', next: '2024-03-09' });
    expect(html).toContain('&times;2');
    expect(html).toMatch(/^[\x00-\x7f]*$/);
  });

  it('unfurls as one day: title, description, canonical address', () => {
    const html = page(aDay({ entries: [said(36000, 'lena', 'hi'), said(36500, 'otto', 'ho')] }));
    expect(html).toContain('<title>#pool, Tuesday 5 March 2024 &ndash; 2 lines</title>');
    expect(html).toContain('content="2 lines, 10:00&ndash;10:08 Paris time, lena and otto."');
    expect(html).toContain('<link rel=canonical href=https://logs.example.org/irc/pool/2024-03-05/>');
  });

  it('asks for a direction only where a line needs one', () => {
    const html = page(everything);
    expect(html.match(/ dir=auto/g)).toHaveLength(1);
  });

  it('tells who spoke through a relay, and whose long nick is cut', () => {
    const day = aDay({
      entries: [
        said(1, 'lena', 'here'),
        said(2, 'lena', 'from afar', { via: 'bridge' } as object),
        said(3, 'n'.repeat(30), 'x'),
      ],
    });
    const heads = [...page(day).matchAll(/<div class=[^>]*><b[^>]*>/g)].map(([head]) => head);
    expect(heads).toEqual([
      '<div class=n1><b>',
      '<div class="n1 v"><b title="lena, through bridge">',
      `<div class=n2><b title=${'n'.repeat(30)}>`,
    ]);
  });

  it('tells what was said to some only, and to whom', () => {
    const day = aDay({
      entries: [
        said(1, 'lena', 'to all'),
        said(2, 'lena', 'ops only', { to: '@' } as object),
        said(3, 'lena', 'שלום', { to: HOSTILE } as object),
        said(4, 'lena', '    indented();', { to: '+' } as object),
        { at: 9000, kind: 'notice', nick: 'otto', text: 'tea', to: '@' },
      ],
    });
    const { index, channel } = around(day);
    const people = channel.people.map((one) => ({ ...one, bot: true as const }));
    const html = wholeText(renderDay(index, { ...channel, people }, day));
    for (const shown of [page(day), html]) {
      const nodes = nodesOf(shown);
      expect(day.entries.map(({ id }) => lineText(nodes, id).replace(/^(?:lena|otto) /, ''))).toEqual([
        'to all',
        'to operators: ops only',
        `to ${HOSTILE}: שלום`,
        'to voiced people:     indented();',
        'to operators: tea',
      ]);
    }
  });

  it.each(['open', 'gap', 'quit', 'part'] as const)(
    'names those whose presence ends (%s) with the only line of a conversation where they saw it',
    (end) => {
      const stays = [
        { nick: 'lena', from: 0, to: 7200, start: 'carried', end: 'open' },
        { nick: 'omar', from: 0, to: 7200, start: 'carried', end },
      ] as const;
      const nodes = nodesOf(
        page(aDay({ stays, entries: [said(3600, 'lena', 'one'), said(7200, 'lena', 'the last')] })),
      );
      const casts = nodes.filter((node) => attr(node, 'class') === 'cast').map(textIn);
      const saw = end === 'open' || end === 'gap';
      expect(casts.map((cast) => cast.includes('in the room: omar'))).toEqual([true, saw]);
    },
  );

  it('opens the list of a day when nobody spoke', () => {
    const day = aDay({
      entries: [
        { at: 1, kind: 'join', nick: 'lena' },
        { at: 999, kind: 'quit', nick: 'lena' },
      ],
    });
    expect(page(day)).toContain('<details class=e open>');
    expect(page(day)).toContain('&ndash; nobody spoke</title>');
  });

  it('opens the list of a day when only programs spoke', () => {
    const day = aDay({ entries: [said(1, 'lena', 'built'), said(999, 'lena', 'built again')] });
    const { index, channel } = around(day);
    const people = channel.people.map((one) => ({ ...one, bot: true as const }));
    expect(page(day)).not.toContain('<details class=e open>');
    expect(wholeText(renderDay(index, { ...channel, people }, day))).toContain('<details class=e open>');
  });

  it('marks the second pass of a repeated hour with its offset', () => {
    const day = aDay({
      date: '2024-10-27',
      entries: [said(2.5 * 3600, 'lena', 'first pass'), said(3.5 * 3600, 'lena', 'second pass')],
    });
    const nodes = nodesOf(page(day));
    const times = day.entries.map(({ id }) => textIn(nodes.find((node) => attr(node, 'href') === `#${id}`) as Node));
    expect(times).toEqual(['02:30:00', '02:30:00 UTC+1']);
    expect(page(day)).toContain('Clocks go back to 02:00: from here UTC+1');
  });

  it('names conversations of both passes of a repeated hour apart', () => {
    const day = aDay({
      date: '2024-10-27',
      entries: [said(2.5 * 3600, 'lena', 'first pass'), said(3.5 * 3600, 'lena', 'second pass')],
    });
    const nodes = nodesOf(page(day));
    const titles = nodes.filter(({ nodeName, parentNode }) => nodeName === 'h2' && parentNode?.nodeName === 'section');
    expect(titles.map((title) => textIn(title))).toEqual(['02:30 Sunday night', '02:30 UTC+1 60 minutes later']);
  });

  it('tells ends in the second pass of a repeated hour apart from the first', () => {
    const [hour, start] = [3600, 2.5 * 3600];
    const text = page(
      aDay({
        date: '2024-10-27',
        entries: [0, 0.25, 0.5, 0.75, 1].map((hours) => said(start + hours * hour, 'lena', 'on and on')),
        stays: [{ nick: 'lena', from: start, to: start + hour, start: 'join', end: 'quit' }],
      }),
    );
    expect(text).toMatch(
      /<dt>Hours<dd><span><time [^>]+>02:30<\/time>&ndash;<time [^>]+>02:30 UTC\+1<\/time><\/span></,
    );
    expect(text).toMatch(/<i>5 lines to <time [^>]+>02:30 UTC\+1<\/time><\/i>/);
    expect(text).toContain('Conversation 1, 02:30 to 02:30 UTC+1: ');
    expect(text).toContain('here from 02:30 to 02:30 UTC+1 (');
    expect(text).toMatch(/<td><time [^>]+>02:30<\/time><td><time [^>]+>02:30 UTC\+1<\/time><td>/);
  });

  it('reads out of a chart when recording goes on, and of many who speak a dozen', () => {
    const day = aDay({
      entries: Array.from({ length: 20 }, (_, at) => said(3600 + at, `nick${at}`, 'hello')),
      stays: [
        { nick: 'nick1', from: 1800, to: 3600, start: 'seen', end: 'gap', evidence: 1800 },
        { nick: 'nick1', from: 7200, to: 9000, start: 'seen', end: 'quit', evidence: 7200 },
        { nick: 'nick2', from: 8000, to: 9000, start: 'seen', end: 'quit', evidence: 8000 },
      ],
      gaps: [
        { from: 0, to: 1800, cause: 'before-log' },
        { from: 3600, to: 7200, cause: 'disconnected' },
      ],
    });
    const text = page(day);
    expect(text).toMatch(/<title>Conversation 1, 01:00: (?:nick\d+, ){10}nick\d+ and 9 others, 20 lines</);
    for (const title of ['nick1 here when the log begins, by 00:30', 'nick1 here when recording resumes, by 02:00'])
      expect(text).toContain(`<title>${title} to`);
    expect(text).toContain('<title>nick2 here by 02:13 to');
  });

  it('tells the second pass of a repeated hour in the margin, too', () => {
    const [first, second] = [
      said(2.5 * 3600, 'lena', 'http://a.example'),
      said(3.5 * 3600, 'lena', 'http://b.example'),
    ];
    const day = aDay({ date: '2024-10-27', entries: [first, second] });
    const references = day.entries.map(
      ({ id, at }, i) => ({ id, at, by: 'lena', text: '', name: `${i}`, kind: 'link' }) as const,
    );
    const [, margin = ''] = page(day, {}, { references }).split('<aside class=margin');
    const times = nodesOf(margin).filter(({ nodeName }) => nodeName === 'time');
    expect(times.map(textIn)).toEqual(['02:30', '02:30 UTC+1', '02:30', '02:30 UTC+1']);
  });

  it('says when somebody came back from a netsplit as a time that a script can put on another clock', () => {
    const day = aDay({
      entries: [
        { at: 3600, kind: 'quit', nick: 'lena', reason: 'hub.example.net leaf.example.net' },
        { at: 3900, kind: 'join', nick: 'lena' },
      ],
    });
    expect(page(day)).toMatch(/ in a netsplit, back <time datetime=\S+>01:05<\/time>\n/);
  });

  it('shows the two ends of a long address in the margin', () => {
    const day = aDay({ entries: [said(3600, 'lena', 'look')] });
    const { id, at } = day.entries[0]!;
    const reference = (name: string) => ({ id, at, by: 'lena', text: 'look', name, kind: 'link' }) as const;
    const long = `https://www.example.org/search?q=${'tide+'.repeat(40)}&page=2`;
    const references = [reference(long), reference('http://example.org/short/')];
    const [, margin = ''] = page(day, {}, { references }).split(/<\/?aside/);
    const shown = nodesOf(margin).filter(({ nodeName }) => nodeName === 'a');
    expect(shown.map(textIn)).toEqual([
      '01:00',
      'example.org/search?q=tide+tide+tide+tide+tide+t…e+tide+tide+tide+&page=2',
      '01:00',
      'example.org/short',
    ]);
  });

  it('shows the two ends of a long term in the margin, and where the page unfurls', () => {
    const long = `key_${'abcd'.repeat(100)}_of_the_tide`;
    const day = aDay({ entries: [said(3600, 'lena', long)] });
    const { index, channel } = around(day);
    const days = channel.days.map((one) => ({
      ...one,
      about: [{ kind: 'term', name: long, id: day.entries[0]!.id }] as const,
    }));
    const html = wholeText(renderDay(index, { ...channel, days }, day, {}));
    const short = `key_${'abcd'.repeat(10)}abc…${'abcd'.repeat(2)}abcd_of_the_tide`;
    expect(html).toContain(`<code>${short}</code>`);
    expect(html).toContain(`About ${short}."`);
  });

  it('tells how many others spoke as an aside, beside the names', () => {
    const names = Array.from({ length: 30 }, (_, index) => `hand${index}`);
    const html = page(aDay({ entries: names.map((name, index) => said(3600 + index, name, 'aye')) }));
    expect(html).toMatch(/<\/a> <small>and \d+ others<\/small> <i>30 lines<\/i>/);
  });

  it('shows the corrected time where the logger’s clock was well off, else that of the address', () => {
    const day = aDay({
      entries: [said(3600, 'a', 'x', { id: 't010003abcd' }), said(3700, 'a', 'y', { id: 't020000abcd' })],
    });
    const nodes = nodesOf(page(day));
    const times = day.entries.map(({ id }) => textIn(nodes.find((node) => attr(node, 'href') === `#${id}`) as Node));
    expect(times).toEqual(['01:00:03', '01:01:40']);
  });

  it('lets a browser skip conversations on a day of many lines only, and the slices of a long one by themselves', () => {
    const classes = (lines: number, apart: number): readonly unknown[] => {
      const entries = Array.from({ length: lines }, (_, i) =>
        said(i * 20 + Math.floor(i / apart) * 1800, 'lena', `${i}`),
      );
      const sections = nodesOf(page(aDay({ entries }))).filter(({ nodeName }) => nodeName === 'section');
      return [...new Set(sections.map((node) => attr(node, 'class')))];
    };
    expect(classes(900, 90)).toEqual([undefined]);
    expect(classes(1080, 90)).toEqual(['d']);
    expect(classes(1200, 1200)).toEqual([undefined, 'k']);
  });

  it('cuts a long conversation into slices of fifty lines, each with its speaker', () => {
    const day = aDay({
      entries: Array.from({ length: 2000 }, (_, i) => said(i * 30, i < 300 ? 'bot' : `nick${i % 7}`, `line ${i}`)),
    });
    const nodes = nodesOf(page(day));
    const slices = nodes.filter((node) => attr(node, 'class') === 'k');
    const sizes = slices.map((slice) => walk(slice).filter((node) => /^t\d/.test(attr(node, 'id') ?? '')).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(50);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(2000);
  });

  it('keeps presence small in a crowd, and everybody of it named or counted', () => {
    const movers = Array.from({ length: 150 }, (_, i) => `mover${i}`);
    const lurkers = Array.from({ length: 1500 }, (_, i) => `lurker_${i}`);
    const talkers = Array.from({ length: 60 }, (_, i) => `talker${i}`);
    const day = aDay({
      entries: Array.from({ length: 6000 }, (_, i) => said(i * 14, talkers[(i * 7) % 60] ?? '', 'x')),
      stays: [
        ...movers.map((nick, i) => ({
          nick,
          from: i * 60,
          to: i * 60 + 900,
          start: 'join' as const,
          end: 'quit' as const,
        })),
        ...[...lurkers, ...talkers].map((nick) => ({
          nick,
          from: 0,
          to: 86400,
          start: 'carried' as const,
          end: 'carried' as const,
        })),
      ],
    });
    const html = page(day);
    const figure = html.slice(html.indexOf('<figure class=pres'), html.indexOf('</figure>'));
    expect(figure.length).toBeLessThan(30_000);
    expect(figure).toContain('1,686 more were here, 36 of them spoke');
  });
});

describe('the chart of presence', () => {
  it('has the names of the hours above its lines, also on a day on which clocks change', () => {
    const stays = [{ nick: 'ada', from: 0, to: 90_000, start: 'carried', end: 'carried' }] as const;
    const day = aDay({ date: '2024-10-27', zone: 'Europe/Helsinki', entries: [said(3600, 'ada', 'hello')], stays });
    const [, rules = ''] = /<svg class=rules.*?>(.*?)<\/svg>/.exec(page(day)) ?? [];
    expect(rules).toMatch(/^(?:<line [^>]*>)+(?:<text [^>]*>\d\d<\/text>)+$/);
    expect(rules.match(/class=r /g)).toHaveLength(1);
    expect(rules).toMatch(/>03<\/text><text class=r [^>]*>03</);
  });

  it('has the thin line of a second nick above the other, where a pointer meets it', () => {
    const stay = { start: 'join', end: 'carried', to: 86_400 } as const;
    const html = page(
      aDay({
        entries: [
          { at: 100, kind: 'join', nick: 'ada_' },
          { at: 200, kind: 'join', nick: 'ada' },
        ],
        people: [{ name: 'ada', nicks: ['ada', 'ada_'] }],
        stays: [
          { ...stay, nick: 'ada_', from: 100 },
          { ...stay, nick: 'ada', from: 200 },
        ],
      }),
    );
    expect(html.match(/(?<=<title>)\S+ here/g)).toEqual(['ada', 'ada_'].map((nick) => `${nick} here`));
  });
});

describe('the table of presence', () => {
  it('names the break that ended a stay, and no missing lines where the log only left out who went', () => {
    const blind = aDay({ entries: [], gaps: [{ from: 500, to: 600, cause: 'left' }] });
    const bounds = { from: blind.start + 100, to: blind.start + 500 };
    const how = { start: 'join', end: 'gap', second: false, target: undefined, reason: undefined } as const;
    const stay = { nick: 'ada', ...bounds, ...how };
    expect(whyEnded(blind, stay)).toBe('the logger left');
    expect(whyEnded({ ...blind, gaps: [] }, stay)).toBe('not logged from here');
  });
});
