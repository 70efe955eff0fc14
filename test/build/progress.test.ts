// What a build says of how far it has come, where nothing can be drawn.
import { expect, test } from 'vitest';
import { progress } from '../../src/commands/progress.ts';

test('a stage that takes long is told of every five seconds, with its rate and the time left', async () => {
  let clock = 0;
  const lines: string[] = [];
  const io = {
    out: () => undefined,
    data: () => undefined,
    err: (line: string) => void lines.push(line),
    terminal: false,
  };
  const { stage, end } = await progress(io, () => clock);
  stage('files', 1, 1);
  for (let done = 0; done <= 3000; done += 250) {
    stage('pages', done, 3000);
    clock += 1000;
  }
  // The first of a stage tells no rate yet.
  clock += 5000;
  stage('check', 1, 40);
  clock += 20_000;
  stage('check', 5, 40);
  end();
  expect(lines).toEqual([
    'writing pages: 1,250 of 3,000 days, 250 a second, 7 s left',
    'writing pages: 2,500 of 3,000 days, 250 a second, 2 s left',
    'looking for what should not be published: 1 of 40 days',
    'looking for what should not be published: 5 of 40 days, 0.2 a second, 175 s left',
  ]);
});

test('nothing is said of what is done at once', async () => {
  const lines: string[] = [];
  const io = {
    out: () => undefined,
    data: () => undefined,
    err: (line: string) => void lines.push(line),
    terminal: false,
  };
  const { stage } = await progress(io, () => 0);
  stage('files', 1, 2);
  stage('files', 2, 2);
  expect(lines).toEqual([]);
});
