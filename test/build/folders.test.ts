// A build takes nothing away that a person keeps, whatever folders it is given.
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bench, line, type Bench } from './archive.ts';
import { compile, daybook, treeOf } from './cli.ts';

const FILES = { 'archive.yaml': 'zone: UTC\n', 'logs/#loom.txt': `${line(1_380_742_174, 'ada', 'good morning')}\n` };

describe('The folders of a build', () => {
  let open: Bench;
  beforeAll(compile);
  afterEach(() => open.close());

  const beside = (name: string): string => `${open.folder}-${name}`;
  const build = (places: { readonly content?: string; readonly out?: string; readonly cache?: string }) => {
    const { content = open.folder, out = beside('site'), cache = open.cache } = places;
    return daybook(['build', '--content', content, '--out', out, '--cache', cache]);
  };

  it('are those that the archive has: a file in the place of its logs is a mistake', () => {
    open = bench({ logs: 'good morning' });
    const { code, err } = build({});
    expect(code).toBe(2);
    expect(err).toMatch(/logs is a file: logs go into a folder of that name\.\n$/);
  });

  it.each([
    ['the archive as what is kept', () => ({ cache: open.folder }), /overlap/],
    ['a folder above the archive as what is kept', () => ({ cache: join(open.folder, '..') }), /overlap/],
    ['a folder of a person as what is kept', () => ({ cache: beside('own') }), /holds nothing that Daybook keeps/],
    ['a folder of a person as the site', () => ({ out: beside('own') }), /not a site that Daybook made/],
    ['a file as the site', () => ({ out: join(beside('own'), 'thesis.txt') }), /is not a folder/],
    ['a link to nothing as the site', () => ({ out: beside('lost') }), /is a link to nothing/],
    ['the archive through a link', () => ({ content: beside('link'), out: join(open.folder, '..') }), /overlap/],
  ])('are refused: %s', (_, places, sentence) => {
    open = bench(FILES);
    mkdirSync(beside('own'));
    writeFileSync(join(beside('own'), 'thesis.txt'), 'years of work');
    symlinkSync(open.folder, beside('link'));
    symlinkSync(beside('nowhere'), beside('lost'));
    const before = treeOf(join(open.folder, '..'));
    const { code, err } = build(places());
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
    expect(treeOf(join(open.folder, '..'))).toEqual(before);
  });

  it('are refused where the site would take the place of a channel in one', () => {
    open = bench(FILES);
    expect(build({}).code).toBe(0);
    const before = treeOf(beside('site'));
    expect(build({ out: join(beside('site'), 'loom'), cache: `${open.cache}2` }).code).toBe(2);
    expect(treeOf(beside('site'))).toEqual(before);
  });

  it('are those of builds that were killed: one while it kept its state, the next once all else was taken away', () => {
    open = bench(FILES);
    mkdirSync(open.cache);
    writeFileSync(join(open.cache, 'state.json.new'), '[11,');
    expect(build({})).toMatchObject({ code: 0, err: '' });
    expect(existsSync(join(open.cache, 'state.json.new'))).toBe(false);
  });

  it('keep what is hidden in the site', () => {
    open = bench(FILES);
    mkdirSync(beside('site'));
    writeFileSync(join(beside('site'), '.htaccess'), 'Deny from all');
    for (const words of [FILES, { 'archive.yaml': 'zone: Asia/Tokyo\ntitle: Other\n' }]) {
      open.write(words);
      rmSync(open.cache, { recursive: true, force: true });
      expect(
        daybook([
          'build',
          '--content',
          open.folder,
          '--out',
          beside('site'),
          '--cache',
          open.cache,
          '--allow-lost-links',
        ]).code,
      ).toBe(0);
      expect(readFileSync(join(beside('site'), '.htaccess'), 'utf8')).toBe('Deny from all');
    }
  });

  it('may be a link to where the site is to be', () => {
    open = bench(FILES);
    mkdirSync(beside('place'));
    symlinkSync(beside('place'), beside('site'));
    expect(build({}).code).toBe(0);
    expect(existsSync(join(beside('place'), 'loom/2013-10-02/index.html'))).toBe(true);
  });

  it('leave alone what else is in the folder of what is kept', () => {
    open = bench(FILES);
    expect(build({}).code).toBe(0);
    writeFileSync(join(open.cache, 'notes.txt'), 'mine');
    writeFileSync(join(open.cache, 'state.json'), 'torn');
    expect(build({}).code).toBe(0);
    expect(readFileSync(join(open.cache, 'notes.txt'), 'utf8')).toBe('mine');
  });
});
