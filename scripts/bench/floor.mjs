// The floor: a plain loop that writes as many bytes into as many files as a site has, and does nothing else.
//
//   node scripts/bench/floor.mjs SITE OUT
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A line's bytes, more or less. */
const PIECE = 'x'.repeat(150);

const [site = '', out = ''] = process.argv.slice(2);
const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const folders = new Set();
for (const entry of files) {
  const path = join(entry.parentPath, entry.name);
  const place = join(out, path.slice(site.length));
  if (!folders.has(dirname(place))) mkdirSync(dirname(place), { recursive: true });
  folders.add(dirname(place));
  const lines = [];
  for (let left = statSync(path).size; left > 0; left -= PIECE.length) lines.push(PIECE.slice(0, left));
  writeFileSync(place, lines.join(''));
}
