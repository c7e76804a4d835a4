import { openOwner } from '@mase/store/testing';
import { anAllocation, anAssessment, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
});
afterAll(() => api.close());

interface Line {
  recordId: string;
  step: string;
  label: string;
}

/** What somebody's list says of a record. */
async function linesOf(who: string, id: string): Promise<Line[]> {
  const { items } = (await api.ask(who, 'GET', '/api/v1/work-queue')).json() as { items: Line[] };
  return items.filter((one) => one.recordId === id);
}

describe('the list of what waits', () => {
  it('says in words what no clock of the profile names: a rise asks the coordinator to list the case, then to put it on an agenda', async () => {
    const worker = api.founded.people.worker as string;
    const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
    const taken = aTriage('risk-assessment', { teamId: 'north' });
    await api.give('triage', 'child-cases/decide-triage', taken, id);
    await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker), id);
    const { entry } = await api.give('worker', 'child-cases/assess-risk', anAssessment('high'), id);
    const toList = [{ step: 'list-for-panel', label: 'List for the panel: the grade is high' }];
    expect(await linesOf('coordinator', id)).toMatchObject(toList);
    const listing = {
      basis: 'high',
      asked: 'Does the plan suffice?',
      noStrategyReason: 'It is called for tomorrow',
      noPlanReason: 'It is being written',
    };
    await api.give('manager', 'child-cases/confirm-grade', { assessmentId: entry, grade: 'high' }, id);
    expect(await linesOf('coordinator', id)).toMatchObject(toList);
    await api.give('manager', 'child-cases/list-for-panel', listing, id);
    expect(await linesOf('coordinator', id)).toMatchObject([
      { step: 'add-item', label: 'Put the case on an agenda' },
    ]);
  });

  it('shows danger that nobody has acknowledged to the out-of-hours team and the police desk too', async () => {
    const referral = aReferral({ immediateDanger: true });
    const { id } = await api.give('referrer', 'child-cases/record-referral', referral);
    for (const who of ['duty', 'out-of-hours', 'police-desk'])
      expect(await linesOf(who, id), who).toMatchObject([{ step: 'danger-acknowledgement' }]);
  });

  it('is a calendar of all that waits, however much of it is overdue', async () => {
    const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
    // Copies of what waits for triage, as many as nobody refers in a test: each with a day of its own.
    await openOwner(api.database.connections.owner, async (owner) => {
      await owner.query(
        'create temporary table made as select gen_random_uuid() as id, n from generate_series(1, 350) n',
      );
      for (const [table, key, more] of [
        ['record', 'id', `, 'reference', 'MADE-' || made.n`],
        ['case_reader', 'record_id', ''],
        ['queue_row', 'record_id', `, 'due', now() + made.n * interval '1 day'`],
      ])
        await owner.query(
          `insert into ${table} select (jsonb_populate_record(null::public.${table},
             to_jsonb(one) || jsonb_build_object('${key}', made.id${more}))).*
           from ${table} one, made where one.${key} = $1`,
          [id],
        );
    });
    const { body } = await api.ask('triage', 'GET', '/api/v1/work-queue.ics');
    expect(body.split('BEGIN:VEVENT').length - 1).toBeGreaterThanOrEqual(350);
  });

  it('is a calendar as well: what is due when, under one uid however often it is fetched, and of whom or which record nothing', async () => {
    const worker = api.founded.people.worker as string;
    const referral = aReferral({ child: { firstName: 'Canary', lastName: 'Made-up' } });
    const { id } = await api.give('referrer', 'child-cases/record-referral', referral);
    const taken = aTriage('risk-assessment', { teamId: 'north' });
    await api.give('triage', 'child-cases/decide-triage', taken, id);
    await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker), id);
    const fetched = async () => {
      const answer = await api.ask('worker', 'GET', '/api/v1/work-queue.ics');
      expect(answer.headers['content-type']).toContain('text/calendar');
      return answer.body.split('BEGIN:VEVENT').map((event) => event.replaceAll('\r\n ', ''));
    };
    const assessment = async () =>
      (await fetched()).filter((event) => event.includes('SUMMARY:Due: First risk assessment'));
    const events = await assessment();
    const { reference, clocks } = (await api.view('manager', 'child-cases', id)) as unknown as {
      reference: string;
      clocks: { rule: string; due: string }[];
    };
    const due = clocks.find(({ rule }) => rule === 'first-assessment')?.due as string;
    const own = events.find((event) => event.includes(due.slice(0, 10).replaceAll('-', ''))) as string;
    // Nobody has said where this site is reached: a made-up address would lead nowhere.
    expect(own).not.toContain('URL:');
    const field = (event: string, name: string) => new RegExp(`${name}:(.*)`).exec(event)?.[1]?.trim();
    const all = (await fetched()).join('');
    for (const canary of ['Canary', 'Made-up', reference, id]) expect(all).not.toContain(canary);
    const later = new Date(Date.parse(due) + 86_400_000 * 3).toISOString().slice(0, 10);
    await api.give(
      'manager',
      'child-cases/extend-clock',
      { rule: 'first-assessment', to: later, reason: 'Made up' },
      id,
    );
    const moved = (await assessment()).find((event) => field(event, 'UID') === field(own, 'UID')) as string;
    expect(moved).toContain(`DTSTART;VALUE=DATE:${later.replaceAll('-', '')}`);
    expect(Number(field(moved, 'SEQUENCE'))).toBeGreaterThan(Number(field(own, 'SEQUENCE')));
  });
});
