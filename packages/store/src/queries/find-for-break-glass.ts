import { begin, type Reading } from '../access.js';
import { commit, type Store, withClient } from '../store.js';
import { together } from '../together.js';

/**
 * The case that a reference or id means and the child it is about, in the eyes of a command that may be addressed to
 * records whose content the person does not read; null where there is none, or the person is shut out of it.
 */
export async function findForBreakGlass(
  store: Store,
  who: Reading,
  reference: string,
): Promise<{ caseId: string; childId: string } | null> {
  return withClient(store, async (client) => {
    const wanted = reference.trim();
    const [, found] = await together([
      begin(client, who, { purpose: 'change', now: store.clock() }),
      client.query<{ id: string; parent_id: string }>({
        name: 'find for break glass',
        text: `select id, parent_id from record where kind = 'childCase' and parent_id is not null
          and partnership_id = $1 and (reference = upper($2) or id::text = lower($2)) limit 1`,
        values: [who.partnershipId, wanted],
      }),
    ]);
    await commit(client);
    const row = found.rows[0];
    return row ? { caseId: row.id, childId: row.parent_id } : null;
  });
}
