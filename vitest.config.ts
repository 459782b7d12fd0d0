import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The data layer imports `server-only`, which throws outside this condition.
  ssr: { resolve: { conditions: ['react-server', 'node', 'import', 'default'] } },
  test: {
    // Left alone, a machine of two cores is given one worker, and its other core waits.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'lib/**/*.test.ts',
            'tests/architecture/**/*.test.ts',
            'tests/cli/**/*.test.ts',
            'tests/compile/**/*.test.ts',
            'tests/fuzz/**/*.test.ts',
            'tests/model/**/*.test.ts',
            'tests/offline/**/*.test.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['tests/database/**/*.test.ts'],
          globalSetup: ['tests/database/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
