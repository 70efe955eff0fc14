import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of Daybook itself: the checkout, or where it was installed. Its modules may be joined, and lie at any depth. */
export const PACKAGE = nearest(dirname(fileURLToPath(import.meta.url)));

/** The nearest folder, upwards, that has what Eleventy is set up by, as only the package's own has. */
function nearest(folder: string): string {
  const above = dirname(folder);
  return above === folder || existsSync(join(folder, '.eleventy.js')) ? folder : nearest(above);
}

/** A process's first module, as it is run: joined with what it imports. */
export const programOf = (name: 'channel-worker' | 'page-worker' | 'resident-build'): string =>
  join(PACKAGE, 'build', 'program', `${name}.js`);

/** The checkout that Daybook runs from; undefined where it is an installed package. */
export const CHECKOUT = existsSync(join(PACKAGE, 'src', 'cli.ts')) ? PACKAGE : undefined;
