import { openOwner } from '@mase/store/testing';
import {
  aListing,
  anAction,
  anAllocation,
  anAssessment,
  aReferral,
  aSittingOn,
  aTriage,
} from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from './testing/test-api.js';

let api: TestApi;
let people: { [key: string]: string };
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  people = api.founded.people;
});
afterAll(() => api.close());

const json = async (who: string, url: string) => (await api.ask(who, 'GET', url)).json();

/** A case with its worker, two assessments and a plan of two actions. */
async function aWorkedCase(firstName: string) {
  const { id } = await api.give(
    'referrer',
    'child-cases/record-referral',
    aReferral({ child: { firstName, lastName: 'Example', birthDate: '2011-02-03' } }),
  );
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(people.worker as string), id);
  await api.give('worker', 'child-cases/assess-risk', anAssessment('low'), id);
  const { entry } = await api.give('worker', 'child-cases/assess-risk', anAssessment('medium'), id);
  await api.give('manager', 'child-cases/confirm-grade', { assessmentId: entry, grade: 'medium' }, id);
  const safety = await api.give(
    'worker',
    'plan-actions/add-action',
    anAction(
      id,
      people['charity-worker'] as string,
      { contingency: undefined, outcome: 'Safe on the way to school' } as never,
    ),
  );
  const disruption = await api.give(
    'worker',
    'plan-actions/add-action',
    anAction(id, people.licensing as string, { part: 'disruption', kind: 'disruption' }),
  );
  return { id, safety: safety.id, disruption: disruption.id };
}

async function auditOf(action: string): Promise<{ user_id: string; persons: string[] }[]> {
  return openOwner(api.database.connections.owner, async (client) => {
    const found = await client.query(
      `select a.user_id, array(select s.person_id::text from audit_subject s where s.audit_id = a.id) as persons
       from audit a where a.action = $1 order by a.id`,
      [action],
    );
    return found.rows as never;
  });
}

