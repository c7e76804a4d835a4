import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';

/** Roles that sign in to the database, and those that only own functions or that the owner takes for one task. None is a superuser or owns a table. */
export const loginRoles = ['mase_app', 'mase_worker', 'mase_figures', 'mase_sealer', 'mase_backup'] as const;
export const functionRoles = [
  'mase_search',
  'mase_sessions',
  'mase_members',
  'mase_looks',
  'mase_disposals',
  'mase_matching',
] as const;

/** A role that signs in to the database. */
export type LoginRole = (typeof loginRoles)[number];

/** The connection address of every role, and of the owner. Kept in a file of mode 0600. */
export type Connections = { owner: string } & Record<
  'app' | 'worker' | 'figures' | 'sealer' | 'backup',
  string
>;

/**
 * Makes the roles that are missing and gives each login the password passed in, or a new random one. The owner must
 * be allowed to create roles. Backup alone passes row level security; where the owner may not grant that, it is said
 * by the database's own error.
 */
export async function ensureRoles(
  owner: Client,
  passwords: Partial<Record<LoginRole, string>> = {},
): Promise<Record<LoginRole, string>> {
  const known = await owner.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname like 'mase\\_%'",
  );
  const names = new Set(known.rows.map((row) => row.rolname));
  const made = {} as Record<LoginRole, string>;
  for (const role of loginRoles) {
    made[role] = passwords[role] ?? randomBytes(24).toString('base64url');
    const secret = owner.escapeLiteral(made[role]);
    // An owner who is no superuser may not name the other attributes again, not even to take them away.
    if (names.has(role)) await owner.query(`alter role ${role} with login password ${secret}`);
    else
      await owner.query(
        `create role ${role} with login nosuperuser nocreatedb nocreaterole password ${secret}`,
      );
  }
  for (const role of functionRoles)
    if (!names.has(role)) await owner.query(`create role ${role} with nologin nosuperuser`);
  // The role of figures owns the functions that count, as well as signing in.
  await owner.query(`grant ${[...functionRoles, 'mase_figures'].join(', ')} to current_user`);
  return made;
}

/** The connection addresses that follow from the owner's address and the passwords of the roles. */
export function connectionsOf(ownerUrl: string, passwords: Record<LoginRole, string>): Connections {
  const as = (role: LoginRole) => {
    const url = new URL(ownerUrl);
    url.username = role;
    url.password = passwords[role];
    return url.toString();
  };
  return {
    owner: ownerUrl,
    app: as('mase_app'),
    worker: as('mase_worker'),
    figures: as('mase_figures'),
    sealer: as('mase_sealer'),
    backup: as('mase_backup'),
  };
}
