import { defineConfig } from 'vitest/config';

/** Four layers, from the fastest to the slowest; CONTRIBUTING says which test goes where. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        test: {
          name: 'run',
          include: ['tests/run/**/*.test.ts'],
          testTimeout: 60_000,
          // Each looks whether anything is left on the machine.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/site/build-sites.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/site/build-sites.ts', 'tests/browser/serve-sites.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
          // A machine that is busy with something else can starve a browser; what is wrong is wrong each time.
          retry: 2,
          fileParallelism: false,
        },
      },
    ],
  },
});
