// Daybook's own JSON lines: the neutral way in for whatever has no format of its own.
//
//   {"daybook":1,"channel":"#xpmem","network":"labnet"}
//   {"at":1380742174,"kind":"message","nick":"alice","text":"hello bob"}
//
// What a line may hold is told in parts/jsonl.ts and docs/jsonl.md. A line that breaks a rule, or has a field that is not known,
// is unparsed; it keeps its place in time where `at` can be read.
import * as v from 'valibot';
import type { Candidate, FileFacts, LogFormat, ParsedLine, Sample } from '../format.ts';
import { grouped } from '../shared/numbers.ts';
import { HEADER_LINE, stampOfLine, toldBy, valueOf, type HeaderLine } from './parts/jsonl.ts';
import { factsOfPath } from './parts/paths.ts';
import { at, BLANK, CONTROL, tally } from './parts/stamped.ts';

const headerOf = (value: unknown): HeaderLine | undefined => {
  const parsed = v.safeParse(HEADER_LINE, value);
  return parsed.success ? parsed.output : undefined;
};

function parse(text: string): readonly ParsedLine[] {
  if (text.trim() === '') return BLANK;
  const value = valueOf(text);
  const told = toldBy(value);
  if (told) return at(told.stamp, told.events);
  if (headerOf(value)) return CONTROL;
  const moment = typeof value === 'object' && value !== null && 'at' in value ? stampOfLine(value.at) : undefined;
  return at(moment, [{ kind: 'unparsed', text }]);
}

function recognise(sample: Sample): readonly Candidate[] {
  const { lines, unparsed } = tally(sample, ({ text }) => parse(text));
  if (lines === unparsed) return [];
  const header = headerOf(valueOf(sample.lines.find(({ text }) => text.trim() !== '')?.text ?? ''));
  const { channel, network } = header ?? {};
  const facts: FileFacts = {
    ...factsOfPath(sample.path),
    ...(channel ? { channel } : {}),
    ...(network ? { network } : {}),
    ...sample.given,
  };
  const reason = `${grouped(lines - unparsed)} of ${grouped(lines)} lines are JSON lines of Daybook's`;
  return [{ format: 'daybook-jsonl', score: (lines - unparsed) / lines, reason, facts }];
}

export default {
  name: 'daybook-jsonl',
  title: 'Daybook JSON lines',
  local: false,
  examples: [
    '{"daybook":1,"channel":"#xpmem","network":"labnet"}',
    '{"at":1380742174,"kind":"message","nick":"alice","text":"hello bob"}',
    '{"at":"2013-10-02T14:29:40-05:00","kind":"action","nick":"bob","text":"waves","prefix":"@"}',
    '{"at":1380742180,"kind":"notice","nick":"alice","text":"meeting at ten"}',
    '{"at":1380742190,"kind":"join","nick":"carol","host":"~c@host.example"}',
    '{"at":1380742200,"kind":"part","nick":"carol","reason":"bye"}',
    '{"at":1380742210,"kind":"quit","nick":"dave"}',
    '{"at":1380742220,"kind":"kick","nick":"alice","target":"bob","reason":"enough"}',
    '{"at":1380742230,"kind":"nick","nick":"bob","to":"bert"}',
    '{"at":1380742240,"kind":"mode","nick":"alice","changes":"+o bert"}',
    '{"at":1380742250,"kind":"topic","nick":"alice","text":"release day"}',
    '{"at":1380742260,"kind":"log","event":"disconnected","text":"the logger lost its connection"}',
  ],
  recognise,
  open: () => (line) => parse(line.text),
} satisfies LogFormat;
