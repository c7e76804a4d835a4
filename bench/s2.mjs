import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { median, slice } from './load/clients.mjs';
import { startProcess } from './load/processes.mjs';
import { addCases, openBench } from './partnership.mjs';

/** S2: opening one case through the api, audited before it is shown, against its floor. */
export async function s2({ ratios = 9, ms = 4000, clients = 8, cases = 400 } = {}) {
  const bench = await openBench();
  try {
    const ids = await addCases(bench, cases);
    const token = await bench.tokenOf('manager');
    const api = await startProcess('apps/api/dist/server.js', {
      MASE_CONNECTIONS: bench.file,
      MASE_MODE: 'demonstration',
    });
    const children = new Map(
      (await bench.owner.query("select id, parent_id from record where kind = 'childCase'")).rows.map(
        (row) => [row.id, row.parent_id],
      ),
    );
    let turn = 0;
    const pick = () => {
      turn += 1;
      return ids[turn % ids.length];
    };
    const viaApi = () => ({
      url: `${api.url}/api/v1/child-cases/${pick()}`,
      options: { headers: { authorization: `Bearer ${token}` } },
    });
    await slice({ clients, ms: 1500, next: viaApi, expected: 200 });
    const audit = await bench.owner.query(
      "select entry from audit where action = 'child-cases/view' limit 1",
    );
    const hex = randomUUID().replaceAll('-', '').repeat(2);
    const floor = await startProcess(
      'bench/floor/server.mjs',
      {
        FLOOR_URL: bench.connections.owner,
        FLOOR_PARAMETERS: JSON.stringify([
          bench.founded.partnershipId,
          bench.founded.people.manager,
          audit.rows[0].entry,
          hex,
          hex,
        ]),
      },
      { args: ['s2'] },
    );
    const viaFloor = () => {
      const id = pick();
      return {
        url: `${floor.url}/`,
        options: { method: 'POST', body: JSON.stringify({ ids: [id, uuidv7(), children.get(id)] }) },
      };
    };
    await slice({ clients, ms: 1500, next: viaFloor, expected: 200 });
    const rounds = [];
    for (let round = 0; round < ratios; round += 1) {
      const product = await slice({ clients, ms, next: viaApi, expected: 200 });
      const least = await slice({ clients, ms, next: viaFloor, expected: 200 });
      rounds.push({
        product: product.perSecond,
        floor: least.perSecond,
        ratio: product.perSecond / least.perSecond,
      });
    }
    await api.stop();
    await floor.stop();
    return {
      name: 'S2 open one case, audited',
      ratio: median(rounds.map((one) => one.ratio)),
      promise: 0.65,
      product: median(rounds.map((one) => one.product)),
      floor: median(rounds.map((one) => one.floor)),
    };
  } finally {
    await bench.close();
  }
}
