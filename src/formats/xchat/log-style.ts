// What the lines of a text log of XChat or HexChat settle together: the style of its theme, its language, its owner.
//
//   modern translated de      in words, as the file's variant keeps it
import type { Event } from '../../events.ts';
import type { FileFacts, Survey } from '../../format.ts';
import { plainest } from '../parts/nicks.ts';
import { wordsOfBanner } from './banners.ts';
import { LANGUAGES, languagesOfBanner } from './languages.ts';
import { learn } from './learn.ts';
import { EVENT_COLUMN, readForeign, sentenceReader, type Style } from './printed.ts';
import { behindStamp, signsTabbed, untabbed } from './untabbed.ts';

/** The word for a file whose client was told to write no stamps: only its banners tell when. */
export const STAMPLESS = 'stampless';

/** Whether a file has no stamps, by its variant. */
export const isStampless = ({ variant }: FileFacts): boolean => variant?.split(' ').includes(STAMPLESS) ?? false;

const WORDS = ['classic', 'modern', 'bare', 'translated'] as const;

/** The style that a variant names; unsettled, both columns are read, in English. */
export function styleOf({ variant, events }: FileFacts): Style {
  const words = variant === undefined || variant === STAMPLESS ? ['classic', 'modern'] : variant.split(' ');
  const [classic = false, modern = false, bare = false, translated = false] = WORDS.map((word) => words.includes(word));
  return { classic, modern, bare, translated, language: words.find((word) => LANGUAGES.has(word)), events };
}

/** A nick that sets modes on itself: the owner's, and no business of the channel. */
export const USER_MODE = /^(?:\*|---)[\t ](?<owner>\S+) sets mode [+-]\S+ (?:on )?\k<owner>$/u;

/** How many lines of a kind settle what the file is. */
interface Counts {
  classic: number;
  modern: number;
  /** First columns that are a word: before what people say, less before what the client tells. */
  bare: number;
  bracketed: number;
  english: number;
  foreign: number;
  /** What the client may tell behind a star, its kinds, and how often it came after other columns. */
  starred: number;
  turns: number;
  readonly kinds: Set<Event['kind']>;
  readonly languages: Map<string, number>;
}

/** What the client tells behind a star, too: so many lines of it, with no other column between, of so many kinds, are no imitations. */
const CLIENTS: readonly Event['kind'][] = ['kick', 'mode', 'topic', 'nick'];
const STARRED = 3;
const KINDS = 2;

/** Settles the file's style and its owner: who takes a new nick as "You", or sets modes on himself. */
export function survey(facts: FileFacts): Survey {
  const counts: Counts = {
    ...{ classic: 0, modern: 0, bare: 0, bracketed: 0, english: 0, foreign: 0, starred: 0, turns: 0 },
    ...{ kinds: new Set<Event['kind']>(), languages: new Map<string, number>() },
  };
  const english = sentenceReader({ classic: true, modern: true, bare: false, translated: false });
  const shapes = sentenceReader({ classic: true, modern: true, bare: false, translated: true });
  const vote = (languages: readonly string[]): void => {
    for (const language of languages) counts.languages.set(language, (counts.languages.get(language) ?? 0) + 1);
  };
  let owner = facts.owner;
  const ownNicks: string[] = [];
  const unread: string[] = [];
  const others: string[] = [];
  const speakers = new Set<string>();
  const comings: Comings = { hosted: 0, bare: new Set() };
  const textOf = behindStamp(facts);
  const blanks = untabbed(textOf);
  let lines = 0;
  let behindStar = false;
  return {
    see: ({ text }) => {
      blanks.see(text);
      const behind = textOf(text);
      const signed = behind === undefined ? undefined : signsTabbed(behind);
      const rest = (COLUMNS.exec(behind ?? text) ?? COLUMNS.exec(signed ?? ''))?.[0];
      if (rest === undefined) {
        const words = wordsOfBanner(text);
        if (words !== undefined) vote(languagesOfBanner(words));
        return ++lines < 2000;
      }
      if (/^(?:-->|<--|---)[\t ]/u.test(rest)) {
        counts.classic++;
        behindStar = false;
      } else if (rest.startsWith('<')) counts.bracketed++;
      else if (!EVENT_COLUMN.test(rest) && !/^[*>-]/u.test(rest)) {
        const told = english(rest.replace(/^[^\t]*/u, '*'));
        counts.bare += told?.said === false ? -1 : 1;
      }
      const { nick: comer, host } = COMING.exec(rest)?.groups ?? {};
      if (host !== undefined) comings.hosted++;
      else if (comer !== undefined) comings.bare.add(comer);
      const told = english(rest);
      const isEnglish = told?.said === false && told.events[0]?.kind !== 'log';
      const foreign = isEnglish ? undefined : readForeign(rest);
      if (foreign) vote(foreign.languages);
      const [event] = (foreign ?? told)?.events ?? [];
      if (told?.said !== false && unread.length < LEARNT) unread.push(rest);
      if (told === undefined && others.length < LEARNT) others.push(rest);
      if (event?.kind === 'message' && event.nick && speakers.size < LEARNT) speakers.add(event.nick);
      if (told?.own && rest.startsWith('*')) counts.modern++;
      if (isEnglish && rest.startsWith('*') && event && CLIENTS.includes(event.kind)) {
        counts.starred++;
        if (!behindStar) counts.turns++;
        behindStar = true;
        counts.kinds.add(event.kind);
      }
      if (told && !told.said) counts.english++;
      else if (shapes(rest)?.said === false) counts.foreign++;
      if (event?.kind === 'nick' && event.own) ownNicks.push(event.to);
      owner ??= USER_MODE.exec(rest)?.groups?.['owner'];
      return ++lines < 2000;
    },
    facts: () => {
      const settled = owner ?? plainest(ownNicks);
      const texts = blanks.texts(counts.bracketed);
      const plain = blanks.areNicks(texts);
      if (plain) counts.bare = texts.length;
      // where the client wrote no tabs, those there are somebody typed
      const events =
        facts.events ??
        ownTheme(texts.length === 0 || plain ? unread : [...texts, ...others], { others, speakers }, settled, comings);
      // brackets of the owner's own are brackets
      if (events?.['Channel Message']) counts.bare = 0;
      return {
        ...facts,
        variant: isStampless(facts)
          ? `${variantOf(counts, comings)} ${STAMPLESS}`
          : (facts.variant ?? variantOf(counts, comings)),
        ...(settled ? { owner: settled } : {}),
        ...(events ? { events } : {}),
      };
    },
  };
}