describe('a case as its readers see it', () => {
  it('shows the worker what happened in its order, the names of those who wrote, and what changed since', async () => {
    const { id } = await aWorkedCase('Robin');
    const visit = { of: 'child', words: 'Made-up words', how: 'On a walk', happened: '2026-11-02T08:00:00Z' };
    await api.give('worker', 'child-cases/record-view', visit, id);
    const seen = await json('worker', `/api/v1/child-cases/${id}`);
    const [first] = seen.chronology;
    expect(first).toMatchObject({ kind: 'view', happened: '2026-11-02T08:00:00.000Z' });
    expect(first.at > first.happened).toBe(true);
    expect(seen.names[people.worker as string]).toBe('Wren Worker');
    expect(seen.names[people.triage as string]).toBe('Tess Triage');
    expect(seen.comparisons[0].changed).toContainEqual(
      expect.objectContaining({ path: 'technology', before: 'Some concern', after: 'Serious concern' }),
    );
    expect(seen).toMatchObject({ workers: 1, rulingGrade: 'medium', withheld: [] });
  });

  it('shows every gap of the plan with its owner', async () => {
    const { id, safety } = await aWorkedCase('Sam');
    const { plan, missing } = await json('manager', `/api/v1/child-cases/${id}/plan`);
    expect(plan).toBeNull();
    expect(missing).toMatchObject([
      { actionId: safety, gap: 'contingency', ownerId: people['charity-worker'] },
    ]);
  });

  it('shows a partner the safety part and says what is withheld; a referrer the receipt alone', async () => {
    const { id, safety } = await aWorkedCase('Kit');
    const partner = await json('charity-worker', `/api/v1/child-cases/${id}`);
    expect(partner.withheld).toEqual(['case', 'sheet', 'disruption']);
    expect(partner.actions.map((one: { id: string }) => one.id)).toEqual([safety]);
    expect(partner.standing).toBeUndefined();
    expect(JSON.stringify(partner)).not.toContain('Made-up analysis');
    const referrer = await json('referrer', `/api/v1/child-cases/${id}`);
    expect(referrer.child).toBeUndefined();
    expect(referrer.written.map((row: { kind: string }) => row.kind)).toEqual(['receipt', 'receipt']);
    const lines = (await json('referrer', '/api/v1/child-cases')).items;
    const line = lines.find((one: { id: string }) => one.id === id);
    expect(Object.keys(line)).not.toContain('name');
  });

  it('tells a member who reads the sheet neither who refers, who partners nor of the disruption part', async () => {
    const { id } = await aWorkedCase('Ash');
    await api.give('manager', 'child-cases/agree-plan', { kind: 'interim' }, id);
    await api.give('manager', 'child-cases/list-for-panel', aListing({ noStrategyReason: 'Made up' }), id);
    const member = await json('member-health', `/api/v1/child-cases/${id}`);
    expect(member.classes).toEqual(['safety', 'sheet']);
    const told = JSON.stringify({ ...member, allowed: [] });
    for (const key of ['licensing', 'charity-worker', 'referrer'])
      expect([key, JSON.stringify(member.standing).includes(people[key] as string)]).toEqual([key, false]);
    expect(told).not.toContain(people.licensing);
    expect(Object.keys(member.standing)).not.toContain('disruptionOwners');
    expect(member.standing.actions).toEqual({ openSafety: 1 });
    const worker = await json('worker', `/api/v1/child-cases/${id}`);
    expect(worker.standing.actions).toEqual({ open: 2, openSafety: 1 });
    expect(worker.standing.referrerId).toBe(people.referrer);
  });

  it('cannot be asked by filters for what the receipt does not say', async () => {
    const { id } = await aWorkedCase('Ellis');
    const found = async (who: string, query: string) => {
      const { items } = await json(who, `/api/v1/child-cases?limit=100${query}`);
      return items.find((one: { id: string }) => one.id === id);
    };
    const line = await found('referrer', '');
    expect(line.state).toEqual({ work: 'open' });
    expect((await json('referrer', `/api/v1/child-cases/${id}`)).state).toEqual(line.state);
    for (const query of ['&grade=medium', '&team=north', '&phase=planning', '&phase=assessing'])
      expect([query, await found('referrer', query)]).toEqual([query, undefined]);
    expect((await found('worker', '&grade=medium')).grade).toBe('medium');
    expect((await found('worker', '&team=north&phase=planning')).id).toBe(id);
    expect(await found('charity-worker', '&grade=medium')).toBeUndefined();
    const partner = await found('charity-worker', '&phase=planning');
    expect([partner.id, partner.grade]).toEqual([id, undefined]);
  });

  it('says to somebody who may not give a command no more than that', async () => {
    const { id } = await aWorkedCase('Blake');
    const partner = await json('charity-worker', `/api/v1/child-cases/${id}`);
    const missing = partner.allowed
      .filter((one: { command: string }) => one.command === 'child-cases/approve-closure')
      .flatMap((one: { missing: { code: string }[] }) => one.missing.map(({ code }) => code));
    expect(new Set(missing)).toEqual(new Set(['notPermitted']));
  });

  it('begins a new assessment with the last answers, the instrument and the floors', async () => {
    const { id } = await aWorkedCase('Lee');
    const form = await json('worker', `/api/v1/child-cases/${id}/assessment-form`);
    expect(form.instruments[0].domains).toHaveLength(9);
    expect(form.last.answers).toMatchObject({ proposed: 'medium', learningDisability: 'no' });
    expect(form.last.answers.result).toBeUndefined();
    expect(form.allowed).toMatchObject([{ command: 'child-cases/assess-risk', available: true }]);
    const partner = await api.ask('charity-worker', 'GET', `/api/v1/child-cases/${id}/assessment-form`);
    expect(partner.statusCode).toBe(403);
  });

  it('is audited with the child before it is shown, and a look that finds nothing is audited too', async () => {
    const { id } = await aWorkedCase('Jo');
    const { childId } = await json('senior', `/api/v1/child-cases/${id}`);
    expect((await auditOf('child-cases/view')).at(-1)).toEqual({
      user_id: people.senior,
      persons: [childId],
    });
    expect((await api.ask('worker-south', 'GET', `/api/v1/child-cases/${id}`)).statusCode).toBe(404);
    expect((await auditOf('child-cases/view')).at(-1)).toEqual({
      user_id: people['worker-south'],
      persons: [],
    });
    await api.ask('charity-worker', 'GET', `/api/v1/history/${id}`);
    expect((await auditOf('history/view')).at(-1)).toMatchObject({ user_id: people['charity-worker'] });
  });
});

describe('triage', () => {
  it('is shown who may be the same child, the likeliest first, and the same child’s other cases', async () => {
    const named = (child: object) =>
      api.give('referrer', 'child-cases/record-referral', aReferral({ child }));
    const twin = await named({ firstName: 'Zoë', lastName: 'Match', birthDate: '2012-03-04' });
    await named({ firstName: 'Other', lastName: 'Person', birthDate: '2012-03-04' });
    const fresh = await named({ firstName: 'ZOE', lastName: 'match', birthDate: '2012-03-04' });
    const found = await json('triage', `/api/v1/child-cases/${fresh.id}/possible-matches`);
    expect(found.matches.map((one: { name: string; by: string[] }) => [one.name, one.by])).toEqual([
      ['Zoë Match', ['birthDate', 'name']],
      ['Other Person', ['birthDate']],
    ]);
    expect(found.matches[0].cases).toMatchObject([{ id: twin.id }]);
    const childId = found.matches[0].childId;
    const second = await api.give('triage', 'child-cases/record-referral', {
      ...aReferral(),
      child: undefined,
      childId,
    });
    const again = await json('triage', `/api/v1/child-cases/${second.id}/possible-matches`);
    expect(again.sameChild).toMatchObject([{ id: twin.id }]);
    expect((await auditOf('child-cases/possible-matches')).at(-1)?.persons).toContain(childId);
  });
});

