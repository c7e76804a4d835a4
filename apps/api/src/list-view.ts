import {
  type ListAsked,
  type ListCursor,
  type ListedRecord,
  type ListSort,
  listRecords,
  type Tx,
} from '@mase/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { idPattern, isInstant } from './fields.js';
import { cursorText, linkNext, type PageQuery, readCursor, type SortAsked, usualLimit } from './page.js';
import { audited } from './view.js';

/** One page of a list as it is answered. */
export interface ListView<T> {
  items: T[];
  /** The cursor of the next page; null on the last. */
  next: string | null;
}

function isListCursor(value: unknown): value is ListCursor {
  const { rank, at, id } = (value ?? {}) as Partial<ListCursor>;
  return (
    (rank === 0 || rank === 1) &&
    (at === '-infinity' || at === 'infinity' || isInstant(at)) &&
    typeof id === 'string' &&
    idPattern.test(id)
  );
}

/** What a list needs besides its filters: how a page of records is shown, and which persons it shows. */
export interface Listing<T> {
  action: string;
  asked: Omit<ListAsked, 'after' | 'limit'>;
  /** Ids among which the list chooses; undefined for all. Found at the same moment of the books as the list itself. */
  among?: (tx: Tx) => Promise<string[] | undefined>;
  /** The order that an address asks for by another name, where the list is found by it more quickly. */
  orders?: Partial<Record<SortAsked, ListSort>>;
  /** Which page is asked for, where the address does not say it. */
  page?: PageQuery;
  show: (rows: ListedRecord[], tx: Tx) => T[] | Promise<T[]>;
  persons: (row: ListedRecord) => string | null | readonly string[];
  /** What the answer says beside its records: counts, and nothing that shows a person. */
  beside?: (tx: Tx) => Promise<object>;
}

/** The order of the list that an address asks for, where it does. */
const orderOf = (sort: SortAsked | undefined): ListSort | undefined =>
  sort === '-recorded' ? 'newest' : sort;

/** Answers one page of the records that the reader may see, audited with the persons it shows. */
export async function listed<T>(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  listing: Listing<T>,
): Promise<ListView<T>> {
  const query: PageQuery & { sort?: SortAsked } = listing.page ?? (request.query as PageQuery);
  const sort = (query.sort && listing.orders?.[query.sort]) ?? orderOf(query.sort) ?? listing.asked.sort;
  const after = readCursor(query.after, isListCursor);
  const act = { action: listing.action, oneSnapshot: listing.among !== undefined };
  const view = await audited(app, request, act, async (tx) => {
    const ids = listing.among ? await listing.among(tx) : listing.asked.ids;
    const page = await listRecords(tx, {
      ...listing.asked,
      sort,
      ids,
      after,
      limit: query.limit ?? usualLimit,
    });
    const items = await listing.show(page.rows, tx);
    const next = page.next ? cursorText(page.next) : null;
    const persons = page.rows.flatMap((row) => listing.persons(row) ?? []).filter(Boolean);
    const beside = await listing.beside?.(tx);
    return { shown: { items, next, ...beside }, persons };
  });
  if (!listing.page) linkNext(reply, request, view.next);
  return view;
}
