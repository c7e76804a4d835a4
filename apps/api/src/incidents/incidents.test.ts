import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

/** Thirty-two incidents: day of recording, crime or not, outcome, victims and offenders; `?` is nobody known. */
const table = `
2025-12-31 C 1   V1     O1
2026-01-05 C 1   V1     O1
2026-01-09 C 14  v1     -
2026-01-12 C 15  V2     O1
2026-01-20 C -   V3     ?
2026-01-22 N -   V1     -
2026-01-25 N -   V4     -
2026-01-31 C UI  V5     O2
2026-02-01 C 3   V2,V6  O3
2026-02-03 C 18  ?      -
2026-02-07 C 16  V7     O2
2026-02-14 N -   V7     -
2026-02-20 C 22  V8     O4
2026-02-28 C 8   V9     O5
2026-03-01 C 1A  V1,V2  O1,O2
2026-03-02 C -   V10    -
2026-03-10 N -   V11    -
2026-03-11 N NC1 ?      -
2026-03-15 C UI  V12    ?
2026-03-20 C 18  V13    -
2026-03-31 C 14  V3     -
2026-05-01 C 4   V14    O6
2026-05-05 C -   V15    -
2026-05-06 N -   V4     O6
2026-05-30 C 21  V16    O7
2026-05-31 C 2   V17    O8
2026-06-01 C -   V18    -
2026-06-10 C 15  V19    O9
2026-06-15 N -   ?      -
2026-06-20 C -   V20,?  ?
2026-06-30 C UI  V1     O1
2026-07-01 C 1   V21    O1`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/) as [string, string, string, string, string]);

const people = (cell: string) =>
  cell === '-' ? [] : cell.split(',').map((one) => (one === '?' ? {} : { reference: one }));

const period = 'from=2026-01-01&to=2026-06-30';
let api: TestApi;
const ids: string[] = [];
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  for (const [place, [recorded, kind, code, victims, offenders]] of table.entries()) {
    const payload = {
      // The report is the same however the force is written.
      force: place % 3 === 2 ? 'testshire  POLICE' : 'Testshire Police',
      reference: `TS/${place + 1}`,
      kind: kind === 'C' ? 'crime' : 'non-crime',
      offence: 'Made-up offence',
      recorded,
      victims: people(victims),
      offenders: people(offenders),
      ...(code === '-' ? {} : { outcome: { code, on: recorded } }),
    };
    ids.push((await api.give('police-desk', 'incidents/record-incident', payload)).id);
  }
});
afterAll(() => api.close());

const report = async (query = period, who = 'coordinator') =>
  (await api.ask(who, 'GET', `/api/v1/incident-report?${query}`)).json();

