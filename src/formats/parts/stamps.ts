// Stamps at the beginning of a line, described by luxon's tokens.
//
//   [HH:mm:ss]               [14:29:34] <alice> hello
//   MMM dd HH:mm:ss          Oct 02 14:29:34 <alice>…
//   yyyy-MM-dd'T'HH:mm:ss    2013-10-02T14:29:34 …
//
// A form is compiled once: each token becomes a group of a pattern and a field of the wall clock, all else is literal.
// Tokens: https://moment.github.io/luxon/#/parsing?id=table-of-tokens. Here a numeric token also takes its number without
// the leading zero or with a blank in its place (clients' strftime %e and %l), and `S`, `SSS` and `u` a fraction of any length.
import type { Stamp, WallClock } from '../../format.ts';
import { dayOfWeek, dayOfYear } from '../../shared/calendar-date.ts';
import { copyWithout } from '../../shared/copy.ts';
import { byRanges } from '../../shared/letters.ts';
import { verbatim } from '../../shared/verbatim.ts';
import { HALF, isSecondHalf } from './half-days.ts';
import { MONTH_WORD, monthOf } from '../../shared/months.ts';

/** A line's stamp, and what follows it (with the blank that parts them). */
export interface Stamped {
  readonly stamp: Stamp;
  readonly rest: string;
}

export interface StampForm {
  /** In luxon tokens. */
  readonly tokens: string;
  /** The stamp that begins a line and what follows it; undefined where the line does not begin with one. */
  readonly read: (line: string) => Stamped | undefined;
}

type Draft = { -readonly [K in keyof WallClock]: WallClock[K] } & {
  epoch?: number;
  pm?: boolean | undefined;
  /** The year that a week is of, and its number. */
  weekYear?: number;
  week?: number;
};
type Field = (draft: Draft, text: string) => boolean;

interface Token {
  readonly pattern: string;
  readonly field: Field;
}

function number(pattern: string, low: number, high: number, set: (draft: Draft, value: number) => void): Token {
  return {
    pattern,
    field: (draft, text) => {
      const value = Number(text);
      if (value < low || value > high) return false;
      set(draft, value);
      return true;
    },
  };
}

const TWO = String.raw`[\d ]?\d`;
const ignored: Field = () => true;

