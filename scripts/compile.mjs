// Compiles src into build/js, joins that to the program in build/program, and compiles the reader's scripts and styles into
// build/client; does nothing where all of that is there and no source is newer.
//
//   node scripts/compile.mjs            once
//   node scripts/compile.mjs --draft    while sources are worked on: what makes the program begin faster is left out
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const stamp = 'build/compiled';
const sources = ['src', 'templates/styles']
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const inputs = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'scripts/compile.mjs',
  'scripts/bundle.mjs',
  'scripts/keep-code.mjs',
  'scripts/one-at-a-time.mjs',
  'scripts/program.mjs',
  'src',
  'templates/styles',
  ...sources,
];
const directories = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join(entry.parentPath, entry.name));
const made = [stamp, 'build/js', 'build/program/cli.js', 'build/client/styles.json'];
const kept = 'build/code/kept-by';
const isDraft = process.argv.includes('--draft');

if (!isCompiled() || !isCodeKept()) {
  const { oneAtATime } = await import('./one-at-a-time.mjs');
  await oneAtATime('build/compiling', async () => {
    // Somebody else may have done it by now. Where it does not compile, the compiler has said so.
    if (!isCompiled() && !(await compile())) process.exitCode = 1;
    else if (!isCodeKept()) await keepCodeHere();
  });
}

function isCompiled() {
  if (!made.every((path) => existsSync(path))) return false;
  const compiled = statSync(stamp).mtimeMs;
  return ![...inputs, ...directories].some((path) => existsSync(path) && statSync(path).mtimeMs >= compiled);
}

/** True where it is, or need not be. */
function isCodeKept() {
  return isDraft || (existsSync(kept) && readFileSync(kept, 'utf8') === process.version);
}

/** What a version of Node made of the program is of no use to another. Where nothing may be written, builds only begin later. */
async function keepCodeHere() {
  const { keepCode } = await import('./keep-code.mjs');
  try {
    rmSync('build/code', { recursive: true, force: true });
    keepCode();
    mkdirSync('build/code', { recursive: true });
    writeFileSync(kept, process.version);
  } catch (error) {
    console.error(`What ${process.version} makes of the program is not kept: ${String(error)}`);
  }
}

/** Compiles all of it; false where it does not compile. */
async function compile() {
  // Loading them takes as long as all else, where there is nothing to do.
  const [{ bundle }, { joinProgram }] = await Promise.all([import('./bundle.mjs'), import('./program.mjs')]);
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  /** @param {string[]} args */
  const run = (...args) => spawnSync(process.execPath, [tsc, ...args], { stdio: ['ignore', 2, 2] }).status === 0;
  if (!run('-p', '.')) return false;
  dropOrphans('build/js', 'src');
  await joinProgram('build/js', 'build/program');
  rmSync('build/code', { recursive: true, force: true });
  // In a folder of its own, which is not the reader's.
  const modules = `build/client.${process.pid}`;
  try {
    if (!run('-p', 'src/client', '--outDir', modules, '--incremental', 'false', '--tsBuildInfoFile', 'null'))
      return false;
    await bundle(modules, 'build/client');
    await joinStyles('build/client');
  } finally {
    rmSync(modules, { recursive: true, force: true });
  }
  mkdirSync('build', { recursive: true });
  writeFileSync(stamp, '');
  return true;
}

/**
 * Puts the style sheets as one beside the reader's scripts.
 * @param {string} folder
 */
async function joinStyles(folder) {
  /** @type {{ joinedStyles: () => Promise<string> }} */
  const { joinedStyles } = await import(pathToFileURL(resolve('build/js/site/assets.js')).href);
  const path = join(folder, 'styles.json');
  // Whole at once: a build may be reading it.
  writeFileSync(`${path}.${process.pid}`, await joinedStyles());
  renameSync(`${path}.${process.pid}`, path);
}

/**
 * Takes away what was compiled from sources that are gone: it must not be found by import any more.
 * @param {string} folder
 * @param {string} source
 */
function dropOrphans(folder, source) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.js$|\.d\.ts$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const origin = join(source, path.slice(folder.length + 1)).replace(/(?:\.d\.ts|\.js)$/, '.ts');
    if (!existsSync(origin)) rmSync(path);
  }
}
