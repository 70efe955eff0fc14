// Exports that are one JSON document with a list of messages: formats like any other, read element by element.
import type { Candidate, LineParser, LogFormat, ParsedLine, Sample } from '../../format.ts';
import { elementsOf } from '../../import/elements.ts';
import { placeOf, type Importer } from '../../import/importer.ts';
import { grouped } from '../../shared/numbers.ts';
import { toldBy, valueOf } from './jsonl.ts';
import { at, CONTROL } from './stamped.ts';

export interface DocumentLog {
  readonly name: string;
  readonly importer: Importer;
  /** A whole document, small. */
  readonly examples: readonly string[];
}

function readElement(importer: Importer, text: string): readonly ParsedLine[] {
  const message = valueOf(text);
  if (message === undefined) return at(undefined, [{ kind: 'unparsed', text: text.trim() }]);
  return importer.lines(message).flatMap((line) => {
    const told = toldBy(line);
    return told ? at(told.stamp, told.events) : [];
  });
}

/** The lines of the document up to the end of a message are its layout; that with its end gives what it tells. */
function open(importer: Importer): LineParser {
  const elements = elementsOf(importer.list);
  let last = 0;
  const read: LineParser = ({ number, text }) => {
    last = number;
    const parsed = elements.feed(`${text}\n`).flatMap((element) => readElement(importer, element));
    return parsed.length > 0 ? parsed : CONTROL;
  };
  const missing = (): string | undefined =>
    elements.ended()
      ? undefined
      : `it ends in line ${grouped(last)}, before its list of ${importer.list} does: a ] was expected`;
  return Object.assign(read, { missing });
}

function recognise({ name, importer }: DocumentLog, sample: Sample): readonly Candidate[] {
  if (!/^\s*\{/u.test(sample.lines[0]?.text ?? '')) return [];
  const elements = elementsOf(importer.list);
  let messages = 0;
  let broken = 0;
  for (const { text } of sample.lines) {
    for (const element of elements.feed(`${text}\n`)) {
      messages++;
      if (valueOf(element) === undefined) broken++;
    }
  }
  const facts = placeOf(importer, elements.head());
  if (!facts || messages === broken) return [];
  const reason = `its fields are those of a ${importer.title}, ${grouped(messages - broken)} messages in the sample`;
  return [{ format: name, score: 1 - broken / messages, reason, facts: { ...facts, ...sample.given } }];
}

/** A log format of a document with a list of messages. */
export const documentLog = (spec: DocumentLog): LogFormat => ({
  name: spec.name,
  title: spec.importer.title,
  local: false,
  document: true,
  examples: spec.examples,
  recognise: (sample) => recognise(spec, sample),
  open: () => open(spec.importer),
});
