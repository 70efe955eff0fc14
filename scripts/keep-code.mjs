// Has the code kept that V8 makes of the program, for `src/program/load.ts`: what it runs to build a small archive, and what
// once a line is added.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { appendLine, generate } from './bench/generate.mjs';

/** Enough for all that pages show, and over in two seconds. */
const TALK = { lines: 3000, years: 0.5 };
const KEEP = new URL('keep-code-at-exit.mjs', import.meta.url).href;

/** Builds with the program in `build/program`, each time with the code kept by the last. Without it, builds are only slower. */
export function keepCode() {
  const folder = mkdtempSync('build/code-');
  const [content, out, cache] = [join(folder, 'content'), join(folder, 'site'), join(folder, 'cache')];
  const command = ['build/program/cli.js', 'build', '--content', content, '--out', out, '--cache', cache, '--quiet'];
  const build = () => spawnSync(process.execPath, ['--import', KEEP, ...command], { stdio: ['ignore', 2, 2] });
  try {
    generate(content, TALK);
    build();
    appendLine(content, 'kalo');
    build();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
