import { endOfNode, isRecord, nodeOf } from '@mase/workflow';
import type { Tx } from '../store.js';
import { findTitles } from './find-titles.js';

/** A node that is reached, in how many steps, and by how many distinct children it is linked. */
export interface Neighbour {
  node: string;
  steps: number;
  /** What the reader may call it; null for an identifier, and for a record of which the reader may know no more. */
  title: string | null;
}

/** One link between two nodes that were reached. */
export interface NeighbourLink {
  linkId: string;
  node: string;
  other: string;
}

/** Everything within some steps of a node, as far as the reader reads the links. */
export interface Neighbourhood {
  nodes: Neighbour[];
  links: NeighbourLink[];
  /** Whether more nodes were reached than are answered. */
  more: boolean;
}

const reached = `
  with recursive reach (node, steps) as (
    select $1::text, 0
    union
    select e.other, r.steps + 1 from reach r
      join link_edge e on e.partnership_id = (select app_partnership()) and e.node = r.node
      where r.steps < $2
  )
  select node, min(steps)::integer as steps from reach group by node order by 2, 1 limit $3`;

/**
 * What is linked with a node in up to three steps, the nearest first and at most `limit` nodes, with every link between
 * them. Only links that the reader reads are walked along: what is closed to him or her leads nowhere.
 */
export async function findNeighbours(
  tx: Tx,
  { node, steps, limit }: { node: string; steps: 1 | 2 | 3; limit: number },
): Promise<Neighbourhood> {
  const found = await tx.query<{ node: string; steps: number }>({
    name: 'neighbours',
    text: reached,
    values: [node, steps, limit + 1],
  });
  const nodes = found.rows.slice(0, limit);
  const [titles, links] = await Promise.all([titlesOf(tx, nodes), linksAmong(tx, nodes)]);
  return {
    nodes: nodes.map((one) => ({ ...one, title: titles.get(one.node) ?? null })),
    links,
    more: found.rows.length > limit,
  };
}

/** The titles of the nodes that are records, by node. */
async function titlesOf(tx: Tx, nodes: readonly { node: string }[]): Promise<Map<string, string>> {
  const records = nodes.map(({ node }) => endOfNode(node)).filter(isRecord);
  const titles = await findTitles(
    tx,
    records.map(({ id }) => id),
  );
  return new Map(
    records.flatMap((end) => {
      const title = titles.get(end.id);
      return title === undefined ? [] : [[nodeOf(end), title] as const];
    }),
  );
}

/** How much stands within two steps of a record, and how many children are among that. */
export interface WithinReach {
  all: number;
  children: number;
}

/** Counts what is within two steps of a child, a person or a place, along links that the reader reads and no others. */
export async function countNeighbours(tx: Tx, recordId: string): Promise<WithinReach> {
  const found = await tx.query<WithinReach>({
    name: 'neighbours counted',
    text: `with own (node) as (values ('child:' || $1::text), ('person:' || $1::text), ('location:' || $1::text)),
      one (node) as (select distinct e.other from own
        join link_edge e on e.partnership_id = (select app_partnership()) and e.node = own.node),
      reached (node) as (select node from one
        union select e.other from one
          join link_edge e on e.partnership_id = (select app_partnership()) and e.node = one.node)
      select count(*)::integer as all, count(*) filter (where node like 'child:%')::integer as children
      from reached where node not in (select node from own)`,
    values: [recordId],
  });
  return found.rows[0] as WithinReach;
}

async function linksAmong(tx: Tx, nodes: readonly { node: string }[]): Promise<NeighbourLink[]> {
  const found = await tx.query<{ record_id: string; node: string; other: string }>({
    name: 'links among nodes',
    // `is true` keeps the other ends in a hash: a list would be gone through for each of thousands of edges.
    text: `with n (node) as materialized (select unnest($1::text[]))
      select e.record_id, e.node, e.other from n
        join link_edge e on e.partnership_id = (select app_partnership()) and e.node = n.node
      where e.node < e.other and (e.other in (select node from n)) is true order by e.record_id`,
    values: [nodes.map(({ node }) => node)],
  });
  return found.rows.map(({ record_id, node, other }) => ({ linkId: record_id, node, other }));
}

/** What several children share, by how many distinct ones. */
export interface SharedHub {
  node: string;
  children: number;
  title: string | null;
}

/**
 * Persons, places, phones and vehicles by the number of distinct children who are linked with each, the most first: of
 * two children at least, as far as the reader reads the links.
 */
export async function findShared(
  tx: Tx,
  { kind, limit }: { kind: string | null; limit: number },
): Promise<SharedHub[]> {
  const found = await tx.query<{ node: string; children: number }>({
    name: 'shared hubs',
    text: `select node, count(distinct other)::integer as children from link_edge
      where partnership_id = (select app_partnership()) and other like 'child:%' and node not like 'child:%'
        and ($1::text is null or node like $1 || ':%')
      group by node having count(distinct other) > 1 order by 2 desc, 1 limit $2`,
    values: [kind, limit],
  });
  const titles = await titlesOf(tx, found.rows);
  return found.rows.map((one) => ({ ...one, title: titles.get(one.node) ?? null }));
}

/** The links that stand between a node of the network and some children, as far as the reader reads them: at most a hundred ids. */
export async function findLinksBetween(tx: Tx, node: string, childIds: readonly string[]): Promise<string[]> {
  const found = await tx.query<{ id: string }>({
    name: 'links between a node and children',
    text: `select distinct e.record_id as id from link_edge e join record r on r.id = e.record_id and r.kind = 'link'
      where e.partnership_id = (select app_partnership()) and e.node = $1 and e.other = any ($2::text[]) order by 1 limit 100`,
    values: [node, childIds.map((id) => `child:${id}`)],
  });
  return found.rows.map(({ id }) => id);
}

/** The newest links at a record, at either end, as far as the reader sees them: at most a thousand ids. */
export async function findLinksAt(tx: Tx, recordId: string): Promise<string[]> {
  const found = await tx.query<{ id: string }>({
    name: 'links at record',
    text: `select id from record where kind = 'link' and parent_id = $1
      union select id from record where kind = 'link' and subject_id = $1 order by 1 desc limit 1000`,
    values: [recordId],
  });
  return found.rows.map(({ id }) => id);
}
