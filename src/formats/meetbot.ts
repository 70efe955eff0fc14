// The full logs that MeetBot keeps of a meeting, beside its minutes.
//
//   18:00:02 <alice> #startmeeting release day
//   18:00:02 <MeetBot> Meeting started Thu Jan  5 18:00:02 2012 UTC.  The chair is alice.
//   18:01:10 * bob waves
//
// Only what was said: no joins, parts, modes. Mostly UTC (the bot's start message says); the date is in that message and in the
// file's name (`xpmem.2012-01-05-18.00.log.txt`).
// Source: MeetBot 0.1.4, meeting.py (addrawline, startMeetingMessage), and its descendants at Ubuntu, Debian, Fedora.
import type { CalendarDate, FileFacts, Sample } from '../format.ts';
import { lineLog } from './parts/line-log.ts';
import type { SureRule } from './parts/line-spec.ts';
import { factsOfPath } from './parts/paths.ts';
import { spelledDate } from './parts/spelled-date.ts';
import { action, message } from './parts/told.ts';

export const RULES: readonly SureRule[] = [
  {
    example: '<alice> #startmeeting',
    pattern: /^<(?<nick>[^>\s]+)> (?<text>#startmeeting\b[^]*)$/u,
    read: message,
    proves: true,
  },
  { example: '<alice> hello bob', pattern: /^<(?<nick>[^>\s]+)>(?: (?<text>[^]*))?$/u, read: message },
  { example: '* bob waves', pattern: /^\* (?<nick>\S+)(?: (?<text>[^]*))?$/u, read: action },
];

const STARTED = /<[^<>\s]+> Meeting started (.+?\d{4})/u;

/** `xpmem.2012-01-05-18.00.log.txt`, in a folder of the channel or not. */
function facts({ path, lines }: Sample): FileFacts {
  const said = lines.map(({ text }) => STARTED.exec(text)?.[1]).find((found) => found);
  const date: CalendarDate | undefined = factsOfPath(path).date ?? (said ? spelledDate(said)?.date : undefined);
  const name = /(?:^|\/)#?([^/]+?)\.\d{4}-\d\d-\d\d-\d\d\.\d\d\.log(?:\.txt)?$/u.exec(path)?.[1];
  return { ...(date && { date }), ...(name ? { channel: `#${name}` } : {}) };
}

export default lineLog({
  name: 'meetbot',
  title: 'MeetBot log of a meeting',
  local: true,
  stamps: ['HH:mm:ss', 'HH:mm'],
  stamp: '18:00:02 ',
  rules: RULES,
  facts,
  path: /\.\d{4}-\d\d-\d\d-\d\d\.\d\d\.log(?:\.txt)?$/u,
});
