// What of a WeeChat log the whole file settles, or the line before: its prefixes, the owner, the topic, continued lines.
import { LONGEST_SENTENCE, readByRules, saidAtLength } from '../../format.ts';
import type { Captures, FileFacts, LineRule, ParsedLine, Survey } from '../../format.ts';
import type { Event } from '../../events.ts';
import type { Reader } from '../parts/line-spec.ts';
import { plainest } from '../parts/nicks.ts';
import { join, part, quit } from '../parts/told.ts';
import { readForeign } from './languages.ts';
import { withoutAround } from './around-nicks.ts';
import { prefixesOf, prefixSurvey, STAR, type Prefixes } from './prefixes.ts';
import { RULES } from './sentences.ts';

const REASON = String.raw`(?: \((?<reason>[^]*)\))?`;

/** The client's sentences in a language that the table does not know, by their shape and the direction of the arrow. */
export const SHAPES: readonly LineRule[] = [
  {
    example: '-->\tcarol (~c@host.example) a rejoint #garden',
    pattern: new RegExp(
      String.raw`^[^\p{L}\p{N}\t<←⇐⇦]*[>→⇒⇨]\t(?<nick>\S+) \((?<host>[^\s@]+@[^\s()]+)\) .*(?<channel>[#&]\S+).*$`,
      'u',
    ),
    read: join,
  },
  {
    example: '<--\tcarol (~c@host.example) a quitté #garden (bye)',
    pattern: new RegExp(
      String.raw`^[<←⇐⇦][^\p{L}\p{N}\t>→⇒⇨]*\t(?<nick>\S+) \((?<host>[^\s@]+@[^\s()]+)\) [^(]*[#&][^(]*${REASON}$`,
      'u',
    ),
    read: part,
  },
  {
    example: '<--\tcarol (~c@host.example) a quitté (bye)',
    pattern: new RegExp(
      String.raw`^[<←⇐⇦][^\p{L}\p{N}\t>→⇒⇨]*\t(?<nick>\S+) \((?<host>[^\s@]+@[^\s()]+)\) [^(#&]*${REASON}$`,
      'u',
    ),
    read: quit,
  },
];

/** What a sign without an arrow says, whatever it is, is a note; what an arrow says should have been known. */
const NOTE = /^(?:[^\p{L}\p{N}\t<>←→⇐⇒⇦⇨]|ℹ)*\t(?<text>[^]*)$/u;

type Read = (text: string) => readonly Event[] | undefined;

/** Reads what follows the stamp by the client's sentences in all languages; what stands behind other signs is a note. */
function told(text: string): readonly Event[] | undefined {
  if (text.length > LONGEST_SENTENCE) return saidAtLength(text, told);
  const events = readByRules(RULES, text) ?? readForeign(text) ?? readByRules(SHAPES, text);
  if (events) return events;
  const said = NOTE.exec(text)?.groups?.['text'];
  return said === undefined ? undefined : [{ kind: 'log', event: 'info', text: said }];
}

