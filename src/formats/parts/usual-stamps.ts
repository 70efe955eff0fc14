// Finding the form of a file's stamps from its lines.
//
//   [2013-10-02 14:29:34.250 +0200] …  ->  [yyyy-MM-dd HH:mm:ss.u ZZ]
//   02/10/2013, 2:29 PM …              ->  dd/MM/yyyy, hh:mm a   or   MM/dd/yyyy, hh:mm a
//
// A stamp is a bracket, a date, something that joins, a time of day, a zone, the bracket's end; each may be missing but the time.
import { patternOf, type CalendarDate, type Pattern, type RawLine } from '../../format.ts';
import { MONTH_WORD } from '../../shared/months.ts';
import { isWeekday } from '../../shared/weekdays.ts';
import { DATES } from './dates-of-stamps.ts';
import { HALF } from './half-days.ts';
import { likeliest } from './order-of-dates.ts';
import { stampForm } from './stamps.ts';
import type { StampForm } from './stamps.ts';

/** A word before a time of day, which is a weekday where both stand in brackets. */
const IN_BRACKETS = String.raw`(?<=[[({<])(?!${HALF})\p{L}[\p{L}\p{M}]*\.?`;

/** A day of the week before a date in digits. */
const WEEKDAY = String.raw`(?:(?<weekday>\p{L}[\p{L}\p{M}]+\.?)(?<comma>,|[\])}>])? )?`;
const TIME = String.raw`(?<early>${HALF} ?)?(?<hour>\d\d?| \d)(?<colon>[:.h]|-(?=\d\d-\d\d)|_(?=\d\d_\d\d))\d\d(?<seconds>\k<colon>\d\d(?<fraction>[.,]\d{1,9}|:\d{3,9})?|(?<=h\d\d)m\d\ds)?(?<half>[ \u00a0\u202f]?${HALF}(?![\p{L}\d_:]))?`;
const ZONE = String.raw`(?<zone> ?(?:Z|[+-]\d\d:?\d\d)(?![\d:]))?`;
/** What a date may end in: a weekday, bare or in round brackets, or a word for what it is; before a bracket's end any, or a dot. */
const TAIL = String.raw`(?<tail>(?:\.|,? ?\p{L}[\p{L}\p{M}-]*\.?)(?=[\])}])| [гр]\.(?= )| ?\(\p{L}[\p{L}\p{M}]*\.?\)|,? (?!${HALF})(?<word>\p{L}[\p{L}\p{M}-]+\.?)(?=,? [\d ]?\d))?`;
/** A zone's name, with an offset where it is none of a place. */
const AREA = String.raw`[A-Z][a-z]+(?:\/[A-Z][\w+-]+)+`;
const PLACE = String.raw`(?:${AREA}|[A-Z]{2,5}(?:[+-]\d\d?(?::\d\d)?)?|[+-]\d\d?)`;
/** A zone's name, where something after it shows that it is one; some languages put it first. */
const NAME = String.raw`(?<name> ${PLACE}(?=[\])}>\t]| (?:19|20)\d\d[\s\])}>])| ${AREA}(?= ))?`;
const FIRST = String.raw`(?<first>(?<=[[({])[A-Z]{2,5} )?`;
/** As `ctime` has it: the year comes last. */
const YEAR = String.raw`(?<year> (?:19|20)\d\d(?=[\s\])}>]))?`;
/** Brackets, and signs that may stand around a stamp or before it. */
const OPEN = String.raw`(?<open>[[({<«»] (?=\d\d)|[~#=*/+T-](?=\d)|[[({<«‹⟨|@]?)`;
const CLOSE = String.raw`(?<last> ${PLACE}(?=[\])}>\t]))?(?<close> [\])}]|(?:[\])}>»›⟩]|:(?=\t)|\k<open>)?)(?![\d:.]\d)`;

interface Shape {
  readonly pattern: Pattern;
  readonly dates: readonly string[];
  readonly dateLast: boolean;
}

