// `daybook start`: what a person sees who keeps it running while logs grow.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, renameSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { resident } from '../../src/commands/resident.ts';
import { bench, line, type Bench } from './archive.ts';
import { compile, daybook } from './cli.ts';

const AT = 1_380_742_174;
const CLI = new URL('../../build/program/cli.js', import.meta.url).pathname;

describe('daybook start', () => {
  let open: Bench | undefined;
  let server: ChildProcess | undefined;
  /** Is so when the last process that `start` began is gone: one that builds may be at work a moment longer than the server. */
  let gone: Promise<unknown> | undefined;
  beforeAll(compile);
  afterEach(async () => {
    if (server?.exitCode === null && server.signalCode === null) server.kill('SIGTERM');
    await gone;
    open?.close();
  });

  const foldersOf = (content: string): readonly string[] => [
    ...['--content', content],
    ...['--out', `${content}-site`],
    ...['--cache', `${content}-cache`],
  ];

  interface Begun {
    readonly child: ChildProcess;
    readonly said: () => string;
  }

  function begin(content: string, words: readonly string[], detached = false): Begun {
    const child = spawn(process.execPath, [CLI, 'start', ...foldersOf(content), ...words], { detached });
    server = child;
    gone = once(child, 'close');
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    return { child, said: () => said };
  }

  async function serve(
    content: string,
    words: readonly string[] = [],
  ): Promise<{ readonly address: string; readonly said: () => string }> {
    const { said } = begin(content, ['--port', '0', ...words]);
    await until(() => / at http/.test(said()));
    return { address: / at (\S+)/.exec(said())?.[1] ?? '', said };
  }

  /** The exit code and what was said, when the last process that could say something is gone. */
  async function ended(content: string, words: readonly string[] = []): Promise<readonly [unknown, string]> {
    const { child, said } = begin(content, ['--port', '0', ...words]);
    await gone;
    return [child.exitCode, said()];
  }

  async function until(test: () => boolean | Promise<boolean>): Promise<void> {
    for (const end = Date.now() + 60_000; Date.now() < end;) {
      if (await test()) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error('It did not come to that in a minute.');
  }

  const page = async (address: string): Promise<string> => (await fetch(address)).text();

  it('serves the site on this machine alone, under its base, and shows a line that was appended', async () => {
    const log = `${line(AT, 'ada', 'first')}\n`;
    open = bench({ 'archive.yaml': 'url: https://irc.example.com/lab/\n', 'logs/#lab.txt': log });
    const { address } = await serve(open.folder);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/lab\/$/);
    expect(await page(`${address}lab/2013-10-02/`)).toContain('first');
    open.write({ 'logs/#lab.txt': `${log}${line(AT + 60, 'bob', 'and second')}\n` });
    await until(async () => (await page(`${address}lab/2013-10-02/`)).includes('and second'));
  });

  it('shows a line that was appended where the path of the archive begins with that of the site', async () => {
    let log = `${line(AT, 'ada', 'first')}\n`;
    open = bench({ 'logs/#lab.txt': log });
    const { address } = await serve(open.folder, ['--out', open.folder.slice(0, -1)]);
    // The first of them may be seen by the rehearsal.
    for (const text of ['and second', 'and third']) {
      log += `${line(AT + 60, 'bob', text)}\n`;
      open.write({ 'logs/#lab.txt': log });
      await until(async () => (await page(`${address}lab/2013-10-02/`)).includes(text));
    }
  });

  it('serves under the base of the site that was built last, and says so', async () => {
    open = bench({ 'logs/#lab.txt': `${line(AT, 'ada', 'first')}\n` });
    const { address, said } = await serve(open.folder);
    open.write({ 'archive.yaml': 'url: https://irc.example.com/lab/\n' });
    await until(() => said().includes(`${address}lab/\n`));
    expect(await page(`${address}lab/lab/2013-10-02/`)).toContain('first');
    open.write({ 'archive.yaml': 'urk: https://irc.example.com/other/\n' });
    await until(() => said().includes('did you mean "url"?'));
    expect(await page(`${address}lab/lab/2013-10-02/`)).toContain('first');
  });

  it('keeps serving and says what is wrong when a build fails, and ends when told to', async () => {
    open = bench({ 'logs/#lab.txt': `${line(AT, 'ada', 'first')}\n` });
    const { address, said } = await serve(open.folder);
    open.write({ 'archive.yaml': 'zoen: UTC\n' });
    await until(() => said().includes('did you mean "zone"?'));
    await until(() => said().includes('The site stays as it was before'));
    expect(await page(`${address}lab/2013-10-02/`)).toContain('first');
    const exit = new Promise((done) => server?.on('exit', done));
    server?.kill('SIGTERM');
    expect(await exit).toBe(0);
  });

  it('serves on after it was asked for what is no address', async () => {
    open = bench({ 'logs/#lab.txt': `${line(AT, 'ada', 'first')}\n` });
    const { address } = await serve(open.folder);
    for (const path of ['%', '..%2f..%2fpackage.json', '/'])
      expect((await fetch(`${address}${path}`)).status).toBe(404);
    expect(await page(`${address}lab/2013-10-02/`)).toContain('first');
  });

  it('goes on with an archive that was taken away and came back', async () => {
    let log = `${line(AT, 'ada', 'first')}\n`;
    open = bench({ 'logs/#lab.txt': log });
    const { address, said } = await serve(open.folder);
    renameSync(open.folder, `${open.folder}-aside`);
    await until(() => said().includes('There is no archive folder'));
    renameSync(`${open.folder}-aside`, open.folder);
    // The first of them may be seen by a build that its going away asked for.
    for (const text of ['and second', 'and third']) {
      log += `${line(AT + 60, 'bob', text)}\n`;
      open.write({ 'logs/#lab.txt': log });
      await until(async () => (await page(`${address}lab/2013-10-02/`)).includes(text));
    }
  });

  it('says once what is wrong when it begins, and ends, though there is a site', async () => {
    open = bench({ 'logs/#lab.txt': `${line(AT, 'ada', 'first')}\n` });
    expect(daybook(['build', ...foldersOf(open.folder)]).code).toBe(0);
    open.write({ 'archive.yaml': 'zoen: UTC\n' });
    const [code, said] = await ended(open.folder);
    expect([code, said.split('did you mean').length]).toEqual([2, 2]);
  });

  it('ends with a sentence where it cannot listen, before it builds', async () => {
    open = bench({ 'logs/#lab.txt': `${line(AT, 'ada', 'first')}\n` });
    const [code, said] = await ended(open.folder, ['--host', '203.0.113.1']);
    expect(code).toBe(2);
    expect(said.trim()).toBe('--host must be an address of this machine: 203.0.113.1 cannot be listened at.');
    expect(existsSync(`${open.folder}-site`)).toBe(false);
  });

  it('lets the build end well that is under way when it is told to end', async () => {
    const log = `${line(AT, 'ada', 'first')}\n`;
    open = bench({ 'logs/#lab.txt': log });
    const { address } = await serve(open.folder);
    const state = `${open.folder}-cache/state.json`;
    open.write({ 'logs/#lab.txt': `${log}${line(AT + 60, 'bob', 'and second')}\n` });
    // A build takes it away when it begins to change what it tells of, and lays it down again at its end.
    await until(async () => !existsSync(state) || (await page(`${address}lab/2013-10-02/`)).includes('and second'));
    const exit = new Promise((done) => server?.on('exit', done));
    server?.kill('SIGTERM');
    expect(await exit).toBe(0);
    await until(() => existsSync(state));
  });

  it('begins no build once it was told to end, as when the code that it waited for is compiled by then', async () => {
    open = bench({ 'logs/#lab.txt': `${line(AT, 'ada', 'first')}\n` });
    const [content, out] = [open.folder, `${open.folder}-site`];
    const builds = resident();
    builds.end();
    await builds.build({ content, out, cache: `${content}-cache`, quiet: true });
    expect(existsSync(out)).toBe(false);
  });

  it('ends without a word when Ctrl-C reaches all its processes while several make pages', async () => {
    const lines = Array.from({ length: 70_000 }, (_, index) => line(AT + 60 * index, 'ada', `line ${index}`));
    open = bench({ 'logs/#lab.txt': `${lines.join('\n')}\n` });
    const { folder } = open;
    const { child, said } = begin(folder, ['--port', '0'], true);
    const closed = once(child, 'close');
    await until(() => existsSync(`${folder}-site.new/lab/2013-10-02/index.html`));
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await closed;
    expect(said()).not.toMatch(/fault|Error/);
  });
});
