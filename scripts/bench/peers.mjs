// Others' tools on the same talk, where they are installed: the days of a site that a build has made, as each wants them.
import { copyFileSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isHere, measured as measure, median } from './measure.mjs';

/** @typedef {{ name: string, command: string, prepare: (channel: string, work: string) => void, words: (work: string) => string[] }} Peer */

/** The days of a channel's folder. @param {string} channel @param {string} ending */
const days = (channel, ending) =>
  readdirSync(channel).filter((name) => /^\d{4}-\d\d-\d\d\./.test(name) && name.endsWith(ending));

const PAGE = `<!doctype html><title>{{ .Title }}</title>{{ $day := getJSON "days/" .Title ".json" }}
{{ range $day.entries }}<p id="{{ .id }}"><a href="#{{ .id }}">{{ time.Format "15:04:05" (int .at) }}</a> <b>{{ .nick }}</b> {{ .text }}</p>
{{ end }}`;

/** @type {readonly Peer[]} */
export const PEERS = [
  {
    name: '`logs2html -f`, a log a day → HTML',
    command: 'logs2html',
    prepare(channel, work) {
      mkdirSync(work, { recursive: true });
      for (const name of days(channel, '.txt'))
        copyFileSync(join(channel, name), join(work, `bench.${name.slice(0, 10)}.log`));
    },
    words: (work) => ['-f', work],
  },
  {
    name: '`hugo`, day files → HTML',
    command: 'hugo',
    prepare(channel, work) {
      for (const folder of ['content', 'days', 'layouts/_default']) mkdirSync(join(work, folder), { recursive: true });
      writeFileSync(
        join(work, 'config.toml'),
        'baseURL = "https://irc.example.com/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\ntimeout = "600s"\n',
      );
      writeFileSync(join(work, 'layouts/_default/single.html'), PAGE);
      writeFileSync(
        join(work, 'layouts/index.html'),
        '{{ range .Site.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}',
      );
      for (const name of days(channel, '.json')) {
        const date = name.slice(0, 10);
        cpSync(join(channel, name), join(work, 'days', name));
        writeFileSync(join(work, 'content', `${date}.md`), `---\ntitle: "${date}"\n---\n`);
      }
    },
    words: (work) => ['--source', work, '--quiet'],
  },
];

/** Measures the peers that are here. @param {number} runs @param {string} channel folder of the channel in the site @param {string} work */
export async function measuredPeers(runs, channel, work) {
  /** @type {{ name: string, measured: import('./measure.mjs').Measured | undefined }[]} */
  const all = [];
  for (const { name, command, prepare, words } of PEERS) {
    if (!isHere(command)) {
      all.push({ name, measured: undefined });
      continue;
    }
    const folder = join(work, command);
    prepare(channel, folder);
    all.push({ name, measured: await median(runs, () => measure(command, words(folder))) });
  }
  return all;
}