const DAY = String.raw`(?<day>\p{L}[\p{L}\p{M}-]+\.?)`;
const BEHIND_DAY = String.raw`,? |[\])}>] ?|[|.@/_-]`;
/** The same behind digits: before a blank and a bracket they are no day but a number of the line. */
const BEHIND_NUMBER = String.raw`[,.:;]? |[\])}>] ?[[({<]?|[|@/T-]`;
/** Less than a date before a time of day, which other lines or the file's name complete, with its tokens and what joins it. */
const LESS: readonly (readonly [pattern: string, tokens: readonly string[], join: string])[] = [
  [String.raw`[\d ]\d`, ['dd'], BEHIND_NUMBER],
  ['[0-7]', ['E'], BEHIND_NUMBER],
  [String.raw`\d{4}`, ['MMdd', 'ddMM'], ' '],
  [String.raw`\d{4}(?<sep>[-./]?)\d{3}`, ['yyyy·ooo'], '[ T_]'],
  [String.raw`\d{5}`, ['yyooo'], ' '],
  [String.raw`(?:19|20)\d\d(?<sep>-?)W\d\d\k<sep>[1-7]`, ["kkkk·'W'WW·E"], '[ T_]'],
  [String.raw`\d{3}`, ['ooo'], String.raw`${BEHIND_NUMBER}|\.`],
  [String.raw`[\d ]\d ${DAY}`, ['dd EEEE'], BEHIND_DAY],
  [String.raw`${DAY} [\d ]\d`, ['EEEE dd'], BEHIND_DAY],
];

/** What joins a date to a time of day behind it. */
const JOIN = String.raw`(?<join>--|[\])}] ?[[({]?|[Tt_,;:|@/.-] ?|,? (?:[-@|] |(?!${HALF})\p{L}{1,2} |[[(])?)`;

const SHAPES: readonly Shape[] = [
  ...DATES.flatMap(([date, ...dates]): Shape[] => [
    {
      pattern: shape(
        `${date.includes(MONTH_WORD) ? '' : WEEKDAY}${date}${TAIL}${JOIN}${FIRST}${TIME}${ZONE}${NAME}${YEAR}`,
      ),
      dates,
      dateLast: false,
    },
    { pattern: shape(`${TIME}${ZONE}(?<join>[\\])}>] ?[[({<]|,? (?:[-@|] |[[(])?)${date}`), dates, dateLast: true },
  ]),
  { pattern: shape(`${IN_BRACKETS}${JOIN}${FIRST}${TIME}${ZONE}${NAME}${YEAR}`), dates: ['EEE'], dateLast: false },
  ...LESS.map(([date, tokens, join]) => ({
    pattern: shape(`${date}(?<join>${join})${TIME}${ZONE}`),
    dates: tokens,
    dateLast: false,
  })),
  {
    pattern: shape(String.raw`${TIME}${ZONE}(?<join>[ |])(?:0[1-9]|[12]\d|3[01])(?=[\])}>\s|])`),
    dates: ['dd'],
    dateLast: true,
  },
  { pattern: shape(String.raw`${TIME}${ZONE}(?<join>,? ?[[(]?)${DAY}`), dates: ['EEEE'], dateLast: true },
  { pattern: shape(TIME + ZONE), dates: [''], dateLast: false },
  // elsewhere a weekday is as short as clients write it, or a known one: others may be what somebody said
  { pattern: shape(String.raw`\p{L}[\p{L}\p{M}]{1,2}\.?(?<join> )${TIME}${ZONE}`), dates: ['EEE'], dateLast: false },
  { pattern: shape(`${DAY}(?<join>${BEHIND_DAY})${TIME}${ZONE}`), dates: ['EEEE'], dateLast: false },
];

/** A date and a time of day in digits alone: `20120105 0901`, `20120105T090102`, `20120105090102`, `120105-0901`. */
const DIGITS = new RegExp(
  String.raw`^${OPEN}(?:(?<century>19|20)\d{6}(?<join>[ T_.-]?)|\d{6}(?<part>[ T_.-]))\d{4}(?<seconds>\d\d)?(?<utc>Z|[+-]\d{4})?(?<close>[\])}>]?)(?!\d)`,
  'u',
);

