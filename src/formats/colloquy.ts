// Colloquy's transcripts: one document of XML a channel, on one line or formatted.
//
//   <log began="2012-01-05 09:00:00 +0100" source="irc://irc.example.net/%23xpmem"><envelope><sender self="yes">ada</sender>
//   <message id="A1" received="2012-01-05 09:01:02 +0100">hello bob</message></envelope>
//   <event id="A2" name="memberJoined" occurred="2012-01-05 09:03:00 +0100"><message>…</message><who hostmask="…">carol</who></event></log>
//
// log = (envelope | event | session)*; envelope = sender message+. An event's name and children tell what it is, its words may be
// in any language. While the client runs it writes over the document's end, and into the last envelope.
// Source: Colloquy 2.0 to 2.4, JVChatTranscript.m, JVChatMessage.m, JVChatEvent.m, JVChatRoomPanel.m, JVDirectChatPanel.m,
// JVChatRoomMember.m, NSAttributedStringAdditions.m; the sample in GetMetadataForFile.m.
import type { Candidate, FileFacts, LineParser, LogFormat, ParsedLine, Sample, Stamp } from '../format.ts';
import { grouped } from '../shared/numbers.ts';
import { elementOf, type Element } from './colloquy/element.ts';
import { happened, saidBy } from './colloquy/told.ts';
import { unitsOf, type Unit } from './colloquy/units.ts';
import { stampOfLine } from './parts/jsonl.ts';
import { at, CONTROL } from './parts/stamped.ts';

/** The moment of `2012-01-05 09:01:02 +0100`; undefined where it is none. */
const momentOf = (text: string | undefined): Stamp | undefined =>
  stampOfLine(text?.replace(/^(\S+) (\S+) ([+-]\d\d):?(\d\d)$/u, '$1T$2$3:$4'));

/** The lines of the document up to the end of an element are its layout; that with its end gives what it tells. */
function open(): LineParser {
  const units = unitsOf();
  let sender: Element | undefined;
  let last = 0;
  const tell = ({ name, text, torn }: Unit): readonly ParsedLine[] => {
    const element = elementOf(text);
    if (torn || !element) return at(undefined, [{ kind: 'unparsed', text: text.trim() }]);
    const moment = (attribute: string): Stamp | undefined => momentOf(element.attributes.get(attribute));
    switch (name) {
      case 'sender':
        sender = element;
        return [];
      case 'message':
        return at(moment('received'), saidBy(sender, element));
      case 'event':
        return at(moment('occurred'), happened(element));
      case 'envelope':
        sender = undefined;
        return [];
      default: {
        const began = element.attributes.get(name === 'log' ? 'began' : 'started') ?? '';
        return began ? at(momentOf(began), [{ kind: 'log', event: 'open', text: began }]) : [];
      }
    }
  };
  const read: LineParser = ({ number, text }) => {
    last = number;
    const parsed = units.feed(`${text}\n`).flatMap(tell);
    return parsed.length > 0 ? parsed : CONTROL;
  };
  const missing = (): string | undefined =>
    units.ended() ? undefined : `it ends in line ${grouped(last)}, before its log does: </log> was expected`;
  return Object.assign(read, { missing });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const SOURCE = /^ircs?:\/\/(?:[^@/]*@)?(?<network>[^/:]+)(?::\d+)?\/+(?<channel>.+)$/iu;
const PATH = /(?:^|\/)(?<channel>[#&+!][^/]*?)(?: \((?<network>[^/()]+)\))?(?: [\d. -]+)?\.colloquyTranscript$/iu;

/** Channel and network by the document's source, else by the file's name. */
function factsOf(root: string, path: string): FileFacts {
  const source = elementOf(root)?.attributes.get('source') ?? '';
  const { channel, network } = SOURCE.exec(source)?.groups ?? PATH.exec(path)?.groups ?? {};
  return {
    ...(channel ? { channel: decoded(channel) } : {}),
    ...(network ? { network } : {}),
  };
}

const ROOT = /^\s*(?:<\?xml[^<>]*>\s*)?(?<root><log\b[^<>]*\bbegan="[^<>]*>)/u;

function recognise(sample: Sample): readonly Candidate[] {
  const head = sample.lines.slice(0, 2).map(({ text }) => text.slice(0, 8192));
  const root = ROOT.exec(head.join('\n'))?.groups?.['root'];
  if (root === undefined) return [];
  const parse = open();
  const events = sample.lines.flatMap((line) => parse(line)).flatMap((one) => (one.is === 'event' ? [one.event] : []));
  const broken = events.filter(({ kind }) => kind === 'unparsed').length;
  if (events.length === broken) return [];
  const reason = `its elements are those of a Colloquy transcript, ${grouped(events.length - broken)} in the sample`;
  const facts = { ...factsOf(root, sample.path), ...sample.given };
  return [{ format: 'colloquy', score: 1 - broken / events.length, reason, facts }];
}

const format: LogFormat = {
  name: 'colloquy',
  title: 'Colloquy transcript',
  local: false,
  document: true,
  examples: [
    '<log began="2012-01-05 09:00:00 +0100" source="irc://irc.example.net/%23xpmem"><envelope><sender>alice</sender><message id="A1" received="2012-01-05 09:01:02 +0100">hello bob</message></envelope></log>',
  ],
  recognise,
  open,
};

export default format;
