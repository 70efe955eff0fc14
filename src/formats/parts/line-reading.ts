// How the lines of a format of stamped sentences are read: the format's own lines first, then the stamp, then the sentence.
import { readByRules, type FileFacts, type LineParser, type ParsedLine, type Stamp } from '../../format.ts';
import type { ControlRule, LineLog } from './line-spec.ts';
import { at, BLANK, readEdited, worthAmongActs, worthOf } from './stamped.ts';
import { stampForm, type Stamped, type StampForm } from './stamps.ts';

/** Reads the stamp of a line by the first form that fits, the one that fitted last tried first. */
export function stampReader(spec: LineLog, tokens: readonly string[]): (line: string) => Stamped | undefined {
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

/** The rule for a line of the format itself, and what it matches; undefined for every other line. */
export function controlled(spec: LineLog, text: string): { rule: ControlRule; match: RegExpExecArray } | undefined {
  for (const rule of spec.controls ?? []) {
    const match = rule.pattern.exec(text);
    if (match) return { rule, match };
  }
  const bare = text.trimEnd();
  return bare === text ? undefined : controlled(spec, bare);
}

const inUtc = (stamp: Stamp): Stamp => ('clock' in stamp ? { clock: { offset: 0, ...stamp.clock } } : stamp);

/** Reads the lines of one file. */
export function open(spec: LineLog, facts: FileFacts): LineParser {
  const stamps = stampReader(spec, facts.stamp ? [facts.stamp] : spec.stamps);
  const reader = spec.reader?.(facts) ?? {};
  const read = reader.read ?? ((text: string) => readByRules(spec.rules, text));
  const worth = facts.blanks ? worthAmongActs : worthOf;
  const finish = reader.finish ?? ((parsed: readonly ParsedLine[]) => parsed);
  return ({ text }) => {
    if (text.trim() === '') return BLANK;
    const line = reader.strip?.(text) ?? text;
    const control = controlled(spec, line);
    if (control) return finish(control.rule.read(control.match), line);
    const stamped = stamps(line);
    const rest = stamped ? stamped.rest.replace(spec.gap ?? /^ /u, '') : line;
    const stamp = stamped && spec.utc ? inUtc(stamped.stamp) : stamped?.stamp;
    const events = (stamp ? readEdited(read, rest, worth) : read(rest)) ?? [{ kind: 'unparsed', text: rest } as const];
    return finish(at(stamp, events), rest);
  };
}
