import { spineTables } from './1763800000000-spine-tables.js';

const own = 'partnership_id = (select app_partnership())';
const changing = `(select app_purpose()) = 'change'`;
const notWithout = (line: string) => `((select app_user()) = any (${line}.without)) is not true`;
/** Who may know that a record exists and no more reads nothing of it; a command may be addressed to it all the same. */
const content = `and (r.class <> 'existence' or ${changing})`;
const reads = (record: string, more = content) => `exists (
      select 1 from case_reader r
      where r.record_id = ${record} ${more}
        and r.principal = any ((select app_principals())::text[])
        and (r.until is null or r.until > (select app_now())) and ${notWithout('r')})`;
const mine = 'principal = any ((select app_principals())::text[])';
const overseers = `(select app_principals())::text[] && array['role:auditor', 'role:information-governance', 'role:caldicott-guardian']`;

const policy = (table: string, role: string, verb: string, using: string | null, check: string | null) => `
  create policy ${table}_${role.replace('mase_', '')}_${verb} on ${table} for ${verb} to ${role}
    ${using ? `using (${using})` : ''} ${check ? `with check (${check})` : ''};`;

const app = (table: string, rules: { select?: string; insert?: string; update?: string; delete?: string }) =>
  [
    rules.select ? policy(table, 'mase_app', 'select', `${own} and ${rules.select}`, null) : '',
    rules.insert ? policy(table, 'mase_app', 'insert', null, `${own} and ${rules.insert}`) : '',
    rules.update ? policy(table, 'mase_app', 'update', `${own} and ${rules.update}`, own) : '',
    rules.delete ? policy(table, 'mase_app', 'delete', `${own} and ${rules.delete}`, null) : '',
  ].join('');