/** Two columns behind a stamp. */
const COLUMNS =
  /(?<=^ ?)(?:(?:-->|<--|---|\*|<(?![^>\t]*\d:\d\d)[^>\t]*>)[\t ]|[^\p{L}\p{N}\s]{1,8}\t|(?!\d+[:.]\d)[^\s<>*-]\S*(?: [^\p{L}\p{N}\s]{1,2})?\t)[^]*$/u;

/** How many texts show how a theme of the owner's own prints messages and actions. */
const LEARNT = 400;

/** What the clients themselves print of a message and an action, in any style. */
const USUAL = new Set(['<$1>$t$2', '$1$t$2', '*$t$1 $2']);

/** So many who come behind a star show what stands there. */
const COMINGS = 3;

/** Of a language whose sentences are not known, so many lines have the shape of events: fewer are what somebody does. */
const SHAPES = 3;

/** Who came, with a host or without. */
interface Comings {
  hosted: number;
  readonly bare: Set<string>;
}

const COMING = /^\*\t(?<nick>[^ \t]+)(?<host> \([^ \t()]+@[^ \t]+\))? has joined(?: [#&+!]\S*)?$/u;

/** What stands beside the clients' own messages: lines that are none, and who speaks in these. */
interface Beside {
  readonly others: readonly string[];
  readonly speakers: ReadonlySet<string>;
}

/** A theme without hosts, as HexChat 2.9.4's is for those that leave. */
const HOSTLESS = {
  Join: '*$t$1 has joined',
  Part: '*$t$1 has left',
  'Part with Reason': '*$t$1 has left ($4)',
};

/** What the owner's own theme prints otherwise than the releases: messages, actions, comings; undefined where nothing. */
function ownTheme(
  texts: readonly string[],
  { others, speakers }: Beside,
  owner: string | undefined,
  { hosted, bare }: Comings,
): FileFacts['events'] {
  const learntOf = (some: readonly string[], nicks: ReadonlySet<string>): readonly (readonly [string, string])[] =>
    Object.entries(learn(some, { owner, nicks })).filter(
      ([event, format]) => /^Channel (?:Message|Action)$/u.test(event) && !USUAL.has(format.replace('$3', '')),
    );
  // a theme may change half-way: then most of the lines may be the clients' own
  const learnt = [...learntOf(others, speakers), ...learntOf(texts, new Set())];
  const hostless = bare.size >= COMINGS && bare.size > hosted ? HOSTLESS : {};
  const events = { ...hostless, ...Object.fromEntries(learnt) };
  return Object.keys(events).length > 0 ? events : undefined;
}

function variantOf(
  { classic, modern, bare, bracketed, english, foreign, starred, turns, kinds, languages }: Counts,
  { hosted }: Comings,
): string {
  const [language] = [...languages].sort((a, b) => b[1] - a[1]).find(([name]) => LANGUAGES.has(name)) ?? [];
  const areClients = starred >= STARRED * Math.max(1, turns) && kinds.size >= KINDS;
  const styles = [
    ...(classic > 0 ? ['classic'] : []),
    ...(modern > 0 || classic === 0 || hosted >= COMINGS || areClients ? ['modern'] : []),
    ...(bare > bracketed ? ['bare'] : []),
    ...(foreign > english && (foreign >= SHAPES || language !== undefined) ? ['translated'] : []),
    ...(language === undefined ? [] : [language]),
  ];
  return styles.join(' ');
}
