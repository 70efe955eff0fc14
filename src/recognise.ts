// Which format a file is in: every format looks at its first lines and says how many it reads, and why. The best claim
// wins where it is good and no other is as good; else the person is asked, with the setting that decides.
import type { Candidate, FileFacts, LogFormat, RawLine, Sample } from './format.ts';
import { mendings } from './mend.ts';
import { claims, isNear, likeOf, soundClaims, WEAK } from './recognise/asked.ts';
import { tiedSentence, unreadSentence } from './recognise/claims.ts';
import { happens, readAlike, tellingMost, tellingMuch } from './recognise/ties.ts';
import { copyWithout } from './shared/copy.ts';

/** What speaks against a format that settings say. */
export interface Doubt {
  /** The format whose claim is good. */
  readonly looksLike?: string;
}

/** What a file is taken for. Plain data: it is kept between builds. */
export type Recognition =
  /**
   * A log: `format` reads it with `facts`; `near` are the formats that come into question, too, for logs like it. `claims` are
   * those of all formats on it, best first: they are told, not kept. `settled`: no further lines change any of this. `opening`:
   * it has more lines than are looked at to tell the format; those told these facts, and further ones may settle others.
   * `likely`: the formats that its very first lines leave over, where it has enough lines that no others are asked. `doubt`:
   * settings say the format, and nothing of the file reads so.
   */
  | {
      readonly is: 'log';
      readonly format: string;
      readonly facts: FileFacts;
      readonly near: readonly string[];
      readonly settled?: true;
      readonly opening?: FileFacts;
      readonly likely?: readonly string[];
      readonly doubt?: Doubt;
      readonly claims?: readonly Candidate[];
    }
  /** A log that two formats read differently and equally well. `few`: it has so few lines that they need not show what it is. */
  | {
      readonly is: 'unsure';
      readonly sentence: string;
      readonly candidates: readonly Candidate[];
      readonly few?: true;
    }
  /**
   * Something like a log, of which no format reads half of the lines; numbers (1-based) of up to three lines as examples.
   * Not the lines: this is kept, and nobody has looked yet at what may be kept of them.
   */
  | {
      readonly is: 'unread';
      readonly sentence: string;
      readonly lines: readonly number[];
      readonly candidates: readonly Candidate[];
      readonly few?: true;
    }
  /** No log; the reason is a noun phrase: `an empty file`, `a PNG image`. `why`: there is nothing in it, or it is not to be read. */
  | { readonly is: 'none'; readonly reason: string; readonly why?: 'empty' | 'damaged' };

type Log = Extract<Recognition, { readonly is: 'log' }>;

/** Why a text is no log. */
export const UNKNOWN = 'a text that no log format knows';

/** True where most lines hold a time of day or an instant near their start. */
function looksStamped(lines: readonly RawLine[]): boolean {
  const stamped = lines.filter(({ text }) => /^.{0,32}?\d{1,2}[:.]\d\d(?!\d)|^\D{0,4}\d{10}(?!\d)/.test(text));
  return stamped.length * 2 > lines.length;
}

/** So few lines need not show what a file is. */
const FEW = 5;

/** What speaks against the format that settings say: it does not claim the file, and makes no event of its lines. */
function doubtOf(
  sample: Sample,
  formats: readonly LogFormat[],
  given: string,
  own: Candidate | undefined,
): Doubt | undefined {
  if (own && own.score >= WEAK) return undefined;
  const parse = formats.find(({ name }) => name === given)?.open({ ...own?.facts, ...sample.given });
  if (!parse || sample.lines.some((line) => parse(line).some(happens))) return undefined;
  const [best] = soundClaims(sample, formats).found;
  return best && best.score >= WEAK ? { looksLike: best.format } : {};
}

/**
 * The format of a file. `given` is the name of the format that settings state; it is believed. Otherwise the best claim is
 * taken, if it reads half of the lines and no other format reads as many in another way that tells as much. `like` is what a
 * file of the same kind was taken for: where that holds here too, only its rivals are asked. `before` is what the file itself was
 * taken for when it had fewer lines: the result is the same without it.
 */
export function recognise(
  sample: Sample,
  formats: readonly LogFormat[],
  given?: string,
  like?: Recognition,
  before?: Recognition,
): Recognition {
  const known = before?.is === 'log' ? before.likely : undefined;
  const asItIs = recogniseAsItIs(sample, formats, given, like, known);
  const found = mendedOf(asItIs, sample, formats, given, like, []);
  // The first lines of a damaged file are others than those of what it was.
  return found.is === 'log' && found !== asItIs ? copyWithout(found, 'likely') : found;
}

