// What lies beside the pages of a site: its styles, fonts, scripts and icon.
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PLAIN_DRESS } from './parts/layout.ts';
import { PACKAGE } from '../package.ts';
import { writerInto } from './site-files.ts';

/** Writes the site's own files below a folder. */
export async function writeAssets(out: string): Promise<void> {
  const write = writerInto(out);
  for (const [path, data] of await assets()) write(path, data);
}

/** The site's own files beside its pages. */
async function assets(): Promise<readonly (readonly [path: string, data: string | Uint8Array])[]> {
  const styles = await stylesOf(styleSources());
  return [
    [PLAIN_DRESS.styles, styles],
    [PLAIN_DRESS.icon, readFileSync(join(PACKAGE, 'templates', 'icon.svg'))],
    ...fontsOf(styles),
    ...scripts(),
  ];
}

/** The style sheets of the templates, in their order. */
function styleSources(): readonly string[] {
  const folder = join(PACKAGE, 'templates', 'styles');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** Style sheets as one, and what it was made from. */
interface Joined {
  readonly key: string;
  readonly css: string;
}

/** Where the one lies that was made when the program was compiled: to make it takes longer than a small site. */
const JOINED = join(PACKAGE, 'build', 'client', 'styles.json');

const keyOf = (sources: readonly string[]): string => hash('sha256', JSON.stringify(sources));

/** Style sheets as one: that of the compiled program, unless somebody has edited them since. */
async function stylesOf(sources: readonly string[]): Promise<string> {
  const joined = existsSync(JOINED) ? (JSON.parse(readFileSync(JOINED, 'utf8')) as Joined) : undefined;
  if (joined?.key === keyOf(sources)) return joined.css;
  const { joinStyles } = await import('./styles.ts');
  return joinStyles(sources);
}

/** The style sheets as one, as text of the file that the program finds it in. */
export async function joinedStyles(): Promise<string> {
  const { joinStyles } = await import('./styles.ts');
  const sources = styleSources();
  return JSON.stringify({ key: keyOf(sources), css: joinStyles(sources) } satisfies Joined);
}

/** The font files that the styles name, from their packages. */
function fontsOf(styles: string): readonly (readonly [string, Uint8Array])[] {
  const { resolve } = createRequire(import.meta.url);
  const names = new Set([...styles.matchAll(/url\(fonts\/([\w.-]+)\)/g)].map((match) => match[1]!));
  return [...names].map((name) => {
    const family = name.slice(0, name.indexOf('-latin'));
    return [`assets/fonts/${name}`, readFileSync(resolve(`@fontsource/${family}/files/${name}`))];
  });
}

/** The reader's scripts, compiled: modules that import each other by relative paths. */
function scripts(): readonly (readonly [string, Uint8Array])[] {
  const folder = join(PACKAGE, 'build', 'client');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.js'))
    .sort()
    .map((path) => [`assets/${path}`, readFileSync(join(folder, path))]);
}
