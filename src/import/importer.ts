// What an importer is: another service's export, told in Daybook's lines.
import { valueOf, written, type EventLine } from '../formats/parts/jsonl.ts';
import { elementsOf } from './elements.ts';

/** Where an export is from, as far as it tells. */
export interface Place {
  readonly channel?: string;
  readonly network?: string;
}

export interface Importer {
  /** For people: `Matrix room exported by Element (JSON)`. */
  readonly title: string;
  /** The field of the document's root that lists the messages. */
  readonly list: string;
  /** What the root says before that list; undefined where it is another kind of document. */
  readonly place: (root: unknown) => Place | undefined;
  /** The lines that a message gives; none where it says nothing. Never throws. */
  readonly lines: (message: unknown) => readonly EventLine[];
}

/** What became of a document. */
export interface Imported {
  readonly messages: number;
  readonly lines: number;
  /** Messages that gave no line: reactions, redacted ones, what says nothing. */
  readonly silent: number;
  /** Pieces of the list that are no JSON. */
  readonly broken: number;
  /** The document ends before its list does. */
  readonly cut: boolean;
}

/** What the root says, by the text before the list; undefined where the importer does not know the document. */
export const placeOf = (importer: Importer, head: string): Place | undefined => importer.place(valueOf(`${head}[]}`));

/**
 * Writes the JSON lines of a document that comes in pieces: a header, then what each message gives. Undefined where it is
 * another kind of document, or holds no message.
 */
export async function importDocument(
  importer: Importer,
  pieces: AsyncIterable<string> | Iterable<string>,
  write: (line: string) => void,
): Promise<Imported | undefined> {
  const elements = elementsOf(importer.list);
  let place: Place | undefined;
  let [messages, lines, silent, broken] = [0, 0, 0, 0];
  for await (const piece of pieces) {
    for (const element of elements.feed(piece)) {
      if (messages++ === 0) {
        place = placeOf(importer, elements.head());
        if (!place) return undefined;
        write(written({ daybook: 1, ...place }));
      }
      const message = valueOf(element);
      const told = message === undefined ? [] : importer.lines(message);
      if (message === undefined) broken++;
      else if (told.length === 0) silent++;
      lines += told.length;
      for (const line of told) write(written(line));
    }
  }
  return place && { messages, lines, silent, broken, cut: !elements.ended() };
}
