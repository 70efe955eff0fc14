// The docs are complete and their links lead somewhere.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import MarkdownIt from 'markdown-it';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { DAY_SCHEMA } from '../src/day-schema.ts';
import { KINDS, specOf } from '../src/events.ts';
import { FORMAT_NAMES } from '../src/formats/index.ts';
import { SENSITIVE_RULES } from '../src/privacy/sensitive.ts';
import { allKeys } from '../src/settings/keys.ts';
import { hashDigits, hashedText } from '../src/shared/address.ts';
import { slugOf } from '../src/shared/slug.ts';
import { zoneOf } from '../src/time.ts';
import { FORMATS } from './all-formats.ts';

const written = readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name));
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...written]
  .filter((path) => path.endsWith('.md'))
  .sort();
const textOf = new Map(DOCUMENTS.map((path) => [path, readFileSync(path, 'utf8')]));
const README = textOf.get('README.md')!;
const parse = (path: string) => new MarkdownIt().parse(textOf.get(path)!, {});

/** Targets of a document's links and pictures. */
function linksOf(path: string): readonly string[] {
  return parse(path).flatMap(({ children }) =>
    (children ?? []).flatMap((token) => token.attrGet('href') ?? token.attrGet('src') ?? []),
  );
}

/** Fragments that a document's headings answer to, as code hosts make them. */
function anchorsOf(path: string): readonly string[] {
  return parse(path)
    .filter((_, index, tokens) => tokens[index - 1]?.type === 'heading_open')
    .map(({ content }) =>
      content
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );
}

const isOutside = (link: string): boolean => /^[a-z]+:/.test(link);

/** Problem rules: the strings that the type of faults is made of, and those of unread lines. */
function problemRules(): readonly string[] {
  const file = 'src/timeline/state.ts';
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const faults = source.statements.find(
    (node): node is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(node) && node.name.text === 'Fault',
  );
  const members = faults && ts.isUnionTypeNode(faults.type) ? faults.type.types : [];
  const literals = members.flatMap((type) =>
    ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [],
  );
  return ['unparsed-line', ...literals];
}

/** Names that the command line knows: the first argument of each `.command(…)`. */
function commandNames(): readonly string[] {
  const source = ts.createSourceFile('cli.ts', readFileSync('src/cli.ts', 'utf8'), ts.ScriptTarget.Latest);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const [name] = node.arguments;
    if (node.expression.name.text === 'command' && name && ts.isStringLiteral(name)) names.push(name.text);
  };
  visit(source);
  return names;
}

/** Those of the names that the text does not show as code. */
const unnamed = (names: readonly string[], text: string): readonly string[] =>
  names.filter((name) => !text.includes(`\`${name}\``));

describe('the README', () => {
  test('names every script', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const called = (name: string): string => (['test', 'start'].includes(name) ? `npm ${name}` : `npm run ${name}`);
    expect(unnamed(Object.keys(scripts).map(called), README)).toEqual([]);
  });

  test('names every command', () => {
    expect(commandNames()).toContain('build');
    expect(
      unnamed(
        commandNames().map((name) => `daybook ${name}`),
        README,
      ),
    ).toEqual([]);
  });

  test('names every log format, and no other', () => {
    expect(unnamed(FORMAT_NAMES, README)).toEqual([]);
    const section = README.split('\n## ').find((part) => part.startsWith('Formats\n')) ?? '';
    const listed = [...section.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1]!);
    expect(listed.toSorted()).toEqual(FORMAT_NAMES.toSorted());
  });

  test('names every rule by which a problem is counted', () => {
    expect(problemRules().length).toBeGreaterThan(3);
    expect(unnamed(problemRules(), README)).toEqual([]);
  });

  test('begins with the commands that the continuous build runs', () => {
    expect(README).toContain('npm ci\nnpm run build');
    expect(readFileSync('.ci/run', 'utf8')).toContain('npm ci && npm test');
  });
});

describe('docs/day-file.md', () => {
  test('names every kind of entry', () => {
    expect(unnamed(Object.keys(KINDS), textOf.get('docs/day-file.md')!)).toEqual([]);
  });

  test('names every field and every word that a field may be', () => {
    const named = (schema: unknown): readonly string[] => {
      if (typeof schema !== 'object' || schema === null) return [];
      const { properties = {}, enum: words = [] } = schema as {
        readonly properties?: object;
        readonly enum?: readonly string[];
      };
      return [...Object.keys(properties), ...words, ...Object.values(schema).flatMap(named)];
    };
    const fields = [...new Set(named(DAY_SCHEMA))].filter(
      (name) => !textOf.get('docs/day-file.md')!.includes(`"${name}":`),
    );
    expect(unnamed(fields, textOf.get('docs/day-file.md')!.replace(/`(\w+)\?`/g, '`$1`'))).toEqual([]);
  });
});

