// Whether each channel has a folder of its own in the site. All that have none are told at once: a person settles them in one go.
import type { ChannelPlan } from './plan.ts';
import { Mistake } from '../mistake.ts';
import { channelsToPaste } from '../settings/paste.ts';
import { lower } from '../shared/casemap.ts';
import { groupedBy } from '../shared/lists.ts';
import { counted } from '../shared/numbers.ts';
import { slugProblem } from '../shared/slug.ts';

/** Channels cannot be told apart in the site, or have no folder there: settings have to give them slugs. */
export class SlugMistake extends Mistake {
  /** The `channels:` of settings that do. */
  readonly block: string;

  constructor(message: string, block: string) {
    super(message);
    this.block = block;
  }
}

/** Channels that cannot all be under the slug that they have. */
interface Clash {
  /** A sentence without its full stop. */
  readonly sentence: string;
  readonly channels: readonly ChannelPlan[];
}

/** Throws a `SlugMistake` where channels cannot be told apart in the site, with the YAML that settles all of it. */
export function checkSlugs(channels: readonly ChannelPlan[]): void {
  const bySlug = groupedBy(channels, ({ slug }) => slug);
  const former = new Map(channels.flatMap((channel) => channel.formerSlugs.map((slug) => [slug, channel] as const)));
  const clashes = [...bySlug].flatMap(([slug, twins]) => clashOf(slug, twins, former.get(slug)));
  if (clashes.length === 0) return;
  const unclear = clashes.flatMap((clash) => clash.channels);
  const elsewhere = channels.filter((one) => !unclear.includes(one)).map(({ slug }) => slug);
  const sentences = clashes.map(({ sentence }) => sentence).join('.\n');
  const before = clashes.length === 1 ? '; put' : '.\nPut';
  const apart = channelsToPaste(unclear, [...elsewhere, ...former.keys()]);
  const together = clashes.flatMap((clash) => joinedOf(clash));
  const instead =
    together.length === 0
      ? ''
      : `\nIf they are one channel${clashes.length === 1 ? '' : ', in the place of theirs'}:\nchannels:\n${together.join('\n')}`;
  throw new SlugMistake(`${sentences}${before} into archive.yaml:\n${apart}${instead}`, apart);
}

/** What is wrong with the channels of one slug, which another may have had before. */
function clashOf(slug: string, twins: readonly ChannelPlan[], former: ChannelPlan | undefined): readonly Clash[] {
  const all = former === undefined || twins.includes(former) ? twins : [...twins, former];
  const problem = slugProblem(slug);
  if (all.length < 2 && problem === undefined) return [];
  const names = all.map(({ name, network }) => (network === undefined ? name : `${name} on ${network}`));
  const count = all.length === 2 ? 'Two channels' : counted(all.length, 'channel');
  const subject = all.length === 1 ? `The channel ${names.join('')}` : count;
  const sentence = `${subject} would be "${slug}" in the site${problem === undefined ? '' : `, which ${problem}`}`;
  return [{ sentence: all.length === 1 ? sentence : `${sentence}: ${names.join(' and ')}`, channels: twins }];
}

/** The entry that makes one channel of some of one name on several networks. */
function joinedOf({ channels }: Clash): readonly string[] {
  const [first] = channels;
  const networks = [...new Set(channels.flatMap(({ network }) => network ?? []))];
  if (!first || slugProblem(first.slug) !== undefined) return [];
  if (networks.length < 2 || new Set(channels.map(({ name }) => lower(name))).size > 1) return [];
  return [`  - name: ${JSON.stringify(first.name)}\n    networks: ${JSON.stringify(networks)}`];
}
