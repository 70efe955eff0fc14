// The pages of days: one paginated template, since Eleventy needs more than linear time for thousands of templates.
export const data = {
  pagination: { data: 'dayNumbers', size: 1, alias: 'number' },
  /** @param {{ site: { dayFile: (number: number) => string }, number: number }} data */
  permalink: ({ site, number }) => site.dayFile(number),
  eleventyExcludeFromCollections: true,
};

/** @param {{ site: { day: (number: number) => string }, number: number }} data */
export const render = ({ site, number }) => site.day(number);