describe('docs/check.md', () => {
  test('names every rule, with what it finds, and no other', () => {
    const rows = [...textOf.get('docs/check.md')!.matchAll(/^\| `([a-z-]+)` \| (.*) \|$/gm)];
    expect(rows.map(([, name]) => name)).toEqual(SENSITIVE_RULES.map(({ name }) => name));
    for (const [index, { title }] of SENSITIVE_RULES.entries()) expect(rows[index]![2]).toContain(title);
  });
});

describe('docs/addresses.md', () => {
  test('shows the frozen table, row by row', () => {
    const rows = JSON.parse(readFileSync('test/address/frozen.json', 'utf8')) as readonly {
      readonly address: string;
    }[];
    expect(
      unnamed(
        rows.slice(0, 9).map(({ address }) => address),
        textOf.get('docs/addresses.md')!,
      ),
    ).toEqual([]);
  });
});

describe('addresses in the docs', () => {
  /** `/<slug>/<date>/` and ids of every line of the sample. */
  function sampleAddresses(): ReadonlySet<string> {
    const zone = zoneOf('Europe/Helsinki');
    const format = FORMATS.find(({ name }) => name === 'xchat-scrollback')!;
    const folder = 'content/logs/saltnet';
    return new Set(
      readdirSync(folder).flatMap((name) => {
        const texts = readFileSync(join(folder, name), 'utf8').split('\n');
        const lines = texts.map((text, index) => ({ number: index + 1, text }));
        const [claim] = format.recognise({ path: `logs/saltnet/${name}`, lines, given: {} });
        const survey = format.survey!(claim!.facts);
        for (const line of lines) survey.see(line);
        const read = format.open({ ...claim!.facts, ...survey.facts() });
        return lines.flatMap(read).flatMap((parsed) => {
          if (parsed.is !== 'event' || !parsed.stamp || !('epoch' in parsed.stamp)) return [];
          const { event, stamp } = parsed;
          const text = hashedText(stamp.epoch, event.kind, event.nick ?? '', specOf(event).hashed(event));
          const digits = hashDigits(createHash('sha256').update(text).digest('hex'), 4);
          const day = zone.dayAt(stamp.epoch).date;
          return [`/${slugOf(`#${name.slice(1, -4)}`)}/${day}/#t${zone.clockAt(stamp.epoch)}${digits}`];
        });
      }),
    );
  }

  test('lead to lines of the sample', () => {
    const inText = DOCUMENTS.flatMap((path) =>
      [...textOf.get(path)!.matchAll(/(\/(?:limpet|quay)\/\d{4}-\d\d-\d\d\/)(?:\?to=(\w+))?#(\w+)/g)].flatMap(
        ([, day, to, id]) => [`${day}#${id}`, ...(to ? [`${day}#${to}`] : [])],
      ),
    );
    const known = sampleAddresses();
    expect(inText.length).toBeGreaterThan(2);
    expect(inText.filter((address) => !known.has(address))).toEqual([]);
  });
});

describe('docs/settings.md', () => {
  test('names every key of archive.yaml', () => {
    const names = allKeys().map((key) => key.split('.').at(-1)!);
    expect(names).toContain('zone');
    const text = textOf.get('docs/settings.md') ?? '';
    expect([...new Set(names)].filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  });
});

describe('links in the docs', () => {
  const links = DOCUMENTS.flatMap((path) => linksOf(path).map((link) => ({ path, link })));
  const inside = links.filter(({ link }) => !isOutside(link));

  test('lead to files of the project', () => {
    expect(inside.length).toBeGreaterThan(20);
    const dead = inside
      .map(({ path, link }) => ({ path, link, target: normalize(join(dirname(path), link.split('#')[0]!)) }))
      .filter(({ link, target }) => !link.startsWith('#') && !existsSync(target));
    expect(dead).toEqual([]);
  });

  test('lead to headings that are there', () => {
    const dead = inside
      .filter(({ link }) => link.includes('#'))
      .map(({ path, link }) => {
        const [file = '', anchor = ''] = link.split('#');
        return { path, link, target: file === '' ? path : normalize(join(dirname(path), file)), anchor };
      })
      .filter(({ target, anchor }) => target.endsWith('.md') && !anchorsOf(target).includes(anchor));
    expect(dead).toEqual([]);
  });
});

describe('sources', () => {
  test('that the docs name are there', () => {
    const named = DOCUMENTS.flatMap((path) =>
      [...textOf.get(path)!.matchAll(/`((?:src|test|docs|templates|content|scripts)\/[\w./-]+)`/g)].map((match) => ({
        path,
        file: match[1]!,
      })),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ file }) => !existsSync(file))).toEqual([]);
  });
});
