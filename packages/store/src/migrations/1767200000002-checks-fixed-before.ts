import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a closing or a sitting writes that may fix a check, and what comes after it that overtakes the check. */
const fixing = `'panel-decision', 'closure-proposal'`;
const overtaking = `${fixing}, 'next-check'`;
const overtakingOpen = `'listing', 'chairs-action', 'relisting', 'removal'`;

const standing = (path: string) => `r.standing::json #>> '{${path}}'`;
const decided = `w.body::json ->> 'decision'`;

/** Whether a record stands as what was written left it: closed by it, or off the panel’s list. */
const standsSo = `case
    when r.kind = 'childCase' and r.phase = 'closed' then (w.kind = 'closure-proposal' or ${decided} = 'close')
      and ${standing('closed,reason')} in ('not-found', 'reduced-and-sustained', 'moved', 'turned-18')
      and ${standing('closure,reason')} = ${standing('closed,reason')}
    when r.kind = 'childCase' then w.kind = 'panel-decision' and ${decided} in ('remove', 'step-down')
      and ${standing('lastDecision,decision')} in ('remove', 'step-down')
      and ${standing('listing')} is null and r.state like '%"panel":"notListed"%'
    else r.phase = 'closed' and w.kind = 'panel-decision' and ${decided} = 'remove'
      and ${standing('closed,reason')} not in ('deceased', 'ceased', 'mistaken', 'unfounded') end`;

/**
 * Checks that a removal, a step down or a closing fixed before each had a clock, whose day is still to come, on records that
 * stand so: nobody is reminded of them, and nobody can record them. Found by a function of the role `mase_matching` that the
 * worker runs when it starts; a clock that it starts, or a check that was made, takes the record out of it.
 */
export class ChecksFixedBefore1767200000002 implements MigrationInterface {
  name = 'ChecksFixedBefore1767200000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy written_matching_checks on written for select to mase_matching
        using (kind in (${overtaking}, ${overtakingOpen}));
      create function checks_fixed_before(at_most integer)
        returns table (partnership_id uuid, record_id uuid, kind text, next_check text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select w.partnership_id, w.record_id, r.kind, left(w.body::json ->> 'nextCheck', 10)
          from written w join record r on r.id = w.record_id
          where w.kind in (${fixing}) and r.kind in ('childCase', 'personCase', 'locationCase') and r.phase <> 'disposed'
            and w.body::json ->> 'nextCheck' > to_char(now() at time zone 'Europe/London', 'YYYY-MM-DD')
            and ${standsSo}
            and not exists (select 1 from json_array_elements(r.standing::json -> 'clocks') c where c ->> 'rule' = 'next-check')
            and not exists (select 1 from withdrawn_row n where n.written_id = w.id)
            and not exists (select 1 from written n where n.record_id = w.record_id and n.replaces = w.id)
            and not exists (select 1 from written n where n.record_id = w.record_id and (n.at, n.id) > (w.at, w.id)
              and (n.kind in (${overtaking}) or (r.phase <> 'closed' or r.kind <> 'childCase') and n.kind in (${overtakingOpen}))
              and not exists (select 1 from withdrawn_row g where g.written_id = n.id))
          order by w.at, w.record_id limit at_most
        $$;
      grant create on schema public to mase_matching;
      alter function checks_fixed_before(integer) owner to mase_matching;
      revoke create on schema public from mase_matching;
      revoke all on function checks_fixed_before(integer) from public;
      grant execute on function checks_fixed_before(integer) to mase_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function checks_fixed_before(integer);
      drop policy written_matching_checks on written;
    `);
  }
}
