import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { startEmbedded } from '@mase/store';
import pg from 'pg';
import { send } from './load/clients.mjs';
import { startProcess } from './load/processes.mjs';
import { addCases, openBench } from './partnership.mjs';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again with the same key until it is answered: the answer is what was acknowledged. */
async function insist(agent, makeUrl, options, mayDo) {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const answer = await send(agent, makeUrl(), options).catch(() => undefined);
    if (answer && (answer.status < 300 || mayDo(answer))) return answer;
    if (answer && answer.status < 500 && answer.status !== 409)
      throw new Error(`${answer.status} ${answer.body}`);
    await pause(50);
  }
  throw new Error('The api did not come back');
}

/**
 * Kills api, worker and database in turn with SIGKILL while commands are acknowledged, restarts each, and compares the
 * acknowledged ids with the database. Gives what was lost and what was doubled: both must be 0.
 */
export async function killUnderLoad({ commands = 300, kills = 9, clients = 4 } = {}) {
  const bench = await openBench();
  const env = { MASE_CONNECTIONS: bench.file, MASE_MODE: 'demonstration' };
  let database = bench.server;
  let api;
  let worker;
  const agent = new Agent({ keepAlive: false });
  const killed = { api: 0, worker: 0, database: 0 };
  try {
    const ids = await addCases(bench, clients);
    const token = await bench.tokenOf('manager');
    api = await startProcess('apps/api/dist/server.js', env);
    const startWorker = () => startProcess('bench/load/worker-with-health.mjs', env);
    worker = await startWorker();
    const acknowledged = [];
    let stop = false;
    let killsDone = false;
    const kill = async (what) => {
      if (what === 'api') {
        api.child.kill('SIGKILL');
        await pause(100);
        api = await startProcess('apps/api/dist/server.js', env);
      } else if (what === 'worker') {
        worker.child.kill('SIGKILL');
        await pause(50);
        worker = await startWorker();
      } else {
        process.kill(database.pid, 'SIGKILL');
        await database.exited.catch(() => undefined);
        database = await startEmbedded({
          dataDir: join(bench.folder, 'postgres'),
          settings: { max_connections: '60' },
          port: database.port,
        });
      }
      // As a supervisor does: what ended because the database was away while it began is started again.
      if (worker.child.exitCode !== null) worker = await startWorker();
      killed[what] += 1;
    };
    const killing = (async () => {
      for (let turn = 0; turn < kills; turn += 1) {
        const until = Math.floor(((turn + 1) * commands) / (kills + 1));
        while (acknowledged.length < until && !stop) await pause(5);
        if (stop) return;
        await kill(['api', 'worker', 'database'][turn % 3]);
      }
    })().finally(() => {
      killsDone = true;
    });
    await Promise.all(
      ids.map(async (id, client) => {
        let version = 2;
        for (let index = 0; acknowledged.length < commands || !killsDone; index += 1) {
          const danger = index % 5 === 0;
          const verb = danger ? 'raise-immediate-danger' : 'record-safety-action';
          const body = danger
            ? { what: `Report ${client}-${index}` }
            : { who: 'Wren Worker', what: `Stays close ${client}-${index}`, when: 'Now' };
          const key = randomUUID();
          const answer = await insist(
            agent,
            () => `${api.url}/api/v1/child-cases/${id}/${verb}`,
            {
              method: 'POST',
              headers: {
                authorization: `Bearer ${token}`,
                'idempotency-key': key,
                'if-match': `"${version}"`,
              },
              body: JSON.stringify(body),
            },
            () => false,
          );
          const said = JSON.parse(answer.body);
          version = said.version;
          acknowledged.push({ entry: said.entry, id, version: said.version });
        }
      }),
    ).finally(() => {
      stop = true;
    });
    await killing;
    for (let attempt = 0; attempt < 100 && (await waiting(bench)) > 0; attempt += 1) await pause(200);
    return { ...(await compare(bench, acknowledged)), acknowledged: acknowledged.length, killed };
  } finally {
    await api?.stop().catch(() => undefined);
    await worker?.stop().catch(() => undefined);
    bench.server = database;
    await bench.owner.end().catch(() => undefined);
    await bench.store.close().catch(() => undefined);
    await database.stop();
    rmSync(bench.folder, { recursive: true, force: true });
  }
}

async function asOwner(bench, work) {
  const client = new pg.Client({ connectionString: bench.connections.owner });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const waiting = (bench) =>
  asOwner(
    bench,
    async (client) => (await client.query('select count(*)::integer as n from outbox')).rows[0].n,
  );

/** Each acknowledged command has one entry at its version; no entry is there that nobody was told of; messages once. */
async function compare(bench, acknowledged) {
  return asOwner(bench, async (client) => {
    const found = await client.query(
      "select record_id, version, command_id from history where command in ('child-cases/record-safety-action', 'child-cases/raise-immediate-danger')",
    );
    const stored = new Map(found.rows.map((row) => [`${row.record_id} ${row.version}`, row.command_id]));
    const told = new Set(acknowledged.map((one) => one.entry));
    const lost = acknowledged.filter((one) => stored.get(`${one.id} ${one.version}`) !== one.entry).length;
    const doubled = found.rows.length - told.size;
    const dangers =
      found.rows.length -
      (
        await client.query(
          "select count(*)::integer as n from history where command = 'child-cases/record-safety-action'",
        )
      ).rows[0].n;
    const messages = (
      await client.query("select count(*)::integer as n from message where kind = 'danger-alert'")
    ).rows[0].n;
    return {
      lost,
      doubled,
      dangers,
      messages,
      left: (await client.query('select count(*)::integer as n from outbox')).rows[0].n,
    };
  });
}