/** A time of day in digits alone: `0901`, `[090102]`. */
const CLOCK = /^(?<open>[[(]?)(?:[01]\d|2[0-3])[0-5]\d(?<seconds>[0-5]\d)?(?<close>[\]):]?)(?=[ \t])/u;

function shape(source: string): Pattern {
  return patternOf(`^${OPEN}${source}${CLOSE}`);
}

/** A text that stands for itself in a form. */
export const quote = (text: string): string => text.replace(/[A-Za-z]+/gu, "'$&'");

/** The blank before or behind a half of the day; within one is none of these. */
const blankIn = (half: string): string => /^\s|\s$/u.exec(half)?.[0] ?? '';

/** The forms, in luxon tokens, that a line may begin with, the more telling first. */
export function usualForms(line: string): readonly string[] {
  const forms: string[] = [];
  const months: string[] = [];
  for (const { pattern, dates, dateLast } of SHAPES) {
    const found = pattern.exec(line)?.groups;
    if (!found || (found['day'] !== undefined && !isWeekday(found['day']))) continue;
    const {
      open = '',
      weekday,
      comma = '',
      word,
      sep = '',
      tail = '',
      join = '',
      early,
      first,
      colon = ':',
      seconds,
      fraction,
      half,
      zone,
      name,
      year,
      last,
      close = '',
    } = found;
    const time =
      (first ? 'z ' : '') +
      (early ? `a${blankIn(early)}` : '') +
      (half || early ? 'hh' : 'HH') +
      `${quote(colon)}mm` +
      (seconds?.endsWith('s') ? "'m'ss's'" : seconds ? `${quote(colon)}ss` : '') +
      (fraction ? `${fraction.slice(0, 1)}u` : '') +
      (half ? `${blankIn(half)}a` : '') +
      (zone ? `${zone.startsWith(' ') ? ' ' : ''}ZZ` : '') +
      (name ? ' z' : '') +
      (year ? ' yyyy' : '') +
      (last ? ' z' : '');
    for (const tokens of dates) {
      const named = word === undefined || isWeekday(word) ? tail.replace(/\p{L}[\p{L}\p{M}.-]*/u, 'EEEE') : quote(tail);
      const date = (weekday ? `EEE${comma} ` : '') + tokens.replaceAll('·', sep) + named;
      forms.push(quote(open) + (dateLast ? time + quote(join) + date : date + quote(join) + time) + quote(close));
    }
    // `Wed 14:29:34` has the shape of a month and its day, and is none
    if (forms.some((form) => stampForm(form).read(line))) {
      if (months.length > 0 || !isWordOfBoth(line, forms[0] ?? '')) return [...months, ...forms];
      months.push(...forms);
    }
    forms.length = 0;
  }
  if (months.length > 0) return months;
  const digits = DIGITS.exec(line)?.groups;
  if (digits) {
    const { open = '', century, join = '', part = join, seconds, utc, close = '' } = digits;
    const time = `HHmm${seconds ? 'ss' : ''}${utc ? 'ZZ' : ''}`;
    return (century ? ['yyyyMMdd'] : ['yyMMdd', 'ddMMyy', 'MMddyy']).map(
      (date) => open + date + quote(part) + time + close,
    );
  }
  const clock = CLOCK.exec(line)?.groups;
  if (clock) return [`${clock['open'] ?? ''}HHmm${clock['seconds'] ? 'ss' : ''}${clock['close'] ?? ''}`];
  return numberForms(line);
}

/** A year of four digits, before a month in digits or beside its name, as a stamp near a line's start has it. */
const WHOLE = /^.{0,20}(?:19|20)\d\d/u;

/** The form that tells the whole date of a line and leaves no order of day and month open; undefined where none does. */
export function wholeForm(line: string): StampForm | undefined {
  if (!WHOLE.test(line)) return undefined;
  const tokens = usualForms(line).find((form) => /yyyy.*MM.*dd|dd.*MMM.*yyyy|MMM.*dd.*yyyy/u.test(form));
  return tokens === undefined ? undefined : stampForm(tokens);
}

