import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Laws over generated input and tests in a browser take seconds, on a slow machine many. Files of tests run two at a time on two
// processors, too, where Vitest would leave one of them idle. Expressions are compiled as in a build (src/commands/engine.ts).
export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: Math.max(2, availableParallelism() - 1),
    execArgv: ['--no-regexp-tier-up'],
  },
});
