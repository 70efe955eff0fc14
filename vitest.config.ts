import { defineConfig } from 'vitest/config';

// Laws over generated input and tests in a browser take seconds, on a slow machine many.
export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 300_000 } });
