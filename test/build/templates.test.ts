// A template that somebody edits: what it makes of pages, on those that come later, too. One that its author broke: the sentence has
// its place, and the site that stands stays.
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CAME, templatesHash } from '../../src/site/own-templates.ts';
import { bench, line, type Bench } from './archive.ts';
import { compile, copiedPackage, daybookAlone, treeOf, type Ran } from './cli.ts';

const START = 1_380_742_174;
let installed = '';
let open: Bench;
let template = '';
beforeAll(() => {
  compile();
  installed = copiedPackage(mkdtempSync(join(tmpdir(), 'daybook-installed-')));
  template = readFileSync(join(installed, 'templates/days.11ty.js'), 'utf8');
  open = bench({ 'logs/#loom.txt': `${line(START, 'ada', 'good morning')}\n` });
});
afterAll(() => {
  open.close();
  rmSync(installed, { recursive: true, force: true });
});

const site = (): string => `${open.folder}-site`;
function build(text: string): Ran {
  writeFileSync(join(installed, 'templates/days.11ty.js'), text);
  return daybookAlone(['build', '--content', open.folder, '--out', site(), '--cache', open.cache], {}, installed);
}

it('is a mistake with file and line, whether it cannot be read or does not run', () => {
  expect(build(template)).toMatchObject({ code: 0, err: '' });
  const before = treeOf(site());
  const { length } = template.split('\n');
  expect(build(`${template}const x = ;\n`)).toEqual({
    code: 2,
    out: '',
    err: `templates/days.11ty.js:${length}: Unexpected token ';'.\n`,
  });
  const at = template.split('\n').findIndex((text) => text.includes('site.day(number)')) + 1;
  expect(build(template.replace('site.day(number)', 'site.dya(number)'))).toEqual({
    code: 2,
    out: '',
    err: `templates/days.11ty.js:${at}: site.dya is not a function.\n`,
  });
  expect(build(`import './none.js';\n${template}`).err).toMatch(
    /^templates\/days\.11ty\.js: Cannot find module '.*none\.js'/,
  );
  expect(treeOf(site())).toEqual(before);
});

const page = (date: string): string => readFileSync(join(site(), `loom/${date}/index.html`), 'utf8');

it('makes of pages what it says, of those too that come beside a site that stands', () => {
  expect(build(template).code).toBe(0);
  const before = page('2013-10-02');
  const edited = template.replace(
    'site.day(number)',
    "`${site.day(number).replace('</footer>', '<p>ours</p></footer>')}<!-- end -->`",
  );
  expect(build(edited).code).toBe(0);
  expect(page('2013-10-02')).toBe(`${before.replace('</footer>', '<p>ours</p></footer>')}<!-- end -->`);
  open.write({
    'logs/#loom.txt': [0, 1].map((day) => `${line(START + day * 86_400, 'ada', 'good morning')}\n`).join(''),
  });
  expect(build(edited).code).toBe(0);
  expect(page('2013-10-03')).toContain('<p>ours</p></footer>\n<!-- end -->');
});

it('is told from those that come with Daybook', () => {
  // Whoever edits the templates for good writes their hash down.
  expect(templatesHash('.')).toBe(CAME);
  writeFileSync(join(installed, 'templates/days.11ty.js'), `${template}\n`);
  expect(templatesHash(installed)).not.toBe(CAME);
});

it('is a fault of ours with the stack of where it was met, where our code met it', () => {
  const { code, err } = build(template.replace('site.day(number)', 'site.day(-1)'));
  expect(code).toBe(70);
  expect(err).toMatch(
    /^TypeError: .*\n {4}at .*\n(?:.*\n)*.*templates\/days\.11ty\.js(?:.*\n)*This is a fault of Daybook/,
  );
});
