import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { againstFloor, withApi } from './against-floor.mjs';

/** S2: opening one case through the api, audited before it is shown, against its floor. */
export async function s2({ ratios = 9, ms = 4000, clients = 8, cases = 400 } = {}) {
  return withApi(cases, async ({ bench, ids, children, api, token }) => {
    let turn = 0;
    const pick = () => {
      turn += 1;
      return ids[turn % ids.length];
    };
    const viaApi = () => ({
      url: `${api.url}/api/v1/child-cases/${pick()}`,
      options: { headers: { authorization: `Bearer ${token}` } },
    });
    const viaFloor = (_client, url) => {
      const id = pick();
      const body = JSON.stringify({ ids: [id, uuidv7(), children.get(id)] });
      return { url: `${url}/`, options: { method: 'POST', body } };
    };
    const parameters = async () => {
      const audit = await bench.owner.query(
        "select entry from audit where action = 'child-cases/view' limit 1",
      );
      const hex = randomUUID().replaceAll('-', '').repeat(2);
      const { founded } = bench;
      return [founded.partnershipId, founded.people.manager, audit.rows[0].entry, hex, hex];
    };
    const measured = await againstFloor('s2', { bench, clients, ms, ratios, viaApi, viaFloor, parameters });
    return { name: 'S2 open one case, audited', ...measured };
  });
}
