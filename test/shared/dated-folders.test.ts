import { expect, test } from 'vitest';
import { windowOf } from '../../src/shared/dated-folders.ts';

test.each([
  ['logs/2013/#loom.2013-11-05.log', 'logs/2014/#loom.2014-01-02.log'],
  ['logs/#loom.Tuesday-05-November-2013.log', 'logs/#loom.Thursday-02-January-2014.log'],
  ['logs/2013/Nov/#loom/05.11.13.log', 'logs/2014/Jan/#loom/02.01.14.log'],
  ['logs/2013/11/salt/#loom.05.log', 'logs/2014/01/salt/#loom.02.log'],
  ['logs/2013/11/#loom.log.05', 'logs/2014/01/#loom.log.02'],
  ['logs/2013/11 - November/05-Tue/#loom.log', 'logs/2014/01 - January/02-Thu/#loom.log'],
  ['logs/2013/W45/#loom/2.log', 'logs/2014/W01/#loom/4.log'],
  ['logs/13/11/05/#loom.log', 'logs/14/01/02/#loom.log'],
])('%s and %s are of one window', (one, other) => {
  expect(windowOf(one)).toBe(windowOf(other));
});

test.each([
  ['logs/2013/#loom-lug.log', 'logs/2013/#loom-mar.log'],
  ['logs/salt/05/#loom.log', 'logs/salt/06/#loom.log'],
  ['logs/#loom-05.log', 'logs/#loom-06.log'],
])('%s and %s are of two windows', (one, other) => {
  expect(windowOf(one)).not.toBe(windowOf(other));
});
