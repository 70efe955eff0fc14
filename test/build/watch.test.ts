// What `daybook start` hears of the archive folder: everything, whatever tools bring it there.
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { watch, type Watched } from '../../src/commands/watch.ts';

let open: { readonly watched: Watched; readonly top: string } | undefined;
afterEach(async () => {
  await open?.watched.close();
  if (open) rmSync(open.top, { recursive: true });
});

/** Watches an archive, a folder or what a link leads to; `hears` ends when a path comes of a change. */
async function watching(name: 'archive' | 'link') {
  const top = mkdtempSync(join(tmpdir(), 'daybook-watch-'));
  const archive = join(top, 'archive');
  mkdirSync(join(archive, 'logs', 'lab'), { recursive: true });
  writeFileSync(join(archive, 'logs', 'lab', '#lab.log'), 'a line\n');
  symlinkSync('archive', join(top, 'link'));
  const paths = new Set<string>();
  const watched = await watch([join(top, name)], (path) => paths.add(path.slice(top.length + 1)));
  open = { watched, top };
  const hears = async (path: string, change: () => void): Promise<void> => {
    // What comes late of the change before is no news.
    await new Promise((done) => setTimeout(done, 300));
    paths.clear();
    change();
    await expect.poll(() => [...paths], { timeout: 20_000, interval: 20 }).toContain(path);
  };
  return { top, archive, hears };
}

it('A folder that another takes the place of at once is watched on', async () => {
  const { top, archive, hears } = await watching('archive');
  for (const folder of [join(archive, 'logs', 'lab'), archive]) {
    // It is told of itself when what lies in it is watched anew.
    await hears('archive', () => {
      cpSync(folder, join(top, 'other'), { recursive: true });
      renameSync(folder, join(top, `former-${folder.length}`));
      renameSync(join(top, 'other'), folder);
    });
    const added = `logs/lab/#loom-${folder.length}.log`;
    await hears(`archive/${added}`, () => writeFileSync(join(archive, added), 'a line\n'));
  }
});

it('Links are heard of that lead to nothing, and what they lead to when it is made, replaced and taken away', async () => {
  const { top, archive, hears } = await watching('archive');
  const page = join(top, 'about.md');
  const link = 'archive/about.md';
  await hears(link, () => symlinkSync(page, join(archive, 'about.md')));
  await hears(link, () => writeFileSync(page, 'About us'));
  writeFileSync(`${page}~`, 'About us all');
  await hears(link, () => renameSync(`${page}~`, page));
  await hears(link, () => rmSync(page));
});

it('An archive behind a link is watched on when the link leads elsewhere, to nothing, and back', async () => {
  const { top, archive, hears } = await watching('link');
  const [other, aside] = [join(top, 'other'), join(top, 'aside')];
  cpSync(archive, other, { recursive: true });
  await hears('link', () => {
    symlinkSync('other', join(top, 'next'));
    renameSync(join(top, 'next'), join(top, 'link'));
  });
  await hears('link', () => renameSync(other, aside));
  await hears('link', () => renameSync(aside, other));
  await hears('link/logs/lab/#lab.log', () => appendFileSync(join(other, 'logs', 'lab', '#lab.log'), 'another\n'));
});
