// The lines of a WHOIS in a log without colours, which read like actions of somebody called `[alice]`.
//
//   *⇥[alice] (~a@host.example): Alice          names whom it tells of: the client writes it first
//   *⇥[alice] @#pool #garden
//   *⇥[alice] is logged in as alice
//   *⇥[alice] End of WHOIS list.
//
// A server sends them at once, so the lines that follow the first about the same nick are its. Words are the server's or the
// client's language. Source: the WhoIs events of HexChat 2.16 (src/common/textevents.in).
import type { Event } from '../../events.ts';

const LINE = /^\*[\t ](?<text>\[(?<subject>[^ \t]+)\] .*)$/su;
const FIRST = /^\[[^ \t]+\] \([^ \t]+@[^ \t]+\) ?: /u;

/** Reads the lines of a WHOIS, as they follow each other; undefined for any other. */
export function whoisReader(): (text: string) => readonly Event[] | undefined {
  let about: string | undefined;
  return (line) => {
    const { subject, text = '' } = (line.startsWith('*') && LINE.exec(line)?.groups) || {};
    about = subject !== undefined && (subject === about || FIRST.test(text)) ? subject : undefined;
    return about === undefined ? undefined : [{ kind: 'log', event: 'info', text }];
  };
}
