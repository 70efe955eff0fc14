// Formats of one shape: a stamp and a sentence on each line, and lines of the format itself between them.
//
//   [00:00:00] --- Fri Jan  6 2012          a line of the format itself, which may tell a date
//   [09:01:02] <alice> hello bob            what every client writes: proves no format
//   [09:02:00] Nick change: bob -> bob_     what only this one writes: proves it
//
// A format gives its stamps and its tables; recognition scores what the tables read of a sample.
import { readByRules, type Candidate, type FileFacts, type LineParser, type LineRule } from '../../format.ts';
import type { LogFormat, ParsedLine, RawLine, Sample, Stamp, Survey } from '../../format.ts';
import type { Event } from '../../events.ts';
import { grouped } from '../../shared/numbers.ts';
import { factsOfPath } from './paths.ts';
import { at, BLANK, readEdited } from './stamped.ts';
import { usualForm } from './usual-stamps.ts';
import { commonForm, stampForm, type Stamped, type StampForm } from './stamps.ts';

/** A rule that says whether a line it reads shows the format: no other one writes it so. */
export interface SureRule extends LineRule {
  readonly proves?: true;
}

/** A line of the format itself: date marks, headers. */
export interface ControlRule {
  readonly example: string;
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => readonly ParsedLine[];
  readonly proves?: true;
}

/** What may be remembered from line to line of one file. */
export interface Reader {
  /** Takes off what comes before the stamp. */
  readonly strip?: (line: string) => string;
  readonly read?: (text: string) => readonly Event[] | undefined;
  /** A last word on what a line gives: repeats, continuations. */
  readonly finish?: (parsed: readonly ParsedLine[], text: string) => readonly ParsedLine[];
}

export interface LineLog {
  readonly name: string;
  readonly title: string;
  readonly local: boolean;
  /** True where a clock without a zone is UTC's. */
  readonly utc?: true;
  /** As in `LogFormat`. */
  readonly unmarkedDays?: true;
  /** Stamp forms in luxon tokens, the usual first. */
  readonly stamps: readonly string[];
  /** For the examples: a stamp as it begins a line, with the blank after it. */
  readonly stamp: string;
  /** With what every stamp of this client ends, as at the end of each of its forms. */
  readonly stampEnd?: string;
  /** What lies between the stamp and the sentence. */
  readonly gap?: RegExp;
  /** True where a stamp without that gap behind it is none of this format. */
  readonly gapNeeded?: true;
  readonly rules: readonly SureRule[];
  /** Lines without a stamp. Tried first, on the whole line. */
  readonly controls?: readonly ControlRule[];
  readonly reader?: (facts: FileFacts) => Reader;
  /** What path and lines tell; default: `factsOfPath`. */
  readonly facts?: (sample: Sample) => FileFacts;
  /** A path as this client names its files. */
  readonly path?: RegExp;
  /** True where the client can write no stamps at all. */
  readonly stampless?: true;
  /** How a line begins that only this client writes. */
  readonly telltale?: RegExp;
  readonly survey?: (facts: FileFacts) => Survey;
}

/** A sentence that stands without a stamp, as a line of the format itself. */
export function unstamped({ example, pattern, read, proves }: SureRule): ControlRule {
  return { example, pattern, read: (match) => at(undefined, read(match.groups ?? {})), ...(proves ? { proves } : {}) };
}

/** The share of a claim that holds where nothing in the lines shows which client it was, without and with a telling path. */
const UNPROVEN = 0.5;
const BY_PATH = 0.8;

/** Reads the stamp of a line by the first form that fits, the one that fitted last tried first. */
function stampReader(spec: LineLog, tokens: readonly string[]): (line: string) => Stamped | undefined {
  const read = formReader(tokens.map((form) => stampForm(form)));
  if (!spec.gapNeeded) return read;
  return (line) => {
    const stamped = read(line);
    return stamped && spec.gap?.test(stamped.rest) ? stamped : undefined;
  };
}

function formReader(forms: readonly StampForm[]): (line: string) => Stamped | undefined {
  let usual = forms[0];
  return (line) => {
    const first = usual?.read(line);
    if (first) return first;
    for (const form of forms) {
      const stamped = form === usual ? undefined : form.read(line);
      if (!stamped) continue;
      usual = form;
      return stamped;
    }
    return undefined;
  };
}

function controlled(spec: LineLog, text: string): { rule: ControlRule; match: RegExpExecArray } | undefined {
  for (const rule of spec.controls ?? []) {
    const match = rule.pattern.exec(text);
    if (match) return { rule, match };
  }
  const bare = text.trimEnd();
  return bare === text ? undefined : controlled(spec, bare);
}

const isNote = (events: readonly Event[]): boolean => events.every(({ kind }) => kind === 'log');

const inUtc = (stamp: Stamp): Stamp => ('clock' in stamp ? { clock: { offset: 0, ...stamp.clock } } : stamp);

