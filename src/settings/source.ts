// archive.yaml as a value, and for each key the place in the file: what every mistake's sentence begins with.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { Mistake } from '../mistake.ts';

/** Keys and 0-based indices that lead to a value: `['channels', 0, 'name']`. */
export type KeyPath = readonly (string | number)[];

/** `channels[0].name` */
export function written(path: KeyPath): string {
  return path.map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${key}`)).join('').replace(/^\./, '');
}

/** Settings as they were written, unchecked. */
export interface Source {
  readonly value: unknown;
  /** Sentences so far: what is wrong, where. */
  readonly mistakes: string[];
  /** Notes what is wrong with a value (`at: 'value'`) or with a key. The sentence begins with the key. */
  readonly report: (path: KeyPath, sentence: string, at?: 'key') => void;
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

/** Reads the text of a settings file. What YAML itself forbids is a Mistake at once: what follows cannot be trusted. */
export function readSource(text: string, file: string): Source {
  const lines = new LineCounter();
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${String(line)}:${String(col)}`;
  };
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: false });
  } catch {
    throw new Mistake(`${file}: this is no YAML that can be read: it is nested too deeply.`);
  }
  const faults = [...document.errors, ...document.warnings].map(
    ({ pos, message }) => `${place(pos[0])}: this is no YAML: ${message.replace(/\s+/g, ' ').replace(/\.$/, '')}.`,
  );
  visit(document, {
    Alias: (_, alias) => {
      faults.push(`${place(alias.range?.[0] ?? 0)}: *${alias.source} stands for something else; write it out here.`);
    },
    Pair: (_, { key }) => {
      if (isScalar(key) || isAlias(key)) return;
      const range = (key as { range?: readonly number[] } | null)?.range;
      faults.push(`${place(range?.[0] ?? 0)}: a key must be a word, not a list or a mapping.`);
    },
  });
  if (faults.length > 0) throw new Mistake(faults.join('\n'));
  const mistakes: string[] = [];
  return {
    value: document.toJS({ maxAliasCount: 0 }) as unknown,
    mistakes,
    report: (path, sentence, at) => {
      const position = `${file}:${placeOf(document, lines, path, at ?? 'value')}`;
      mistakes.push(`${position}: ${path.length > 0 ? `${written(path)} ` : ''}${sentence}.`);
    },
  };
}
