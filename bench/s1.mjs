import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { median, slice } from './load/clients.mjs';
import { startProcess } from './load/processes.mjs';
import { addCases, openBench } from './partnership.mjs';

const body = {
  who: 'Wren Worker and the child’s aunt',
  what: 'Collects the child from school every day this week',
  when: 'From today',
};

/** The bytes and rows that the last command of each side left, so that nobody can slow the floor unseen. */
async function leftBy(bench, caseId) {
  const found = await bench.owner.query(
    `select h.version, octet_length(h.entry) as history, octet_length(r.standing) as standing,
      (select octet_length(w.body) from written w where w.record_id = h.record_id order by w.at desc limit 1) as written,
      (select octet_length(a.entry) from audit a where a.id = h.command_id) as audit, h.entry, r.standing as standing_text,
      (select w.body from written w where w.record_id = h.record_id order by w.at desc limit 1) as body,
      (select a.entry from audit a where a.id = h.command_id) as audit_entry
     from history h join record r on r.id = h.record_id where h.record_id = $1 order by h.version desc limit 1`,
    [caseId],
  );
  return found.rows[0];
}

/**
 * S1: a command through the api against its floor. Slices in turn, the median of the ratios of their commits a
 * second; at the end again on one case with hundreds of commands, which must not be slower.
 */
export async function s1({ ratios = 9, ms = 4000, clients = 8, cases = 400 } = {}) {
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
    const versions = new Map(ids.map((id) => [id, 2]));
    // Each client has cases of its own, so that no version is stale.
    const turn = Array.from({ length: clients }, () => 0);
    const pick = (client, among = ids) => {
      const own = Math.floor(among.length / clients);
      turn[client] = (turn[client] + 1) % own;
      return among[client * own + turn[client]];
    };
    const viaApi = (client, among) => {
      const id = pick(client, among);
      return {
        url: `${api.url}/api/v1/child-cases/${id}/record-safety-action`,
        options: {
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            'idempotency-key': randomUUID(),
            'if-match': `"${versions.get(id)}"`,
          },
          body: JSON.stringify(body),
        },
        done: (answer) => versions.set(id, JSON.parse(answer.body).version),
      };
    };
    await slice({ clients, ms: 1500, next: viaApi, expected: 200 });
    const left = await leftBy(bench, ids[1]);
    const hex = randomUUID().replaceAll('-', '').repeat(2);
    const floor = await startProcess(
      'bench/floor/server.mjs',
      {
        FLOOR_URL: bench.connections.owner,
        FLOOR_PARAMETERS: JSON.stringify([
          bench.founded.partnershipId,
          bench.founded.people.manager,
          left.standing_text,
          left.entry,
          left.body,
          left.audit_entry,
          hex,
          hex,
        ]),
      },
      { args: ['s1'] },
    );
    const viaFloor = (client) => {
      const id = pick(client);
      const ids5 = [id, uuidv7(), uuidv7(), children.get(id), randomUUID()];
      return {
        url: `${floor.url}/`,
        options: { method: 'POST', body: JSON.stringify({ ids: ids5 }) },
        done: (answer) => versions.set(id, JSON.parse(answer.body).version),
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
    const aged = ids.slice(0, clients);
    const young = await slice({ clients, ms, next: viaApi, expected: 200 });
    for (let round = 0; round < 2; round += 1)
      await slice({ clients, ms, next: (client) => viaApi(client, aged), expected: 200 });
    const old = await slice({ clients, ms, next: (client) => viaApi(client, aged), expected: 200 });
    const oldest = await bench.owner.query('select max(version) as n from record');
    await api.stop();
    await floor.stop();
    return {
      name: 'S1 command through the api',
      ratio: median(rounds.map((one) => one.ratio)),
      promise: 0.65,
      product: median(rounds.map((one) => one.product)),
      floor: median(rounds.map((one) => one.floor)),
      rows: 6,
      bytes: { history: left.history, standing: left.standing, written: left.written, audit: left.audit },
      age: { ratio: old.perSecond / young.perSecond, versions: oldest.rows[0].n },
    };
  } finally {
    await bench.close();
  }
}
