import { describe, expect, it } from 'vitest';
import { renderSearch } from '../../src/site/search/search-page.ts';
import { monthWords } from '../../src/site/search/month-words.ts';
import { PLAIN_DRESS } from '../../src/site/parts/layout.ts';
import { wholeText } from '../../src/shared/text-room.ts';
import { aDay, around, said } from './a-day.ts';

describe('The words of a month', () => {
  it('are what people said and topics, and who spoke; not what was removed, nor what programs noted', () => {
    const words = monthWords();
    words.add(
      aDay({
        date: '2024-03-01',
        entries: [
          said(10, 'Lena', 'The Drain is “open”'),
          said(20, 'omar', 'gone', { removed: true }),
          { at: 30, kind: 'topic', nick: 'omar', text: 'Depth 12' },
          { at: 40, kind: 'log', event: 'info', text: 'created on a Friday' },
          { at: 50, kind: 'quit', nick: 'zed', reason: 'a reason' },
        ],
      }),
    );
    words.add(aDay({ date: '2024-03-31', entries: [said(10, 'lena', 'open again')] }));
    expect(wholeText(words.list())).toBe(
      '12 1\n<lena HRA0HT\n<omar 1\nagain HRA0HS\ndepth 1\ndrain 1\nis 1\nopen HRA0HT\nthe 1\n',
    );
  });

  it('of a month without a word are none', () => {
    const words = monthWords();
    words.add(aDay({ entries: [] }));
    expect(wholeText(words.list())).toBe('');
  });
});

describe('The page that looks for lines', () => {
  it('knows the channels and the months that they have, and has a script of its own', () => {
    const { index } = around(aDay({ date: '2013-10-02', entries: [said(10, 'lena', 'hi')] }));
    const [card] = index.channels;
    const dates = ['2012-01-05', '2012-12-31', '2013-10-02', '2013-10-03'];
    const page = wholeText(renderSearch({ ...index, channels: [{ ...card!, dates }] }, PLAIN_DRESS));
    expect(page).toContain('<option value=pool data-months="2012:801 2013:200">#pool');
    expect(page).toContain('<script type=module src=/irc/assets/client/search.js></script>');
  });

  it('tells channels of one name apart by their networks', () => {
    const { index } = around(aDay({ entries: [said(10, 'lena', 'hi')] }));
    const [card] = index.channels;
    const channels = ['libera', 'oftc'].map((network) => ({
      ...card!,
      channel: { slug: network, name: '#pool', network },
    }));
    const page = wholeText(renderSearch({ ...index, channels }, PLAIN_DRESS));
    expect(page.match(/(?<=>)#pool[^<]*/g)).toEqual(['#pool, libera', '#pool, oftc']);
  });
});
