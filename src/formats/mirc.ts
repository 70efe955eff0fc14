// mIRC's text logs, and those of its many imitators.
//
//   Session Start: Thu Jan 05 09:00:00 2012
//   Session Ident: #xpmem
//   03[09:00] * Now talking in #xpmem          (version 5: `*** Now talking in #xpmem`)
//   01[09:01] <@alice> hello bob               (line colours are an option; some tools strip the byte before the digits)
//   06[09:02] * bob waves
//   03[09:03] * carol (~c@host.example) Quit (Leaving)
//   Session Close: Thu Jan 05 18:00:00 2012
//
// From version 6 on `*` begins both actions and events. The line's colour tells them apart where colours are logged (6 is
// an action). Else an event is known by its whole sentence, and joins, parts and quits by their address: where a file
// shows addresses in them, the same words without one are what somebody did with /me. `bob is now known as bert`, modes,
// kicks and topics have no address, so a /me that imitates one in full is read as the event.
// Sources: logs of versions 5, 6 and 7; NeoStats' LogServ and ircII-likes that write mIRC's format (mirc.c, 2004).
import { readByRules, type FileFacts, type Sample, type Survey } from '../format.ts';
import type { Event } from '../events.ts';
import { channelInLines } from './parts/channel-in-lines.ts';
import { factsOfPath } from './parts/paths.ts';
import { lineLog } from './parts/line-log.ts';
import type { ControlRule, Reader } from './parts/line-spec.ts';
import { newDay, openedOrClosed } from './parts/spelled-date.ts';
import type { StampForm } from './parts/stamps.ts';
import { plain } from '../shared/formatting.ts';
import { acted, RULES, WITH_ADDRESSES } from './mirc/sentences.ts';
import { ADDRESSES, NOT_IN_QUITS, readerOf, themeOf } from './mirc/theme.ts';

export { RULES };
export const TABLES = { addresses: WITH_ADDRESSES };

const ACTION_COLOUR = 6;

const controls: readonly ControlRule[] = [
  {
    example: 'Session Start: Thu Jan 05 09:00:00 2012',
    pattern: /^Session Start(?: \([^)]*\))?: (.*)$/u,
    read: ([text, date]) => openedOrClosed(text, 'open', date),
    proves: true,
  },
  {
    example: 'Session Close: Thu Jan 05 18:00:00 2012',
    pattern: /^Session Close(?: \([^)]*\))?: (.*)$/u,
    read: ([text, date]) => openedOrClosed(text, 'close', date),
    proves: true,
  },
  {
    example: 'Session Time: Fri Jan 06 00:00:00 2012',
    pattern: /^Session Time(?: \([^)]*\))?: (.*)$/u,
    read: ([, date = '']) => newDay(date),
    proves: true,
  },
  {
    example: 'Session Ident: #xpmem',
    pattern: /^Session Ident(?: \([^)]*\))?: .*$/u,
    read: () => [{ is: 'control' }],
    proves: true,
  },
];

/** A stamp and who speaks or acts, and codes around them and in them. */
const HEAD =
  /^(?:[^\p{L}<*]|[AaPp][Mm])*(?:(?:<[^<>\s]{1,60}>|(?:\*{1,3} |\p{L})\S{1,60})(?:[\x02\x0f\x16\x1d\x1f]|\x03\d{0,2})*)?/u;
