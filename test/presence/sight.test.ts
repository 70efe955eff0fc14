import { describe, expect, test } from 'vitest';
import type { Gap } from '../../src/day.ts';
import { blindSpots, EVER, lastGaps, watch } from '../../src/presence.ts';
import { daysOf, entriesOf, staysFrom, told } from './history.ts';

const spell = ({ from, to, cause }: Gap) =>
  `${from === -EVER ? '' : String(from)}-${to === EVER ? '' : String(to)} ${cause}`;
const gapsFrom = (lines: readonly string[], owner = 'me') => told(entriesOf(...lines), owner).gaps.map(spell);

describe('sight', () => {
  test('is unknown before the first line and after the last', () => {
    expect(gapsFrom(['10 <ada> hi', '20 <bob> hi'])).toEqual(['-10 before-log', '20- after-log']);
  });

  test.each([
    ['left', 'You part'],
    ['left', 'me parts'],
    ['kicked', 'You are kicked by ada'],
    ['kicked', 'ada kicks me'],
    ['disconnected', 'log disconnected'],
    ['disconnected', 'me quits'],
    ['closed', 'log close'],
  ])('is lost (%s) with "%s", and comes back with the join', (cause, line) => {
    expect(gapsFrom(['0 <ada> hi', `10 ${line}`, '30 You join', '40 <ada> hi'])).toEqual([
      '-0 before-log',
      `10-30 ${cause}`,
      '40- after-log',
    ]);
  });

  test('was lost since the line before a join without a leave', () => {
    expect(gapsFrom(['0 <ada> hi', '10 <ada> hm', '30 me joins'])[1]).toBe('10-30 disconnected');
  });

  test('comes back with the join, not with the banner before it', () => {
    expect(gapsFrom(['0 <ada> hi', '10 log close', '20 log open', '30 You join', '40 <ada> hi'])[1]).toBe(
      '10-30 closed',
    );
  });

  test('comes back with the banner where what follows shows that the client was in the channel all along', () => {
    expect(gapsFrom(['0 <ada> hi', '10 log close', '20 log open', '30 <ada> hi'])[1]).toBe('10-20 closed');
  });

  test('was lost since the last line where a log opens that was never closed', () => {
    expect(gapsFrom(['0 <ada> hi', '20 log open', '30 <ada> hi'])[1]).toBe('0-20 closed');
  });

  test('is not lost where a client turns its file over', () => {
    expect(gapsFrom(['0 <ada> hi', '10 log close', '11 log open', '30 <ada> hi'])).toEqual([
      '-0 before-log',
      '30- after-log',
    ]);
  });

  test('is not lost by silence', () => {
    expect(gapsFrom(['0 <ada> hi', '900000 <ada> still here'])).toHaveLength(2);
  });

  test('follows the owner through renames', () => {
    expect(
      gapsFrom(['0 <ada> hi', '5 me is now myself', '10 me parts', '15 <ada> hm', '20 myself parts', '30 <ada> hi']),
    ).toEqual(['-0 before-log', '20-30 left', '30- after-log']);
  });

  test.each(['me parts', 'ada kicks me', 'log disconnected'])('comes back with who joins first after "%s"', (line) => {
    const lines = [
      '0 me joins',
      '5 <ada> hi',
      `10 ${line}`,
      '20 me_ joins',
      '30 bob joins',
      '40 me_ parts',
      '50 me joins',
    ];
    const { gaps, owners } = told(entriesOf(...lines), 'me');
    expect(gaps.map(({ from, to }) => [from, to]).slice(1, -1)).toEqual([
      [10, 20],
      [40, 50],
    ]);
    expect(owners.map(({ nick, at }) => [nick, at])).toEqual([
      ['me', 0],
      ['me_', 20],
      ['me', 50],
    ]);
  });

  test('comes back with nobody else’s join where the log says You', () => {
    const { owners } = told(entriesOf('0 You join', '5 You are me', '10 log disconnected', '20 bob joins'), 'me');
    expect(owners.map(({ nick }) => nick)).not.toContain('bob');
  });

  test('tells what nick he gives up as "You", unless he only seemed to have the one that he takes', () => {
    const { owners } = told(entriesOf('0 You join', '5 You are me', '9 You are myself', '12 You are me'), 'me');
    expect(owners.filter(({ at }) => at > 0).map(({ was }) => was)).toEqual([undefined, 'me', 'myself']);
  });

  test('comes back behind a banner with who joins first under a nick like his, or before those there are counted', () => {
    const lines = ['0 me joins', '5 <ada> hi', '10 log close', '20 log open', '20 me_ joins', '30 bob joins'];
    const { owners } = told(entriesOf(...lines, '40 log close', '50 log open', '50 eve joins', '51 log names'), 'me');
    expect(owners.map(({ nick, at }) => [nick, at])).toEqual([
      ['me', 0],
      ['me_', 20],
      ['eve', 50],
    ]);
    const bob = told(entriesOf('0 me joins', '10 log close', '20 log open', '20 bob joins', '25 me joins'), 'me');
    expect(bob.owners.map(({ nick, at }) => [nick, at])).toEqual([
      ['me', 0],
      ['me', 25],
    ]);
    // A second client of his, where the first was never gone.
    const second = told(entriesOf('0 me joins', '10 <ada> hi', '20 log open', '20 me_ joins', '30 <ada> hm'), 'me');
    expect(second.owners.map(({ nick }) => nick)).not.toContain('me_');
  });

  test('was lost since the line before a join that a list of who is there follows, under whatever nick', () => {
    const lines = ['0 me joins', '5 <ada> hi', '10 me_ joins', '11 log info', '11 names ada me me_', '20 me quits'];
    const { gaps, owners } = told(entriesOf(...lines, '30 <ada> hm', '40 me_ parts', '50 ada joins'), 'me');
    expect(gaps.map(spell).slice(1, -1)).toEqual(['5-10 disconnected', '40-50 left']);
    expect(owners.map(({ nick, at }) => [nick, at]).slice(0, 2)).toEqual([
      ['me', 0],
      ['me_', 10],
    ]);
    const asked = [
      '0 me joins',
      '5 bob joins',
      '6 <ada> hi',
      '7 names ada bob me',
      '8 eve joins',
      '99 names ada bob eve me',
    ];
    expect(gapsFrom(asked)).toHaveLength(2);
  });

  test('is not lost by what was left of an earlier connection, nor is its owner who had that nick', () => {
    const { gaps, owners } = told(
      entriesOf('0 me joins', '5 <ada> hi', '10 me_ joins', '20 me quits', '30 bob joins'),
      'me',
    );
    expect(gaps.map(spell)).toEqual(['-0 before-log', '30- after-log']);
    expect(owners.map(({ at }) => at)).toEqual([0]);
  });

  test('is not taken by somebody with the nick that was guessed for the owner, where the log says You', () => {
    expect(gapsFrom(['0 You join', '10 me parts', '20 <ada> hi'])).toEqual(['-0 before-log', '20- after-log']);
  });

  test('has a hole where lines are known to be missing', () => {
    const logger = watch();
    const [first, second] = entriesOf('10 <ada> hi', '90 <ada> hi');
    logger.see(10, first!);
    logger.see(90, second!, true);
    expect([...logger.settled().gaps, ...lastGaps(logger.state())].map(spell)).toEqual([
      '-10 before-log',
      '10-90 hole',
      '90- after-log',
    ]);
  });

  test('goes on from its state as if it had never stopped', () => {
    const lines = entriesOf('0 <ada> hi', '10 me parts', '20 me joins', '30 log close', '40 log open', '50 me joins');
    const whole = watch();
    whole.owner('me');
    for (const line of lines) whole.see(line.at, line);
    const gaps = [];
    let state;
    for (const line of lines) {
      const logger = watch(state);
      if (!state) logger.owner('me');
      logger.see(line.at, line);
      gaps.push(...logger.settled().gaps);
      state = JSON.parse(JSON.stringify(logger.state())) as ReturnType<typeof logger.state>;
    }
    expect(gaps).toEqual(whole.settled().gaps);
    expect(state).toEqual(whole.state());
  });
});

