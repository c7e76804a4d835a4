import { inflateRawSync } from 'node:zlib';
import { anAllocation, anAssessment, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import { absenceParts } from './absence-parts.js';

let api: TestApi;
let childId: string;
let caseId: string;
let reference: string;
const days = { from: '2026-04-01', to: '2027-03-31' };

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  const child = { firstName: '=Robin', lastName: 'Example', birthDate: '2012-05-06', from: 'a return' };
  const known = { localId: 'LA100', sex: 'female', ethnicity: 'APKN' };
  ({ id: childId } = await api.give('coordinator', 'children/record-child', { ...child, ...known }));
  const on = (verb: string, body: object) => api.give('coordinator', `children/${verb}`, body, childId);
  await on('record-status', { legalStatus: 'C2', placement: 'U1', since: '2026-01-01' });
  await on('record-social-care-referral', {
    ...{ referred: '2026-05-01', source: '6', need: 'N1', from: 'a return' },
    assessments: [{ start: '2026-05-02', authorised: '2026-06-01', factors: ['10A', '2A'] }],
  });
  for (const start of ['2026-09-01', '2026-10-01'])
    await api.give('coordinator', 'missing-episodes/record-episode', {
      ...{ childId, kind: 'missing', start, end: start, from: 'return' },
    });
  const { id } = await api.give(
    'triage',
    'child-cases/record-referral',
    aReferral({ child: undefined, childId }),
  );
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  const worker = anAllocation(api.founded.people.worker as string);
  await api.give('manager', 'child-cases/allocate-worker', worker, id);
  const { harm = [], ...assessed } = anAssessment('high', { kind: 'sexual' });
  const basis = 'Asked and nothing found';
  const noneKnown = (kind: 'criminal' | 'trafficking') =>
    ({ kind, certainty: 'none-known', time: 'current', basis }) as const;
  const assessment = { ...assessed, harm: [...harm, noneKnown('criminal'), noneKnown('trafficking')] };
  const { entry } = await api.give('worker', 'child-cases/assess-risk', assessment, id);
  await api.give('manager', 'child-cases/confirm-grade', { assessmentId: entry, grade: 'high' }, id);
  caseId = id;
  ({ reference } = (await api.view('auditor', 'child-cases', id)) as unknown as { reference: string });
  const unknown = aReferral({ child: { firstName: 'Kim', lastName: 'Example' } });
  const other = await api.give('referrer', 'child-cases/record-referral', unknown);
  const triage = aTriage('risk-assessment', { teamId: 'north' });
  await api.give('triage', 'child-cases/decide-triage', triage, other.id);
});
afterAll(() => api.close());

async function fetched(what: string, more: object = {}) {
  const { id } = await api.give('auditor', 'exports/request-export', {
    ...{ what, reason: 'A made-up inspection', ...more },
    recipient: { name: 'Robin Reviewer', organisation: 'Made-up inspectorate' },
  });
  await api.give('caldicott', 'exports/approve-export', {}, id);
  await api.seal();
  await api.give('auditor', 'exports/begin-download', {}, id);
  const file = await api.ask('auditor', 'GET', `/api/v1/exports/${id}/file`);
  expect(file.statusCode, file.body).toBe(200);
  const { download } = (await api.ask('auditor', 'GET', `/api/v1/exports/${id}`)).json();
  return { file, id, end: download.end, lines: file.body.trimEnd().split('\r\n') };
}

/** The files of an archive by name, read from its directory. */
function filesOf(zip: Buffer): Map<string, string[]> {
  const files = new Map<string, string[]>();
  let at = zip.readUInt32LE(zip.length - 6);
  for (let left = zip.readUInt16LE(zip.length - 12); left > 0; left -= 1) {
    const [packed, length, local] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    const text = inflateRawSync(zip.subarray(local + 30 + zip.readUInt16LE(local + 26)).subarray(0, packed));
    files.set(zip.toString('utf8', at + 46, at + 46 + length), text.toString('utf8').trimEnd().split('\r\n'));
    at += 46 + length;
  }
  return files;
}

