import { migrate } from '@mase/store';
import { openOwner, testPasswords } from '@mase/store/testing';
import { aNomination, anAcceptedCase, anIncident } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { gradedCase } from '../packs/testing/little-sitting.js';
import { beforeDrawing, weighNow } from '../testing/link-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let personId: string;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  const police = (verb: string, body: object, id?: string) =>
    api.give('intelligence', `person-cases/${verb}`, body, id);
  const { id } = await police('nominate', aNomination());
  await police('start-screening', {}, id);
  await police('accept-nomination', anAcceptedCase(), id);
  personId = String((await api.view('intelligence', 'person-cases', id)).aboutId);
}, 180_000);
afterAll(() => api.close());

/** An incident in which a child is the victim of the person of concern. */
async function incident(childId: string, reference: string): Promise<void> {
  const desk = (command: string, body: object) => api.give('police-desk', command, body);
  const { id: incidentId } = await desk(
    'incidents/record-incident',
    anIncident({ reference, committed: '2025-09-01', recorded: '2025-09-10' }),
  );
  await desk('incident-victims/link-victim', { incidentId, childId, victim: 1 });
  await desk('incident-parts/link-part', { incidentId, personId, offender: 1 });
}

const alerts = () =>
  openOwner(api.database.connections.owner, async (client) => {
    const text = `select count(*)::integer as sent from outbox where kind like 'linked-%-of-concern'`;
    return (await client.query<{ sent: number }>(text)).rows[0]?.sent;
  });

it('an upgrade draws the links of what was known before without one message, and those that read them find them', async () => {
  const children: string[] = [];
  for (const [index, firstName] of ['Sam', 'Charlie', 'Jordan'].entries()) {
    const caseId = await gradedCase(api, { firstName, lastName: 'Made-up' });
    children.push(String((await api.view('manager', 'child-cases', caseId)).childId));
    await incident(children[index] as string, `TS/26/${index}`);
  }
  await beforeDrawing(api);
  await migrate(api.database.connections.owner, testPasswords);
  await weighNow(api);
  expect(await alerts()).toBe(0);
  for (const childId of children) {
    const { items } = (await api.ask('worker', 'GET', `/api/v1/links?recordId=${childId}`)).json();
    expect(items).toMatchObject([{ kind: 'incident-with', told: true }]);
  }
  await incident(children[0] as string, 'TS/26/9');
  await weighNow(api);
  expect(await alerts()).toBeGreaterThan(0);
});