/** Row level security: membership only. Who is a member is worked out by the workflow and stored with each change. */
export const spineAccess = `
  create function app_partnership() returns uuid language sql stable
    as $$ select nullif(current_setting('app.partnership', true), '')::uuid $$;
  create function app_user() returns uuid language sql stable
    as $$ select nullif(current_setting('app.user', true), '')::uuid $$;
  create function app_principals() returns text[] language sql stable
    as $$ select nullif(current_setting('app.principals', true), '')::text[] $$;
  create function app_purpose() returns text language sql stable
    as $$ select coalesce(nullif(current_setting('app.purpose', true), ''), 'read') $$;
  create function app_now() returns timestamptz language sql stable
    as $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;

  create function assert_count(changed bigint, wanted bigint) returns boolean language plpgsql immutable as $$
    begin
      if changed <> wanted then raise exception 'a record has moved on since it was locked' using errcode = '40001'; end if;
      return true;
    end $$;

  ${spineTables.map((table) => `alter table ${table} enable row level security; alter table ${table} force row level security;`).join('\n  ')}
  alter table partnership enable row level security; alter table partnership force row level security;

  ${policy('partnership', 'mase_app', 'select', 'id = (select app_partnership())', null)}
  create policy partnership_founder on partnership for all to current_user using (true) with check (true);
  ${policy('partnership', 'mase_sessions', 'select', 'true', null)}
  ${policy('partnership', 'mase_worker', 'select', 'true', null)}
  ${app('record', { select: reads('record.id'), insert: changing, update: `${changing} and ${reads('record.id')}` })}
  ${app('history', { select: reads('history.record_id', "and r.class = 'case'"), insert: changing })}
  ${app('written', { select: reads('written.record_id', 'and r.class = written.class'), insert: changing })}
  ${app('clock', { select: reads('clock.record_id'), insert: changing, update: `${changing} and ${reads('clock.record_id')}` })}
  ${app('case_reader', { select: `((${mine} and ${notWithout('case_reader')}) or ${changing})`, insert: changing, update: changing, delete: changing })}
  ${app('queue_row', { select: `((${mine} and ${notWithout('queue_row')}) or ${changing})`, insert: changing, update: changing, delete: changing })}
  ${app('outbox', { insert: changing })}
  ${app('message', { select: mine })}
  ${app('audit', { select: overseers, insert: 'true' })}
  ${app('audit_subject', { select: overseers, insert: 'true' })}
  ${app('search_term', { select: `${changing} and ${reads('search_term.record_id')}`, insert: changing, delete: `${changing} and ${reads('search_term.record_id')}` })}
  ${app('idempotency_key', { select: 'user_id = (select app_user())', insert: 'user_id = (select app_user())' })}
  ${app('draft', { select: 'user_id = (select app_user())', insert: 'user_id = (select app_user())', update: 'user_id = (select app_user())', delete: 'user_id = (select app_user())' })}
  ${app('pack', { select: reads('pack.sitting_id'), insert: reads('pack.sitting_id') })}

  ${policy('outbox', 'mase_worker', 'select', 'true', null)}
  ${policy('outbox', 'mase_worker', 'update', 'true', 'true')}
  ${policy('outbox', 'mase_worker', 'delete', 'true', null)}
  ${policy('outbox_processed', 'mase_worker', 'select', 'true', null)}
  ${policy('outbox_processed', 'mase_worker', 'insert', null, 'true')}
  ${policy('message', 'mase_worker', 'select', 'true', null)}
  ${policy('message', 'mase_worker', 'insert', null, 'true')}
  ${policy('idempotency_key', 'mase_worker', 'select', 'true', null)}
  ${policy('idempotency_key', 'mase_worker', 'delete', 'true', null)}
  ${policy('session', 'mase_worker', 'select', 'true', null)}
  ${policy('session', 'mase_worker', 'delete', 'true', null)}

  ${policy('session', 'mase_sessions', 'all', 'true', 'true')}
  ${policy('credential', 'mase_sessions', 'all', 'true', 'true')}
  ${policy('record', 'mase_sessions', 'select', "kind in ('user', 'agency')", null)}
  ${policy('search_term', 'mase_search', 'select', 'true', null)}
  ${policy('case_reader', 'mase_search', 'select', 'true', null)}

  grant usage on schema public to mase_app, mase_worker, mase_search, mase_sessions;
  grant select on partnership, record, history, written, clock, case_reader, queue_row, message, audit, audit_subject,
    idempotency_key, draft, pack, search_term to mase_app;
  grant insert on record, history, written, clock, case_reader, queue_row, outbox, audit, audit_subject, search_term,
    idempotency_key, draft, pack to mase_app;
  grant update on record, clock, draft, case_reader, queue_row to mase_app;
  grant delete on case_reader, queue_row, search_term, draft to mase_app;
  grant select on partnership, outbox, outbox_processed, message, idempotency_key, session to mase_worker;
  grant update (at) on outbox to mase_worker;
  grant insert on outbox_processed, message to mase_worker;
  grant delete on outbox, idempotency_key, session to mase_worker;
  grant select on partnership, record to mase_sessions;
  grant select, insert, update, delete on session, credential to mase_sessions;
  grant select on search_term, case_reader to mase_search;

  create function open_session(wanted bytea)
    returns table (user_id uuid, partnership_id uuid, version integer, standing text, expires_at timestamptz)
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      return query
        select s.user_id, s.partnership_id, r.version, r.standing, s.expires_at
        from session s
        join record r on r.id = s.user_id and r.kind = 'user' and r.phase = 'active'
        where s.id_hash = wanted and s.revoked_at is null and s.expires_at > now()
          and s.seen_at > now() - interval '60 minutes';
      if found then
        -- A long transaction of the same session must not make this one wait.
        update session s set seen_at = now() where s.id_hash = (
          select l.id_hash from session l where l.id_hash = wanted and l.seen_at < now() - interval '1 minute'
          for update skip locked);
      end if;
    end $$;
  create function open_context(wanted bytea, known_version integer, for_partnership uuid, for_user uuid,
      with_principals text, for_purpose text, at_now text) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform 1 from open_session(wanted) s
        where s.user_id = for_user and s.partnership_id = for_partnership and s.version = known_version;
      if not found then raise exception 'the session is over, or the account has changed' using errcode = 'MSE01'; end if;
      perform set_config('app.partnership', for_partnership::text, true), set_config('app.user', for_user::text, true),
        set_config('app.principals', with_principals, true), set_config('app.purpose', for_purpose, true),
        set_config('app.now', at_now, true);
    end $$;
  create function names_of(wanted uuid[]) returns table (id uuid, title text)
    language sql stable security definer set search_path = public, pg_temp as $$
      select r.id, r.title from record r
      where r.id = any (wanted) and r.kind in ('user', 'agency') and r.partnership_id = (select app_partnership())
    $$;
  create function find_credential(wanted text)
    returns table (user_id uuid, partnership_id uuid, hash text, demonstration boolean)
    language sql security definer set search_path = public, pg_temp as $$
      select c.user_id, c.partnership_id, c.hash, c.demonstration
      from credential c
      join record r on r.id = c.user_id and r.kind = 'user' and r.phase = 'active'
      where c.email = lower(wanted)
    $$;
  create function begin_session(new_hash bytea, for_user uuid, in_partnership uuid, hours integer)
    returns timestamptz language sql security definer set search_path = public, pg_temp as $$
      insert into session (id_hash, partnership_id, user_id, expires_at)
      values (new_hash, in_partnership, for_user, now() + make_interval(hours => hours)) returning expires_at
    $$;
  create function end_session(wanted bytea) returns void
    language sql security definer set search_path = public, pg_temp as $$
      update session set revoked_at = now() where id_hash = wanted and revoked_at is null
    $$;
  create function demonstration_users()
    returns table (email text, standing text)
    language sql security definer set search_path = public, pg_temp as $$
      select c.email, r.standing from credential c
      join record r on r.id = c.user_id and r.kind = 'user' and r.phase = 'active'
      where c.demonstration order by c.email
    $$;
  create function set_credential(for_user uuid, in_partnership uuid, new_email text, new_hash text, is_demonstration boolean)
    returns void language sql security definer set search_path = public, pg_temp as $$
      insert into credential (partnership_id, user_id, email, hash, demonstration)
      values (in_partnership, for_user, lower(new_email), new_hash, is_demonstration)
      on conflict (user_id) do update set email = excluded.email, hash = excluded.hash
    $$;
  create function find_by_term(wanted_kind text, wanted_terms text[], of_kind text)
    returns table (term text, record_id uuid)
    language sql security definer set search_path = public, pg_temp as $$
      select s.term, s.record_id from search_term s
      where s.partnership_id = (select app_partnership()) and s.kind = wanted_kind and s.term = any (wanted_terms)
        and s.record_kind = of_kind
        and exists (select 1 from case_reader r where r.record_id = s.record_id
          and r.principal = any ((select app_principals())::text[])
          and (r.until is null or r.until > (select app_now())) and r.class <> 'existence'
          and ${notWithout('r')})
    $$;

  grant create on schema public to mase_sessions, mase_search;
  alter function open_session(bytea) owner to mase_sessions;
  alter function names_of(uuid[]) owner to mase_sessions;
  alter function open_context(bytea, integer, uuid, uuid, text, text, text) owner to mase_sessions;
  alter function find_credential(text) owner to mase_sessions;
  alter function begin_session(bytea, uuid, uuid, integer) owner to mase_sessions;
  alter function end_session(bytea) owner to mase_sessions;
  alter function demonstration_users() owner to mase_sessions;
  alter function set_credential(uuid, uuid, text, text, boolean) owner to mase_sessions;
  alter function find_by_term(text, text[], text) owner to mase_search;
  revoke create on schema public from mase_sessions, mase_search;
  revoke all on function open_session(bytea), names_of(uuid[]), open_context(bytea, integer, uuid, uuid, text, text, text), find_credential(text), begin_session(bytea, uuid, uuid, integer),
    end_session(bytea), demonstration_users(), set_credential(uuid, uuid, text, text, boolean),
    find_by_term(text, text[], text) from public;
  grant execute on function open_session(bytea), names_of(uuid[]), open_context(bytea, integer, uuid, uuid, text, text, text), find_credential(text), begin_session(bytea, uuid, uuid, integer),
    end_session(bytea), demonstration_users(), find_by_term(text, text[], text) to mase_app;
  grant execute on function set_credential(uuid, uuid, text, text, boolean) to current_user;
`;

/** Takes the functions away again; policies and grants go with their tables. */
export const spineAccessDown = `
  drop function find_by_term(text, text[], text);
  drop function set_credential(uuid, uuid, text, text, boolean);
  drop function demonstration_users();
  drop function end_session(bytea);
  drop function begin_session(bytea, uuid, uuid, integer);
  drop function find_credential(text);
  drop function names_of(uuid[]);
  drop function open_context(bytea, integer, uuid, uuid, text, text, text);
  drop function open_session(bytea);
`;

/** Last of all, once no policy names them any more. */
export const contextDown = `
  drop function assert_count(bigint, bigint), app_partnership(), app_user(), app_principals(), app_purpose(), app_now();
  revoke usage on schema public from mase_app, mase_worker, mase_search, mase_sessions;
`;
