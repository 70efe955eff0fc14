// What stands around the sentences of KVIrc: the type of the message before the stamp, and links around names.
//
//   34 [09:03:10] ␍!n␍carol␍ [~c@␍!h␍host.example␍] has quit IRC: Leaving
//   32 [09:02:00] ␍!nc␍bob␍ waves
//
// A link is CR, `!` and what a double click does, CR, what is shown, CR; a reader of CRLF may have taken the last one.
// Nobody can send a CR. Settings leave out types (StripMsgTypeInLogs) or links and colours (StripControlCodesInLogs).
// Source: KVIrc 4.0 to 5.0, src/kvirc/kernel/kvi_out.h, src/kvirc/ui/KviIrcView_loghandling.cpp.
import { readByRules, type LineRule } from '../../format.ts';
import type { Event } from '../../events.ts';
import type { Reader } from '../parts/line-spec.ts';
import { message, note, notice, own } from '../parts/told.ts';
import { toStatus } from '../parts/told-to.ts';
import { readForeign } from './languages.ts';
import { acted, bracketed, happened, inOtherWords, noted, said, surelyActed } from './sentences.ts';

/** Words that the client picked out by what they are about: a message, an action or a notice. */
const HIGHLIGHT = 2;
const ACTION = 32;

const asOwn = (rules: readonly LineRule[]): readonly LineRule[] =>
  rules.map((rule) => ({ ...rule, read: own(rule.read) }));

const rows = (rules: readonly LineRule[], ...types: readonly number[]): [number, readonly LineRule[]][] =>
  types.map((type) => [type, rules]);

const messages = [...said, ...bracketed(toStatus(message))];
const notices = [...said, ...bracketed(notice)];

/** What a line of a type can be. */
const BY_TYPE: ReadonlyMap<number, readonly LineRule[]> = new Map([
  ...rows([...messages, ...surelyActed], HIGHLIGHT),
  ...rows(messages, 25, 66, 95),
  ...rows(notices, 77, 78, 96),
  ...rows(asOwn(messages), 24, 65),
  ...rows(surelyActed, ACTION, 145),
  ...rows(asOwn(surelyActed), 146, 147),
  // who comes and goes, topics, nicks, modes, kicks
  ...rows(happened, 20, 21, 34, 23, 36, 37, 38, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 50, 51, 71, 82, 89, 97, 98, 99),
  ...rows(happened, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 120, 121, 122, 123, 124, 125, 126, 127),
  ...rows(happened, 129, 130, 131, 132, 148),
]);

/** The same in words of no catalogue that we know. */
const IN_OTHER_WORDS: ReadonlyMap<number, readonly LineRule[]> = new Map([
  ...rows([inOtherWords.joined], 20),
  ...rows([inOtherWords.left], 21),
  ...rows([inOtherWords.quit], 34),
]);

/** What was said to the owner alone: in a query's type, though it stands in a channel's log. */
const PRIVATE: ReadonlySet<number> = new Set([26, 67, 79, 80, 84, 85]);

const UNTYPED: readonly LineRule[] = [...said, ...happened, ...noted];

const readUntyped = (text: string): readonly Event[] | undefined =>
  readByRules(UNTYPED, text) ?? readForeign(text) ?? readByRules(acted, text);

function readTyped(type: number, text: string): readonly Event[] | undefined {
  const events =
    readByRules(BY_TYPE.get(type) ?? noted, text) ??
    readForeign(text) ??
    readByRules(IN_OTHER_WORDS.get(type) ?? noted, text) ??
    readByRules(noted, text);
  return events ?? (BY_TYPE.has(type) ? undefined : note(PRIVATE.has(type) ? 'private' : 'info')({ text }));
}

const TYPE = /^(-?\d{1,3}) (?=\[|###|\d{4}-\d\d-\d\dT|\d{1,2}[./-]\d)/u;
const LINK = /\r!([^\r]*)\r([^\r]*)(?:\r|$)/gu;
/** A line whose first word is the nick of a message: without the signs around it, it is an action. */
const LINKED_ACTION = /^(?:[^<*\r]{0,40}[\]\d] )?[\u0002\u0003\d,]*\r!nc\r/u;

/** The type that a line tells, and the line without it. */
function typed(text: string): readonly [type: number | undefined, rest: string] {
  const match = TYPE.exec(text);
  if (match) return [Number(match[1]), text.slice(match[0].length)];
  return [LINKED_ACTION.test(text) ? ACTION : undefined, text];
}

export function reader(): Reader {
  let type: number | undefined;
  return {
    strip: (text) => {
      let rest: string;
      [type, rest] = typed(text);
      return rest.replace(LINK, '$2');
    },
    read: (text) => (type === undefined || type < 0 ? readUntyped(text) : readTyped(type, text)),
  };
}
