// Whether each channel has a folder of its own in the site.
import type { ChannelPlan } from './channels.ts';
import { Mistake } from './mistake.ts';
import { channelsToPaste } from './settings/paste.ts';
import { lower } from './shared/casemap.ts';
import { slugProblem } from './shared/slug.ts';

/** Channels cannot be told apart in the site, or have no folder there: settings have to give them slugs. */
export class SlugMistake extends Mistake {
  readonly channels: readonly ChannelPlan[];

  /** `elsewhere` are slugs that are not to be had, `more` are lines for the end. */
  constructor(sentence: string, channels: readonly ChannelPlan[], elsewhere: readonly string[], more = '') {
    super(`${sentence}; put into archive.yaml:\n${channelsToPaste(channels, elsewhere)}${more}`);
    this.channels = channels;
  }
}

/** Throws where channels cannot be told apart in the site, with the YAML that settles it. */
export function checkSlugs(channels: readonly ChannelPlan[]): void {
  for (const channel of channels) {
    const { name, slug } = channel;
    const elsewhere = channels.flatMap((one) => [...(one.slug === slug ? [] : [one.slug]), ...one.formerSlugs]);
    const problem = slugProblem(slug);
    if (problem !== undefined) {
      throw new SlugMistake(
        `The channel ${name} would be "${slug}" in the site, which ${problem}`,
        [channel],
        elsewhere,
      );
    }
    const twins = channels.filter((other) => other.slug === slug);
    const former = channels.filter((other) => other !== channel && other.formerSlugs.includes(slug));
    if (twins.length + former.length < 2) continue;
    const names = [...twins, ...former].map((twin) =>
      twin.network === undefined ? twin.name : `${twin.name} on ${twin.network}`,
    );
    const networks = [...new Set(twins.flatMap((twin) => twin.network ?? []))];
    const one =
      networks.length > 1 && new Set(twins.map((twin) => lower(twin.name))).size === 1
        ? `\nIf they are one channel:\nchannels:\n  - name: ${JSON.stringify(name)}\n    networks: ${JSON.stringify(networks)}`
        : '';
    const sentence = `Two channels would be "${slug}" in the site: ${names.join(' and ')}`;
    throw new SlugMistake(sentence, twins, elsewhere, one);
  }
}
