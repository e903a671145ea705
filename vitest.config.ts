import { defineConfig } from 'vitest/config';
import { PATIENCE, PATIENCE_IN_PAGE } from './tests/patience.ts';

/**
 * Four layers, from the fastest to the slowest. They run one after another, so that they don't compete for the machine;
 * CONTRIBUTING says which test goes where. `full` runs nightly. Nothing is retried.
 */
export default defineConfig({
  test: {
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    teardownTimeout: PATIENCE,
    expect: { poll: { timeout: PATIENCE_IN_PAGE } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/use-site.ts'],
          // Loading our modules anew for each file took half as long as the tests. No module keeps what a test has changed.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'run',
          include: ['tests/run/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          // Each test checks that nothing is left on the machine.
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/site/build-sites.ts'],
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/serve-sites.ts'],
          sequence: { groupOrder: 3 },
          // Each file has a browser of its own, and with it a clipboard.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: { name: 'full', include: ['tests/full/**/*.test.ts'], sequence: { groupOrder: 4 } },
      },
    ],
  },
});
