import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aReferral } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { demonstrationEmail } from '../demonstration/people.js';
import { plainEnvironment } from '../testing/plain-environment.js';
import { type TestApi, testApi } from '../testing/test-api.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

let api: TestApi;
let address: string;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mase-report-'));
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
  const child = { firstName: '=Robin', lastName: 'Senior', birthDate: '2012-03-04' };
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral({ child }));
  const { childId } = (await api.view('triage', 'child-cases', id)) as unknown as { childId: string };
  await api.view('senior', 'children', childId);
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

function mase(who: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = {
    ...plainEnvironment,
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, who),
    MASE_API_URL: address,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}
const unusual = (who: string, ...more: string[]) =>
  mase(who, 'report', 'unusual-looking', '--from', '2026-11-01', '--to', '2026-11-30', ...more);

it('prints the report of unusual looking as a table, as JSON and as CSV, to those who oversee', async () => {
  for (const who of ['governance', 'senior'])
    expect((await mase(who, 'sign-in', demonstrationEmail(who))).code).toBe(0);
  const shown = await unusual('governance', '--table');
  expect(shown.out).toMatch(/^What +Who +Children +Last/);
  expect(shown.out).toMatch(/^No relation +Sol Senior +=Robin Senior/m);
  expect(shown.out).toContain('Not looked for: Neighbours by postcode');
  const { lines } = JSON.parse((await unusual('governance', '--json')).out);
  expect(lines.map(({ rule }: { rule: string }) => rule)).toContain('noRelation');
  const { out } = await unusual('governance', '--csv');
  expect(out).toContain(
    "No relation,Sol Senior,Fernshire Council Children’s Social Care,Senior manager,'=Robin Senior",
  );
  expect((await unusual('senior')).code).toBe(1);
  expect((await unusual('governance', '--csv', '--table')).code).toBe(2);
  expect((await mase('governance', 'report', 'nothing', '--from', 'x', '--to', 'y')).code).toBe(2);
});