describe('a sitting', () => {
  it('gives each item its time, warns of too many minutes, and shows what was decided before', async () => {
    const { id } = await api.give('coordinator', 'sittings/schedule-sitting', {
      ...aSittingOn('2026-11-26T13:00:00.000Z', people.chair as string),
      endsAt: '2026-11-26T14:00:00+01:00',
      startsAt: '2026-11-26T13:30:00+01:00',
    });
    await api.give('coordinator', 'sittings/open-agenda', {}, id);
    for (const name of ['Ash', 'Bay']) {
      const about = await aWorkedCase(name);
      await api.give('manager', 'child-cases/list-for-panel', aListing(), about.id);
      await api.give(
        'coordinator',
        'sittings/add-item',
        { caseId: about.id, section: 'child-review', asked: 'What next?', minutes: 20 },
        id,
      );
    }
    const seen = await json('coordinator', `/api/v1/sittings/${id}`);
    expect(
      seen.items.map((one: { name: string; from: string; to: string }) => [one.name, one.from, one.to]),
    ).toEqual([
      ['Ash Example', '2026-11-26T12:47:00.000Z', '2026-11-26T13:07:00.000Z'],
      ['Bay Example', '2026-11-26T13:07:00.000Z', '2026-11-26T13:27:00.000Z'],
    ]);
    expect(seen.warnings).toEqual([
      { code: 'tooLong', words: 'The items, opening and closing take 62 minutes and the sitting has 30.' },
    ]);
    expect(seen).toMatchObject({ totalMinutes: 40, withheldItems: 0, minutes: [], attendance: [] });
    const item = seen.items[0];
    const opening = item.allowed.find((one: { command: string }) => one.command === 'agenda-items/open-item');
    expect(opening).toMatchObject({ available: false, missing: [{ code: 'inSession' }] });
    const alone = await json('chair', `/api/v1/agenda-items/${item.id}`);
    expect(alone).toMatchObject({ id: item.id, previous: null, case: { rulingGrade: 'medium' } });
    const observer = await json('observer', `/api/v1/sittings/${id}`);
    expect(observer).toMatchObject({ items: [], withheldItems: 2 });
  });
});

describe('lists of one’s own', () => {
  it('a person finds the actions given to him or her, and messages of what was given', async () => {
    const { safety } = await aWorkedCase('Max');
    const mine = await json('charity-worker', '/api/v1/plan-actions?owner=me&phase=offered');
    expect(mine.items.map((one: { id: string }) => one.id)).toContain(safety);
    const other = await json('licensing', '/api/v1/plan-actions?owner=me');
    expect(other.items.map((one: { id: string }) => one.id)).not.toContain(safety);
    expect((await api.ask('charity-worker', 'GET', '/api/v1/messages')).statusCode).toBe(200);
  });

  it('the history of a case names commands and people, newest first, to those who read the whole case', async () => {
    const { id } = await aWorkedCase('Pip');
    const seen = await json('auditor', `/api/v1/history/${id}?limit=3`);
    expect(seen.items[0].version).toBeGreaterThan(seen.items[1].version);
    expect(seen.items[2]).toMatchObject({ command: 'child-cases/confirm-grade', actorId: people.manager });
    expect(seen.names[people.manager as string]).toBe('Mo Manager');
    const next = await json('auditor', `/api/v1/history/${id}?limit=3&after=${seen.next}`);
    expect(next.items[0].version).toBe(seen.items[2].version - 1);
    expect((await api.ask('licensing', 'GET', `/api/v1/history/${id}`)).statusCode).not.toBe(200);
  });
});

const aView = (id: string, version: number) => ({
  url: `/api/v1/child-cases/${id}/record-view`,
  body: { of: 'child', words: 'Made-up words', how: 'On a walk' },
  headers: { 'if-match': `"${version}"`, 'idempotency-key': `view-of-${id}` },
});

describe('what cannot be audited', () => {
  it('is not shown and not stored: every address answers 503 while nothing can be written to the audit', async () => {
    const { id, safety } = await aWorkedCase('Noor');
    const owner = <T>(sql: string) =>
      openOwner(api.database.connections.owner, (client) => client.query(sql) as Promise<T>);
    const { version: before } = await api.view('worker', 'child-cases', id);
    await owner('revoke insert on audit from mase_app');
    try {
      for (const path of [
        `child-cases/${id}`,
        'child-cases',
        `plan-actions/${safety}`,
        'children',
        'work-queue',
        'messages',
        'users',
        `history/${id}`,
      ]) {
        const answer = await api.ask('auditor', 'GET', `/api/v1/${path}`);
        expect([path, answer.statusCode, answer.json().code]).toEqual([path, 503, 'UNAVAILABLE']);
        expect(answer.body).not.toContain('Noor');
      }
      const { body, url, headers } = aView(id, before);
      const refused = await api.ask('worker', 'POST', url, body, headers);
      expect([refused.statusCode, refused.json().code]).toEqual([503, 'UNAVAILABLE']);
    } finally {
      await owner('grant insert on audit to mase_app');
    }
    const { body, url, headers } = aView(id, before);
    expect((await api.ask('worker', 'POST', url, body, headers)).json()).toMatchObject({
      repeated: false,
      version: before + 1,
    });
  });
});
