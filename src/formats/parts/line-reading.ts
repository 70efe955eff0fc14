// How the lines of a format of stamped sentences are read: the format's own lines first, then the stamp, then the sentence.
import type { Event } from '../../events.ts';
import { readByRules, type FileFacts, type LineParser, type ParsedLine, type Stamp } from '../../format.ts';
import type { ControlRule, LineLog } from './line-spec.ts';
import { dateAlone } from './spelled-date.ts';
import { at, BLANK, readEdited, worthAmongActs, worthOf } from './stamped.ts';
import { stampForm, type Stamped } from './stamps.ts';
import { clockForm, wholeForm } from './usual-stamps.ts';

/** Reads the stamp that begins a line. */
export type ReadStamp = (line: string) => Stamped | undefined;

/** Reads the stamps of a file, also where they are set otherwise half-way through it. */
export function stampReader(spec: LineLog, facts: FileFacts): ReadStamp {
  const settled = settledReader(spec, facts);
  const others = othersReader(spec, facts);
  return (line) => settled(line) ?? others(line);
}

/** Reads stamps in the form that was settled for a file, else in the client's own, and in those that were set as it went on. */
export function settledReader(spec: LineLog, { stamp, stamps = [] }: FileFacts): ReadStamp {
  return withGap(spec, formReader([...(stamp === undefined ? spec.stamps : [stamp]), ...stamps]));
}

/** Reads stamps in the client's own forms beside the settled one, in one that tells the whole date, or where users set them a clock alone. */
function othersReader(spec: LineLog, { stamp }: FileFacts): ReadStamp {
  const own = stamp === undefined ? () => undefined : formReader(spec.stamps);
  const clock = spec.clocksAreSet ? clockForm : () => undefined;
  return withGap(spec, (line) => own(line) ?? (wholeForm(line) ?? clock(line))?.read(line));
}

function withGap({ gap, gapNeeded }: LineLog, read: ReadStamp): ReadStamp {
  if (!gapNeeded) return read;
  return (line) => {
    const stamped = read(line);
    return stamped && gap?.test(stamped.rest) ? stamped : undefined;
  };
}

/** The form that fitted last is tried first. */
function formReader(tokens: readonly string[]): ReadStamp {
  const forms = tokens.map((form) => stampForm(form));
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

/** The rule for a line of the format itself, and what it matches; undefined for every other line. */
export function controlled(spec: LineLog, text: string): { rule: ControlRule; match: RegExpExecArray } | undefined {
  for (const rule of spec.controls ?? []) {
    const match = rule.pattern.exec(text);
    if (match) return { rule, match };
  }
  const bare = text.trimEnd();
  return bare === text ? undefined : controlled(spec, bare);
}

/** Tells what stands behind a stamp and is a sentence of the format. */
export function sentenceTest(spec: LineLog, facts: FileFacts): (rest: string) => boolean {
  const read = spec.reader?.(facts).read ?? ((text: string) => readByRules(spec.rules, text));
  return (rest) => readEdited(read, rest.replace(spec.gap ?? /^ /u, ''), worthOf) !== undefined;
}

const inUtc = (stamp: Stamp): Stamp => ('clock' in stamp ? { clock: { offset: 0, ...stamp.clock } } : stamp);

/** Reads the lines of one file. */
export function open(spec: LineLog, facts: FileFacts): LineParser {
  const settled = settledReader(spec, facts);
  const others = othersReader(spec, facts);
  const reader = spec.reader?.(facts) ?? {};
  const read = reader.read ?? ((text: string) => readByRules(spec.rules, text));
  const worth = facts.blanks ? worthAmongActs : worthOf;
  const finish = reader.finish ?? ((parsed: readonly ParsedLine[]) => parsed);
  const behind = ({ rest }: Stamped): string => rest.replace(spec.gap ?? /^ /u, '');
  const told = (stamped: Stamped): readonly Event[] | undefined => readEdited(read, behind(stamped), worth);
  // a line that begins so and is no sentence goes on with what somebody said
  const otherwise = (line: string): Stamped | undefined => {
    const stamped = others(line);
    return stamped && told(stamped) && stamped;
  };
  return ({ text }) => {
    if (text.trim() === '') return BLANK;
    const line = reader.strip?.(text) ?? text;
    const control = controlled(spec, line);
    if (control) return finish(control.rule.read(control.match), line);
    const stamped = settled(line) ?? otherwise(line);
    const rest = stamped ? behind(stamped) : line;
    const stamp = stamped && spec.utc ? inUtc(stamped.stamp) : stamped?.stamp;
    const events = (stamped ? told(stamped) : read(rest)) ?? [{ kind: 'unparsed', text: rest } as const];
    const parsed = finish(at(stamp, events), rest);
    return stamped ? parsed : headed(parsed, line);
  };
}

/** A date alone, which no rule knows, heads the lines of a day: so people put together what they copied. */
function headed(parsed: readonly ParsedLine[], text: string): readonly ParsedLine[] {
  const [one] = parsed;
  const date = one?.is === 'event' && one.event.kind === 'unparsed' ? dateAlone(text) : undefined;
  return date ? [{ is: 'control', date }] : parsed;
}
