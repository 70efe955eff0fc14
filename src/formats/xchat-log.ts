// The text logs that XChat and HexChat write beside the scrollback.
//
//   **** BEGIN LOGGING AT Thu Jan  5 09:00:00 2012
//
//   Jan 05 09:01:02 <alice>⇥hello bob
//   Jan 05 09:01:09 *⇥carol (~c@host.example) has joined
//   Jan 05 09:01:10 -->⇥carol (~c@host.example) has joined #garden       classic text events
//   **** ENDING LOGGING AT Thu Jan  5 17:00:00 2012
//
// line = [stamp] text | banner | text of the line before, going on; text = column (TAB | " ") column, as the text events have it,
// without codes (xchat/printed.ts). The stamp is `stamp_log_format`, without a year by default: banners tell it. Words of banners
// and events are the client's language; the date of a banner is always C's.
// Source: HexChat 2.16, src/common/text.c (log_write, log_open, log_close).
import type { Captures, FileFacts, Sample } from '../format.ts';
import { lineLog } from './parts/line-log.ts';
import type { ControlRule, Reader } from './parts/line-spec.ts';
import { MONTH_WORD } from '../shared/months.ts';
import { openedOrClosed } from './parts/spelled-date.ts';
import { BANNER, pairing, wordsOfBanner } from './xchat/banners.ts';
import { placeOf } from './xchat/place.ts';
import { logSentences } from './xchat/log-sentences.ts';
import { isStampless, STAMPLESS, survey } from './xchat/log-style.ts';
import { STAMPS } from './xchat/untabbed.ts';

const CONTROLS: readonly ControlRule[] = ['BEGIN LOGGING', 'ENDING LOGGING'].map((words) => ({
  example: `**** ${words} AT Thu Jan  5 09:00:00 2012`,
  pattern: words.startsWith('BEGIN') ? /^\*{4} BEGIN LOGGING AT .*\d{4}\s*$/u : BANNER,
  read: ([text]) => openedOrClosed(text, words.startsWith('BEGIN') ? 'open' : 'close'),
  proves: true,
}));

/** A stamp that is none (`Jan 05 39:95:90`): its line has no time of its own. */
const BROKEN = /^\p{L}[\p{L}\p{M}]*\.? +\d{1,2} \d\d:\d\d:\d\d (?=[^\s])/u;

/** Before a stamp: some languages pad the names of their months (` 1月 05`). */
const PADDED = new RegExp(String.raw`^ +(?=${MONTH_WORD} +\d{1,2} \d\d:\d\d:\d\d )`, 'u');

function reader(facts: FileFacts): Reader {
  const known = logSentences(facts);
  const stampless = isStampless(facts);
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
      if (stamped || broken || isBanner || (stampless && COLUMN.test(text))) {
        begun ||= stamped || isBanner;
        return isBanner ? pair(parsed, text) : parsed;
      }
      return begun ? [{ is: 'more', text }] : [{ is: 'event', event: { kind: 'unparsed', text } }];
    },
  };
}

/** The left column of a line that has no stamp. */
const COLUMN = /^(?:<[^<>\t]+>|\*|---|-->|<--|-\S+-)\t/u;

/** Whether the log has banners, and most of what is between them begins with the left column. */
function hasNoStamps(lines: Sample['lines']): boolean {
  const inside = lines.filter(({ text }) => text.trim() !== '' && wordsOfBanner(text) === undefined);
  const bare = inside.filter(({ text }) => COLUMN.test(text)).length;
  return bare * 2 > inside.length && lines.some(({ text }) => wordsOfBanner(text) !== undefined);
}

/** `FreeNode-#c.log`, as XChat named files before it had a folder for each network; what has no letter is a date before it, and
 * `NETWORK` a network that it did not know. */
const NAME = /(?:^|[/_])(?:[\d.-]+-)?(?<network>(?!NETWORK-)(?=[^/_#&]*\p{L})[^/_#&]+)(?:-|__)[#&+!][^/]*$/u;

function factsOf({ path, lines }: Sample): FileFacts {
  const named = lines
    .map(({ text }) => /talking on (?<channel>[#&+!]\S*)$/u.exec(text)?.groups?.['channel'])
    .find(Boolean);
  const { network }: Captures = NAME.exec(path)?.groups ?? {};
  const place = placeOf(path, named);
  return { ...place, ...(network ? { network } : {}), ...(hasNoStamps(lines) ? { variant: STAMPLESS } : {}) };
}

/** What only these clients write behind a stamp: signs for a first column, or a star and no channel. */
const COMING = /(?:^|[\d\])}>|] )(?:[^\p{L}\p{N}\s]{1,8}\t\S+ \(\S+@\S+\) has joined|\* \S+ \(\S+@\S+\) has joined$)/u;

/** Signs before the text as a web page has them: such a log is damaged, and of no theme. */
const ESCAPED = /^[^\t]*&(?:lt|gt|amp);[^\t]*\t/u;

/** How a theme of the owner's own shows who speaks: where banners or comings show the client, a file of such words is its. */
function learn({ lines }: Sample, { stamp, stamps }: FileFacts): FileFacts | undefined {
  if (!lines.some(({ text }) => wordsOfBanner(text) !== undefined || COMING.test(text))) return undefined;
  if (lines.some(({ text }) => ESCAPED.test(text))) return undefined;
  const settling = survey({ ...(stamp !== undefined && { stamp }), ...(stamps && { stamps }) });
  for (const line of lines) if (!settling.see(line)) break;
  const { events, variant = '' } = settling.facts();
  if (events) return { events };
  return variant.split(' ').includes('bare') ? { variant } : undefined;
}

export default lineLog({
  name: 'xchat-log',
  title: 'XChat and HexChat text log',
  local: true,
  actsAlike: true,
  unmarkedDays: true,
  stamps: STAMPS,
  clocksAreSet: true,
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
    {
      example: '→\tcarol (~c@host.example) has joined',
      pattern: /^[^\p{L}\p{N}\s]{1,8}\t\S+ \(\S+@\S+\) has (?:joined|left)/u,
      read: () => [],
      proves: true,
    },
    // where nicks are not indented
    {
      example: '* carol (~c@host.example) has joined',
      pattern: /^\* \S+ \(\S+@\S+\) has (?:joined$|left(?:$| \())/u,
      read: () => [],
      proves: true,
    },
    {
      example: '* alice gives channel operator status to carol',
      pattern: /^(?:\*|---) \S+ (?:gives|removes) (?:channel (?:half-)?operator status|voice) (?:to|from) \S/u,
      read: () => [],
      proves: true,
    },
    { example: '-alice/#garden-\ttea is ready', pattern: /^-\S+-\t/u, read: () => [], proves: true },
  ],
  controls: CONTROLS,
  reader,
  facts: factsOf,
  survey,
  learn,
  stampless: isStampless,
  path: /(?:^|[/_])xchatlogs[/_]|\.xchatlog$/iu,
});
