// irssi: logs of its own logging (`/LOG`, `autolog`), in the default theme and themes that keep its words.
//
//   --- Log opened Thu Jan 05 09:00:00 2012          log_open_string: tells the date
//   09:01 <@alice> hello bob                         log_timestamp, then what the window shows without its formatting
//   09:02  * bob waves
//   09:03 -!- carol [~c@host.example] has quit [Ping timeout: 240 seconds]
//   --- Day changed Fri Jan 06 2012
//
// line = [stamp " "] (message | action | notice | mark sentence); mark = "-!-", or what a theme puts in its place
import type { FileFacts, ParsedLine, Sample, Survey } from '../format.ts';
import { logMark } from './irssi/log-marks.ts';
import { RULES } from './irssi/rules.ts';
import { isLooseTheme, readerOf, themeOf } from './irssi/theme.ts';
import { WORDS } from './parts/theme-words.ts';
import { lineLog } from './parts/line-log.ts';
import type { ControlRule, Reader } from './parts/line-spec.ts';
import { factsOfPath } from './parts/paths.ts';
import { newDay, openedOrClosed } from './parts/spelled-date.ts';
import type { StampForm } from './parts/stamps.ts';
import { STYLES } from './parts/talk.ts';

export { RULES };

export const TABLES = {
  ...Object.fromEntries(Object.entries(STYLES).map(([style, rule]) => [style, [rule]])),
  wordings: WORDS,
};

function factsOf(sample: Sample, form?: StampForm): FileFacts {
  const theme = sample.given.variant ?? themeOf(sample, form);
  return { ...factsOfPath(sample.path), ...(theme ? { variant: theme } : {}) };
}

function reader({ variant = '' }: FileFacts): Reader {
  return { read: readerOf(variant), finish: logMark };
}

/** What the log says of its own beginning or end: an event with its own date. */
const logLine =
  (event: 'open' | 'close') =>
  ([text]: RegExpExecArray): readonly ParsedLine[] =>
    openedOrClosed(text, event);

const CONTROLS: readonly (ControlRule & { readonly proves: true })[] = [
  {
    example: '--- Log opened Thu Jan 05 09:00:00 2012',
    pattern: /^--- Log opened\b.*$/u,
    read: logLine('open'),
    proves: true,
  },
  {
    example: '--- Log closed Thu Jan 05 17:00:00 2012',
    pattern: /^--- Log closed\b.*$/u,
    read: logLine('close'),
    proves: true,
  },
  {
    example: '--- Day changed Fri Jan 06 2012',
    pattern: /^(?:\S+ )?--- Day changed\b.*$/u,
    read: ([text]) => newDay(text),
    proves: true,
  },
];

/** How a line of the nicks of a channel ends, which irssi may list before it counts them. */
const NAMES = /\[(?:Users [#&+!]|[ ~&@%+!])\S+ *\]$/u;
const END = 80;
/** No server sends more (RFC 1459, 2.3). A line that is longer would be looked through for each of its words. */
const LONGEST = 512;
const JOINED = /(?:^|\s)(\S+?) ?[[(<{«‹][^\s@]*@\S* (?:has )?joined [#&+!]\S*$/u;
/** What it may tell before that. */
const TOPIC = / Topic (?:for [#&+!]\S*:|set by \S+ \[)/u;

/** The owner: who joins directly before irssi tells the topic, lists and counts the nicks of a channel, or says to have a new nick. */
function survey(facts: FileFacts): Survey {
  let owner = facts.owner;
  let joined: string | undefined;
  return {
    see: (line) => {
      const text = line.text.trimEnd();
      if (text === '' || NAMES.test(text.slice(-END)) || TOPIC.test(text)) return true;
      if (/ Irssi: [#&+!]\S*: Total of \d+ nicks/u.test(text)) owner ??= joined;
      else owner ??= / You're now known as (\S+)$/u.exec(text)?.[1];
      joined = JOINED.exec(text.slice(-LONGEST))?.[1];
      return owner === undefined;
    },
    facts: () => ({ ...facts, ...(owner ? { owner } : {}) }),
  };
}

export default lineLog({
  name: 'irssi',
  title: 'irssi',
  local: true,
  stamps: ['HH:mm', 'HH:mm:ss', '[HH:mm]', '[HH:mm:ss]', 'yyyy-MM-dd HH:mm:ss', "yyyy-MM-dd'T'HH:mm:ss"],
  clocksAreSet: true,
  stamp: '09:01 ',
  rules: RULES,
  controls: CONTROLS,
  reader,
  facts: factsOf,
  survey,
  loose: isLooseTheme,
  // the blank where a nick without channel status has no sign
  telltale: /^[^<]*\d\d(?: ?[AaPp][Mm])?\]? < [^>\s]+>/u,
  path: /(?:^|\/)(?:irclogs|irssi)(?:\/|$)/iu,
});
