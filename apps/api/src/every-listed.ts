import { type ListAsked, type ListedRecord, listRecords, type Tx } from '@mase/store';

const most = 20_000;
const atOnce = 100;

/** Every record of a kind that the reader may see, the newest first, up to 20,000. */
export async function everyListed(tx: Tx, asked: Omit<ListAsked, 'after' | 'limit' | 'sort'>) {
  const rows: ListedRecord[] = [];
  let after: ListAsked['after'];
  do {
    const page = await listRecords(tx, { ...asked, sort: 'newest', after, limit: atOnce });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after && rows.length < most);
  return rows;
}
