// The site as an Eleventy plugin: which pages there are. Eleventy renders and writes them; the days' files for machines are
// written here, since they are no templates.
//
// A page goes through Eleventy as its bytes: what a template renders is the mark of a page, in whose place the bytes are put before
// they are written. Templates that somebody has edited are given the page itself.
import type { UserConfig } from '@11ty/eleventy';
import { wholeText, type Text } from '../shared/text-room.ts';
import { areOwnTemplates } from './own-templates.ts';
import { fileOf, writerInto } from './site-files.ts';
import type { SiteTask } from './site-files.ts';

/** Adds the pages of an archive. What to make comes as global data `task`, see `buildSite`. */
export default function daybook(eleventyConfig: UserConfig): void {
  const { days, pages, out, onDays, room } = (eleventyConfig.globalData.task as () => SiteTask)();

  const write = writerInto(out);
  const made = new Map<string, Uint8Array>();
  const handed = (mark: string, page: Text): string => {
    if (!areOwnTemplates()) return wholeText(page);
    made.set(mark, room.put(page));
    return mark;
  };

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
    page: (at: number) => handed(`page ${at}`, pages[at]!.make()),
    day: (at: number) => {
      const { page, files } = days[at]!.make();
      for (const { path, content: data } of files) write(path, data);
      onDays?.(1);
      return handed(`day ${at}`, page);
    },
  }));
  eleventyConfig.addTransform('bytes', (rendered) => made.get(rendered) ?? rendered);
}
