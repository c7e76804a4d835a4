import type { MigrationInterface, QueryRunner } from 'typeorm';

const functions = [
  'may_ask_looks(uuid)',
  'looks_at(uuid, uuid, integer)',
  'looking_between(timestamptz, timestamptz)',
  'refused_looks_between(timestamptz, timestamptz)',
];

const mine = `r.principal = any ((select app_principals())::text[]) and (r.until is null or r.until > (select app_now()))
        and ((select app_user()) = any (r.without)) is not true and r.class <> 'existence'`;
/** What reads nothing shows nobody: a look at one record that did is a look that was refused. */
const refused = `a.record_id is not null and a.entry like '%"persons":[]%'`;
const overseers = `array['role:auditor', 'role:information-governance', 'role:caldicott-guardian']`;
/** A record whose existence is closed is not told of, not even as something that was looked at. */
const told = `not exists (select 1 from record c where c.id = a.record_id and c.standing::json #>> '{access,closed}' = 'true'
        and not exists (select 1 from case_reader r where r.record_id = c.id and ${mine}))`;

/**
 * Who looked at whom: read through functions of the role \`mase_looks\`, never by a plain select. Each function asks who
 * it is asked by, and tells of no person and no record that this reader may not see. Lines of a report of unusual
 * looking are reviewed once: a decision with words, which nobody changes or takes away.
 */
export class Looks1763970000000 implements MigrationInterface {
  name = 'Looks1763970000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index audit_refused on audit (partnership_id, at) where record_id is not null and entry like '%"persons":[]%';
      create index audit_refused_record on audit (record_id, id) where record_id is not null and entry like '%"persons":[]%';

      create table looking_review (
        partnership_id uuid not null references partnership (id) on delete restrict,
        id uuid primary key,
        line text not null,
        seen_until timestamptz not null,
        decision text not null check (decision in ('explained', 'followUp', 'misuse')),
        words text not null,
        by_id uuid not null,
        at timestamptz not null,
        audit_id uuid not null references audit (id) on delete restrict
      );
      create index looking_review_by_line on looking_review (partnership_id, line, seen_until);
      alter table looking_review enable row level security;
      alter table looking_review force row level security;
      grant select, insert on looking_review to mase_app;
      grant select on looking_review to mase_backup;
      create policy looking_review_app_select on looking_review for select to mase_app
        using (partnership_id = (select app_partnership()) and (select app_principals())::text[] && ${overseers});
      create policy looking_review_app_insert on looking_review for insert to mase_app
        with check (partnership_id = (select app_partnership()) and by_id = (select app_user())
          and 'role:information-governance' = any ((select app_principals())::text[]));
      create policy looking_review_backup_select on looking_review for select to mase_backup using (true);

