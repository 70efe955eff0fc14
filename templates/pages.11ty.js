// Every other page and file: home, channels, people, references, prose, robots.txt …
export const data = {
  pagination: { data: 'pageNumbers', size: 1, alias: 'number' },
  /** @param {{ site: { pageFile: (number: number) => string }, number: number }} data */
  permalink: ({ site, number }) => site.pageFile(number),
  eleventyExcludeFromCollections: true,
};

/** @param {{ site: { page: (number: number) => string }, number: number }} data */
export const render = ({ site, number }) => site.page(number);
