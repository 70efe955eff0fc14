/** What every page says of itself in its head: by this a site is known for one that Daybook made. */
export const GENERATOR = '<meta name=generator content=Daybook>';
