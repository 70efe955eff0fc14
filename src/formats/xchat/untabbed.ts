// Logs of a client that was told not to indent: a blank parts the columns of every line.
//
//   [alice] hello        alice: hello        alice | hello        alice hello        → carol (~c@host.example) has joined #garden
//
// What stands before the blank is a column where hardly a line has a tab; learning then sees it as with a tab.
import type { FileFacts } from '../../format.ts';
import { stampForm } from '../parts/stamps.ts';

/** The stamps that the clients come with, and usual others. */
export const STAMPS: readonly string[] = [
  'MMM dd HH:mm:ss',
  '[MMM dd HH:mm:ss]',
  '[yyyy-MM-dd HH:mm:ss]',
  'yyyy-MM-dd HH:mm:ss',
  '[HH:mm:ss]',
  'dd MMM HH:mm:ss',
];

/** A column, a nick with signs around it or a sign behind it, and the text. Signs alone begin events, angles are the client's own. */
const COLUMNS = /^(?<left>(?=[^\s<>*-]\S*\p{L})\S+(?: [^\p{L}\p{N}\s]{1,2}(?= ))?) (?<right>[^]*)$/u;

/** Signs of a theme's own before what happens; those of the clients are read with a blank as they are. */
const SIGNS = /^(?!(?:\*|---|-->|<--) )(?<signs>[^\p{L}\p{N}\s]{1,8}) (?=\S)/u;

/** The text of an event as it was with a tab behind a theme's signs; undefined where it has a tab, or begins with no signs. */
export function signsTabbed(text: string): string | undefined {
  return SIGNS.test(text) && !text.includes('\t') ? text.replace(SIGNS, '$<signs>\t') : undefined;
}

/** Who came, with a host. */
const COMING = /^(?:\*|-->) (?<nick>[^ ]+) \([^ ()]+@[^ ]+\) has joined/u;

/** How many texts show a theme. */
const KEPT = 400;

/** The share of lines with a tab, typed by somebody, in a file whose client wrote none. */
const TYPED = 0.1;

/** What the lines of a file without tabs show of its columns. */
export interface Untabbed {
  readonly see: (line: string) => void;
  /** Texts as they were with a tab; none where the client wrote tabs, or as many lines with nicks in angle brackets. */
  readonly texts: (bracketed: number) => readonly string[];
  /** Whether most of them begin with the nick of somebody who came. */
  readonly areNicks: (texts: readonly string[]) => boolean;
}

/** What a line has behind a stamp of the file, or behind one of the clients' own; undefined where it begins with none. */
export function behindStamp({ stamp, stamps = [] }: FileFacts): (line: string) => string | undefined {
  const forms = [...(stamp === undefined ? [] : [stamp]), ...stamps, ...STAMPS].map(stampForm);
  return (line) => {
    for (const form of forms) {
      const stamped = form.read(line);
      if (stamped) return stamped.rest.replace(/^ /u, '');
    }
    return undefined;
  };
}

/** Looks at what lines have behind their stamps. */
export function untabbed(textOf: (line: string) => string | undefined): Untabbed {
  const found: string[] = [];
  const nicks = new Set<string>();
  let lines = 0;
  let tabs = 0;
  return {
    see(line) {
      lines++;
      if (line.includes('\t')) tabs++;
      if (tabs > TYPED * lines + 10 || found.length >= KEPT) return;
      const text = textOf(line) ?? '';
      const comer = COMING.exec(text)?.groups?.['nick'];
      if (comer !== undefined) nicks.add(comer);
      const { left, right } = COLUMNS.exec(text)?.groups ?? {};
      if (left !== undefined) found.push(`${left}\t${right}`);
    },
    texts: (bracketed) => (tabs > TYPED * lines || found.length <= bracketed ? [] : found),
    areNicks: (texts) => texts.filter((text) => nicks.has(text.split('\t', 1)[0] ?? '')).length * 2 > texts.length,
  };
}
