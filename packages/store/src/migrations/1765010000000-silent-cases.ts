import type { MigrationInterface, QueryRunner } from 'typeorm';

const header = 'security definer set search_path = public, pg_temp';
const functions = [
  'silent_now(uuid, text[], text[])',
  'note_silent(uuid, text[], text[], timestamptz)',
  'silent_listed(integer)',
];

/**
 * Open cases that nobody would be told of or find. \`silent_now\` looks, for the principals under which somebody works;
 * the worker notes what it finds, and since when, by \`note_silent\`; the chair and those who oversee ask \`silent_listed\`,
 * which names a case by its reference alone, and none that is closed to those who oversee.
 */
export class SilentCases1765010000000 implements MigrationInterface {
  name = 'SilentCases1765010000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table silent_case (
        partnership_id uuid not null references partnership (id) on delete restrict,
        record_id uuid primary key references record (id) on delete cascade,
        since timestamptz not null,
        lacks text[] not null
      );
      alter table silent_case enable row level security;
      alter table silent_case force row level security;
      grant select on silent_case to mase_backup;
      create policy silent_case_backup_select on silent_case for select to mase_backup using (true);
      grant select, insert, update, delete on silent_case to mase_members;
      create policy silent_case_members_all on silent_case for all to mase_members using (true) with check (true);

      create function silent_now(in_partnership uuid, live text[], unowned text[])
        returns table (record_id uuid, lacks text[])
        language sql stable ${header} as $$
          with open as materialized (
            select r.id, r.owner_id, r.team_id, r.phase, r.next_step, r.next_due,
              exists (select 1 from queue_row q where q.record_id = r.id) as stands,
              exists (select 1 from queue_row q where q.record_id = r.id and q.principal = any (live)) as held
            from record r where r.partnership_id = in_partnership
              and r.kind in ('childCase', 'personCase', 'locationCase')
              and r.phase not in ('closed', 'declined', 'disposed')),
          judged as (
            select id, array_remove(array[
              case when owner_id is null and team_id is null and phase <> all (unowned) then 'owner' end,
              case when next_step is null or next_due is null then 'next-step' end,
              case when not stands then 'place' when not held then 'holder' end], null) as lacks
            from open)
          select id, lacks from judged where lacks <> '{}' order by id
        $$;
      create function note_silent(in_partnership uuid, live text[], unowned text[], at_instant timestamptz)
        returns integer language sql volatile ${header} as $$
          with found as materialized (select * from silent_now(in_partnership, live, unowned)),
            gone as (delete from silent_case s where s.partnership_id = in_partnership
              and s.record_id not in (select record_id from found)),
            noted as (insert into silent_case (partnership_id, record_id, since, lacks)
              select in_partnership, record_id, at_instant, lacks from found
              on conflict (record_id) do update set lacks = excluded.lacks where silent_case.lacks <> excluded.lacks)
          select count(*)::integer from found
        $$;
      create function silent_listed(at_most integer)
        returns table (id uuid, kind text, reference text, since timestamptz, lacks text[], persons uuid[])
        language sql stable ${header} as $$
          select r.id, r.kind, r.reference, s.since, s.lacks, r.persons
          from silent_case s join record r on r.id = s.record_id
          where s.partnership_id = (select app_partnership())
            and (select app_principals())::text[]
              && array['role:chair', 'role:deputy-chair', 'role:coordinator', 'role:senior', 'role:auditor']
            and exists (select 1 from case_reader k where k.record_id = r.id and k.class <> 'existence'
              and k.principal in ('role:auditor', 'role:senior', 'role:coordinator')
              and ((select app_user()) = any (k.without)) is not true
              and (k.until is null or k.until > (select app_now())))
          order by s.since, r.id limit at_most
        $$;
      grant create on schema public to mase_members;
      ${functions
        .map(
          (one) => `
      alter function ${one} owner to mase_members;
      revoke all on function ${one} from public;`,
        )
        .join('')}
      revoke create on schema public from mase_members;
      grant execute on function silent_now(uuid, text[], text[]) to mase_backup;
      grant execute on function note_silent(uuid, text[], text[], timestamptz) to mase_worker;
      grant execute on function silent_listed(integer) to mase_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${[...functions]
        .reverse()
        .map((one) => `drop function ${one};`)
        .join(' ')}
      drop table silent_case;
    `);
  }
}
