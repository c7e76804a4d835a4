import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      'packages/*',
      'apps/*',
      {
        resolve: { conditions: ['source', 'node'] },
        ssr: { resolve: { conditions: ['source', 'node'] } },
        test: {
          name: 'scripts',
          include: ['scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          globalSetup: ['./packages/store/src/testing/server.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    reporters: ['default', './scripts/test/counting-reporter.mjs'],
  },
});
