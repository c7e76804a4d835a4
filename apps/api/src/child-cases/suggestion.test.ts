import { anAllocation, anAssessment, aReferral, aScreening, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let id: string;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  ({ id } = await api.give('referrer', 'child-cases/record-referral', aReferral()));
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  const worker = api.founded.people.worker as string;
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker), id);
});
afterAll(() => api.close());

const suggestion = (who: string, body: object) =>
  api.ask(who, 'POST', `/api/v1/child-cases/${id}/suggestion`, body);
const soFar = ({ instrument, answers, levels }: ReturnType<typeof anAssessment>) => ({
  instrument,
  answers,
  levels: levels.slice(0, 6),
});

it('what an unfinished assessment would suggest is shown to whoever assesses, and nothing of it is kept', async () => {
  const before = (await api.view('worker', 'child-cases', id)).version;
  const shown = await suggestion('worker', soFar(anAssessment('medium')));
  expect(shown.json()).toMatchObject({
    purpose: 'assessment',
    result: { suggested: 'medium', notKnown: ['about/learning-disability'] },
    since: null,
  });
  expect((await api.view('worker', 'child-cases', id)).version).toBe(before);
  expect((await suggestion('manager', soFar(anAssessment('medium')))).statusCode).toBe(403);
  expect((await suggestion('charity-worker', soFar(anAssessment('medium')))).statusCode).toBe(404);
  const unused = { ...soFar(anAssessment('medium')), instrument: 'nobody-1' };
  expect((await suggestion('worker', unused)).statusCode).toBe(400);
});

it('it says what would differ from the last assessment, item by item', async () => {
  await api.give('worker', 'child-cases/assess-risk', anAssessment('low'), id);
  const { since } = (await suggestion('worker', anAssessmentSoFar())).json();
  expect(since.changed).toContainEqual(
    expect.objectContaining({ path: 'technology/images-demanded', after: expect.stringMatching(/^yes/) }),
  );
});

function anAssessmentSoFar() {
  const { instrument, answers, levels, learningDisability } = anAssessment('high');
  return { instrument, answers, levels, learningDisability };
}

it('a screening is advised on by its own tool: a step to take, and no grade', async () => {
  const { instrument, answers } = aScreening(['told-of-abuse']);
  const shown = await suggestion('referrer', { instrument, answers });
  expect(shown.json()).toMatchObject({
    purpose: 'screening',
    result: { next: 'assess-today', advice: 'Any sign of harm: refer today', harmPresent: ['told-of-abuse'] },
  });
  expect(shown.body).not.toMatch(/suggested|leads/);
});

it('the tools of the area are listed with versions and dates, and offered for one purpose at a time', async () => {
  const { items } = (await api.ask('referrer', 'GET', '/api/v1/instruments')).json();
  const named = items.map((one: { id: string; version: number; state: string }) => [
    one.id,
    one.version,
    one.state,
  ]);
  expect(named).toContainEqual(['structured-judgement-1', 1, 'inForce']);
  expect(named).toContainEqual(['structured-judgement-1', 2, 'offered']);
  const screening = await api.ask('referrer', 'GET', '/api/v1/instruments/in-force?purpose=screening');
  expect(screening.json().items.map((one: { id: string }) => one.id)).toEqual(['short-screening']);
});
