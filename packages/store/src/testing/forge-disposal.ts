import type { ClientBase } from 'pg';
import { uuidv7 } from 'uuidv7';
import { canonicalText, leafOf, newSalt } from '../ledger/leaf.js';
import type { Chance, Seal } from './chance.js';

/** What a forger makes up: the record whose history is to vanish, the disposal that is to be blamed, and when. */
interface Forged {
  partnershipId: string;
  recordId: string;
  disposalId: string;
  command: string;
  at: string;
}

const nobodys = '018f0000-0000-7000-8000-00000000000';

/**
 * Makes the history of a record vanish as a disposal would, with a line that names every leaf and is sealed and signed
 * like any other. How well it is covered up: no disposal stands behind it; one that was carried out for another record;
 * one by a single person, made up with its history; one by two people who decided on another record, in the register too.
 */
export async function forgeDisposal(client: ClientBase, chance: Chance, seal: Seal): Promise<string> {
  const care = chance(4);
  const forged = await beginForging(client, chance, care === 1);
  if (care >= 2) await makeUpHistory(client, forged, care === 2);
  const line = await makeUpLine(client, forged);
  await seal(client, forged.partnershipId, forged.at);
  await client.query('update history set entry = null, salt = null, disposal_id = $2 where record_id = $1', [
    forged.recordId,
    line,
  ]);
  await client.query(`update record set phase = 'disposed' where id = $1`, [forged.recordId]);
  if (care === 3)
    await client.query(
      `insert into disposal_record (partnership_id, disposal_id, record_id, kind) values ($1, $2, $3, 'childCase')`,
      [forged.partnershipId, forged.disposalId, forged.recordId],
    );
  const how = [
    'by nothing',
    'by that of another record',
    'by one person',
    'by two people, for another record',
  ];
  return `a disposal of record ${forged.recordId}, ${how[care]}`;
}

async function beginForging(client: ClientBase, chance: Chance, real: boolean): Promise<Forged> {
  const cases = await client.query<{ id: string; partnership_id: string }>(
    `select r.id, r.partnership_id from record r where r.kind = 'childCase' ${real ? "and exists (select 1 from record d where d.kind = 'disposal' and d.partnership_id = r.partnership_id)" : ''} order by r.id`,
  );
  const { id, partnership_id } = cases.rows[chance(cases.rows.length)] as {
    id: string;
    partnership_id: string;
  };
  const times = await client.query<{ at: string }>(
    'select max(at) as at from (select at from history union all select at from audit) x',
  );
  const done = await client.query<{ record_id: string; command_id: string }>(
    `select record_id, command_id from history where command = 'disposals/carry-out' and partnership_id = $1`,
    [partnership_id],
  );
  const known = real ? done.rows[0] : undefined;
  return {
    partnershipId: partnership_id,
    recordId: id,
    disposalId: known?.record_id ?? uuidv7(),
    command: known?.command_id ?? uuidv7(),
    at: new Date(Date.parse(times.rows[0]?.at as string) + 300_000).toISOString(),
  };
}

/** A disposal from the proposal to the carrying out, with all that its history would say. */
async function makeUpHistory(client: ClientBase, forged: Forged, alone: boolean): Promise<void> {
  const steps = ['propose-disposal', 'approve-disposal', 'carry-out'];
  for (const [index, step] of steps.entries()) {
    const by = `${nobodys}${alone ? 1 : index}`;
    const id = index === 2 ? forged.command : uuidv7();
    const at = new Date(Date.parse(forged.at) - (2 - index)).toISOString();
    const entry = canonicalText({
      command: {
        id,
        name: `disposals/${step}`,
        actor: { kind: 'user', userId: by, roles: [] },
        happened: at,
        at,
      },
      record: {
        kind: 'disposal',
        id: forged.disposalId,
        version: index + 1,
        parentId: null,
        subjectId: null,
      },
      standing: { target: { kind: 'childCase', id: alone ? forged.recordId : uuidv7() }, notBefore: at },
      ended: [],
    });
    const salt = newSalt();
    await client.query(
      `insert into history (partnership_id, record_id, version, kind, command_id, command, actor_id, happened, at, entry, salt, leaf)
       values ($1, $2, $3, 'disposal', $4, $5, $6, $7, $7, $8, $9, $10)`,
      [
        forged.partnershipId,
        forged.disposalId,
        index + 1,
        id,
        `disposals/${step}`,
        by,
        at,
        entry,
        salt,
        leafOf(salt, entry),
      ],
    );
  }
}

async function makeUpLine(client: ClientBase, forged: Forged): Promise<string> {
  const rows = await client.query<{ version: number; leaf: Buffer }>(
    'select version, leaf from history where record_id = $1 order by version',
    [forged.recordId],
  );
  const [id, salt, user] = [uuidv7(), newSalt(), `${nobodys}1`];
  const entry = canonicalText({
    id,
    at: forged.at,
    user,
    as: 'user',
    action: 'disposals/carry-out',
    command: forged.command,
    record: { kind: 'disposal', id: forged.disposalId },
    persons: [],
    disposed: rows.rows.map(({ version, leaf }) => ({
      source: 'history',
      id: forged.recordId,
      version,
      leaf: leaf.toString('hex'),
    })),
  });
  await client.query(
    `insert into audit (partnership_id, id, at, user_id, action, record_id, entry, salt, leaf)
     values ($1, $2, $3, $4, 'disposals/carry-out', $5, $6, $7, $8)`,
    [forged.partnershipId, id, forged.at, user, forged.disposalId, entry, salt, leafOf(salt, entry)],
  );
  return id;
}
