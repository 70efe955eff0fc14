// Whether a sample is in a format of stamped sentences: how many of its lines the tables read, and whether one proves it.
import { LONGEST_SENTENCE, type Candidate, type FileFacts, type RawLine, type Sample } from '../../format.ts';
import { grouped } from '../../shared/numbers.ts';
import { toldWithLines } from './channel-in-lines.ts';
import { formOf, furtherForms } from './form-of-stamps.ts';
import type { LineLog } from './line-spec.ts';
import { hasBlanks } from './line-ends.ts';
import { controlled, open, stampReader } from './line-reading.ts';
import { factsOfPath } from './paths.ts';
import { dateAlone } from './spelled-date.ts';
import { stampForm, type StampForm, type Stamped } from './stamps.ts';

/** The share of a claim that holds where nothing in the lines shows which client it was, without and with a telling path. */
const UNPROVEN = 0.5;
const BY_PATH = 0.8;
/** The same where any line may be somebody's: another format that knows nearly all lines knows better. */
const LOOSE = 0.95;
/** The share of lines that a theme as the client comes reads. */
const LEARNING = 0.98;

/** The claim of a format on a sample; none where it reads no line. */
export function recognise(spec: LineLog, sample: Sample): readonly Candidate[] {
  const lines = sample.lines.filter(({ text }) => text.trim() !== '' && !dateAlone(text));
  if (lines.length === 0) return [];
  const { strip } = spec.reader?.(sample.given) ?? {};
  const texts = lines.map(({ text }) => strip?.(text) ?? text);
  const ofPath = factsOfPath(sample.path);
  const common = formOf(spec, sample, lines, texts, ofPath.date);
  const further = common ? furtherForms(spec, sample, lines, texts, common.form, ofPath.date) : [];
  const own = { ...ofPath, ...spec.facts?.(sample, common && anyOf(common.form, further)) };
  const told = { ...toldWithLines(own, sample.lines), ...sample.given };
  const stamped = {
    ...told,
    ...(common && !told.stamp && { stamp: common.form.tokens }),
    ...(further.length > 0 && { stamps: further }),
  };
  const facts = spec.actsAlike && hasBlanks(spec, texts, stamped) ? { ...stamped, blanks: true as const } : stamped;
  const counted = (told: FileFacts): Count => count(spec, sample, lines, texts, told);
  const plain = counted(facts);
  // Lines of the owner's own theme are the client's, too, where others show it.
  const teaches = plain.proofs >= proofsOf(spec) && plain.read < LEARNING * lines.length;
  const learnt = teaches ? spec.learn?.(sample, stamped) : undefined;
  const { read, proofs } = learnt ? counted({ ...learnt, ...facts }) : plain;
  if (read === 0) return [];
  const proven = proofs >= proofsOf(spec);
  const ownStamps = common === undefined || spec.stamps.includes(common.form.tokens);
  const byPath = ownStamps && (spec.path?.test(sample.path) ?? false);
  const worth = (proven ? 1 : byPath ? BY_PATH : UNPROVEN) * (spec.loose?.(facts) ? LOOSE : 1);
  const score = (read / lines.length) * worth;
  const sure = proven ? '' : byPath ? ', by its name alone' : ', though others write them alike';
  const reason = `${grouped(read)} of ${grouped(lines.length)} lines${facts.stamp ? `, stamps ${[facts.stamp, ...further].join(' and ')}` : ''}${sure}`;
  return [{ format: spec.name, score, reason, facts: keep(spec, facts) }];
}

/** A form that reads the stamps of several. */
function anyOf(form: StampForm, further: readonly string[]): StampForm {
  const forms = [form, ...further.map(stampForm)];
  const read = (line: string): Stamped | undefined => {
    for (const one of forms) {
      const stamped = one.read(line);
      if (stamped) return stamped;
    }
    return undefined;
  };
  return { tokens: form.tokens, read };
}

const proofsOf = ({ proofs = 1 }: LineLog): number => proofs;

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
