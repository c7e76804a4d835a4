import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishedHolidays } from '@mase/workflow';
import { afterAll, expect, it } from 'vitest';
import { plainEnvironment } from '../testing/plain-environment.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mase-holidays-'));
const into = join(folder, 'bank-holidays.json');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function refresh(text: string): Promise<{ code: number; out: string; err: string }> {
  const file = join(folder, 'published.json');
  writeFileSync(file, text);
  const args = ['bank-holidays', 'refresh', '--file', file, '--into', into];
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [program, ...args],
      { env: { ...plainEnvironment, HOME: folder } },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  );
}

it('a publication with one more day is taken over whole, and said; rubbish changes nothing', async () => {
  const events = (days: object) => Object.entries(days).map(([date, title]) => ({ date, title }));
  const published = Object.fromEntries(
    Object.entries(publishedHolidays).map(([nation, days]) => [
      nation,
      { events: events({ ...days, '2027-06-01': 'A made-up jubilee' }) },
    ]),
  );
  const done = await refresh(JSON.stringify(published));
  expect(done).toMatchObject({ code: 0, err: '' });
  expect(done.out).toContain('+ scotland 2027-06-01 A made-up jubilee');
  expect(done.out).toContain('later years follow the standing rules and are provisional');
  const written = readFileSync(into, 'utf8');
  expect(JSON.parse(written)['england-and-wales']['2027-06-01']).toBe('A made-up jubilee');
  expect(await refresh('<html>')).toMatchObject({ code: 1, err: expect.stringContaining('no JSON') });
  expect(await refresh('{}')).toMatchObject({ code: 1, err: expect.stringContaining('/scotland/events') });
  expect(readFileSync(into, 'utf8')).toBe(written);
});
