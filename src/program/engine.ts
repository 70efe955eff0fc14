import { setFlagsFromString } from 'node:v8';

/**
 * Sets up what a process of ours runs on, for what it does, before anything else of it is loaded.
 *
 * - The heap grows by no more than three fifths of what is live. By itself V8 lets it grow fourfold where the machine has
 *   memory, whatever others there need. Less than this takes longer and saves nothing.
 * - Expressions are compiled when they are first used. By itself V8 begins with byte code, of which classes of letters make so
 *   much, where a text is not all Latin 1, that to find out which client wrote a log took longer than to build its site.
 *   `--no-regexp-tier-up` does the same, but what ran in byte code before it crashes the process when it runs again, as Node's own
 *   expressions do now and then.
 * - A function is compiled for speed when it has run three times as long as V8 would let it by itself: most of what adds one
 *   line to an archive would be compiled so and then be over. What goes through a whole archive does not notice. Later versions
 *   of V8 have no such flag.
 * - The sizes of the heap's generations are only asked for on a command line, as `npm run build` does: a young one of 8 MiB,
 *   an old one that is not gone through before it has 128 MiB, twice what adding a line to a long archive fills. They are
 *   named here, too, since code that is kept (`load.ts`) belongs to the flags of the process that made it.
 * - Eleventy does not look, in a thread of its own, for modules of templates that change while a process runs: none of ours
 *   outlives a change of its code.
 */
export function tuneEngine(): void {
  const flags = ['--heap-growing-percent=60', '--regexp-tier-up-ticks=0'];
  if (process.version.startsWith('v20.')) flags.push('--interrupt-budget=400000');
  flags.push('--max-semi-space-size=8', '--min-semi-space-size=8', '--initial-old-space-size=128');
  for (const flag of flags) setFlagsFromString(flag);
  process.env['ELEVENTY_SKIP_ESM_RESOLVER'] = '1';
}
