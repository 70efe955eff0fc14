// The form in which a sample's lines are stamped: as given, one of the client's own, or another that is usual.
import type { CalendarDate, RawLine, Sample } from '../../format.ts';
import { monthOf } from '../../shared/months.ts';
import { isWeekday } from '../../shared/weekdays.ts';
import { controlled, sentenceTest, settledReader } from './line-reading.ts';
import type { LineLog } from './line-spec.ts';
import { commonForm, stampForm, type StampForm } from './stamps.ts';
import { mayBeOtherwise, quote, usualForm } from './usual-stamps.ts';

/** So many lines show the form of the stamps as well as all do. */
const ENOUGH = 300;

/** At most `ENOUGH` of the lines, from all over the sample. */
function spread(texts: readonly string[]): readonly string[] {
  const step = Math.ceil(texts.length / ENOUGH);
  return step > 1 ? texts.filter((_, index) => index % step === 0) : texts;
}

/**
 * What people's settings put behind a stamp, beside the blank: `09:01|`, `09:01 - `, `09:01: `, `09:01 Uhr `, `09:01 * <ada>`. What
 * stands before a line's only tab is its first column.
 */
const TAIL =
  /^(?: ?>>| \*(?= {1,2}(?:<|-!-|\*)|\t)| ?[|>](?!>)| [-/\\](?=[ \t])|(?:[:,;.]|h| Uhr)(?=[ \t])| ?[│┃»›→❯·#](?=[ \t]))(?!\t[^\t]*$)/u;
/** A zone as strftime writes it, as an offset or by its name. */
const OFFSET = /^ (?:UTC|GMT|[+-]\d\d(?::?\d\d)?)(?= )/u;
const ZONE =
  /^ (?:(?:UTC|GMT)(?:[+-]\d\d?)?|[A-Z][a-z]+(?:\/[A-Z][\w+-]+)+|MSK|[A-Z]{1,3}[SD]?T|[+-]\d\d(?:\d\d)?)(?= )/u;

/** The share of stamps behind which the same tail stands, where it is part of their form. */
const TAILED = 0.9;

/** A form with the tail that the lines have behind it. */
function withTail(found: Common | undefined, texts: readonly string[]): Common | undefined {
  const rests = texts.flatMap((text) => found?.form.read(text)?.rest ?? []);
  if (!found || rests.length === 0) return found;
  const enough = (fits: (rest: string) => boolean): number | undefined => {
    const fitting = rests.filter(fits).length;
    return fitting < TAILED * rests.length ? undefined : fitting;
  };
  const literal = TAIL.exec(rests[Math.floor(rests.length / 2)] ?? '')?.[0];
  const tails: readonly [tokens: string | undefined, fits: (rest: string) => boolean][] = [
    [literal && quote(literal), (rest) => TAIL.exec(rest)?.[0] === literal],
    [' ZZ', (rest) => OFFSET.test(rest)],
    [' z', (rest) => ZONE.test(rest)],
  ];
  for (const [tokens, fits] of tails) {
    const lines = tokens && enough(fits);
    if (lines) return { form: stampForm(found.form.tokens + tokens), lines };
  }
  return found;
}

type Common = NonNullable<ReturnType<typeof commonForm>>;

/** How many lines begin with a form's stamp, and go on as they must behind one. */
function endedBy({ gap, gapNeeded }: LineLog, form: StampForm, texts: readonly string[]): number {
  const rests = texts.flatMap((text) => form.read(text)?.rest ?? []);
  return gap && gapNeeded ? rests.filter((rest) => gap.test(rest)).length : rests.length;
}

const DATE_BEHIND =
  /^[\])}>]?,? ?(?:[-@|] |[[({<])?(?:\d{4}[-/._]\d|(?:0[1-9]|[12]\d|3[01])(?=[\])}>\s|])|\d\d?(?:[/.-]| (?<month>\p{L}[\p{L}\p{M}]+))|(?<weekday>\p{L}[\p{L}\p{M}-]+\.?))/u;

/** True where a date stands behind a form's time of day, or a weekday, as `09:01 05.01.` and `09:01 Thu` have it. */
function datedBehind({ form, lines }: Common, texts: readonly string[]): boolean {
  const dated = texts.filter((text) => {
    const { month, weekday } = DATE_BEHIND.exec(form.read(text)?.rest ?? '')?.groups ?? { month: '' };
    return weekday === undefined ? month === undefined || monthOf(month) !== undefined : isWeekday(weekday);
  }).length;
  return dated >= TAILED * lines;
}

