import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundDemonstration } from '@mase/api';
import { beginSession, changeMany, migrate, openStore, readingOf, startEmbedded } from '@mase/store';
import { englandProfile } from '@mase/workflow';
import pg from 'pg';

/**
 * A partnership of its own for a benchmark: an embedded PostgreSQL with its default durability (fsync on), migrated,
 * founded, in a temporary folder that is removed at the end.
 */
export async function openBench() {
  const folder = mkdtempSync(join(tmpdir(), 'mase-bench-'));
  const server = await startEmbedded({
    dataDir: join(folder, 'postgres'),
    settings: { max_connections: '60' },
  });
  const connections = await migrate(server.url);
  const file = join(folder, 'connections.json');
  writeFileSync(file, JSON.stringify(connections), { mode: 0o600 });
  const store = await openStore(connections.app, { size: 6 });
  const founded = await foundDemonstration(store, connections.owner);
  const owner = new pg.Pool({ connectionString: connections.owner, max: 16 });
  // An idle connection ends with its server, which some measurements kill on purpose; the next query opens another.
  owner.on('error', () => undefined);
  return {
    folder,
    server,
    connections,
    file,
    store,
    founded,
    owner,
    tokenOf: async (key) =>
      (await beginSession(store, { userId: founded.people[key], partnershipId: founded.partnershipId }))
        .sessionId,
    close: async () => {
      await owner.end();
      await store.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The person as an actor and reader, by the key of the demonstration. */
export async function giverOf(bench, key) {
  const id = bench.founded.people[key];
  const found = await bench.owner.query('select standing from record where id = $1', [id]);
  const user = { ...JSON.parse(found.rows[0].standing), id };
  const actor = {
    kind: 'user',
    userId: id,
    name: user.name,
    agencyId: user.agencyId,
    teamId: user.teamId,
    roles: user.roles,
  };
  return { actor, reading: readingOf(user, bench.founded.partnershipId), profile: englandProfile };
}

/** Records so many referrals through the product's own way and takes each on at triage, for the northern team. */
export async function addCases(bench, count) {
  const giver = await giverOf(bench, 'triage');
  const ids = [];
  const referrals = Array.from({ length: count }, (_, index) => ({
    name: 'child-cases/record-referral',
    payload: {
      seenOrSaid: `An adult nobody knows waits outside the school, report ${index}.`,
      immediateDanger: false,
      child: { firstName: 'Child', lastName: `Synthetic ${index}`, birthDate: '2011-05-04' },
    },
  }));
  for await (const result of changeMany(bench.store, giver, referrals)) {
    if (result.outcome !== 'accepted') throw new Error(JSON.stringify(result));
    ids.push(result.record.id);
  }
  const decisions = ids.map((recordId) => ({
    name: 'child-cases/decide-triage',
    recordId,
    payload: {
      outcome: 'risk-assessment',
      reasons: 'Signs of grooming',
      policeView: 'given',
      policeViewText: 'Known place',
      teamId: 'north',
    },
  }));
  for await (const result of changeMany(bench.store, giver, decisions))
    if (result.outcome !== 'accepted') throw new Error(JSON.stringify(result));
  await bench.owner.query('vacuum analyze');
  return ids;
}
