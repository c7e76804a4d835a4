import type { MigrationInterface, QueryRunner } from 'typeorm';

const header = 'security definer set search_path = public, pg_temp';
const sessionBody = (version: string) => `
  create or replace function open_session(wanted bytea)
    returns table (user_id uuid, partnership_id uuid, version integer, standing text, expires_at timestamptz)
    language plpgsql ${header} as $$
    begin
      return query
        select s.user_id, s.partnership_id, ${version}, r.standing, s.expires_at
        from session s
        join record r on r.id = s.user_id and r.kind = 'user' and r.phase = 'active'
        where s.id_hash = wanted and s.revoked_at is null and s.expires_at > now() and s.seen_at > now() - s.idle;
      if found then
        -- A long transaction of the same session must not make this one wait.
        update session s set seen_at = now() where s.id_hash = (
          select l.id_hash from session l where l.id_hash = wanted and l.seen_at < now() - interval '1 minute'
          for update skip locked);
      end if;
    end $$;`;

/**
 * Who stands in for whom follows from absences, delegations, rotas and those who have left. `posts_stamp` counts their
 * changes in a partnership, and the version of a session includes it: what is held of a session is asked for anew at
 * the next request after any of them, without a statement more.
 */
export class StandingIn1763980000000 implements MigrationInterface {
  name = 'StandingIn1763980000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table posts_stamp (
        partnership_id uuid primary key references partnership (id) on delete restrict,
        version integer not null
      );
      alter table posts_stamp enable row level security;
      alter table posts_stamp force row level security;
      create policy posts_stamp_sessions_all on posts_stamp for all to mase_sessions using (true) with check (true);
      create policy posts_stamp_backup_select on posts_stamp for select to mase_backup using (true);
      grant select, insert, update on posts_stamp to mase_sessions;
      grant select on posts_stamp to mase_backup;
      create policy record_sessions_posts on record for select to mase_sessions
        using (kind in ('dutyRota', 'breakGlass'));
      create policy queue_row_sessions_select on queue_row for select to mase_sessions using (true);
      grant select on queue_row to mase_sessions;
      create index record_covered on record (partnership_id) where kind = 'user' and grade = 'covered';

      ${sessionBody(`r.version + coalesce((select p.version from posts_stamp p
          where p.partnership_id = s.partnership_id), 0)`)}
      create function cover_of(in_partnership uuid, of_user uuid, at_instant timestamptz) returns text
        language sql stable ${header} as $$
          select json_agg(json_build_object('kind', c.kind, 'id', c.id, 'standing', c.standing))::text from (
            select r.kind, r.id, r.standing from record r
              where r.partnership_id = in_partnership and r.kind = 'user' and r.grade = 'covered' and r.phase = 'active'
            union all select r.kind, r.id, r.standing from record r
              where r.partnership_id = in_partnership and r.kind = 'user' and r.phase = 'ended'
                and (r.closed_at > at_instant - interval '400 days'
                  or exists (select 1 from queue_row q where q.principal = 'user:' || r.id::text))
            union all select r.kind, r.id, r.standing from record r
              where r.partnership_id = in_partnership and r.kind = 'dutyRota' and r.phase = 'kept'
            union all select r.kind, r.id, r.standing from record r
              where r.partnership_id = in_partnership and r.kind = 'breakGlass' and r.owner_id = of_user
                and r.phase in ('awaitingReview', 'reviewed') and r.closed_at > at_instant) c
        $$;
      create function stamp_posts() returns trigger language plpgsql ${header} as $$
        begin
          insert into posts_stamp as s (partnership_id, version) values (new.partnership_id, 1)
            on conflict (partnership_id) do update set version = s.version + 1;
          return null;
        end $$;
      grant create on schema public to mase_sessions;
      alter function cover_of(uuid, uuid, timestamptz) owner to mase_sessions;
      alter function stamp_posts() owner to mase_sessions;
      revoke create on schema public from mase_sessions;
      revoke all on function cover_of(uuid, uuid, timestamptz), stamp_posts() from public;
      grant execute on function cover_of(uuid, uuid, timestamptz) to mase_app;
      create trigger posts_changed after update on record for each row
        when (new.kind = 'user' and (new.phase <> old.phase
          or new.standing::json ->> 'absences' is distinct from old.standing::json ->> 'absences'
          or new.standing::json ->> 'delegations' is distinct from old.standing::json ->> 'delegations'))
        execute function stamp_posts();
      create trigger rota_changed after update on record for each row
        when (new.kind in ('dutyRota', 'breakGlass')) execute function stamp_posts();
      create trigger glass_broken after insert on record for each row
        when (new.kind = 'breakGlass') execute function stamp_posts();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger glass_broken on record;
      drop trigger rota_changed on record;
      drop trigger posts_changed on record;
      drop function stamp_posts(), cover_of(uuid, uuid, timestamptz);
      grant create on schema public to mase_sessions;
      ${sessionBody('r.version')}
      revoke create on schema public from mase_sessions;
      drop index record_covered;
      revoke select on queue_row from mase_sessions;
      drop policy queue_row_sessions_select on queue_row;
      drop policy record_sessions_posts on record;
      drop table posts_stamp;
    `);
  }
}
