// Nothing that settings keep back is in any byte of the site or of what is kept between builds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bench, type Bench } from './archive.ts';
import { compile, daybook, treeOf } from './cli.ts';

const AT = 1_380_742_174;
/** A word of its own for each place in which one can stand. */
const secrets: string[] = [];
const secret = (place: string): string => {
  const word = `SECRET${place}x${secrets.length}y`;
  secrets.push(word);
  return word;
};
const plainly = (place: string): string => `before ${secret(place)} after`;
/** With formatting codes inside the word, which the styled text keeps. */
const styled = (place: string): string => {
  const word = secret(place);
  return `\x0304${word.slice(0, 4)}\x02${word.slice(4)}\x03`;
};
const host = (place: string): string => `~${secret(place)}@${secret(`${place}Host`)}.example.com`;

const EVENTS: readonly Record<string, unknown>[] = [
  { kind: 'message', nick: 'ada', text: plainly('message') },
  { kind: 'message', nick: 'ada', text: styled('styled') },
  { kind: 'message', nick: 'ada', text: `[off] ${secret('off')}` },
  { kind: 'message', nick: 'ada', text: `\x02[off]\x02 ${secret('boldOff')}` },
  { kind: 'action', nick: 'ada', text: plainly('action') },
  { kind: 'notice', nick: 'ada', text: plainly('notice') },
  { kind: 'join', nick: 'ada', host: host('join') },
  { kind: 'part', nick: 'ada', host: host('part'), reason: plainly('partReason') },
  { kind: 'quit', nick: 'ada', host: host('quit'), reason: plainly('quitReason') },
  { kind: 'kick', nick: 'ada', target: 'bob', reason: plainly('kickReason') },
  { kind: 'nick', nick: 'bob', to: secret('nickTo') },
  { kind: 'message', nick: secret('nick'), text: 'hi' },
  { kind: 'mode', nick: 'ada', changes: `+b *!*@${secret('ban')}.example.com` },
  { kind: 'mode', nick: 'ada', changes: `+k ${secret('key')}` },
  { kind: 'topic', nick: 'ada', text: plainly('topic') },
  { kind: 'log', event: 'info', text: `ada is ${host('whois')}`, names: ['ada'] },
  { kind: 'log', event: 'private', nick: 'bob', text: secret('private') },
  { kind: 'message', nick: 'mallory', text: secret('leftOut') },
  { kind: 'join', nick: 'mallory', host: host('leftOutJoin') },
  { kind: 'message', nick: 'ada', text: 'mallory is not here' },
];
secrets.push('mallory');

const SETTINGS = `
url: https://irc.example.com/
channels: [{ name: "#lab" }]
privacy:
  offRecord: '^\\[off\\]'
  redact:
    - match: 'SECRET\\w+y'
      with: '[word]'
  people:
    - nicks: [mallory]
`;

describe('what settings keep back', () => {
  let open: Bench;
  beforeAll(() => {
    compile();
    const log = EVENTS.map((event, index) => JSON.stringify({ at: AT + index * 60, ...event }));
    open = bench({
      'archive.yaml': SETTINGS,
      'logs/#lab.jsonl': [...log, `{"at":${AT + 9999},"kind":"odd","x":"${secret('unparsed')}"}`, ''].join('\n'),
    });
  });
  afterAll(() => open.close());

  it('is in no byte of the site nor of the state', () => {
    const out = `${open.folder}-site`;
    const { code, err } = daybook(['build', '--content', open.folder, '--out', out, '--cache', open.cache]);
    expect({ code, err }).toMatchObject({ code: 0 });
    const site = treeOf(out);
    const state = treeOf(open.cache);
    expect(site.size).toBeGreaterThan(5);
    expect(state.size).toBeGreaterThan(2);
    const leaks = [...site, ...state].flatMap(([path, bytes]) => {
      // Formatting codes and markup may stand between the letters of a word.
      const text = bytes.toString('utf8').replace(/\\u00(?:02|03|0f)(?:04)?|<[^>]*>/g, '');
      return secrets
        .filter((word) => text.toLowerCase().includes(word.toLowerCase()))
        .map((word) => `${word} in ${path}`);
    });
    expect(leaks).toEqual([]);
    expect(secrets.length).toBeGreaterThan(25);
    const page = [...site]
      .find(([path]) => path.endsWith('/index.html') && path.startsWith('lab/2013'))?.[1]
      .toString('utf8');
    expect(page).toContain('[word]');
  });
});
