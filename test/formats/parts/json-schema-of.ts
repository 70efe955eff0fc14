// The JSON Schema of a valibot schema, as far as Daybook's JSON lines use valibot.
import type { GenericSchema } from 'valibot';

interface Node {
  readonly type: string;
  readonly options?: readonly unknown[];
  readonly entries?: Readonly<Record<string, Node>>;
  readonly literal?: unknown;
  readonly item?: Node;
  readonly wrapped?: Node;
  readonly pipe?: readonly (Node & { readonly requirement?: unknown; readonly description?: string })[];
}

type Json = Readonly<Record<string, unknown>>;

function base(node: Node): Json {
  switch (node.type) {
    case 'string':
    case 'number':
      return { type: node.type };
    case 'literal':
      return { const: node.literal };
    case 'picklist':
      return { enum: node.options };
    case 'array':
      return { type: 'array', items: schemaOf(node.item) };
    case 'union':
      return { anyOf: node.options?.map((option) => schemaOf(option as Node)) };
    case 'variant':
      return { oneOf: node.options?.map((option) => schemaOf(option as Node)) };
    case 'strict_object': {
      const entries = Object.entries(node.entries ?? {});
      return {
        type: 'object',
        properties: Object.fromEntries(entries.map(([name, entry]) => [name, schemaOf(entry)])),
        required: entries.filter(([, { type }]) => type !== 'optional').map(([name]) => name),
        additionalProperties: false,
      };
    }
    default:
      throw new Error(`no JSON Schema for ${node.type}`);
  }
}

function refined(steps: NonNullable<Node['pipe']>): Json {
  const words: Record<string, unknown> = {};
  for (const { type, requirement, description } of steps) {
    if (type === 'regex') words['pattern'] = (requirement as RegExp).source;
    else if (type === 'min_value') words['minimum'] = requirement;
    else if (type === 'max_value') words['maximum'] = requirement;
    else if (type === 'description') words['description'] = description;
    else throw new Error(`no JSON Schema for ${type}`);
  }
  return words;
}

function schemaOf(node: Node | undefined): Json {
  if (!node) throw new Error('a part of the schema is missing');
  if (node.type === 'optional') return schemaOf(node.wrapped);
  const [first, ...steps] = node.pipe ?? [];
  return { ...base(first ? { ...node, ...first } : node), ...refined(steps) };
}

/** The JSON Schema (draft 2020-12) that allows what the valibot schema allows; throws at what it has no words for. */
export const jsonSchemaOf = (schema: GenericSchema): Json => schemaOf(schema as unknown as Node);
