// Loads the program's modules, as `scripts/program.mjs` joins them, with the code that V8 made of them before: to read and
// compile them took a fifth of the time in which a line is added to a long archive. `scripts/keep-code.mjs` has it kept.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { tuneEngine } from './engine.ts';

/** What a joined module is: CommonJS, by the names of its parameters. */
type Body = (exports: object, require: (name: string) => unknown, path: string) => void;

interface Loaded {
  readonly exports: object;
  readonly script: Script;
  readonly source: Uint8Array;
}

tuneEngine();

const HERE = dirname(fileURLToPath(import.meta.url));
const PARTS = join(HERE, 'parts');
/** Not with the program: a package is for all versions of V8. */
const CODE = join(HERE, '..', 'code');
const loaded = new Map<string, Loaded>();

/** A module of Node, or of a library that is not joined in: Node sets up its finder of modules only for those who ask for one. */
function requireOther(id: string): unknown {
  return process.getBuiltinModule(id) ?? process.getBuiltinModule('node:module').createRequire(import.meta.url)(id);
}

/** Modules of Node of which most builds want nothing, though commander and modules of ours name them: a hundredth of an append. */
const SELDOM = new Set(['node:child_process', 'node:os', 'node:timers/promises', 'node:zlib']);

/** A module that is loaded when something of it is asked for. */
function seldom(id: string): object {
  return new Proxy({}, { get: (_, name): unknown => Reflect.get(requireOther(id) as object, name) });
}

/** Runs a joined module, once in a process; gives what it exports. */
export function load(name: string): object {
  const path = join(PARTS, `${name}.cjs`);
  const before = loaded.get(path);
  if (before) return before.exports;
  const source = readFileSync(path);
  const code = codeOf(path, source);
  const text = `(function (exports, require, __filename) {${source.toString().replace(/^#!.*/, '')}\n})`;
  const script = new Script(text, { filename: path, ...(code && { cachedData: code }) });
  const exports = {};
  // Known before it runs: what it needs may need it.
  loaded.set(path, { exports, script, source });
  const run = script.runInThisContext() as Body;
  const requireFrom = (id: string): unknown => {
    if (!id.startsWith('.')) return SELDOM.has(id) ? seldom(id) : requireOther(id);
    return load(join(dirname(name), id).replace(/\.cjs$/, ''));
  };
  run(exports, requireFrom, path);
  return exports;
}

/** Lays down the code of every module that this process loaded, for the next one of the same version and flags. */
export function keepCode(): void {
  mkdirSync(CODE, { recursive: true });
  for (const [path, { script, source }] of loaded) {
    const code = script.createCachedData();
    const to = codeFile(path);
    // Whole at once: somebody may be loading it.
    writeFileSync(`${to}.${process.pid}`, Buffer.concat([sealOf(source, code), code]));
    renameSync(`${to}.${process.pid}`, to);
  }
}

/**
 * What runs the code. V8 asks for its own version and for its flags; but each version of Node changes V8 a little, and that takes the
 * code of another for its own.
 */
const ENGINE = createHash('sha256')
  .update(JSON.stringify([process.versions, process.arch, process.platform, statSync(process.execPath).size]))
  .update(String(cachedDataVersionTag()))
  .digest('hex')
  .slice(0, 16);

const codeFile = (path: string): string => join(CODE, `${basename(path)}.${ENGINE}`);

/** Bytes of a seal. */
const SEAL = 32;

/** V8 asks for no more than a source's length: code that was torn, or of a source changed since, would be run. */
const sealOf = (source: Uint8Array, code: Uint8Array): Buffer =>
  createHash('sha256').update(String(source.length)).update(source).update(code).digest();

/** What is kept of a source; undefined where that is nothing or not whole. */
function codeOf(path: string, source: Uint8Array): Uint8Array | undefined {
  let kept: Buffer;
  try {
    kept = readFileSync(codeFile(path));
  } catch {
    // Nothing is kept, or it may not be read: it is only faster with it.
    return undefined;
  }
  const code = kept.subarray(SEAL);
  return sealOf(source, code).equals(kept.subarray(0, SEAL)) ? code : undefined;
}
