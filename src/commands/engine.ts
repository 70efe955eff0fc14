import { setFlagsFromString } from 'node:v8';

/**
 * Sets up what a process of ours runs on, for what it does. Each calls it before anything else.
 *
 * - The heap grows by no more than three fifths of what is live. By itself V8 lets it grow fourfold where the machine has
 *   memory, whatever others there need. Less than this takes longer and saves nothing.
 * - Expressions are compiled when they are first used. By itself V8 begins with byte code, of which classes of letters make so
 *   much, where a text is not all Latin 1, that to find out which client wrote a log took longer than to build its site.
 * - Eleventy does not look, in a thread of its own, for modules of templates that change while a process runs: none of ours
 *   outlives a change of its code.
 */
export function tuneEngine(): void {
  setFlagsFromString('--heap-growing-percent=60');
  setFlagsFromString('--no-regexp-tier-up');
  process.env['ELEVENTY_SKIP_ESM_RESOLVER'] = '1';
}
