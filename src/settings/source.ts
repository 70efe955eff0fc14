// archive.yaml as a value, and for each key the place in the file: what every mistake's sentence begins with.
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { Mistake } from '../mistake.ts';

/** Keys and 0-based indices that lead to a value: `['channels', 0, 'name']`. */
export type KeyPath = readonly (string | number)[];

/** `channels[0].name` */
export function written(path: KeyPath): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}

/** Settings as they were written, unchecked. */
export interface Source {
  readonly value: unknown;
  /** True where something in it is a comment, or was not meant to be. */
  readonly hasComments: boolean;
  /** Sentences so far: what is wrong, where. */
  readonly mistakes: string[];
  /** Notes what is wrong with a value, or with a `key`. The key begins the sentence; a `block` ends with YAML to paste. */
  readonly report: (path: KeyPath, sentence: string, at?: 'key' | 'block') => void;
}

/** Position of a value, or of its key, as `line:column`, 1-based; that of the nearest thing around it where it is missing. */
function placeOf(document: Document, lines: LineCounter, path: KeyPath, at: 'key' | 'value'): string {
  let node: unknown = document.contents;
  let offset = 0;
  path.forEach((step, depth) => {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      const key: unknown = pair?.key;
      if (isScalar(key) && key.range) offset = key.range[0];
      node = pair?.value;
    } else if (isSeq(node)) node = node.items[Number(step)];
    else node = undefined;
    const range = (node as { range?: readonly number[] } | null | undefined)?.range;
    if (range && !(at === 'key' && depth === path.length - 1)) offset = range[0] ?? offset;
  });
  const { line, col } = lines.linePos(offset);
  return `${String(line)}:${String(col)}`;
}

/** What the parser says in words that only its makers know, and what it means. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^.*call stack.*$/, 'it is nested too deeply'],
  [/^Map keys must be unique.*$/, 'this key is there twice'],
  [/^Implicit (?:map )?keys need.*$/, 'a key is followed by a colon and a space'],
  [
    /^Nested mappings are not allowed in compact.*$/,
    'a key stands within a value: keys of one level begin in one column, and a value with a colon and a space in it must be in quotes',
  ],
  [
    /^Unexpected scalar at node end.*$/,
    'something follows where a value has ended: keys of one level begin in one column, and in single quotes a quote is written twice',
  ],
  [
    /^Invalid escape sequence (.*)$/,
    'in double quotes a backslash begins a sign of its own, and $1 is none; use single quotes',
  ],
  [/^Missing closing .quote.*$/, 'a quote is opened and never closed'],
  [/^Plain value cannot start with reserved character (.)$/, 'a value that begins with $1 must be in quotes'],
  [/\.$/, ''],
];

function reasonOf({ message }: Error): string {
  const [why = ''] = message.replace(/\s+/g, ' ').split(';');
  return REASONS.reduce((said, [pattern, meaning]) => said.replace(pattern, meaning), why);
}

/** Reads the text of a settings file. What YAML itself forbids is a Mistake at once: what follows cannot be trusted. */
export function readSource(text: string, file: string): Source {
  const lines = new LineCounter();
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${String(line)}:${String(col)}`;
  };
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: false });
  // The first fault only: what follows one is mostly its consequence.
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    throw new Mistake(`${place(fault.pos[0])}: this is not YAML: ${reasonOf(fault)}.`);
  }
  visit(document, {
    Alias: (_, alias) => {
      throw new Mistake(
        `${place(alias.range?.[0] ?? 0)}: *${alias.source} stands for something else; write it out here.`,
      );
    },
    Pair: (_, { key }) => {
      if (isScalar(key)) return;
      const range = (key as { range?: readonly number[] } | null)?.range;
      throw new Mistake(`${place(range?.[0] ?? 0)}: a key must be a word, not a list or a mapping.`);
    },
  });
  const mistakes: string[] = [];
  return {
    hasComments: text.includes('#'),
    value: document.toJS({ maxAliasCount: 0 }) as unknown,
    mistakes,
    report: (path, sentence, at) => {
      const position = `${file}:${placeOf(document, lines, path, at === 'key' ? 'key' : 'value')}`;
      mistakes.push(
        `${position}: ${path.length > 0 ? `${written(path)} ` : ''}${sentence}${at === 'block' || sentence.endsWith('?') ? '' : '.'}`,
      );
    },
  };
}
