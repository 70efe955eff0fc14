// The page of a channel's day: title block, presence, transcript with its margin notes, the way to the next day.
//
// It shows nothing that other days can change, except where the previous and the next day are.
import type { DayFile } from '../../day.ts';
import type { ArchiveIndex, ChannelIndex, Reference } from '../../store.ts';
import { presence, span } from './chart.ts';
import {
  clockOf,
  hm,
  hmInPass,
  offsetsName,
  faceOf,
  zoneName,
  offsetName,
  secondPass,
  timeHtml,
} from '../parts/clock.ts';
import { shortened } from '../parts/cited-names.ts';
import type { Clock } from '../parts/clock.ts';
import type { SightChanges } from './comings.ts';
import { isSaid, laterBy, transcriptParts, timeOfDay } from './conversations.ts';
import type { Interjection, Part } from './conversations.ts';
import { fullDate, listed, longDate, shortDate, weekdayOf } from '../parts/dates.ts';
import { NAMED, named, tellOf } from './day-context.ts';
import { daysNav, turnNav } from './day-ways.ts';
import type { Neighbours } from './day-ways.ts';
import type { DayContext, Told } from './day-context.ts';
import { awayHtml, type LineElsewhere } from '../former/former-pages.ts';
import { html, isolated, markup } from '../parts/html.ts';
import type { Markup } from '../parts/html.ts';
import { lanesOf } from './lanes.ts';
import { layout } from '../parts/layout.ts';
import type { Dress } from '../parts/layout.ts';
import { asideHtml, blocksHtml, happeningsHtml, LONG } from './lines.ts';
import { marginNotes } from './margin-notes.ts';
import { splitNotesOf } from './netsplit-words.ts';
import { textsOf } from '../parts/links.ts';
import { netsplitsOf } from '../../presence.ts';
import { counted, grouped } from '../../shared/numbers.ts';
import type { Text } from '../../shared/text-room.ts';
import { channelPath, dayFilePath, dayPath, href, personPath } from '../parts/urls.ts';
import { whoOf } from '../parts/who.ts';

/** What else a day's page may have. */
export interface DayExtras {
  readonly dress?: Dress;
  /** The editor's note, rendered. */
  readonly note?: Markup;
  /** What its lines cite. */
  readonly references?: readonly Reference[];
  /** Addresses of this day that belong to a line of another: targets with a link. */
  readonly elsewhere?: readonly LineElsewhere[];
}

/** On a day of more entries a browser skips conversations out of sight; on others their heights are never guessed. */
const MANY = 1000;

/** The whole page of a day. `day` belongs to `channel`, `channel` to `index`. */
export function renderDay(
  index: ArchiveIndex,
  channel: ChannelIndex,
  day: DayFile,
  neighbours: Neighbours = {},
  extras: DayExtras = {},
): Text {
  const context = contextOf(index, channel, day);
  const { clock, who, lanes } = context;
  const lines = day.entries.filter(isSaid).length;
  const parts = transcriptParts(day, interjectionsOf(clock), who.isBot);
  const told = parts.filter((part) => part.is === 'conversation').map((part) => tellOf(context, part));
  const { name, slug } = day.channel;
  const path = (date: string | undefined): string | undefined => (date === undefined ? undefined : dayPath(slug, date));
  const [previous, next] = [path(neighbours.previous), path(neighbours.next)];
  const pageOf = (person: string): string | undefined =>
    who.known(person) ? href(index.base, personPath(slug, person)) : undefined;
  return layout({
    index,
    path: dayPath(slug, day.date),
    title: `${isolated(name)}, ${fullDate(day.date)} – ${lines > 0 ? counted(lines, 'line') : 'nobody spoke'}`,
    description: descriptionOf(context, told, lines),
    type: 'article',
    crumbs: [{ name, path: channelPath(slug) }],
    days: daysNav(context, neighbours),
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
    transcript: true,
    data: {
      day: day.date,
      slug,
      base: index.base,
      ch: name,
      tz: zoneName(day.zone),
      offsets: clock.stretches.map(({ from, offset }) => `${from}:${offset}`).join(' '),
    },
    ...(extras.dress && { dress: extras.dress }),
    main: [
      html`<header class=sheet>
<h1><a href=${href(index.base, channelPath(slug))}>${name}</a> <span>${weekdayOf(day.date)}</span> ${longDate(day.date)}</h1>
${fields(context, told, lines)}
${channelHasPresence(day) && presence({ day, clock, lanes, conversations: told, pageOf })}
</header>
${extras.note && html`<aside class="note prose" aria-label="Editor’s note">${extras.note}</aside>\n`}<div class=spread>
<article class=log id=log aria-label=Transcript>
`,
      ...transcript(context, parts, told).map(markup),
      html`${(extras.elsewhere ?? []).map((one) => html`<div class=x>${awayHtml(index.base, slug, one)}</div>\n`)}<p class=end>End of ${shortDate(day.date)}. The day as <a href=${href(index.base, dayFilePath(slug, day.date, 'txt'))}>plain text</a> and as <a href=${href(index.base, dayFilePath(slug, day.date, 'json'))}>data</a>.
</article>
${marginNotes(context, told, extras.references ?? [])}
</div>
${turnNav(context, neighbours)}`,
    ],
  });
}

