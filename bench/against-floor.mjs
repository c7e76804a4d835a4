import { median, slice } from './load/clients.mjs';
import { startProcess } from './load/processes.mjs';
import { addCases, openBench } from './partnership.mjs';

const warmMs = 1500;

/**
 * Runs `work` over a partnership with cases, the api before it and a manager signed in: gives it the bench, the ids of
 * the cases, the child of each, the api and the token; takes everything down afterwards.
 */
export async function withApi(cases, work) {
  const bench = await openBench();
  try {
    const ids = await addCases(bench, cases);
    const token = await bench.tokenOf('manager');
    const api = await startProcess('apps/api/dist/server.js', {
      MASE_CONNECTIONS: bench.file,
      MASE_MODE: 'demonstration',
    });
    const found = await bench.owner.query("select id, parent_id from record where kind = 'childCase'");
    const children = new Map(found.rows.map((row) => [row.id, row.parent_id]));
    try {
      return await work({ bench, ids, children, api, token });
    } finally {
      await api.stop();
    }
  } finally {
    await bench.close();
  }
}

/**
 * Measures requests through the api against the floor of that name: slices in turn, the median of the ratios.
 * `parameters` are asked for after the api is warm, so that they can be of the same size as what it wrote.
 */
export async function againstFloor(floorName, { bench, clients, ms, ratios, viaApi, viaFloor, parameters }) {
  const load = { clients, expected: 200 };
  await slice({ ...load, ms: warmMs, next: viaApi });
  const floor = await startProcess(
    'bench/floor/server.mjs',
    { FLOOR_URL: bench.connections.owner, FLOOR_PARAMETERS: JSON.stringify(await parameters()) },
    { args: [floorName] },
  );
  const floorNext = (client) => viaFloor(client, floor.url);
  try {
    await slice({ ...load, ms: warmMs, next: floorNext });
    const rounds = [];
    for (let round = 0; round < ratios; round += 1) {
      const product = (await slice({ ...load, ms, next: viaApi })).perSecond;
      const least = (await slice({ ...load, ms, next: floorNext })).perSecond;
      rounds.push({ product, floor: least, ratio: product / least });
    }
    const middle = (part) => median(rounds.map((one) => one[part]));
    return { ratio: middle('ratio'), promise: 0.65, product: middle('product'), floor: middle('floor') };
  } finally {
    await floor.stop();
  }
}
