import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of Daybook itself: the checkout, or where it was installed. */
export const PACKAGE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** The checkout that Daybook runs from; undefined where it is an installed package. */
export const CHECKOUT = existsSync(join(PACKAGE, 'src', 'cli.ts')) ? PACKAGE : undefined;