function open(spec: LineLog, facts: FileFacts): LineParser {
  const stamps = stampReader(spec, facts.stamp ? [facts.stamp] : spec.stamps);
  const reader = spec.reader?.(facts) ?? {};
  const read = reader.read ?? ((text: string) => readByRules(spec.rules, text));
  const finish = reader.finish ?? ((parsed: readonly ParsedLine[]) => parsed);
  return ({ text }) => {
    if (text.trim() === '') return BLANK;
    const line = reader.strip?.(text) ?? text;
    const control = controlled(spec, line);
    if (control) return finish(control.rule.read(control.match), line);
    const stamped = stamps(line);
    const rest = stamped ? stamped.rest.replace(spec.gap ?? /^ /u, '') : line;
    const stamp = stamped && spec.utc ? inUtc(stamped.stamp) : stamped?.stamp;
    const events = (stamp ? readEdited(read, rest, isNote) : read(rest)) ?? [{ kind: 'unparsed', text: rest } as const];
    return finish(at(stamp, events), rest);
  };
}

function recognise(spec: LineLog, sample: Sample): readonly Candidate[] {
  const lines = sample.lines.filter(({ text }) => text.trim() !== '');
  if (lines.length === 0) return [];
  const { strip } = spec.reader?.(sample.given) ?? {};
  const texts = lines.map(({ text }) => strip?.(text) ?? text);
  const common = formOf(spec, sample, lines, texts);
  const told = { ...factsOfPath(sample.path), ...spec.facts?.(sample), ...sample.given };
  const facts = common && !told.stamp ? { ...told, stamp: common.form.tokens } : told;
  const { read, proofs } = count(spec, sample, lines, texts, facts);
  if (read === 0) return [];
  const proven = proofs > 0;
  const ownStamps = common === undefined || spec.stamps.includes(common.form.tokens);
  const byPath = ownStamps && (spec.path?.test(sample.path) ?? false);
  const score = (read / lines.length) * (proven ? 1 : byPath ? BY_PATH : UNPROVEN);
  const sure = proven ? '' : byPath ? ', by its name alone' : ', though others write them alike';
  const reason = `${grouped(read)} of ${grouped(lines.length)} lines${facts.stamp ? `, stamps ${facts.stamp}` : ''}${sure}`;
  return [{ format: spec.name, score, reason, facts: keep(spec, facts) }];
}

/** So many lines show the form of the stamps as well as all do. */
const ENOUGH = 300;

/** At most `ENOUGH` of the lines, from all over the sample. */
function spread(texts: readonly string[]): readonly string[] {
  const step = Math.ceil(texts.length / ENOUGH);
  return step > 1 ? texts.filter((_, index) => index % step === 0) : texts;
}

/** The form of a sample's stamps: as given, one of the client's own, or another that is usual. */
function formOf(
  spec: LineLog,
  sample: Sample,
  lines: readonly RawLine[],
  stripped: readonly string[],
): { readonly form: StampForm } | undefined {
  const texts = spread(stripped);
  if (sample.given.stamp) return commonForm(texts, [sample.given.stamp]);
  const own = commonForm(texts, spec.stamps);
  if (own && own.lines * 2 >= texts.length) return own;
  const usual = usualForm(stampable(spec, sample, lines, stripped));
  const other = usual && commonForm(texts, [usual.form.tokens + (spec.stampEnd ?? '')]);
  if (!other || (spec.stampless && usual.share < 0.5)) return own;
  return other.lines > 2 * (own?.lines ?? 0) ? other : own;
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

function count(
  spec: LineLog,
  sample: Sample,
  lines: readonly RawLine[],
  texts: readonly string[],
  facts: FileFacts,
): { read: number; proofs: number } {
  const settled = sample.given.stamp ? facts : keep(spec, facts);
  const parse = open(spec, settled);
  const stamps = stampReader(spec, settled.stamp ? [settled.stamp] : spec.stamps);
  let read = 0;
  let proofs = 0;
  for (const [index, line] of lines.entries()) {
    const parsed = parse(line);
    if (parsed.some((one) => one.is === 'event' && one.event.kind === 'unparsed')) continue;
    // what goes on with a line shows nothing where there is none: any text may be indented
    if (read === 0 && parsed.every(({ is }) => is === 'more')) continue;
    const text = texts[index] ?? '';
    // a sentence without a stamp is read, but shows nothing where the client always writes one
    if (!spec.stampless && !controlled(spec, text) && !stamps(text)) continue;
    read++;
    if (proofs === 0 && proves(spec, text, stamps)) proofs++;
  }
  return { read, proofs };
}

function proves(spec: LineLog, line: string, stamps: (line: string) => Stamped | undefined): boolean {
  if (spec.telltale?.test(line)) return true;
  const control = controlled(spec, line);
  if (control) return control.rule.proves === true;
  const rest = (stamps(line)?.rest ?? line).replace(spec.gap ?? /^ /u, '');
  return spec.rules.find(({ pattern }) => pattern.test(rest))?.proves === true;
}

/** A log format of stamped sentences. */
export function lineLog(spec: LineLog): LogFormat {
  return {
    name: spec.name,
    title: spec.title,
    local: spec.local,
    ...(spec.unmarkedDays && { unmarkedDays: spec.unmarkedDays }),
    examples: [
      ...(spec.controls ?? []).map(({ example }) => example),
      ...spec.rules.map(({ example }) => spec.stamp + example),
    ],
    recognise: (sample) => recognise(spec, sample),
    open: (facts) => open(spec, facts),
    ...(spec.survey ? { survey: spec.survey } : {}),
  };
}
