import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anAction, anAllocation, anAssessment, aPlainPlan, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { demonstrationEmail } from '../demonstration/people.js';
import { plainEnvironment } from '../testing/plain-environment.js';
import { type TestApi, testApi } from '../testing/test-api.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

let api: TestApi;
let folder: string;
let caseId: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mase-plain-'));
  api = await testApi(inject('MASE_TEST_SERVER'));
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  const worker = api.founded.people.worker as string;
  caseId = (await api.give('referrer', 'child-cases/record-referral', aReferral())).id;
  const triage = aTriage('risk-assessment', { teamId: 'north' });
  await api.give('triage', 'child-cases/decide-triage', triage, caseId);
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker), caseId);
  const { id: actionId } = await api.give('worker', 'plan-actions/add-action', anAction(caseId, worker));
  const { entry } = await api.give('worker', 'child-cases/assess-risk', anAssessment('low'), caseId);
  await api.give('manager', 'child-cases/confirm-grade', { assessmentId: entry, grade: 'low' }, caseId);
  await api.give('manager', 'child-cases/agree-plan', { kind: 'interim' }, caseId);
  await api.give('worker', 'child-cases/write-plain-plan', aPlainPlan([actionId]), caseId);
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
    MASE_API_URL: `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

it('lists the copies of a plan by their ids, and writes the one in plain words as a document', async () => {
  for (const who of ['worker', 'worker-south'])
    expect((await mase(who, 'sign-in', demonstrationEmail(who))).code).toBe(0);
  const listed = await mase('worker', 'plan-copies', caseId);
  expect(listed.out).toMatch(
    /^Part +For +Version +State +Given +Id\nplain +Robin +1 +issued +2026-01-05 +[0-9a-f-]{36}$/m,
  );
  const copy = JSON.parse((await mase('worker', 'plan-copies', caseId, '--json')).out) as { id: string };
  const file = join(folder, 'plan.html');
  expect(await mase('worker', 'plain-plan', copy.id, '--out', file)).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(file, 'utf8')).toContain('Dear Robin');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const pdf = join(folder, 'plan.pdf');
  expect(await mase('worker', 'plain-plan', copy.id, '--out', pdf)).toMatchObject({ code: 0 });
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await mase('worker', 'plain-plan', copy.id, '--out', join(folder, 'plan.doc'))).toMatchObject({
    code: 2,
  });
  const elsewhere = join(folder, 'elsewhere.html');
  expect(await mase('worker-south', 'plan-copies', caseId)).toMatchObject({ code: 1, out: '' });
  expect(await mase('worker-south', 'plain-plan', copy.id, '--out', elsewhere)).toMatchObject({ code: 1 });
  expect(existsSync(elsewhere)).toBe(false);
}, 60_000);
