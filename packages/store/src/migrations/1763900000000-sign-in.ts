import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sessionFunctionsBefore } from './1763900000000-sign-in-down.js';
import { forApi, forOwner, signInFunctions } from './1763900000000-sign-in-functions.js';

const tables = ['identity', 'sign_in_step', 'sign_in_try', 'one_time_code', 'recovery_code'];
const kept = forApi.filter((one) => !one.startsWith('open_session('));
const before = ['begin_session(bytea, uuid, uuid, integer)', 'end_session(bytea)'];
const owned = (functions: readonly string[], role: string) =>
  functions.map((one) => `alter function ${one} owner to ${role};`).join('\n');

/**
 * Sign-in through identity providers, one-time codes, tries that are counted, and sessions that know how they began.
 * A session ends in the statement that changes its person's roles or ends the access.
 */
export class SignIn1763900000000 implements MigrationInterface {
  name = 'SignIn1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session
        add column id uuid not null default gen_random_uuid(),
        add column idle interval not null default '60 minutes',
        add column method text not null default 'password',
        add column tenant text,
        add column subject text,
        add column provider_session text,
        add column ended_why text;
      create index session_by_subject on session (tenant, subject) where tenant is not null;

      create table identity (
        partnership_id uuid not null,
        id uuid primary key,
        tenant text not null,
        issuer text not null,
        subject text not null,
        user_id uuid not null,
        bound_at timestamptz not null default now(),
        bound_by uuid,
        unique (partnership_id, issuer, subject),
        unique (partnership_id, issuer, user_id),
        foreign key (partnership_id, user_id) references record (partnership_id, id) on delete restrict
      );
      create index identity_by_user on identity (user_id);

      create table sign_in_step (
        token_hash bytea primary key,
        partnership_id uuid not null,
        kind text not null check (kind in ('provider', 'code', 'hand-over', 'sign-out')),
        browser_hash bytea,
        tenant text,
        user_id uuid,
        return_to text,
        method text,
        until timestamptz,
        expires_at timestamptz not null
      );
      create index sign_in_step_by_user on sign_in_step (user_id) where user_id is not null;

      create table sign_in_try (
        key bytea primary key,
        tries integer not null,
        since timestamptz not null
      );

      create table one_time_code (
        partnership_id uuid not null,
        user_id uuid primary key,
        salt bytea not null check (octet_length(salt) = 32),
        confirmed_at timestamptz,
        last_step bigint not null default 0,
        foreign key (partnership_id, user_id) references record (partnership_id, id) on delete restrict
      );
      create table recovery_code (
        partnership_id uuid not null,
        user_id uuid not null,
        hash bytea not null,
        used_at timestamptz,
        primary key (user_id, hash),
        foreign key (partnership_id, user_id) references record (partnership_id, id) on delete restrict
      );

      ${tables
        .map(
          (table) => `
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy ${table}_sessions_all on ${table} for all to mase_sessions using (true) with check (true);
        create policy ${table}_backup_select on ${table} for select to mase_backup using (true);
        grant select, insert, update, delete on ${table} to mase_sessions;
        grant select on ${table} to mase_backup;`,
        )
        .join('')}
      create policy sign_in_step_worker_select on sign_in_step for select to mase_worker using (true);
      create policy sign_in_step_worker_delete on sign_in_step for delete to mase_worker using (true);
      create policy sign_in_try_worker_select on sign_in_try for select to mase_worker using (true);
      create policy sign_in_try_worker_delete on sign_in_try for delete to mase_worker using (true);
      grant select, delete on sign_in_step, sign_in_try to mase_worker;

      grant create on schema public to mase_sessions;
      drop function ${before.join(', ')};
      ${signInFunctions}
      create trigger user_changed after update on record for each row
        when (new.kind = 'user' and (new.phase <> old.phase
          or new.standing::json ->> 'roles' is distinct from old.standing::json ->> 'roles'
          or new.standing::json ->> 'teamId' is distinct from old.standing::json ->> 'teamId'
          or new.standing::json ->> 'agencyId' is distinct from old.standing::json ->> 'agencyId'))
        execute function end_sessions_of_changed_user();
      ${owned([...kept, 'reset_one_time_code(uuid)', 'end_sessions_of_changed_user()'], 'mase_sessions')}
      revoke create on schema public from mase_sessions;
      revoke all on function ${[...kept, ...forOwner].join(', ')}, end_sessions_of_changed_user() from public;
      grant execute on function ${kept.join(', ')} to mase_app;
      grant execute on function ${forOwner.join(', ')} to current_user;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger user_changed on record;
      drop function end_sessions_of_changed_user(), reset_one_time_code(uuid), ${kept.join(', ')};
      drop table ${tables.join(', ')};
      drop index session_by_subject;
      alter table session drop column id, drop column idle, drop column method, drop column tenant, drop column subject,
        drop column provider_session, drop column ended_why;
      grant create on schema public to mase_sessions;
      ${sessionFunctionsBefore}
      ${owned(before, 'mase_sessions')}
      revoke create on schema public from mase_sessions;
      revoke all on function ${before.join(', ')} from public;
      grant execute on function ${before.join(', ')} to mase_app;
    `);
  }
}
