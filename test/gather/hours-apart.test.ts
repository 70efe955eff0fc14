// A log of local times whose zone nobody has named stands hours away from the other log of the same talk.
import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../src/commands/report.ts';
import { toldOf } from '../../src/commands/told.ts';
import { line, made } from '../build/archive.ts';

const START = 1_380_742_174;
const NICKS = ['ada', 'bob', 'eve'];
const SAID = Array.from({ length: 120 }, (_, index) => ({
  at: START + index * 97,
  nick: NICKS[index % 3] ?? '',
  text: `a sentence of some length, number ${index}`,
}));
const scrollback = (said = SAID): string => said.map(({ at, nick, text }) => `${line(at, nick, text)}\n`).join('');
/** As a client wrote it so many seconds east of UTC. */
const znc = (east: number, said = SAID): Record<string, string> => {
  const files: Record<string, string> = {};
  for (const { at, nick, text } of said) {
    const stamp = new Date((at + east) * 1000).toISOString();
    const path = `logs/bob/#loom/${stamp.slice(0, 10)}.log`;
    files[path] = `${files[path] ?? ''}[${stamp.slice(11, 19)}] <${nick}> ${text}\n`;
  }
  return files;
};
const problems = async (files: Readonly<Record<string, string>>, more = '') => {
  const { report } = await made({ 'archive.yaml': `zone: UTC\n${more}`, 'logs/ada/#loom.txt': scrollback(), ...files });
  const { files: surveyed, channels, unfound } = report;
  const found = await problemsOf({ files: surveyed, told: channels.map(toldOf), unfound }, '.');
  return found.flatMap(({ sentence, shown }) => [sentence, ...shown]);
};

describe('Two logs of the same talk, hours apart', () => {
  it('are told of, with the one whose zone should be named', async () => {
    expect(await problems(znc(5.5 * 3600))).toEqual([
      'logs/bob/#loom/2013-10-03.log tells what logs/ada/#loom.txt tells, 5 h 30 min later, so its lines stand twice; in archive.yaml, name the zone that its times are in, for all logs (zone: …) or for this one.',
      ...['  channels:', '    - name: "#loom"', '      logs:', '        - { path: "logs/ada/#loom.txt" }'],
      '        - { path: "logs/bob/#loom/2013-10-03.log", zone: … }',
    ]);
  });

  it('are told of by what the clock was off, where no zone can be it', async () => {
    const bob = (more = '') =>
      problems({ 'logs/bob/#loom.txt': scrollback(SAID.map((one) => ({ ...one, at: one.at + 700 }))) }, more);
    expect(await bob()).toEqual([
      'logs/bob/#loom.txt tells what logs/ada/#loom.txt tells, 11 min 40 s later, so its lines stand twice; in archive.yaml, say what its clock was ahead, if it was that one that was wrong.',
      ...['  channels:', '    - name: "#loom"', '      logs:', '        - { path: "logs/ada/#loom.txt" }'],
      '        - { path: "logs/bob/#loom.txt", offset: 700s }',
    ]);
    const logs = 'logs: [{ path: logs/ada/** }, { path: logs/bob/**, offset: 700s }]';
    expect(await bob(`channels: [{ name: "#loom", ${logs} }]\n`)).toEqual([]);
  });

  it('are told of one by one, and what to write into settings once for their channel', async () => {
    const late = scrollback(SAID.map((one) => ({ ...one, at: one.at + 700 })));
    const told = await problems({ ...znc(5.5 * 3600), 'logs/eve/#loom.txt': late });
    expect(told.filter((sentence) => sentence.includes(' tells what '))).toHaveLength(2);
    expect(told.slice(-6)).toEqual([
      ...['  channels:', '    - name: "#loom"', '      logs:', '        - { path: "logs/ada/#loom.txt" }'],
      '        - { path: "logs/eve/#loom.txt", offset: 700s }',
      '        - { path: "logs/bob/#loom/2013-10-03.log", zone: … }',
    ]);
  });

  it('are told of with the one whose zone should be named among the first of many', async () => {
    const parts = Array.from({ length: 13 }, (_, part): readonly [string, string] => [
      `logs/ada/${part}/#loom.txt`,
      scrollback(SAID.slice(part * 9, part * 9 + 12)),
    ]);
    const told = await problems({ ...Object.fromEntries(parts), ...znc(5.5 * 3600) });
    const [more, ...shown] = told.filter((shownLine) => /^ {8}- /.test(shownLine)).toReversed();
    expect(more).toBe('        - … and the others, 15 in all');
    expect(shown).toHaveLength(12);
    expect(shown[0]).toBe('        - { path: "logs/bob/#loom/2013-10-03.log", zone: … }');
  });

  it('are told of once, where several logs of local times tell the same', async () => {
    const theirs = Object.entries(znc(-7 * 3600));
    const more = Object.fromEntries(
      theirs.map(([path, text]) => [path.replace('bob', 'eve'), text.replaceAll(':00]', ':01]')]),
    );
    const told = await problems({ ...znc(-7 * 3600), ...more });
    expect(told.filter((sentence) => sentence.includes(' tells what '))).toHaveLength(1);
  });

  it('are told of where the log of local times comes first', async () => {
    const [problem = ''] = await problems(znc(-5 * 3600));
    expect(problem).toMatch(
      /^logs\/bob\/#loom\/2013-10-02\.log tells what logs\/ada\/#loom\.txt tells, 5 h earlier, so/,
    );
  });

  it('are not told of once the zone is named, nor where others were there at other times', async () => {
    const named =
      'channels: [{ name: "#loom", logs: [{ path: "logs/ada/#loom.txt" }, { path: "logs/bob/**", zone: Asia/Kolkata }] }]\n';
    expect(await problems(znc(5.5 * 3600), named)).toEqual([]);
    const others = SAID.map((one) => ({ ...one, at: one.at + 40_000, text: `${one.text}, something else` }));
    expect(await problems(znc(0, others), 'channels: [{ name: "#loom", networks: [ada, bob] }]\n')).toEqual([]);
  });
});