describe('when sight is lost', () => {
  test('everybody else is unknown, never gone, and is here again by what shows it', () => {
    expect(staysFrom(['0 ada joins', '10 You part', '20 You join', '30 <ada> hi', '40 ada quits'])).toEqual([
      'ada 0-10 join gap',
      'ada 20-40 seen@30 quit',
    ]);
  });

  test('for less than the stamps can tell, it is lost all the same', () => {
    expect(staysFrom(['0 ada joins', '60 me parts', '60 me joins', '120 bob joins'])).toEqual([
      'ada 0-60 join gap',
      'bob 120-120 join open',
    ]);
  });

  test('the owner is here exactly while the log sees', () => {
    const [day] = daysOf(
      told(
        entriesOf('0 <ada> hi', '10 You part', '20 You join', '30 log disconnected', '40 You join', '50 <ada> x'),
        'me',
      ),
    );
    const own = day!.stays.filter(({ nick }) => nick === 'me');
    expect(own.map(({ from, to, start, end }) => [from, to, start, end])).toEqual([
      [0, 10, 'seen', 'part'],
      [20, 30, 'join', 'gap'],
      [40, 50, 'join', 'open'],
    ]);
  });
});

describe('several loggers', () => {
  const logger = (...gaps: readonly (readonly [number, number, Gap['cause']])[]) =>
    gaps.map(([from, to, cause]) => ({ from, to, cause }));

  test('are blind where all of them are', () => {
    const one = logger([-EVER, 10, 'before-log'], [40, 60, 'left'], [90, EVER, 'after-log']);
    const two = logger([-EVER, 0, 'before-log'], [50, 70, 'disconnected'], [100, EVER, 'after-log']);
    expect(blindSpots([one, two]).map(spell)).toEqual(['-0 before-log', '50-60 disconnected', '100- after-log']);
  });

  test('are blind at a moment of one of them within a gap of the other', () => {
    const one = logger([-EVER, 0, 'before-log'], [40, 60, 'left'], [90, EVER, 'after-log']);
    const two = logger([-EVER, 0, 'before-log'], [50, 50, 'disconnected'], [90, EVER, 'after-log']);
    for (const both of [
      [one, two],
      [two, one],
    ])
      expect(blindSpots(both).map(spell)).toEqual(['-0 before-log', '50-50 disconnected', '90- after-log']);
  });

  test('are blind as long as one of them alone was, for whatever reasons one after the other', () => {
    const one = logger([-EVER, 0, 'before-log'], [40, 60, 'left'], [50, 70, 'hole'], [90, EVER, 'after-log']);
    expect(blindSpots([one]).map(spell)).toEqual(['-0 before-log', '40-70 left', '90- after-log']);
  });

  test('leave a stretch that neither logged', () => {
    const one = logger([-EVER, 0, 'before-log'], [10, EVER, 'after-log']);
    const two = logger([-EVER, 90, 'before-log'], [100, EVER, 'after-log']);
    expect(blindSpots([one, two]).map(spell)).toEqual(['-0 before-log', '10-90 closed', '100- after-log']);
  });

  test('are not blinded by one that has no line', () => {
    const one = logger([-EVER, 0, 'before-log'], [10, EVER, 'after-log']);
    expect(blindSpots([one, []])).toEqual(one);
  });
});

