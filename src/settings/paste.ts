// YAML that a person can paste into archive.yaml to settle what Daybook cannot.
import { slugProblem } from '../shared/slug.ts';

export interface Listed {
  readonly name: string;
  readonly network?: string | undefined;
  readonly slug: string;
}

/** A `channels:` block that gives each channel a slug that can be used and that no other has. */
export function channelsToPaste(channels: readonly Listed[]): string {
  const taken = new Set<string>();
  const blocks = channels.map(({ name, network, slug }) => {
    const start =
      slugProblem(slug) === undefined ? slug : slug.replace(/[. ]+$/, '') === '' ? 'channel' : `${slug}-channel`;
    let own = slugProblem(start) === undefined ? start : 'channel';
    for (let count = 2; taken.has(own); count += 1) own = `${start}-${String(count)}`;
    taken.add(own);
    const networks = network === undefined ? [] : [`    networks: [${JSON.stringify(network)}]`];
    return [`  - name: ${JSON.stringify(name)}`, ...networks, `    slug: ${JSON.stringify(own)}`].join('\n');
  });
  return ['channels:', ...blocks].join('\n');
}