const hour24 = number(TWO, 0, 24, (draft, value) => (draft.hour = value));
const hour12 = number(TWO, 0, 23, (draft, value) => (draft.hour = value));
const month = number(TWO, 1, 12, (draft, value) => (draft.month = value));
const day = number(TWO, 1, 31, (draft, value) => (draft.day = value));
/** The day of the year; without the year it tells none. */
const ordinal: Token = {
  pattern: String.raw`[0-3]\d\d`,
  field: (draft, text) => {
    const date = draft.year === undefined ? undefined : dayOfYear(draft.year, Number(text));
    if (date) Object.assign(draft, date);
    return date !== undefined || draft.year === undefined;
  },
};
const weekYear = number(String.raw`\d{4}`, 1, 9999, (draft, value) => (draft.weekYear = value));
const week = number(String.raw`\d\d?`, 0, 53, (draft, value) => (draft.week = value));
/** The day of the week by its number; without the week and its year it tells no date. */
const dayNumber: Token = {
  pattern: '[0-7]',
  field: (draft, text) => {
    if (draft.weekYear === undefined || draft.week === undefined) return true;
    const date = dayOfWeek(draft.weekYear, draft.week, Number(text));
    if (date) Object.assign(draft, date);
    return date !== undefined;
  },
};
const minute = number(String.raw`\d\d?`, 0, 59, (draft, value) => (draft.minute = value));
// 60 and 61: leap seconds, as strftime writes them
const second = number(String.raw`\d\d?`, 0, 61, (draft, value) => (draft.second = Math.min(value, 59)));
const fraction: Token = {
  pattern: String.raw`\d{1,9}`,
  field: (draft, text) => {
    draft.second = (draft.second ?? 0) + Number(`0.${text}`);
    return true;
  },
};
const offset: Token = {
  pattern: String.raw`(?:Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)`,
  field: (draft, text) => {
    const [, sign, hours = 0, minutes = 0] = /^([+-])(\d\d):?(\d\d)?$/u.exec(text) ?? [];
    draft.offset = (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
    return true;
  },
};
const zoneName: Field = (draft, text) => {
  draft.zone = text;
  return true;
};
const monthName: Token = {
  pattern: MONTH_WORD,
  field: (draft, text) => {
    const value = monthOf(text);
    if (value !== undefined) draft.month = value;
    return value !== undefined;
  },
};
/** Of so many digits: a year is no instant, nor a date and a time of day in digits, nor what is left where bytes were lost. */
const epoch = (unit: number, digits: string): Token => ({
  pattern: String.raw`\d{${digits}}(?:\.\d{1,9})?(?!\p{L})`,
  field: (draft, text) => {
    draft.epoch = Number(text) / unit;
    return true;
  },
});
const meridiem: Token = {
  pattern: HALF,
  field: (draft, text) => {
    draft.pm = isSecondHalf(text);
    return true;
  },
};
const weekday: Token = { pattern: String.raw`\p{L}[\p{L}\p{M}]*\.?`, field: ignored };
/** In full, some are two words: `sexta-feira`. */
const wholeWeekday: Token = { pattern: String.raw`\p{L}[\p{L}\p{M}]*(?:-\p{L}+|\.)?`, field: ignored };

const TOKENS: Readonly<Record<string, Token>> = {
  yyyy: number(String.raw`\d{4}`, 1, 9999, (draft, value) => (draft.year = value)),
  y: number(String.raw`\d{4}`, 1, 9999, (draft, value) => (draft.year = value)),
  yy: number(String.raw`\d\d`, 0, 99, (draft, value) => (draft.year = value + (value < 70 ? 2000 : 1900))),
  M: month,
  MM: month,
  L: month,
  LL: month,
  MMM: monthName,
  MMMM: monthName,
  LLL: monthName,
  LLLL: monthName,
  d: day,
  dd: day,
  ooo: ordinal,
  H: hour24,
  HH: hour24,
  h: hour12,
  hh: hour12,
  m: minute,
  mm: minute,
  s: second,
  ss: second,
  S: fraction,
  SSS: fraction,
  u: fraction,
  a: meridiem,
  Z: offset,
  ZZ: offset,
  ZZZ: offset,
  ZZZZ: { pattern: String.raw`[\p{L}][\p{L}\p{M}\d+-]*`, field: zoneName },
  z: { pattern: String.raw`[\w+-]+(?::\d\d|(?:\/[\w+-]+)*)`, field: zoneName },
  kkkk: weekYear,
  W: week,
  WW: week,
  E: dayNumber,
  EEE: weekday,
  EEEE: wholeWeekday,
  ccc: weekday,
  cccc: wholeWeekday,
  X: epoch(1, '9,11'),
  x: epoch(1000, '12,13'),
};

/** Where an hour of the 12-hour clock and its half of the day meet (`pm`: the second); 24 is midnight at the day's end. */
export function hourOf({ hour = 0, pm }: Pick<Draft, 'hour' | 'pm'>): number {
  if (pm === undefined) return hour % 24;
  return (hour % 12) + (pm ? 12 : 0);
}

function stampOf(draft: Draft): Stamp {
  if (draft.epoch !== undefined) return { epoch: draft.epoch };
  const clock: Draft = { ...draft, hour: hourOf(draft) };
  if (draft.pm === undefined && draft.week === undefined) return { clock };
  return { clock: copyWithout(copyWithout(copyWithout(clock, 'pm'), 'week'), 'weekYear') };
}

/**
 * The form that luxon's tokens describe. Text in single quotes is literal (`''` is a quote), letters that are no token
 * are too.
 */
export function stampForm(format: string): StampForm {
  // An expression is dear to make and cheap to use: thousands of logs are asked for the same few forms.
  let form = forms.get(format);
  if (!form) forms.set(format, (form = makeForm(format)));
  return form;
}

const forms = new Map<string, StampForm>();

function makeForm(format: string): StampForm {
  const fields: Field[] = [];
  let source = '';
  for (const [part, quoted, letters] of format.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^]/gu)) {
    const token = letters ? TOKENS[part] : undefined;
    if (token) {
      source += `(${token.pattern})`;
      fields.push(token.field);
    } else source += verbatim(part === "''" ? "'" : (quoted?.replace(/''/gu, "'") ?? part));
  }
  // A stamp ends where nothing more of one follows: `HH:mm` is no stamp of `14:29:34` nor of `2:29 PM`, nor `HH:mm:ss` of
  // `14:29:34+0200`.
  const half = fields.includes(meridiem.field) ? '' : String.raw`|[ \u00a0\u202f]?${HALF}(?![\p{L}\d_:])`;
  const end = /\)$/u.test(source) ? String.raw`(?!\d|:(?! )|[.,]\d|[+-]\d\d:?\d\d|Z(?!\p{L})${half})` : '';
  const pattern = new RegExp(byRanges(`^${source}${end}`), 'u');
  const read = (line: string): Stamped | undefined => {
    const match = pattern.exec(line);
    if (!match) return undefined;
    const draft: Draft = { hour: 0, minute: 0 };
    for (let index = 0; index < fields.length; index++) {
      if (!fields[index]?.(draft, match[index + 1] ?? '')) return undefined;
    }
    return { stamp: stampOf(draft), rest: line.slice(match[0].length) };
  };
  return { tokens: format, read };
}

/** The form, of those given in luxon tokens, that begins most of the lines, and how many; the first of equals. */
export function commonForm(
  lines: Iterable<string>,
  candidates: readonly string[],
): { readonly form: StampForm; readonly lines: number } | undefined {
  const forms = candidates.map((candidate) => ({ form: stampForm(candidate), lines: 0 }));
  for (const line of lines) {
    for (const candidate of forms) if (candidate.form.read(line)) candidate.lines++;
  }
  const best = forms.reduce((most, next) => (next.lines > most.lines ? next : most), { form: stampForm(''), lines: 0 });
  return best.lines > 0 ? best : undefined;
}
