// Whatever happened to an archive between its builds, its site is that of a build from nothing, byte for byte.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bench, line } from './archive.ts';
import { compile, copiedPackage, daybookAlone, killedAfter, Resident, treeOf, type Ran } from './cli.ts';

const START = 1_380_742_174;
const DAY = 86_400;
const CHANNEL = '#lab';
const TEMPLATE = readFileSync('templates/days.11ty.js', 'utf8');
const SETTINGS = `title: The lab
url: https://irc.example.com/
trackers: [{ name: PV, match: '\\bPV (\\d+)', url: 'https://bugs.example.com/$1' }]
`;

/** The archive as it grows: lines by their logs, in the order of the files; other files by their paths. */
interface State {
  readonly logs: Map<string, string[]>;
  readonly files: Map<string, string>;
  at: number;
  /** How often the templates were edited. */
  edits: number;
}

const said = ['k', 'ada: yes', 'see PV 17 and https://example.com/a', 'it is in attach_page()', '*** x has joined'];
const joined = (at: number, nick: string): string =>
  `T ${at} -10-11>\t${nick} 14(10~${nick}@host.example14) has joined ${CHANNEL}`;
const quit = (at: number, nick: string): string => `T ${at} <10-11-\t${nick} has quit 14(Leaving14)`;
const renamed = (at: number, nick: string): string => `T ${at} -10-11-\t${nick} is now known as ${nick}_`;

const nick = fc.constantFrom('ada', 'bob', 'eve', 'zoe');
const step = fc.constantFrom(1, 60, 4000, 40_000, 5 * DAY, 100 * DAY);
const words = fc.constantFrom(...said);
/** Days of one of them are not all of one length. */
const zone = fc.constantFrom('', 'zone: Asia/Tokyo\n', 'zone: Europe/Helsinki\n');

