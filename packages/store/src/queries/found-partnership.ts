import { type Actor, englandProfile, type Profile, type Role } from '@mase/workflow';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { nobody, type Reading } from '../access.js';
import { change } from '../change.js';
import type { Store } from '../store.js';
import { hashPassword } from './password.js';

/** Who asks when nobody is signed in: the operator at the command line, with the administrator's rights and no more. */
export function operatorOf(partnershipId: string): { actor: Actor; reading: Reading } {
  const actor: Actor = {
    kind: 'operator',
    userId: null,
    name: 'Operator',
    agencyId: null,
    teamId: null,
    roles: ['administrator'],
  };
  return {
    actor,
    reading: { partnershipId, userId: nobody, principals: ['everyone', 'role:administrator'] },
  };
}

/** Founds a partnership with its profile; the owner's connection alone may. Gives its id. */
export async function foundPartnership(
  ownerUrl: string,
  about: { name: string; profile?: Profile; now?: string },
): Promise<string> {
  const id = uuidv7();
  await asOwner(ownerUrl, id, async (client) => {
    await client.query('insert into partnership (id, name, profile, created_at) values ($1, $2, $3, $4)', [
      id,
      about.name,
      JSON.stringify(about.profile ?? englandProfile),
      about.now ?? new Date().toISOString(),
    ]);
  });
  return id;
}

/** A person to put on the books of a new partnership. */
export interface NewUser {
  name: string;
  email: string;
  agencyId: string;
  teamId?: string;
  roles: Role[];
}

/** Adds an agency as the operator; throws with the refusal's words where it is refused. */
export async function addAgency(
  store: Store,
  partnershipId: string,
  payload: { name: string; kind: string; teams: { id: string; name: string }[] },
  profile: Profile = englandProfile,
): Promise<string> {
  return asOperator(store, partnershipId, 'agencies/add-agency', payload, profile);
}

/** Adds a person as the operator, and a password where the account is local; throws where it is refused. */
export async function addUser(
  store: Store,
  ownerUrl: string,
  partnershipId: string,
  user: NewUser,
  local?: { password: string; demonstration: boolean },
  profile: Profile = englandProfile,
): Promise<string> {
  const id = await asOperator(store, partnershipId, 'users/add-user', user, profile);
  if (local) await setCredential(ownerUrl, partnershipId, { id, email: user.email }, local);
  return id;
}

/** Gives a local account its password, in place of the one it had. */
export async function setCredential(
  ownerUrl: string,
  partnershipId: string,
  user: { id: string; email: string },
  local: { password: string; demonstration: boolean },
): Promise<void> {
  const hash = await hashPassword(local.password);
  await asOwner(ownerUrl, partnershipId, async (client) => {
    await client.query('select set_credential($1, $2, $3, $4, $5)', [
      user.id,
      partnershipId,
      user.email,
      hash,
      local.demonstration,
    ]);
  });
}

async function asOperator(
  store: Store,
  partnershipId: string,
  name: string,
  payload: object,
  profile: Profile,
): Promise<string> {
  const outcome = await change(store, { name, payload, profile, ...operatorOf(partnershipId) });
  if (outcome.outcome === 'accepted') return outcome.record.id;
  const why = outcome.outcome === 'refused' ? JSON.stringify(outcome.refusal) : outcome.outcome;
  throw new Error(`${name} was refused: ${why}`);
}

async function asOwner(
  ownerUrl: string,
  partnershipId: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.partnership', $1, true)", [partnershipId]);
    await work(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
