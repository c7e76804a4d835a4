import { writeFileSync } from 'node:fs';

/** Counts tests, not files; a file that could not be loaded, and an error outside every test, count as failed. */
export function countTests(modules, unhandledErrors) {
  const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'failed') failedHere += 1;
      else if (state === 'passed') counts.passed += 1;
      else counts.skipped += 1;
    }
    counts.failed += failedHere || (module.state() === 'failed' ? 1 : 0);
  }
  return counts;
}

/** The last line of a test run. */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** vitest's reporter: leaves the counts in the file that MASE_TEST_COUNTS names, or prints the last line itself. */
export default class CountingReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = countTests(modules, unhandledErrors);
    if (process.env.MASE_TEST_COUNTS) writeFileSync(process.env.MASE_TEST_COUNTS, JSON.stringify(counts));
    else process.stdout.write(`${summaryLine(counts)}\n`);
  }
}
