// What renders pages may be edited. As it comes it puts nothing to a page, which then needs no Eleventy to be written beside others,
// and passes through it as its bytes.
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from '../shared/once.ts';
import { PACKAGE } from '../package.ts';

/** What `templatesHash` gives of Daybook as it comes: who edits the templates for all changes this, too. */
export const CAME = '50e361b4fea69310ef0caea9440cdc506124c9c951406fe83ccbee50a65b8eae';

/** Hash of what renders pages in a folder of Daybook. */
export function templatesHash(folder: string): string {
  const templates = readdirSync(join(folder, 'templates'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => join('templates', path));
  const texts = ['.eleventy.js', ...templates.sort()].map((path) => [path, readFileSync(join(folder, path), 'utf8')]);
  return hash('sha256', JSON.stringify(texts));
}

/** True where nobody has edited what renders pages. */
export const areOwnTemplates = once((): boolean => templatesHash(PACKAGE) === CAME);
