// A process that runs the command again and again, with what it has loaded in hand: see cli.ts.
import { load } from '../../build/program/load.js';

const CLI = new URL('../../build/program/cli.js', import.meta.url);

/** @typedef {{ words: readonly string[], env: Readonly<Record<string, string>> }} Order */

process.on('message', async (/** @type {Order} */ { words, env }) => {
  const before = Object.fromEntries(Object.keys(env).map((name) => [name, process.env[name]]));
  Object.assign(process.env, env);
  const said = { out: '', err: '' };
  const kept = { out: process.stdout.write, err: process.stderr.write };
  process.stdout.write = (/** @type {unknown} */ text) => ((said.out += String(text)), true);
  process.stderr.write = (/** @type {unknown} */ text) => ((said.err += String(text)), true);
  process.argv = [process.execPath, CLI.pathname, ...words];
  process.exitCode = 0;
  try {
    await /** @type {typeof import('../../src/cli.ts')} */ (load('cli')).run();
  } catch (error) {
    process.exitCode = 1;
    said.err += error instanceof Error ? error.stack : String(error);
  }
  [process.stdout.write, process.stderr.write] = [kept.out, kept.err];
  for (const [name, value] of Object.entries(before))
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  process.send?.({ code: process.exitCode, ...said });
});
process.on('disconnect', () => process.exit());
