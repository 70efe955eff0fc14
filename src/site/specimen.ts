// "Citing a line", shown live on the home page: three lines of a real day, the first of them cited.
import type { DayFile } from '../day.ts';
import type { Entry, EventOf } from '../events.ts';
import type { Archive, ChannelIndex } from '../store.ts';
import { clockOf, hms } from './clock.ts';
import { html } from './html.ts';
import type { Markup } from './html.ts';
import { direction } from './ledger.ts';
import { dayPath, href } from './urls.ts';
import { whoOf } from './who.ts';

type Message = Entry & EventOf<'message'>;

const MOST_DAYS = 8;

/** The first good passage of the latest days with talk: three messages in a row, of two people, prose and not too long. */
export function specimenOf(archive: Archive): Markup | undefined {
  const talkative = archive.index.channels
    .flatMap((channel) =>
      channel.days
        .filter(({ speakers }) => speakers.length > 1)
        .slice(-MOST_DAYS)
        .map((day) => ({ channel, day })),
    )
    .sort((a, b) => b.day.start - a.day.start)
    .slice(0, MOST_DAYS);
  let second: Markup | undefined;
  for (const { channel, day } of talkative) {
    const file = archive.readDay(channel.channel.slug, day.date);
    const passage = passageOf(file.entries);
    if (!passage) continue;
    const shown = show(archive.index.base, channel, file, passage);
    if (passage[0]!.text.endsWith('!')) return shown;
    second ??= shown;
  }
  return second;
}

function passageOf(entries: readonly Entry[]): readonly Message[] | undefined {
  let best: readonly Message[] | undefined;
  for (let i = 0; i + 2 < entries.length; i++) {
    const lines = entries.slice(i, i + 3);
    if (!lines.every(isQuotable)) continue;
    const [first, middle, last] = lines as unknown as readonly [Message, Message, Message];
    if (first.nick === last.nick && first.nick === middle.nick) continue;
    if (last.at - first.at > 900 || first.text.length > 90) continue;
    if (first.text.endsWith('!')) return [first, middle, last];
    best ??= [first, middle, last];
  }
  return best;
}

/** Prose that reads well out of its place: no paste, no link, no formatting. */
function isQuotable(entry: Entry): entry is Message {
  return (
    entry.kind === 'message' &&
    entry.nick !== undefined &&
    entry.styled === undefined &&
    entry.text.length >= 15 &&
    entry.text.length <= 170 &&
    /^[\p{L}@][^{}<>;=|\n]*$/u.test(entry.text) &&
    !entry.text.includes('://')
  );
}

function show(base: string, channel: ChannelIndex, file: DayFile, lines: readonly Message[]): Markup {
  const who = whoOf(channel, file);
  const clock = clockOf(file);
  const path = dayPath(channel.channel.slug, file.date);
  const turns: Message[][] = [];
  for (const line of lines) {
    const turn = turns.at(-1);
    if (turn && turn[0]!.nick === line.nick) turn.push(line);
    else turns.push([line]);
  }
  const cited = lines[0]!;
  return html`<figure class=specimen><figcaption>${path}#${cited.id}</figcaption><div class=log>${turns.map(
    (turn) => html`<div class=n${who.hueOf(turn[0]!.nick!)}><b>${turn[0]!.nick}</b>
${turn.map(
  (
    line,
  ) => html`<p id=line-${line.id}${line === cited && html` class=sel`}${direction(line.text)}><a href=${href(base, `${path}#${line.id}`)}>${hms(clock, line.at)}</a> ${line.text}
`,
)}</div>
`,
  )}</div></figure>`;
}
