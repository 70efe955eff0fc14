// A process that builds again and again rehearses: it makes what the next line will change, and leaves everything as it was.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { bench, line, type Bench } from './archive.ts';
import { compile, Resident, treeOf } from './cli.ts';

const AT = 1_380_742_174;
const DAY = 86_400;
const CHECKOUT = new URL('../..', import.meta.url).pathname;

let open: Bench | undefined;
let resident: Resident | undefined;
beforeAll(compile);
afterEach(() => {
  resident?.end();
  open?.close();
});

it('makes the latest day of the channel that was written to last again, with the bytes that stood there', async () => {
  open = bench({
    'logs/#lab.txt': `${line(AT, 'ada', 'first')}\n${line(AT + 9 * DAY, 'ada', 'last')}\n`,
    'logs/#old.txt': `${line(AT, 'bob', 'nobody comes here')}\n`,
  });
  open.write({ 'logs/#lab.txt': `${line(AT, 'ada', 'first')}\n${line(AT + 9 * DAY, 'ada', 'latest')}\n` });
  const site = `${open.folder}-site`;
  const options = { content: open.folder, out: site, cache: `${open.folder}-cache`, quiet: true };
  resident = new Resident(CHECKOUT);
  expect(await resident.build(options)).toBe(0);
  const before = treeOf(site);
  const madeAt = (path: string): number => statSync(join(site, path, 'index.html')).mtimeMs;
  const [lab, old] = [madeAt('lab/2013-10-11'), madeAt('old/2013-10-02')];
  expect(await resident.build({ ...options, rehearse: true })).toBe(0);
  expect(madeAt('lab/2013-10-11')).toBeGreaterThan(lab);
  expect(madeAt('old/2013-10-02')).toBe(old);
  expect(treeOf(site)).toEqual(before);
  open.write({ 'logs/#old.txt': `${line(AT, 'bob', 'nobody comes here')}\n${line(AT + 60, 'eve', 'I do')}\n` });
  expect(await resident.build({ ...options, rehearse: true })).toBe(0);
  expect(treeOf(site).get('old/2013-10-02/index.html')?.toString()).toContain('I do');
});
