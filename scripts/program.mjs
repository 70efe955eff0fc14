// The program as it is run: few files in the place of hundreds of modules, which would take longer to find and load than many a
// build takes. Libraries are joined in, but for those that bring files of their own or are seldom asked for.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';

/** First modules of processes, and what Eleventy loads. */
const FIRST = ['cli', 'commands/channel-worker', 'commands/page-worker', 'commands/resident-build', 'site/plugin'];

/**
 * Joins the compiled modules under a folder, and puts the program in the place of another folder.
 * @param {string} folder
 * @param {string} out
 */
export async function joinProgram(folder, out) {
  const made = await rolldown({
    input: Object.fromEntries(FIRST.map((path) => [path.split('/').at(-1) ?? path, `${folder}/${path}.js`])),
    platform: 'node',
    external: [/^@11ty\//, 'chokidar', 'csso'],
    // The compiler has made the code what Node of these versions runs.
    transform: { target: 'node20.19' },
  });
  // In a folder of its own until it is whole: somebody else may be compiling, too, or running the old one.
  const whole = `${out}.${process.pid}`;
  try {
    await made.write({ dir: whole, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'parts/[name].js' });
    writeFileSync(`${whole}/plugin.d.ts`, `export { default } from '../js/site/plugin.js';\n`);
    rmSync(out, { recursive: true, force: true });
    renameSync(whole, out);
  } finally {
    await made.close();
    rmSync(whole, { recursive: true, force: true });
  }
}
