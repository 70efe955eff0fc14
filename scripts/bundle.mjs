// The reader's scripts: each module that no other imports becomes one small file, with what it imports inside it.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Script } from 'node:vm';
import { minify } from 'terser';

const IMPORT = /^import\s+(?:\{[^}]*\}\s+from\s+)?["'](\.[^"']+)["'];\n/gm;
const EXPORT = /^export (?:\{\};\n|(?=async |const |function |let ))/gm;

/**
 * Joins the compiled modules under a folder, makes them small, and puts them in the place of another folder.
 * Imports must be plain: `import { a, b } from './c.js'`. Names of all modules of one file share one room.
 * @param {string} folder
 * @param {string} out
 */
export async function bundle(folder, out) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => join(folder, path));
  const sources = new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));
  /** @param {string} path */
  const importsOf = (path) =>
    [...(sources.get(path) ?? '').matchAll(IMPORT)].map((match) => join(path, '..', match[1] ?? ''));
  const imported = new Set(paths.flatMap(importsOf));
  const made = await Promise.all(
    paths
      .filter((path) => !imported.has(path) && /[\\/]client[\\/][^\\/]+$/.test(path))
      .map(async (entry) => /** @type {const} */ ([entry, await small(entry, inOrder(entry, importsOf), sources)])),
  );
  rmSync(out, { recursive: true, force: true });
  for (const [path, code] of made) {
    const file = join(out, relative(folder, path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
  }
}

/**
 * An entry's modules, each behind what it imports.
 * @param {string} entry
 * @param {(path: string) => string[]} importsOf
 */
function inOrder(entry, importsOf) {
  /** @type {Set<string>} */
  const done = new Set();
  /** @param {string} path */
  const visit = (path) => {
    for (const one of importsOf(path)) if (!done.has(one)) visit(one);
    done.add(path);
  };
  visit(entry);
  return [...done];
}

/**
 * @param {string} entry
 * @param {string[]} paths
 * @param {Map<string, string>} sources
 */
async function small(entry, paths, sources) {
  const joined = paths.map((path) => (sources.get(path) ?? '').replace(IMPORT, '').replace(EXPORT, '')).join('\n');
  // Two modules with one name between them would not be told apart: as a strict block this does not compile.
  new Script(`'use strict';async () => {{${joined}\n}}`, { filename: entry });
  /** @type {import('terser').MinifyOptions} */
  const options = {
    module: true,
    ecma: 2022,
    compress: { passes: 3, pure_getters: true, unsafe: true, unsafe_arrows: true, unsafe_methods: true },
  };
  // What the first pass inlined the second one finds to be small.
  const { code: once = '' } = await minify(joined, options);
  const { code } = await minify(once, options);
  return `${code}\n`;
}
