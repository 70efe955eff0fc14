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

/** How much of a sample a claim tells: in how many lines what happened, and of as many, in how many what the channel saw. */
function happeningsIn(claim: Candidate, sample: Sample, formats: readonly LogFormat[]): number {
  const parse = parserOf(claim, sample, formats);
  const lines = parse ? sample.lines.map(parse) : [];
  const happened = lines.filter((line) => line.some(happens));
  return happened.length + happened.filter((line) => line.some(isSentence)).length / (lines.length + 1);
}

/** Of claims as good as each other, the one that tells most of what happened; undefined where another tells as much otherwise. */
export function tellingMost(
  equals: readonly Candidate[],
  sample: Sample,
  formats: readonly LogFormat[],
): Candidate | undefined {
  const told = new Map(equals.map((claim) => [claim, happeningsIn(claim, sample, formats)]));
  const most = Math.max(...told.values());
  const [best, ...others] = equals.filter((claim) => told.get(claim) === most);
  return best && others.every((other) => readAlike(best, other, sample, formats)) ? best : undefined;
}

function parserOf(claim: Candidate, { given }: Sample, formats: readonly LogFormat[]): LineParser | undefined {
  return formats.find(({ name }) => name === claim.format)?.open({ ...claim.facts, ...given });
}
