import { beginSession } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { anAllocation, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let caseId: string;
let childId: string;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  const child = { firstName: 'Robin', lastName: 'Manager', birthDate: '2012-03-04' };
  ({ id: caseId } = await api.give('referrer', 'child-cases/record-referral', aReferral({ child })));
  await api.give(
    'triage',
    'child-cases/decide-triage',
    aTriage('risk-assessment', { teamId: 'north' }),
    caseId,
  );
  const { worker } = api.founded.people as { worker: string };
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker), caseId);
  ({ childId } = (await api.view('worker', 'child-cases', caseId)) as unknown as { childId: string });
});
afterAll(() => api.close());

const looks = (who: string, more = '') => api.ask(who, 'GET', `/api/v1/children/${childId}/looks${more}`);
const report = (who: string, more = '?from=2026-11-01&to=2026-11-30') =>
  api.ask(who, 'GET', `/api/v1/unusual-looking${more}`);

interface Look {
  name: string;
  roles: string[];
  what: string;
  why: string;
  refused: boolean;
}

describe('who looked at this child, when and why', () => {
  it('is told to the holding manager, information governance, the Caldicott guardian and auditors, and to nobody else', async () => {
    for (const who of ['manager', 'governance', 'caldicott', 'auditor'])
      expect([who, (await looks(who)).statusCode]).toEqual([who, 200]);
    for (const who of ['worker', 'triage', 'coordinator', 'chair', 'senior'])
      expect([who, (await looks(who)).statusCode]).toEqual([who, 403]);
    for (const who of ['manager-south', 'worker-south', 'referrer', 'admin', 'licensing'])
      expect([who, (await looks(who)).statusCode]).toEqual([who, 404]);
  });

  it('says who it was, in which role, what was done, and by which relation', async () => {
    await api.view('worker', 'child-cases', caseId);
    await api.view('worker-two', 'child-cases', caseId);
    await api.view('senior', 'children', childId);
    const { items } = (await looks('auditor')).json() as { items: Look[] };
    const of = (name: string) => items.find((one) => one.name === name);
    expect(of('Wren Worker')).toMatchObject({
      roles: ['Worker'],
      what: 'Opened the case',
      why: 'Allocated worker.',
      refused: false,
    });
    expect(of('Wilf Worker-Two')?.why).toBe('Worker of the team that holds it.');
    expect(of('Sol Senior')).toMatchObject({
      what: 'Opened the child’s record',
      why: 'By role: Senior manager.',
    });
    expect(of('Mo Manager')?.what).toMatch(/Allocate a worker|Asked who looked/);
    expect(items.some((one) => one.what === 'Gave the command “Decide at triage”')).toBe(true);
  });

  it('keeps the role and the relation of that day when both have changed since', async () => {
    const change = { roles: ['referrer'], reason: 'Moved to another service' };
    await api.give('admin', 'users/change-role', change, api.founded.people['worker-two'] as string);
    const { items } = (await looks('auditor')).json() as { items: Look[] };
    const look = items.find((one) => one.name === 'Wilf Worker-Two');
    expect(look).toMatchObject({ roles: ['Worker'], why: 'Worker of the team that holds it.' });
  });

  it('shows a look that was refused, as one that showed nothing', async () => {
    expect((await api.ask('worker-south', 'GET', `/api/v1/child-cases/${caseId}`)).statusCode).toBe(404);
    const { items } = (await looks('auditor')).json() as { items: Look[] };
    expect(
      items.find((one) => one.name === 'Willa Worker-South' && one.what === 'Opened the case'),
    ).toMatchObject({
      refused: true,
      why: 'Refused: nothing was shown.',
    });
  });

  it('goes page by page without a gap or a repetition, and the asking itself is in the next answer', async () => {
    const seen: string[] = [];
    let after = '';
    do {
      const page = (await looks('governance', `?limit=4${after}`)).json();
      seen.push(...page.items.map((one: { id: string }) => one.id));
      after = page.next ? `&after=${page.next}` : '';
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    const { items } = (await looks('governance', '?limit=1')).json() as { items: Look[] };
    expect(items[0]).toMatchObject({ name: 'Gale Governance', what: 'Asked who looked at the child' });
  });

  it('is a file for a spreadsheet, with formulas made inert', async () => {
    const answer = await api.ask('auditor', 'GET', `/api/v1/children/${childId}/looks?format=csv`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    const [head, ...lines] = answer.body.trim().split('\r\n');
    expect(head).toContain('At,');
    expect(answer.headers['content-disposition']).toContain('children-looks.csv');
    expect(lines.some((line) => line.includes('Wren Worker') && line.includes('Opened the case'))).toBe(true);
    expect((await api.ask('worker', 'GET', `/api/v1/children/${childId}/looks?format=csv`)).statusCode).toBe(
      403,
    );
  });

  it('is refused by the database alone to whoever may not ask, whatever the api lets through', async () => {
    const rows = (principals: string, wanted = childId) =>
      openOwner(api.database.connections.app, async (client) => {
        await client.query('begin');
        await client.query(
          `select set_config('app.partnership', $1, true), set_config('app.principals', $2, true)`,
          [api.founded.partnershipId, principals],
        );
        const found = await client.query('select * from looks_at($1, null, 100)', [wanted]);
        const all = await client.query("select * from looking_between('2020-01-01', '2030-01-01')");
        return [found.rowCount, all.rowCount];
      });
    expect(await rows('{everyone,role:worker,team:north:worker}')).toEqual([0, 0]);
    expect(await rows('{everyone,role:manager,team:south:manager}')).toEqual([0, 0]);
    expect(await rows('{}')).toEqual([0, 0]);
    const [one, all] = await rows('{everyone,role:auditor}');
    expect([Number(one) > 5, Number(all) > 5]).toEqual([true, true]);
    expect((await rows('{everyone,team:north:manager}'))[0]).toBe(one);
  });
});

const november = { from: '2026-11-01', to: '2026-11-30' };

interface Line {
  line: string;
  rule: string;
  name: string;
  words: string;
  last: string;
  children: { name: string }[];
  review: object | null;
}

describe('the report of unusual looking', () => {
  const lines = async (who = 'governance') => (await report(who)).json().items as Line[];

  it('names looking that stands out, with its explanation, and audits the children whom it names', async () => {
    // The senior manager has no part in the case, and the child has the surname of a colleague.
    const found = (await lines()).filter(({ name }) => name === 'Sol Senior');
    expect(found.map(({ rule }) => rule).sort()).toEqual(['colleagueName', 'noRelation']);
    expect(found[0]?.children).toEqual([{ id: childId, name: 'Robin Manager' }]);
    expect(found.map(({ words }) => words).join(' ')).toContain('a colleague at the same agency, Mo Manager');
    const own = (await lines()).filter(({ name }) => name === 'Mo Manager');
    expect(own).toMatchObject([{ rule: 'ownName' }]);
    const { items } = (await looks('auditor')).json() as { items: Look[] };
    expect(items.some(({ what }) => what === 'Had the report of unusual looking made')).toBe(true);
  });

  it('counts looks that were refused', async () => {
    for (let one = 0; one < 5; one += 1) await api.ask('licensing', 'GET', `/api/v1/child-cases/${caseId}`);
    expect((await lines()).find(({ rule }) => rule === 'refused')).toMatchObject({
      name: 'Lee Licensing',
      children: [],
    });
  });

  it('is read by those who oversee, and asks for a period that can be looked over', async () => {
    for (const who of ['auditor', 'caldicott']) expect((await report(who)).statusCode).toBe(200);
    for (const who of ['manager', 'senior', 'chair', 'admin', 'worker'])
      expect([who, (await report(who)).statusCode]).toEqual([who, 403]);
    for (const period of [
      '?from=2026-11-30&to=2026-11-01',
      '?from=2026-01-01&to=2026-12-31',
      '?from=x&to=y',
      '',
    ])
      expect([period, (await report('governance', period)).statusCode]).toEqual([period, 400]);
    const file = await api.ask(
      'governance',
      'GET',
      '/api/v1/unusual-looking?from=2026-11-01&to=2026-11-30&format=csv',
    );
    expect(file.body).toMatch(/No relation,[^,]*,Sol Senior/);
  });

  it('keeps the decision of information governance with its words, until there is a later look', async () => {
    const line = (await lines()).find(
      ({ name, rule }) => name === 'Sol Senior' && rule === 'noRelation',
    ) as Line;
    const body = {
      ...november,
      line: line.line,
      seenUntil: line.last,
      decision: 'explained',
      words: 'Asked for by the chair',
    };
    const give = (who: string, more = {}) =>
      api.ask(who, 'POST', '/api/v1/unusual-looking/review', { ...body, ...more });
    for (const who of ['auditor', 'caldicott', 'senior'])
      expect([who, (await give(who)).statusCode]).toEqual([who, 403]);
    expect((await give('governance', { line: 'nothing' })).statusCode).toBe(400);
    expect((await give('governance', { from: '2026-10-01', to: '2026-10-31' })).statusCode).toBe(400);
    expect((await give('governance', { seenUntil: '2099-01-01T00:00:00Z' })).statusCode).toBe(400);
    expect((await give('governance')).json()).toMatchObject({ decision: 'explained', repeated: false });
    expect((await give('governance')).json()).toMatchObject({ repeated: true });
    const reviewed = async () => (await lines()).find((one) => one.line === line.line);
    expect((await reviewed())?.review).toMatchObject({
      words: 'Asked for by the chair',
      by: 'Gale Governance',
    });
    await api.view('senior', 'children', childId);
    expect((await reviewed())?.review).toBeNull();
  });

  it('has no line that the report does not hold decided about, and none by whom it is about', async () => {
    await api.give(
      'admin',
      'users/change-role',
      { roles: ['information-governance', 'worker'], reason: 'Made up' },
      api.founded.people.licensing as string,
    );
    const { sessionId } = await beginSession(api.store, {
      userId: api.founded.people.licensing as string,
      partnershipId: api.founded.partnershipId,
    });
    const own = (await lines()).find(({ name }) => name === 'Lee Licensing') as Line;
    const body = {
      ...november,
      line: own.line,
      seenUntil: own.last,
      decision: 'explained',
      words: 'It was my own work',
    };
    const give = (who: string, more = {}) =>
      api.ask(who, 'POST', '/api/v1/unusual-looking/review', { ...body, ...more });
    const asked = await api.ask(null, 'POST', '/api/v1/unusual-looking/review', body, {
      authorization: `Bearer ${sessionId}`,
    });
    expect(asked.statusCode).toBe(403);
    const unheld = own.line.replace('refused', 'volume');
    expect((await give('governance', { line: unheld })).statusCode).toBe(400);
    expect((await give('auditor')).statusCode).toBe(403);
    expect((await give('caldicott')).statusCode).toBe(200);
    expect((await give('governance')).statusCode).toBe(200);
  });

  it('is refused by the database alone to whom the line is about, whatever the api lets through', async () => {
    const me = api.founded.people.governance as string;
    const keep = (about: string) =>
      openOwner(api.database.connections.app, async (client) => {
        await client.query('begin');
        await client.query(
          `select set_config('app.partnership', $1, true), set_config('app.user', $2, true),
            set_config('app.principals', '{everyone,role:information-governance}', true)`,
          [api.founded.partnershipId, me],
        );
        await client.query(
          `insert into looking_review (partnership_id, id, line, seen_until, decision, words, by_id, at, audit_id)
            values ($1, gen_random_uuid(), $3, now(), 'explained', 'x', $2, now(),
              (select id from audit where partnership_id = $1 limit 1))`,
          [api.founded.partnershipId, me, `volume:${about}:2026-11-02`],
        );
      }).catch((error) => error.code);
    expect(await keep(me)).toBe('42501');
    expect(await keep(api.founded.people.senior as string)).not.toBe('42501');
  });

  it('lets nobody change or take away a decision, in the database either', async () => {
    const attempt = (sql: string) =>
      openOwner(api.database.connections.app, (client) => client.query(sql)).catch((error) => error.code);
    expect(await attempt("update looking_review set words = 'x'")).toBe('42501');
    expect(await attempt('delete from looking_review')).toBe('42501');
  });
});

describe('a case whose existence is closed', () => {
  it('is not told of, by the looks at it either: to the child’s page, to the report, as little as to the reader', async () => {
    const child = { firstName: 'Hidden', lastName: 'Senior', birthDate: '2012-03-04' };
    const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral({ child }));
    const seen = (await api.view('triage', 'child-cases', id)) as unknown as { childId: string };
    await api.view('senior', 'child-cases', id);
    const of = async (who: string) =>
      ((await api.ask(who, 'GET', `/api/v1/children/${seen.childId}/looks`)).json().items as Look[]).filter(
        ({ what }) => what === 'Opened the case',
      ).length;
    expect([await of('auditor'), await of('governance')]).toEqual([2, 2]);
    // As a restriction leaves it: closed, and read by information governance and not by the auditor.
    await openOwner(api.database.connections.owner, async (client) => {
      await client.query(
        `update record set standing = (standing::jsonb || '{"access":{"closed":true}}')::text where id = $1`,
        [id],
      );
      await client.query(
        "delete from case_reader where record_id = $1 and principal in ('role:auditor', 'everyone')",
        [id],
      );
    });
    expect([await of('auditor'), await of('governance')]).toEqual([0, 2]);
    const named = async (who: string) =>
      ((await report(who)).json().items as Line[]).some(
        ({ name, children }) => name === 'Sol Senior' && children.some((one) => one.name === 'Hidden Senior'),
      );
    expect([await named('auditor'), await named('governance')]).toEqual([false, true]);
  });
});
