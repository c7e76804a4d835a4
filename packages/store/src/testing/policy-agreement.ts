import {
  type Actor,
  type ContentClass,
  classesRead,
  contentClasses,
  principalsOf,
  type Reader,
  type Role,
  type StoredRecord,
} from '@mase/workflow';
import { type Chance, chanceFrom, type Partnership, runRandomCommands } from '@mase/workflow/testing';
import { begin } from '../access.js';
import { foundPartnership } from '../queries/found-partnership.js';
import { commit, openStore, type Store, withClient } from '../store.js';
import { openOwner } from './open-owner.js';
import { type TestDatabase, testDatabase } from './test-database.js';

/** What came of asking workflow and database the same: how often, how often yes, and where they differed. */
export interface AgreementReport {
  seed: number;
  asked: number;
  allowed: number;
  differing: string[];
  /** How often each line of the rules of who reads let somebody in: `childCase team:worker case`. */
  hits: { [line: string]: number };
}

interface Held {
  record: StoredRecord;
  readers: Reader[];
}

/** The line of the rules that gave a reader: whose id or team it was is left out. */
function lineOf({ kind }: StoredRecord, { principal, class: one }: Reader): string {
  const who = principal
    .replace(/^(user|named|panel):.*/, '$1')
    .replace(/^team:[^:]*:/, 'team:')
    .replace(/^agency:[^:]*:/, 'agency:');
  return `${kind} ${who} ${one}`;
}

/** Somebody who reads under a principal: the person it names, or anybody in that part. */
function readerAs(principal: string, anybody: Actor, people: readonly Actor[]): Actor {
  const [kind, first = '', second = ''] = principal.split(':');
  const stranger: Actor = { ...anybody, teamId: null, roles: [] };
  if (kind === 'role') return { ...stranger, roles: [first as Role] };
  if (kind === 'team') return { ...stranger, teamId: first, roles: [second as Role] };
  if (kind === 'panel') return Object.assign(stranger, { panels: [first] });
  if (kind === 'agency') return { ...stranger, agencyId: first, roles: [second as Role] };
  return people.find(({ userId }) => userId === first) ?? { ...stranger, userId: first || anybody.userId };
}

/** The classes that are worth asking of a record: those that somebody reads, and any other. */
function classesOf({ readers }: Held, chance: Chance): ContentClass[] {
  return [...new Set([...readers.map((line) => line.class), chance.of(contentClasses)])];
}

async function fill(database: TestDatabase, held: readonly Held[]): Promise<string> {
  const { owner } = database.connections;
  const partnershipId = await foundPartnership(owner, { name: 'Testshire' });
  const rows = held.map(({ record: { kind, id, at }, readers }) => ({ kind, id, at, readers }));
  await openOwner(owner, async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query(
      `insert into record (partnership_id, id, kind, version, state, phase, standing, at, title, persons)
        select $1, r.id, r.kind, 1, '"x"', 'x', '{}', r.at, 'Made up', '{}'
        from jsonb_to_recordset($2) r (id uuid, kind text, at timestamptz)`,
      [partnershipId, JSON.stringify(rows)],
    );
    await client.query(
      `insert into case_reader (partnership_id, record_id, principal, class, until, without)
        select $1, r.id, l.principal, l.class, l.until, l.without from jsonb_to_recordset($2) r (id uuid, readers jsonb)
        cross join lateral jsonb_to_recordset(r.readers) l (principal text, class text, until timestamptz, without uuid[])`,
      [partnershipId, JSON.stringify(rows)],
    );
    await client.query(
      `insert into written (partnership_id, id, record_id, kind, class, version, happened, at, body)
        select $1, gen_random_uuid(), r.id, 'x', c.class, 1, r.at, r.at, '{}'
        from jsonb_to_recordset($2) r (id uuid, at timestamptz) cross join unnest($3::text[]) c (class)`,
      [partnershipId, JSON.stringify(rows), contentClasses],
    );
  });
  return partnershipId;
}

/** The classes of every record that the database shows somebody: the rows that he or she gets. */
async function shown(store: Store, partnershipId: string, actor: Actor, now: string): Promise<Set<string>> {
  const reading = { partnershipId, userId: actor.userId as string, principals: principalsOf(actor) };
  return withClient(store, async (client) => {
    await begin(client, reading, { purpose: 'read', now });
    const found = await client.query<{ record_id: string; class: string }>(
      `select record_id, class from written
        union all select id, 'seen' from record
        union all select record_id, 'existence' from case_reader where class = 'existence'
          and (until is null or until > (select app_now()))`,
    );
    await commit(client);
    return new Set(found.rows.map((row) => `${row.record_id} ${row.class}`));
  });
}

