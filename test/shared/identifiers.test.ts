import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifiersIn } from '../../src/shared/identifiers.ts';

/** The identifiers of a line, as `kind:marked text`. */
const marked = (text: string) => identifiersIn(text).map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`);

describe('identifiers in what people say', () => {
  it.each([
    ['a word with an underscore inside', 'the race is in pool_attach, I think', ['name:pool_attach']],
    ['a call, its brackets included', 'so printk() and pool_get() it is', ['name:printk()', 'name:pool_get()']],
    ['a member', '(grp->n_waiting)', ['name:n_waiting']],
    ['a member and its owner, each a name', '(ap_grp->n_waiting)', ['name:ap_grp', 'name:n_waiting']],
    ['a family of names', 'all of vm_* then', ['name:vm_*']],
    ['a reserved word', 'complains about __parent now', ['name:__parent']],
    ['a qualified name', 'use std::vector here', ['name:std::vector']],
    ['an address', 'at 0xFFFF8810.', ['number:0xFFFF8810']],
    ['absolute paths without the full stop', 'it is in /home/lena/dump.txt.', ['path:/home/lena/dump.txt']],
    ['a path that ends the bracket', '(see ../x/y)', ['path:../x/y']],
    ['a root directory alone', 'ls /etc says', ['path:/etc']],
    ['a relative path with its line', 'look at mm/mmap.c:120', ['path:mm/mmap.c:120']],
    ['a path of Windows', 'under C:\\logs\\old', ['path:C:\\logs\\old']],
    ['a file by its extension', 'README.md and pool.c:12)', ['file:README.md', 'file:pool.c:12']],
    ['an abbreviated commit', 'fixed by 4b825dc642', ['commit:4b825dc642']],
    ['names on both sides of a slash', 'pool_get/pool_put', ['name:pool_get', 'name:pool_put']],
    ['letters beyond ASCII', 'ruft größe_von auf', ['name:größe_von']],
  ])('are found: %s', (_, text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  it.each([
    ['alternatives and fractions', 'and/or 24/7 1/2 yes/no/maybe'],
    ['smileys', 'o_O ^_^ T_T -_-'],
    ['a nick with an underscore behind', 'lena_ is back'],
    ['a channel and a mention', '#pool_dev @lena_m'],
    ['an address of mail', 'me_too@example.com'],
    ['a substitution', 's/foo/bar/ of course'],
    ['a command', '/join now'],
    ['a version of a protocol', 'HTTP/1.1 and 3.5/4.0'],
    ['numbers with underscores', '1_000_000'],
    ['a number in scientific notation', '1e1000000'],
    ['part of a UUID', '550e8400-e29b-41d4-a716-446655440000'],
    ['a word of hexadecimal letters only', 'deadbeef decafbad'],
    ['a site named like a file', 'example.com and node.js'],
  ])('are not: %s', (_, text) => {
    expect(marked(text)).toEqual([]);
  });

  it('lie in order, apart from each other and inside the text, whatever the text', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('a', 'f', '0', '_', '/', '.', ':', '(', ')', '*', '@', '~', '\\', ' ', 'é', '\u{1F600}'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(hostile, (text) => {
        let last = 0;
        for (const { start, end } of identifiersIn(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each(['a-', '/a', '_', 'a.', 'a::', 'a/', '~/'])('take no longer than the line is long: %s repeated', (unit) => {
    const text = unit.repeat(100_000);
    // Where it cost the square of it, this would not come to an end.
    expect(identifiersIn(text).length).toBeLessThanOrEqual(text.length);
  });
});
