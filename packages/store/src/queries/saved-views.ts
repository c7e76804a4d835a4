import type { Tx } from '../store.js';

/** A view of a list that the reader keeps: which page of the site, under which name, with which filters. */
export interface SavedView {
  id: string;
  page: string;
  name: string;
  /** The filters as the address of the page has them, without a question mark. */
  query: string;
}

/** So many views of one list are kept for one person. */
export const mostSavedViews = 30;

/** The reader's views of a page, or of all pages, by name. */
export async function findSavedViews(tx: Tx, page: string | null): Promise<SavedView[]> {
  const found = await tx.query<SavedView>({
    name: 'saved views',
    text: `select id, page, name, query from saved_view
      where user_id = (select app_user()) and ($1::text is null or page = $1) order by page, name, id limit 1000`,
    values: [page],
  });
  return found.rows;
}

/**
 * Keeps a view under a name; one of the same page and name is replaced and keeps its id. Gives null where the reader keeps
 * as many views of the page as may be kept.
 */
export async function keepSavedView(
  tx: Tx,
  { id, page, name, query }: SavedView,
  at: string,
): Promise<SavedView | null> {
  const kept = await tx.query<SavedView>({
    name: 'keep saved view',
    text: `insert into saved_view (partnership_id, id, user_id, page, name, query, saved_at)
      select (select app_partnership()), $1, (select app_user()), $2, $3, $4, $5
      where (select count(*) from saved_view where user_id = (select app_user()) and page = $2 and name <> $3) < ${mostSavedViews}
      on conflict (user_id, page, name) do update set query = excluded.query, saved_at = excluded.saved_at
      returning id, page, name, query`,
    values: [id, page, name, query, at],
  });
  return kept.rows[0] ?? null;
}

/** Forgets one of the reader's views; says whether there was one. */
export async function forgetSavedView(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.query({
    name: 'forget saved view',
    text: 'delete from saved_view where id = $1 and user_id = (select app_user())',
    values: [id],
  });
  return gone.rowCount === 1;
}