function contextOf(index: ArchiveIndex, channel: ChannelIndex, day: DayFile): DayContext {
  const clock = clockOf(day);
  const who = whoOf(channel, day);
  const splits = netsplitsOf(day.entries);
  return {
    index,
    day,
    clock,
    who,
    lanes: lanesOf(day, who),
    texts: textsOf(who, index.trackers),
    sight: sightOf(day),
    splits,
    splitNotes: splitNotesOf(splits, clock),
    heads: new Map(),
    silent: !day.entries.some((entry) => isSaid(entry) && !who.isBot(entry.nick ?? '')),
    summary: channel.days.find(({ date }) => date === day.date),
  };
}

/** A channel whose owner left presence out has none to draw. */
function channelHasPresence(day: DayFile): boolean {
  return day.stays.length > 0 || day.gaps.length > 0;
}

/** Moments at which a logger began or stopped to see. */
function sightOf(day: DayFile): SightChanges {
  const inside = (at: number): boolean => at > day.start && at < day.end;
  return {
    resumed: new Set(
      day.gaps.filter(({ to, cause }) => inside(to) && cause !== 'before-log').map(({ to }) => Math.floor(to)),
    ),
    stopped: new Set(
      day.gaps.filter(({ from, cause }) => inside(from) && cause !== 'after-log').map(({ from }) => Math.floor(from)),
    ),
  };
}

function interjectionsOf(clock: Clock): readonly Interjection[] {
  const [first, second] = clock.stretches;
  if (!first || !second) return [];
  const back = second.offset < first.offset;
  const now = hm(clock, second.from);
  return [
    {
      at: second.from,
      text: `Clocks go ${back ? 'back' : 'forward'} to ${now}: from here ${offsetName(second.offset)}`,
    },
  ];
}

function descriptionOf({ day, summary, clock }: DayContext, told: readonly Told[], lines: number): string {
  const spoke = [...new Set(told.flatMap(({ names }) => names))];
  const [first, last] = [told[0]?.of.first, told.at(-1)?.of.last];
  const sentences =
    first && last
      ? [
          `${counted(lines, 'line')}, ${hoursOf(clock, first.at, last.at)} ${zoneName(day.zone)}, ${named(
            (summary?.speakers ?? spoke.map((name) => [name] as const)).map(([name]) => name),
            6,
          )}.`,
        ]
      : [
          `Nobody spoke${lines > 0 ? ' but programs' : ''}; ${counted(day.entries.length - lines, 'line')} of comings and goings.`,
        ];
  const about = summary?.about ?? [];
  const bugs = about.filter(({ kind }) => kind === 'bug').map(({ name }) => name);
  const terms = about.filter(({ kind }) => kind === 'term').map(({ name }) => shortened(name));
  if (bugs.length > 0) sentences.push(`Mentions ${listed(bugs)}.`);
  if (terms.length > 0) sentences.push(`About ${terms.join(', ')}.`);
  return sentences.join(' ');
}

