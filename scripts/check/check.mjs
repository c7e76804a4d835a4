import { cleanEnvironment } from '../bootstrap/clean-environment.mjs';
import { install } from '../bootstrap/install.mjs';
import { ROOT } from '../bootstrap/paths.mjs';
import { runCommand } from '../bootstrap/run-command.mjs';
import { checkBudgets } from './budgets.mjs';
import { checkPurity } from './purity.mjs';
import { checkWalls } from './walls.mjs';

const tool =
  (program, ...args) =>
  async () =>
    (await runCommand(program, args, { cwd: ROOT, env: cleanEnvironment() })) === 0;

/** What `npm run check` looks at; what is only advice does not fail it. */
const CHECKS = [
  { name: 'lint and format', run: tool('biome', 'check', '--max-diagnostics=200', '.') },
  { name: 'walls', run: checkWalls },
  { name: 'purity of the workflow', run: checkPurity },
  { name: 'budgets', run: checkBudgets },
  { name: 'unused files, exports and dependencies', run: tool('knip', '--no-progress'), advice: true },
];

/** `npm run check`: all checks of the house, each to its end; 0 when none failed. */
export async function check() {
  await install();
  const results = [];
  for (const { name, run, advice } of CHECKS) {
    process.stdout.write(`\n== ${name}\n`);
    const passed = await run();
    results.push({
      name,
      word: passed ? 'passed' : advice ? 'advice above' : 'FAILED',
      failed: !passed && !advice,
    });
  }
  process.stdout.write(`\n${results.map(({ name, word }) => `${word.padEnd(12)} ${name}`).join('\n')}\n`);
  return results.some(({ failed }) => failed) ? 1 : 0;
}
