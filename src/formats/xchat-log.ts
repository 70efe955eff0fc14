// The text logs that XChat and HexChat write beside the scrollback.
//
//   **** BEGIN LOGGING AT Thu Jan  5 09:00:00 2012
//
//   Jan 05 09:01:02 <alice>⇥hello bob
//   Jan 05 09:01:09 *⇥carol (~c@host.example) has joined
//   Jan 05 09:01:10 -->⇥carol (~c@host.example) has joined #garden       classic text events
//   **** ENDING LOGGING AT Thu Jan  5 17:00:00 2012
//
// line = stamp text | banner | text of the line before, going on; text = column (TAB | " ") column, as the text events have it,
// without codes (xchat/printed.ts). The stamp is `stamp_log_format`, without a year by default: banners tell it. Words of banners
// and events are the client's language; the date of a banner is always C's.
// Source: HexChat 2.16, src/common/text.c (log_write, log_open, log_close).
import type { Captures, FileFacts, Sample, Survey } from '../format.ts';
import type { Event } from '../events.ts';
import { lineLog, type ControlRule, type Reader } from './parts/line-log.ts';
import { MONTH_WORD } from './parts/months.ts';
import { message } from './parts/told.ts';
import { plainest } from './parts/nicks.ts';
import { LANGUAGES, languagesOfBanner } from './xchat/languages.ts';
import { BANNER, banner, pairing, wordsOfBanner } from './xchat/banners.ts';
import { placeOf } from './xchat/place.ts';
import { readForeign, sentenceReader, type Style } from './xchat/printed.ts';

const CONTROLS: readonly ControlRule[] = ['BEGIN LOGGING', 'ENDING LOGGING'].map((words) => ({
  example: `**** ${words} AT Thu Jan  5 09:00:00 2012`,
  pattern: words.startsWith('BEGIN') ? /^\*{4} BEGIN LOGGING AT .*\d{4}\s*$/u : BANNER,
  read: ([text]) => banner(text, words.startsWith('BEGIN') ? 'open' : 'close'),
  proves: true,
}));

const WORDS = ['classic', 'modern', 'bare', 'translated'] as const;

/** The style that a variant names; unsettled, both columns are read, in English. */
function styleOf(variant: string | undefined): Style {
  const words = variant?.split(' ') ?? ['classic', 'modern'];
  const [classic = false, modern = false, bare = false, translated = false] = WORDS.map((word) => words.includes(word));
  return { classic, modern, bare, translated, language: words.find((word) => LANGUAGES.has(word)) };
}

/** A stamp that is none (`Jan 05 39:95:90`): its line has no time of its own. */
const BROKEN = /^\p{L}[\p{L}\p{M}]*\.? +\d{1,2} \d\d:\d\d:\d\d (?=[^\s])/u;

/** Before a stamp: some languages pad the names of their months (` 1月 05`). */
const PADDED = new RegExp(String.raw`^ +(?=${MONTH_WORD} +\d{1,2} \d\d:\d\d:\d\d )`, 'u');

/** What a client prints without its two columns, or after a star and words of a server: a note. */
function noteOf(text: string): readonly Event[] {
  return [{ kind: 'log', event: 'info', text: text.replace(/^(?:\*|---|-->|<--)[\t ]/u, '').trimStart() }];
}

/** What most lines are: read at once, without asking which of the client's sentences it is. */
const SAID = /^<(?<prefix>[~&@%+]?)(?<nick>[^\s<>]+)>\t(?<text>[^]*)$/u;

/** A nick that sets modes on itself: the owner's, and no business of the channel. */
const USER_MODE = /^(?:\*|---)[\t ](?<owner>\S+) sets mode [+-]\S+ (?:on )?\k<owner>$/u;

function reader({ variant }: FileFacts): Reader {
  const read = sentenceReader(styleOf(variant));
  const known = (text: string): readonly Event[] | undefined => {
    const said = SAID.exec(text)?.groups;
    if (said) return message(said);
    if (USER_MODE.test(text)) return noteOf(text);
    // an empty message at a line's end, where the tab was trimmed
    const told = read(/^<[^>\t]+>$/u.test(text) ? `${text}\t` : text);
    if (told) return told.events;
    return variant !== undefined || /^(?:\*|---|-->|<--)\t/u.test(text) ? noteOf(text) : undefined;
  };
  const pair = pairing();
  let begun = false;
  let broken = false;
  return {
    strip: (line) => (line.startsWith(' ') ? line.replace(PADDED, '') : line),
    read: (text) => {
      broken = !/^[<*>-]/u.test(text) && BROKEN.test(text);
      if (!broken) return known(text.startsWith(' ') ? text.trimStart() : text);
      return known(text.replace(BROKEN, '').trimStart());
    },
    finish: (parsed, text) => {
      const stamped = parsed.some((one) => one.is === 'event' && one.stamp !== undefined);
      const isBanner = wordsOfBanner(text) !== undefined;
      if (stamped || broken || isBanner) {
        begun ||= stamped || isBanner;
        return isBanner ? pair(parsed, text) : parsed;
      }
      return begun ? [{ is: 'more', text }] : [{ is: 'event', event: { kind: 'unparsed', text } }];
    },
  };
}