      grant usage on schema public to mase_looks;
      grant select on audit, audit_subject, record, case_reader to mase_looks;
      ${['audit', 'audit_subject', 'record', 'case_reader']
        .map(
          (table) => `create policy ${table}_looks_select on ${table} for select to mase_looks using (true);`,
        )
        .join('\n')}
      ${looksFunctions}
      grant create on schema public to mase_looks;
      ${functions.map((one) => `alter function ${one} owner to mase_looks;`).join('\n')}
      revoke create on schema public from mase_looks;
      revoke all on function ${functions.join(', ')} from public;
      grant execute on function ${functions.join(', ')} to mase_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function ${[...functions].reverse().join(', ')};
      ${['audit', 'audit_subject', 'record', 'case_reader']
        .map((table) => `drop policy ${table}_looks_select on ${table};`)
        .join('\n')}
      revoke select on audit, audit_subject, record, case_reader from mase_looks;
      revoke usage on schema public from mase_looks;
      drop table looking_review;
      drop index audit_refused, audit_refused_record;
    `);
  }
}

const looksFunctions = `
  create function may_ask_looks(wanted uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
      select exists (select 1 from record p where p.id = wanted and p.kind = 'child'
          and p.partnership_id = (select app_partnership()))
        and exists (select 1 from case_reader r where r.record_id = wanted and ${mine} and r.class = 'case'
          and ((select app_principals())::text[] && ${overseers}
            or (r.principal like 'team:%:manager' and r.until is null)))
    $$;
  create function looks_at(wanted uuid, before_id uuid, most integer)
    returns table (id uuid, at timestamptz, user_id uuid, action text, record_id uuid, record_kind text, refused boolean,
      reason text, persons integer)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
    begin
      if not may_ask_looks(wanted) then return; end if;
      return query
        select a.id, a.at, a.user_id, a.action, a.record_id, k.kind, ${refused}, a.entry::json ->> 'reason',
          json_array_length(a.entry::json -> 'persons')
        from (
          (select s.audit_id as id from audit_subject s where s.person_id = wanted
            and (before_id is null or s.audit_id < before_id) order by s.audit_id desc)
          union all
          (select a.id from record x join audit a on a.record_id = x.id
            where (x.id = wanted or x.parent_id = wanted) and ${refused} and (before_id is null or a.id < before_id))
        ) one join audit a on a.id = one.id left join record k on k.id = a.record_id
        where a.partnership_id = (select app_partnership()) and ${told}
        order by a.id desc limit most;
    end $$;
  create function looking_between(from_at timestamptz, to_at timestamptz)
    returns table (user_id uuid, person_id uuid, person_name text, hour timestamptz, action text, looks integer, last timestamptz, tied boolean)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
    begin
      if not (coalesce((select app_principals())::text[], '{}') && ${overseers}) then return; end if;
      return query
        with raw as materialized (
          select a.user_id, p.id::uuid as person_id, a.at, a.action, a.record_id
          from audit a cross join lateral json_array_elements_text(a.entry::json -> 'persons') p (id)
          where a.partnership_id = (select app_partnership()) and a.at >= from_at and a.at < to_at and a.user_id is not null
        ), hidden as materialized (
          select c.id from (select distinct w.record_id from raw w where w.record_id is not null) d join record c on c.id = d.record_id
          where c.standing::json #>> '{access,closed}' = 'true'
            and not exists (select 1 from case_reader r where r.record_id = c.id and ${mine})
        ), looked as materialized (
          select w.user_id, w.person_id, date_trunc('hour', w.at) as hour, w.action, count(*)::integer as looks, max(w.at) as last
          from raw w where not exists (select 1 from hidden h where h.id = w.record_id)
          group by 1, 2, 3, 4
        ), seen as materialized (
          select p.id, p.title from record p where p.id in (select l.person_id from looked l)
            and exists (select 1 from case_reader r where r.record_id = p.id and ${mine})
        ), pairs as materialized (
          select l.user_id, l.person_id, exists (
            select 1 from record u
            left join lateral json_array_elements_text(u.standing::json -> 'roles') role on true
            join case_reader r on r.principal in ('user:' || u.id, 'named:' || u.id, 'team:' || (u.standing::json ->> 'teamId') || ':' || role,
              'agency:' || (u.standing::json ->> 'agencyId') || ':' || role)
            join record x on x.id = r.record_id and (x.id = l.person_id or x.parent_id = l.person_id)
            where u.id = l.user_id) as tied
          from (select distinct k.user_id, k.person_id from looked k) l
        )
        select l.user_id, l.person_id, seen.title, l.hour, l.action, l.looks, l.last, pairs.tied
        from looked l join seen on seen.id = l.person_id
          join pairs on pairs.user_id = l.user_id and pairs.person_id = l.person_id
        order by l.user_id, l.hour, l.person_id, l.action;
    end $$;
  create function refused_looks_between(from_at timestamptz, to_at timestamptz)
    returns table (user_id uuid, hour timestamptz, looks integer, records integer, last timestamptz)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
    begin
      if not (coalesce((select app_principals())::text[], '{}') && ${overseers}) then return; end if;
      return query
        select a.user_id, date_trunc('hour', a.at), count(*)::integer, count(distinct a.record_id)::integer, max(a.at)
        from audit a left join record k on k.id = a.record_id
        where a.partnership_id = (select app_partnership()) and ${refused} and a.at >= from_at and a.at < to_at
          and a.user_id is not null and a.action like '%/%' and coalesce(k.kind, '') not in ('sitting', 'user', 'agency')
          and ${told}
        group by 1, 2 order by 1, 2;
    end $$;
`;
