// What pages beside a channel's own ask of it: small, since every build that makes pages reads the cards of all channels.
import type { ChannelCard, ChannelIndex, DaySummary, RecentDay } from './archive-index.ts';

/** So many of the latest days, and of the bugs cited last, are told of. */
export const LATEST_TOLD = 7;
/** So many of the latest days with a conversation, which have no more lines than can be gone through for a few good ones. */
export const TALKS_TOLD = 16;
const MOST_LINES = 500;
/** So many of the busiest days, and of those who said most, are told of. */
const BUSIEST_TOLD = 3;
const TALKATIVE_TOLD = 8;

/** The card of a channel. */
export function cardOf(index: ChannelIndex): ChannelCard {
  const { channel, formerSlugs, topic, days, people, citations } = index;
  const spoken = days.filter(({ lines }) => lines > 0);
  const bugs = citations.filter(({ kind }) => kind === 'bug');
  const speakers = people.filter(({ lines }) => lines > 0).sort((a, b) => b.lines - a.lines);
  return {
    channel,
    ...(formerSlugs && { formerSlugs }),
    ...(topic !== undefined && { topic }),
    dates: days.map(({ date }) => date),
    lines: spoken.reduce((sum, { lines }) => sum + lines, 0),
    spoken: spoken.length,
    latest: spoken.slice(-LATEST_TOLD).map(recent),
    talks: talksIn(days),
    busiest: spoken
      .toSorted((a, b) => b.lines - a.lines)
      .slice(0, BUSIEST_TOLD)
      .map(({ date, lines }) => ({ date, lines })),
    people: people.length,
    speakers: speakers.length,
    talkative: speakers.slice(0, TALKATIVE_TOLD).map(({ name, hue }) => ({ name, hue })),
    bots: people.filter(({ bot }) => bot).flatMap(({ nicks }) => nicks),
    bugs: bugs.map(({ name }) => name),
    latestBugs: bugs.slice(0, LATEST_TOLD),
  };
}

/** From the latest day back, since each that is looked at has to be parsed. */
function talksIn(days: readonly DaySummary[]): readonly string[] {
  const talks: string[] = [];
  for (let at = days.length - 1; at >= 0 && talks.length < TALKS_TOLD; at--) {
    const { date, lines, speakers } = days[at]!;
    if (lines <= MOST_LINES && speakers.length > 1) talks.push(date);
  }
  return talks.reverse();
}

function recent({ date, lines, last, lastId, speakers }: DaySummary): RecentDay {
  return {
    date,
    lines,
    ...(last !== undefined && { last }),
    ...(lastId !== undefined && { lastId }),
    speakers: speakers.map(([name]) => name),
  };
}
