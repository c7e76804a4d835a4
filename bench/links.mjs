/**
 * How the links of the bench are kept, in a hundred: whom the edge names as readers without end (`readers`), whom as such of
 * whom the rows of readers say more (`sometimes`), and what these rows say of the desk. `reads` is what follows for the
 * intelligence officer who walks.
 */
const kept = [
  { how: 'whoever oversees and the desk', inHundred: 70, reads: true },
  { how: 'the supervisor of the desk alone: handled with conditions', inHundred: 25, reads: false },
  { how: 'the desk but for somebody else, who has a connection with the child', inHundred: 3, reads: true },
  { how: 'the desk but for this officer, who has one', inHundred: 1, reads: false },
  { how: 'the desk up to a day that is over', inHundred: 1, reads: false },
];

/** The share of links that this reader does not read. */
export const withheldShare = kept.reduce((sum, one) => sum + (one.reads ? 0 : one.inHundred), 0) / 100;

const open = `array['role:intelligence-officer', 'role:intelligence-supervisor', 'role:police-desk', 'role:chair', 'role:auditor', 'role:coordinator']`;

/** The hundredth of a link, spread evenly over what follows each other. */
const part = '(n * 37) % 100';

/** Which of the ways of `kept` a link with this number is kept in, counted from 0. */
function way(number) {
  let before = 0;
  const lines = kept.map(({ inHundred }, index) => {
    before += inHundred;
    return `when ${number} < ${before} then ${index}`;
  });
  return `case ${lines.join(' ')} end`;
}

/**
 * Puts made-up links on the books, each joining two of so many made-up people, kept from some readers and open to others as
 * above, in the rows that a change would write: `case_reader`, and the readers on either side of each edge.
 */
export async function addLinks({ owner, founded }, { links, people, officerId }) {
  const partnership = founded.partnershipId;
  await owner.query(
    `insert into record (partnership_id, id, kind, version, state, phase, standing, at, title, persons)
      select $1, gen_random_uuid(), 'link', 1, '"current"', 'current', '{"clocks":[]}', now(), 'Made up', '{}'
      from generate_series(1, $2)`,
    [partnership, links],
  );
  await owner.query(
    `create table bench_link as select id, partnership_id, n, ${way(part)} as way
      from (select id, partnership_id, row_number() over (order by id) as n from record where kind = 'link') r`,
  );
  await owner.query(
    `insert into case_reader (partnership_id, record_id, principal, class, until, without)
      select l.partnership_id, l.id, p.principal, 'case', case when l.way = 4 and p.principal = 'role:intelligence-officer' then now() - interval '1 day' end,
        case l.way when 2 then array[gen_random_uuid()] when 3 then array[$1::uuid] end
      from bench_link l cross join lateral unnest(case when l.way = 1 then array['role:intelligence-supervisor'] else ${open} end) p (principal)`,
    [officerId],
  );
  const node = (number) => `'person:00000000-0000-7000-8000-' || lpad((${number} % $1)::text, 12, '0')`;
  await owner.query(
    `with held as (
        select record_id, coalesce(array_agg(principal order by principal) filter (where until is null and without is null), '{}') as readers,
          coalesce(array_agg(principal order by principal) filter (where until is not null or without is not null), '{}') as sometimes
        from case_reader where record_id in (select id from bench_link) group by record_id),
      ends as (select l.*, h.readers, h.sometimes, ${node('n * 7919')} as one, ${node('(n * 104729 + n / 13)')} as two
        from bench_link l join held h on h.record_id = l.id)
      insert into link_edge (partnership_id, record_id, node, other, first_on, last_on, readers, sometimes)
      select e.partnership_id, e.id, s.node, s.other, '2026-01-01', '2026-01-01', e.readers, e.sometimes
      from ends e cross join lateral (values (e.one, e.two), (e.two, e.one)) s (node, other) where e.one <> e.two`,
    [people],
  );
  // What the floor walks: the edges that this reader reads, as the way says, and nothing about readers.
  const readable = kept.flatMap(({ reads }, index) => (reads ? [index] : []));
  await owner.query(
    `create table bench_edge as select e.partnership_id, e.record_id, e.node, e.other from link_edge e
      join bench_link l on l.id = e.record_id where l.way = any (array[${readable}])`,
  );
  await owner.query('create index on bench_edge (partnership_id, node) include (other, record_id)');
  await owner.query('vacuum (analyze) bench_edge');
  await owner.query('vacuum (analyze) link_edge');
  await owner.query('analyze record, case_reader');
}