/** What can happen to an archive; each does it to the state. */
const happening: fc.Arbitrary<(state: State) => void> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.tuple(step, nick, words, fc.nat(5)), { minLength: 1, maxLength: 6 }).map((lines) => {
      return (state: State): void => {
        for (const [pause, who, text, kind] of lines) {
          state.at += pause;
          const make = [joined, quit, renamed][kind] ?? ((at: number, name: string) => line(at, name, text));
          state.logs.get('#lab.txt')?.push(make(state.at, who));
        }
      };
    }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(), nick, words).map(([where, who, text]) => ({ logs }: State): void => {
      const lines = logs.get('#lab.txt') ?? [];
      const place = 1 + (where % Math.max(1, lines.length - 1));
      const at = Number(/^T (\d+)/.exec(lines[place - 1] ?? '')?.[1]);
      lines.splice(place, 0, line(at, who, `${text} then`));
    }),
  },
  // Somebody who was there for weeks and never spoke.
  {
    weight: 1,
    arbitrary: fc.constantFrom('ghost', 'spirit').map((who) => (state: State): void => {
      state.logs.get('#lab.txt')?.push(line((state.at += 60), who, 'I was here all along'));
    }),
  },
  // A line stamped long ago, at the end of the log.
  {
    weight: 1,
    arbitrary: nick.map((who) => ({ logs, at }: State): void => {
      logs.get('#lab.txt')?.push(line(at - 9 * DAY, who, 'from the past'));
    }),
  },
  {
    weight: 2,
    arbitrary: fc.nat(3).map((late) => ({ logs }: State): void => {
      if (logs.delete('other/#lab.txt')) return;
      const lines = logs.get('#lab.txt') ?? [];
      const shifted = lines.slice(2).map((one) => one.replace(/^T (\d+)/, (_, at: string) => `T ${Number(at) + late}`));
      logs.set('other/#lab.txt', [...shifted, line(START + 31 * DAY, 'eve', 'only here')]);
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        zone,
        fc.constantFrom(
          'privacy: { people: [{ nicks: [bob], as: somebody }] }\n',
          'people: [{ name: Ada L, nicks: [ada, eve] }]\n',
          `channels: [{ name: "${CHANNEL}", presence: none }]\n`,
          '',
        ),
      )
      .map(
        (more) =>
          ({ files }: State): void =>
            void files.set('archive.yaml', SETTINGS + more.join('')),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('pages/rules.md', 'notes/lab/2013-10-02.md', 'theme.css', 'header.md', 'logs/#loom.txt')
      .map((path) => ({ files }: State): void => {
        if (files.delete(path)) return;
        const texts: Readonly<Record<string, string>> = {
          'theme.css': 'body { color: navy }\n',
          'logs/#loom.txt': `${line(START + DAY, 'ada', 'to the loom')}\n`,
        };
        files.set(path, texts[path] ?? '# Be kind\n');
      }),
  },
);

/** Somebody edits the templates. */
const edited = fc.constant((state: State): void => void (state.edits += 1));

/** A build after a happening: whole, or killed after so many milliseconds and followed by another. */
const course = fc.array(
  fc.tuple(
    fc.oneof({ weight: 12, arbitrary: happening }, { weight: 1, arbitrary: edited }),
    fc.option(fc.integer({ min: 150, max: 1200 }), { freq: 4 }),
  ),
  {
    minLength: 2,
    maxLength: 5,
  },
);

describe('a site that was built again and again', () => {
  beforeAll(compile);

  it(
    'is that of a build from nothing, whatever happened and whenever builds were killed',
    { timeout: 600_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(course, fc.boolean(), async (happenings, stays) => {
          const open = bench();
          const site = `${open.folder}-site`;
          const installed = copiedPackage(mkdtempSync(join(tmpdir(), 'daybook-installed-')));
          const built = (out: string, cache: string): Ran => daybookAlone(words(out, cache), {}, installed);
          const words = (out: string, cache: string): string[] => [
            ...['build', '--content', open.folder, '--out', out, '--cache', cache],
            '--allow-lost-links',
          ];
          const state: State = {
            logs: new Map([['#lab.txt', [joined(START, 'ada'), line(START + 5, 'ada', 'good morning')]]]),
            files: new Map([['archive.yaml', SETTINGS]]),
            at: START + 3 * DAY,
            edits: 0,
          };
          let resident: Resident | undefined;
          /** Builds in a process of its own, or in one that stays, as long as its code is what it was. */
          const builtAgain = async (): Promise<unknown> => {
            if (!stays) return built(site, open.cache).code;
            resident ??= new Resident(installed);
            return resident.build({ content: open.folder, out: site, cache: open.cache, allowLostLinks: true });
          };
          let written = new Set<string>();
          const write = (): void => {
            const logs = [...state.logs].map(([path, lines]) => [`logs/${path}`, `${lines.join('\n')}\n`] as const);
            const files: Record<string, string | undefined> = Object.fromEntries([...state.files, ...logs]);
            const now = new Set(Object.keys(files));
            for (const path of written) if (!now.has(path)) files[path] = undefined;
            open.write(files);
            written = now;
            if (state.edits === 0) return;
            const [plain, more] = ['site.day(number)', `site.day(number) + '<!-- ${state.edits} -->'`];
            writeFileSync(join(installed, 'templates/days.11ty.js'), TEMPLATE.replace(plain, more));
            writeFileSync(join(installed, 'templates/styles/zz-edited.css'), `.edited { order: ${state.edits} }\n`);
          };
          try {
            write();
            expect(await builtAgain()).toBe(0);
            await resident?.build({ content: open.folder, out: site, cache: open.cache, rehearse: true });
            for (const [happen, kill] of happenings) {
              const { edits } = state;
              happen(state);
              write();
              if (state.edits > edits) {
                resident?.end();
                resident = undefined;
              }
              if (kill !== null) await killedAfter(words(site, open.cache), kill, installed);
              else expect(await builtAgain()).toBe(0);
            }
            expect(await builtAgain()).toBe(0);
            expect(built(`${site}2`, `${open.cache}2`)).toMatchObject({ code: 0 });
            const [grown, fresh] = [treeOf(site), treeOf(`${site}2`)];
            expect([...grown.keys()]).toEqual([...fresh.keys()]);
            for (const [path, bytes] of fresh) expect(grown.get(path)?.toString(), path).toBe(bytes.toString());
          } finally {
            resident?.end();
            for (const folder of [site, `${site}2`, installed]) rmSync(folder, { recursive: true, force: true });
            open.close();
          }
        }),
        { numRuns: 8 },
      );
    },
  );
});
