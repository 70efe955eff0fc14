import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameName } from '../../src/shared/casemap.ts';
import {
  anchorOf,
  bugPath,
  dayFilePath,
  folderOf,
  href,
  personPath,
  referencesPath,
  yearPath,
} from '../../src/site/parts/urls.ts';

describe('addresses of the site', () => {
  it('are the base and the path, each segment percent-encoded', () => {
    expect(href('/logs/', 'größe/2013-10-02/')).toBe('/logs/gr%C3%B6%C3%9Fe/2013-10-02/');
    expect(href('/', '+ops~.x/')).toBe('/%2Bops~.x/');
    expect(href('/', '')).toBe('/');
  });

  it('keep query and fragment', () => {
    expect(href('/', 'pool/2013-10-02/?to=t143134cpg4#t142934g07q')).toBe(
      '/pool/2013-10-02/?to=t143134cpg4#t142934g07q',
    );
  });

  it('follow the tree of the site', () => {
    expect(dayFilePath('pool', '2013-10-02', 'json')).toBe('pool/2013-10-02.json');
    expect(yearPath('pool', '2013', 10)).toBe('pool/2013/#m10');
    expect(personPath('pool', 'Lena[away]')).toBe('pool/people/lena=7b=away=7d=/');
    expect(referencesPath('pool', 'PV 1038341')).toBe('pool/refs/#pv-1038341');
    expect(bugPath('PV 1038341')).toBe('ref/pv/1038341/');
    expect(bugPath('Red Hat 12')).toBe('ref/red=20=hat/12/');
  });

  it('tell anchors apart that look alike', () => {
    expect(anchorOf('/usr/lib/a')).not.toBe(anchorOf('/usr/lib-a'));
    expect(anchorOf('https://example.com/A')).not.toBe(anchorOf('https://example.com/a'));
  });

  it('give nicks one folder exactly when they are one nick', () => {
    const nick = fc.string({
      unit: fc.constantFrom('a', 'A', '[', '{', '=', '7', 'b', '.', '/', '-', 'é', 'É'),
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(nick, nick, (one, other) => {
        expect(folderOf(one) === folderOf(other)).toBe(sameName(one, other));
        expect(folderOf(one)).not.toMatch(/[/\\.]/);
      }),
    );
  });

  it.each(['con', 'NUL', 'lpt1', '..', ''])('never name a folder %j', (name) => {
    expect(folderOf(name)).not.toMatch(/^(?:con|nul|lpt1|\.*)$/);
  });
});
