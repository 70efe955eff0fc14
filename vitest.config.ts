import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Laws over generated input and tests in a browser take seconds, on a slow machine many. Files of tests run two at a time on two
// processors, too, where Vitest would leave one of them idle. Files of a worker share the modules that they test, as the builds of a
// process that stays do: to load them anew for each file took a tenth of the time of all tests. Expressions are compiled as in a
// build (src/program/engine.ts). Certificates that a machine gives to all of Node are read by each process that starts, some hundred
// builds among them, and no test asks a network.
export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: Math.max(2, availableParallelism() - 1),
    isolate: false,
    execArgv: ['--no-regexp-tier-up'],
    env: { NODE_EXTRA_CA_CERTS: '' },
  },
});
