import { findNeighbours, reading } from '@mase/store';
import { addLinks, withheldShare } from './links.mjs';
import { giverOf, openBench } from './partnership.mjs';

const most = 300;
const steps = 3;

/**
 * The same work written by hand: the same SQL for the walk, the names of the nodes and the links among them, over a table
 * that holds those edges alone that this reader reads, with the same index and without row level security. So both reach the
 * same nodes and give the same links; the product tests besides who reads each edge, those among them that it then leaves out.
 */
const walk = `
  with recursive reach (node, steps) as (
    select $1::text, 0
    union
    select e.other, r.steps + 1 from reach r join bench_edge e on e.partnership_id = $2 and e.node = r.node
      where r.steps < ${steps}
  )
  select node, min(steps)::integer as steps from reach group by node order by 2, 1 limit ${most + 1}`;

const names = 'select id, title from record where id = any ($1::uuid[])';
const among = `
  with n (node) as materialized (select unnest($1::text[]))
  select e.record_id, e.node, e.other from n join bench_edge e on e.partnership_id = $2 and e.node = n.node
  where e.node < e.other and (e.other in (select node from n)) is true order by e.record_id`;

/** What the product is compared with, asked as it asks: the walk, then the names and the links of what it reached. */
async function byHand({ owner, founded }, node) {
  const partnership = founded.partnershipId;
  const found = await owner.query({ name: 'walk', text: walk, values: [node, partnership] });
  const nodes = found.rows.slice(0, most);
  const ids = nodes.map((one) => one.node.slice('person:'.length));
  await owner.query({ name: 'names', text: names, values: [ids] });
  const values = [nodes.map((one) => one.node), partnership];
  const { rows } = await owner.query({ name: 'among', text: among, values });
  return { nodes, links: rows.map((row) => ({ linkId: row.record_id })) };
}

const p95 = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)];

async function timed(work) {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

/** Of a walk: what it has that this reader may not read, and how many edges at the nodes it reached were kept from him or her. */
async function examine({ owner }, { nodes, links }) {
  const found = await owner.query(
    `select count(*) filter (where l.id = any ($2::uuid[]))::integer as shown, count(*)::integer as met
      from link_edge e join bench_link l on l.id = e.record_id
      where e.node = any ($1::text[]) and not exists (select from bench_edge b where b.record_id = l.id)`,
    [nodes.map(({ node }) => node), links.map(({ linkId }) => linkId)],
  );
  return found.rows[0];
}

const asText = ({ nodes, links }) =>
  JSON.stringify([nodes.map(({ node, steps: away }) => [node, away]), links.map(({ linkId }) => linkId)]);

/**
 * Everything within three steps over 100,000 links, 27 in a hundred of them kept from the reader, under row level security,
 * against the same walk over what he or she reads. MASE_BENCH_LINKS and MASE_BENCH_PEOPLE make it smaller.
 */
export async function neighbours({
  links = Number(process.env.MASE_BENCH_LINKS ?? 100_000),
  people = Number(process.env.MASE_BENCH_PEOPLE ?? Math.ceil(links / 10)),
  looks = 60,
} = {}) {
  const bench = await openBench();
  try {
    const { reading: who } = await giverOf(bench, 'intelligence');
    await addLinks(bench, { links, people, officerId: bench.founded.people.intelligence });
    const nodeOf = (index) =>
      `person:00000000-0000-7000-8000-${String((index * 613) % people).padStart(12, '0')}`;
    const product = [];
    const least = [];
    const held = { shown: 0, met: 0, otherwise: 0, reached: 0 };
    for (let index = 0; index < looks; index += 1) {
      const node = nodeOf(index);
      const own = await timed(() =>
        reading(bench.store, who, (tx) => findNeighbours(tx, { node, steps, limit: most })),
      );
      const hand = await timed(() => byHand(bench, node));
      product.push(own.ms);
      least.push(hand.ms);
      const { shown, met } = await examine(bench, own.value);
      held.shown += shown;
      held.met += met;
      held.reached += own.value.nodes.length;
      if (asText(own.value) !== asText(hand.value)) held.otherwise += 1;
    }
    const ratio = p95(least) / p95(product);
    // Nothing is promised of it elsewhere: less than this is a step back.
    const promise = 0.3;
    return {
      name: `neighbours to three steps over ${links.toLocaleString('en-GB')} links`,
      ratio,
      promise,
      p95Ms: p95(product),
      floorP95Ms: p95(least),
      compared:
        'the same SQL (walk, names, links among what is reached) without readers, over a copy of the edges that the reader reads',
      withheldOfAllLinks: withheldShare,
      nodesReached: held.reached,
      withheldEdgesAtThem: held.met,
      withheldLinksInTheAnswers: held.shown,
      answersOtherThanTheFloor: held.otherwise,
      holds: ratio >= promise && held.shown === 0 && held.met > 0 && held.otherwise === 0,
    };
  } finally {
    await bench.close();
  }
}
