import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { maxWorkers, testProject } from './vitest.project.ts';

const scripts = testProject({
  name: 'scripts',
  include: ['scripts/**/*.test.ts', 'bench/**/*.test.ts'],
  globalSetup: ['./packages/store/src/testing/server.ts'],
  testTimeout: 120_000,
});

/** Files that take a minute and more: begun first, they do not keep one worker waiting for the other at the end. */
const longest = [
  'every-page.test.ts',
  'rights-matrix.test.ts',
  'no-success-without-commit.test.ts',
  'withheld.test.ts',
  'command-matrix.test.ts',
  'random-commands.test.ts',
  // Shorter, but they wait more than they work, and would be the last of all.
  'kill.test.ts',
  'system.test.ts',
];
const isLong = ({ moduleId }: TestSpecification) => longest.some((name) => moduleId.endsWith(`/${name}`));

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((one) => !isLong(one))];
  }
}

export default defineConfig({
  test: {
    projects: ['packages/*', 'apps/*', scripts],
    maxWorkers,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './scripts/test/counting-reporter.mjs'],
  },
});
