// What went wrong in a template is its author's mistake, whom a place helps: Eleventy wraps it, and tells the template alone.
//
//   templates/days.11ty.js:12: site.dya is not a function.
import { spawnSync } from 'node:child_process';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Mistake } from '../mistake.ts';
import { PACKAGE } from '../package.ts';

const FOLDER = join(PACKAGE, 'templates') + sep;

/** The mistake that a template has, by what Eleventy threw; undefined where it is none of a template's. */
export function templateMistake(thrown: unknown): Mistake | undefined {
  const chain = [...wrapped(thrown)];
  const error = chain.at(-1);
  if (!(error instanceof Error)) return undefined;
  const place = placeOf(error) ?? chain.map(importedBy).find((found) => found !== undefined);
  if (place === undefined) return undefined;
  const [reason = ''] = error.message.split('\n');
  return new Mistake(`${relative(PACKAGE, place)}: ${reason.replace(/\.$/, '')}.`, { cause: thrown });
}

/** An error and what Eleventy has wrapped in it, the outermost first. */
export function* wrapped(thrown: unknown): Generator<unknown> {
  yield thrown;
  const inner = thrown instanceof Error ? (thrown as { readonly originalError?: unknown }).originalError : undefined;
  if (inner !== undefined) yield* wrapped(inner);
}

/** `path:line` of the template that threw an error; undefined where something else threw it. */
function placeOf({ stack = '' }: Error): string | undefined {
  const [, url = '', line = ''] = /^ +at (?:.*\()?(file:.*):(\d+):\d+\)?$/m.exec(firstStep(stack)) ?? [];
  // Another version of a file that has changed is asked for with a query.
  const path = url === '' ? '' : fileURLToPath(url.replace(/\?.*/, ''));
  return path.startsWith(FOLDER) ? `${path}:${line}` : undefined;
}

const firstStep = (stack: string): string => /^ +at .*$/m.exec(stack)?.[0] ?? '';

/** `path:line` of the template that cannot even be loaded, by what Eleventy says of that; without the line where none is told. */
function importedBy(error: unknown): string | undefined {
  const [, path] = error instanceof Error ? (/ importing '(.*)' via /.exec(error.message) ?? []) : [];
  if (path === undefined) return undefined;
  // The error itself does not have the line of what is no JavaScript.
  const { stderr } = spawnSync(process.execPath, ['--check', path], { encoding: 'utf8' });
  const [, line] = /^.*:(\d+)\n/.exec(stderr) ?? [];
  return resolve(path) + (line === undefined ? '' : `:${line}`);
}
