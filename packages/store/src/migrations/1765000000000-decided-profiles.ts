import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The profiles of an area that two people decided, in the order of their decisions: read by whoever gives a command, the
 * worker's clocks among them, through a function of the role `mase_matching`. A person is answered for his or her own area alone.
 */
export class DecidedProfiles1765000000000 implements MigrationInterface {
  name = 'DecidedProfiles1765000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy written_matching_profiles on written for select to mase_matching using (kind = 'profile-document');
      create function decided_profiles(of_partnership uuid) returns text[]
        language sql stable security definer set search_path = public, pg_temp as $$
          select coalesce(array_agg(w.body order by r.closed_at, r.id), '{}')
          from record r join written w on w.record_id = r.id and w.kind = 'profile-document'
          where r.partnership_id = of_partnership and r.kind = 'profileChange' and r.phase = 'decided'
            and of_partnership = coalesce((select app_partnership()), of_partnership)
        $$;
      grant create on schema public to mase_matching;
      alter function decided_profiles(uuid) owner to mase_matching;
      revoke create on schema public from mase_matching;
      revoke all on function decided_profiles(uuid) from public;
      grant execute on function decided_profiles(uuid) to mase_app, mase_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function decided_profiles(uuid);
      drop policy written_matching_profiles on written;
    `);
  }
}
