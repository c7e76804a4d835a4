import type { ClientBase } from 'pg';
import { TreeEdge } from '../ledger/merkle.js';
import type { BackupLedger } from './manifest.js';

const pageSize = 5000;

/**
 * The ledger of every partnership, its root worked out from the leaves of its entries one after the other; the entries
 * are to stand without a gap, or the root is that of another tree.
 */
export async function ledgerRoots(client: ClientBase): Promise<BackupLedger[]> {
  const found = await client.query<{ partnership: string; number: number; checkpoint: string | null }>(
    `select h.partnership_id as partnership, h.number, c.line as checkpoint from ledger_head h
     left join ledger_checkpoint c on c.partnership_id = h.partnership_id and c.number = h.number order by 1`,
  );
  const ledgers: BackupLedger[] = [];
  for (const { partnership, number, checkpoint } of found.rows) {
    const edge = await edgeOf(client, partnership);
    ledgers.push({
      partnership,
      size: edge.size,
      root: edge.root().toString('hex'),
      number: Number(number),
      checkpoint,
    });
  }
  return ledgers;
}

async function edgeOf(client: ClientBase, partnershipId: string): Promise<TreeEdge> {
  const edge = new TreeEdge();
  for (let after = -1; ; ) {
    const page = await client.query<{ position: string; leaf: Buffer }>(
      `select position, leaf from ledger_entry where partnership_id = $1 and position > $2 order by position limit ${pageSize}`,
      [partnershipId, after],
    );
    for (const { leaf } of page.rows) edge.append(leaf);
    after = Number(page.rows.at(-1)?.position ?? after);
    if (page.rows.length < pageSize) return edge;
  }
}
