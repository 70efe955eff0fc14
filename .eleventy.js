import daybook from './build/js/site/plugin.js';

/** @param {import('@11ty/eleventy').UserConfig} eleventyConfig */
export default function (eleventyConfig) {
  eleventyConfig.addPlugin(daybook);
  return { dir: { input: 'templates', includes: 'parts', layouts: 'layouts' } };
}
