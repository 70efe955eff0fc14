import { expect, test } from 'vitest';
import { clientPath, stem } from '../../src/shared/log-name.ts';

test.each([
  ['#loom.log', '#loom'],
  ['#loom.LOG.gz', '#loom'],
  ['#loom.log.12.gz', '#loom'],
  ['#loom.log-20131105.gz', '#loom'],
  ['#loom.log.2013-11-05', '#loom'],
  ['#loom.log_20131105', '#loom'],
  ['#loom.log.Nov052013', '#loom'],
  ['#loom.log.131105', '#loom'],
  ['#loom.log~', '#loom'],
  ['#loom.log.~2~', '#loom'],
  ['#loom.log.orig', '#loom'],
  ['#loom.weechatlog.backup', '#loom'],
  ['#loom.old', '#loom'],
  ['#loom.part1.log', '#loom'],
  ['#loom.log.part-02.gz', '#loom'],
  ['#loom.party.log', '#loom.party'],
  ['#loom-part1.log', '#loom-part1'],
  ['#loom~', '#loom~'],
  ['#loom.orig', '#loom.orig'],
  ['#loom.1.log', '#loom.1'],
])('%s without its endings is %s', (name, bare) => {
  expect(stem(name)).toBe(bare);
});

test.each([
  ['logs/%23loom.log', 'logs/#loom.log'],
  ['logs/net/irc.net.%23%23caf%C3%A9.weechatlog', 'logs/net/irc.net.##café.weechatlog'],
  ['logs/#loom - Copy.log', 'logs/#loom.log'],
  ['logs/#loom - Kopie (2).log.gz', 'logs/#loom.log.gz'],
  ['logs/#loom (1).log', 'logs/#loom.log'],
  ['logs/#loom.log (another copy)', 'logs/#loom.log'],
  ['logs/#loom copy 2.log', 'logs/#loom.log'],
])('%s was named %s', (path, named) => {
  expect(clientPath(path)).toBe(named);
});

test.each([
  'logs/#100%.log',
  'logs/#a%2Fb.log',
  'logs/#a%00b.log',
  'logs/#a%E4b.log',
  'logs/#loom(1).log',
  'logs/talk with ada #2 (once).log',
])('%s was named so', (path) => {
  expect(clientPath(path)).toBe(path);
});
