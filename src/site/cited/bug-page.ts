// A page a bug, to link to from its tracker: every line of every channel that mentions it. Each channel lays down what it tells
// of its bugs, so that such a page asks for some lines of many channels, and for no channel as a whole.
import { hash } from 'node:crypto';
import { counted, grouped } from '../../shared/numbers.ts';
import type { Text } from '../../shared/text-room.ts';
import type { Archive, ArchiveIndex, ChannelCard, ChannelIndex } from '../../store.ts';
import { factsOf, networkNote } from '../parts/channel-facts.ts';
import { shownLink } from '../parts/cited-names.ts';
import { citationsOf, type CitingLine } from './citations.ts';
import { citingList, citingShelf } from './citing-list.ts';
import { listed } from '../parts/dates.ts';
import { html, isolated } from '../parts/html.ts';
import { layout } from '../parts/layout.ts';
import type { Dress } from '../parts/layout.ts';
import { bugPath, channelPath, dayPath, href, referencesPath } from '../parts/urls.ts';

/** A bug, and the channels that cite it. */
export interface Bug {
  readonly name: string;
  readonly in: readonly ChannelCard[];
}

/** All bugs that are cited anywhere, each address once. */
export function bugsOf(index: ArchiveIndex): readonly Bug[] {
  const bugs = new Map<string, { name: string; in: ChannelCard[] }>();
  for (const card of index.channels)
    for (const name of card.bugs) {
      const path = bugPath(name);
      const bug = bugs.get(path);
      if (bug && bug.in.at(-1) !== card) bug.in.push(card);
      else if (!bug) bugs.set(path, { name, in: [card] });
    }
  return [...bugs.values()];
}

/** What a channel tells of a bug. */
interface BugTold {
  readonly href?: string;
  /** Oldest first. */
  readonly citing: readonly CitingLine[];
  /** By the names of those who said them. */
  readonly hues: Readonly<Record<string, number>>;
}

/** Bugs that channels write differently have one page, and what is told of them one name. */
const toldName = (name: string): string => hash('sha256', bugPath(name)).slice(0, 24);

/** Lays down what a channel tells of its bugs. */
export function tellBugs(archive: Archive, channel: ChannelIndex): void {
  const { personOf } = factsOf(channel);
  const bugs = new Map<string, BugTold>();
  for (const { kind, name, href: address, citing } of citationsOf(archive, channel)) {
    if (kind !== 'bug') continue;
    const names = new Set(citing.flatMap(({ by, before }) => (before ? [by, before.by] : [by])));
    const hues = Object.fromEntries([...names].map((by) => [by, personOf(by)?.hue ?? 1]));
    const lines = citing.map(({ day: { date, start, end }, ...line }) => ({ ...line, day: { date, start, end } }));
    const known = bugs.get(toldName(name));
    bugs.set(toldName(name), {
      ...(address !== undefined && { href: address }),
      citing: [...(known?.citing ?? []), ...lines].sort((a, b) => a.at - b.at),
      hues: { ...known?.hues, ...hues },
    });
  }
  archive.writeBugs(channel.channel.slug, new Map([...bugs].map(([name, told]) => [name, JSON.stringify(told)])));
}

/** The page of a bug: every line of every channel that mentions it. */
export function renderBug(archive: Archive, { name, in: cards }: Bug, dress: Dress): Text {
  const { index } = archive;
  const { base } = index;
  const found = cards.map(({ channel }) => {
    const { slug } = channel;
    const { href: address, citing, hues } = archive.readBug<BugTold>(slug, toldName(name));
    const hueOf = (by: string): number | undefined => (Object.hasOwn(hues, by) ? hues[by] : undefined);
    const shelf = citingShelf(index, { slug, hueOf, most: Infinity });
    return { channel, address, citing, list: citingList(shelf, citing) };
  });
  const lines = found.reduce((sum, { citing }) => sum + citing.length, 0);
  const address = found[0]?.address;
  const only = found.length === 1 ? found[0]!.channel : undefined;
  return layout({
    index,
    dress,
    path: bugPath(name),
    title: isolated(name),
    description: `${name} is mentioned in ${counted(lines, 'line')} of ${listed(found.map(({ channel }) => isolated(channel.name)))}.`,
    crumbs: [...(only ? [{ name: only.name, path: channelPath(only.slug) }] : []), { name }],
    main: html`<header class=sheet><h1>${name}</h1>
<dl class=fields><div><dt>Lines<dd>${grouped(lines)}</div><div><dt>Mentioned in<dd>${found.map(({ channel }) => html`<a href=${href(base, referencesPath(channel.slug, name))}>${channel.name}</a>${networkNote(index, channel)}`)}</div>${
      address !== undefined &&
      html`<div class=wide><dt>In the tracker<dd><a href=${address} rel="nofollow noreferrer">${shownLink(address)}</a></div>`
    }</dl>
</header>
<div class=spread><div class=body>
${found.map(
  ({
    channel,
    list,
  }) => html`<section class=ref aria-labelledby=in-${channel.slug}><h2 id=in-${channel.slug}><a href=${href(base, channelPath(channel.slug))}>${channel.name}</a>${networkNote(index, channel)}</h2>
${list}</section>
`,
)}</div></div>`,
  });
}

/** A bug for machines: who said what about it, where, oldest first. */
export function bugFile(archive: Archive, { name, in: cards }: Bug): string {
  const mentions = cards.flatMap(({ channel }) =>
    archive.readBug<BugTold>(channel.slug, toldName(name)).citing.map(({ day, id, at, by, text }) => ({
      path: `${dayPath(channel.slug, day.date)}#${id}`,
      channel: channel.name,
      at,
      by,
      text,
    })),
  );
  return `${JSON.stringify({ version: 1, name, mentions: mentions.sort((a, b) => a.at - b.at) })}\n`;
}
