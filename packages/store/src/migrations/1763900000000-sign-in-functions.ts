const header = 'security definer set search_path = public, pg_temp';

// Somebody's own sessions, or anybody's for an administrator of the same partnership.
const ownOrAdministered = `s.partnership_id = (select app_partnership())
        and (s.user_id = (select app_user()) or 'role:administrator' = any ((select app_principals())::text[]))`;
const running = 's.revoked_at is null and s.expires_at > now() and s.seen_at > now() - s.idle';

/** What the api may ask of sessions and sign-ins. Each runs as mase_sessions; the api reads none of the tables. */
export const signInFunctions = `
  create or replace function open_session(wanted bytea)
    returns table (user_id uuid, partnership_id uuid, version integer, standing text, expires_at timestamptz)
    language plpgsql ${header} as $$
    begin
      return query
        select s.user_id, s.partnership_id, r.version, r.standing, s.expires_at
        from session s
        join record r on r.id = s.user_id and r.kind = 'user' and r.phase = 'active'
        where s.id_hash = wanted and ${running};
      if found then
        -- A long transaction of the same session must not make this one wait.
        update session s set seen_at = now() where s.id_hash = (
          select l.id_hash from session l where l.id_hash = wanted and l.seen_at < now() - interval '1 minute'
          for update skip locked);
      end if;
    end $$;
  create function open_ended_session(wanted bytea)
    returns table (user_id uuid, partnership_id uuid, version integer, standing text, expires_at timestamptz)
    language sql stable ${header} as $$
      select s.user_id, s.partnership_id, r.version, r.standing, s.expires_at
      from session s
      join record r on r.id = s.user_id and r.kind = 'user' and r.phase = 'active'
      where s.id_hash = wanted and (s.revoked_at is null or s.ended_why = 'roles-changed')
        and least(s.expires_at, s.seen_at + s.idle, s.revoked_at) > now() - interval '12 hours'
    $$;
  create function begin_session(new_hash bytea, for_user uuid, in_partnership uuid, lasts interval, until timestamptz,
      may_idle interval, how text, at_tenant text, as_subject text, with_provider_session text)
    returns timestamptz language sql ${header} as $$
      insert into session (id_hash, partnership_id, user_id, expires_at, idle, method, tenant, subject, provider_session)
      select new_hash, in_partnership, r.id, coalesce(until, now() + lasts), may_idle, how, at_tenant, as_subject,
        with_provider_session
      from record r where r.id = for_user and r.partnership_id = in_partnership and r.kind = 'user' and r.phase = 'active'
      returning expires_at
    $$;
  create function end_session(wanted bytea, why text)
    returns table (user_id uuid, partnership_id uuid, method text, tenant text)
    language sql ${header} as $$
      update session s set revoked_at = now(), ended_why = why where s.id_hash = wanted and s.revoked_at is null
      returning s.user_id, s.partnership_id, s.method, s.tenant
    $$;
  create function find_session(wanted bytea)
    returns table (id uuid, method text, tenant text, subject text, provider_session text, expires_at timestamptz)
    language sql stable ${header} as $$
      select s.id, s.method, s.tenant, s.subject, s.provider_session, s.expires_at from session s
      where s.id_hash = wanted and ${running}
    $$;
  create function sessions_of(wanted uuid, current bytea)
    returns table (id uuid, method text, tenant text, created_at timestamptz, seen_at timestamptz,
      expires_at timestamptz, is_current boolean)
    language sql stable ${header} as $$
      select s.id, s.method, s.tenant, s.created_at, s.seen_at, s.expires_at, s.id_hash = current
      from session s where s.user_id = wanted and ${running} and ${ownOrAdministered}
      order by s.seen_at desc, s.id
    $$;
  create function end_sessions_of(wanted uuid, one uuid, except_hash bytea, why text) returns integer
    language sql ${header} as $$
      with ended as (
        update session s set revoked_at = now(), ended_why = why
        where s.user_id = wanted and s.revoked_at is null and (one is null or s.id = one)
          and (except_hash is null or s.id_hash <> except_hash) and ${ownOrAdministered}
        returning 1)
      select count(*)::integer from ended
    $$;
  create function end_sessions_of_subject(at_tenant text, wanted_subject text, wanted_session text)
    returns table (user_id uuid, partnership_id uuid)
    language sql ${header} as $$
      with hit as (
        select o.id_hash, o.user_id from session o
        where o.tenant = at_tenant and o.revoked_at is null
          and (wanted_subject is null or o.subject = wanted_subject)
          and (wanted_session is null or o.provider_session = wanted_session)
          and (wanted_subject is not null or wanted_session is not null))
      update session s set revoked_at = now(), ended_why = 'signed-out-at-provider'
      where s.tenant = at_tenant and s.revoked_at is null
        and (s.id_hash in (select id_hash from hit)
          or (s.method = 'hand-over' and s.user_id in (select user_id from hit)))
      returning s.user_id, s.partnership_id
    $$;
  create function end_sessions_not_allowed(tenants text[], demonstration boolean) returns integer
    language sql ${header} as $$
      with ended as (
        update session s set revoked_at = now(), ended_why = 'way-in-closed'
        where s.revoked_at is null and s.expires_at > now()
          and ((s.tenant is not null and s.tenant <> all (tenants)) or (s.method = 'demonstration' and not demonstration))
        returning 1)
      select count(*)::integer from ended
    $$;

  create function take_try(wanted bytea, at_most integer, within interval) returns integer
    language sql ${header} as $$
      insert into sign_in_try as t (key, tries, since) values (wanted, 1, now())
      on conflict (key) do update set
        tries = case when t.since < now() - within then 1 else t.tries + 1 end,
        since = case when t.since < now() - within then now() else t.since end
      returning case when t.tries <= at_most then 0 else ceil(extract(epoch from t.since + within - now()))::integer end
    $$;
  create function give_try_back(wanted bytea, all_of_them boolean) returns void
    language sql ${header} as $$
      update sign_in_try set tries = case when all_of_them then 0 else greatest(tries - 1, 0) end where key = wanted
    $$;

  create function begin_sign_in_step(new_hash bytea, in_partnership uuid, of_kind text, by_browser bytea, at_tenant text,
      for_user uuid, then_to text, session_method text, session_until timestamptz, minutes integer)
    returns boolean language sql ${header} as $$
      with begun as (
        insert into sign_in_step (token_hash, partnership_id, kind, browser_hash, tenant, user_id, return_to, method, until,
          expires_at)
        values (new_hash, in_partnership, of_kind, by_browser, at_tenant, for_user, then_to, session_method, session_until,
          now() + make_interval(mins => minutes))
        on conflict (token_hash) do nothing returning 1)
      select count(*) = 1 from begun
    $$;
  create function find_sign_in_step(wanted bytea, of_kind text) returns setof sign_in_step
    language sql stable ${header} as $$
      select * from sign_in_step where token_hash = wanted and kind = of_kind and expires_at > now()
    $$;
  create function take_sign_in_step(wanted bytea, of_kind text) returns setof sign_in_step
    language sql ${header} as $$
      delete from sign_in_step where token_hash = wanted and kind = of_kind and expires_at > now() returning *
    $$;

  create function find_identity(in_partnership uuid, at_issuer text, wanted text)
    returns table (user_id uuid, phase text, standing text)
    language sql stable ${header} as $$
      select i.user_id, r.phase, r.standing from identity i join record r on r.id = i.user_id
      where i.partnership_id = in_partnership and i.issuer = at_issuer and i.subject = wanted
    $$;
  create function accounts_with_email(in_partnership uuid, wanted text, at_issuer text)
    returns table (user_id uuid, phase text, standing text, is_bound boolean)
    language sql stable ${header} as $$
      select r.id, r.phase, r.standing, exists (
        select 1 from identity i where i.partnership_id = in_partnership and i.issuer = at_issuer and i.user_id = r.id)
      from record r
      where r.partnership_id = in_partnership and r.kind = 'user' and r.reference = lower(wanted)
      limit 10
    $$;
  create function bind_identity(new_id uuid, in_partnership uuid, at_tenant text, at_issuer text, as_subject text,
      for_user uuid, by_user uuid)
    returns boolean language sql ${header} as $$
      with bound as (
        insert into identity (id, partnership_id, tenant, issuer, subject, user_id, bound_by)
        select new_id, in_partnership, at_tenant, at_issuer, as_subject, for_user, by_user
        from record r where r.id = for_user and r.partnership_id = in_partnership and r.kind = 'user' and r.phase = 'active'
        on conflict do nothing returning 1)
      select count(*) = 1 from bound
    $$;
  create function identities_of(wanted uuid) returns table (id uuid, tenant text, bound_at timestamptz)
    language sql stable ${header} as $$
      select s.id, s.tenant, s.bound_at from identity s where s.user_id = wanted and ${ownOrAdministered}
      order by s.bound_at
    $$;
  create function release_identity(wanted uuid, of_user uuid) returns boolean
    language sql ${header} as $$
      with released as (
        delete from identity s where s.id = wanted and s.user_id = of_user and ${ownOrAdministered}
          and s.user_id <> (select app_user()) returning 1)
      select count(*) = 1 from released
    $$;

  create function find_one_time_code(of_user uuid)
    returns table (salt bytea, confirmed boolean, recovery_left integer)
    language sql stable ${header} as $$
      select c.salt, c.confirmed_at is not null,
        (select count(*)::integer from recovery_code r where r.user_id = of_user and r.used_at is null)
      from one_time_code c where c.user_id = of_user
    $$;
  create function begin_one_time_code(of_user uuid, in_partnership uuid, new_salt bytea) returns boolean
    language sql ${header} as $$
      with begun as (
        insert into one_time_code as c (user_id, partnership_id, salt) values (of_user, in_partnership, new_salt)
        on conflict (user_id) do update set salt = excluded.salt where c.confirmed_at is null returning 1)
      select count(*) = 1 from begun
    $$;
  create function use_one_time_code(of_user uuid, under_salt bytea, at_step bigint) returns boolean
    language sql ${header} as $$
      with used as (
        update one_time_code set last_step = at_step, confirmed_at = coalesce(confirmed_at, now())
        where user_id = of_user and salt = under_salt and last_step < at_step returning 1)
      select count(*) = 1 from used
    $$;
  create function set_recovery_codes(of_user uuid, in_partnership uuid, hashes bytea[]) returns void
    language sql ${header} as $$
      delete from recovery_code where user_id = of_user;
      insert into recovery_code (user_id, partnership_id, hash) select of_user, in_partnership, unnest(hashes)
    $$;
  create function use_recovery_code(of_user uuid, wanted bytea) returns boolean
    language sql ${header} as $$
      with used as (
        update recovery_code set used_at = now() where user_id = of_user and hash = wanted and used_at is null returning 1)
      select count(*) = 1 from used
    $$;
  create function reset_one_time_code(of_user uuid) returns void
    language sql ${header} as $$
      delete from recovery_code where user_id = of_user;
      delete from one_time_code where user_id = of_user;
      delete from sign_in_step where user_id = of_user;
      update session set revoked_at = now(), ended_why = 'secret-changed'
      where user_id = of_user and method in ('password', 'hand-over') and revoked_at is null
    $$;
  create or replace function set_credential(for_user uuid, in_partnership uuid, new_email text, new_hash text,
      is_demonstration boolean)
    returns void language sql ${header} as $$
      insert into credential (partnership_id, user_id, email, hash, demonstration)
      values (in_partnership, for_user, lower(new_email), new_hash, is_demonstration)
      on conflict (user_id) do update set email = excluded.email, hash = excluded.hash;
      delete from sign_in_step where user_id = for_user;
      update session set revoked_at = now(), ended_why = 'secret-changed'
      where user_id = for_user and method in ('password', 'hand-over') and revoked_at is null
    $$;
  create function change_own_credential(new_hash text, keep bytea) returns boolean
    language sql ${header} as $$
      with changed as (
        update credential set hash = new_hash
        where user_id = (select app_user()) and partnership_id = (select app_partnership()) and not demonstration
        returning user_id),
      ended as (
        update session s set revoked_at = now(), ended_why = 'secret-changed'
        from changed c where s.user_id = c.user_id and s.revoked_at is null and s.id_hash <> keep)
      select count(*) = 1 from changed
    $$;
  create function every_partnership() returns setof uuid
    language sql stable ${header} as $$ select id from partnership $$;

  create function end_sessions_of_changed_user() returns trigger
    language plpgsql ${header} as $$
    begin
      update session set revoked_at = now(),
        ended_why = case when new.phase = 'active' then 'roles-changed' else 'access-ended' end
      where user_id = new.id and revoked_at is null;
      delete from sign_in_step where user_id = new.id;
      return null;
    end $$;
`;

