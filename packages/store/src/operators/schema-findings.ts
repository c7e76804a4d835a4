import { migrations } from '../migrations/index.js';
import { functionRoles, loginRoles } from '../roles.js';
import { type Finding, faultsOr } from './finding.js';
import type { OperatorClient } from './open-operator.js';

/** Whether the migrations of this program, and no others, have run. */
export async function migrationFinding(client: OperatorClient): Promise<Finding> {
  const done = await client.query<{ name: string }>('select name from migration');
  const names = new Set(done.rows.map((row) => row.name));
  const known = migrations.map((one) => one.name);
  const newer = [...names].filter((name) => !known.includes(name));
  if (newer.length > 0)
    return faultsOr(
      'migrations',
      newer.map((name) => `${name} is of a newer program than this one`),
      { well: '', todo: 'stop this program: run the newer one, or restore a backup of this one’s time' },
    );
  const waiting = known.filter((name) => !names.has(name)).map((name) => `${name} has not run`);
  return faultsOr('migrations', waiting, {
    well: `all ${known.length} have run`,
    todo: 'stop api, worker and web, then mase migrate',
  });
}

/** Whether every role is there and none may do more than it should. */
export async function roleFinding(client: OperatorClient): Promise<Finding> {
  const wanted = [...loginRoles, ...functionRoles];
  const found = await client.query<{ rolname: string; mighty: boolean }>(
    `select rolname, rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication as mighty
     from pg_roles where rolname = any ($1)`,
    [wanted],
  );
  const names = new Set(found.rows.map((row) => row.rolname));
  const missing = wanted.filter((role) => !names.has(role)).map((role) => `${role} is missing`);
  if (missing.length > 0) return faultsOr('roles', missing, { well: '', todo: 'mase migrate makes them' });
  return faultsOr(
    'roles',
    found.rows.filter((row) => row.mighty).map((row) => `${row.rolname} may do more than it should`),
    {
      well: `${wanted.length} are there, none of them mighty`,
      todo: 'find out who gave it that: alter role … nosuperuser nocreaterole nocreatedb nobypassrls noreplication',
    },
  );
}

/** Whether row level security is forced on every table, and every index can be used. */
export async function securityFinding(client: OperatorClient): Promise<Finding> {
  const found = await client.query<{ name: string; held: boolean }>(
    `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as held
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'migration' order by c.relname`,
  );
  const open = found.rows
    .filter((row) => !row.held)
    .map((row) => `${row.name} is not held by row level security`);
  return faultsOr('row level security', open, {
    well: `forced on all ${found.rows.length} tables`,
    todo: 'stop api and worker; alter table … enable row level security, force row level security; then look in the database’s log who switched it off',
  });
}