/** What the client tells of a channel when its owner has joined it: the topic, or in any language who and how many are there. */
const WELCOME = /^(?:(?:Topic for|Nicks|Channel) [#&+!]|(?:[\p{L}\p{M}]+:? ){1,2}[#&+!]\S*?\s?: [[\d])/u;

/** Known as the client's by its words, whatever stands before it. */
const isKnown = (event: Event): boolean =>
  event.kind !== 'log' ||
  event.event !== 'info' ||
  WELCOME.test(event.text) ||
  /^(?:Topic set by|Channel created on|(?:Unknown )?CTCP requested by) /u.test(event.text);

/**
 * Reads as an action what stands after the file's prefix of actions, as a sentence what stands after its marks, and nicks without
 * what stands around them.
 */
function withPrefixes(read: Read, { actions, marks, arounds }: Prefixes): Read {
  if (actions.size + marks.size + arounds.length === 0) return read;
  return (text) => {
    const tab = text.indexOf('\t');
    const prefix = text.slice(0, Math.max(tab, 0));
    const said = text.slice(tab + 1);
    // where nothing stands before actions, the log's own marks begin as they do
    if (tab === 0 && said.startsWith('****  ')) return read(text);
    const acts = tab >= 0 && actions.has(prefix);
    if (tab >= 0 && marks.has(prefix)) {
      const events = read(`--\t${said}`);
      if (!acts && !STAR.test(prefix)) return events;
      // before actions and sentences alike: an editor may have put blanks behind one, then it is no action yet
      const sentence = [events, read(`--\t${said.trimEnd()}`)].find((some) => some?.some(isKnown));
      if (sentence) return sentence;
    }
    if (acts) return read(` *\t${said}`);
    return read(tab > 0 ? `${withoutAround(prefix, arounds)}\t${said}` : text);
  };
}

/** The new topic, cut after the old one where that is known: either may hold `" to "`. */
function topicReader(read: Read): Read {
  let topicNow: string | undefined;
  const change = /^(?<before>(?:[^\p{L}\p{N}\t]|ℹ)*\t(?<nick>\S+) has changed topic for \S+ from:? ")(?<rest>[^]*)"$/u;
  const shown = /^(?:[^\p{L}\p{N}\t]|ℹ)*\tTopic for [#&+!]\S* is "(?<topic>[^]*)"$/u;
  return (text) => {
    if (!text.includes(' topic for ') && !text.includes('Topic for ')) return read(text);
    const { nick, rest }: Captures = change.exec(text)?.groups ?? {};
    const known =
      topicNow === undefined
        ? undefined
        : [`${topicNow}" to "`, `${topicNow}" to: "`].find((old) => rest?.startsWith(old));
    const events: readonly Event[] | undefined =
      nick && rest !== undefined && known ? [{ kind: 'topic', nick, text: rest.slice(known.length) }] : read(text);
    const changed = events?.[0];
    topicNow = changed?.kind === 'topic' ? changed.text : (shown.exec(text)?.groups?.['topic'] ?? topicNow);
    return events;
  };
}

/** Lines without a stamp go on with the text of the line before, but for marks of a day; at the start of a file there is none. */
function continued(): (parsed: readonly ParsedLine[], text: string) => readonly ParsedLine[] {
  let begun = false;
  return (parsed, text) => {
    const stamped = parsed.some((one) => one.is === 'event' && one.stamp !== undefined);
    if (stamped) begun = true;
    return stamped || !begun || parsed.some(({ is }) => is === 'control') ? parsed : [{ is: 'more', text }];
  };
}

/** Reads the lines of a file by the client's sentences. */
export function readerOf({ variant }: FileFacts): Reader {
  return { read: withPrefixes(topicReader(told), prefixesOf(variant)), finish: continued() };
}

/**
 * The prefixes that are not the client's own. The owner: who joins directly before the client tells of the channel, or else
 * takes a new nick as "You".
 */
export function surveyOf(facts: FileFacts): Survey {
  const prefixes = prefixSurvey(told);
  const read = withPrefixes(told, prefixesOf(facts.variant));
  let lines = 0;
  let owner = facts.owner;
  const ownNicks: string[] = [];
  let joined: string | undefined;
  return {
    see: ({ text }) => {
      const [, rest = ''] = /^[^\t]*\t([^]*)$/u.exec(text) ?? [];
      const events = read(rest);
      prefixes.see(rest, events);
      const [event] = events ?? [];
      if (event?.kind === 'log' && WELCOME.test(event.text)) owner ??= joined;
      if (event?.kind === 'nick' && event.own) ownNicks.push(event.to);
      joined = event?.kind === 'join' ? event.nick : undefined;
      return ++lines < 2000;
    },
    facts: () => {
      const settled = owner ?? plainest(ownNicks);
      const variant = facts.variant ?? prefixes.variant();
      return { ...facts, ...(variant ? { variant } : {}), ...(settled ? { owner: settled } : {}) };
    },
  };
}
