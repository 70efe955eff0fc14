// "Citing a line", shown live on the home page: three lines of a real day, the first of them cited.
import type { DayFile } from '../../day.ts';
import type { Entry, EventOf } from '../../events.ts';
import { TALKS_TOLD, type Archive, type ChannelIndex } from '../../store.ts';
import { identifiersIn } from '../../shared/identifiers.ts';
import { clockOf, hms } from '../parts/clock.ts';
import { latestFirst } from '../parts/dates.ts';
import { html } from '../parts/html.ts';
import type { Markup } from '../parts/html.ts';
import { direction } from '../parts/ledger.ts';
import { dayPath, href } from '../parts/urls.ts';
import { whoOf } from '../parts/who.ts';

type Message = Entry & EventOf<'message'>;

/** The best passage of the latest days with talk: three messages in a row, of two people, prose and not too long. */
export function specimenOf(archive: Archive): Markup | undefined {
  const talkative = archive.index.channels
    .flatMap(({ channel: { slug }, bots, talks }) => talks.map((date) => ({ slug, bots, date })))
    .sort((a, b) => latestFirst(a.date, b.date))
    .slice(0, TALKS_TOLD);
  let best: { readonly score: number; readonly shown: () => Markup } | undefined;
  for (const { slug, bots, date } of talkative) {
    const file = archive.readDay(slug, date);
    for (let i = 0; i + 2 < file.entries.length; i++) {
      const lines = file.entries.slice(i, i + 3);
      if (!lines.every((line) => isQuotable(line) && !bots.includes(line.nick ?? ''))) continue;
      const passage = lines as unknown as Passage;
      const score = scoreOf(passage);
      if (score > (best?.score ?? 0))
        best = { score, shown: () => show(archive.index.base, archive.channelOf(slug), file, passage) };
    }
  }
  return best?.shown();
}

type Passage = readonly [Message, Message, Message];

/** How well a passage shows what citing is for: somebody tells another something that matters, and is answered. */
function scoreOf([first, second, third]: Passage): number {
  if (new Set([first.nick, second.nick, third.nick]).size < 2 || third.at - first.at > 900) return 0;
  const { text } = first;
  let score = 10;
  if (text.length > 80) score -= 6;
  if (text.endsWith('!')) score += 3;
  if (/^\S+[:,] /.test(text)) score += 3;
  if (third.nick !== first.nick) score += 2;
  if (/\b(?:found|fixed|works|because|solved)\b/i.test(text)) score += 2;
  for (const line of [first, second, third])
    score -= identifiersIn(line.text).length + (/["'\d].*["'\d]/.test(line.text) ? 1 : 0);
  return score;
}

/** Prose that reads well out of its place: to everybody, no paste, no link, no formatting. */
function isQuotable(entry: Entry): entry is Message {
  return (
    entry.kind === 'message' &&
    entry.nick !== undefined &&
    entry.styled === undefined &&
    entry.to === undefined &&
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
