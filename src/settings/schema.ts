// The keys of archive.yaml and what may stand behind each: docs/settings.md says the same for people, and a test compares.
import * as v from 'valibot';
import { isZone, spelledZone } from '../time.ts';

/** `-90s`, `1m30s`, `2h`: hours, minutes, seconds, in this order. */
const DURATION = /^([+-]?)(?=\d)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?$/;

/** How far a clock can be off, in seconds: a wrong year. More takes minutes to put right, and in the end all memory. */
const MOST_AHEAD = 8784 * 3600;

/** Seconds of a duration as settings write it; what is none gives NaN. */
export function secondsOf(duration: string): number {
  const [, sign, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(duration) ?? [];
  if (sign === undefined) return NaN;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * (sign === '-' ? -1 : 1) || 0;
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (day === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

function isSiteAddress(text: string): boolean {
  if (!isWebAddress(text)) return false;
  const { pathname, search, hash } = new URL(text);
  // A path that begins with two slashes would be the address of another host in every link.
  return search === '' && hash === '' && !pathname.includes('//');
}

const isContact = (text: string): boolean =>
  /^(?:mailto:)?[^\s@<>"]+@[^\s@<>"]+$/.test(text) || (/^https?:/.test(text) && isWebAddress(text));

/** Each message goes on from "… must be": what was expected. */
const words = v.pipe(
  v.string('text'),
  v.check((value) => !/[\0-\x08\x0a-\x1f\x7f]/.test(value), 'text without line breaks and control characters'),
);
const text = v.pipe(
  words,
  v.check((value) => value.trim() !== '', 'text that is not empty'),
);
const textThat = (check: (value: string) => boolean, expected: string) =>
  v.pipe(v.string(expected), v.check(check, expected));
const listOf = <S extends v.GenericSchema>(item: S, expected: string) => v.array(item, expected);
const yes = v.boolean('true or false');
const zone = v.pipe(textThat(isZone, 'a time zone of the IANA list, such as Europe/Paris'), v.transform(spelledZone));
const date = textThat(isDate, 'a date such as 2013-10-02');
const name = v.pipe(
  text,
  v.check((value) => !/\s/.test(value), 'a name without blanks'),
);
/** What a log can call its channel or network: names of files and folders hold what no server allows. */
const loggedName = v.pipe(
  v.string('text'),
  v.check((value) => value.trim() !== '', 'text that is not empty'),
  v.check((value) => !/[\0\n\r]/.test(value), 'text without line breaks'),
);
const path = v.pipe(
  text,
  v.check((value) => !value.includes('\\'), 'a path with / between folders'),
);

/** Whether luxon's tokens tell an hour and a minute, or an instant; what stands in quotes is no token. */
function tellsTime(stamp: string): boolean {
  const tokens = stamp.replace(/'[^']*'/g, ' ').match(/([A-Za-z])\1*/g) ?? [];
  const tells = (some: RegExp): boolean => tokens.some((token) => some.test(token));
  return tells(/^x$/i) || (tells(/^[Hh]{1,2}$/) && tells(/^mm?$/));
}

const log = v.object(
  {
    path,
    format: v.optional(text),
    stamp: v.optional(textThat(tellsTime, 'luxon tokens of a time of day or an instant, such as [HH:mm:ss]')),
    zone: v.optional(zone),
    owner: v.optional(name),
    offset: v.optional(
      v.pipe(
        textThat((value) => !Number.isNaN(secondsOf(value)), 'a duration such as -90s, 1m30s or 2h'),
        v.check((value) => !(Math.abs(secondsOf(value)) > MOST_AHEAD), 'a year (8784h) at most'),
      ),
    ),
    events: v.optional(path),
  },
  'keys and values such as path: logs/…',
);

const channel = v.object(
  {
    name: loggedName,
    names: v.optional(listOf(loggedName, 'a list of names'), []),
    networks: v.optional(listOf(loggedName, 'a list of names'), []),
    slug: v.optional(text),
    formerSlugs: v.optional(listOf(text, 'a list of slugs'), []),
    topic: v.optional(text),
    logs: v.optional(listOf(log, 'a list of log files, each with its path')),
    presence: v.optional(v.picklist(['show', 'none'], 'show or none'), 'show'),
  },
  'keys and values such as name: "#channel"',
);

const nick = v.union(
  [name, v.object({ nick: name, from: v.optional(date), until: v.optional(date) })],
  'a nick, or nick:, from: and until: with dates',
);

const person = v.object(
  {
    name: text,
    nicks: v.optional(listOf(nick, 'a list of nicks')),
    not: v.optional(listOf(name, 'a list of nicks'), []),
    hue: v.optional(
      v.pipe(
        v.number('a whole number from 1 to 8'),
        v.integer('a whole number from 1 to 8'),
        v.minValue(1, 'a whole number from 1 to 8'),
        v.maxValue(8, 'a whole number from 1 to 8'),
      ),
    ),
    bot: v.optional(yes, false),
  },
  'keys and values such as name: …',
);

const tracker = v.object(
  {
    name: text,
    match: text,
    url: textThat(
      (value) => isWebAddress(value.replace(/\$\d/g, '1')),
      'an address that begins with http:// or https://',
    ),
  },
  'keys and values: name, match and url',
);

const relay = v.object({ nick: name, match: v.optional(text) }, 'keys and values such as nick: …');

const hidden = v.object(
  { name: v.optional(text), nicks: v.optional(listOf(name, 'a list of nicks'), []), as: v.optional(name) },
  'keys and values: name or nicks, and as',
);

const privacy = v.object(
  {
    hosts: v.optional(v.picklist(['hide', 'show'], 'hide or show'), 'hide'),
    private: v.optional(v.picklist(['hide', 'show'], 'hide or show'), 'hide'),
    offRecord: v.optional(text),
    redact: v.optional(
      listOf(
        v.object({ match: text, with: v.optional(words, '…') }, 'keys and values: match and with'),
        'a list, each with match and with',
      ),
      [],
    ),
    remove: v.optional(
      listOf(
        textThat(
          (value) =>
            /^\/?[^/#\s]+\/\d{4}-\d\d-\d\d\/#?t\d{6}[0-9a-hjkmnp-tv-z]{4}(?:[0-9a-hjkmnp-tv-z]{2})?(?:u\d+)?$/u.test(
              value,
            ),
          'the address of a line, such as xpmem/2013-10-11/t105451abcd',
        ),
        'a list of addresses',
      ),
      [],
    ),
    people: v.optional(listOf(hidden, 'a list, each with name or nicks'), []),
    forgetAddresses: v.optional(yes, false),
  },
  'keys and values such as hosts: hide',
);

/** The settings as they are written; a message goes on from “… must be”. */
export const SCHEMA = v.object(
  {
    title: v.optional(text, 'Daybook'),
    url: v.optional(textThat(isSiteAddress, 'an address such as https://irc.example.com/channel/')),
    language: v.optional(textThat(isLanguage, 'a language tag such as en or pt-BR'), 'en'),
    zone: v.optional(zone, 'UTC'),
    formerZones: v.optional(listOf(zone, 'a list of time zones such as [Europe/London]'), []),
    indexed: v.optional(yes, false),
    contact: v.optional(textThat(isContact, 'an e-mail address, or a web address that begins with https://')),
    channels: v.optional(listOf(channel, 'a list of channels, each with its name'), []),
    people: v.optional(listOf(person, 'a list of people, each with a name'), []),
    trackers: v.optional(listOf(tracker, 'a list of trackers, each with name, match and url'), []),
    relays: v.optional(listOf(relay, 'a list of relays, each with its nick'), []),
    privacy: v.optional(privacy, {}),
  },
  'keys and values such as title: …',
);

export type Written = v.InferOutput<typeof SCHEMA>;
