import type { MigrationInterface, QueryRunner } from 'typeorm';
import { beginDisposal, clearDisposed } from './1763990000000-disposal-functions.js';

const reaching = `
  create function begin_disposal(wanted uuid, seen_holds uuid[], child_goes boolean)
      returns table (kind text, records bigint)
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
    declare
      target public.record%rowtype;
      child uuid;
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
      if target.kind = 'child' then
        child := target.id;
      elsif child_goes and not exists (select 1 from record c where c.parent_id = target.parent_id
          and c.kind = 'childCase' and c.id <> target.id) then
        child := target.parent_id;
        found := found || records_below(array[child]);
      end if;
      if target.kind = 'child' and exists (select 1 from record c where c.parent_id = child and c.kind = 'childCase') then
        raise exception 'the child has a case' using errcode = '42501';
      end if;
      if child is not null then
        found := found || records_below(array(select r.id from record r where r.partnership_id = target.partnership_id
          and child = any (r.persons) and not exists (select 1 from unnest(r.persons) p join record o on o.id = p
            where p <> child and o.phase <> 'disposed')));
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
  create function clear_disposed(wanted uuid) returns table (name text, lines bigint)
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
        and (exists (select 1 from unnest(gone) g where position(g::text in l.line) > 0)
          or exists (select 1 from audit_subject s where s.audit_id = l.audit_id and s.person_id = any (gone)));
      get diagnostics n = row_count;
      return query select 'looking_review', n;
    end $$;
`;

const given = (functions: string, signatures: readonly string[]) => `
  ${functions}
  grant create on schema public to mase_disposals;
  ${signatures.map((one) => `alter function ${one} owner to mase_disposals;`).join('\n  ')}
  revoke create on schema public from mase_disposals;
  revoke all on function ${signatures.join(', ')} from public;
  grant execute on function ${signatures.join(', ')} to mase_app;
`;

const before = ['begin_disposal(uuid, uuid[])', 'clear_disposed(uuid)'];
const after = ['begin_disposal(uuid, uuid[], boolean)', 'clear_disposed(uuid)'];

/**
 * A disposal reaches whatever is about the child alone, under whatever it hangs: the records of an opening in an
 * emergency, and what was decided about looks, whose keys name a surname. Whether the child goes with the case is said
 * by who carries it out, and only the last case takes the child.
 */
export class DisposalReach1764300000000 implements MigrationInterface {
  name = 'DisposalReach1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${before.join(', ')}; ${given(reaching, after)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function ${after.join(', ')}; ${given(`${beginDisposal} ${clearDisposed}`, before)}`,
    );
  }
}
