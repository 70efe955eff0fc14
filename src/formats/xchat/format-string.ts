// Format strings of text events, as in the clients' `textevents.in` and an owner's `pevents.conf`.
//
//   %C18%H<%H$4$1%C18%H>%H%O$t$2
//
// `%C` colour, `%B` bold and so on are one control byte each; `%NNN` and `$aNNN` the byte of that decimal code; `$1` … `$9` an
// argument; `$t` what parts the two columns; `%%` and `$$` the character itself. All else is literal, also the digits of a colour.
// Source: `pevt_build_string` of HexChat 2.16 (src/common/text.c).

/** A literal, with its control bytes, or the number of an argument. */
export type Part = string | number;

/** What `$t` stands for: a tab, or a blank where the client does not indent nicks. */
const COLUMN = '\t';

const CODES: Readonly<Record<string, string>> = {
  C: '\x03',
  B: '\x02',
  O: '\x0f',
  U: '\x1f',
  I: '\x1d',
  R: '\x16',
  S: '\x1e',
  H: '\x08',
  '%': '%',
};

/** A literal as a format string has it; bytes that stand for nothing are left out. */
export function asFormat(literal: string): string {
  const names = new Map(Object.entries(CODES).map(([name, code]) => [code, `%${name}`]));
  return literal.replace(/[\x00-\x08\x0a-\x1f%]/gu, (code) => names.get(code) ?? '').replaceAll('$', '$$$$');
}

/** A code, a byte, an argument, the column break or a `$`. */
const TOKEN = /(%[CBOUIRSH%]|(?:%|\$a)\d{3}|\$[1-9t$])/u;

/** What a token stands for. */
function toldOf(token: string): Part {
  const sign = token.slice(1);
  if (/\d{3}$/u.test(token)) return String.fromCharCode(Number(token.slice(-3)) & 0xff);
  if (token.startsWith('%')) return CODES[sign]!;
  return sign === 't' ? COLUMN : sign === '$' ? '$' : Number(sign);
}

/** The parts of a format string, adjoining literals joined. A `%` or `$` that stands for nothing is itself. */
export function partsOf(format: string): readonly Part[] {
  const parts: Part[] = [];
  const add = (literal: string): void => {
    const last = parts.at(-1);
    if (typeof last === 'string') parts[parts.length - 1] = last + literal;
    else if (literal) parts.push(literal);
  };
  format.split(TOKEN).forEach((piece, at) => {
    const told = at % 2 === 0 ? piece : toldOf(piece);
    if (typeof told === 'number') parts.push(told);
    else add(told);
  });
  return parts;
}

/** The same parts without the bytes that a stripped log lacks: all below 0x20 but tab and line feed. */
export function stripped(parts: readonly Part[]): readonly Part[] {
  return joined(parts.map((part) => (typeof part === 'string' ? part.replace(/[\x00-\x08\x0b-\x1f]/gu, '') : part)));
}

/** What a person reads of it: without codes, the digits of colours among them. */
export function plain(parts: readonly Part[]): readonly Part[] {
  return joined(
    parts.map((part) =>
      typeof part === 'string'
        ? part.replace(/\x03(?:\d{1,2}(?:,\d{1,2})?)?/gu, '').replace(/[\x00-\x08\x0b-\x1f]/gu, '')
        : part,
    ),
  );
}

/** The format string of what a person reads: arguments and the column break, no codes. */
export function printed(format: string): string {
  return plain(partsOf(format))
    .map((part) => (typeof part === 'number' ? `$${part}` : part.replace(/[%$]/gu, '$&$&').replaceAll('\t', '$t')))
    .join('');
}

function joined(parts: readonly Part[]): readonly Part[] {
  return parts.filter((part) => part !== '');
}

/** The parts before and after the first column break; without one, all is the second column. */
export function columnsOf(
  parts: readonly Part[],
): readonly [left: readonly Part[] | undefined, right: readonly Part[]] {
  const at = parts.findIndex((part) => typeof part === 'string' && part.includes(COLUMN));
  const literal = parts[at];
  if (typeof literal !== 'string') return [undefined, parts];
  const tab = literal.indexOf(COLUMN);
  return [
    joined([...parts.slice(0, at), literal.slice(0, tab)]),
    joined([literal.slice(tab + 1), ...parts.slice(at + 1)]),
  ];
}

/** The parts of its first line: what follows a line feed is a continuation line of the log. */
export function firstLine(parts: readonly Part[]): readonly Part[] {
  const at = parts.findIndex((part) => typeof part === 'string' && part.includes('\n'));
  const literal = parts[at];
  if (typeof literal !== 'string') return parts;
  return joined([...parts.slice(0, at), literal.slice(0, literal.indexOf('\n'))]);
}