/** How many lines of a kind settle what the file is. */
interface Counts {
  classic: number;
  modern: number;
  bare: number;
  bracketed: number;
  english: number;
  foreign: number;
  readonly languages: Map<string, number>;
}

/** Settles the file's style and its owner: who takes a new nick as "You", or sets modes on himself. */
function survey(facts: FileFacts): Survey {
  const counts: Counts = { classic: 0, modern: 0, bare: 0, bracketed: 0, english: 0, foreign: 0, languages: new Map() };
  const english = sentenceReader({ classic: true, modern: true, bare: false, translated: false });
  const shapes = sentenceReader({ classic: true, modern: true, bare: false, translated: true });
  const vote = (languages: readonly string[]): void => {
    for (const language of languages) counts.languages.set(language, (counts.languages.get(language) ?? 0) + 1);
  };
  let owner = facts.owner;
  const ownNicks: string[] = [];
  let lines = 0;
  return {
    see: ({ text }) => {
      const rest =
        /(?:^|[\d\])}>] |\d ?[AaPp][Mm] )(?<rest>(?:(?:-->|<--|---|\*|<[^>\t]*>)[\t ]|[^\s<>*-]\S*\t)[^]*)$/u.exec(text)
          ?.groups?.['rest'];
      if (rest === undefined) {
        const words = wordsOfBanner(text);
        if (words !== undefined) vote(languagesOfBanner(words));
        return ++lines < 2000;
      }
      if (/^(?:-->|<--|---)[\t ]/u.test(rest)) counts.classic++;
      else if (rest.startsWith('<')) counts.bracketed++;
      else if (!rest.startsWith('*')) counts.bare++;
      const told = english(rest);
      const isEnglish = told?.said === false && told.events[0]?.kind !== 'log';
      const foreign = isEnglish ? undefined : readForeign(rest);
      if (foreign) vote(foreign.languages);
      const [event] = (foreign ?? told)?.events ?? [];
      if (told?.own && rest.startsWith('*')) counts.modern++;
      if (told && !told.said) counts.english++;
      else if (shapes(rest)?.said === false) counts.foreign++;
      if (event?.kind === 'nick' && event.own) ownNicks.push(event.to);
      owner ??= USER_MODE.exec(rest)?.groups?.['owner'];
      return ++lines < 2000;
    },
    facts: () => {
      const settled = owner ?? plainest(ownNicks);
      return { ...facts, variant: facts.variant ?? variantOf(counts), ...(settled ? { owner: settled } : {}) };
    },
  };
}

function variantOf({ classic, modern, bare, bracketed, english, foreign, languages }: Counts): string {
  const [language] = [...languages].sort((a, b) => b[1] - a[1]).find(([name]) => LANGUAGES.has(name)) ?? [];
  const styles = [
    ...(classic > 0 ? ['classic'] : []),
    ...(modern > 0 || classic === 0 ? ['modern'] : []),
    ...(bare > bracketed ? ['bare'] : []),
    ...(foreign > english ? ['translated'] : []),
    ...(language === undefined ? [] : [language]),
  ];
  return styles.join(' ');
}

/** `FreeNode-#c.log`, as XChat named files before it had a folder for each network. */
const NAME = /(?:^|[/_])(?<network>[^/_#&]+)(?:-|__)[#&+!][^/]*$/u;

function factsOf({ path, lines }: Sample): FileFacts {
  const named = lines
    .map(({ text }) => /talking on (?<channel>[#&+!]\S*)$/u.exec(text)?.groups?.['channel'])
    .find(Boolean);
  const { network }: Captures = NAME.exec(path)?.groups ?? {};
  const place = placeOf(path, named);
  return { ...place, ...(network ? { network } : {}) };
}

export default lineLog({
  name: 'xchat-log',
  title: 'XChat and HexChat text log',
  local: true,
  unmarkedDays: true,
  stamps: [
    'MMM dd HH:mm:ss',
    '[MMM dd HH:mm:ss]',
    '[yyyy-MM-dd HH:mm:ss]',
    'yyyy-MM-dd HH:mm:ss',
    '[HH:mm:ss]',
    'dd MMM HH:mm:ss',
  ],
  stamp: 'Jan 05 09:01:02 ',
  gap: /^ ?/u,
  rules: [
    { example: '<alice>\thello bob', pattern: /^<[^>\t]+>\t/u, read: () => [], proves: true },
    {
      example: '*\tcarol (~c@host.example) has joined',
      pattern: /^(?:\*|---|-->|<--)\t/u,
      read: () => [],
      proves: true,
    },
    { example: '-alice/#garden-\ttea is ready', pattern: /^-\S+-\t/u, read: () => [], proves: true },
  ],
  controls: CONTROLS,
  reader,
  facts: factsOf,
  survey,
  path: /(?:^|[/_])xchatlogs[/_]|\.xchatlog$/iu,
});
