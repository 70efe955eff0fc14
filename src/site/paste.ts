// Which lines of a turn are pasted code or a terminal's, so that they keep every blank and stand in a block.
//
//   with simply:                          prose
//       down_read(&mm->sem);              code: indented by four blanks
//   1247   at = do_mmap(file, size,       code: numbered source
//   at_vaddr = find(start, size);         code: ends in ; { } and has an operator
//   #!/bin/sh                             code: a script; what follows in a quick burst is its own
//   host:~ # make -j4                     code: a prompt; what follows in a quick burst is its output
//   MAXLOAD=12                            code: NAME=
//
// A line by itself decides, save for what a script's first line or a prompt carries with it.

/** A line said, as far as this module looks. */
export interface SaidLine {
  readonly text: string;
  /** Epoch seconds. */
  readonly at: number;
  readonly precision?: 60;
}

export interface Stretch<Line> {
  readonly code: boolean;
  readonly lines: readonly Line[];
}

const INDENTED = /^(?: {4}|\t| {1,3}\t)\s*\S/;
const NUMBERED = /^\s*\d{1,6}(?:[:|]|(?= {2,}|\t))\s*.*[;{}()=\\,]\s*$/;
const STATEMENT = /[=()[\]&|<>+*!%-].*[;{}]\s*$|^\s*[}{]\s*$/;
const WORDS_END = /[\p{L}\p{N}]\s+;\s*[)(DPp-]|[;:][-~]?[)(DPp}{]\s*$|[:=]-?\}\s*$/u;
const SCRIPT = /^#!\s*\//;
const PROMPT =
  /^(?:\[?[\w.-]+@[\w.-]+[^\s\]]*(?:[: ][^\s#$%>\]]*)?\]?\s?[#$%>]|[\w.-]+:[~/][^\s#$%>]*\s?[#$%>]|[A-Za-z]:\\[^>]*>|[$%#] (?=[\w./~-]+(?:\s|$))(?!\d+\b)|>>> |\.\.\. |mysql> |[a-z]+=[#>] )\s*\S/;
const NAMED = /^(?:export |set )?[A-Z_][A-Z0-9_]{2,}=\S/;

/** What may lie, in seconds, between two lines of one burst: less where the line reads like somebody explaining. */
const BURST = 10;
const BURST_OF_PROSE = 3;
/** A burst longer than this is no terminal's output, but somebody typing fast. */
const LONGEST = 60;

function isPrompt(text: string): boolean {
  return PROMPT.test(text);
}

/** True for a line that is code whatever stands around it. */
export function isCode(text: string): boolean {
  if (text.includes('\n')) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.length > 1 && lines.filter(isCode).length * 2 >= lines.length;
  }
  if (INDENTED.test(text) || SCRIPT.test(text) || NAMED.test(text) || isPrompt(text)) return true;
  if (NUMBERED.test(text)) return true;
  return STATEMENT.test(text) && !WORDS_END.test(text) && !readsAsProse(text);
}

/** Three plain words in a row that end no statement: `so (in short) it fails; then}` is somebody explaining. */
function readsAsProse(text: string): boolean {
  return /(?:^|\s)[a-z']+(?:,? [a-z']{2,}){3}/i.test(text.replace(/"[^"]*"|'[^']*'|\/\*.*|\/\/.*/g, '""'));
}

function burstFor(text: string): number {
  return readsAsProse(text) || /\?\s*$/.test(text) ? BURST_OF_PROSE : BURST;
}

/** The lines of one turn as stretches of prose and code, in order. */
export function stretchesOf<Line extends SaidLine>(lines: readonly Line[]): readonly Stretch<Line>[] {
  const stretches: { code: boolean; lines: Line[] }[] = [];
  /** When the last line of a script or a terminal came, while its burst lasts. */
  let burst: number | undefined;
  let carried = 0;
  for (const line of lines) {
    const starts = SCRIPT.test(line.text) || isPrompt(line.text);
    const follows =
      burst !== undefined &&
      carried < LONGEST &&
      line.precision === undefined &&
      line.at - burst <= burstFor(line.text);
    const code = starts || follows || isCode(line.text);
    if (starts) carried = 0;
    if (starts || follows) burst = line.at;
    else burst = undefined;
    if (follows) carried += 1;
    const last = stretches.at(-1);
    // A prompt after other code stands in a block of its own: it is another command.
    if (last && last.code === code && !(starts && code && line.at - (last.lines.at(-1)?.at ?? 0) > BURST))
      last.lines.push(line);
    else stretches.push({ code, lines: [line] });
  }
  return stretches;
}