describe('the owner of a log that never says whose it is', () => {
  const gaps = (...lines: readonly string[]) =>
    told(entriesOf(...lines))
      .gaps.slice(1, -1)
      .map(spell);
  const talk = ['1 <ada> a', '2 <bob> b', '3 <ada> c', '4 <bob> d', '5 <ada> e'];

  test('is who joins first and joins again without having left', () => {
    expect(gaps('0 scribe joins', ...talk, '9 scribe joins', '10 <ada> f')).toEqual(['5-9 disconnected']);
  });

  test('is who joins first and without whom nothing happens', () => {
    const lines = ['0 scribe joins', ...talk, '6 scribe parts', '8 scribe joins'];
    expect(gaps(...lines, '9 <ada> f')).toEqual([]);
    const more = [...lines, '9 ada kicks scribe', '12 scribe joins', '13 scribe is now scribe2', '14 <ada> f'];
    expect(gaps(...more)).toEqual(['6-8 left', '9-12 kicked']);
    expect(gaps(...more, '20 scribe2 parts', '30 scribe2 joins', '40 <ada> g')).toEqual([
      '6-8 left',
      '9-12 kicked',
      '20-30 left',
    ]);
  });

  test('is here from the first line on', () => {
    const days = daysOf(told(entriesOf('0 scribe joins', ...talk, '9 scribe joins', '10 <ada> f')));
    const own = days.flatMap((day) => day.stays).filter(({ nick }) => nick === 'scribe');
    expect(own.map(({ from, to, end }) => [from, to, end])).toEqual([
      [0, 5, 'gap'],
      [9, 10, 'open'],
    ]);
  });

  test('is not who only joined first', () => {
    expect(
      gaps('0 ada joins', '1 ada quits', '2 <bob> hm', ...talk, '9 ada joins', '10 ada joins', '11 <bob> x'),
    ).toEqual([]);
    expect(gaps('0 ada joins', ...talk, '9 ada quits', '12 ada joins', '13 <bob> x')).toEqual([]);
  });
});
