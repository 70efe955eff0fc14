import { expect, it } from 'vitest';
import { packedFiles, unpackedFiles } from '../../src/pipeline/packed-files.ts';
import type { FilesMemory } from '../../src/pipeline/surveyed.ts';

const log = (day: number, facts: object = {}): FilesMemory[string] => {
  return {
    ...{ size: 100 + day, mtime: 1_380_742_174_000.25, inode: 7 + day, tail: `tail-${day}`, key: 'key' },
    recognition: { is: 'log', format: 'znc', facts: { channel: '#loom', ...facts }, near: ['mirc'] },
    slug: 'loom',
  };
};
const dated = (day: number): FilesMemory[string] =>
  log(day, { date: { year: 2013, month: 10, day }, network: 'saltnet' });

it('gives back what was known of files, each fact in its place, and keeps once what they have in common', () => {
  const files: FilesMemory = {
    'logs/#loom_20131002.log': dated(2),
    'logs/#loom_20131003.log': dated(3),
    'logs/#loom.log': log(4),
    'logs/about.txt': { ...log(5), recognition: { is: 'none', reason: 'a text that no log format knows' } },
  };
  const packed = packedFiles(files);
  expect(packed.kinds).toHaveLength(3);
  expect(JSON.stringify(unpackedFiles(JSON.parse(JSON.stringify(packed)) as typeof packed))).toBe(
    JSON.stringify(files),
  );
});
