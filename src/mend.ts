// Logs that came damaged: pasted, quoted, saved from a web page, passed through an editor. Their lines are mended before they
// are read, where a file's first lines show that all of it is damaged alike; what was done is kept in its facts.
//
//   first lines → no format reads them well, or their shape shows it → mended, read better? → facts.mended: [ 'escaped html' ]
//
// A log that is read well as it is stays as it is, to the byte: so do the addresses of its lines.
import type { FileFacts, LineParser, LogFormat, RawLine, Sample } from './format.ts';
import { alphabet } from './mend/alphabet.ts';
import { backslashed } from './mend/backslashed.ts';
import { barred } from './mend/barred.ts';
import { codePage } from './mend/code-page.ts';
import type { Damage } from './mend/damage.ts';
import { enclosed } from './mend/enclosed.ts';
import { encodedTwice } from './mend/encoded.ts';
import { escaped, tagged } from './mend/escaped.ts';
import { fenced } from './mend/fenced.ts';
import { named, prefixed } from './mend/prefixed.ts';
import { quotedPrintable } from './mend/quoted-printable.ts';
import { filledUp, lostControls, oddBlanks, shownControls, terminalColours } from './mend/signs.ts';
import { typographic } from './mend/typographic.ts';
import { threeColumns, twoColumns } from './mend/untabbed.ts';
import { goingOn, wholeLines, wrapped } from './mend/wrapped.ts';

/** In the order in which they are looked for: what came last goes first. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  'encoded-twice': encodedTwice,
  'code-page': codePage,
  alphabet,
  'terminal-colours': terminalColours,
  'odd-blanks': oddBlanks,
  'filled-up': filledUp,
  fenced,
  enclosed,
  named,
  prefixed,
  backslashed,
  escaped,
  tagged,
  wrapped,
  'quoted-printable': quotedPrintable,
  typographic,
  'shown-controls': shownControls,
  'lost-controls': lostControls,
  barred,
  'three-columns': threeColumns,
  'two-columns': twoColumns,
};

/** Lines that tell whether a damage is to be looked for in all of a sample. */
const GLANCE = 200;

const BEYOND = /[^\x00-\x7f]/u;

/** A sample, its lines mended of one more damage. */
export interface Mended {
  readonly sample: Sample;
  /** What facts keep of the damage. */
  readonly damage: string;
  /** It is damaged although it may be read as well as it is. */
  readonly shows: boolean;
}

/** What a sample may have come by; each with its lines as they were before. */
export function* mendings(sample: Sample): Generator<Mended> {
  const lines = sample.lines.filter(({ text }) => text.trim() !== '').slice(0, GLANCE);
  const beyond = sample.lines.filter(({ text }) => BEYOND.test(text)).slice(0, GLANCE);
  for (const [name, damage] of Object.entries(DAMAGES)) {
    const how = damage.find(lines) ?? (damage.beyond ? damage.find(beyond) : undefined);
    if (how === undefined) continue;
    const mend = damage.mend(how);
    const mended = damage.join?.(how)(sample.lines) ?? sample.lines.map((line) => ({ ...line, text: mend(line.text) }));
    yield { sample: { ...sample, lines: mended }, damage: `${name} ${how}`, shows: damage.shows === true };
  }
}

/** Mends a line of damages as facts keep them. */
function menderOf(mended: readonly string[]): (line: RawLine) => RawLine {
  const menders = mended.map((found) => {
    const [name = ''] = found.split(' ');
    return DAMAGES[name]?.mend(found.slice(name.length + 1)) ?? ((text: string) => text);
  });
  return ({ number, text }) => ({ number, text: menders.reduce((whole, mend) => mend(whole), text) });
}

const WRAPPED = 'wrapped ';

/** How the lines were broken to a width, where they were, and what else they are mended of: before they are joined, and behind that. */
function mendsOf({ mended = [] }: FileFacts): {
  readonly before: (line: RawLine) => RawLine;
  readonly broken?: string;
  readonly behind: (line: RawLine) => RawLine;
} {
  const at = mended.findIndex((found) => found.startsWith(WRAPPED));
  const broken = mended[at]?.slice(WRAPPED.length);
  if (broken === undefined) return { before: menderOf(mended), behind: (line) => line };
  return { before: menderOf(mended.slice(0, at)), broken, behind: menderOf(mended.slice(at + 1)) };
}

/** The format, which mends the lines of a file whose facts say that it is damaged. */
export function mendable(format: LogFormat): LogFormat {
  const { survey } = format;
  return {
    ...format,
    open(facts) {
      const parse = format.open(facts);
      if (!facts.mended) return parse;
      const { before, broken, behind } = mendsOf(facts);
      const mended = (read: LineParser) => (line: RawLine) => read(behind(line));
      const read = broken === undefined ? parse : goingOn(mended(parse), mended(format.open(facts)), broken);
      return Object.assign((line: RawLine) => read(before(line)), parse.missing && { missing: parse.missing });
    },
    ...(survey && {
      survey(facts: FileFacts) {
        const found = survey(facts);
        if (!facts.mended) return found;
        const { before, broken, behind } = mendsOf(facts);
        if (broken === undefined) return { ...found, see: (line: RawLine) => found.see(before(line)) };
        const parse = format.open(facts);
        const join = wholeLines((line) => parse(behind(line)), broken);
        const see = (line: RawLine | undefined): boolean => line === undefined || found.see(behind(line));
        return {
          see: (line: RawLine) => see(join(before(line))),
          facts() {
            see(join());
            return found.facts();
          },
        };
      },
    }),
  };
}
