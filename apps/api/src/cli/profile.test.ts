import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { englandProfile, shippedProfiles } from '@mase/workflow';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainEnvironment } from '../testing/plain-environment.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mase-profile-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `mase profile` as a process of its own, where there is no database and no account. */
function profile(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const env = { ...plainEnvironment, HOME: folder };
    execFile(process.execPath, [program, 'profile', ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

const written = (value: object): string => {
  const file = join(folder, 'ours.json');
  writeFileSync(file, JSON.stringify(value, null, 2));
  return file;
};

it('the shipped profiles are listed, and printed whole as a file of one’s own begins', async () => {
  const { out } = await profile('list');
  for (const { id } of shippedProfiles) expect(out).toContain(id);
  expect(JSON.parse((await profile('show', 'england-categories')).out).grades.high.name).toBe('Category 3');
});

it('a profile is checked with every fault at its line, and a sound one is said to be', async () => {
  const file = written({ ...englandProfile, relistMonths: 0, timeZone: 'Mars' });
  const faulty = await profile('check', file);
  expect(faulty.code).toBe(1);
  expect(faulty.out).toMatch(/ours\.json:\d+:\d+ \/timeZone "Mars" is no time zone/);
  expect(faulty.out).toMatch(
    /ours\.json:\d+:\d+ \/relistMonths must be a whole number from 1 to 120; it is 0/,
  );
  expect(faulty.out).toContain('2 faults.');
  expect((await profile('check', written(englandProfile))).out).toContain('is sound: “England”');
  expect((await profile('check', join(folder, 'nowhere.json'))).code).toBe(2);
});

it('two profiles are compared, shipped or of a file', async () => {
  const file = written({ ...englandProfile, relistMonths: 9 });
  const { out } = await profile('compare', 'england', file);
  expect(out).toMatch(/Relist months +6 +9/);
  expect((await profile('compare', 'england', 'england')).out).toContain('The two say the same.');
});

it('the profile in force is asked of the api, which must be named', async () => {
  const { code, err } = await profile('show');
  expect(code).not.toBe(0);
  expect(err).toContain('Which api?');
});
