import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever comes for single items of a sitting is invited to each of them: an invitation is about the sitting, or about
 * one item with the time that was told and the change of the sitting that it told. Each reads his or her own.
 */
export class ItemInvitations1765200000000 implements MigrationInterface {
  name = 'ItemInvitations1765200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table invitation
        add column about_id uuid references record (id) on delete cascade,
        add column starts_at timestamptz,
        add column ends_at timestamptz,
        add column sitting_sequence integer;
      update invitation set about_id = sitting_id, sitting_sequence = sequence;
      alter table invitation
        alter column about_id set not null,
        alter column sitting_sequence set not null,
        drop constraint invitation_pkey,
        add primary key (sitting_id, user_id, about_id);
      grant select on invitation to mase_app;
      create policy invitation_app_select on invitation for select to mase_app
        using (partnership_id = (select app_partnership()) and user_id = (select app_user()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy invitation_app_select on invitation;
      revoke select on invitation from mase_app;
      delete from invitation where about_id <> sitting_id;
      alter table invitation
        drop constraint invitation_pkey,
        add primary key (sitting_id, user_id),
        drop column about_id, drop column starts_at, drop column ends_at, drop column sitting_sequence;
    `);
  }
}