/** True where a form reads what may be a date otherwise: the dates of all decide. */
function isOpen(form: StampForm, texts: readonly string[]): boolean {
  const text = /^\W?(?:X|MMM)/u.test(form.tokens) ? texts.find((one) => form.read(one)) : undefined;
  return text !== undefined && mayBeOtherwise(form.tokens, text);
}

/** The form of a sample's stamps: as given, one of the client's own, or another that is usual. */
export function formOf(
  spec: LineLog,
  sample: Sample,
  lines: readonly RawLine[],
  stripped: readonly string[],
  named: CalendarDate | undefined,
): { readonly form: StampForm } | undefined {
  const texts = spread(stripped);
  if (sample.given.stamp) return commonForm(texts, [sample.given.stamp]);
  const own = withTail(commonForm(texts, spec.stamps), texts);
  const dated = own !== undefined && datedBehind(own, texts);
  const open = own !== undefined && !dated && isOpen(own.form, texts);
  if (own && !dated && !open && endedBy(spec, own.form, texts) * 2 >= texts.length) return own;
  const usual = usualForm(stampable(spec, sample, lines, stripped), sample.lines, named);
  const tailed = usual && withTail(commonForm(texts, [usual.form.tokens]), texts);
  const other = tailed && spec.stampEnd ? commonForm(texts, [tailed.form.tokens + spec.stampEnd]) : tailed;
  if (!usual || !other || (spec.stampless === true && usual.share < 0.5)) return own;
  if (dated || (open && other.lines >= own.lines)) return other;
  const least = own ? endedBy(spec, own.form, texts) : 0;
  return other.lines > 2 * least ? other : own;
}

/** So many lines show a form that was set as the log went on: fewer may be what somebody said. */
const SOME = 5;
/** So many times the stamps of one log may be found to have been set otherwise. */
const MOST = 4;
/** So large a share of all lines has a form whose lines are no sentences of the client: then its theme is not known yet. */
const LEAST = 0.05;
/** So many lines follow each other before one of another form comes: what somebody said stands by itself. */
const RUN = 5;

/** How many lines with a form follow each other, in the middle; `at` are their places among all. */
const runOf = (at: readonly number[]): number => at.length / at.filter((place, i) => place - 1 !== at[i - 1]).length;

/**
 * The forms to which a user changed as the log went on, or from which, beside that of most lines, in luxon tokens; those before that
 * have more lines. Their lines are sentences of the client, follow each other, or are nearly all that are left.
 */
export function furtherForms(
  spec: LineLog,
  sample: Sample,
  lines: readonly RawLine[],
  texts: readonly string[],
  form: StampForm,
  named: CalendarDate | undefined,
): readonly string[] {
  const isOwn = spec.stamps.includes(form.tokens);
  const settled = settledReader(spec, isOwn ? {} : { stamp: form.tokens });
  const isSentence = sentenceTest(spec, sample.given);
  const found: string[] = [];
  let others = stampable(spec, sample, lines, texts)
    .map(({ text }, at) => ({ text, at }))
    .filter(({ text }) => !settled(text));
  while (others.length >= SOME && found.length < MOST) {
    const usual = usualForm(
      others.map(({ text }, at) => ({ number: at + 1, text })),
      sample.lines,
      named,
    );
    const its = others.filter(({ text }) => usual?.form.read(text));
    if (!usual || its.length < SOME) break;
    const areAll = its.length >= TAILED * others.length && others.length >= LEAST * lines.length;
    const told = (): number => its.filter(({ text }) => isSentence(usual.form.read(text)?.rest ?? '')).length;
    if (!areAll && runOf(its.map(({ at }) => at)) < RUN && told() < TAILED * its.length) break;
    found.push(usual.form.tokens);
    others = others.filter((line) => !its.includes(line));
  }
  return found;
}

/** The lines that can begin with a stamp; those of the sample as they are where no line differs. */
function stampable(
  spec: LineLog,
  sample: Sample,
  lines: readonly RawLine[],
  stripped: readonly string[],
): readonly RawLine[] {
  const found = lines.flatMap((line, index) => {
    const text = stripped[index] ?? '';
    if (controlled(spec, text)) return [];
    return text === line.text ? line : { ...line, text };
  });
  return found.length === lines.length && found.every((line, index) => line === lines[index]) ? sample.lines : found;
}
