// The program as it is run: few files in the place of hundreds of modules, which would take longer to find and load than many a
// build takes. Libraries are joined in, but for those that bring files of their own or are seldom asked for.
import { chmodSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';

/**
 * First modules of processes, and what Eleventy loads: how each is run. They are CommonJS: Node sets up its loader of other modules
 * only for those who ask for it, and that takes as long as to find that nothing has changed.
 */
const FIRST = {
  cli: `const { end, run } = load('cli');\nrun().then(end);`,
  'commands/channel-worker': `load('channel-worker');`,
  'commands/page-worker': `load('page-worker');`,
  'commands/resident-build': `load('resident-build');`,
  'site/plugin': `module.exports = load('plugin').default;`,
};
/** @param {string} path */
const nameOf = (path) => path.split('/').at(-1) ?? path;

/**
 * Joins the compiled modules under a folder, and puts the program in the place of another folder: `parts` are the modules,
 * beside them is what loads them.
 * @param {string} folder
 * @param {string} out
 */
export async function joinProgram(folder, out) {
  // In a folder of its own until it is whole: somebody else may be running the old one.
  const [whole, former] = [`${out}.${process.pid}`, `${out}.${process.pid}.old`];
  try {
    await join(Object.fromEntries(Object.keys(FIRST).map((path) => [nameOf(path), `${folder}/${path}.js`])), {
      dir: `${whole}/parts`,
      format: 'cjs',
      exports: 'named',
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name].cjs',
    });
    await join({ load: `${folder}/program/load.js` }, { dir: whole, format: 'cjs' });
    writeFileSync(`${whole}/package.json`, '{ "type": "commonjs" }\n');
    for (const [path, run] of Object.entries(FIRST)) {
      const name = `${whole}/${nameOf(path)}.js`;
      writeFileSync(name, `#!/usr/bin/env node\nconst { load } = require('./load.js');\n${run}\n`);
    }
    chmodSync(`${whole}/cli.js`, 0o755);
    writeFileSync(
      `${whole}/plugin.d.ts`,
      `declare const plugin: typeof import('../js/site/plugin.js', { with: { 'resolution-mode': 'import' } }).default;\nexport = plugin;\n`,
    );
    writeFileSync(`${whole}/load.d.ts`, `export * from '../js/program/load.js';\n`);
    // Whoever runs the old one may still load something of it.
    if (existsSync(out)) renameSync(out, former);
    renameSync(whole, out);
  } finally {
    for (const folder of [whole, former]) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {Record<string, string>} input
 * @param {import('rolldown').OutputOptions} output
 */
async function join(input, output) {
  const made = await rolldown({
    input,
    platform: 'node',
    external: [/^@11ty\//, 'chokidar', 'csso'],
    // The compiler has made the code what Node of these versions runs.
    transform: { target: 'node20.19' },
  });
  try {
    await made.write(output);
  } finally {
    await made.close();
  }
}
