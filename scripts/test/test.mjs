import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../bootstrap/build.mjs';
import { cleanEnvironment } from '../bootstrap/clean-environment.mjs';
import { install } from '../bootstrap/install.mjs';
import { ROOT } from '../bootstrap/paths.mjs';
import { runCommand } from '../bootstrap/run-command.mjs';
import { summaryLine } from './counting-reporter.mjs';

/** `npm test`: brings what is needed, runs every test once, ends with "N passed, N failed, N skipped"; 0 only when nothing failed. */
export async function test(args) {
  try {
    await install();
    await build();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.stdout.write(`${summaryLine({ passed: 0, failed: 1, skipped: 0 })}\n`);
    return 1;
  }
  return runTests(args);
}

/** Runs vitest with `args` and prints the last line; a run that ends without counting is a failure. */
export async function runTests(args, cwd = ROOT) {
  const folder = mkdtempSync(join(tmpdir(), 'mase-counts-'));
  const file = join(folder, 'counts.json');
  try {
    const env = { ...cleanEnvironment(), MASE_TEST_COUNTS: file };
    const code = await runCommand('vitest', ['run', ...args], {
      cwd,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const counted = existsSync(file);
    const counts = counted ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: 0 };
    if (code !== 0 && counts.failed === 0) {
      process.stderr.write(
        `The run ended with ${code} although no test failed; that counts as one failure.\n`,
      );
      counts.failed = 1;
    }
    process.stdout.write(`${summaryLine(counts)}\n`);
    return counts.failed > 0 || !counted ? code || 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
