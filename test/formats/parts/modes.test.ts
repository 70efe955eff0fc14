import { expect, test } from 'vitest';
import { modeChanges, modeEvents, statusEvents } from '../../../src/formats/parts/modes.ts';

test.each([
  ['+ov bob carol', ['+o bob', '+v carol']],
  ['-vh+b bob carol *!*@bad.example', ['-v bob', '-h carol', '+b *!*@bad.example']],
  ['+im', ['+i', '+m']],
  ['-im+s ', ['-i', '-m', '+s']],
  ['+kl word 30', ['+k word', '+l 30']],
  ['-kl+o word bob', ['-k', '-l', '+o bob']],
  ['-k', ['-k']],
  ['+q', ['+q']],
  ['+q *!*@bad.example', ['+q *!*@bad.example']],
  ['+nto bob', ['+n', '+t', '+o bob']],
  ['+f 3:4', ['+f 3:4']],
  ['o bob', ['+o bob']],
  ['+b *!*@bad.example (too many)', ['+b *!*@bad.example (too many)']],
  ['', []],
])('%j is the changes %j', (text, changes) => {
  expect(modeChanges(text)).toEqual(changes);
});

test('Each change is an event of whoever set it', () => {
  expect(modeEvents('+ov bob carol', { nick: 'alice' })).toEqual([
    { kind: 'mode', nick: 'alice', changes: '+o bob' },
    { kind: 'mode', nick: 'alice', changes: '+v carol' },
  ]);
});

test('A status given to several nicks at once is an event for each', () => {
  expect(statusEvents('+v', 'bob, carol dan', {})).toEqual([
    { kind: 'mode', changes: '+v bob' },
    { kind: 'mode', changes: '+v carol' },
    { kind: 'mode', changes: '+v dan' },
  ]);
});
