// YAML that a person can paste into archive.yaml to settle what Daybook cannot.
import { slugOf, slugProblem } from '../shared/slug.ts';

export interface Listed {
  readonly name: string;
  readonly network?: string | undefined;
  /** All of them, where settings list them. */
  readonly networks?: readonly string[];
  readonly slug: string;
}

/** The slug itself where it can be used, else the nearest that can. */
function usable(slug: string): string {
  const plain = slugOf(slug);
  const named = plain.replace(/\.+$/, '') === '' ? [] : [`${plain}-channel`];
  return [slug, plain, ...named].find((one) => slugProblem(one) === undefined) ?? 'channel';
}

/** A `channels:` block that gives each channel a slug that can be used, that no other has, and that is none of `elsewhere`. */
export function channelsToPaste(channels: readonly Listed[], elsewhere: readonly string[] = []): string {
  const taken = new Set(elsewhere);
  const blocks = channels.map(({ name, network, networks = network === undefined ? [] : [network], slug }) => {
    const start = usable(slug);
    let own = start;
    for (let count = 2; taken.has(own); count += 1) own = `${start}-${String(count)}`;
    taken.add(own);
    const where =
      networks.length === 0 ? [] : [`    networks: [${networks.map((one) => JSON.stringify(one)).join(', ')}]`];
    return [`  - name: ${JSON.stringify(name)}`, ...where, `    slug: ${JSON.stringify(own)}`].join('\n');
  });
  return ['channels:', ...blocks].join('\n');
}
