import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { againstFloor, withApi } from './against-floor.mjs';
import { slice } from './load/clients.mjs';

const body = {
  who: 'Wren Worker and the child’s aunt',
  what: 'Collects the child from school every day this week',
  when: 'From today',
};

/** What the last command on a case left, so that nobody can slow the floor unseen. */
async function leftBy(bench, caseId) {
  const found = await bench.owner.query(
    `select h.entry as history, r.standing, a.entry as audit,
      (select w.body from written w where w.record_id = h.record_id order by w.at desc limit 1) as written
     from history h join record r on r.id = h.record_id join audit a on a.id = h.command_id
     where h.record_id = $1 order by h.version desc limit 1`,
    [caseId],
  );
  return found.rows[0];
}

/**
 * S1: a command through the api against its floor. Slices in turn, the median of the ratios of their commits a
 * second; at the end again on one case with hundreds of commands, which must not be slower.
 */
export async function s1({ ratios = 9, ms = 4000, clients = 8, cases = 400 } = {}) {
  return withApi(cases, async ({ bench, ids, children, api, token }) => {
    const versions = new Map(ids.map((id) => [id, 2]));
    // Each client has cases of its own, so that no version is stale.
    const turn = Array.from({ length: clients }, () => 0);
    const pick = (client, among = ids) => {
      const own = Math.floor(among.length / clients);
      turn[client] = (turn[client] + 1) % own;
      return among[client * own + turn[client]];
    };
    const kept = (id) => (answer) => versions.set(id, JSON.parse(answer.body).version);
    const viaApi = (client, among) => {
      const id = pick(client, among);
      const headers = {
        authorization: `Bearer ${token}`,
        'idempotency-key': randomUUID(),
        'if-match': `"${versions.get(id)}"`,
      };
      return {
        url: `${api.url}/api/v1/child-cases/${id}/record-safety-action`,
        options: { method: 'POST', headers, body: JSON.stringify(body) },
        done: kept(id),
      };
    };
    const viaFloor = (client, url) => {
      const id = pick(client);
      const ids5 = [id, uuidv7(), uuidv7(), children.get(id), randomUUID()];
      return {
        url: `${url}/`,
        options: { method: 'POST', body: JSON.stringify({ ids: ids5 }) },
        done: kept(id),
      };
    };
    let left;
    const parameters = async () => {
      left = await leftBy(bench, ids[1]);
      const hex = randomUUID().replaceAll('-', '').repeat(2);
      const { founded } = bench;
      const texts = [left.standing, left.history, left.written, left.audit];
      return [founded.partnershipId, founded.people.manager, ...texts, hex, hex];
    };
    const measured = await againstFloor('s1', { bench, clients, ms, ratios, viaApi, viaFloor, parameters });
    const load = { clients, ms, expected: 200 };
    const aged = ids.slice(0, clients);
    const young = await slice({ ...load, next: viaApi });
    const ageing = { ...load, next: (client) => viaApi(client, aged) };
    for (let round = 0; round < 2; round += 1) await slice(ageing);
    const old = await slice(ageing);
    const oldest = await bench.owner.query('select max(version) as n from record');
    const bytes = Object.entries(left).map(([part, text]) => [part, Buffer.byteLength(text)]);
    return {
      name: 'S1 command through the api',
      ...measured,
      rows: 6,
      bytes: Object.fromEntries(bytes),
      age: { ratio: old.perSecond / young.perSecond, versions: oldest.rows[0].n },
    };
  });
}
