import { migrations } from '../migrations/index.js';
import { functionRoles, loginRoles } from '../roles.js';
import { ledgerFinding } from './ledger-finding.js';
import { membersFinding } from './members-finding.js';
import type { OperatorClient } from './open-operator.js';

/** One thing that was looked at: whether it is as it should be, and in words what was found. */
export interface Finding {
  check: string;
  /** `note` is worth knowing and no fault. */
  result: 'well' | 'note' | 'fault';
  words: string;
}

/** Looks a database over: migrations, roles, row level security, overdue clocks, what due clocks could not give, waiting messages, cases nobody holds, and whether entries are sealed. */
export async function examine(client: OperatorClient): Promise<Finding[]> {
  return [
    await migrationFinding(client),
    await roleFinding(client),
    await securityFinding(client),
    await clockFinding(client),
    await dueFinding(client),
    await outboxFinding(client),
    await lettersFinding(client),
    await orphanFinding(client),
    await ledgerFinding(client),
    await membersFinding(client),
  ];
}

const finding = (check: string, faults: readonly string[], well: string): Finding =>
  faults.length === 0
    ? { check, result: 'well', words: well }
    : { check, result: 'fault', words: faults.join('; ') };

async function migrationFinding(client: OperatorClient): Promise<Finding> {
  const done = await client.query<{ name: string }>('select name from migration');
  const names = new Set(done.rows.map((row) => row.name));
  const known = migrations.map((one) => one.name);
  const waiting = known.filter((name) => !names.has(name)).map((name) => `${name} has not run: mase migrate`);
  const newer = [...names]
    .filter((name) => !known.includes(name))
    .map((name) => `${name} is of a newer program than this one`);
  return finding('migrations', [...waiting, ...newer], `all ${known.length} have run`);
}

async function roleFinding(client: OperatorClient): Promise<Finding> {
  const wanted = [...loginRoles, ...functionRoles];
  const found = await client.query<{ rolname: string; mighty: boolean }>(
    'select rolname, rolsuper or rolcreaterole or rolcreatedb as mighty from pg_roles where rolname = any ($1)',
    [wanted],
  );
  const names = new Set(found.rows.map((row) => row.rolname));
  const missing = wanted.filter((role) => !names.has(role)).map((role) => `${role} is missing: mase migrate`);
  const mighty = found.rows
    .filter((row) => row.mighty)
    .map((row) => `${row.rolname} may do more than it should`);
  return finding('roles', [...missing, ...mighty], `${wanted.length} are there, none of them mighty`);
}

async function securityFinding(client: OperatorClient): Promise<Finding> {
  const found = await client.query<{ name: string; held: boolean }>(
    `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as held
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'migration' order by c.relname`,
  );
  const open = found.rows
    .filter((row) => !row.held)
    .map((row) => `${row.name} is not held by row level security`);
  return finding('row level security', open, `forced on all ${found.rows.length} tables`);
}

async function clockFinding(client: OperatorClient): Promise<Finding> {
  const found = await client.query<{ running: number; overdue: number; oldest: string | null }>(
    `select count(*)::integer as running, (count(*) filter (where due < now()))::integer as overdue, min(due) as oldest
     from clock where ended is null`,
  );
  const { running, overdue, oldest } = found.rows[0] ?? { running: 0, overdue: 0, oldest: null };
  const words = `${running} running, ${overdue} of them overdue${overdue > 0 ? `, the oldest since ${oldest?.slice(0, 10)}` : ''}`;
  return { check: 'clocks', result: overdue > 0 ? 'note' : 'well', words };
}

/** Due clocks whose command the rules refused or that could not be stored: codes only, which name nobody. */
async function dueFinding(client: OperatorClient): Promise<Finding> {
  const found = await client.query<{ command: string; outcome: string; why: string; n: number }>(
    `select command, outcome, why, count(*)::integer as n from clock_call
     where outcome <> 'given' group by command, outcome, why order by n desc, command limit 10`,
  );
  const lines = found.rows.map(
    ({ command, outcome, why, n }) => `${command} was ${outcome} ${n} ${n === 1 ? 'time' : 'times'}: ${why}`,
  );
  return finding('due clocks', lines, 'every command that a clock gave was taken');
}

async function outboxFinding(client: OperatorClient): Promise<Finding> {
  const found = await client.query<{ waiting: number; oldest: string | null; late: boolean }>(
    `select count(*)::integer as waiting, min(o.at) as oldest, coalesce(min(o.at) < now() - interval '5 minutes', false) as late
     from outbox o where not exists (select 1 from outbox_processed p where p.id = o.id)`,
  );
  const { waiting, oldest, late } = found.rows[0] ?? { waiting: 0, oldest: null, late: false };
  if (waiting === 0) return { check: 'outgoing messages', result: 'well', words: 'none waits' };
  const since = `${waiting} wait, the oldest since ${oldest}`;
  return {
    check: 'outgoing messages',
    result: 'note',
    words: late ? `${since}: does the worker run?` : since,
  };
}

/** Letters by e-mail that an administrator settles, and those that have waited for long. */
async function lettersFinding(client: OperatorClient): Promise<Finding> {
  const found = await client.query<{ dead: number; late: number }>(
    `select count(*) filter (where state = 'dead')::integer as dead,
       count(*) filter (where state = 'waiting' and first_tried_at < now() - interval '1 hour')::integer as late
     from mail where state in ('dead', 'waiting')`,
  );
  const { dead, late } = found.rows[0] ?? { dead: 0, late: 0 };
  if (dead + late === 0) return { check: 'e-mail', result: 'well', words: 'no letter is dead or late' };
  const words = [
    ...(dead > 0 ? [`${dead} could not be delivered: an administrator settles them under Users`] : []),
    ...(late > 0 ? [`${late} have been tried for over an hour: does the mail server answer?`] : []),
  ];
  return { check: 'e-mail', result: 'note', words: words.join('; ') };
}

/** Before it is taken on, a case is the team’s that looks at it: triage, or the intelligence desk. */
const beforeOwned = ['awaitingTriage', 'nominated', 'reported', 'screening'];

async function orphanFinding(client: OperatorClient): Promise<Finding> {
  const found = await client.query<{ reference: string; lacks: string }>(
    `select r.reference, concat_ws(', ',
        case when r.owner_id is null and r.team_id is null and r.phase <> all ($1) then 'an owner' end,
        case when r.next_step is null or r.next_due is null then 'a next step with a date' end,
        case when not exists (select 1 from queue_row q where q.record_id = r.id) then 'a place in a list' end) as lacks
     from record r where r.kind in ('childCase', 'personCase', 'locationCase')
       and r.phase not in ('closed', 'declined', 'disposed') order by r.id`,
    [[...beforeOwned]],
  );
  const orphans = found.rows
    .filter((row) => row.lacks !== '')
    .map((row) => `${row.reference} lacks ${row.lacks}`);
  const shown = orphans.length > 10 ? [...orphans.slice(0, 10), `and ${orphans.length - 10} more`] : orphans;
  return finding(
    'open cases',
    shown,
    `all ${found.rows.length} have an owner, a next step and a place in a list`,
  );
}
