import { defineConfig } from 'vitest/config';
import { maxWorkers, testProject } from './vitest.project.ts';

const scripts = testProject({
  name: 'scripts',
  include: ['scripts/**/*.test.ts', 'bench/**/*.test.ts'],
  globalSetup: ['./packages/store/src/testing/server.ts'],
  testTimeout: 120_000,
});

export default defineConfig({
  test: {
    projects: ['packages/*', 'apps/*', scripts],
    maxWorkers,
    reporters: ['default', './scripts/test/counting-reporter.mjs'],
  },
});
