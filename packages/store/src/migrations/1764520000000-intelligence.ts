import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is compared between records: never a name, a date of birth or an account's own e-mail address. */
const kinds = `array['phone', 'vehicle', 'handle', 'handleAnywhere', 'address', 'houseAtPostcode', 'nickname', 'email',
  'emailBox', 'device', 'pnc', 'cro', 'nhsNumber', 'upn']`;

const matching = [
  'unmatched_terms(integer)',
  'holders_of_term(uuid, uuid, text, text)',
  'note_matched(uuid, text, text)',
];

const reads = `exists (select 1 from case_reader r where r.record_id = unsanitised_text.record_id
    and r.class = 'unsanitised' and r.principal = any ((select app_principals())::text[])
    and (r.until is null or r.until > (select app_now())) and ((select app_user()) = any (r.without)) is not true)`;

const withTable = (from: string, to: string) => `
  do $do$
    declare
      body text := pg_get_functiondef('clear_disposed(uuid)'::regprocedure);
    begin
      execute replace(body, $$array[${from}$$, $$array[${to}$$);
    end $do$;`;

/**
 * Unsanitised text has a table of its own, which only those read who are cleared for one record; disposal empties it
 * with the rest. Identifiers are compared beside the command that brought them by functions of the role `mase_matching`:
 * the worker runs them, whoever asks over HTTP does not.
 */
export class Intelligence1764520000000 implements MigrationInterface {
  name = 'Intelligence1764520000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table unsanitised_text (
        partnership_id uuid not null references partnership (id) on delete restrict,
        id uuid primary key,
        record_id uuid not null,
        kind text not null,
        class text not null check (class = 'unsanitised'),
        version integer not null,
        replaces uuid,
        author_id uuid,
        happened timestamptz not null,
        at timestamptz not null,
        body text not null,
        foreign key (partnership_id, record_id) references record (partnership_id, id) on delete restrict
      );
      create index unsanitised_text_by_record on unsanitised_text (record_id, at);
      alter table unsanitised_text enable row level security;
      alter table unsanitised_text force row level security;
      create policy unsanitised_text_app_select on unsanitised_text for select to mase_app
        using (partnership_id = (select app_partnership()) and ${reads});
      create policy unsanitised_text_app_insert on unsanitised_text for insert to mase_app
        with check (partnership_id = (select app_partnership()) and (select app_purpose()) = 'change');
      create policy unsanitised_text_backup_select on unsanitised_text for select to mase_backup using (true);
      create policy unsanitised_text_disposals_select on unsanitised_text for select to mase_disposals using (true);
      create policy unsanitised_text_disposals_delete on unsanitised_text for delete to mase_disposals using (true);
      grant select, insert on unsanitised_text to mase_app;
      grant select on unsanitised_text to mase_backup;
      grant select, delete on unsanitised_text to mase_disposals;

      alter table search_term add column sought boolean not null default false;
      create index search_term_unsought on search_term (record_id, kind, term)
        where not sought and kind = any (${kinds}) and record_kind <> 'user';
      create policy search_term_matching_select on search_term for select to mase_matching using (true);
      create policy search_term_matching_update on search_term for update to mase_matching using (true) with check (true);
      create policy record_matching_select on record for select to mase_matching using (true);
      grant usage on schema public to mase_matching;
      grant select, update (sought) on search_term to mase_matching;
      grant select on record to mase_matching;

      create function unmatched_terms(at_most integer)
        returns table (partnership_id uuid, record_id uuid, kind text, term text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select s.partnership_id, s.record_id, s.kind, s.term from search_term s
          where not s.sought and s.kind = any (${kinds}) and s.record_kind <> 'user'
          order by s.record_id, s.kind, s.term limit at_most
        $$;
      create function holders_of_term(of_partnership uuid, asking uuid, of_kind text, of_term text)
        returns table (id uuid, kind text, closed boolean, owner_id uuid, team_id text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select r.id, r.kind, coalesce(r.standing::json #>> '{access,closed}', 'false') = 'true', r.owner_id, r.team_id
          from search_term s join record r on r.id = s.record_id
          where s.partnership_id = of_partnership and s.kind = of_kind and s.term = of_term and r.phase <> 'disposed'
            and s.record_kind <> 'user' and (s.sought or s.record_id = asking)
          order by r.id limit 100
        $$;
      create function note_matched(of_record uuid, of_kind text, of_term text) returns void
        language sql security definer set search_path = public, pg_temp as $$
          update search_term set sought = true where record_id = of_record and kind = of_kind and term = of_term
        $$;
      grant create on schema public to mase_matching;
      ${matching.map((one) => `alter function ${one} owner to mase_matching;`).join('\n')}
      revoke create on schema public from mase_matching;
      revoke all on function ${matching.join(', ')} from public;
      grant execute on function ${matching.join(', ')} to mase_worker;

      drop index written_sharing;
      create index written_sharing on written (partnership_id, at, id) where kind in ('information-request', 'sharing',
        'sharing-disruption', 'transfer-asked', 'intelligence-sharing', 'intelligence-feedback', 'intelligence-requirement');
      ${withTable(`'written', 'clock'`, `'written', 'unsanitised_text', 'clock'`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${withTable(`'written', 'unsanitised_text', 'clock'`, `'written', 'clock'`)}
      drop index written_sharing;
      create index written_sharing on written (partnership_id, at, id)
        where kind in ('information-request', 'sharing', 'sharing-disruption', 'transfer-asked');
      ${matching.map((one) => `drop function ${one};`).join('\n')}
      drop policy search_term_matching_select on search_term;
      drop policy search_term_matching_update on search_term;
      drop policy record_matching_select on record;
      revoke all on search_term, record from mase_matching;
      revoke usage on schema public from mase_matching;
      drop index search_term_unsought;
      alter table search_term drop column sought;
      drop table unsanitised_text;
    `);
  }
}
