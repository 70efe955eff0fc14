// What lies beside the pages of a site: its styles, fonts, scripts and icon.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PLAIN_DRESS } from './parts/layout.ts';
import { PACKAGE } from '../package.ts';
import { writerInto } from './site-files.ts';
import { joinStyles } from './styles.ts';

/** Writes the site's own files below a folder. */
export function writeAssets(out: string): void {
  const write = writerInto(out);
  for (const [path, data] of assets()) write(path, data);
}

/** The site's own files beside its pages. */
function assets(): readonly (readonly [path: string, data: string | Uint8Array])[] {
  const folder = join(PACKAGE, 'templates', 'styles');
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const styles = joinStyles(sources);
  return [
    [PLAIN_DRESS.styles, styles],
    [PLAIN_DRESS.icon, readFileSync(join(PACKAGE, 'templates', 'icon.svg'))],
    ...fontsOf(styles),
    ...scripts(),
  ];
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
