import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../bootstrap/paths.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mase-counting-'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const reporter = JSON.stringify(join(ROOT, 'scripts/test/counting-reporter.mjs'));
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    `export default { test: { reporters: ['default', ${reporter}] } };`,
  );
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(files: Record<string, string>) {
  for (const [name, body] of Object.entries(files)) {
    writeFileSync(join(folder, name), `import { expect, test } from 'vitest';\n${body}`);
  }
  const module = JSON.stringify(pathToFileURL(join(ROOT, 'scripts/test/test.mjs')).href);
  const program = `const { runTests } = await import(${module}); process.exit(await runTests([], ${JSON.stringify(folder)}));`;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  return { lastLine: stdout.trimEnd().split('\n').at(-1), status };
}

const ONE_PASSES = "test('one', () => expect(1).toBe(1));";

test('a run without failures ends with its counts alone on the last line, and with 0', () => {
  const left = "test.todo('later');";
  expect(run({ 'a.test.mjs': ONE_PASSES, 'b.test.mjs': ONE_PASSES + left })).toEqual({
    lastLine: '2 passed, 0 failed, 1 skipped',
    status: 0,
  });
});

test('a failing test makes the run fail', () => {
  const files = { 'a.test.mjs': `${ONE_PASSES} test('two', () => expect(1).toBe(2));` };
  expect(run(files)).toEqual({ lastLine: '1 passed, 1 failed, 0 skipped', status: 1 });
});

test('a file that cannot be loaded counts as a failure', () => {
  const files = { 'a.test.mjs': ONE_PASSES, 'b.test.mjs': "import './nowhere.mjs';" };
  expect(run(files)).toEqual({ lastLine: '1 passed, 1 failed, 0 skipped', status: 1 });
});

test('an error outside every test counts as a failure', () => {
  const files = {
    'a.test.mjs': `${ONE_PASSES} setTimeout(() => { throw new Error('late'); }, 0); test('wait', () => new Promise((r) => setTimeout(r, 50)));`,
  };
  expect(run(files)).toEqual({ lastLine: '2 passed, 1 failed, 0 skipped', status: 1 });
});

test('a run that finds no tests is a failure', () => {
  expect(run({})).toEqual({ lastLine: '0 passed, 1 failed, 0 skipped', status: 1 });
});