function hoursOf(clock: Clock, from: number, to: number): string {
  return span(clock, from, to).replace(' to ', '–');
}

function isOneMinute(clock: Clock, from: number, to: number): boolean {
  return hmInPass(clock, from) === hmInPass(clock, to);
}

function personLink({ index, day, who }: DayContext, name: string): Markup {
  const hue = who.hueOfName(name);
  return who.known(name)
    ? html`<a class=n${hue} href=${href(index.base, personPath(day.channel.slug, name))}>${name}</a>`
    : html`<a class=n${hue}>${name}</a>`;
}

function fields(context: DayContext, told: readonly Told[], lines: number): Markup {
  const { day, clock, lanes } = context;
  const spoke = lanes.filter((lane) => lane.lines > 0);
  const [first, last] = [told[0]?.of.first, told.at(-1)?.of.last];
  const shown = spoke.length > NAMED ? spoke.slice(0, NAMED - 1) : spoke;
  const present = lanes.filter(({ stays }) => stays.length > 0).length;
  return html`<dl class=fields><div><dt>Lines<dd>${lines > 0 ? grouped(lines) : 'none'}</div>${
    spoke.length > 0 &&
    html`<div><dt>Spoke<dd>${shown.map((lane, i) => html`${i > 0 && ' '}${personLink(context, lane.name)}`)}${
      spoke.length > shown.length && html` <small>and ${grouped(spoke.length - shown.length)} others</small>`
    }</div>`
  }${present > 0 && html`<div><dt>Present<dd>${grouped(present)}</div>`}${
    first &&
    last &&
    html`<div><dt>Hours<dd><span>${timeHtml(clock, first.at)}${!isOneMinute(clock, first.at, last.at) && html`&ndash;${timeHtml(clock, last.at)}`}</span></div>`
  }<div><dt>Times<dd>${zoneName(day.zone)}${zoneName(day.zone) !== 'UTC' && html` <small>${offsetsName(clock)}</small>`} <small class=mine hidden>shown on your clock</small></div></dl>`;
}

function transcript(context: DayContext, parts: readonly Part[], told: readonly Told[]): readonly string[] {
  const ids = new Map(told.map((one) => [one.of, one]));
  return parts.flatMap((part) => {
    if (part.is === 'aside') return [asideHtml(part)];
    if (part.is === 'happenings') return [`<div class=x>${happeningsHtml(context, part)}</div>\n`];
    const one = ids.get(part);
    return one ? conversationHtml(context, one) : [];
  });
}

function conversationHtml(context: DayContext, { id, of, names, room }: Told): readonly string[] {
  const { clock, day } = context;
  const { first, last, silence, lines } = of;
  const title =
    silence === undefined ? `${weekdayOf(day.date)} ${timeOfDay(faceOf(clock, first.at))}` : laterBy(silence);
  const shown = names.length > NAMED ? names.slice(0, NAMED - 1) : names;
  const cast = shown.map((name, index) => html`${index > 0 && ', '}${personLink(context, name)}`);
  const others =
    names.length > shown.length && html` <small>and ${grouped(names.length - shown.length)} others</small>`;
  const until = !isOneMinute(clock, first.at, last.at) && html` to ${timeHtml(clock, last.at)}`;
  const pass = secondPass(clock, first.at);
  // The slices of a long one are skipped, each by itself.
  const skipped = day.entries.length > MANY && lines <= LONG;
  const head = html`<section${skipped && markup(' class=d')} aria-labelledby=${id}>
<h2${pass !== undefined && markup(' class=r')} id=${id}><a href=${`#${id}`}>${timeHtml(clock, first.at)}</a> <span>${title}</span></h2>
<p class=cast>${cast}${others} <i>${counted(lines, 'line')}${until}</i>${room.length > 0 && html` <i>in the room: ${named(room, 8)}</i>`}</p>
`;
  return [head.html, ...blocksHtml(context, of.blocks, lines), '</section>\n'];
}
