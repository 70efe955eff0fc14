import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Mistake } from '../../src/mistake.ts';
import { readSettings, type Settings } from '../../src/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-settings-'));
mkdirSync(join(folder, 'logs'));
symlinkSync(tmpdir(), join(folder, 'logs', 'elsewhere'));
writeFileSync(join(folder, 'logs', 'pevents.conf'), 'event_name=Join\nevent_text=$1 joined\n\n');
afterAll(() => rmSync(folder, { recursive: true }));

const FORMATS = ['xchat-scrollback', 'irssi', 'znc'];

function settingsOf(yaml: string | Buffer): Settings {
  writeFileSync(join(folder, 'archive.yaml'), yaml);
  return readSettings(folder, FORMATS);
}

/** The sentences of the mistake that these settings are. */
function mistakesIn(yaml: string | Buffer): readonly string[] {
  try {
    settingsOf(yaml);
  } catch (error) {
    if (error instanceof Mistake) return error.message.split('\n');
    throw error;
  }
  return [];
}

const DEFAULTS: Settings = {
  title: 'Daybook',
  language: 'en',
  zone: 'UTC',
  formerZones: [],
  indexed: false,
  channels: [],
  people: [],
  trackers: [],
  relays: [],
  privacy: {
    hosts: 'hide',
    private: 'hide',
    redact: [],
    remove: [],
    people: [],
    forgetAddresses: false,
  },
};

describe('settings that need not be there', () => {
  test('are the defaults where there is no file', () => {
    const empty = mkdtempSync(join(tmpdir(), 'daybook-empty-'));
    expect(readSettings(empty, FORMATS)).toEqual(DEFAULTS);
    rmSync(empty, { recursive: true });
  });

  test.each([
    ['an empty file', ''],
    ['comments', '# nothing yet\n'],
    ['a byte order mark', '\ufeff'],
    ['keys whose lines are all comments', 'channels:\n#  - name: x\nprivacy:\n  redact:\n  remove:\npeople:\n'],
  ])('are the defaults for %s', (_, yaml) => {
    expect(settingsOf(yaml)).toEqual(DEFAULTS);
  });
});

