import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    // Two workers: what a small machine and the hosted runners have.
    maxWorkers: 2,
    // Nothing keeps state between tests, so that files share what they import: half of the time went into importing it anew.
    isolate: false,
    // A slow machine is no failure: nothing here is timed. A search tries every example.
    testTimeout: process.env['DR_LINT_SEARCH'] === undefined ? 60_000 : 300_000,
    hookTimeout: 60_000,
  },
});
