// The site as an Eleventy plugin: which pages there are, and what lies beside them. Eleventy renders and writes the pages;
// styles, fonts, scripts and the days' files are written here, since they are no templates.
import type { UserConfig } from '@11ty/eleventy';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PLAIN_DRESS } from './layout.ts';
import { fileOf, PACKAGE, writerInto } from './site-files.ts';
import type { SiteTask } from './site-files.ts';
import { joinStyles } from './styles.ts';

/** Adds the pages of an archive. What to make comes as global data `task`, see `buildSite`. */
export default function daybook(eleventyConfig: UserConfig): void {
  const { days, pages, copies, out, onDay } = (eleventyConfig.globalData.task as () => SiteTask)();

  const write = writerInto(out);

  // As an installed package the templates lie under node_modules, which Eleventy passes over otherwise.
  eleventyConfig.ignores.delete('**/node_modules/**');
  eleventyConfig.setUseGitIgnore(false);
  eleventyConfig.setTemplateFormats(['11ty.js']);
  eleventyConfig.setDataFileSuffixes([]);

  // Numbers and functions only: whatever is data is merged anew for each of thousands of pages.
  eleventyConfig.addGlobalData('dayNumbers', () => [...days.keys()]);
  eleventyConfig.addGlobalData('pageNumbers', () => [...pages.keys()]);
  eleventyConfig.addGlobalData('site', () => ({
    dayFile: (at: number) => fileOf(days[at]!.path),
    pageFile: (at: number) => fileOf(pages[at]!.path),
    page: (at: number) => pages[at]!.make(),
    day: (at: number) => {
      const { page, files } = days[at]!.make();
      for (const { path, content: data } of files) write(path, data);
      onDay?.();
      return page;
    },
  }));

  eleventyConfig.on('eleventy.after', () => {
    if (pages.length === 0) return;
    for (const [path, data] of assets()) write(path, data);
    for (const { from, path } of copies) write(path, readFileSync(from));
  });
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
