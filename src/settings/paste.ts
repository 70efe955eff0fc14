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
  const slugs = slugsFor(
    channels.map(({ slug }) => usable(slug)),
    elsewhere,
  );
  const blocks = channels.map(({ name, network, networks = network === undefined ? [] : [network] }, index) => {
    const where =
      networks.length === 0 ? [] : [`    networks: [${networks.map((one) => JSON.stringify(one)).join(', ')}]`];
    return [`  - name: ${JSON.stringify(name)}`, ...where, `    slug: ${JSON.stringify(slugs[index])}`].join('\n');
  });
  return ['channels:', ...blocks].join('\n');
}

/** The slugs themselves, with a number at those that are taken. */
function slugsFor(wanted: readonly string[], elsewhere: readonly string[]): readonly string[] {
  const taken = new Set(elsewhere);
  // Before any has a number: one with a number may be another's own.
  const firsts = wanted.map((slug) => (taken.has(slug) ? undefined : taken.add(slug) && slug));
  return wanted.map((slug, index) => {
    let own = firsts[index];
    for (let count = 2; own === undefined; count += 1)
      if (!taken.has(`${slug}-${String(count)}`)) own = `${slug}-${String(count)}`;
    taken.add(own);
    return own;
  });
}