describe('settings', () => {
  test('may hide a nick of somebody behind another of the same person', () => {
    const people = 'people: [{ name: Mal, nicks: [mal, malcolm-reed] }]\n';
    expect(settingsOf(`${people}privacy: { people: [{ nicks: [malcolm-reed], as: mal }] }`).privacy.people).toEqual([
      { nicks: ['malcolm-reed'], as: 'mal' },
    ]);
  });

  test('have zones as the data base writes them, another name for one as it is', () => {
    const { zone, formerZones } = settingsOf('zone: europe/HELSINKI\nformerZones: [utc, Europe/Kyiv]');
    expect([zone, ...formerZones]).toEqual(['Europe/Helsinki', 'UTC', 'Europe/Kyiv']);
  });

  test('have another name for a zone, written without capitals, with those it has', () => {
    const { formerZones } = settingsOf(
      'formerZones: [us/pacific, gb-eire, est5edt, etc/gmt0, asia/ho_chi_minh, us/east-indiana, Us/Pacific]',
    );
    expect(formerZones).toEqual([
      'US/Pacific',
      'GB-Eire',
      'EST5EDT',
      'Etc/GMT0',
      'Asia/Ho_Chi_Minh',
      'US/East-Indiana',
      'Us/Pacific',
    ]);
  });

  test('are read with each key of the docs', () => {
    const settings = settingsOf(`
title: Daybook of the limpet survey
url: https://irc.example.com/limpet
language: pt-BR
zone: Europe/Helsinki
formerZones: [UTC]
indexed: true
contact: wren@example.com
channels:
  - name: "#limpet"
    names: ["#limpet-old"]
    networks: [saltnet, tidenet]
    slug: limpet
    formerSlugs: [limpets]
    topic: Counting limpets
    presence: none
    logs:
      - path: logs/wren/*.log
        format: irssi
        stamp: "[HH:mm:ss]"
        zone: Europe/London
        owner: wren
        offset: -1m30s
        events: logs/pevents.conf
people:
  - name: Wren Ahola
    nicks: [wren, { nick: guest, from: 2013-10-02, until: 2013-10-09 }]
    not: [wren2]
    hue: 2
  - name: tidebot
    bot: true
trackers:
  - { name: BUG, match: 'BUG ?#?(\\d{4,6})', url: https://bugs.example.com/$1 }
relays:
  - nick: bridge
privacy:
  hosts: show
  private: show
  offRecord: '^\\[off\\]'
  redact: [{ match: '\\d{3}-\\d{4}', with: '[phone]' }, { match: hush }]
  remove: [limpet/2025-10-20/t100113jqwa, /limpet/2025-10-20/#t100113jqwau2]
  people: [{ nicks: [mal], as: somebody }, { name: Wren Ahola }]
  forgetAddresses: true
`);
    expect(settings).toEqual({
      title: 'Daybook of the limpet survey',
      url: 'https://irc.example.com/limpet/',
      language: 'pt-BR',
      zone: 'Europe/Helsinki',
      formerZones: ['UTC'],
      indexed: true,
      contact: 'mailto:wren@example.com',
      channels: [
        {
          name: '#limpet',
          names: ['#limpet-old'],
          networks: ['saltnet', 'tidenet'],
          slug: 'limpet',
          formerSlugs: ['limpets'],
          topic: 'Counting limpets',
          presence: 'none',
          logs: [
            {
              path: 'logs/wren/*.log',
              format: 'irssi',
              stamp: '[HH:mm:ss]',
              zone: 'Europe/London',
              owner: 'wren',
              offset: -90,
              events: 'logs/pevents.conf',
            },
          ],
        },
      ],
      people: [
        {
          name: 'Wren Ahola',
          nicks: ['wren', 'guest'],
          spans: [{ nick: 'guest', from: '2013-10-02', until: '2013-10-09' }],
          not: ['wren2'],
          hue: 2,
          bot: false,
        },
        { name: 'tidebot', nicks: ['tidebot'], spans: [], not: [], bot: true },
      ],
      trackers: [{ name: 'BUG', match: 'BUG ?#?(\\d{4,6})', url: 'https://bugs.example.com/$1' }],
      relays: [{ nick: 'bridge', match: /^<(?<nick>[^>]+)> (?<text>.*)$/iu }],
      privacy: {
        hosts: 'show',
        private: 'show',
        offRecord: /^\[off\]/iu,
        redact: [
          { match: /\d{3}-\d{4}/giu, with: '[phone]' },
          { match: /hush/giu, with: '…' },
        ],
        remove: ['limpet/2025-10-20/t100113jqwa', 'limpet/2025-10-20/t100113jqwau2'],
        people: [{ nicks: ['mal'], as: 'somebody' }, { nicks: ['wren', 'guest'] }],
        forgetAddresses: true,
      },
    });
  });

  test.each([
    ['0s', 0],
    ['-90s', -90],
    ['+2h', 7200],
    ['1m30s', 90],
    ['1h0m0.5s', 3600.5],
  ])('take the duration %s', (written, seconds) => {
    const { channels } = settingsOf(`channels: [{ name: "#a", logs: [{ path: logs/a, offset: ${written} }] }]`);
    expect(channels[0]?.logs?.[0]?.offset).toBe(seconds);
  });

  test('of one channel name on two networks are two channels', () => {
    const two = 'channels: [{ name: "#a", networks: [x] }, { name: "#A", networks: [y], slug: a-y }]';
    expect(settingsOf(two).channels).toHaveLength(2);
  });

  test('may give a nick to two people at different times', () => {
    const yaml = `people:
  - { name: a, nicks: [{ nick: x, until: 2013-10-02 }] }
  - { name: b, nicks: [{ nick: X, from: 2013-10-03 }] }`;
    expect(mistakesIn(yaml)).toEqual([]);
    expect(mistakesIn(yaml.replace('-03', '-02'))).toEqual([
      'archive.yaml:3:24: people[1].nicks[0] "X" is already a nick of people[0]; give from and until.',
    ]);
  });

  test('name one of the people by RFC 1459, to be hidden by all nicks', () => {
    const { privacy } = settingsOf(
      'people: [{ name: "Mal [A]", nicks: [mal, mal_] }]\nprivacy: { people: [{ name: "mal {a}", nicks: [m], as: x }] }',
    );
    expect(privacy.people).toEqual([{ nicks: ['mal', 'mal_', 'm'], as: 'x' }]);
  });

  test('of the docs are without mistakes', () => {
    const blocks = [...readFileSync('docs/settings.md', 'utf8').matchAll(/^```yaml\n(.*?)^```/gms)];
    expect(blocks.length).toBeGreaterThan(1);
    for (const [, yaml = ''] of blocks) {
      const people = yaml.startsWith('privacy:') ? `people: [{ name: Wren Ahola }]\n${yaml}` : yaml;
      expect(mistakesIn(people)).toEqual([]);
    }
  });
});

