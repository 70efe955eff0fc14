// Formats of one shape: a stamp and a sentence on each line, and lines of the format itself between them.
//
//   [00:00:00] --- Fri Jan  6 2012          a line of the format itself, which may tell a date
//   [09:01:02] <alice> hello bob            what every client writes: proves no format
//   [09:02:00] Nick change: bob -> bob_     what only this one writes: proves it
//
// A format gives its stamps and its tables; recognition scores what the tables read of a sample.
import type { FileFacts, LogFormat, Survey } from '../../format.ts';
import { recognise } from './line-claim.ts';
import { open } from './line-reading.ts';
import type { ControlRule, LineLog, SureRule } from './line-spec.ts';
import { at } from './stamped.ts';

/** A sentence that stands without a stamp, as a line of the format itself. */
export function unstamped({ example, pattern, read, proves }: SureRule): ControlRule {
  return {
    example,
    pattern,
    read: (match) => at(undefined, read(match.groups ?? {})),
    ...(proves === true ? { proves } : {}),
  };
}

/** A log format of stamped sentences. */
export function lineLog(spec: LineLog): LogFormat {
  const { survey } = spec;
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
    ...(survey && { survey: (facts) => surveyOf(survey, facts) }),
  };
}

/** What the survey of a format settles; blanks that were put at the ends of lines are no part of them. */
function surveyOf(survey: NonNullable<LineLog['survey']>, facts: FileFacts): Survey {
  const its = survey(facts);
  return facts.blanks ? { ...its, see: ({ number, text }) => its.see({ number, text: text.trimEnd() }) } : its;
}
