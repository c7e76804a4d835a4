import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { matchIdentifiers, openStore, weighLinks } from '@mase/store';
import { openOwner, preparedDatabase, type TestDatabase, testSealer } from '@mase/store/testing';
import { hostedApi } from './api-host.js';

const commandLine = fileURLToPath(new URL('../../../api/dist/cli/main.js', import.meta.url));

/** The demonstration partnership as a user meets it: the real api over a database that `mase demo` filled. */
export interface Demonstration {
  url: string;
  database: TestDatabase;
  /** The key of everybody who may sign in, like `worker` of worker@fernshire.example.org. */
  people: string[];
  /** Lets so many days pass for the api: who was signed in is so no more. */
  pass: (days: number) => Promise<void>;
  /** Seals in the ledger all that was accepted until now. */
  seal: () => Promise<void>;
  close: () => Promise<void>;
}

/** The address that somebody of the demonstration signs in with. */
export const emailOf = (key: string): string => `${key}@fernshire.example.org`;

/** Starts the api over a copy of the demonstration, which is loaded once in a run. */
export async function demonstration(testServer: string): Promise<Demonstration> {
  const { database, made } = await preparedDatabase(testServer, 'demonstration', load);
  const { url, close, setBehind } = await hostedApi(database);
  const pass = (days: number) => setBehind(-days * 86_400_000);
  const { seal, remove } = testSealer(database.connections.sealer, () => new Date().toISOString());
  return { url, database, people: made, pass, seal, close: () => close().finally(remove) };
}

/** An e-mail to somebody of the demonstration that could not be delivered, as the worker leaves it behind. */
const aDeadLetter = (database: TestDatabase): Promise<unknown> =>
  openOwner(database.connections.owner, (owner) =>
    owner.query(
      `insert into mail (partnership_id, id, user_id, kind, state, made_at, next_at, tries, first_tried_at, tried_at, why)
       select partnership_id, gen_random_uuid(), id, 'messages', 'dead', now(), now(), 12, now(), now(), 'refused'
       from record where kind = 'user' order by id limit 1`,
    ),
  );

/** Loads it as an operator does, and counts its links and compares its identifiers as the worker does; answers who may sign in. */
async function load(database: TestDatabase): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mase-demonstration-'));
  const connections = join(folder, 'connections.json');
  writeFileSync(connections, JSON.stringify(database.connections), { mode: 0o600 });
  const env = { ...process.env, MASE_CONNECTIONS: connections };
  const { stdout } = await promisify(execFile)(process.execPath, [commandLine, 'demo', '--json'], { env });
  rmSync(folder, { recursive: true, force: true });
  const worker = await openStore(database.connections.worker, { size: 2 });
  const store = await openStore(database.connections.app, { size: 1 });
  await weighLinks(worker, store);
  while ((await matchIdentifiers(worker, store)) > 0);
  await Promise.all([worker.close(), store.close()]);
  await aDeadLetter(database);
  const { signIns } = JSON.parse(stdout) as { signIns: { email: string }[] };
  return signIns.map(({ email }) => email.split('@')[0] ?? email);
}
