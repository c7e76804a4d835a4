import type { MigrationInterface, QueryRunner } from 'typeorm';
import { contextDown, spineAccess, spineAccessDown } from './1763800000000-spine-access.js';

/** The spine: records, history, what was written, clocks, readers, lists, outgoing work, audit, sessions, drafts. */
export class Spine1763800000000 implements MigrationInterface {
  name = 'Spine1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table partnership (
        id uuid primary key,
        name text not null,
        profile text not null,
        created_at timestamptz not null
      );

      create table record (
        partnership_id uuid not null references partnership (id) on delete restrict,
        id uuid primary key,
        kind text not null,
        version integer not null check (version > 0),
        state text not null,
        phase text not null,
        standing text not null check (octet_length(standing) <= 4096),
        at timestamptz not null,
        parent_id uuid,
        subject_id uuid,
        title text not null,
        reference text,
        grade text,
        owner_id uuid,
        team_id text,
        next_due timestamptz,
        next_step text,
        opened_at timestamptz,
        closed_at timestamptz,
        persons uuid[] not null,
        unique (partnership_id, id)
      );
      create index record_by_parent on record (parent_id, kind);
      create index record_by_subject on record (subject_id, kind) where subject_id is not null;
      create index record_by_kind on record (partnership_id, kind, phase, id);
      create index record_by_reference on record (partnership_id, reference) where reference is not null;

      create table history (
        partnership_id uuid not null,
        record_id uuid not null,
        version integer not null,
        kind text not null,
        command_id uuid not null,
        command text not null,
        actor_id uuid,
        happened timestamptz not null,
        at timestamptz not null,
        entry text not null,
        salt bytea not null check (octet_length(salt) = 32),
        leaf bytea not null check (octet_length(leaf) = 32),
        primary key (record_id, version),
        foreign key (partnership_id, record_id) references record (partnership_id, id) on delete restrict
          deferrable initially deferred
      );
      create index history_by_command on history (command_id);

      create table written (
        partnership_id uuid not null,
        id uuid primary key,
        record_id uuid not null,
        kind text not null,
        class text not null,
        version integer not null,
        replaces uuid,
        author_id uuid,
        happened timestamptz not null,
        at timestamptz not null,
        body text not null,
        foreign key (partnership_id, record_id) references record (partnership_id, id) on delete restrict
          deferrable initially deferred
      );
      create index written_by_record on written (record_id, at desc);

      create table clock (
        partnership_id uuid not null,
        id uuid primary key,
        record_id uuid not null,
        rule text not null,
        start_at timestamptz not null,
        due timestamptz not null,
        started_by uuid not null,
        ended timestamptz,
        how text,
        reason text,
        ended_by uuid,
        foreign key (partnership_id, record_id) references record (partnership_id, id) on delete restrict
          deferrable initially deferred
      );
      create index clock_by_record on clock (record_id);
      create index clock_running on clock (due) where ended is null;

      create table case_reader (
        partnership_id uuid not null,
        record_id uuid not null,
        principal text not null,
        class text not null,
        until timestamptz,
        without uuid[],
        primary key (record_id, principal, class)
      );

      create table queue_row (
        partnership_id uuid not null,
        principal text not null,
        due timestamptz not null,
        record_id uuid not null,
        step text not null,
        without uuid[],
        primary key (record_id, principal)
      );
      create index queue_row_by_principal on queue_row (principal, due, record_id);

      create table outbox (
        partnership_id uuid not null,
        id uuid primary key,
        kind text not null,
        principal text not null,
        record_id uuid not null,
        at timestamptz not null
      );
      create table outbox_processed (
        partnership_id uuid not null,
        id uuid primary key,
        at timestamptz not null default now()
      );
      create table message (
        partnership_id uuid not null,
        id uuid primary key,
        principal text not null,
        kind text not null,
        record_id uuid not null,
        at timestamptz not null
      );
      create index message_by_principal on message (principal, at desc);

      create table audit (
        partnership_id uuid not null,
        id uuid primary key,
        at timestamptz not null,
        user_id uuid,
        action text not null,
        record_id uuid,
        entry text not null,
        salt bytea not null check (octet_length(salt) = 32),
        leaf bytea not null check (octet_length(leaf) = 32)
      );
      create index audit_by_user on audit (partnership_id, user_id, at);
      create table audit_subject (
        partnership_id uuid not null,
        person_id uuid not null,
        audit_id uuid not null references audit (id) on delete restrict,
        primary key (person_id, audit_id)
      );

      create table search_term (
        partnership_id uuid not null,
        kind text not null,
        term text not null,
        record_kind text not null,
        record_id uuid not null,
        primary key (record_id, kind, term)
      );
      create index search_term_by_term on search_term (partnership_id, kind, term);

      create table idempotency_key (
        partnership_id uuid not null,
        user_id uuid not null,
        key text not null,
        digest text not null,
        command_id uuid not null,
        record_id uuid not null,
        kind text not null,
        version integer not null,
        state text not null,
        status integer not null,
        at timestamptz not null default now(),
        primary key (user_id, key)
      );

      create table credential (
        partnership_id uuid not null,
        user_id uuid primary key,
        email text not null,
        hash text not null,
        demonstration boolean not null
      );
      create index credential_by_email on credential (email);
      create table session (
        id_hash bytea primary key,
        partnership_id uuid not null,
        user_id uuid not null,
        created_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      create index session_by_user on session (user_id);

      create table draft (
        partnership_id uuid not null,
        user_id uuid not null,
        form text not null,
        record text not null,
        body text not null check (octet_length(body) <= 262144),
        saved_at timestamptz not null,
        primary key (user_id, form, record)
      );

      create table pack (
        partnership_id uuid not null,
        id uuid primary key,
        sitting_id uuid not null,
        recipient_id uuid not null,
        copy_number integer not null,
        version integer not null,
        digest text not null,
        issued_at timestamptz not null,
        issued_by uuid not null,
        unique (sitting_id, copy_number)
      );
    `);
    await runner.query(spineAccess);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(spineAccessDown);
    await runner.query(`
      drop table pack, draft, session, credential, idempotency_key, search_term, audit_subject, audit, message,
        outbox_processed, outbox, queue_row, case_reader, clock, written, history, record, partnership;
    `);
    await runner.query(contextDown);
  }
}
