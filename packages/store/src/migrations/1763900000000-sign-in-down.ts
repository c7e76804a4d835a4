const header = 'security definer set search_path = public, pg_temp';

/** The functions of sessions as they were before sign-in through a provider. */
export const sessionFunctionsBefore = `
  create or replace function open_session(wanted bytea)
    returns table (user_id uuid, partnership_id uuid, version integer, standing text, expires_at timestamptz)
    language plpgsql ${header} as $$
    begin
      return query
        select s.user_id, s.partnership_id, r.version, r.standing, s.expires_at
        from session s
        join record r on r.id = s.user_id and r.kind = 'user' and r.phase = 'active'
        where s.id_hash = wanted and s.revoked_at is null and s.expires_at > now()
          and s.seen_at > now() - interval '60 minutes';
      if found then
        update session s set seen_at = now() where s.id_hash = (
          select l.id_hash from session l where l.id_hash = wanted and l.seen_at < now() - interval '1 minute'
          for update skip locked);
      end if;
    end $$;
  create function begin_session(new_hash bytea, for_user uuid, in_partnership uuid, hours integer)
    returns timestamptz language sql ${header} as $$
      insert into session (id_hash, partnership_id, user_id, expires_at)
      values (new_hash, in_partnership, for_user, now() + make_interval(hours => hours)) returning expires_at
    $$;
  create function end_session(wanted bytea) returns void
    language sql ${header} as $$
      update session set revoked_at = now() where id_hash = wanted and revoked_at is null
    $$;
  create or replace function set_credential(for_user uuid, in_partnership uuid, new_email text, new_hash text,
      is_demonstration boolean)
    returns void language sql ${header} as $$
      insert into credential (partnership_id, user_id, email, hash, demonstration)
      values (in_partnership, for_user, lower(new_email), new_hash, is_demonstration)
      on conflict (user_id) do update set email = excluded.email, hash = excluded.hash
    $$;
`;
