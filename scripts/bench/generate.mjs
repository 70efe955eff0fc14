// Makes an archive of invented talk to measure with: the same seed gives the same bytes.
//
//   node scripts/bench/generate.mjs --out /tmp/archive --lines 100000 --years 1 --channels 1 --loggers 1 --clients classic
//
// Days are as uneven as those of real channels: most have a hundred lines or so, one in a hundred has two thousand, one
// has a fiftieth of all, up to 20,000. People come and go, a few stay for years. Each logger has the whole talk, but for
// days when it was away, by a clock of its own.
import { appendFileSync, closeSync, fstatSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * @typedef {object} Talk
 * @property {number} lines of all channels together, for each logger
 * @property {number} years
 * @property {number} channels
 * @property {number} loggers
 * @property {readonly string[]} clients `classic`, `irssi`, `znc`: one for each logger, in turns
 * @property {number} seed
 */
/** @typedef {{ at: number, kind: 'says' | 'does' | 'joins' | 'quits' | 'becomes', nick: string, text: string }} Line */
/** @typedef {() => number} Chance from 0 to below 1 */

const DAY = 86_400;
/** 2004-01-01, midnight in UTC. */
export const START = 1_072_915_200;
/** Somebody who talks in the first weeks only. */
export const LONG_GONE = 'wanderer';

/** @type {Talk} */
export const DEFAULTS = { lines: 100_000, years: 10, channels: 1, loggers: 1, clients: ['classic'], seed: 1 };

/** @param {number} seed @returns {Chance} mulberry32 */
function chanceOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many lines each day has: lognormal, scaled to the sum; a day can be silent. @param {Chance} chance @param {number} days @param {number} lines */
function sizesOf(chance, days, lines) {
  const largest = Math.min(20_000, Math.floor(lines / 50));
  const weights = Array.from({ length: days }, () => {
    const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
    return Math.exp(1.25 * normal);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight) => Math.min(largest, Math.floor((weight / total) * (lines - largest))));
  sizes[Math.floor(days * 0.6)] = largest;
  for (let left = lines - sizes.reduce((sum, size) => sum + size, 0); left > 0; left -= 1) {
    const day = Math.floor(chance() * days);
    sizes[day] = (sizes[day] ?? 0) + 1;
  }
  return sizes;
}

const WORDS =
  'the a to of and in is it that for on was with as this but not are be we at have you from they or one so if what can there would about which when more some like just do know then time see think try build test kernel page fault lock thread memory segment attach driver patch branch review merge queue buffer cache node cluster module commit trace dump stack node socket race really still again maybe probably right wrong yesterday tomorrow lunch coffee meeting'.split(
    ' ',
  );
const RARE = [
  'see http://bugs.example.com/show/10',
  'mm_attach_region()',
  'kernel/memory/segment.c:',
  'PV 10383',
  'https://example.org/wiki/Page_',
  '4b825dc642cb',
];
const SYLLABLES = 'ka lo mi ra ten vor zu bel dra fin gor hal jen kor lar mon nor pel quin ros sal tor'.split(' ');
const MARKS = ['_', '|away', '2'];

/** @param {Chance} chance @template T @param {readonly T[]} list @returns {T} */
const pick = (chance, list) => /** @type {T} */ (list[Math.floor(chance() * list.length)]);

/** @param {Chance} chance */
function sentence(chance) {
  const length = 1 + Math.floor(-Math.log(1 - chance()) * 9);
  const words = Array.from({ length: Math.min(60, length) }, () => pick(chance, WORDS));
  if (chance() < 0.03) words.push(pick(chance, RARE) + Math.floor(chance() * 100));
  return words.join(' ');
}

/** @param {Chance} chance */
const newNick = (chance) =>
  pick(chance, SYLLABLES) + pick(chance, SYLLABLES) + (chance() < 0.5 ? pick(chance, SYLLABLES) : '');

/** The talk of a channel, day by day. @param {Talk} talk @param {number} channel @returns {Generator<readonly Line[]>} */
function* daysOf({ lines, years, channels, seed }, channel) {
  const chance = chanceOf(seed * 7919 + channel);
  const days = Math.round(years * 365);
  const regulars = Array.from({ length: 12 }, () => newNick(chance));
  /** @type {Set<string>} */
  const here = new Set();
  for (const [day, size] of sizesOf(chance, days, Math.floor(lines / channels)).entries()) {
    // One regular gives his place to another about every year.
    if (chance() < 1 / 300) regulars[Math.floor(chance() * regulars.length)] = newNick(chance);
    const guests = Array.from({ length: Math.floor(chance() * 4) }, () => newNick(chance));
    const crowd = [...regulars, ...regulars, ...guests, ...(day < 30 ? [LONG_GONE] : [])];
    const begin = START + day * DAY;
    const moments = Array.from({ length: size }, () => begin + momentOf(chance)).sort((a, b) => a - b);
    /** @type {Line[]} */
    const told = [];
    const staying = new Set(regulars);
    for (const [place, at] of moments.entries()) {
      // Towards midnight all go who are no regulars: nobody is here for years without a word.
      const [leaver] = place >= size - 2 * guests.length - 2 ? [...here].filter((nick) => !staying.has(nick)) : [];
      if (leaver === undefined) told.push(lineOf(chance, at, crowd, here));
      else told.push(quitOf(chance, at, leaver, here));
    }
    yield told;
  }
}

/** Seconds after midnight: mostly in working hours. @param {Chance} chance */
function momentOf(chance) {
  if (chance() < 0.2) return Math.floor(chance() * DAY);
  return Math.floor(52_000 + (chance() + chance() + chance() - 1.5) * 20_000);
}

/** @param {Chance} chance @param {number} at @param {readonly string[]} crowd @param {Set<string>} here @returns {Line} */
function lineOf(chance, at, crowd, here) {
  const nick = pick(chance, crowd);
  const kind = chance();
  if (!here.has(nick)) {
    here.add(nick);
    return { at, kind: 'joins', nick, text: `~${nick}@${nick}.example.net` };
  }
  if (kind < 0.03) return quitOf(chance, at, nick, here);
  if (kind < 0.035) {
    const text = nick + pick(chance, MARKS);
    here.delete(nick);
    here.add(text);
    return { at, kind: 'becomes', nick, text };
  }
  if (kind < 0.06) return { at, kind: 'does', nick, text: sentence(chance) };
  const addressed = chance() < 0.15 ? `${pick(chance, crowd)}: ` : '';
  return { at, kind: 'says', nick, text: addressed + sentence(chance) };
}

const REASONS = ['Ping timeout: 240 seconds', 'Leaving', 'hub.example.net leaf.example.net'];

/** @param {Chance} chance @param {number} at @param {string} nick @param {Set<string>} here @returns {Line} */
function quitOf(chance, at, nick, here) {
  here.delete(nick);
  return { at, kind: 'quits', nick, text: pick(chance, REASONS) };
}

// XChat's colours of nicks: see src/formats/xchat/nick-colour.ts.
const COLOURS = ['19', '20', '22', '24', '25', '26', '27', '28', '29'];
/** @param {string} nick */
const colourOf = (nick) => COLOURS[[...nick].reduce((sum, char) => sum + char.charCodeAt(0), 0) % 9];

/** @param {Line} line @param {string} channel */
export function classicLine({ at, kind, nick, text }, channel) {
  if (kind === 'says') return `T ${at} 2<${colourOf(nick)}${nick}2>\t${text}\n`;
  if (kind === 'does') return `T ${at} 13*\t${colourOf(nick)}${nick} ${text}\n`;
  if (kind === 'joins') return `T ${at} -10-11>\t${nick} 14(10${text}14) has joined ${channel}\n`;
  if (kind === 'quits') return `T ${at} <10-11-\t${nick} has quit 14(${text}14)\n`;
  return `T ${at} -10-11-\t${nick} is now known as ${text}\n`;
}

/** @param {number} at */
const clock = (at) => new Date(at * 1000).toISOString().slice(11, 19);
/** @param {number} at */
const date = (at) => new Date(at * 1000).toISOString().slice(0, 10);

/** @param {Line} line @param {string} channel */
function irssiLine({ at, kind, nick, text }, channel) {
  const time = clock(at).slice(0, 5);
  if (kind === 'says') return `${time} < ${nick}> ${text}\n`;
  if (kind === 'does') return `${time}  * ${nick} ${text}\n`;
  if (kind === 'joins') return `${time} -!- ${nick} [${text}] has joined ${channel}\n`;
  if (kind === 'quits') return `${time} -!- ${nick} [~${nick}@${nick}.example.net] has quit [${text}]\n`;
  return `${time} -!- ${nick} is now known as ${text}\n`;
}

/** @param {Line} line */
function zncLine({ at, kind, nick, text }) {
  const time = `[${clock(at)}]`;
  if (kind === 'says') return `${time} <${nick}> ${text}\n`;
  if (kind === 'does') return `${time} * ${nick} ${text}\n`;
  if (kind === 'joins') return `${time} *** Joins: ${nick} (${text})\n`;
  if (kind === 'quits') return `${time} *** Quits: ${nick} (~${nick}@${nick}.example.net) (${text})\n`;
  return `${time} *** ${nick} is now known as ${text}\n`;
}

/** Writes a logger's files of a channel. @param {string} folder @param {string} client @param {string} channel @param {Iterable<readonly Line[]>} days */
function writeLogger(folder, client, channel, days) {
  mkdirSync(folder, { recursive: true });
  const file =
    client === 'znc'
      ? undefined
      : openSync(join(folder, client === 'irssi' ? `${channel}.log` : `${channel}.txt`), 'w');
  for (const lines of days) {
    const [first] = lines;
    if (!first) continue;
    if (client === 'znc') {
      const own = openSync(join(folder, `${channel}_${date(first.at).replaceAll('-', '')}.log`), 'w');
      writeSync(own, lines.map(zncLine).join(''));
      closeSync(own);
    } else if (client === 'irssi') {
      const opened = new Date(first.at * 1000).toUTCString();
      const [, day, month, year] = /^\w+, (\d+) (\w+) (\d+)/.exec(opened) ?? [];
      const weekday = opened.slice(0, 3);
      const mark = `--- Day changed ${weekday} ${month} ${day} ${year}\n`;
      writeSync(/** @type {number} */ (file), mark + lines.map((line) => irssiLine(line, channel)).join(''));
    } else writeSync(/** @type {number} */ (file), lines.map((line) => classicLine(line, channel)).join(''));
  }
  if (file !== undefined) closeSync(file);
}

/** The talk as one logger saw it: a second or two late, not there on some days. @param {Iterable<readonly Line[]>} days @param {number} logger */
function* seenBy(days, logger) {
  const chance = chanceOf(logger * 104_729);
  for (const lines of days) {
    if (logger === 0) yield lines;
    else if (chance() < 0.05) yield [];
    else yield lines.map((line) => ({ ...line, at: line.at + (chance() < 0.3 ? 1 : 0) }));
  }
}

/** @param {number} channel */
export const channelName = (channel) => (channel === 0 ? '#bench' : `#bench-${channel + 1}`);

/** Adds one logger's files to an archive: its folder under `logs/`. @param {string} out @param {Talk} talk @param {number} logger */
export function addLogger(out, talk, logger) {
  const client = talk.clients[logger % talk.clients.length] ?? 'classic';
  for (let channel = 0; channel < talk.channels; channel += 1) {
    const folder = join(out, 'logs', `logger-${logger + 1}`);
    writeLogger(folder, client, channelName(channel), seenBy(daysOf(talk, channel), logger));
  }
}

/** Writes an archive folder. @param {string} out @param {Partial<Talk>} wanted */
export function generate(out, wanted = {}) {
  const talk = { ...DEFAULTS, ...wanted };
  mkdirSync(out, { recursive: true });
  const settings = openSync(join(out, 'archive.yaml'), 'w');
  writeSync(
    settings,
    `title: Bench\nzone: UTC\nurl: https://irc.example.com/\ntrackers:\n  - name: PV\n    match: '\\bPV[ #]?(\\d{5,8})\\b'\n    url: https://bugs.example.com/show/$1\n`,
  );
  closeSync(settings);
  for (let logger = 0; logger < talk.loggers; logger += 1) addLogger(out, talk, logger);
}

/** The first channel's log of the first logger. @param {string} content */
export const logOf = (content) => join(content, 'logs', 'logger-1', `${channelName(0)}.txt`);

/** The instant of a line of it, in epoch seconds. @param {string} line */
export const stampOf = (line) => Number(/^T (\d+)/.exec(line)?.[1]);

/** In bytes; longer than any line of it. */
const TAIL = 4096;

/**
 * The last line of a file. Who measures must not read all of it: what that leaves is collected while the build is measured.
 * @param {string} path
 */
function lastLine(path) {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(TAIL, size));
    readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString().trimEnd().split('\n').at(-1) ?? '';
  } finally {
    closeSync(file);
  }
}

/** Adds a line to that log, a minute after its last one. @param {string} content @param {string} nick */
export function appendLine(content, nick) {
  const at = stampOf(lastLine(logOf(content))) + 60;
  appendFileSync(logOf(content), classicLine({ at, kind: 'says', nick, text: 'one more line' }, channelName(0)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      lines: { type: 'string' },
      years: { type: 'string' },
      channels: { type: 'string' },
      loggers: { type: 'string' },
      clients: { type: 'string' },
      seed: { type: 'string' },
    },
  });
  if (values.out === undefined) throw new Error('Say where with --out.');
  const numbers = Object.fromEntries(
    /** @type {const} */ (['lines', 'years', 'channels', 'loggers', 'seed']).flatMap((name) =>
      values[name] === undefined ? [] : [[name, Number(values[name])]],
    ),
  );
  mkdirSync(dirname(values.out), { recursive: true });
  generate(values.out, { ...numbers, ...(values.clients !== undefined && { clients: values.clients.split(',') }) });
}
