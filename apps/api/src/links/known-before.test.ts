import { migrate } from '@mase/store';
import { openOwner, testPasswords } from '@mase/store/testing';
import { aNomination, anAcceptedCase, anIncident } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { gradedCase } from '../packs/testing/little-sitting.js';
import { beforeDrawing, weighNow } from '../testing/link-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
/** A person of concern, one who is only nominated, and the case of the latter. */
let personId: string;
let nominatedId: string;
let nomination: string;
const police = (verb: string, body: object, id?: string) =>
  api.give('intelligence', `person-cases/${verb}`, body, id);
const accept = async (id: string) => {
  await police('start-screening', {}, id);
  await police('accept-nomination', anAcceptedCase(), id);
};
const aboutOf = async (id: string) => String((await api.view('intelligence', 'person-cases', id)).aboutId);
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  const { id } = await police('nominate', aNomination());
  await accept(id);
  personId = await aboutOf(id);
  ({ id: nomination } = await police(
    'nominate',
    aNomination({ person: { name: 'Person Cobalt-09', birthDate: '1988-02-03' } }),
  ));
  nominatedId = await aboutOf(nomination);
}, 180_000);
afterAll(() => api.close());

const desk = (command: string, body: object) => api.give('police-desk', command, body);

/** An incident in which a child is the victim, and a person, or nobody as yet, the offender. */
async function incident(childId: string, reference: string, offender: string | null): Promise<string> {
  const { id: incidentId } = await desk(
    'incidents/record-incident',
    anIncident({ reference, committed: '2025-09-01', recorded: '2025-09-10' }),
  );
  await desk('incident-victims/link-victim', { incidentId, childId, victim: 1 });
  if (offender) await desk('incident-parts/link-part', { incidentId, personId: offender, offender: 1 });
  return incidentId;
}

/** The children of whom those responsible were alerted. */
const alerts = () =>
  openOwner(api.database.connections.owner, async (client) => {
    const text = `select o.record_id, r.parent_id as child_id from outbox o join record r on r.id = o.record_id
      where o.kind like 'linked-%-of-concern'`;
    const { rows } = await client.query<{ child_id: string }>(text);
    return new Set(rows.map(({ child_id }) => child_id));
  });

async function children(...names: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const firstName of names) {
    const caseId = await gradedCase(api, { firstName, lastName: 'Made-up' });
    ids.push(String((await api.view('manager', 'child-cases', caseId)).childId));
  }
  return ids;
}

const linkedTo = async (childId: string) =>
  (await api.ask('worker', 'GET', `/api/v1/links?recordId=${childId}`)).json().items;

it('an upgrade draws the links of what was known before without one message, and tells of each of which something is new', async () => {
  const [sam, charlie, jordan, robin] = (await children('Sam', 'Charlie', 'Jordan', 'Robin')) as [
    string,
    string,
    string,
    string,
  ];
  await incident(sam, 'TS/26/0', personId);
  await incident(charlie, 'TS/26/1', personId);
  const open = await incident(jordan, 'TS/26/2', null);
  await incident(robin, 'TS/26/3', nominatedId);
  await beforeDrawing(api);
  await migrate(api.database.connections.owner, testPasswords);
  // The upgrade writes the database's own time.
  api.time.now = new Date(Date.now() + 60_000).toISOString();
  // Between the upgrade and the drawing: the offender of one incident becomes known, and somebody is accepted.
  await desk('incident-parts/link-part', { incidentId: open, personId, offender: 1 });
  await accept(nomination);
  await weighNow(api);
  expect(await alerts()).toEqual(new Set([jordan, robin]));
  for (const childId of [sam, charlie, jordan, robin])
    expect(await linkedTo(childId)).toMatchObject([{ kind: 'incident-with', told: true }]);
  await incident(sam, 'TS/26/9', personId);
  await weighNow(api);
  expect(await alerts()).toEqual(new Set([jordan, robin, sam]));
});
