import { availableParallelism } from 'node:os';
import { defineProject, type UserWorkspaceConfig } from 'vitest/config';

// 'import' must not be among these: Node would then give ES modules to packages that call require.
const conditions = ['source', 'node'];

/** How many files are tested at once. A project that does not say it itself gets one less than the machine has cores: on two, one. */
export const maxWorkers = Math.min(4, Math.max(2, availableParallelism()));

/** What the tests of all projects have in common; `own` is added, or stands instead. */
export function testProject(own: UserWorkspaceConfig['test'] = {}): UserWorkspaceConfig {
  return defineProject({
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
      include: ['src/**/*.test.ts'],
      testTimeout: 60_000,
      hookTimeout: 120_000,
      maxWorkers,
      // Nothing keeps state in a module: what one file has loaded serves the next one too.
      isolate: false,
      ...own,
    },
  });
}
