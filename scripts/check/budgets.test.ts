import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { measureBudgets } from './budgets.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mase-budgets-'));
  put('packages/one/package.json', '{}');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const lines = (count: number) => 'export {};\n'.repeat(count);

test('300 lines of source and 400 of test are allowed, one more is not', () => {
  put('packages/one/src/long.ts', lines(300));
  put('packages/one/src/long.test.ts', lines(400));
  expect(measureBudgets(root).hard).toEqual([]);
  put('packages/one/src/long.ts', lines(301));
  put('packages/one/src/long.test.ts', lines(401));
  expect(measureBudgets(root).hard.sort()).toEqual([
    'packages/one/src/long.test.ts has 401 lines; the limit is 400',
    'packages/one/src/long.ts has 301 lines; the limit is 300',
  ]);
});

test('data and generated files have no limit of length', () => {
  put('packages/one/src/days.json', lines(5000));
  put('packages/one/src/api.ts', `// Generated from docs/api/openapi.json.\n${lines(5000)}`);
  expect(measureBudgets(root).hard).toEqual([]);
});

test('four folders below a package is deep enough', () => {
  put('packages/one/src/a/b/c/page.ts', lines(1));
  expect(measureBudgets(root).hard).toEqual([]);
  put('packages/one/src/a/b/c/d/page.ts', lines(1));
  expect(measureBudgets(root).hard).toEqual([
    'packages/one/src/a/b/c/d/page.ts lies 5 folders deep; the limit is 4',
  ]);
});

test.each(['common', 'lib', 'utils', 'shared', 'core', 'helpers', 'misc'])(
  'a folder named %s is a missing name',
  (name) => {
    put(`packages/one/src/${name}/a.ts`, lines(1));
    expect(measureBudgets(root).hard).toEqual([
      `packages/one/src/${name}/a.ts lies in a folder named ${name}, which is a missing name`,
    ]);
  },
);

test('a note of something left to do is found, with its line, in code, templates and SQL', () => {
  const note = ['TO', 'DO'].join('');
  put('packages/one/src/a.ts', `${lines(2)}// ${note} later`);
  put('packages/one/src/view.hbs', `{{!-- ${['FIX', 'ME'].join('')} --}}`);
  put('bench/floor/s1.sql', `-- ${note}`);
  expect(measureBudgets(root).hard).toHaveLength(3);
  expect(measureBudgets(root).hard[0]).toContain('packages/one/src/a.ts:3');
});

test('the median and the nine in ten are advice, reported with their figures', () => {
  for (let i = 0; i < 10; i++) put(`packages/one/src/f${i}.ts`, lines(i === 9 ? 200 : 80));
  const { median, ninety, longest, soft, hard } = measureBudgets(root);
  expect({ median, ninety, longest }).toEqual({ median: 80, ninety: 200, longest: 200 });
  expect(soft).toHaveLength(2);
  expect(hard).toEqual([]);
});

test('this source tree keeps the hard limits', () => {
  const { hard, files } = measureBudgets();
  expect(hard).toEqual([]);
  expect(files).toBeGreaterThan(10);
});
