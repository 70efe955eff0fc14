// What every archive says of citing its lines: part of its page about itself, or, where the owner wrote that, a page below it.
import type { ArchiveIndex } from '../../store.ts';
import { zoneName } from '../parts/clock.ts';
import { latestFirst } from '../parts/dates.ts';
import { atPath, dayPath, latestPath } from '../parts/urls.ts';

/** The name of the page where the owner has an `about` of his own. */
export const CITING_PAGE = 'about/addresses';

/** The page as Markdown. */
export function citingSource(index: ArchiveIndex): string {
  return `---
title: Citing a line
---
Every line here can be linked to, and the link is meant to last.

${citingSections(index)}`;
}

/** Sections on addresses, passages, times, privacy and whom to ask, with examples from the archive itself. */
export function citingSections(index: ArchiveIndex): string {
  const { zone, contact } = index;
  const latest = index.channels
    .map(({ channel, latest: days }) => ({ slug: channel.slug, day: days.at(-1) }))
    .sort((a, b) => latestFirst(a.day?.date ?? '', b.day?.date ?? ''))[0];
  const { slug, day } = latest ?? { slug: 'xpmem', day: undefined };
  const [date, id] = [day?.date ?? '2013-10-02', day?.lastId ?? 't142934g07q'];
  const link = (path: string): string => (latest?.day ? `[\`/${path}\`](/${path})` : `\`/${path}\``);
  return `## Addresses

Every line has an address of its own, such as ${link(`${dayPath(slug, date)}#${id}`)}: the channel, the day, and after the \`#t\` the time of day with a short code made from the line itself. To get it, press the time in the left column: the address bar has it, and a bar at the foot of the window copies it, alone or with its words, as Markdown, as plain text, or in the form that Bugzilla, Jira or Phabricator takes.

For a passage, press the time of one end, then that of the other with Shift held (or *To…* in the bar first). With the keyboard: Enter on a time, then Shift with the arrow keys; Escape lets the lines go. The address is then \`?to=\` with the last line before the \`#\` of the first, so that it leads to the first line even where the rest is lost.

An address depends on its line alone. It stays the same when the archive grows, when further logs are added, and when pages are made again. Where its page does not have it, the page looks for the line under former clocks and on the days before and after, and says what it found; if nothing else, that is the nearest line in time.

- ${link(`${dayPath(slug, date)}`)} is a day; \`#t142900\` after it leads to the first line at or after 14:29.
- ${link(atPath(slug))} leads to a moment: \`?${date}T14:29\`, or seconds since 1970.
- ${link(latestPath(slug))} is always the latest day.
- A day’s path with \`.json\` in the place of the final slash is the day for machines, with who was present; \`.txt\` is the plain text.

## Times

Times and days are those of ${zoneName(zone)} (\`${zone}\`). *Display*, at the top of a day, shows them on your own clock; addresses and what is copied stay the same. When clocks go back, an hour comes twice: the times of its second pass say their offset.

## Privacy

Only channels are here, never private conversations. Hosts of people are hidden unless the owner of the archive chose to show them, and lines may have been left out or changed where somebody asked for it. The code at the end of an address tells nothing of its line by itself, but whoever guesses a hidden line’s words can confirm the guess with it.

Pages load nothing from elsewhere, set no cookies, and keep what you choose under *Display* in your browser only.

## Whom to ask

${
  contact === undefined
    ? 'To have a line taken out or put right, ask whoever gave you the address of this archive.'
    : `To have a line taken out or put right, write to [${contact.replace(/^mailto:/, '').replace(/[\\[\]*_\x60]/g, '\\$&')}](<${contact}>) and give its address. *Report*, in the bar at the foot of a line that you pressed, does it for you.`
} A line that is taken out leaves its address behind, so that links to it do not break.
`;
}
