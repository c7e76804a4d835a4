import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aReferral, somePopulation } from '@mase/workflow/testing';
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
  const { items } = JSON.parse((await unusual('governance', '--json')).out);
  expect(items.map(({ rule }: { rule: string }) => rule)).toContain('noRelation');
  const { out } = await unusual('governance', '--csv');
  expect(out).toMatch(/^\uFEFF?Line,Rule,Label,User id,Name,Agency name,Roles,/);
  expect(out).toMatch(
    /,noRelation,No relation,[0-9a-f-]+,Sol Senior,Fernshire Council Children’s Social Care,Senior manager,/,
  );
  expect((await unusual('senior')).code).toBe(1);
  expect((await unusual('governance', '--csv', '--table')).code).toBe(2);
  expect((await mase('governance', 'report', 'nothing', '--from', 'x', '--to', 'y')).code).toBe(2);
});

it('prints a scorecard with definitions, beside another period, as JSON and as CSV, as known then and for others', async () => {
  await mase('governance', 'sign-in', demonstrationEmail('auditor'));
  const card = (...more: string[]) => {
    const days = ['--from', '2026-11-01', '--to', '2026-11-30'];
    return mase('governance', 'report', 'scorecard', ...days, ...more);
  };
  const beside = ['--compare-from', '2025-11-01', '--compare-to', '2025-11-30'];
  const shown = await card('--scorecard', 'children', ...beside);
  expect(shown.out).toMatch(
    /^Children, 2026-11-01 to 2026-11-30\nFigure +2026-11-01 to 2026-11-30 +2025-11-01/,
  );
  expect(shown.out).toMatch(/^Contacts +1 +0 +–$/m);
  expect(shown.out).toMatch(/^ {2}Waiting for triage +1 +0 +–$/m);
  expect(shown.out).toMatch(/^Contacts: .+ Counted: .+ Answers for it: Coordinator\.$/m);
  expect(shown.out).toMatch(/^Source: /m);
  const { figures, suppressed } = JSON.parse((await card('--scorecard', 'children', '--json')).out);
  expect(figures[0]).toMatchObject({ id: 'contacts', period: { n: 1 }, comparison: null });
  expect(suppressed).toBe(false);
  const { out } = await card('--scorecard', 'children', '--outside', '--csv');
  expect(out).toMatch(/^SCORECARD,FIGURE,LINE,UNIT,N,OF,VALUE/);
  expect(out).toMatch(/^Children,Contacts,,number,kept back,,kept back/m);
  await api.give('auditor', 'population-tables/record-table', somePopulation());
  expect((await card('--scorecard', 'cohort')).out).toContain('Fernshire (made up), Made-up estimates');
  const early = await card('--scorecard', 'children', '--as-at', '2020-01-01');
  expect([early.code, early.err]).toEqual([1, expect.stringContaining('Nothing was sealed')]);
});

it('says what is wrong with the words of a report of a scorecard', async () => {
  const days = ['--from', '2026-11-01', '--to', '2026-11-30'];
  const wrong = async (...args: string[]) => {
    const { code, err } = await mase('governance', 'report', ...args, ...days);
    return [code, err.trim().split('\n')[0]];
  };
  expect(await wrong('scorecard')).toEqual([2, expect.stringContaining('--scorecard children')]);
  expect(await wrong('incidents', '--scorecard', 'children')).toEqual([2, expect.any(String)]);
  expect(await wrong('missing', '--compare-from', '2025-11-01')).toEqual([
    2,
    expect.stringContaining('belong to scorecards'),
  ]);
  expect((await wrong('scorecard', '--scorecard', 'nothing'))[0]).toBe(1);
});
