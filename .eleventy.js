import daybook from './build/program/plugin.js';

/**
 * Says nothing of folders: input and output come with the build, which may run anywhere.
 * @param {import('@11ty/eleventy').UserConfig} eleventyConfig
 */
export default function (eleventyConfig) {
  eleventyConfig.addPlugin(daybook);
}