const channel = (rest: string): string => `channels:\n  - name: "#a"\n    ${rest}\n`;
const log = (rest: string): string => channel(`logs: [{ ${rest} }]`);

describe('a mistake is a sentence with file, line, column and key', () => {
  test.each([
    ['zoen: UTC', '1:1: zoen is not a setting here; did you mean "zone"?'],
    [
      channel('zoen: UTC'),
      '3:5: channels[0].zoen is not a setting here; did you mean "zone", a setting of channels[].logs[]?',
    ],
    [channel('slgu: b'), '3:5: channels[0].slgu is not a setting here; did you mean "slug"?'],
    ['hosts: show', '1:1: hosts is not a setting here; it is a setting of privacy.'],
    // Of so short a word, every other short one is near.
    [
      'arc: 1',
      '1:1: arc is not a setting here; the settings are title, url, language, zone, formerZones, indexed, contact, channels, people, trackers, relays, privacy.',
    ],
    [
      channel('formerZones: []'),
      '3:5: channels[0].formerZones is not a setting here; it is a setting of the whole archive, at the left margin.',
    ],
    ['title: 2013', '1:8: title must be text, not 2013; put it in quotes.'],
    ['title: [a]', '1:8: title must be text, not a list.'],
    ['title: ""', '1:8: title must be text that is not empty, not "".'],
    ['title: "a\\u0007"', '1:8: title must be text without line breaks and control characters, not "a\\u0007".'],
    [
      'zone: Europe/Helsinky',
      '1:7: zone must be a time zone of the IANA list, such as Europe/Paris, not "Europe/Helsinky"; did you mean "Europe/Helsinki"?',
    ],
    [
      'formerZones: [Mars]',
      '1:15: formerZones[0] must be a time zone of the IANA list, such as Europe/Paris, not "Mars".',
    ],
    [
      'zone: new york',
      '1:7: zone must be a time zone of the IANA list, such as Europe/Paris, not "new york"; did you mean "America/New_York"?',
    ],
    [
      'formerZones: Europe/London',
      '1:14: formerZones must be a list of time zones such as [Europe/London], not "Europe/London".',
    ],
    ['zone: BST', '1:7: zone must be a time zone of the IANA list, such as Europe/Paris, not "BST".'],
    [
      log('path: logs/a, zone: CST'),
      '3:34: channels[0].logs[0].zone must be a time zone of the IANA list, such as Europe/Paris, not "CST".',
    ],
    ['language: e_', '1:11: language must be a language tag such as en or pt-BR, not "e_".'],
    [
      'url: irc.example.com',
      '1:6: url must be an address such as https://irc.example.com/channel/, not "irc.example.com".',
    ],
    [
      'url: "javascript:alert(1)"',
      '1:6: url must be an address such as https://irc.example.com/channel/, not "javascript:alert(1)".',
    ],
    [
      'url: https://irc.example.com//',
      '1:6: url must be an address such as https://irc.example.com/channel/, not "https://irc.example.com//".',
    ],
    ['indexed: yes', '1:10: indexed must be true or false, not "yes".'],
    ['contact: bob', '1:10: contact must be an e-mail address, or a web address that begins with https://, not "bob".'],
    ['channels: "#a"', '1:11: channels must be a list of channels, each with its name, not "#a".'],
    ['channels: ["#a"]', '1:12: channels[0] must be keys and values such as name: "#channel", not "#a".'],
    ['channels: [[]]', '1:12: channels[0] must be keys and values such as name: "#channel", not a list.'],
    ['- title: a', '1:1: the settings must be keys and values such as title: …, not a list.'],
    ['channels:\n  - slug: a', '2:5: channels[0].name is missing.'],
    [
      'channels:\n  - name: #a',
      '2:11: channels[0].name must be text, not nothing; what begins with # is a comment in YAML unless it is in quotes.',
    ],
    ['title:', '1:7: title must be text, not nothing.'],
    [channel('presence: hide'), '3:15: channels[0].presence must be show or none, not "hide".'],
    [channel('slug: search'), '3:11: channels[0].slug is a page of the site itself; for example:'],
    [
      channel('slug: A b'),
      '3:11: channels[0].slug has characters that a slug cannot have (as a slug it is "a-b"); for example:',
    ],
    [channel('slug: robots.txt'), '3:11: channels[0].slug is a file of the site itself; for example:'],
    [channel('formerSlugs: [index.html]'), '3:19: channels[0].formerSlugs[0] is a file of the site itself.'],
    [
      'channels: [{ name: "#about" }]',
      '1:20: channels[0].name gives the slug "about", which is a page of the site itself; for example:',
    ],
    [
      'channels: [{ name: "#con" }]',
      '1:20: channels[0].name gives the slug "con", which is the name of a Windows device; for example:',
    ],
    [
      'channels: [{ name: "#a" }, { name: "#A" }]',
      '1:36: channels[1].name is already channels[0]; give each its networks, or make them one.',
    ],
    [
      'channels: [{ name: "#a", networks: [n] }, { name: "#a", slug: b }, { name: "#a", networks: [N], slug: c }]',
      '1:76: channels[2].name is already channels[0]; give each its networks, or make them one.',
    ],
    [
      'channels: [{ name: "#a" }, { name: "#b", slug: a }]',
      '1:48: channels[1].slug gives the slug "a", which channels[0] has; for example:',
    ],
    [
      'channels: [{ name: "#a" }, { name: "#b", formerSlugs: [a] }]',
      '1:56: channels[1].formerSlugs[0] is already the slug of channels[0]; leave it out.',
    ],
    [channel('formerSlugs: [a]'), '3:19: channels[0].formerSlugs[0] is already the slug of channels[0]; leave it out.'],
    [
      channel('formerSlugs: [b, b]'),
      '3:22: channels[0].formerSlugs[1] is already a former slug of channels[0]; leave it out.',
    ],
    [
      'channels: [{ name: "#a", formerSlugs: [b] }, { name: "#b" }]',
      '1:54: channels[1].name gives the slug "b", which channels[0] had before; for example:',
    ],
    ['channels: [{ name: "#a\\nb" }]', '1:20: channels[0].name must be text without line breaks, not "#a\\nb".'],
    [
      log('format: irsi, path: logs/a'),
      '3:22: channels[0].logs[0].format is not a log format, "irsi"; did you mean "irssi"?',
    ],
    [log('path: ../a'), '3:20: channels[0].logs[0].path must stay inside the archive folder.'],
    [log('path: logs/../../a'), '3:20: channels[0].logs[0].path must stay inside the archive folder.'],
    [log('path: /etc/*'), '3:20: channels[0].logs[0].path must be relative to the archive folder.'],
    [log('path: ~/logs'), '3:20: channels[0].logs[0].path must be relative to the archive folder.'],
    [log('path: "C:/logs"'), '3:20: channels[0].logs[0].path must be relative to the archive folder.'],
    [
      log('path: logs/elsewhere/*.log'),
      '3:20: channels[0].logs[0].path leads out of the archive folder by a symbolic link.',
    ],
    [
      log('events: logs/elsewhere/a, path: a'),
      '3:22: channels[0].logs[0].events leads out of the archive folder by a symbolic link.',
    ],
    [log('path: logs'), '3:20: channels[0].logs[0].path is a folder; logs/** is all that lies in it.'],
    [log('path: ./logs/'), '3:20: channels[0].logs[0].path is a folder; logs/** is all that lies in it.'],
    [log('events: logs/none.conf, path: a'), '3:22: channels[0].logs[0].events is not there.'],
    [log('events: logs, path: a'), '3:22: channels[0].logs[0].events is not a file.'],
    [
      log('offset: 90, path: a'),
      '3:22: channels[0].logs[0].offset must be a duration such as -90s, 1m30s or 2h, not 90.',
    ],
    [
      log('offset: 30s1m, path: a'),
      '3:22: channels[0].logs[0].offset must be a duration such as -90s, 1m30s or 2h, not "30s1m".',
    ],
    [log('offset: -9000h, path: a'), '3:22: channels[0].logs[0].offset must be a year (8784h) at most, not "-9000h".'],
    [
      log('path: logs/*a*a*a*a*b'),
      '3:20: channels[0].logs[0].path could take for ever on some names: give at most 4 * between two /.',
    ],
    [
      log('stamp: "dd", path: a'),
      '3:21: channels[0].logs[0].stamp must be luxon tokens of a time of day or an instant, such as [HH:mm:ss], not "dd".',
    ],
    [
      log('stamp: "constructor", path: a'),
      '3:21: channels[0].logs[0].stamp must be luxon tokens of a time of day or an instant, such as [HH:mm:ss], not "constructor".',
    ],
    [
      log('stamp: "tt", path: a'),
      '3:21: channels[0].logs[0].stamp must be luxon tokens of a time of day or an instant, such as [HH:mm:ss], not "tt".',
    ],
    ['people: [{ name: a, hue: 9 }]', '1:26: people[0].hue must be a whole number from 1 to 8, not 9.'],
    [
      'people: [{ name: a, nicks: [x] }, { name: b, nicks: [X] }]',
      '1:54: people[1].nicks[0] "X" is already a nick of people[0]; give from and until.',
    ],
    ['people: [{ name: a }, { name: A, nicks: [b] }]', '1:31: people[1].name is already people[0].'],
    [
      'people: [{ name: a, nicks: [{ nick: b, from: 2013-10-03, until: 2013-10-02 }] }]',
      '1:29: people[0].nicks[0] ends before it begins.',
    ],
    ['people: [{ name: a, nicks: [b], not: [B] }]', '1:29: people[0].nicks[0] "b" is under not as well.'],
    [
      'people: [{ name: a, nicks: [{ nick: b, from: 2013-02-30 }] }]',
      '1:46: people[0].nicks[0].from must be a date such as 2013-10-02, not "2013-02-30".',
    ],
    [
      'people: [{ name: a, nicks: [{ nick: b, from: 2013 }] }]',
      '1:46: people[0].nicks[0].from must be a date such as 2013-10-02, not 2013.',
    ],
    ['people: [{ name: a, nicks: [{ from: 2013-10-02 }] }]', '1:29: people[0].nicks[0].nick is missing.'],
    [
      'trackers: [{ name: A, match: a, url: "ftp://x" }]',
      '1:38: trackers[0].url must be an address that begins with http:// or https://, not "ftp://x".',
    ],
    [
      'trackers: [{ name: A, match: a(b), url: "http://x/$2" }]',
      '1:41: trackers[0].url has $2, but match has 1 group in ( ).',
    ],
    [
      'trackers: [{ name: A, match: a(b), url: "http://x/$0" }]',
      '1:41: trackers[0].url has $0, but $1 is the first group of match, and $& all that it matches.',
    ],
    [
      'trackers: [{ name: A, match: a, url: "http://x/$2" }]',
      '1:38: trackers[0].url has $2, but match has no group in ( ).',
    ],
    [
      'relays: [{ nick: a, match: "b(.*)" }]',
      '1:28: relays[0].match needs the named groups (?<nick>…) and (?<text>…).',
    ],
    ['privacy: { offRecord: "((" }', '1:23: privacy.offRecord is not a regular expression: unterminated group.'],
    ['privacy: { offRecord: "a*" }', '1:23: privacy.offRecord matches the empty text, and so every line.'],
    [
      'privacy: { remove: [limpet/t100113jqwa] }',
      '1:21: privacy.remove[0] must be the address of a line, such as xpmem/2013-10-11/t105451abcd, not "limpet/t100113jqwa".',
    ],
    [
      'privacy: { redact: [{ match: a, with: "b\\n" }] }',
      '1:39: privacy.redact[0].with must be text without line breaks and control characters, not "b\\n".',
    ],
    ['privacy: { people: [{ as: b }] }', '1:21: privacy.people[0] names nobody: give name or nicks.'],
    [
      'people: [{ name: Mal Adroit }]\nprivacy: { people: [{ name: Mal Adriot }] }',
      '2:29: privacy.people[0].name is none of the people, "Mal Adriot"; did you mean "Mal Adroit"?',
    ],
    ['privacy: { people: [{ name: mal }] }', '1:29: privacy.people[0].name is none of the people, "mal"; give nicks.'],
    [
      'privacy: { people: [{ nicks: [mal] }, { nicks: [MAL, m], as: x }] }',
      '1:39: privacy.people[1] has a nick of privacy.people[0], which hides it otherwise; name it in one.',
    ],
    [
      'people: [{ name: Ada, nicks: [ada, lace] }]\nprivacy: { people: [{ nicks: [mal], as: Lace }] }',
      '2:41: privacy.people[0].as is a nick of people[0], who would seem to have said it; take another.',
    ],
    ['title: a\ntitle: b', '2:1: this is not YAML: this key is there twice.'],
    [
      'privacy: { redact: [{ match: "\\d+" }] }',
      '1:31: this is not YAML: in double quotes a backslash begins a sign of its own, and \\d is none; use single quotes.',
    ],
    [
      'privacy: { redact: [{ match: "\\bmal\\b" }] }',
      '1:30: privacy.redact[0].match must be text without line breaks and control characters, not "\\bmal\\b"; in double quotes \\b is a control character: use single quotes.',
    ],
    ['title:a\nzone: UTC', '1:1: this is not YAML: a key is followed by a colon and a space.'],
    ['title: @a', '1:8: this is not YAML: a value that begins with @ must be in quotes.'],
    [
      'title: a: b',
      '1:8: this is not YAML: a key stands within a value: keys of one level begin in one column, and a value with a colon and a space in it must be in quotes.',
    ],
    ['\ttitle: a', '1:1: this is not YAML: Tabs are not allowed as indentation.'],
    ['title: a\n---\ntitle: b', '2:1: this is not YAML: Source contains multiple documents.'],
    ['a: &x [1]\nb: *x', '2:4: *x stands for something else; write it out here.'],
    ['? [a]\n: b', '1:3: a key must be a word, not a list or a mapping.'],
  ])('%j', (yaml, sentence) => {
    expect(mistakesIn(yaml)[0]).toBe(`archive.yaml:${sentence}`);
  });

  test('for keys that every object has', () => {
    for (const key of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(mistakesIn(`${key}: 1`)[0]).toMatch(`archive.yaml:1:1: ${key} is not a setting here; `);
    }
  });

  test('for each of several', () => {
    const all = mistakesIn('zoen: UTC\ntitle: [a]\npeople: [{ name: a, hue: red }]\n');
    expect(all.map((line) => line.split(': ')[0])).toEqual([
      'archive.yaml:1:1',
      'archive.yaml:2:8',
      'archive.yaml:3:26',
    ]);
  });

  test.each([
    ['two channels have one slug', '{ name: "#a" }, { name: "&#a", slug: a }', ['#a a', '&#a a-2']],
    ['one could be another channel', '{ name: "#a" }, { name: "#b", slug: a }, { name: "#a-2" }', ['#a a', '#b a-3']],
    ['it was a channel’s before', '{ name: "#a", formerSlugs: [b] }, { name: "#b" }', ['#b b-2']],
    ['names have blanks', '{ name: "#a b" }, { name: "#a%b" }', ['#a b a-b', '#a%b a-b-2']],
    ['it has capital letters', '{ name: "#loom", slug: Loom }', ['#loom loom']],
    ['it has none that a slug can have', '{ name: "#About", slug: About }', ['#About about-channel']],
    ['its number would not do', '{ name: "#x", slug: a/b }, { name: "#y", slug: a-b }', ['#x a-b-2']],
    ['nothing is left of it', '{ name: "#" }, { name: "#channel" }', ['# channel-2']],
  ])('with YAML to paste where %s', (_, channels, pasted) => {
    const [, ...lines] = mistakesIn(`channels: [${channels}]`);
    expect(mistakesIn(lines.join('\n'))).toEqual([]);
    const { channels: read } = settingsOf(lines.join('\n'));
    expect(read.map(({ name, slug }) => `${name} ${slug ?? ''}`)).toEqual(pasted);
  });

  test('with YAML to paste that keeps the networks of two channels of one name', () => {
    const [, ...lines] = mistakesIn('channels: [{ name: "#a", networks: [x, y] }, { name: "#A", networks: [z] }]');
    expect(lines).toEqual([
      'channels:',
      '  - name: "#a"',
      '    networks: ["x", "y"]',
      '    slug: "a"',
      '  - name: "#A"',
      '    networks: ["z"]',
      '    slug: "a-2"',
    ]);
  });

  test('for what cannot be YAML: too deep, too large, not UTF-8', () => {
    expect(mistakesIn('['.repeat(50_000))).toEqual([expect.stringMatching(/nested too deeply\.$/)]);
    expect(mistakesIn(`title: ${'a'.repeat(1_000_001)}`)[0]).toMatch(/larger than a megabyte/);
    expect(mistakesIn(Buffer.from('title: caf\xe9\n', 'latin1'))).toEqual([
      'archive.yaml is not UTF-8: save it in that encoding.',
    ]);
  });

  test('for a bomb of aliases', () => {
    const bomb = 'a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n';
    expect(mistakesIn(bomb)).toEqual(['archive.yaml:2:8: *a stands for something else; write it out here.']);
  });

  test('for a link to settings that are not there', () => {
    const linked = mkdtempSync(join(tmpdir(), 'daybook-linked-'));
    symlinkSync(join(linked, 'none.yaml'), join(linked, 'archive.yaml'));
    expect(() => readSettings(linked, FORMATS)).toThrow(Mistake);
    expect(() => readSettings(linked, FORMATS)).toThrow(/archive\.yaml is a symbolic link to a file that is not there/);
    rmSync(linked, { recursive: true });
  });

  test('for a folder in the place of the settings', () => {
    const made = mkdtempSync(join(tmpdir(), 'daybook-folder-'));
    mkdirSync(join(made, 'archive.yaml'));
    expect(() => readSettings(made, FORMATS)).toThrow(/archive\.yaml is not a file, as settings are\.$/);
    rmSync(made, { recursive: true });
  });

  test('for an archive that is not there, is a file, or has its settings under another name', () => {
    expect(() => readSettings(join(folder, 'none'), FORMATS)).toThrow(/There is no archive folder .*none/);
    expect(() => readSettings(join(folder, 'archive.yaml'), FORMATS)).toThrow(/is a file, not an archive folder/);
    expect(() => {
      writeFileSync(join(folder, 'logs', 'archive.yml'), '');
      readSettings(join(folder, 'logs'), FORMATS);
    }).toThrow(/archive\.yml is not read: settings are in archive\.yaml; rename it/);
  });
});
