import { setFlagsFromString } from 'node:v8';

/**
 * Sets V8 up for what a process of ours does. Each process calls it before anything else.
 *
 * - The heap grows by no more than three fifths of what is live. By itself V8 lets it grow fourfold where the machine has
 *   memory, whatever others there need. Less than this takes longer and saves nothing.
 * - Expressions are compiled when they are first used. By itself V8 begins with byte code, of which classes of letters make so
 *   much, where a text is not all Latin 1, that to find out which client wrote a log took longer than to build its site.
 */
export function tuneEngine(): void {
  setFlagsFromString('--heap-growing-percent=60');
  setFlagsFromString('--no-regexp-tier-up');
}
