// What is told of loggers who tell the same at other hours: a sentence for each, and once for their channel the settings in
// which a person says the zones or what the clocks were off.
import { QUARTER, type HoursApart } from '../pipeline/hours-apart.ts';
import type { Problem } from './problems.ts';

/** How many paths of logs are written out for settings. */
const PATHS = 12;

const isZone = ({ ahead }: HoursApart): boolean => ahead % QUARTER === 0;

/** What of the times of a channel's logs only a person knows; the last has what to write into settings for all of them. */
export function apartProblems(channel: string, apart: readonly HoursApart[]): readonly Problem[] {
  return apart.map((one, index) => ({
    sentence: sentenceOf(one),
    shown: index === apart.length - 1 ? settingsFor(channel, apart) : [],
  }));
}

function sentenceOf(one: HoursApart): string {
  const { path, other, ahead } = one;
  const apart = Math.abs(ahead);
  const parts = [
    [Math.floor(apart / 3600), 'h'],
    [Math.floor(apart / 60) % 60, 'min'],
    [apart % 60, 's'],
  ] as const;
  const difference = parts.flatMap(([count, unit]) => (count > 0 ? [`${count} ${unit}`] : [])).join(' ');
  const advice = isZone(one)
    ? 'name the zone that its times are in, for all logs (zone: …) or for this one'
    : 'say what its clock was ahead, if it was that one that was wrong';
  return `${path} tells what ${other} tells, ${difference} ${ahead > 0 ? 'later' : 'earlier'}, so its lines stand twice; in archive.yaml, ${advice}.`;
}

/** The channel's logs as settings name them; each of them lists the same loggers. */
function settingsFor(channel: string, apart: readonly HoursApart[]): readonly string[] {
  const loggers = apart[0]?.logs ?? [];
  const all = loggers.flatMap(({ paths }, rank) => {
    const its = apart.find(({ logs }) => logs[rank]?.named);
    const setting = its === undefined ? '' : isZone(its) ? ', zone: …' : `, offset: ${its.ahead}s`;
    return paths.map((path, index) => ({
      line: `        - { path: ${JSON.stringify(path)}${setting} }`,
      order: setting === '' ? 2 : Math.min(index, 1),
    }));
  });
  // Of each logger whose zone or clock is to be named, one path has to be among them.
  const most = Math.max(PATHS, all.filter(({ order }) => order === 0).length);
  const chosen = new Set(all.toSorted((one, other) => one.order - other.order).slice(0, most));
  const more = all.length - chosen.size;
  return [
    '  channels:',
    `    - name: ${JSON.stringify(channel)}`,
    '      logs:',
    ...all.filter((one) => chosen.has(one)).map(({ line }) => line),
    ...(more > 0 ? [`        - … and the others, ${all.length} in all`] : []),
  ];
}