describe('the incident report of thirty incidents, worked out by hand', () => {
  it('counts crimes and non-crimes by month of recording', async () => {
    const { months, total } = await report();
    expect(months.map((one: Record<string, unknown>) => Object.values(one))).toEqual([
      ['2026-01', 5, 2, 7],
      ['2026-02', 5, 1, 6],
      ['2026-03', 5, 2, 7],
      ['2026-04', 0, 0, 0],
      ['2026-05', 4, 1, 5],
      ['2026-06', 4, 1, 5],
    ]);
    expect(total).toEqual({ crime: 23, nonCrime: 7, total: 30 });
  });

  it('counts them by outcome', async () => {
    const { outcomes } = await report();
    const lines = outcomes.map((one: Record<string, unknown>) => [one.code, one.crime, one.nonCrime]);
    expect(lines).toEqual([
      ...[
        ['1', 1, 0],
        ['1A', 1, 0],
        ['2', 1, 0],
        ['3', 1, 0],
        ['4', 1, 0],
        ['8', 1, 0],
        ['14', 2, 0],
        ['15', 2, 0],
      ],
      ...[
        ['16', 1, 0],
        ['18', 2, 0],
        ['21', 1, 0],
        ['22', 1, 0],
        ['NC1', 0, 1],
        ['UI', 3, 0],
        [null, 5, 6],
      ],
    ]);
  });

  it('says each share with its number and what it is of, to two places, half up', async () => {
    const { shares } = await report();
    const words = ({ n, of, percent }: Record<'n' | 'of' | 'percent', unknown>) =>
      `${n} of ${of}: ${percent}`;
    expect(
      shares.map((one: Record<'label' | 'crime' | 'nonCrime' | 'total', never>) => [
        one.label,
        words(one.crime),
        words(one.nonCrime),
        words(one.total),
      ]),
    ).toEqual([
      ['Outcome known', '15 of 23: 65.22', '1 of 7: 14.29', '16 of 30: 53.33'],
      ['Finished', '15 of 23: 65.22', '1 of 7: 14.29', '16 of 30: 53.33'],
      ['Positive outcome', '5 of 23: 21.74', '0 of 7: 0.00', '5 of 30: 16.67'],
      ['Offender known', '13 of 23: 56.52', '1 of 7: 14.29', '14 of 30: 46.67'],
    ]);
    expect(shares[2].definition).toContain('Home Office outcomes 1, 1A, 2, 2A, 3, 3A, 4 and 6');
  });

  it('counts people once, and those who occur again', async () => {
    expect((await report()).people).toMatchObject([
      { label: 'Victims', distinct: 20, unknown: 4, repeat: { n: 5, of: 20, percent: '25.00' } },
      { label: 'Offenders', distinct: 9, unknown: 3, repeat: { n: 3, of: 9, percent: '33.33' } },
      { label: 'Places', distinct: 0, unknown: 30, repeat: { n: 0, of: 0, percent: null } },
    ]);
  });

  it('takes outcomes as they were on the day that is asked for', async () => {
    const { shares } = await report(`${period}&asAt=2026-02-28`);
    expect(shares[0].crime).toEqual({ n: 8, of: 23, percent: '34.78' });
  });

  it('is one day long where it is asked for one, and empty where nothing was recorded', async () => {
    expect((await report('from=2026-07-01&to=2026-07-01')).total.total).toBe(1);
    const none = await report('from=2024-01-01&to=2024-01-31');
    expect(none.shares[0].total).toEqual({ n: 0, of: 0, percent: null });
  });

  it('as CSV has the same figures; for others, none from 1 to 4', async () => {
    const csv = async (more: string) =>
      (await api.ask('chair', 'GET', `/api/v1/incident-report.csv?${period}${more}`)).body;
    const own = await csv('');
    expect(own).toContain('Share,Outcome known,,15,23,65.22,1,7,14.29,16,30,53.33,');
    expect(own).toContain('Month,2026-01,,5,,,2,,,7,,,');
    const others = await csv('&for=outside');
    expect(others).toContain('kept back');
    const cells = others
      .split('\r\n')
      .slice(3)
      .flatMap((line) => line.split(',').slice(3, 12));
    expect(cells.filter((one) => /^[1-4]$/.test(one))).toEqual([]);
  });

  it('is for those who steer, oversee or record; a worker gets no figure', async () => {
    expect((await api.ask('worker', 'GET', `/api/v1/incident-report?${period}`)).statusCode).toBe(403);
    for (const who of ['coordinator', 'chair', 'police-desk', 'auditor', 'senior'])
      expect((await report(period, who)).total.total).toBe(30);
  });
});

