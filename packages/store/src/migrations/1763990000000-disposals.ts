import type { MigrationInterface, QueryRunner } from 'typeorm';
import { disposalFunctions } from './1763990000000-disposal-functions.js';

const functions = [
  'records_below(uuid[])',
  'may_dispose(uuid)',
  'begin_disposal(uuid, uuid[])',
  'clear_disposed(uuid)',
  'disposed_leaves(uuid)',
  'empty_disposed(uuid, uuid, text[], uuid[], integer[])',
  'finish_disposal(uuid)',
];
const deleted = [
  'written',
  'clock',
  'case_reader',
  'queue_row',
  'outbox',
  'message',
  'search_term',
  'draft',
  'pack',
  'idempotency_key',
  'looking_review',
  'audit_subject',
];
const overseers = `(select app_principals())::text[] && array['role:information-governance', 'role:caldicott-guardian', 'role:auditor']`;

/**
 * Disposal: functions of the role `mase_disposals` destroy what is held of a record, and nobody else may delete or empty
 * anything. Each asks again whether two people have decided and the wait is over. Of the records themselves a line
 * without content stays, so that their leaves keep their place. `disposal_record` says which; the certificate is kept
 * word for word.
 */
export class Disposals1763990000000 implements MigrationInterface {
  name = 'Disposals1763990000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table disposal_record (
        partnership_id uuid not null references partnership (id) on delete restrict,
        disposal_id uuid not null,
        record_id uuid primary key,
        kind text not null,
        foreign key (partnership_id, disposal_id) references record (partnership_id, id) on delete restrict,
        foreign key (partnership_id, record_id) references record (partnership_id, id) on delete restrict
      );
      create index disposal_record_by_disposal on disposal_record (disposal_id);
      create table disposal_certificate (
        partnership_id uuid not null references partnership (id) on delete restrict,
        disposal_id uuid primary key,
        at timestamptz not null,
        body text not null,
        digest text not null,
        foreign key (partnership_id, disposal_id) references record (partnership_id, id) on delete restrict
      );
      create index record_by_closing on record (partnership_id, closed_at, id) where kind = 'childCase' and closed_at is not null;
      ${['disposal_record', 'disposal_certificate']
        .map(
          (
            table,
          ) => `alter table ${table} enable row level security; alter table ${table} force row level security;
      create policy ${table}_app_select on ${table} for select to mase_app
        using (partnership_id = (select app_partnership()) and ${overseers});
      create policy ${table}_backup_select on ${table} for select to mase_backup using (true);
      grant select on ${table} to mase_app, mase_backup;`,
        )
        .join('\n')}
      grant insert on disposal_certificate to mase_app;
      create policy disposal_certificate_app_insert on disposal_certificate for insert to mase_app
        with check (partnership_id = (select app_partnership()) and (select app_purpose()) = 'change' and ${overseers});

      grant usage on schema public to mase_disposals;
      grant select, update on record, history, audit to mase_disposals;
      grant select, insert on disposal_record to mase_disposals;
      grant select, delete on ${deleted.join(', ')} to mase_disposals;
      ${[...deleted, 'record', 'history', 'audit', 'disposal_record']
        .map(
          (table) =>
            `create policy ${table}_disposals_all on ${table} for all to mase_disposals using (true) with check (true);`,
        )
        .join('\n')}
      ${disposalFunctions}
      grant create on schema public to mase_disposals;
      ${functions.map((one) => `alter function ${one} owner to mase_disposals;`).join('\n')}
      revoke create on schema public from mase_disposals;
      revoke all on function ${functions.join(', ')}, hold_waits_for_disposals() from public;
      grant execute on function ${functions.slice(2).join(', ')} to mase_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger hold_placed on record;
      drop function hold_waits_for_disposals(), ${[...functions].reverse().join(', ')};
      drop table disposal_certificate, disposal_record;
      ${[...deleted, 'record', 'history', 'audit'].map((table) => `drop policy ${table}_disposals_all on ${table};`).join('\n')}
      revoke all on ${[...deleted, 'record', 'history', 'audit'].join(', ')} from mase_disposals;
      revoke usage on schema public from mase_disposals;
      drop index record_by_closing;
    `);
  }
}
