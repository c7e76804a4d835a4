/** Whether a record is left of a person or of what a line is about, after this disposal. */
const isLeft = (
  ids: string,
) => `exists (select 1 from record r where r.id = any (${ids}) and r.phase <> 'disposed'
          and not exists (select 1 from disposal_record d where d.record_id = r.id))`;
const persons = (line: string) =>
  `array(select p::uuid from json_array_elements_text(${line}.entry::json -> 'persons') p)`;

/** The first form of what finds all that goes; migration 1764300000000 makes another in its place. */
export const beginDisposal = `create function begin_disposal(wanted uuid, seen_holds uuid[]) returns table (kind text, records bigint)
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
    declare
      target public.record%rowtype;
      found uuid[];
      sittings uuid[];
    begin
      if not may_dispose(wanted) then raise exception 'not to be disposed of' using errcode = '42501'; end if;
      select r.* into target from record r join record d on d.subject_id = r.id
        where d.id = wanted and r.partnership_id = d.partnership_id;
      perform pg_advisory_xact_lock(hashtextextended('mase holds ' || target.partnership_id, 0));
      if exists (select 1 from record h where h.partnership_id = target.partnership_id and h.kind = 'legalHold'
          and h.phase = 'inForce' and not h.id = any (seen_holds)) then
        raise exception 'a hold was placed meanwhile' using errcode = '40001';
      end if;
      found := records_below(array[target.id]) || array(select p.id from record p where p.kind = 'referralProposal'
        and p.parent_id = target.parent_id and p.standing::json #>> '{decided,caseId}' = target.id::text);
      if target.kind = 'childCase' and not exists (select 1 from record c where c.parent_id = target.parent_id
          and c.kind = 'childCase' and not c.id = any (found)) then
        found := found || records_below(array[target.parent_id]);
      end if;
      sittings := array(select s.id from record s where s.kind = 'sitting' and s.phase in ('minutesAgreed', 'cancelled')
        and s.id in (select i.parent_id from record i where i.id = any (found) and i.kind = 'agendaItem')
        and not exists (select 1 from record i where i.parent_id = s.id and i.kind = 'agendaItem' and not i.id = any (found)));
      perform 1 from record r where r.id = any (found || sittings) order by r.kind, r.id for update;
      insert into disposal_record (partnership_id, disposal_id, record_id, kind)
        select r.partnership_id, wanted, r.id, r.kind from record r where r.id = any (found || sittings)
          and r.id <> wanted and r.phase <> 'disposed' and not (r.kind = 'disposal' and r.phase = 'carriedOut');
      return query select d.kind, count(*) from disposal_record d where d.disposal_id = wanted group by 1 order by 1;
    end $$;
`;

/** The first form of what clears the tables beside the records; migration 1764300000000 makes another in its place. */
export const clearDisposed = `create function clear_disposed(wanted uuid) returns table (name text, lines bigint)
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
    declare
      gone uuid[];
      one text;
      n bigint;
    begin
      if not may_dispose(wanted) then raise exception 'not to be disposed of' using errcode = '42501'; end if;
      gone := array(select d.record_id from disposal_record d where d.disposal_id = wanted);
      foreach one in array array['written', 'clock', 'case_reader', 'queue_row', 'outbox', 'message', 'search_term', 'idempotency_key'] loop
        execute format('delete from %I where record_id = any ($1)', one) using gone;
        get diagnostics n = row_count;
        return query select one, n;
      end loop;
      delete from draft d where d.partnership_id = (select app_partnership()) and exists (
        select 1 from unnest(gone) g where position(g::text in d.record) > 0 or position(g::text in d.body) > 0);
      get diagnostics n = row_count;
      return query select 'draft', n;
      delete from pack p where p.sitting_id = any (gone);
      get diagnostics n = row_count;
      return query select 'pack', n;
      delete from looking_review l where l.partnership_id = (select app_partnership())
        and exists (select 1 from unnest(gone) g where position(g::text in l.line) > 0);
      get diagnostics n = row_count;
      return query select 'looking_review', n;
    end $$;
`;

