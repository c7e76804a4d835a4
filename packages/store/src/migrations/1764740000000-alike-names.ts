import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Names that are written otherwise than they are kept. An index of the three-letter parts of names (pg_trgm) finds those
 * that have enough parts in common with a name; it works for the role `mase_search` alone, as row level security would
 * not let an index be used by an operator that may tell of rows. The function tests the reader of each record before its
 * limit, the likeliest first: what is closed to the reader takes nobody's place.
 */
export class AlikeNames1764740000000 implements MigrationInterface {
  name = 'AlikeNames1764740000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm with schema public;
      create index search_term_alike on search_term using gin (term gin_trgm_ops) where kind in ('name', 'nickname');

      create function find_alike(wanted text, of_kinds text[], at_most integer)
        returns table (record_id uuid, term text)
        language sql stable security definer set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.35 as $$
          select c.record_id, c.term from (
            select s.record_id, s.term, word_similarity(wanted, s.term) + similarity(wanted, s.term) as score
            from search_term s
            where s.partnership_id = (select app_partnership()) and s.kind in ('name', 'nickname')
              and s.record_kind = any (of_kinds) and wanted <% s.term
            order by score desc, record_id desc offset 0) c
          where (select true from case_reader r where r.record_id = c.record_id
            and r.principal = any ((select app_principals())::text[])
            and (r.until is null or r.until > (select app_now())) and r.class <> 'existence'
            and ((select app_user()) = any (r.without)) is not true limit 1)
          order by c.score desc, c.record_id desc limit at_most
        $$;
      grant create on schema public to mase_search;
      alter function find_alike(text, text[], integer) owner to mase_search;
      revoke create on schema public from mase_search;
      revoke all on function find_alike(text, text[], integer) from public;
      grant execute on function find_alike(text, text[], integer) to mase_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function find_alike(text, text[], integer);
      drop index search_term_alike;
      drop extension pg_trgm;
    `);
  }
}
