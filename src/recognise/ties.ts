// Formats that claim as much of a file: whether it matters which is taken, and which it is.
import type { Candidate, LineParser, LogFormat, ParsedLine, Sample } from '../format.ts';

/** True where both formats read all the lines alike, so that it does not matter which is taken. */
export function readAlike(one: Candidate, other: Candidate, sample: Sample, formats: readonly LogFormat[]): boolean {
  const [mine, theirs] = [one, other].map((claim) => parserOf(claim, sample, formats));
  if (!mine || !theirs) return false;
  return sample.lines.every((line) => JSON.stringify(mine(line)) === JSON.stringify(theirs(line)));
}

/** Whether a line tells what somebody said or did; what a log is taken to say of itself may be anything. */
export const happens = (parsed: ParsedLine): boolean =>
  parsed.is === 'event' && parsed.event.kind !== 'log' && parsed.event.kind !== 'unparsed';

/** Whether it tells of a channel, not what people write there: any words may be what somebody does. */
const isSentence = (parsed: ParsedLine): boolean =>
  happens(parsed) && parsed.is === 'event' && !/^(?:message|action|notice)$/u.test(parsed.event.kind);

/** How much of a sample a reader tells: in how many lines what happened, and of as many, in how many what the channel saw. */
function happeningsIn(parse: LineParser | undefined, { lines: all }: Sample): number {
  const lines = parse ? all.map(parse) : [];
  const happened = lines.filter((line) => line.some(happens));
  return happened.length + happened.filter((line) => line.some(isSentence)).length / (lines.length + 1);
}

/** Of claims as good as each other, the one that tells most of what happened; undefined where another tells as much otherwise. */
export function tellingMost(
  equals: readonly Candidate[],
  sample: Sample,
  formats: readonly LogFormat[],
): Candidate | undefined {
  const told = new Map(equals.map((claim) => [claim, happeningsIn(parserOf(claim, sample, formats), sample)]));
  const most = Math.max(...told.values());
  const [best, ...others] = equals.filter((claim) => told.get(claim) === most);
  return best && others.every((other) => readAlike(best, other, sample, formats)) ? best : undefined;
}

/** So much less of a file may a claim read than the best one, where it tells so much more of what happened. */
const BEHIND = 0.2;
const MORE = 1.25;

/**
 * The best claim, or of those not far behind it one that tells much more of what happened: what takes any line for a note of the
 * client's reads all lines, and tells nothing.
 */
export function tellingMuch(
  best: Candidate,
  others: readonly Candidate[],
  sample: Sample,
  formats: readonly LogFormat[],
): Candidate {
  const near = others.filter(({ score }) => score >= best.score - BEHIND);
  if (near.length === 0) return best;
  const told = (claim: Candidate): number => happeningsIn(settledParserOf(claim, sample, formats), sample);
  const most = near.map((claim) => ({ claim, told: told(claim) })).reduce((a, b) => (b.told > a.told ? b : a));
  return most.told > MORE * told(best) ? most.claim : best;
}

function parserOf(claim: Candidate, { given }: Sample, formats: readonly LogFormat[]): LineParser | undefined {
  return formats.find(({ name }) => name === claim.format)?.open({ ...claim.facts, ...given });
}

/** The same with what the first lines settle, such as a theme. */
function settledParserOf(claim: Candidate, sample: Sample, formats: readonly LogFormat[]): LineParser | undefined {
  const survey = formats.find(({ name }) => name === claim.format)?.survey?.({ ...claim.facts, ...sample.given });
  if (survey) for (const line of sample.lines) if (!survey.see(line)) break;
  return parserOf({ ...claim, facts: { ...claim.facts, ...survey?.facts() } }, sample, formats);
}
