import type { MigrationInterface, QueryRunner } from 'typeorm';

const forced = ['link_edge', 'unweighed_link', 'record', 'case_reader', 'unsanitised_text'];

/** Identifiers by which people are linked; others say nothing of whom one shares them with. */
const kinds = ['phone', 'vehicle', 'handle', 'email', 'device', 'address'];

const listed = kinds.map((one) => `'${one}'`).join(', ');

/** Each child whom a report that has not ended names, with each identifier in it, on the day of which it tells. */
const sightings = `
  select r.partnership_id, r.id as record_id, 'child:' || c.id as child,
    (i.one ->> 'kind') || ':' || (i.one ->> 'value') as identifier,
    (t.happened at time zone 'Europe/London')::date as on_day
  from record r
    join unsanitised_text t on t.record_id = r.id and t.kind = 'intelligence-report'
    cross join lateral json_array_elements(coalesce(t.body::json -> 'identifiers', '[]'::json)) i (one)
    join record c on c.partnership_id = r.partnership_id and c.kind = 'child'
      and c.id = any (select json_array_elements_text(coalesce(r.standing::json -> 'subjectIds', '[]'::json))::uuid)
  where r.kind = 'intelligence' and r.phase <> 'disposed' and r.standing::json ->> 'ended' is null
    and i.one ->> 'kind' in (${listed})`;

/**
 * Reports of intelligence that came before their edges were kept are edges from now on, read by those cleared to read the
 * report, and are weighed once: what they show together is proposed like that of reports that come now.
 */
export class EdgesOfReports1764850000000 implements MigrationInterface {
  name = 'EdgesOfReports1764850000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${forced.map((table) => `alter table ${table} no force row level security;`).join('\n')}
      create temporary table old_report on commit drop as
        select s.*, coalesce(k.readers, '{}') as readers, coalesce(k.sometimes, '{}') as sometimes
        from (${sightings}) s left join (
          select record_id,
            array_agg(distinct principal) filter (where until is null and without is null) as readers,
            array_agg(distinct principal) filter (where until is not null or without is not null) as sometimes
          from case_reader where class = 'unsanitised' group by record_id) k on k.record_id = s.record_id
        where not exists (select from link_edge e where e.record_id = s.record_id);
      insert into link_edge (partnership_id, record_id, node, other, first_on, last_on, readers, sometimes)
        select o.partnership_id, o.record_id, e.node, e.other, o.on_day, o.on_day, o.readers, o.sometimes
        from old_report o cross join lateral (values (o.child, o.identifier), (o.identifier, o.child)) e (node, other)
        on conflict do nothing;
      -- To the millisecond: the weigher says what it has weighed by an instant that holds no more.
      insert into unweighed_link (partnership_id, record_id, at)
        select distinct partnership_id, record_id, date_trunc('milliseconds', now()) from old_report on conflict do nothing;
      drop table old_report;
      ${forced.map((table) => `alter table ${table} force row level security;`).join('\n')}
    `);
  }

  // The edges stay: which of them were made here is known nowhere, and each tells what its report says.
  async down(): Promise<void> {}
}
