// The day file as a JSON Schema (2020-12), published with the site for those who read it: docs/day-file.md.
// Strict: a field that it does not name is a mistake of ours.

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const instant: Schema = { type: 'number', description: 'Epoch seconds.' };
const date: Schema = { type: 'string', pattern: '^\\d{4,}-\\d{2}-\\d{2}$' };
const yes: Schema = { const: true };

const DIGIT = '[0-9a-hjkmnp-tv-z]';
const ADDRESS = `t\\d{6}(?:${DIGIT}{4}|${DIGIT}{6})(?:u[1-9]\\d*)?`;

/** An object with these properties and no other; a `?` at the end of a name says that it may be missing. */
function record(properties: Readonly<Record<string, Schema>>): Schema {
  const entries = Object.entries(properties);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace('?', ''), schema])),
    required: entries.map(([name]) => name).filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  };
}

const common = {
  id: { type: 'string', pattern: `^${ADDRESS}$`, description: 'Address on the page of the day.' },
  'aliases?': {
    type: 'array',
    items: { type: 'string', pattern: `^(?:\\d{4,}-\\d{2}-\\d{2}/)?${ADDRESS}$` },
    minItems: 1,
    uniqueItems: true,
    description: 'Further addresses: of this day, or with the date of another before them.',
  },
  at: { ...instant, description: 'Epoch seconds, with a fraction where the log has one.' },
  'precision?': { const: 60, description: 'The log tells minutes only; `at` is the start of the minute.' },
  'stamp?': { const: 'assumed', description: 'The line has no usable stamp; a neighbour’s is taken.' },
  'fold?': { const: 'unknown', description: 'Which pass of a repeated hour it was cannot be told.' },
  'nick?': text,
  'own?': { ...yes, description: 'An act of the person whose client wrote a log.' },
} as const;

const shown = { text, 'styled?': { type: 'string', description: 'The text with its formatting codes.' } } as const;

function entry(kind: string | readonly string[], properties: Readonly<Record<string, Schema>>): Schema {
  return record({ ...common, kind: typeof kind === 'string' ? { const: kind } : { enum: kind }, ...properties });
}

const ENTRIES: readonly Schema[] = [
  entry(['message', 'action', 'notice'], { ...shown, 'prefix?': text, 'to?': text, 'via?': text }),
  entry('join', { 'host?': text }),
  entry(['part', 'quit'], { 'host?': text, 'reason?': text }),
  entry('kick', { 'target?': text, 'reason?': text }),
  entry('nick', { to: text }),
  entry('mode', { changes: { type: 'string', description: 'One change, such as `+o wren`.' } }),
  entry('topic', shown),
  entry('log', {
    ...shown,
    event: { enum: ['open', 'close', 'connected', 'disconnected', 'private', 'info'] },
    'removed?': { ...yes, description: 'A line that the archive’s owner took out stood here.' },
  }),
  entry('unparsed', shown),
];

const stay = record({
  nick: text,
  from: instant,
  to: instant,
  start: { enum: ['join', 'nick', 'seen', 'carried'] },
  'evidence?': { ...instant, description: 'With `seen`: the first moment that shows the nick was here.' },
  end: { enum: ['part', 'quit', 'kick', 'nick', 'lost', 'gap', 'carried', 'open'] },
});

const gap = record({
  from: instant,
  to: instant,
  cause: { enum: ['before-log', 'left', 'kicked', 'disconnected', 'closed', 'hole', 'after-log'] },
});

/** The schema of a day file, as it is published. */
export const DAY_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A day of a channel',
  description: 'Intervals are half-open. Entries are sorted by `at`.',
  ...record({
    version: { const: 1 },
    channel: record({ slug: { type: 'string', minLength: 1 }, name: text, 'network?': text }),
    date,
    zone: { type: 'string', description: 'IANA time zone of the archive.' },
    start: instant,
    end: instant,
    entries: { type: 'array', items: { oneOf: ENTRIES } },
    people: { type: 'array', items: record({ name: text, nicks: { type: 'array', items: text } }) },
    stays: { type: 'array', items: stay },
    gaps: { type: 'array', items: gap },
    problems: { type: 'object', additionalProperties: { type: 'integer', minimum: 0 } },
  }),
};
