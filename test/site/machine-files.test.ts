import { expect, test } from 'vitest';
import type { Memory } from '../../src/pipeline/archive.ts';
import { madeOf } from '../../src/pipeline/channel-memory.ts';
import { wholeText } from '../../src/shared/text-room.ts';
import type { OwnerFiles } from '../../src/site/owner/owner-files.ts';
import { siteOf } from '../../src/site/site.ts';
import { openState } from '../../src/state.ts';
import { openStore } from '../../src/store.ts';
import { bench } from '../build/archive.ts';

const NOTHING: OwnerFiles = { pages: [], copies: [], problems: [], notesOf: () => new Map() };
const PATH = 'logs/#quay.weechatlog';
const LINES = [
  '2011-12-31 20:00:00\tada\tthe last of the year',
  '2012-01-01 09:00:00\tada\twren: morning',
  '2012-06-01 09:00:05\twren\tada: over here',
  '2013-10-02 10:00:00\twren\tthe tide turned',
];

/** The channel's index for machines, made from what lies in the store; what it laid down there, and what it took from there. */
async function indexOf(one: ReturnType<typeof bench>) {
  await one.make();
  const state = openState<Memory>(one.cache, 'test');
  const store = openStore(state.store);
  const [laid, taken]: [string[], string[]] = [[], []];
  const archive: typeof store = {
    ...store,
    readYear(slug, year) {
      const kept = store.readYear(slug, year);
      if (kept !== undefined) taken.push(year);
      return kept;
    },
    writeYear: (slug, year, text) => (laid.push(year), store.writeYear(slug, year, text)),
  };
  const makeWith = (basis: boolean): string => {
    const [channel] = siteOf(
      archive,
      NOTHING,
      ...(basis ? [(slug: string) => madeOf(state.parts, slug)] : []),
    ).channels;
    return wholeText(
      channel!
        .pages(() => new Map())
        .find(({ path }) => path.endsWith('/index.json'))!
        .make(),
    );
  };
  return { text: makeWith(true), laid, taken, fresh: makeWith(false) };
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
