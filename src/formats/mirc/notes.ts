// What mIRC notes of its own: no event of anybody.
import type { SureRule } from '../parts/line-spec.ts';
import { names, note } from '../parts/told.ts';
import { CHANNEL, event, line } from './words.ts';

/** A nick in a list of names. */
const LISTED = String.raw`[~&@%+!.]?[\w[\]{}\\|^\x60-]+`;

/** What the client notes of its own; a /me has a nick where these have their first word. */
export const notes: readonly SureRule[] = [
  {
    example: "* Topic is 'release day'",
    pattern: event(
      String.raw`(?<text>Topic is '.*'|Set by \S+ on .*|Retrieving \S+ modes\.*|Attempting to re(?:join|connect).*|Logging \S+ to '.*'|Cannot (?:join|send to) .*|Unable to .*|Connect(?:ing|ed|ion| retry) .*|Autojoining .*|Users on ${CHANNEL}.*|Added \S+ to .*|Removed \S+ from .*|\S+ (?:\([^\s()]*@[^\s()]*\) )?invites you to (?:join .*|[#&+!]\S*)|Your mode is now .*)`,
    ),
    read: note('info'),
  },
  {
    example: '*** Local host: host.example (10.0.0.1)',
    pattern: line(String.raw`(?<text>\*\*\* .*)`),
    read: note('info'),
  },
  {
    example: '#xpmem created on Fri Jan 03 22:56:14 2020',
    pattern: line(
      String.raw`(?<text>[#&]\S* (?:created on .*|modes? .*|[Uu]nable to .*|[Yy]ou.re not .*|[Cc]annot .*|End of /\w+ list\.?|url .*|is .*))`,
    ),
    read: note('info'),
  },
  {
    example: '#xpmem @alice +bob carol',
    pattern: line(String.raw`(?<text>[#&]\S* (?<names>${LISTED}(?: ${LISTED})* ?))`),
    read: names,
  },
  {
    example: 'alice is ~a@host.example * Alice',
    pattern: line(
      String.raw`(?<text>[^\s<*]+ (?:is \S+@\S+ \* .*|on [@+%&~]*#.*|using \S+ .*|has been idle .*|End of /WHOIS list\.?|is away: .*|is (?:logged in|authed) as .*|is using .*))`,
    ),
    read: note('info'),
  },
  // parts what /whois tells from the lines around it
  { example: '-', pattern: line('(?<text>-)'), read: note('info') },
];
