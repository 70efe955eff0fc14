// Whether a sample is in a format of stamped sentences: how many of its lines the tables read, and whether one proves it.
import {
  LONGEST_SENTENCE,
  type CalendarDate,
  type Candidate,
  type FileFacts,
  type RawLine,
  type Sample,
} from '../../format.ts';
import { grouped } from '../../shared/numbers.ts';
import { toldWithLines } from './channel-in-lines.ts';
import { monthOf } from '../../shared/months.ts';
import { isWeekday } from '../../shared/weekdays.ts';
import type { LineLog } from './line-spec.ts';
import { hasBlanks } from './line-ends.ts';
import { controlled, open, stampReader } from './line-reading.ts';
import { factsOfPath } from './paths.ts';
import { commonForm, stampForm, type Stamped, type StampForm } from './stamps.ts';
import { mayBeOtherwise, quote, usualForm } from './usual-stamps.ts';

/** The share of a claim that holds where nothing in the lines shows which client it was, without and with a telling path. */
const UNPROVEN = 0.5;
const BY_PATH = 0.8;
/** The same where any line may be somebody's: another format that knows nearly all lines knows better. */
const LOOSE = 0.95;
/** The share of lines that a theme as the client comes reads. */
const LEARNING = 0.9;
/** The share of lines that show a form of stamps beside the usual one. */
const LEAST = 0.05;

/** The claim of a format on a sample; none where it reads no line. */
export function recognise(spec: LineLog, sample: Sample): readonly Candidate[] {
  const lines = sample.lines.filter(({ text }) => text.trim() !== '');
  if (lines.length === 0) return [];
  const { strip } = spec.reader?.(sample.given) ?? {};
  const texts = lines.map(({ text }) => strip?.(text) ?? text);
  const ofPath = factsOfPath(sample.path);
  const common = formOf(spec, sample, lines, texts, ofPath.date);
  const own = { ...ofPath, ...spec.facts?.(sample, common?.form) };
  const told = { ...toldWithLines(own, sample.lines), ...sample.given };
  const settled = common && (halfWay(spec, sample, lines, texts, common.form, ofPath.date) ?? common.form);
  const stamped = settled && !told.stamp ? { ...told, stamp: settled.tokens } : told;
  const facts = spec.actsAlike && hasBlanks(spec, texts, stamped) ? { ...stamped, blanks: true as const } : stamped;
  const counted = (told: FileFacts): Count => count(spec, sample, lines, texts, told);
  const plain = counted(facts);
  // Lines of the owner's own theme are the client's, too, where others show it.
  const teaches = plain.proofs >= proofsOf(spec) && plain.read < LEARNING * lines.length;
  const learnt = teaches ? spec.learn?.(sample) : undefined;
  const { read, proofs } = learnt ? counted({ ...learnt, ...facts }) : plain;
  if (read === 0) return [];
  const proven = proofs >= proofsOf(spec);
  const ownStamps = common === undefined || spec.stamps.includes(common.form.tokens);
  const byPath = ownStamps && (spec.path?.test(sample.path) ?? false);
  const worth = (proven ? 1 : byPath ? BY_PATH : UNPROVEN) * (spec.loose?.(facts) ? LOOSE : 1);
  const score = (read / lines.length) * worth;
  const sure = proven ? '' : byPath ? ', by its name alone' : ', though others write them alike';
  const reason = `${grouped(read)} of ${grouped(lines.length)} lines${facts.stamp ? `, stamps ${facts.stamp}` : ''}${sure}`;
  return [{ format: spec.name, score, reason, facts: keep(spec, facts) }];
}

const proofsOf = ({ proofs = 1 }: LineLog): number => proofs;

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
function formOf(
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

/** Fewer lines than this show no form that was set half-way. */
const SOME = 5;

/**
 * The form to which a user changed, or from which, where the other lines have one of the client's own: these are read beside any.
 * Nearly all of the lines that none of them begins have it.
 */
function halfWay(
  spec: LineLog,
  sample: Sample,
  lines: readonly RawLine[],
  texts: readonly string[],
  form: StampForm,
  named: CalendarDate | undefined,
): StampForm | undefined {
  if (!spec.stamps.includes(form.tokens)) return undefined;
  const stamps = stampReader(spec, {});
  const others = stampable(spec, sample, lines, texts).filter(({ text }) => !stamps(text));
  if (others.length < SOME || others.length < LEAST * lines.length) return undefined;
  const usual = usualForm(others, sample.lines, named);
  return usual && usual.share >= TAILED ? usual.form : undefined;
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

/** A single stamp form need not be settled: a file may change it half-way, and every known form is read anyway. */
function keep(spec: LineLog, facts: FileFacts): FileFacts {
  if (!facts.stamp || !spec.stamps.includes(facts.stamp)) return facts;
  return Object.fromEntries(Object.entries(facts).filter(([key]) => key !== 'stamp'));
}

interface Count {
  readonly read: number;
  readonly proofs: number;
}

function count(
  spec: LineLog,
  sample: Sample,
  lines: readonly RawLine[],
  texts: readonly string[],
  facts: FileFacts,
): Count {
  const settled = sample.given.stamp ? facts : keep(spec, facts);
  const parse = open(spec, settled);
  const stamps = stampReader(spec, settled);
  const stampless = isStampless(spec, facts, texts, stamps);
  let read = 0;
  let proofs = 0;
  for (const [index, line] of lines.entries()) {
    const parsed = parse(line);
    if (parsed.some((one) => one.is === 'event' && one.event.kind === 'unparsed')) continue;
    // what goes on with a line shows nothing where there is none: any text may be indented
    if (read === 0 && parsed.every(({ is }) => is === 'more')) continue;
    const text = texts[index] ?? '';
    // a sentence without a stamp is read, but shows nothing where the client always writes one
    if (!stampless && !controlled(spec, text) && !stamps(text)) continue;
    read++;
    if (proofs < proofsOf(spec) && (spec.telltale?.test(line.text) || proves(spec, text, stamps))) proofs++;
  }
  return { read, proofs };
}

/** Whether sentences need no stamp here: none has one, or only few in a log of a client that can write none. */
function isStampless(
  { stampless }: LineLog,
  facts: FileFacts,
  texts: readonly string[],
  stamps: (line: string) => Stamped | undefined,
): boolean {
  if (stampless !== true) return stampless?.(facts) ?? false;
  return texts.filter((text) => stamps(text) !== undefined).length * 2 <= texts.length;
}

function proves(spec: LineLog, line: string, stamps: (line: string) => Stamped | undefined): boolean {
  if (spec.telltale?.test(line)) return true;
  const control = controlled(spec, line);
  if (control) return control.rule.proves === true;
  if (line.length > LONGEST_SENTENCE) return false;
  const rest = (stamps(line)?.rest ?? line).replace(spec.gap ?? /^ /u, '');
  const proof = spec.rules.find(({ pattern }) => pattern.test(rest))?.proves;
  return proof === true || (proof?.test(rest) ?? false);
}
