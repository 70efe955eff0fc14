// Logs that may not be read: nothing that they told before is lost, and they are read as soon as they can be.
import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bench, line, type Bench } from './archive.ts';
import { compile, daybookAlone, treeOf } from './cli.ts';

const lines = (nick: string): string =>
  [0, 1, 2].map((at) => line(1_380_742_174 + at * 40_000, nick, `line ${at}`) + '\n').join('');
const LOGS = {
  'archive.yaml': 'zone: America/Chicago\n',
  'logs/#lab.txt': lines('ada'),
  'logs/net/#hall.txt': lines('bob'),
};

// Whoever may do everything is somebody else.
const NOBODY = process.getuid?.() === 0 ? 65_534 : undefined;

describe('what may not be read', () => {
  let open: Bench;
  beforeAll(compile);
  afterEach(() => open.close());

  const run = (...words: readonly string[]) => {
    const site = `${open.folder}-site`;
    return {
      site,
      ...daybookAlone(
        ['build', '--content', open.folder, '--out', site, '--cache', open.cache, ...words],
        {},
        undefined,
        NOBODY,
      ),
    };
  };

  it('is told of, be it a file or a folder, and a site that shows its lines is kept until it can be read again', () => {
    open = bench(LOGS);
    chmodSync(dirname(open.folder), 0o777);
    const bar = (isBarred: boolean): void => {
      chmodSync(join(open.folder, 'logs/#lab.txt'), isBarred ? 0 : 0o644);
      chmodSync(join(open.folder, 'logs/net'), isBarred ? 0 : 0o755);
    };
    const told = [
      'logs/#lab.txt is a file that cannot be read (permission is missing); make it readable, or remove it.\n',
      'logs/net is a folder that cannot be read (permission is missing); make it readable, or remove it.\n',
    ].join('');
    const { site, code } = run();
    expect(code).toBe(0);
    const before = treeOf(site);
    bar(true);
    try {
      const barred = run();
      expect(barred.code).toBe(1);
      expect(barred.err).toContain(told);
      expect(barred.err).toContain('6 addresses of the present site would lead nowhere, so it was kept:\n');
      expect(treeOf(site)).toEqual(before);
      // Whoever lets them go is told all the same, and has not built well where that is asked.
      expect(run('--allow-lost-links', '--strict')).toMatchObject({ code: 1, err: told });
    } finally {
      bar(false);
    }
    expect(run('--strict')).toMatchObject({ code: 0, err: '' });
    expect(treeOf(site)).toEqual(before);
  });
});
