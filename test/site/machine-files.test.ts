import { expect, test } from 'vitest';
import { wholeText } from '../../src/shared/text-room.ts';
import { bench } from '../build/archive.ts';
import { channelMade } from './a-site.ts';

const PATH = 'logs/#quay.weechatlog';
const LINES = [
  '2011-12-31 20:00:00\tada\tthe last of the year',
  '2012-01-01 09:00:00\tada\twren: morning',
  '2012-06-01 09:00:05\twren\tada: over here',
  '2013-10-02 10:00:00\twren\tthe tide turned',
];

/** The channel's index for machines, made from what lies in the store; what it laid down there, and what it took from there. */
async function indexOf(one: ReturnType<typeof bench>) {
  const { store, siteFrom } = await channelMade(one);
  const [laid, taken]: [string[], string[]] = [[], []];
  const yearOf = (name: string): string => /\d{4}/.exec(name)?.[0] ?? name;
  const archive: typeof store = {
    ...store,
    readKept(slug, name) {
      const kept = store.readKept(slug, name);
      if (kept !== undefined) taken.push(yearOf(name));
      return kept;
    },
    writeKept: (slug, name, text) => (laid.push(yearOf(name)), store.writeKept(slug, name, text)),
  };
  const textFrom = (from: typeof store): string =>
    wholeText(
      siteFrom(from)
        .pages(() => new Map())
        .find(({ path }) => path.endsWith('/index.json'))!
        .make(),
    );
  const fresh = textFrom({ ...store, readKept: () => undefined, writeKept: () => undefined });
  return { text: textFrom(archive), laid, taken, fresh };
}

test('Of days for machines, years that are over are made once, and again where a day of theirs differs', async () => {
  const one = bench({ [PATH]: `${LINES.join('\n')}\n` });
  try {
    const first = await indexOf(one);
    expect(first.laid).toEqual(['2011', '2012']);
    expect((JSON.parse(first.text) as { days: readonly { date: string }[] }).days.map(({ date }) => date)).toEqual(
      LINES.map((line) => line.slice(0, 10)),
    );
    expect(first.text).toBe(first.fresh);

    one.write({ [PATH]: `${[...LINES, '2013-10-02 10:00:09\tada\tso it did'].join('\n')}\n` });
    const second = await indexOf(one);
    expect([second.taken, second.laid]).toEqual([['2011', '2012'], []]);
    expect(second.text).toBe(second.fresh);
    expect(second.text).not.toBe(first.text);

    one.write({ [PATH]: `${LINES.toSpliced(2, 0, '2012-01-01 09:00:09\twren\tmorning, ada').join('\n')}\n` });
    const third = await indexOf(one);
    expect(third.laid).toEqual(['2012']);
    expect(third.text).toBe(third.fresh);
  } finally {
    one.close();
  }
});
