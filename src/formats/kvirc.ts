// KVIrc's logs.
//
//   144 [09:00:00] ### Log session started ###
//   20 [09:00:00] ␍!n␍kevin␍ [~k@␍!h␍host.example␍] has joined ␍!c␍#xpmem␍
//   25 [09:01:02] <@␍!nc␍alice␍> hello bob
//   32 [09:02:00] ␍!nc␍bob␍ waves
//
// Files are `channel_#xpmem.labnet_2012.01.05.log`, named for the day on which the log begins; it goes on for days, and no
// line tells so. A session begins when the channel is joined and ends when it is left. Up to 4.2 the lines of sessions had
// their date: `### Log session started at Thu Jan 5 09:00:00 2012 ###`. A join of the owner's looks like everybody's.
// The client's sentences are translated: those of other languages are in kvirc/translations.ts. Where types are logged, what people
// say is read in any language, and who joins, leaves and quits.
// Source: KVIrc 4.0 to 5.0, src/kvirc/ui/KviIrcView_loghandling.cpp, KviWindow.cpp (getDefaultLogFileName),
// src/kvilib/file/KviFileUtils.cpp (encodeFileName); logs of KVIrc 5.0.
import type { Candidate, FileFacts, LogFormat, RawLine, Sample } from '../format.ts';
import { lineLog } from './parts/line-log.ts';
import type { ControlRule } from './parts/line-spec.ts';
import { openedOrClosed } from './parts/spelled-date.ts';
import { message } from './parts/told.ts';
import { acted, bracketed, happened, inOtherWords, noted, said, surelyActed } from './kvirc/sentences.ts';
import { reader } from './kvirc/types.ts';
import { dateInPath } from '../shared/named-dates.ts';

export const RULES = [...said, ...happened, ...noted, ...acted];
export const TABLES = {
  surelyActed,
  bracketed: bracketed(message),
  ...Object.fromEntries(Object.entries(inOtherWords).map(([told, rule]) => [told, [rule]])),
};

const controls: readonly ControlRule[] = [
  {
    example: '### Log session started at Thu Jan 5 09:00:00 2012 ###',
    pattern: /^(### Log session started at .*\d.* ###)$/u,
    read: ([, text = '']) => openedOrClosed(text, 'open'),
    proves: true,
  },
  {
    example: '### Log session terminated at Thu Jan 5 18:00:00 2012 ###',
    pattern: /^(### Log session terminated at .*\d.* ###)$/u,
    read: ([, text = '']) => openedOrClosed(text, 'close'),
    proves: true,
  },
];

const PATH = /(?:^|\/)channel_([^/.]+)\.([^/]+)_[^/_]*\d\.log(?:\.tmp)?(?:\.gz)?$/u;

/** A part of a file's name with the signs that the client wrote in hexadecimal. */
const decoded = (name: string): string =>
  name.replace(/%(%|[\da-f]{2})/giu, (_, code: string) =>
    code === '%' ? '%' : String.fromCharCode(Math.max(0x21, Number.parseInt(code, 16))),
  );

/** What only this client writes: the type of a message before its stamp, or a link. */
const TELLTALE = /^\d{1,3} \[\d\d:\d\d:\d\d\] |\r!(?:nc?|c|s)\r/u;

/** The owner: who says what has the type of own words, or who joins where the log begins. */
function ownerIn(lines: readonly RawLine[]): string | undefined {
  for (const [index, { text }] of lines.entries()) {
    const speaks = /^(?:24|65) \S+ <[^>]*?\r!nc\r([^\r]+)\r/u.exec(text)?.[1];
    const begins = text.endsWith('### Log session started ###') ? (lines[index + 1]?.text ?? '') : '';
    const owner = speaks ?? /^20 \S+ \r?(?:!n\r)?([^\r\s]+)\r? \[/u.exec(begins)?.[1];
    if (owner !== undefined) return owner;
  }
  return undefined;
}

function facts({ path, lines }: Sample): FileFacts {
  const [, channel, network] = PATH.exec(path) ?? [];
  const owner = ownerIn(lines);
  const date = dateInPath(path);
  return {
    ...(channel ? { channel: decoded(channel) } : {}),
    ...(network ? { network: decoded(network) } : {}),
    ...(date ? { date } : {}),
    ...(owner ? { owner } : {}),
  };
}

const log = lineLog({
  name: 'kvirc',
  title: 'KVIrc log',
  local: true,
  unmarkedDays: 'named',
  stamps: ['[HH:mm:ss]', "yyyy-MM-dd'T'HH:mm:ss.SSS", "yyyy-MM-dd'T'HH:mm:ss"],
  clocksAreSet: true,
  stamp: '[09:01:02] ',
  rules: RULES,
  controls,
  reader,
  facts,
  path: PATH,
  telltale: TELLTALE,
});

/** Actions are bare: any stamped line can be one, so that a file is none of this client's before one of its lines shows it. */
const SHOWN =
  /\r!(?:nc?|c|s)\r|^-?\d{1,3} [[\d#]|### Log session |^\S{8,30}(?: [\d:.]{4,14}[\])]?| [AaPp][Mm][\])]?)? ?\S+ \[[^\s@]*@\S*\] (?:has (?:quit IRC: |been kicked from |changed topic to "|set (?:mode|channel) |unset the )|is now known as )/u;

/** A message with a number that is not the type of one: the lines were numbered. */
const NUMBERED = /^(?!(?:2|2[456]|6[56]|95) )\d+ \S+ <[^\s<>]+> /u;

export default {
  ...log,
  recognise: (sample: Sample): readonly Candidate[] => {
    const texts = sample.lines.map(({ text }) => text);
    if (texts.some((text) => NUMBERED.test(text))) return [];
    return PATH.test(sample.path) || texts.some((text) => SHOWN.test(text)) ? log.recognise(sample) : [];
  },
} satisfies LogFormat;