/** A line's colour without the byte that makes it one: only before a bracket. */
const DIGITS = /^\d{2}(?=[[({]\d)/u;

/** A line without the codes in its head, and the last colour before its first sign. */
function uncoloured(line: string): { readonly text: string; readonly colour?: number } {
  const digits = DIGITS.exec(line)?.[0];
  if (digits !== undefined) return { text: line.slice(digits.length), colour: Number(digits) };
  const head = HEAD.exec(line)?.[0] ?? '';
  const bare = plain(head);
  if (bare === head) return { text: line };
  const colour = /^[^<*]*\x03(\d{0,2})/u.exec(head)?.[1];
  return { text: bare + line.slice(head.length), ...(colour ? { colour: Number(colour) } : {}) };
}

const wordsOf = ({ variant }: FileFacts): readonly string[] => variant?.split(' ') ?? [];

function reader(facts: FileFacts): Reader {
  let colour: number | undefined;
  const read = readerOf(wordsOf(facts));
  return {
    strip: (line) => {
      const { text, ...its } = uncoloured(line);
      ({ colour } = its);
      return text;
    },
    read: (text): readonly Event[] | undefined =>
      (colour === ACTION_COLOUR ? readByRules(acted, text) : undefined) ?? read(text),
  };
}

/** So many sentences with an address show that the client has them in all. */
const ADDRESSED = 3;

/** So many times as many without one, and so many more, show that it has none: what has one is somebody's action. */
const BARE_TIMES = 3;
const BARE_MORE = 3;

/** Settles whether the client shows addresses in joins, parts and quits: a /me may imitate either kind. */
function survey(facts: FileFacts): Survey {
  const words = wordsOf(facts);
  let addressed = words.includes(ADDRESSES) ? ADDRESSED : 0;
  let bare = 0;
  let inQuits = words.includes(ADDRESSES) && !words.includes(NOT_IN_QUITS) ? 1 : 0;
  let quits = 0;
  return {
    see: ({ text }) => {
      if (SHOWS_ADDRESS.test(text)) {
        addressed++;
        if (/@\S*[)\]] (?:Quit|has quit)\b|\* Quits: /u.test(text)) inQuits++;
      } else if (HAS_NONE.test(text)) {
        bare++;
        if (/^[^<]*\* \S+ has quit \(/u.test(text)) quits++;
      }
      return addressed < ADDRESSED || (inQuits === 0 && quits < ADDRESSED);
    },
    facts: () => {
      const shown = addressed > 0 && bare < BARE_TIMES * addressed + BARE_MORE;
      const alone = inQuits === 0 && quits >= ADDRESSED;
      const found = [...words, ADDRESSES, ...(alone ? [NOT_IN_QUITS] : [])];
      return shown ? { ...facts, variant: [...new Set(found)].join(' ') } : facts;
    },
  };
}

/** Who quits, in mIRC's words. PircBot has them, too, but its stamps have no date, no seconds and no leading zero. */
const QUITS = /^(?!\[[12]?\d:\d\d\] )[^*<]*\d[^*<]* \*(?:\*\*)? \S+ \([^\s()]+@[^\s()]+\) Quit \(/u;

/** Not in what somebody said. */
const SHOWS_ADDRESS =
  /^(?:<\d[^>]*>)?[^<]*\*(?:\*\*)? (?:\S+ ?[([][^\s()]+@[^\s()]+[)\]] (?:has joined [#&+!]|has left [#&+!]|Quit\b|has quit\b)|(?:Join|Part|Quit)s: \S+ \([^\s()]+@[^\s()]+\))/u;
const HAS_NONE =
  /^(?:<\d[^>]*>)?[^<]*\* (?:[^\s()]+ (?:has joined [#&+!]\S*$|has left [#&+!]\S*(?: \(.*\))?$|(?:Quit|has quit) \()|(?:Join|Part|Quit)s: [^\s()]+(?: \([^@]*\))?$)/u;

const TIMES = ['HH:mm', 'HH:mm:ss', 'h:mma', 'h:mm a', 'h:mm:ssa', 'h:mm:ss a'];
const WHENS = [
  ...TIMES,
  ...['HH:mm', 'HH:mm:ss'].flatMap((time) => [
    `yyyy-MM-dd ${time}`,
    `yyyy/MM/dd ${time}`,
    `MMM dd ${time}`,
    `dd MMM ${time}`,
  ]),
];
const STAMPS = WHENS.flatMap((when) => [
  `[${when}]`,
  `(${when})`,
  `{${when}}`,
  `<${when}>`,
  `${when} |`,
  `${when} -`,
  when,
]);

/** `#xpmem.Rizon.log`, `#xpmem.Rizon.20120105.log`, `#xpmem.20120105.log`: mIRC's own names of files. */
function place(path: string, ident: string | undefined, inLines: string | undefined): FileFacts {
  const { channel: told = '' } = factsOfPath(path);
  const name = path.split('/').at(-1)?.includes(told) === true ? told : '';
  const [, channel, network] = /^([^/]+?)(?:\.([A-Za-z][\w-]*))?$/u.exec(name) ?? [];
  const named = ident ?? channel ?? inLines;
  return { ...(named ? { channel: named } : {}), ...(network ? { network } : {}) };
}

function factsOf({ path, lines, given }: Sample, form?: StampForm): FileFacts {
  const ident = lines.map(({ text }) => /^Session Ident: ([#&+!]\S*)$/u.exec(text)?.[1]).find((found) => found);
  const theme = given.variant ?? themeOf(lines, (text) => uncoloured(text).text, form);
  return { ...place(path, ident, channelInLines(lines)), ...(theme ? { variant: theme } : {}) };
}

export default lineLog({
  name: 'mirc',
  title: 'mIRC log',
  local: true,
  actsAlike: true,
  stamps: STAMPS,
  clocksAreSet: true,
  stamp: '[09:01] ',
  stampless: true,
  rules: RULES,
  controls,
  reader,
  survey,
  telltale: QUITS,
  path: /(?:^|\/)mirc\/|(?:^|[/_])[#&][^/]*\.[A-Za-z][\w-]*(?:\.\d{8})?\.log$/iu,
  facts: factsOf,
});
