// Which keys there are, told from the schema: for "did you mean", and for the test that compares the docs.
import type * as v from 'valibot';
import { SCHEMA } from './schema.ts';
import type { KeyPath } from './source.ts';

/** What stands behind a schema's default, its further checks, or the mapping among its alternatives. */
function bare(schema: v.GenericSchema): v.GenericSchema {
  if ('wrapped' in schema) return bare(schema.wrapped as v.GenericSchema);
  if (schema.type !== 'union') return schema;
  const { options } = schema as unknown as { readonly options: readonly v.GenericSchema[] };
  return options.find(({ type }) => type === 'object') ?? schema;
}

const entriesOf = (schema: v.GenericSchema): Readonly<Record<string, v.GenericSchema>> | undefined =>
  'entries' in schema ? (schema.entries as Readonly<Record<string, v.GenericSchema>>) : undefined;
const itemOf = (schema: v.GenericSchema): v.GenericSchema | undefined =>
  'item' in schema ? bare(schema.item as v.GenericSchema) : undefined;

/** Keys that the settings may have where the path leads, or undefined where no mapping is expected there. */
export function keysAt(path: KeyPath): readonly string[] | undefined {
  let schema: v.GenericSchema | undefined = SCHEMA;
  for (const step of path) {
    if (!schema) return undefined;
    const entries = entriesOf(schema);
    const entry = entries && typeof step === 'string' && Object.hasOwn(entries, step) ? entries[step] : undefined;
    schema = typeof step === 'number' ? itemOf(schema) : entry && bare(entry);
  }
  const entries = schema && entriesOf(schema);
  return entries && Object.keys(entries);
}

/** Every key of the settings, lists as `[]`: `channels`, `channels[].logs`, `channels[].logs[].path` … */
export function allKeys(schema: v.GenericSchema = SCHEMA, above = ''): readonly string[] {
  return Object.entries(entriesOf(schema) ?? {}).flatMap(([key, value]) => {
    const path = above === '' ? key : `${above}.${key}`;
    const inner = bare(value);
    const item = itemOf(inner);
    return [path, ...(item ? allKeys(item, `${path}[]`) : allKeys(inner, path))];
  });
}
