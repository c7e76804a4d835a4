import { defineProject } from 'vitest/config';

// 'import' must not be among these: Node would then give ES modules to packages that call require.
const conditions = ['source', 'node'];

export default defineProject({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['src/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
