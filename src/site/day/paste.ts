// Which lines of a turn are pasted code or a terminal's, so that they keep every blank and stand in a block.
//
//   with simply:                          prose
//       down_read(&mm->sem);              code: indented by four blanks
//   1247   at = do_mmap(file, size,       code: numbered source
//   at_vaddr = find(start, size);         code: ends in ; { } and has an operator
//   #!/bin/sh                             code: a script; what follows in a quick burst is its own
//   host:~ # make -j4                     code: a prompt; what follows in a quick burst is its output
//   MAXLOAD=12                            code: NAME=
//   --- a/pool.c                          code: a patch; what follows in a quick burst is its own
//   [   12.345678] oops: 0002 [#1]        code: a line of a machine's log
//     at next (pool.js:12:4)              code: a step of a stack
//   /dev/md0    1.8T  783G  45% /srv      code: a row of a table, by the one before or after it
//
// A line by itself decides, save for rows, and for what a script's first line or a prompt carries with it.
import { areRows } from './table.ts';

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
const NUMBERED = /^\s*\d{1,6}(?:[:|]|(?= {2,}|\t))/;
const NUMBERED_END = /[;{}()=\\,]$/;
const STATEMENT = /[=()[\]&|<>+*!%-]|^\s*[}{]$/;
const STATEMENT_END = /[;{}]$/;
const WORDS_END = /[;:=][-~]?[}{]$/;
/** `lena++;` gives a point to somebody. */
const KARMA = /^(?:[\w|^`{}-]+|\([\w ]+\))(?:\+\+|--);$/;
const SCRIPT = /^#!\s*\//;
// No link with a fragment, and no `... `: after `>>> ` it is carried along, and people begin sentences so.
const PROMPT =
  /^(?:\[?[\w.-]+@[\w.-]+[^\s\]]*(?:[: ][^\s#$%>\]]*)?\]?\s?[#$%>]|[\w.-]+:(?!\/\/)[~/][^\s#$%>]*\s?[#$%>]|[A-Za-z]:\\[^>]*>|\$ (?=[\w./~-]+(?:\s|$))(?!\d+\b)|[#%] (?=[\w~-]*[./]|\w+ -)|>>> |mysql> |[a-z]+=[#>] )\s*\S/;
const PATCH = /^(?:--- \S*[/.]\S*|\+\+\+ \S*[/.]\S*|@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@|diff --git |Index: \S+$)/;
const LOGGED =
  /^(?:\[ *\d+\.\d{6}\] |\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[^ ]*\]? \S|\d\d:\d\d:\d\d(?:[.,]\d+)?Z? +[\w./[\]-]+:? |[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S)/;
const STACK = /^(?:Traceback \(most recent|\s+at \S+.*[:)]\d*\)?$|\s+File ".*", line \d|#\d+ +0x[0-9a-f]+ )/;
const NAMED = /^(?:export |set )?[A-Z_][A-Z0-9_]{2,}=\S/;

/** What may lie, in seconds, between two lines of one burst: less where the line reads like somebody explaining. */
const BURST = 10;
const BURST_OF_PROSE = 3;
/** A burst longer than this is no terminal's output, but somebody typing fast. */
const LONGEST = 60;

/** Nothing without one of these is code: most of what people say is settled here. */
const HINT =
  /^[^A-Za-z\u0080-\uffff]|^\w+=|^[\w.-]+[@:]|^(?:diff|Index|Traceback|export|set|mysql|[A-Z][a-z]{2} )|[;{}]\s*$/;

/** True for a line that carries the lines after it. */
function begins(text: string): boolean {
  return HINT.test(text) && begun(text);
}

function begun(text: string): boolean {
  return SCRIPT.test(text) || PROMPT.test(text) || PATCH.test(text);
}

/** Of a longer line only both ends are looked at, so that none costs more than its length. */
const ENDS = 300;

/** True for a line that is code whatever stands around it. */
export function isCode(text: string): boolean {
  if (text.includes('\n')) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const code = lines.filter(
      (line, at) => isCode(line) || areRows(line, lines[at - 1] ?? '') || areRows(line, lines[at + 1] ?? ''),
    );
    return lines.length > 1 && code.length * 2 >= lines.length;
  }
  const line = (text.length > 2 * ENDS ? text.slice(0, ENDS) + text.slice(-ENDS) : text).trimEnd();
  if (!HINT.test(line)) return false;
  if (INDENTED.test(line) || NAMED.test(line) || LOGGED.test(line) || STACK.test(line) || begun(line)) return true;
  if (NUMBERED.test(line) && NUMBERED_END.test(line)) return true;
  return (
    STATEMENT_END.test(line) &&
    STATEMENT.test(line) &&
    !WORDS_END.test(line) &&
    !KARMA.test(line) &&
    !readsAsProse(line)
  );
}

/** Three plain words in a row that end no statement: `so (in short) it fails; then}` is somebody explaining. */
function readsAsProse(text: string): boolean {
  return /(?:^|\s)[a-z']+(?:,? [a-z']{2,}){3}/i.test(text.replace(/"[^"]*"|'[^']*'|\/\*.*|\/\/.*/g, '""'));
}

function burstFor(text: string): number {
  const line = text.slice(0, 2 * ENDS).trimEnd();
  return readsAsProse(line) || line.endsWith('?') ? BURST_OF_PROSE : BURST;
}

/** True for a row of a table, by one beside it that came in the same burst. */
function isRow(line: SaidLine, beside: SaidLine | undefined): boolean {
  return beside !== undefined && Math.abs(beside.at - line.at) <= BURST && areRows(line.text, beside.text);
}

/** The lines of one turn as stretches of prose and code, in order. */
export function proseAndCode<Line extends SaidLine>(lines: readonly Line[]): readonly Stretch<Line>[] {
  const stretches: { code: boolean; lines: Line[] }[] = [];
  /** When the last line of a script or a terminal came, while its burst lasts. */
  let burst: number | undefined;
  let carried = 0;
  for (const [at, line] of lines.entries()) {
    const starts = begins(line.text.slice(0, ENDS));
    const follows =
      burst !== undefined &&
      carried < LONGEST &&
      line.precision === undefined &&
      line.at - burst <= burstFor(line.text);
    const code = starts || follows || isCode(line.text) || isRow(line, lines[at - 1]) || isRow(line, lines[at + 1]);
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
