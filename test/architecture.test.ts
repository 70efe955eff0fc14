// The rooms of docs/architecture.md, held by the code: the two tables there are the rule, this reads them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path/posix';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const DOCUMENT = 'docs/architecture.md';

/** Cells of the Markdown table whose first heading is given, without its head; empty where there is none. */
function tableUnder(heading: string): readonly (readonly string[])[] {
  const lines = readFileSync(DOCUMENT, 'utf8').split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${heading} |`));
  if (head < 0) return [];
  const rows = lines.slice(head + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const quoted = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);

interface Room {
  readonly name: string;
  /** Files, and folders with a final `/`. */
  readonly paths: readonly string[];
  readonly imports: readonly string[] | 'everything';
}

const ROOMS: readonly Room[] = tableUnder('Room').map(([name = '', files = '', imports = '']) => ({
  name,
  paths: quoted(files),
  imports: imports === 'everything' ? 'everything' : imports === 'nothing' ? [] : imports.split(', '),
}));

const OUTSIDE: ReadonlyMap<string, readonly string[]> = new Map(
  tableUnder('Outside').map(([what = '', where = '']) => [quoted(what)[0] ?? what, quoted(where)]),
);

const lies = (file: string, paths: readonly string[]): boolean =>
  paths.some((path) => (path.endsWith('/') ? file.startsWith(path) : file === path));
const roomOf = (file: string): Room | undefined => ROOMS.find(({ paths }) => lies(file, paths));

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
const FILES: readonly string[] = ['.eleventy.js', ...filesIn('src'), ...filesIn('templates')];

interface Needs {
  /** Files of the project. */
  readonly files: readonly string[];
  /** Packages, `node:` modules, and the globals `process` and `console`. */
  readonly outside: readonly string[];
}

/** The source that an import names; what Eleventy loads of the joined program stands for its source. */
function target(from: string, specifier: string): string {
  const path = normalize(join(dirname(from), specifier)).replace('build/program/plugin.js', 'src/site/plugin.ts');
  return [path, path.replace(/\.js$/, '.ts')].find((one) => existsSync(one)) ?? path;
}

/** `node:fs` for `node:fs/promises` and `fs`, `luxon` for `luxon/src/x.js`, `@11ty/eleventy` for what is below it. */
function packageOf(specifier: string): string {
  const bare = specifier.startsWith('node:') || !builtinModules.includes(specifier) ? specifier : `node:${specifier}`;
  const [scope = '', name = ''] = bare.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

/** True where the identifier is the global of that name: used, and neither declared here nor a property of something. */
function isGlobal(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return !(ts.isPropertyAssignment(parent) && parent.name === node) && !ts.isPropertySignature(parent);
}

function needsOf(file: string): Needs {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const files = new Set<string>();
  const outside = new Set<string>();
  const need = (specifier: string): void => {
    if (specifier.startsWith('.')) files.add(target(file, specifier));
    else outside.add(packageOf(specifier) === 'node:process' ? 'process' : packageOf(specifier));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) need(node.moduleSpecifier.text);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) need(argument.text);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) need(node.argument.literal.text);
    } else if (ts.isIdentifier(node) && ['process', 'console'].includes(node.text) && isGlobal(node)) {
      outside.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { files: [...files], outside: [...outside] };
}

const NEEDS: ReadonlyMap<string, Needs> = new Map(FILES.map((file) => [file, needsOf(file)]));
/** `node:` modules that reach nothing outside the process, and the browser's side, are free. */
const isFree = (name: string): boolean => name.startsWith('node:') && !OUTSIDE.has(name);

describe('the tables of rooms', () => {
  test('are there and name each room once', () => {
    expect(ROOMS.length).toBeGreaterThan(10);
    expect(OUTSIDE.size).toBeGreaterThan(5);
    expect(new Set(ROOMS.map(({ name }) => name)).size).toBe(ROOMS.length);
  });

  test('name only rooms that exist', () => {
    const names = ROOMS.map(({ name }) => name);
    const unknown = ROOMS.flatMap(({ imports }) => (imports === 'everything' ? [] : imports)).filter(
      (name) => !names.includes(name),
    );
    expect(unknown).toEqual([]);
  });

  test('name only files that exist', () => {
    const all = [...ROOMS.flatMap(({ paths }) => paths), ...[...OUTSIDE.values()].flat()];
    expect(all.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('lead one way: no room imports itself by way of others', () => {
    const reach = (name: string, seen: readonly string[]): readonly string[] => {
      if (seen.includes(name)) return [[...seen, name].join(' → ')];
      const imports = ROOMS.find((room) => room.name === name)?.imports ?? [];
      return imports === 'everything' ? [] : imports.flatMap((next) => reach(next, [...seen, name]));
    };
    expect(ROOMS.flatMap(({ name }) => reach(name, []))).toEqual([]);
  });
});

describe('the code', () => {
  test('has a room for every file', () => {
    expect(FILES.filter((file) => roomOf(file) === undefined)).toEqual([]);
  });

  test('imports only from rooms that its room may enter', () => {
    const trespasses = FILES.flatMap((file) => {
      const room = roomOf(file);
      if (!room || room.imports === 'everything') return [];
      return NEEDS.get(file)!
        .files.map((other) => ({ other, to: roomOf(other)?.name ?? 'no room' }))
        .filter(({ to }) => to !== room.name && !room.imports.includes(to))
        .map(({ other, to }) => `${file} (${room.name}) imports ${other} (${to})`);
    });
    expect(trespasses).toEqual([]);
  });

  test('enters each room that its room may enter', () => {
    const entered = new Set(
      FILES.flatMap((file) => NEEDS.get(file)!.files.map((other) => `${roomOf(file)?.name} → ${roomOf(other)?.name}`)),
    );
    const allowed = ROOMS.flatMap(({ name, imports }) =>
      imports === 'everything' ? [] : imports.map((other) => `${name} → ${other}`),
    );
    expect(allowed.filter((way) => !entered.has(way))).toEqual([]);
  });

  test('leads one way within rooms, too: no file imports itself by way of others', () => {
    const circles: string[] = [];
    const done = new Set<string>();
    const follow = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
      if (way.includes(file) || done.has(file)) return;
      for (const next of NEEDS.get(file)?.files ?? []) follow(next, [...way, file]);
      done.add(file);
    };
    for (const file of FILES) follow(file, []);
    expect(circles).toEqual([]);
  });

  test('uses each package, the file system, the process and the console only where the table says', () => {
    const misuses = FILES.flatMap((file) =>
      NEEDS.get(file)!
        .outside.filter((name) => !isFree(name) && !lies(file, OUTSIDE.get(name) ?? []))
        .map((name) => `${file} uses ${name}`),
    );
    expect(misuses).toEqual([]);
  });

  test('needs every row of the table, so that none is left behind', () => {
    const used = (what: string, path: string): boolean =>
      FILES.some((file) => lies(file, [path]) && NEEDS.get(file)!.outside.includes(what));
    const idle = [...OUTSIDE].flatMap(([what, paths]) =>
      paths.filter((path) => !used(what, path)).map((path) => `${path} does not use ${what}`),
    );
    expect(idle).toEqual([]);
  });

  test('reaches the browser without any package or node module', () => {
    const inBrowser = FILES.filter((file) => ['client', 'shared'].includes(roomOf(file)?.name ?? ''));
    expect(inBrowser.length).toBeGreaterThan(0);
    const heavy = inBrowser.flatMap((file) =>
      NEEDS.get(file)!
        .outside.filter((name) => name.startsWith('node:') || name === 'process')
        .map((name) => `${file} uses ${name}`),
    );
    expect(heavy).toEqual([]);
  });
});
