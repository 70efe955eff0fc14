// Words that themes of irssi put in place of its own, behind a mark of theirs.
//
//   + carol [~c@host.example] joined #garden
//   ~ alice set [+o carol] on #garden
//
// Source: themes that people publish; the words are those of other clients, too.
import { patternOf, type Pattern } from '../../format.ts';
import type { SureRule } from '../parts/line-log.ts';
import { join, kick, mode, nickChange, part, quit, topic } from '../parts/told.ts';
import { HOST, MARK, MARKS, REASON, themed } from './marks.ts';

const NICK = String.raw`(?<nick>\S+)`;
/** A nick with its host behind it. */
const SOMEBODY = String.raw`(?<nick>\S+?)`;
const CHANNEL = String.raw`(?<channel>[#&+!]\S*)`;

const MODES = String.raw`[+-][A-Za-z+-]+(?: \S+)*?`;

const says = (sentence: string): Pattern => patternOf(`^(?=${MARK})${MARKS}${sentence}$`);

export const WORDINGS: readonly SureRule[] = [
  {
    example: '+ carol [~c@host.example] joined #garden',
    pattern: says(
      String.raw`(?=[^]* join(?:ed|s)\b|[^@]*@\S*$)${SOMEBODY}${HOST}(?: (?:has )?join(?:ed|s)(?: ${CHANNEL})?)?`,
    ),
    read: themed(join),
  },
  {
    example: '- carol [~c@host.example] left #garden [bye]',
    pattern: says(`${SOMEBODY}${HOST} (?:has )?(?:left|parted)(?: ${CHANNEL})?${REASON}`),
    read: themed(part),
  },
  {
    example: '= carol [~c@host.example] quit [bye]',
    pattern: says(`${SOMEBODY}${HOST} (?:has )?quit(?: IRC)?${REASON}`),
    read: themed(quit),
  },
  { example: '-!- carol has joined #garden', pattern: says(`${NICK} (?:has )?joined ${CHANNEL}`), read: join },
  {
    example: '-!- carol has left #garden [bye]',
    pattern: says(`${NICK} (?:has )?left ${CHANNEL}${REASON}`),
    read: themed(part),
  },
  { example: '-!- carol has quit [bye]', pattern: says(`${NICK} (?:has )?quit(?: IRC)?${REASON}`), read: themed(quit) },
  {
    example: '! alice kicked carol from #garden [mind the flowers]',
    pattern: says(String.raw`${NICK} (?:has )?kicked (?<target>\S+)(?: from ${CHANNEL})?${REASON}`),
    read: themed(kick),
  },
  {
    example: '-!- carol changed nick to carol_',
    pattern: says(String.raw`${NICK} (?:(?:has )?changed nick to|is now(?: known as)?|is known as|[-=]>|→) (?<to>\S+)`),
    read: nickChange,
  },
  {
    example: '~ alice set [+o carol] on #garden',
    pattern: says(
      String.raw`${NICK} sets?(?: modes?)?:? (?:[[({<"'](?<modes>${MODES})[\])}>"']|(?<plain>${MODES}))(?: on ${CHANNEL})?`,
    ),
    read: ({ plain, modes = plain, ...captured }) => mode({ ...captured, modes }),
  },
  {
    example: '-!- alice set the topic to: roses',
    pattern: says(
      String.raw`${NICK} (?:has )?(?:sets?|change[sd]) (?:the )?topic(?: (?:of|on|for) ${CHANNEL})?(?: to)?: ?(?<text>[^]*)`,
    ),
    read: topic,
  },
];