/** A page that was quoted in a mail, of a log whose tabs were lost: more than that is no log of anybody's. */
const MENDED_AT_MOST = 4;

const scoreOf = (found: Recognition): number => ('claims' in found ? (found.claims?.[0]?.score ?? 0) : 0);

/**
 * What the file is with its damage mended, where it is read better so, or as well and its shape shows the damage; else what it
 * is as it stands. Where one damage hides behind another, mending the one alone may gain nothing.
 */
function mendedOf(
  found: Recognition,
  sample: Sample,
  formats: readonly LogFormat[],
  given: string | undefined,
  like: Recognition | undefined,
  mended: readonly string[],
): Recognition {
  if (mended.length === MENDED_AT_MOST) return found;
  for (const next of mendings(sample)) {
    const all = [...mended, next.damage];
    const as = recogniseAsItIs(next.sample, formats, given, like);
    const better = as.is === 'log' && isBetter(as, found, next.shows);
    if (better) return mendedOf({ ...as, facts: { ...as.facts, mended: all } }, next.sample, formats, given, like, all);
    const further = found.is === 'log' ? found : mendedOf(found, next.sample, formats, given, like, all);
    if (further !== found) return further;
  }
  return found;
}

function isBetter(now: Log, before: Recognition, shows: boolean): boolean {
  const same = before.is === 'log' && before.format === now.format;
  return scoreOf(now) > scoreOf(before) || (shows && same && scoreOf(now) === scoreOf(before));
}

/** What settings say a file is. */
function asGiven(sample: Sample, formats: readonly LogFormat[], given: string): Log {
  const found = claims(
    sample,
    formats.filter(({ name }) => name === given),
  );
  const [own] = found;
  const facts = { ...own?.facts, ...sample.given };
  const doubt = doubtOf(sample, formats, given, own);
  return { is: 'log', format: given, facts, near: [], claims: found, ...(doubt && { doubt }) };
}

function recogniseAsItIs(
  sample: Sample,
  formats: readonly LogFormat[],
  given?: string,
  like?: Recognition,
  known?: readonly string[],
): Recognition {
  const lines = sample.lines.filter(({ text }) => text.trim() !== '');
  if (lines.length === 0)
    return { is: 'none', reason: sample.lines.length === 0 ? 'an empty file' : 'only blank lines', why: 'empty' };
  if (given !== undefined) return asGiven(sample, formats, given);
  const kin = like?.is === 'log' ? like : undefined;
  const alike = kin && likeOf(sample, formats, kin);
  const sound = alike ? { found: alike } : soundClaims(sample, formats, known);
  const candidates = sound.found;
  const [best] = candidates;
  const few = lines.length <= FEW && { few: true as const };
  if (!best || best.score < WEAK) {
    if (!looksStamped(lines)) return { is: 'none', reason: UNKNOWN };
    const sentence = unreadSentence(sample.path, candidates);
    const step = Math.max(1, Math.floor(lines.length / 3));
    const examples = [0, step, 2 * step].flatMap((at) => lines[at]?.number ?? []);
    return { is: 'unread', sentence, lines: [...new Set(examples)], candidates, ...few };
  }
  const rivals = candidates.filter(({ format }) => format !== best.format);
  const much = tellingMuch(best, rivals, sample, formats);
  // where another reads it as well, it is in the format of the log that it is like
  const equal = alike ? [] : rivals.filter(({ score }) => score >= best.score);
  const tied = equal.filter((rival) => !readAlike(best, rival, sample, formats));
  const chosen = tied.length === 0 || much !== best ? much : tellingMost([best, ...tied], sample, formats);
  if (!chosen) {
    const sentence = tiedSentence(sample.path, [best, ...tied], formats);
    // also those that read it as the best does: the files beside it may be of one of them
    const equals = [best, ...rivals.filter(({ score }) => score >= best.score)];
    return { is: 'unsure', sentence, candidates: equals, ...few };
  }
  const facts = { ...chosen.facts, ...sample.given };
  const others = candidates.filter((claim) => claim !== chosen && isNear(claim, best)).map(({ format }) => format);
  const near = alike && kin?.format === chosen.format ? kin.near : others;
  return {
    is: 'log',
    format: chosen.format,
    facts,
    near,
    claims: candidates,
    ...(sound.likely && { likely: sound.likely }),
  };
}
