import { expect, test } from 'vitest';
import { dateInPath, factsOfPath } from '../../../src/formats/parts/paths.ts';

const day = (year: number, month: number, date: number) => ({ year, month, day: date });

test.each([
  ['logs/meadow/#garden/2012-01-05.log', { channel: '#garden', network: 'meadow', date: day(2012, 1, 5) }],
  ['logs/lou_meadow_#garden_20120105.log', { channel: '#garden', date: day(2012, 1, 5) }],
  [
    'logs/users/lou/networks/meadow/moddata/log/#garden/2012-01-05.log',
    { channel: '#garden', network: 'meadow', date: day(2012, 1, 5) },
  ],
  ['logs/irc.meadow.##garden.weechatlog', { channel: '##garden' }],
  ['logs/Meadow/#garden-2015-01-01.log.gz', { channel: '#garden', network: 'Meadow', date: day(2015, 1, 1) }],
  ['logs/Meadow/#garden.log.1', { channel: '#garden', network: 'Meadow' }],
  ['logs/#garden.log.12.gz', { channel: '#garden' }],
  ['logs/#garden.log-20150101.gz', { channel: '#garden', date: day(2015, 1, 1) }],
  ['logs/#garden.1.log', { channel: '#garden.1' }],
  ['logs/irclogs/2015-01-01.log', { date: day(2015, 1, 1) }],
  ['logs/garden.log', {}],
  ['logs/Meadow/01.05.2012/#garden.log', { channel: '#garden', network: 'Meadow' }],
  ['logs/meadow/#garden/#garden.2012-01-05.log', { channel: '#garden', network: 'meadow', date: day(2012, 1, 5) }],
  ['logs/2012/01/meadow/#garden.log', { channel: '#garden', network: 'meadow', year: 2012 }],
  ['logs/irclogs/2012/#garden.log', { channel: '#garden', year: 2012 }],
  ['logs/2012/Meadow/#garden.01-05.log', { channel: '#garden', network: 'Meadow', date: day(2012, 1, 5) }],
  ['logs/2012/Meadow/#garden.0105.log', { channel: '#garden', network: 'Meadow', date: day(2012, 1, 5) }],
  ['logs/2012/Meadow/#garden.01.log', { channel: '#garden', network: 'Meadow', year: 2012 }],
  ['logs/2012-01/Meadow/#garden.05.log', { channel: '#garden', network: 'Meadow', date: day(2012, 1, 5) }],
  ['logs/2012/01/Meadow/#garden.05.log', { channel: '#garden', network: 'Meadow', date: day(2012, 1, 5) }],
  ['logs/2012/Meadow/#garden.24-7.log', { channel: '#garden.24-7', network: 'Meadow', year: 2012 }],
  ['logs/2012/Meadow/#garden.42.log', { channel: '#garden.42', network: 'Meadow', year: 2012 }],
  ['logs/Meadow/#garden.01-05.log', { channel: '#garden.01-05', network: 'Meadow' }],
  ['logs/NETWORK/#garden.log', { channel: '#garden' }],
  ['logs/konversation/#garden.log', { channel: '#garden' }],
  ['logs/backup-2016/#garden.log', { channel: '#garden', network: 'backup-2016' }],
  ['logs/Meadow/#garden/2012/01.log', { channel: '#garden', network: 'Meadow', year: 2012 }],
  ['logs/#garden_2012.log', { channel: '#garden', year: 2012 }],
  ['logs/#garden/#garden.05-Jan-2012.log', { channel: '#garden', date: day(2012, 1, 5) }],
  ['logs/#garden.05-Thu-2012.log', { channel: '#garden', year: 2012 }],
  ['logs/#garden.05-01-2012.log', { channel: '#garden', year: 2012 }],
  ['logs/#garden.25-01-2012.log', { channel: '#garden', date: day(2012, 1, 25) }],
  ['logs/#garden/01.25.2012.log', { channel: '#garden', date: day(2012, 1, 25) }],
  ['logs/#garden_05.05.2012.txt', { channel: '#garden', date: day(2012, 5, 5) }],
  ['logs/#garden.log.05.01.2012', { channel: '#garden', year: 2012 }],
  ['logs/garden.log.06Jan2012', { date: day(2012, 1, 6) }],
  ['logs/#garden.log.06Jan2012', { channel: '#garden', date: day(2012, 1, 6) }],
  ['logs/2012gardens.log', {}],
  ['logs/Meadow/January-2012/#garden-05.log', { channel: '#garden', network: 'Meadow', date: day(2012, 1, 5) }],
  ['logs/Meadow/2012_Jan/#garden.log', { channel: '#garden', network: 'Meadow', year: 2012 }],
  ['logs/2012/Jan/Meadow/#garden.05.log', { channel: '#garden', network: 'Meadow', date: day(2012, 1, 5) }],
  ['logs/2012/Jan/meadow-#garden-05.log', { channel: '#garden', date: day(2012, 1, 5) }],
  ['logs/2012/Meadow/#garden.Jan-05.log', { channel: '#garden', network: 'Meadow', date: day(2012, 1, 5) }],
  ['logs/2012/Meadow/#garden.05-janvier.log', { channel: '#garden', network: 'Meadow', date: day(2012, 1, 5) }],
  ['logs/Meadow/#garden/2012/Jan/05.log', { channel: '#garden', network: 'Meadow', date: day(2012, 1, 5) }],
  ['logs/Meadow/05-Jan-2012/#garden.log', { channel: '#garden', network: 'Meadow', date: day(2012, 1, 5) }],
  ['logs/Meadow/#garden-2012-Jan-05.log', { channel: '#garden', network: 'Meadow', date: day(2012, 1, 5) }],
  ['logs/Meadow/#garden_Jan-2012.log', { channel: '#garden', network: 'Meadow', year: 2012 }],
  ['logs/2012/May/#garden.log', { channel: '#garden', year: 2012 }],
  ['logs/May/#garden.log', { channel: '#garden', network: 'May' }],
  ['logs/Meadow/#gardens-conf-2012.log', { channel: '#gardens-conf', network: 'Meadow', year: 2012 }],
  ['logs/2012-01-05-#garden.log', { channel: '#garden', date: day(2012, 1, 5) }],
])('%j tells %j', (path, facts) => {
  expect(factsOfPath(path)).toEqual(facts);
});

test.each(['logs/1380742174.log', 'logs/2012-13-05.log', 'logs/2012-02-30.log', 'logs/12012010599.log'])(
  '%j tells no date',
  (path) => {
    expect(dateInPath(path)).toBeUndefined();
  },
);
