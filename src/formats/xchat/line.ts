// A line of a scrollback as what it is: printed with its stamp, going on with the line before, blank.
import type { FileFacts, LineParser, ParsedLine, Stamp } from '../../format.ts';
import { at, BLANK, readEdited } from '../parts/stamped.ts';
import { open } from './envelope.ts';
import { isPlain, plainReader } from './plain.ts';
import { eventsOf, worthOf, type Reading, type Settled } from './reader.ts';
import { readerFor } from './themed-reader.ts';
import { variantOf } from './variant.ts';

/** What a channel's people did or said: nothing that a client or a plug-in prints over several lines looks so. */
const isAct = ({ rule, trust }: Reading): boolean =>
  rule.meaning !== undefined && (rule.sure === 'told' || rule.sure === 'action') && trust > 0;

const isNote = ({ rule }: Reading): boolean => rule.meaning === undefined;

const PLUGIN = /^(?:(?:\S+ )?(?:interface|plugin) (?:un)?loaded$|(?:Perl|Python|Tcl|Lua|Ruby|FiSHLiM)\t)/u;

/** What the client or a plug-in prints without a theme: no column, where all else has columns. */
function isPrint(text: string, indented: boolean): boolean {
  return PLUGIN.test(text) || (indented && !/\t|^T /u.test(text));
}

/** What may be an action or a topic that an editor cut: both may be empty, and then end in a blank. */
const CUT = /^[^\t]+\t[^\s]+$|:$/u;

/** Reads the lines of one file by what is settled for it. */
export function lineReader(facts: FileFacts): LineParser {
  if (isPlain(facts)) return plainLineReader(facts);
  const variant = variantOf(facts.variant);
  const { coloured, indented } = variant;
  const settled: Settled = { coloured, owner: facts.owner, channel: facts.channel };
  const read = readerFor(facts, variant);
  let begun = false;
  const printed = (text: string, stamp: Stamp | undefined): readonly ParsedLine[] => {
    begun = true;
    const found = stamp ? readEdited(read, text, worthOf) : read(text);
    const longer = stamp && found && isNote(found) && CUT.test(text) ? read(`${text} `) : undefined;
    const reading = longer && !isNote(longer) ? longer : found;
    if (reading) return at(stamp, eventsOf(reading, settled));
    return at(stamp, [isPrint(text, indented) ? { kind: 'log', event: 'info', text } : { kind: 'unparsed', text }]);
  };
  return ({ text }) => {
    const line = open(text);
    if (line.is === 'blank') return BLANK;
    if (line.is === 'printed') return printed(line.text, line.stamp);
    const reading = read(text);
    if (reading && isAct(reading)) return at(undefined, eventsOf(reading, settled));
    return begun && !text.startsWith('T ') ? [{ is: 'more', text }] : printed(text, undefined);
  };
}

/** The same of a file without colours. */
function plainLineReader(facts: FileFacts): LineParser {
  const read = plainReader(facts);
  let begun = false;
  return ({ text }) => {
    const line = open(text);
    if (line.is === 'blank') return BLANK;
    if (line.is === 'bare' && begun && !text.startsWith('T ')) return [{ is: 'more', text }];
    begun = true;
    return at(line.is === 'printed' ? line.stamp : undefined, read(line.text) ?? [{ kind: 'unparsed', text }]);
  };
}
