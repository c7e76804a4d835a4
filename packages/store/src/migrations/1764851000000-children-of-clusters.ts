import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clusters that came before are found by their children as well, so that they are closed with each. */
export class ChildrenOfClusters1764851000000 implements MigrationInterface {
  name = 'ChildrenOfClusters1764851000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table record no force row level security;
      alter table search_term no force row level security;
      insert into search_term (partnership_id, kind, term, record_kind, record_id)
        select r.partnership_id, 'clusterChild', c.id, r.kind, r.id
        from record r cross join lateral json_array_elements_text(r.standing::json -> 'children') c (id)
        where r.kind = 'cluster' and r.phase <> 'disposed'
        on conflict do nothing;
      alter table record force row level security;
      alter table search_term force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table search_term no force row level security;
      delete from search_term where kind = 'clusterChild';
      alter table search_term force row level security;
    `);
  }
}