/** The books that random commands have made, without most of the accounts. */
function booksOf(seed: number): { held: Held[]; people: Actor[] } {
  const worlds: Partnership[] = [];
  runRandomCommands({ seed, count: 1600, onWorld: (world) => worlds.push(world) });
  const held = worlds.flatMap((world) =>
    [...world.records.values()].map((record) => ({ record, readers: world.readers.get(record.id) ?? [] })),
  );
  return {
    held: held.filter(({ record }, index) => record.kind !== 'user' || index % 10 === 0),
    people: worlds.flatMap((world) => Object.values(world.people)),
  };
}

/**
 * Asks workflow and database whether people may see each class of each record, for records that random commands have
 * made, among them restricted ones and some that keep people out, at instants before and after access has ended. Every
 * line of the rules is asked as somebody whom it lets in, until it has let in so many.
 */
export async function comparePolicy(
  serverUrl: string,
  { seed, triples, hits }: { seed: number; triples: number; hits: number },
): Promise<AgreementReport> {
  const chance = chanceFrom(seed);
  const { held, people } = booksOf(seed);
  const lines = new Map<string, [Held, Reader][]>();
  for (const one of held)
    for (const line of one.readers) {
      const key = lineOf(one.record, line);
      lines.set(key, [...(lines.get(key) ?? []), [one, line]]);
    }
  const report: AgreementReport = { seed, asked: 0, allowed: 0, differing: [], hits: {} };
  for (const key of lines.keys()) if (!key.includes(' clock ')) report.hits[key] = 0;
  const database = await testDatabase(serverUrl);
  const store = await openStore(database.connections.app);
  try {
    const partnershipId = await fill(database, held);
    const keys = Object.keys(report.hits);
    const least = () =>
      keys.reduce((low, key) => ((report.hits[key] ?? 0) < (report.hits[low] ?? 0) ? key : low));
    for (let key = least(); report.asked < triples || (report.hits[key] ?? 0) < hits; key = least()) {
      const [one, line] = chance.of(lines.get(key) as [Held, Reader][]);
      const actor = readerAs(line.principal, chance.of(people), people);
      // What ended before the record was last changed let somebody in the day before.
      const from = line.until && line.until <= one.record.at ? later(line.until, -1) : one.record.at;
      const now = later(from, chance.of([0, 0, 0, 0, 0, 0, 20, 40, 400]));
      const seen = await shown(store, partnershipId, actor, now);
      const open = held.filter(({ record }) => seen.has(`${record.id} seen`));
      const others = Array.from({ length: 8 }, () =>
        chance.of(chance.happens(0.7) && open.length > 0 ? open : held),
      );
      for (const other of [one, ...others]) compare(other, actor, { now, seen, chance, report });
    }
    return report;
  } finally {
    await store.close();
    await database.drop();
  }
}

interface Comparing {
  now: string;
  seen: Set<string>;
  chance: Chance;
  report: AgreementReport;
}

/** Asks of one record and one person what the workflow says, class by class, and whether the database showed the same. */
function compare(one: Held, actor: Actor, { now, seen, chance, report }: Comparing): void {
  const { record, readers } = one;
  const classes = classesRead(readers, actor, now);
  for (const asked of classesOf(one, chance)) {
    const says = classes.includes(asked);
    report.asked += 1;
    if (says) report.allowed += 1;
    if (says !== seen.has(`${record.id} ${asked}`))
      report.differing.push(
        `${actor.name}, ${record.kind} ${record.id}: the workflow says ${says} of ${asked}`,
      );
  }
  if (classes.some((name) => name !== 'existence') !== seen.has(`${record.id} seen`))
    report.differing.push(`${actor.name} sees ${record.kind} ${record.id}, or not`);
  const principals = principalsOf(actor);
  for (const line of readers) {
    const key = lineOf(record, line);
    if (!principals.includes(line.principal) || !classes.includes(line.class)) continue;
    report.hits[key] = (report.hits[key] ?? 0) + 1;
  }
}

function later(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString();
}