/** A time of day near a line's start. */
const NEAR = /^.{0,12}\d[:.]\d\d/u;
/** Tokens of a time of day alone, with both of its brackets or none. */
const ALONE = /^(?:\[[Hhmsau:. ]+\]|\([Hhmsau:. ]+\)|<[Hhmsau:. ]+>|\{[Hhmsau:. ]+\}|[Hhmsau:. ]+)$/u;

/** The form that tells nothing but a time of day, in brackets or none; undefined where a line begins with none. */
export function clockForm(line: string): StampForm | undefined {
  if (!NEAR.test(line)) return undefined;
  const tokens = usualForms(line).find((form) => ALONE.test(form));
  return tokens === undefined ? undefined : stampForm(tokens);
}

/** A number in the place of a stamp: an instant, or a date and a time of day in fewer digits than these are told by. */
const NUMBER = /^(?<open>[[(<@]?)(?<whole>\d{8,12})(?:\.\d{1,9})?(?<close>[\])>:]?)(?=[ \t])/u;
const DATED: Readonly<Record<number, readonly string[]>> = {
  8: ['MMddHHmm', 'ddMMHHmm'],
  10: ['yyMMddHHmm', 'ddMMyyHHmm', 'MMddyyHHmm'],
  12: ['yyMMddHHmmss', 'ddMMyyHHmmss', 'MMddyyHHmmss'],
};

function numberForms(line: string): readonly string[] {
  const { open = '', whole = '', close = '' } = NUMBER.exec(line)?.groups ?? {};
  const within = (tokens: string): string => open + tokens + close;
  const dated = (DATED[whole.length] ?? []).map(within).filter((form) => stampForm(form).read(line));
  return whole.length === 9 || whole.length === 10 ? [within('X'), ...dated] : dated;
}

/** True where the word that is read as a month may be a day of the week, in this language or another: `Mar 05`. */
function isWordOfBoth(line: string, form: string): boolean {
  return /^[^\w]?MMM/u.test(form) && isWeekday(/\p{L}[\p{L}\p{M}]*/u.exec(line)?.[0] ?? '');
}

/** True where a line's stamp may be something else than the form of an instant or of a month reads in it: a date in digits, a weekday. */
export function mayBeOtherwise(form: string, line: string): boolean {
  return isWordOfBoth(line, form) || numberForms(line).length > 1;
}

/** A form and the share of the sampled lines that begin with it. */
export interface UsualForm {
  readonly form: StampForm;
  /** 0 … 1 */
  readonly share: number;
}

const ENOUGH = 300;
const found = new WeakMap<readonly RawLine[], UsualForm | undefined>();

/**
 * The usual form that begins the most of a sample's lines, the likeliest of equals; undefined where none does. `all` are the
 * sample's lines with those that begin with no stamp, `named` is the date of the file's name. Found once for a sample, whoever asks.
 */
export function usualForm(sample: readonly RawLine[], all = sample, named?: CalendarDate): UsualForm | undefined {
  if (found.has(sample)) return found.get(sample);
  const lines = sample.map(({ text }) => text).filter((text) => text.trim() !== '');
  const step = Math.max(1, Math.floor(lines.length / ENOUGH));
  const sampled = lines.filter((_, index) => index % step === 0);
  const proposed = new Map<string, number>();
  for (const line of sampled) for (const form of usualForms(line)) proposed.set(form, (proposed.get(form) ?? 0) + 1);
  const ranked = [...proposed].sort(([, a], [, b]) => b - a).slice(0, 8);
  let most = 0;
  let best: StampForm[] = [];
  for (const [tokens] of ranked) {
    const form = stampForm(tokens);
    const count = sampled.filter((line) => form.read(line)).length;
    if (count > most) best = [];
    if (count >= Math.max(most, 1)) best.push(form);
    most = Math.max(most, count);
  }
  const form = likeliest(best, sampled, all, named);
  const usual = form && { form, share: most / sampled.length };
  found.set(sample, usual);
  return usual;
}
