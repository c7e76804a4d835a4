import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['ledger_entry', 'ledger_node', 'ledger_checkpoint', 'ledger_head'];

/**
 * The ledger: which row of history or audit stands at which position of its partnership's tree, the roots of full
 * subtrees for proofs, the signed checkpoints, and how far the sealer has come. The role `mase_sealer` reads of
 * history and audit what it orders and seals, never a text; it can neither change nor delete what it has sealed.
 * A row whose text and salt were destroyed keeps its leaf and names the audit line that says so.
 */
export class Ledger1763950000000 implements MigrationInterface {
  name = 'Ledger1763950000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table history add column transaction_id xid8, add column disposal_id uuid references audit (id) on delete restrict,
        alter column entry drop not null, alter column salt drop not null,
        add constraint history_disposed check ((entry is null) = (salt is null) and (entry is null) = (disposal_id is not null));
      alter table history alter column transaction_id set default pg_current_xact_id();
      alter table audit add column transaction_id xid8, add column disposal_id uuid references audit (id) on delete restrict,
        alter column entry drop not null, alter column salt drop not null,
        add constraint audit_disposed check ((entry is null) = (salt is null) and (entry is null) = (disposal_id is not null));
      alter table audit alter column transaction_id set default pg_current_xact_id();
      create index history_by_transaction on history (transaction_id);
      create index audit_by_transaction on audit (transaction_id);

      create table ledger_entry (
        partnership_id uuid not null references partnership (id) on delete restrict,
        position bigint not null check (position >= 0),
        source text not null check (source in ('history', 'audit')),
        id uuid not null,
        version integer not null,
        leaf bytea not null check (octet_length(leaf) = 32),
        primary key (partnership_id, position),
        unique (id, version, source)
      );
      create table ledger_node (
        partnership_id uuid not null references partnership (id) on delete restrict,
        level integer not null check (level > 0),
        place bigint not null check (place >= 0),
        node bytea not null check (octet_length(node) = 32),
        primary key (partnership_id, level, place)
      );
      create table ledger_checkpoint (
        partnership_id uuid not null references partnership (id) on delete restrict,
        number bigint not null check (number > 0),
        size bigint not null,
        line text not null,
        primary key (partnership_id, number)
      );
      create table ledger_head (
        partnership_id uuid primary key references partnership (id) on delete restrict,
        size bigint not null,
        edge bytea not null,
        number bigint not null,
        digest text,
        seen pg_snapshot,
        seen_in text
      );

      ${tables.map((table) => `alter table ${table} enable row level security; alter table ${table} force row level security;`).join('\n')}
      grant usage on schema public to mase_sealer;
      grant select (id) on partnership to mase_sealer;
      grant select (partnership_id, record_id, version, at, leaf, transaction_id) on history to mase_sealer;
      grant select (partnership_id, id, at, leaf, transaction_id) on audit to mase_sealer;
      grant select, insert on ledger_entry, ledger_node, ledger_checkpoint to mase_sealer;
      grant select, insert, update on ledger_head to mase_sealer;
      create policy partnership_sealer_select on partnership for select to mase_sealer using (true);
      create policy history_sealer_select on history for select to mase_sealer using (true);
      create policy audit_sealer_select on audit for select to mase_sealer using (true);
      ${tables.map((table) => `create policy ${table}_sealer_all on ${table} for all to mase_sealer using (true) with check (true);`).join('\n')}
      ${tables.map((table) => `create policy ${table}_backup_select on ${table} for select to mase_backup using (true);`).join('\n')}
      grant select on ${tables.join(', ')}, migration_id_seq to mase_backup;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke select on migration_id_seq from mase_backup;
      drop table ${tables.join(', ')};
      drop policy history_sealer_select on history;
      drop policy audit_sealer_select on audit;
      drop policy partnership_sealer_select on partnership;
      revoke select (id) on partnership from mase_sealer;
      revoke select (partnership_id, record_id, version, at, leaf, transaction_id) on history from mase_sealer;
      revoke select (partnership_id, id, at, leaf, transaction_id) on audit from mase_sealer;
      revoke usage on schema public from mase_sealer;
      alter table history drop column transaction_id, drop column disposal_id, alter column entry set not null,
        alter column salt set not null;
      alter table audit drop column transaction_id, drop column disposal_id, alter column entry set not null,
        alter column salt set not null;
    `);
  }
}