describe('factors for the children in need census', () => {
  it('say which each case gives and on what basis, none for a kind of which none is known, and whether the last assessment of a census has it', async () => {
    const { lines, end } = await fetched('cin-factors', days);
    expect(lines[0]).toContain('Made-up inspectorate');
    expect(lines[1]).toMatch(/^LACHILDID,UPN,BIRTH_DATE,FACTOR,/);
    expect(lines.slice(2)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^LA100,,2012-05-06,11A,[^,]+,2026-11-02,"?harm suspected, current; grade High"?,${reference},2026-06-01,N$`,
        ),
      ),
      expect.stringMatching(/^LA100,,2012-05-06,10A,[^,]+,2026-09-01,2 absences,.*,2026-06-01,Y$/),
    ]);
    expect([end.rows, end.leftOut]).toEqual([2, 1]);
    expect((await fetched('cin-factors', { from: '2020-01-01', to: '2020-12-31' })).lines).toHaveLength(2);
  });
});

describe('the child-level list of an inspection', () => {
  it('has every case of the days with meetings planned and what its record lacks, and formulas inert', async () => {
    const { lines, end } = await fetched('inspection-list', days);
    expect(end.rows).toBe(2);
    const [, heads = '', ...rows] = lines;
    expect(heads).toMatch(/DATA_QUALITY,SAMPLE_KEY$/);
    const robin = rows.find((row) => row.startsWith('LA100,')) ?? '';
    expect(robin).toMatch(/^LA100,'=Robin Example,2012-05-06,Female,Pakistani,Full care order \(C2\),/);
    expect(robin).toMatch(/,High,2026-11-02,"[^"]*Sexual exploitation: Suspected, current[;"]/);
    expect(robin).toContain('Exploitation Team North,Wren Worker');
    expect(robin).toContain(
      'Strategy discussion on current harm, or why the threshold is not met by 2026-11-03',
    );
    expect(robin).toContain('Risk reassessed by ');
    expect(robin).toContain('no agreed plan');
    const kim = rows.find((row) => row.includes('Kim Example')) ?? '';
    expect(kim).toContain('no id of the authority; no birth date; sex not known; ethnicity not known');
  });

  it('is not made where nothing had been sealed by its last day', async () => {
    const asked = { what: 'inspection-list', from: '2020-01-01', to: '2020-12-31', reason: 'Made up' };
    const recipient = { name: 'R', organisation: 'M' };
    const { id } = await api.give('auditor', 'exports/request-export', { ...asked, recipient });
    await api.give('caldicott', 'exports/approve-export', {}, id);
    await api.give('auditor', 'exports/begin-download', {}, id);
    const refused = await api.ask('auditor', 'GET', `/api/v1/exports/${id}/file`);
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'NOT_SEALED']);
  });

  it('is of some days, and those alone', async () => {
    const asked = { what: 'inspection-list', reason: 'Made up', recipient: { name: 'R', organisation: 'M' } };
    const wrong = await api.ask('auditor', 'POST', '/api/v1/exports/request-export', asked, {
      'idempotency-key': 'inspection-without-days',
    });
    expect(wrong.json().errors).toMatchObject([{ pointer: '/from', code: 'period' }]);
  });
});

describe('tables of the Standard Safeguarding Dataset', () => {
  it('come as an archive with a data dictionary, each with the columns that the dictionary has', async () => {
    const { file, end } = await fetched('ssd-tables');
    expect(file.headers['content-type']).toBe('application/zip');
    const files = filesOf(file.rawPayload);
    expect(files.get('about.txt')?.[0]).toContain('Robin Reviewer, Made-up inspectorate');
    const dictionary = (files.get('data_dictionary.csv') ?? []).slice(1).map((line) => line.split(','));
    const tables = [...new Set(dictionary.map(([table]) => table ?? ''))];
    expect([...files.keys()].slice(2)).toEqual(tables.map((table) => `${table}.csv`));
    for (const table of tables)
      expect(files.get(`${table}.csv`)?.[0]?.split(',')).toEqual(
        dictionary.filter(([own]) => own === table).map(([, field]) => field),
      );
    const rows = (table: string) => files.get(`${table}.csv`)?.slice(1) ?? [];
    expect(rows('ssd_person')).toEqual([`LA100,F,,APKN,2012-05-06,,${childId},,,,,,`]);
    expect(rows('ssd_legal_status')).toEqual([`${childId}-2026-01-01,LA100,C2,2026-01-01,`]);
    expect(rows('ssd_missing').map((row) => row.split(',').slice(1).join())).toEqual([
      'LA100,2026-09-01,M,2026-09-01,,',
      'LA100,2026-10-01,M,2026-10-01,,',
    ]);
    expect(rows('ssd_cin_episodes')[0]).toMatch(/,LA100,2026-05-01,N1,6,Police,/);
    expect(rows('ssd_assessment_factors')[0]).toContain('"[""10A"",""2A""]"');
    // Kim has no id of the authority.
    expect(end.leftOut).toBe(1);
  });
});

it('an absence has a row for each time that it became missing or away, by local days', () => {
  const absence = {
    ...{ kind: 'away', start: '2026-03-28', end: '2026-03-31' },
    before: [
      { kind: 'away', until: '2026-03-28T23:30:00.000Z' },
      { kind: 'missing', until: '2026-03-29T23:30:00.000Z' },
    ],
  } as const;
  expect(absenceParts({ ...absence, before: [...absence.before] }, 'Europe/London')).toEqual([
    { kind: 'away', start: '2026-03-28', end: '2026-03-28' },
    { kind: 'missing', start: '2026-03-28', end: '2026-03-30' },
    { kind: 'away', start: '2026-03-30', end: '2026-03-31' },
  ]);
});

it('the child-level list of an inspection is as the books were sealed at the end of its last day, says at which seal, and nothing recorded later changes it', async () => {
  const until = { from: '2026-04-01', to: '2026-11-02' };
  const rowsOf = (lines: string[]) => lines.slice(2).map((row) => row.replace(/,[^,]*$/, ''));
  const before = await fetched('inspection-list', until);
  api.time.now = '2026-11-04T09:00:00.000Z';
  const on = (who: string, verb: string, body: object) => api.give(who, `child-cases/${verb}`, body, caseId);
  const { entry } = await on('worker', 'assess-risk', anAssessment('medium'));
  await on('manager', 'confirm-grade', { assessmentId: entry, grade: 'medium', reasons: 'Made up' });
  const ended = { legalStatus: 'C2', placement: 'U1', since: '2026-01-01', until: '2026-11-03' };
  await api.give('coordinator', 'children/record-status', ended, childId);
  await api.give('referrer', 'child-cases/record-referral', aReferral({ child: { firstName: 'Lately' } }));
  const after = await fetched('inspection-list', until);
  expect(after.lines[0]).toContain('The books as at the seal of 2026-11-02T');
  const sealed = (lines: string[]) => / seal of .*$/.exec(lines[0] ?? '')?.[0];
  expect(sealed(after.lines)).toContain('2026-11-02T');
  expect(rowsOf(after.lines)).toEqual(rowsOf(before.lines));
  const today = await fetched('inspection-list', { ...until, to: '2026-11-04' });
  expect(today.lines[0]).toContain('The books as at the seal of 2026-11-04T');
  const robin = today.lines.find((row) => row.startsWith('LA100,')) ?? '';
  expect(robin).toMatch(/,Pakistani,,.*,Medium,2026-11-04,/);
});
