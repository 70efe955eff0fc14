// Exports that are one JSON document, among the logs: a line of them says nothing without those before it.
import { afterEach, describe, expect, it } from 'vitest';
import { toldOf } from '../../src/commands/told.ts';
import { problemsOf } from '../../src/commands/report.ts';
import { bench, type Bench, type Made } from './archive.ts';

let open: Bench | undefined;
afterEach(() => open?.close());

/** An export of so many messages, one every hour; `again` puts a word into the last ones. */
function exported(messages: number, again = messages): string {
  const written = Array.from({ length: messages }, (_, at) => ({
    id: String(at),
    type: 'Default',
    timestamp: new Date(1_672_531_200_000 + at * 3_600_000).toISOString(),
    content: `message ${at}${at >= again ? ' again' : ''} ${'of a long day '.repeat(8)}`,
    author: { name: ['lena', 'otto'][at % 2] },
  }));
  return JSON.stringify({ guild: { name: 'weavers' }, channel: { name: 'pool' }, messages: written }, null, 2);
}

const LOG = 'logs/pool.json';
const made = (text: string): Promise<Made> => {
  open = bench({ [LOG]: text });
  return open.make();
};

describe('an export among the logs', () => {
  it('that has grown, or where a message says something else, is read as one that is new', async () => {
    await made(exported(1500));
    const archive = open!;
    for (const now of [exported(3000), exported(3000, 2990)]) {
      archive.write({ [LOG]: now });
      const { bytes } = await archive.make();
      const fresh = bench({ [LOG]: now });
      expect(bytes).toEqual((await fresh.make()).bytes);
      fresh.close();
    }
  });

  it('that is cut off is read as far as it goes, and its end is told', async () => {
    const text = exported(100);
    const { report, days } = await made(text.slice(0, text.indexOf('"message 60 ')));
    const entries = Object.values(days).flatMap((day) => day.entries);
    expect(entries).toHaveLength(60);
    const told = report.channels.map(toldOf);
    const problems = await problemsOf({ files: report.files, told, unfound: report.unfound }, open!.folder);
    expect(problems).toEqual([
      {
        about: 'damage',
        sentence:
          'logs/pool.json: the rest of it could not be read: it ends in line 553, before its list of messages does: a ] was expected.',
        shown: [],
      },
    ]);
  });

  it('that is whole is told of by nobody, whatever follows its list', async () => {
    const { report } = await made(`${exported(10).replace(/\}\s*$/, '')}, "messageCount": 10 }\n`);
    expect(report.channels.map(toldOf).flatMap(({ faults }) => faults)).toEqual([]);
  });
});
