import type { Store } from '../store.js';

/** What is dangerous about a login of the database, and about the server behind it; each a sentence. Nothing where all is well. */
export async function findDangers(store: Store): Promise<string[]> {
  const found = await store.pool.query<{
    login: string;
    superuser: boolean;
    passes: boolean;
    makes_roles: boolean;
    owns: string | null;
    member_of: string | null;
    unheld: string | null;
    settings: { name: string; setting: string }[];
  }>(`select current_user as login, r.rolsuper as superuser, r.rolbypassrls as passes, r.rolcreaterole as makes_roles,
      (select min(c.relname) from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and c.relowner = r.oid) as owns,
      (select min(g.rolname) from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid) as member_of,
      (select min(c.relname) from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity) and c.relname <> 'migration') as unheld,
      (select json_agg(json_build_object('name', s.name, 'setting', s.setting)) from pg_settings s
        where s.name in ('fsync', 'full_page_writes', 'synchronous_commit') and s.setting = 'off') as settings
    from pg_roles r where r.rolname = current_user`);
  const [row] = found.rows;
  if (!row) return ['The login of the database is not a role of it.'];
  const { login, superuser, passes, makes_roles, owns, member_of, unheld, settings } = row;
  return [
    superuser ? `The database login ${login} is a superuser: it passes every refusal of the database.` : '',
    passes && !superuser ? `The database login ${login} passes row level security.` : '',
    makes_roles && !superuser ? `The database login ${login} may make roles.` : '',
    owns ? `The database login ${login} owns the table ${owns}: it could switch its protection off.` : '',
    member_of && !superuser
      ? `The database login ${login} is a member of ${member_of}: it reads what that role reads.`
      : '',
    unheld
      ? `The table ${unheld} is not held by row level security: run mase migrate, then mase doctor.`
      : '',
    ...(settings ?? []).map(
      ({ name }) => `The database runs with ${name} = off: what is acknowledged can be lost when it stops.`,
    ),
  ].filter(Boolean);
}

/** Whether accounts of the demonstration are in this database; their password is known to everybody. Asked as the api's login. */
export async function hasDemonstration(store: Store): Promise<boolean> {
  const found = await store.pool.query('select 1 from demonstration_users() limit 1');
  return found.rows.length > 0;
}
