// Which formats are asked about a file, and what they claim: all of thirty take long, and few lines show that most are out of
// the question.
import type { Candidate, LogFormat, Sample } from '../format.ts';

/** Below this share of lines a claim is not believed. */
export const WEAK = 0.5;

/** All claims on a file, the best first; of equal ones, in the order of the formats. */
export function claims(sample: Sample, formats: readonly LogFormat[]): readonly Candidate[] {
  return formats.flatMap((format) => format.recognise(sample)).sort((one, other) => other.score - one.score);
}

/** A claim that no other format need be asked about, where another log of the same kind is known. */
const SURE = 0.9;

/** Nor about such a one, where it is so far ahead: on a quiet day few lines show the client. */
const LIKELY = 0.75;
const AHEAD = 0.2;

/**
 * The claims of the formats that come into question for a log like another, its own first; undefined where one of the others has a
 * better claim, or its own is not sure here. What its own reads whole, no other reads better.
 */
export function likeOf(
  sample: Sample,
  formats: readonly LogFormat[],
  like: { readonly format: string; readonly near: readonly string[] },
): readonly Candidate[] | undefined {
  const claimsOf = (names: readonly string[]): readonly Candidate[] =>
    claims(
      sample,
      formats.filter(({ name }) => names.includes(name)),
    );
  const own = claimsOf([like.format]);
  if (own[0]?.score === 1) return own;
  const found = [...own, ...claimsOf(like.near)].sort((one, other) => other.score - one.score);
  const [best, next] = found;
  if (best?.format !== like.format) return undefined;
  const ahead = best.score >= LIKELY && best.score >= (next?.score ?? 0) + AHEAD;
  return ahead || best.score >= SURE ? found : undefined;
}

/** Lines that tell whether a look at the whole sample is worth its time. */
const GLANCE = 64;

/** A claim that no line proves is half of one that some do: further lines, or other files, may prove what these have of another's, too. */
export const isNear = ({ score }: Candidate, best: Candidate): boolean => score >= best.score / 2;

/** Names of the formats that can be the file's, by its first lines; undefined where these are too few, or nothing to any. */
function likely(sample: Sample, formats: readonly LogFormat[]): readonly string[] | undefined {
  if (sample.lines.length <= 2 * GLANCE) return undefined;
  const first = claims({ ...sample, lines: sample.lines.slice(0, GLANCE) }, formats);
  const [best] = first;
  if (!best || best.score < WEAK) return undefined;
  return [...new Set(first.filter((claim) => isNear(claim, best)).map(({ format }) => format))];
}

/**
 * The claims that count: those of the formats that are likely; where none of these reads half of all lines, or none is, those of
 * all. `known` are the likely ones, where the file's first lines told them before.
 */
export function soundClaims(sample: Sample, formats: readonly LogFormat[], known?: readonly string[]): SoundClaims {
  const names = known ?? likely(sample, formats);
  if (!names) return { found: claims(sample, formats) };
  const some = formats.filter(({ name }) => names.includes(name));
  const found = claims(sample, some);
  const enough = some.length === formats.length || (found[0]?.score ?? 0) >= WEAK;
  return { found: enough ? found : claims(sample, formats), likely: names };
}

export interface SoundClaims {
  readonly found: readonly Candidate[];
  readonly likely?: readonly string[];
}
