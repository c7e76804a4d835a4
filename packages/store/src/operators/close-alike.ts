import pg from 'pg';
import { clockReading } from '../access.js';
import { change } from '../change.js';
import { findProfile } from '../queries/find-profile.js';
import type { Connections } from '../roles.js';
import { openStore } from '../store.js';

interface Apart {
  partnership_id: string;
  id: string;
  topic: 'person-cases' | 'location-cases';
}

/** Of each person and place of which something is closed and something is not, the closed case that changed last. */
const apart = `
  with strand as (
    select id, kind, partnership_id, parent_id, at, standing::json -> 'access' as access from record
    where kind in ('personCase', 'locationCase') and phase <> 'disposed'),
  joined as (
    select standing::json ->> 'joinedWith' as parent_id, standing::json -> 'access' as access from record
    where kind in ('person', 'location') and phase <> 'disposed' and standing like '%"joinedWith":"%')
  select distinct on (c.parent_id) c.partnership_id, c.id,
    case c.kind when 'personCase' then 'person-cases' else 'location-cases' end as topic
  from strand c
  where c.access ->> 'closed' = 'true' and (
    exists (select from strand o where o.parent_id = c.parent_id and o.access::text is distinct from c.access::text)
    or exists (select from joined j where j.parent_id = c.parent_id::text
      and j.access::text is distinct from c.access::text))
  order by c.parent_id, c.at desc`;

/**
 * Closes with each case that is handled with conditions whatever else tells of its person or place, where that was done
 * before the one closed with the other: by a command of the system each. Gives how many persons and places those were;
 * repeated, none.
 */
export async function closeAlike(ownerUrl: string, connections: Connections): Promise<number> {
  const found = await personsApart(ownerUrl);
  if (found.length === 0) return 0;
  const [worker, app] = await Promise.all([openStore(connections.worker), openStore(connections.app)]);
  try {
    for (const { partnership_id: partnershipId, id, topic } of found) {
      const name = 'Bringing up to date';
      const outcome = await change(app, {
        name: `${topic}/close-alike`,
        recordId: id,
        payload: {},
        actor: { kind: 'clock', userId: null, name, agencyId: null, teamId: null, roles: [] },
        reading: clockReading(partnershipId),
        profile: await findProfile(worker.pool, partnershipId, worker.clock()),
        ifMatch: 'any',
      });
      if (outcome.outcome !== 'accepted')
        throw new Error(`What tells of the person or place of case ${id} was not closed: ${outcome.outcome}`);
    }
  } finally {
    await Promise.all([worker.close(), app.close()]);
  }
  return found.length;
}

async function personsApart(ownerUrl: string): Promise<Apart[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'mase close-alike' });
  await client.connect();
  try {
    await client.query('set role mase_members');
    return (await client.query<Apart>(apart)).rows;
  } finally {
    await client.end();
  }
}
