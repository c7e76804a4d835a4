import type { MigrationInterface, QueryRunner } from 'typeorm';

const principals = `(select app_principals())::text[]`;
const isReader = `exists (
          select 1 from case_reader r where r.record_id = link_edge.record_id
            and r.principal = any (${principals})
            and r.class not in ('existence', 'receipt') and (r.until is null or r.until > (select app_now()))
            and ((select app_user()) = any (r.without)) is not true)`;
const policy = (reads: string) => `
      drop policy link_edge_app_select on link_edge;
      create policy link_edge_app_select on link_edge for select to mase_app
        using (partnership_id = (select app_partnership()) and ((select app_purpose()) = 'change' or ${reads}));`;

/**
 * Who reads a link stands on its edges as well, so that a walk along thousands of them looks up nobody: `readers` who read
 * it without an end and without anybody left out, `sometimes` those of whom the row of `case_reader` has more to say,
 * which is then asked.
 */
export class EdgeReaders1764730000000 implements MigrationInterface {
  name = 'EdgeReaders1764730000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table link_edge add column readers text[] not null default '{}', add column sometimes text[] not null default '{}';
      alter table link_edge no force row level security;
      alter table case_reader no force row level security;
      update link_edge e set readers = k.readers, sometimes = k.sometimes from (
        select record_id,
          coalesce(array_agg(distinct principal) filter (where until is null and without is null), '{}') as readers,
          coalesce(array_agg(distinct principal) filter (where until is not null or without is not null), '{}') as sometimes
        from case_reader where class not in ('existence', 'receipt') group by record_id) k
      where k.record_id = e.record_id;
      alter table link_edge force row level security;
      alter table case_reader force row level security;
      alter table link_edge alter column readers drop default, alter column sometimes drop default;
      create policy link_edge_members_select on link_edge for select to mase_members using (true);
      create policy link_edge_members_update on link_edge for update to mase_members using (true) with check (true);
      grant select, update (readers, sometimes) on link_edge to mase_members;
      ${policy(`readers && ${principals} or (sometimes && ${principals} and ${isReader})`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${policy(isReader)}
      drop policy link_edge_members_select on link_edge;
      drop policy link_edge_members_update on link_edge;
      revoke select, update (readers, sometimes) on link_edge from mase_members;
      alter table link_edge drop column readers, drop column sometimes;
    `);
  }
}