/** The functions of disposal, in SQL; migration 1763990000000 makes them. */
export const disposalFunctions = `
  create function hold_waits_for_disposals() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock_shared(hashtextextended('mase holds ' || new.partnership_id, 0));
      return new;
    end $$;
  create trigger hold_placed before insert on record for each row when (new.kind = 'legalHold')
    execute function hold_waits_for_disposals();

  create function records_below(roots uuid[]) returns uuid[]
    language sql stable security definer set search_path = public, pg_temp as $$
      with recursive below as (
        select r.id from record r where r.id = any (roots)
        union
        select r.id from below b join record r on r.parent_id = b.id or r.subject_id = b.id
      ) select array_agg(id) from below
    $$;

  create function may_dispose(wanted uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
      select (select app_purpose()) = 'change'
        and (select app_principals())::text[] && array['role:information-governance', 'role:caldicott-guardian']
        and exists (select 1 from record d where d.id = wanted and d.kind = 'disposal' and d.phase = 'approved'
          and d.partnership_id = (select app_partnership())
          and (d.standing::json #>> '{proposed,by}') <> (d.standing::json #>> '{approved,by}')
          and (d.standing::json ->> 'notBefore')::timestamptz <= (select app_now()))
    $$;

  ${beginDisposal}
  ${clearDisposed}
  create function disposed_leaves(wanted uuid) returns table (source text, id uuid, version integer, leaf bytea)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
    begin
      if not may_dispose(wanted) then raise exception 'not to be disposed of' using errcode = '42501'; end if;
      return query
        select 'history', h.record_id, h.version, h.leaf from history h join disposal_record d on d.record_id = h.record_id
          where d.disposal_id = wanted and h.entry is not null
        union all
        select 'audit', a.id, 0, a.leaf from audit a
          where a.partnership_id = (select app_partnership()) and a.entry is not null and a.action not like 'disposals/%'
            and a.id in (
              select s.audit_id from audit_subject s join disposal_record d on d.record_id = s.person_id where d.disposal_id = wanted
              union all
              select l.id from audit l join disposal_record d on d.record_id = l.record_id
                where d.disposal_id = wanted and l.entry like '%"persons":[]%')
            and not ${isLeft(persons('a'))}
            and (a.record_id is null or not ${isLeft('array[a.record_id]')})
        order by 1, 2, 3;
    end $$;

  create function empty_disposed(wanted uuid, line uuid, sources text[], ids uuid[], versions integer[]) returns bigint
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
    declare
      emptied bigint;
      more bigint;
    begin
      if not may_dispose(wanted) then raise exception 'not to be disposed of' using errcode = '42501'; end if;
      if not exists (select 1 from audit a where a.id = line and a.record_id = wanted and a.action = 'disposals/carry-out') then
        raise exception 'no line says that this was disposed of' using errcode = '42501';
      end if;
      update history h set entry = null, salt = null, disposal_id = line
        from unnest(sources, ids, versions) x(source, id, version), disposal_record d
        where x.source = 'history' and h.record_id = x.id and h.version = x.version
          and d.record_id = h.record_id and d.disposal_id = wanted;
      get diagnostics emptied = row_count;
      delete from audit_subject s using (
          select a.id, unnest(${persons('a')}) as person
          from audit a join unnest(sources, ids) x(source, id) on x.source = 'audit' and x.id = a.id
          where not ${isLeft(persons('a'))}) y
        where s.person_id = y.person and s.audit_id = y.id;
      update audit a set entry = null, salt = null, disposal_id = line
        from unnest(sources, ids) x(source, id)
        where x.source = 'audit' and a.id = x.id and a.action not like 'disposals/%' and not ${isLeft(persons('a'))}
          and (a.record_id is null or not ${isLeft('array[a.record_id]')});
      get diagnostics more = row_count;
      return emptied + more;
    end $$;

  create function finish_disposal(wanted uuid) returns void
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
    begin
      if not may_dispose(wanted) then raise exception 'not to be disposed of' using errcode = '42501'; end if;
      if exists (select 1 from disposed_leaves(wanted)) then raise exception 'something of it is left'; end if;
      update record r set state = '"disposed"', phase = 'disposed', standing = '{"clocks":[]}', title = '', reference = null,
          grade = null, owner_id = null, team_id = null, next_due = null, next_step = null, opened_at = null,
          closed_at = null, persons = '{}', parent_id = null, subject_id = null
        from disposal_record d where d.record_id = r.id and d.disposal_id = wanted;
    end $$;
`;
