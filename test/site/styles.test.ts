import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { joinedStyles } from '../../src/site/assets.ts';
import { joinStyles } from '../../src/site/styles.ts';
import { compile, copiedPackage, daybookAlone } from '../build/cli.ts';

const FOLDER = 'templates/styles';
const sources = readdirSync(FOLDER)
  .sort()
  .map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'));

describe('joining style sheets', () => {
  it('takes out what nobody sees, and leaves strings and sums alone', () => {
    const source =
      "/* x */ a > b:hover,\n p [rel='next']::before {\n  margin: -0.5rem calc(1px + 0.25rem);\n  content: ' { 0.5 : ';\n}";
    expect(joinStyles([source])).toBe(
      'a>b:hover,p [rel=next]:before{margin:-.5rem calc(1px + .25rem);content:" { 0.5 : "}',
    );
  });

  it('takes blanks out of tokens, not out of what needs them', () => {
    expect(joinStyles([':root{--a: light-dark(#fff, #000);--b: calc(1px + 0.5rem);--c: 0.5rem}'])).toBe(
      ':root{--a:light-dark(#fff,#000);--b:calc(1px + 0.5rem);--c:.5rem}',
    );
  });

  it('puts rules of one media query together, where the last stands', () => {
    expect(joinStyles(['a{b:c}@media print{a{b:d}}', 'e{f:g}@media print{e{f:h}}'])).toBe(
      'a{b:c}e{f:g}@media print{a{b:d}e{f:h}}',
    );
  });
});

describe('the style sheets', () => {
  const css = joinStyles(sources);

  it('lie joined beside the compiled program, and are told from those that somebody has edited since', async () => {
    compile();
    const joined = readFileSync('build/client/styles.json', 'utf8');
    expect(joined).toBe(await joinedStyles());
    expect(JSON.parse(joined)).toMatchObject({ css });
    const folder = copiedPackage(mkdtempSync(join(tmpdir(), 'daybook-styles-')));
    const styles = (): string => {
      const site = join(folder, 'site');
      const { err } = daybookAlone(
        ['build', '--content', join(folder, 'content'), '--out', site, '--quiet'],
        {},
        folder,
      );
      expect(err).toBe('');
      return readFileSync(join(site, 'assets/daybook.css'), 'utf8');
    };
    mkdirSync(join(folder, 'content'));
    expect(styles()).toBe(css);
    writeFileSync(join(folder, 'templates/styles/zz-edited.css'), '.edited { order: 1 }\n');
    expect(styles()).toContain('.edited{order:1}');
    rmSync(folder, { recursive: true, force: true });
  });

  it('stay within 26 KB', () => {
    expect(Buffer.byteLength(css)).toBeLessThanOrEqual(26_000);
  });

  it('keep what is written from the right from turning its neighbours round', () => {
    expect(css).toContain('.said,a,b,bdi,code,i,small{unicode-bidi:isolate}');
  });

  it('keep the slash and the brackets at the end of an address and of code there, within what is written from the right', () => {
    expect(css).toContain('[dir] a,[dir] code{direction:ltr}');
  });

  it('rule fields and buttons as the paper is, in no colour of the browser’s', () => {
    expect(css).toContain('.hand a,button,input,select{background:0 0;border:1px solid;color:inherit}');
  });

  it('fetch nothing but our own fonts', () => {
    for (const [, target] of css.matchAll(/url\(([^)]*)\)/g)) expect(target).toMatch(/^fonts\/[\w-]+\.woff2$/);
    expect(css).not.toMatch(/@import|expression\(/);
  });
});

type Scheme = 'light' | 'dark';

/** The tokens of a scheme, as `light-dark()` gives them. */
function tokens(scheme: Scheme): ReadonlyMap<string, string> {
  const css = sources.join('\n');
  return new Map(
    [...css.matchAll(/--([a-z]+\d?t?): light-dark\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\)/g)].map(
      ([, name = '', light = '', dark = '']) => [name, scheme === 'light' ? light : dark],
    ),
  );
}

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast by WCAG 2: 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function mixed(one: string, other: string, part: number): string {
  const channel = (hex: string, at: number): number => parseInt(hex.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) =>
      Math.round(channel(one, at) * part + channel(other, at) * (1 - part))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

describe('the tokens', () => {
  it('are documented with their values', () => {
    const rows = readFileSync('docs/design.md', 'utf8').matchAll(/^\| `--(\w+)` \|[^|]*\| `(#\w+)` \| `(#\w+)` \|$/gm);
    const documented = [...rows].map(([, name = '', light = '', dark = '']) => [name, light, dark]);
    const own = [...tokens('light')].map(([name, light]) => [name, light, tokens('dark').get(name)]);
    expect(documented.sort()).toEqual(own.sort());
  });
});

const HUES = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'n8'];

describe.each<Scheme>(['light', 'dark'])('in %s', (scheme) => {
  const colour = (name: string): string => tokens(scheme).get(name) ?? '';

  it('all text keeps a contrast of 4.5 on all papers', () => {
    for (const text of ['ink', 'soft', 'faint', 'link', ...HUES]) {
      for (const paper of ['paper', 'leaf', 'code']) {
        expect(contrast(colour(text), colour(paper)), `${text} on ${paper}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const text of ['ink', 'soft', 'link', ...HUES]) {
      expect(contrast(colour(text), colour('mark')), `${text} on mark`).toBeGreaterThanOrEqual(4.5);
    }
    for (const [text, busy] of [
      ['ink', 'h1'],
      ['ink', 'h2'],
      ['ink', 'h3'],
      ['h4t', 'h4'],
    ] as const) {
      expect(contrast(colour(text), colour(busy)), `${text} on ${busy}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('any hue that people typed keeps it on any background that they typed', () => {
    for (const background of HUES) {
      const tint = mixed(colour(background), colour('paper'), 0.09);
      for (const text of ['ink', ...HUES]) {
        expect(contrast(colour(text), tint), `${text} on ${background}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('the bar of the cited line stands out from the paper', () => {
    expect(contrast(colour('markbar'), colour('paper'))).toBeGreaterThanOrEqual(3);
  });
});