/** Every function above that the api may call. */
export const forApi = [
  'open_session(bytea)',
  'open_ended_session(bytea)',
  'begin_session(bytea, uuid, uuid, interval, timestamptz, interval, text, text, text, text)',
  'end_session(bytea, text)',
  'find_session(bytea)',
  'sessions_of(uuid, bytea)',
  'end_sessions_of(uuid, uuid, bytea, text)',
  'end_sessions_of_subject(text, text, text)',
  'end_sessions_not_allowed(text[], boolean)',
  'take_try(bytea, integer, interval)',
  'give_try_back(bytea, boolean)',
  'begin_sign_in_step(bytea, uuid, text, bytea, text, uuid, text, text, timestamptz, integer)',
  'find_sign_in_step(bytea, text)',
  'take_sign_in_step(bytea, text)',
  'find_identity(uuid, text, text)',
  'accounts_with_email(uuid, text, text)',
  'bind_identity(uuid, uuid, text, text, text, uuid, uuid)',
  'identities_of(uuid)',
  'release_identity(uuid, uuid)',
  'find_one_time_code(uuid)',
  'begin_one_time_code(uuid, uuid, bytea)',
  'use_one_time_code(uuid, bytea, bigint)',
  'set_recovery_codes(uuid, uuid, bytea[])',
  'use_recovery_code(uuid, bytea)',
  'change_own_credential(text, bytea)',
  'every_partnership()',
] as const;

/** What only the owner's connection may call. */
export const forOwner = [
  'reset_one_time_code(uuid)',
  'set_credential(uuid, uuid, text, text, boolean)',
] as const;