describe('an incident and its readers', () => {
  let childId: string;
  beforeAll(async () => {
    const described = { firstName: 'Alex', birthDate: '2012-05-06', from: 'return' };
    childId = (await api.give('coordinator', 'children/record-child', described)).id;
    for (const [place, victim] of [
      [4, 1],
      [7, 1],
    ] as const)
      await api.give('police-desk', 'incident-victims/link-victim', {
        childId,
        incidentId: ids[place],
        victim,
      });
  });

  it('two numbers of the police that are one child are one victim', async () => {
    expect((await report()).people[0]).toMatchObject({
      distinct: 19,
      repeat: { n: 5, of: 19, percent: '26.32' },
    });
  });

  it('an offender and a place are counted by the records that they are linked to, joined or not', async () => {
    const desk = (topic: string, body: object) => api.give('intelligence', topic, body);
    const nominate = async (name: string) => {
      const { id } = await desk('person-cases/nominate', {
        ...{ person: { name }, bases: [{ code: 'repeat-association' }], why: 'Made up' },
      });
      return String((await api.view('intelligence', 'person-cases', id)).aboutId);
    };
    const { id: placeCase } = await desk('location-cases/report', {
      ...{ location: { kind: 'takeaway', name: 'Place Cedar-01' }, why: 'Made up' },
      bases: [{ code: 'repeat-association' }],
    });
    const locationId = String((await api.view('intelligence', 'location-cases', placeCase)).aboutId);
    const [one, other] = [await nominate('Person Amber-01'), await nominate('Person Amber-02')];
    // O2 of the eighth incident and O3 of the ninth; the place of both.
    for (const [place, personId] of [
      [7, one],
      [8, other],
    ] as const) {
      const incidentId = ids[place];
      await desk('incident-parts/link-part', { incidentId, personId, offender: 1 });
      await desk('incident-parts/link-part', { incidentId, locationId });
    }
    const line = async (at: number) => (await report()).people[at];
    expect(await line(1)).toMatchObject({ distinct: 9, repeat: { n: 3 } });
    expect(await line(2)).toMatchObject({ distinct: 1, unknown: 28, repeat: { n: 1, of: 1 } });
    await api.give('intelligence', 'persons/merge', { otherId: other, reasons: 'One and the same' }, one);
    expect(await line(1)).toMatchObject({ distinct: 8, repeat: { n: 3 } });
    const seen = async (who: string) =>
      (await api.ask(who, 'GET', `/api/v1/incident-parts?aboutId=${one}`)).json().items;
    expect(await seen('intelligence')).toHaveLength(2);
    // Until the person is accepted as one of concern the police alone read of it.
    expect(await seen('chair')).toEqual([]);
    expect((await api.ask('chair', 'GET', `/api/v1/incidents/${ids[7]}`)).json().parts).toEqual([]);
  });

  it('two records of a child that are joined are one victim', async () => {
    const described = { firstName: 'Sam', birthDate: '2011-02-03', from: 'return' };
    const children = [0, 1].map(() => api.give('coordinator', 'children/record-child', described));
    const [one, other] = (await Promise.all(children)).map(({ id }) => id) as [string, string];
    for (const [place, childId] of [
      [9, one],
      [13, other],
    ] as const)
      await api.give('police-desk', 'incident-victims/link-victim', {
        ...{ childId, incidentId: ids[place], victim: 1 },
      });
    const before = (await report()).people[0];
    const same = { childId: other, reasons: 'The same made-up child' };
    await api.give('coordinator', 'children/merge-children', same, one);
    await api.give('senior', 'children/decide-merge', { decision: 'approve', childId: other }, one);
    expect((await report()).people[0].distinct).toBe(before.distinct - 1);
  });

  it('is read by the police and the chair; the coordinator has the counts and is told how many records are kept back', async () => {
    const list = async (who: string) =>
      (await api.ask(who, 'GET', `/api/v1/incidents?${period}&limit=100`)).json();
    for (const who of ['police-desk', 'chair']) expect((await list(who)).items).toHaveLength(30);
    expect(await list('coordinator')).toMatchObject({ items: [], counted: 30 });
    expect((await api.ask('coordinator', 'GET', `/api/v1/incidents/${ids[0]}`)).statusCode).toBe(404);
    const one = (await api.ask('chair', 'GET', `/api/v1/incidents/${ids[4]}`)).json();
    expect(one.links).toMatchObject([{ childId, childName: 'Alex', victim: 1, state: 'linked' }]);
  });

  it('gives its pages in order, each incident once', async () => {
    const seen: string[] = [];
    let after = '';
    do {
      const page = (await api.ask('chair', 'GET', `/api/v1/incidents?limit=7${after}`)).json();
      seen.push(...page.items.map((one: { recorded: string }) => one.recorded));
      after = page.next ? `&after=${page.next}` : '';
    } while (after);
    expect(seen).toHaveLength(32);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('whoever may not read of the child sees no link, and the child’s own list has no offender', async () => {
    const victims = async (who: string) =>
      (await api.ask(who, 'GET', `/api/v1/incident-victims?childId=${childId}`)).json();
    expect((await victims('worker')).items).toEqual([]);
    const { items } = await victims('senior');
    expect(items).toHaveLength(2);
    expect(JSON.stringify(items)).not.toMatch(/O1|O2|offenders|V3/);
  });
});

describe('an incident number that two people record at once', () => {
  const recording = (who: string, force: string) =>
    api.ask(
      who,
      'POST',
      '/api/v1/incidents/record-incident',
      {
        ...{ force, reference: 'TS/AT-ONCE', kind: 'crime', offence: `Made-up offence of ${who}` },
        ...{ recorded: '2026-09-01', victims: [], offenders: [] },
      },
      { 'idempotency-key': crypto.randomUUID() },
    );

  it('is recorded once; whoever comes second is told which incident has it already', async () => {
    const answers = await Promise.all([
      recording('police-desk', 'Testshire Police'),
      recording('intelligence', 'testshire  POLICE'),
      recording('intelligence-supervisor', 'Testshire police'),
    ]);
    const taken = answers.filter(({ statusCode }) => statusCode < 300);
    const refused = answers.filter(({ statusCode }) => statusCode === 409);
    expect([taken.length, refused.length]).toEqual([1, 2]);
    for (const { body } of refused)
      expect(JSON.parse(body).errors).toMatchObject([{ pointer: '/reference', code: 'sameNumber' }]);
    const found = await api.ask('chair', 'GET', '/api/v1/incidents?from=2026-09-01&to=2026-09-01');
    expect(found.json().items).toHaveLength(1);
  });
});
