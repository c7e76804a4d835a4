-- The schema as the catalogue of a migrated database tells it, sorted; written by npm run docs.
-- To be read and compared, not run: mase migrate makes a database.

grant usage on schema public to mase_app;
grant usage on schema public to mase_backup;
grant usage on schema public to mase_search;
grant usage on schema public to mase_sessions;
grant usage on schema public to mase_worker;

create table audit (
  partnership_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  user_id uuid,
  action text not null,
  record_id uuid,
  entry text not null,
  salt bytea not null,
  leaf bytea not null,
  constraint audit_pkey PRIMARY KEY (id),
  constraint audit_leaf_check CHECK ((octet_length(leaf) = 32)),
  constraint audit_salt_check CHECK ((octet_length(salt) = 32))
);
alter table audit enable row level security;
alter table audit force row level security;
-- what one person did between two instants; asked by hand today
CREATE INDEX audit_by_user ON public.audit USING btree (partnership_id, user_id, at);
grant insert, select on audit to mase_app;
grant insert, select on audit to mase_backup;
create policy audit_app_insert on audit for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND true));
create policy audit_app_select on audit for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_principals() AS app_principals) && ARRAY['role:auditor'::text, 'role:information-governance'::text, 'role:caldicott-guardian'::text])));
create policy audit_backup_insert on audit for insert to mase_backup
  with check ((user_id IS NULL));
create policy audit_backup_select on audit for select to mase_backup
  using (true);

create table audit_subject (
  partnership_id uuid not null,
  person_id uuid not null,
  audit_id uuid not null,
  constraint audit_subject_pkey PRIMARY KEY (person_id, audit_id),
  constraint audit_subject_audit_id_fkey FOREIGN KEY (audit_id) REFERENCES audit(id) ON DELETE RESTRICT
);
alter table audit_subject enable row level security;
alter table audit_subject force row level security;
grant insert, select on audit_subject to mase_app;
grant select on audit_subject to mase_backup;
create policy audit_subject_app_insert on audit_subject for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND true));
create policy audit_subject_app_select on audit_subject for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_principals() AS app_principals) && ARRAY['role:auditor'::text, 'role:information-governance'::text, 'role:caldicott-guardian'::text])));
create policy audit_subject_backup_select on audit_subject for select to mase_backup
  using (true);

create table case_reader (
  partnership_id uuid not null,
  record_id uuid not null,
  principal text not null,
  class text not null,
  until timestamp with time zone,
  constraint case_reader_pkey PRIMARY KEY (record_id, principal, class)
);
alter table case_reader enable row level security;
alter table case_reader force row level security;
grant delete, insert, select, update on case_reader to mase_app;
grant select on case_reader to mase_backup;
grant select on case_reader to mase_search;
create policy case_reader_app_delete on case_reader for delete to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy case_reader_app_insert on case_reader for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy case_reader_app_select on case_reader for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND ((principal = ANY (( SELECT app_principals() AS app_principals)::text[])) OR (( SELECT app_purpose() AS app_purpose) = 'change'::text))));
create policy case_reader_app_update on case_reader for update to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)))
  with check ((partnership_id = ( SELECT app_partnership() AS app_partnership)));
create policy case_reader_backup_select on case_reader for select to mase_backup
  using (true);
create policy case_reader_search_select on case_reader for select to mase_search
  using (true);

create table clock (
  partnership_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  rule text not null,
  start_at timestamp with time zone not null,
  due timestamp with time zone not null,
  started_by uuid not null,
  ended timestamp with time zone,
  how text,
  reason text,
  ended_by uuid,
  constraint clock_pkey PRIMARY KEY (id),
  constraint clock_partnership_id_record_id_fkey FOREIGN KEY (partnership_id, record_id) REFERENCES record(partnership_id, id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);
alter table clock enable row level security;
alter table clock force row level security;
-- the clocks of a record, for its view, its papers and verification
CREATE INDEX clock_by_record ON public.clock USING btree (record_id);
-- the clocks that run, soonest first: what is overdue, for doctor and for those who wait for it
CREATE INDEX clock_running ON public.clock USING btree (due) WHERE (ended IS NULL);
grant insert, select, update on clock to mase_app;
grant select on clock to mase_backup;
create policy clock_app_insert on clock for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy clock_app_select on clock for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = clock.record_id) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))))))));
create policy clock_app_update on clock for update to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = clock.record_id) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))))))))
  with check ((partnership_id = ( SELECT app_partnership() AS app_partnership)));
create policy clock_backup_select on clock for select to mase_backup
  using (true);

create table credential (
  partnership_id uuid not null,
  user_id uuid not null,
  email text not null,
  hash text not null,
  demonstration boolean not null,
  constraint credential_pkey PRIMARY KEY (user_id)
);
alter table credential enable row level security;
alter table credential force row level security;
-- the account behind an address at sign-in; not unique, as uniqueness would tell who has an account
CREATE INDEX credential_by_email ON public.credential USING btree (email);
grant delete, insert, select, update on credential to mase_sessions;
grant select on credential to mase_backup;
create policy credential_backup_select on credential for select to mase_backup
  using (true);
create policy credential_sessions_all on credential for all to mase_sessions
  using (true)
  with check (true);

create table draft (
  partnership_id uuid not null,
  user_id uuid not null,
  form text not null,
  record text not null,
  body text not null,
  saved_at timestamp with time zone not null,
  constraint draft_pkey PRIMARY KEY (user_id, form, record),
  constraint draft_body_check CHECK ((octet_length(body) <= 262144))
);
alter table draft enable row level security;
alter table draft force row level security;
grant delete, insert, select, update on draft to mase_app;
grant select on draft to mase_backup;
create policy draft_app_delete on draft for delete to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user))));
create policy draft_app_insert on draft for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user))));
create policy draft_app_select on draft for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user))));
create policy draft_app_update on draft for update to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user))))
  with check ((partnership_id = ( SELECT app_partnership() AS app_partnership)));
create policy draft_backup_select on draft for select to mase_backup
  using (true);

create table history (
  partnership_id uuid not null,
  record_id uuid not null,
  version integer not null,
  kind text not null,
  command_id uuid not null,
  command text not null,
  actor_id uuid,
  happened timestamp with time zone not null,
  at timestamp with time zone not null,
  entry text not null,
  salt bytea not null,
  leaf bytea not null,
  constraint history_pkey PRIMARY KEY (record_id, version),
  constraint history_partnership_id_record_id_fkey FOREIGN KEY (partnership_id, record_id) REFERENCES record(partnership_id, id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint history_leaf_check CHECK ((octet_length(leaf) = 32)),
  constraint history_salt_check CHECK ((octet_length(salt) = 32))
);
alter table history enable row level security;
alter table history force row level security;
-- the entry of a repeated command, found by its idempotency key
CREATE INDEX history_by_command ON public.history USING btree (command_id);
grant insert, select on history to mase_app;
grant select on history to mase_backup;
create policy history_app_insert on history for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy history_app_select on history for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = history.record_id) AND (r.class = 'case'::text) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))))))));
create policy history_backup_select on history for select to mase_backup
  using (true);

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
  at timestamp with time zone not null default now(),
  constraint idempotency_key_pkey PRIMARY KEY (user_id, key)
);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
grant delete, select on idempotency_key to mase_worker;
grant insert, select on idempotency_key to mase_app;
grant select on idempotency_key to mase_backup;
create policy idempotency_key_app_insert on idempotency_key for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user))));
create policy idempotency_key_app_select on idempotency_key for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user))));
create policy idempotency_key_backup_select on idempotency_key for select to mase_backup
  using (true);
create policy idempotency_key_worker_delete on idempotency_key for delete to mase_worker
  using (true);
create policy idempotency_key_worker_select on idempotency_key for select to mase_worker
  using (true);

create table message (
  partnership_id uuid not null,
  id uuid not null,
  principal text not null,
  kind text not null,
  record_id uuid not null,
  at timestamp with time zone not null,
  constraint message_pkey PRIMARY KEY (id)
);
alter table message enable row level security;
alter table message force row level security;
-- the messages to a reader, newest first
CREATE INDEX message_by_principal ON public.message USING btree (principal, at DESC);
grant insert, select on message to mase_worker;
grant select on message to mase_app;
grant select on message to mase_backup;
create policy message_app_select on message for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (principal = ANY (( SELECT app_principals() AS app_principals)::text[]))));
create policy message_backup_select on message for select to mase_backup
  using (true);
create policy message_worker_insert on message for insert to mase_worker
  with check (true);
create policy message_worker_select on message for select to mase_worker
  using (true);

create table migration (
  id integer not null default nextval('migration_id_seq'::regclass),
  "timestamp" bigint not null,
  name character varying not null,
  constraint "PK_3043fc6b8af7c99b8b98830094f" PRIMARY KEY (id)
);
grant select on migration to mase_backup;

create table outbox (
  partnership_id uuid not null,
  id uuid not null,
  kind text not null,
  principal text not null,
  record_id uuid not null,
  at timestamp with time zone not null,
  constraint outbox_pkey PRIMARY KEY (id)
);
alter table outbox enable row level security;
alter table outbox force row level security;
grant delete, select on outbox to mase_worker;
grant insert on outbox to mase_app;
grant select on outbox to mase_backup;
grant update (at) on outbox to mase_worker;
create policy outbox_app_insert on outbox for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy outbox_backup_select on outbox for select to mase_backup
  using (true);
create policy outbox_worker_delete on outbox for delete to mase_worker
  using (true);
create policy outbox_worker_select on outbox for select to mase_worker
  using (true);
create policy outbox_worker_update on outbox for update to mase_worker
  using (true)
  with check (true);

create table outbox_processed (
  partnership_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null default now(),
  constraint outbox_processed_pkey PRIMARY KEY (id)
);
alter table outbox_processed enable row level security;
alter table outbox_processed force row level security;
grant insert, select on outbox_processed to mase_worker;
grant select on outbox_processed to mase_backup;
create policy outbox_processed_backup_select on outbox_processed for select to mase_backup
  using (true);
create policy outbox_processed_worker_insert on outbox_processed for insert to mase_worker
  with check (true);
create policy outbox_processed_worker_select on outbox_processed for select to mase_worker
  using (true);

create table pack (
  partnership_id uuid not null,
  id uuid not null,
  sitting_id uuid not null,
  recipient_id uuid not null,
  copy_number integer not null,
  version integer not null,
  digest text not null,
  issued_at timestamp with time zone not null,
  issued_by uuid not null,
  constraint pack_pkey PRIMARY KEY (id),
  constraint pack_sitting_id_copy_number_key UNIQUE (sitting_id, copy_number)
);
alter table pack enable row level security;
alter table pack force row level security;
grant insert, select on pack to mase_app;
grant select on pack to mase_backup;
create policy pack_app_insert on pack for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = pack.sitting_id) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))))))));
create policy pack_app_select on pack for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = pack.sitting_id) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))))))));
create policy pack_backup_select on pack for select to mase_backup
  using (true);

create table partnership (
  id uuid not null,
  name text not null,
  profile text not null,
  created_at timestamp with time zone not null,
  constraint partnership_pkey PRIMARY KEY (id)
);
alter table partnership enable row level security;
alter table partnership force row level security;
grant select on partnership to mase_app;
grant select on partnership to mase_backup;
grant select on partnership to mase_sessions;
grant select on partnership to mase_worker;
create policy partnership_app_select on partnership for select to mase_app
  using ((id = ( SELECT app_partnership() AS app_partnership)));
create policy partnership_backup_select on partnership for select to mase_backup
  using (true);
create policy partnership_founder on partnership for all to mase_owner
  using (true)
  with check (true);
create policy partnership_sessions_select on partnership for select to mase_sessions
  using (true);
create policy partnership_worker_select on partnership for select to mase_worker
  using (true);

create table queue_row (
  partnership_id uuid not null,
  principal text not null,
  due timestamp with time zone not null,
  record_id uuid not null,
  step text not null,
  constraint queue_row_pkey PRIMARY KEY (record_id, principal)
);
alter table queue_row enable row level security;
alter table queue_row force row level security;
-- a page of somebody’s work, soonest first
CREATE INDEX queue_row_by_principal ON public.queue_row USING btree (principal, due, record_id);
grant delete, insert, select, update on queue_row to mase_app;
grant select on queue_row to mase_backup;
create policy queue_row_app_delete on queue_row for delete to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy queue_row_app_insert on queue_row for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy queue_row_app_select on queue_row for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND ((principal = ANY (( SELECT app_principals() AS app_principals)::text[])) OR (( SELECT app_purpose() AS app_purpose) = 'change'::text))));
create policy queue_row_app_update on queue_row for update to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)))
  with check ((partnership_id = ( SELECT app_partnership() AS app_partnership)));
create policy queue_row_backup_select on queue_row for select to mase_backup
  using (true);

create table record (
  partnership_id uuid not null,
  id uuid not null,
  kind text not null,
  version integer not null,
  state text not null,
  phase text not null,
  standing text not null,
  at timestamp with time zone not null,
  parent_id uuid,
  subject_id uuid,
  title text not null,
  reference text,
  grade text,
  owner_id uuid,
  team_id text,
  next_due timestamp with time zone,
  next_step text,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint record_pkey PRIMARY KEY (id),
  constraint record_partnership_id_id_key UNIQUE (partnership_id, id),
  constraint record_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT,
  constraint record_standing_check CHECK ((octet_length(standing) <= 4096)),
  constraint record_version_check CHECK ((version > 0))
);
alter table record enable row level security;
alter table record force row level security;
-- a page of the records of one kind, newest first; every record of a kind that a command reads
CREATE INDEX record_by_kind ON public.record USING btree (partnership_id, kind, phase, id);
-- the cases of a child, actions of a case, items of a sitting: for locks, facts and views
CREATE INDEX record_by_parent ON public.record USING btree (parent_id, kind);
-- the case with a reference; not unique, as uniqueness would tell that a record exists
CREATE INDEX record_by_reference ON public.record USING btree (partnership_id, reference) WHERE (reference IS NOT NULL);
-- the agenda items about a case, with the decision before this one
CREATE INDEX record_by_subject ON public.record USING btree (subject_id, kind) WHERE (subject_id IS NOT NULL);
grant insert, select, update on record to mase_app;
grant select on record to mase_backup;
grant select on record to mase_sessions;
create policy record_app_insert on record for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy record_app_select on record for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = record.id) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))))))));
create policy record_app_update on record for update to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = record.id) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))))))))
  with check ((partnership_id = ( SELECT app_partnership() AS app_partnership)));
create policy record_backup_select on record for select to mase_backup
  using (true);
create policy record_sessions_select on record for select to mase_sessions
  using ((kind = ANY (ARRAY['user'::text, 'agency'::text])));

create table search_term (
  partnership_id uuid not null,
  kind text not null,
  term text not null,
  record_kind text not null,
  record_id uuid not null,
  constraint search_term_pkey PRIMARY KEY (record_id, kind, term)
);
alter table search_term enable row level security;
alter table search_term force row level security;
-- the children with a word, date or number in common, inside find_by_term
CREATE INDEX search_term_by_term ON public.search_term USING btree (partnership_id, kind, term);
grant insert on search_term to mase_app;
grant select on search_term to mase_backup;
grant select on search_term to mase_search;
create policy search_term_app_insert on search_term for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy search_term_backup_select on search_term for select to mase_backup
  using (true);
create policy search_term_search_select on search_term for select to mase_search
  using (true);

create table session (
  id_hash bytea not null,
  partnership_id uuid not null,
  user_id uuid not null,
  created_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (id_hash)
);
alter table session enable row level security;
alter table session force row level security;
-- the sessions of one person, to end them all; asked by hand today
CREATE INDEX session_by_user ON public.session USING btree (user_id);
grant delete, insert, select, update on session to mase_sessions;
grant delete, select on session to mase_worker;
grant select on session to mase_backup;
create policy session_backup_select on session for select to mase_backup
  using (true);
create policy session_sessions_all on session for all to mase_sessions
  using (true)
  with check (true);
create policy session_worker_delete on session for delete to mase_worker
  using (true);
create policy session_worker_select on session for select to mase_worker
  using (true);

create table written (
  partnership_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  kind text not null,
  class text not null,
  version integer not null,
  replaces uuid,
  author_id uuid,
  happened timestamp with time zone not null,
  at timestamp with time zone not null,
  body text not null,
  constraint written_pkey PRIMARY KEY (id),
  constraint written_partnership_id_record_id_fkey FOREIGN KEY (partnership_id, record_id) REFERENCES record(partnership_id, id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);
alter table written enable row level security;
alter table written force row level security;
-- what was written on a record, newest first
CREATE INDEX written_by_record ON public.written USING btree (record_id, at DESC);
grant insert, select on written to mase_app;
grant select on written to mase_backup;
create policy written_app_insert on written for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy written_app_select on written for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = written.record_id) AND (r.class = written.class) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))))))));
create policy written_backup_select on written for select to mase_backup
  using (true);

CREATE OR REPLACE FUNCTION public.app_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $function$;
alter function app_now() owner to mase_owner;
grant execute on function app_now() to public;

CREATE OR REPLACE FUNCTION public.app_partnership()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.partnership', true), '')::uuid $function$;
alter function app_partnership() owner to mase_owner;
grant execute on function app_partnership() to public;

CREATE OR REPLACE FUNCTION public.app_principals()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.principals', true), '')::text[] $function$;
alter function app_principals() owner to mase_owner;
grant execute on function app_principals() to public;

CREATE OR REPLACE FUNCTION public.app_purpose()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ select coalesce(nullif(current_setting('app.purpose', true), ''), 'read') $function$;
alter function app_purpose() owner to mase_owner;
grant execute on function app_purpose() to public;

CREATE OR REPLACE FUNCTION public.app_user()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.user', true), '')::uuid $function$;
alter function app_user() owner to mase_owner;
grant execute on function app_user() to public;

CREATE OR REPLACE FUNCTION public.assert_count(changed bigint, wanted bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
    begin
      if changed <> wanted then raise exception 'a record has moved on since it was locked' using errcode = '40001'; end if;
      return true;
    end $function$;
alter function assert_count(bigint,bigint) owner to mase_owner;
grant execute on function assert_count(bigint,bigint) to public;

CREATE OR REPLACE FUNCTION public.begin_session(new_hash bytea, for_user uuid, in_partnership uuid, hours integer)
 RETURNS timestamp with time zone
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      insert into session (id_hash, partnership_id, user_id, expires_at)
      values (new_hash, in_partnership, for_user, now() + make_interval(hours => hours)) returning expires_at
    $function$;
alter function begin_session(bytea,uuid,uuid,integer) owner to mase_sessions;
revoke execute on function begin_session(bytea,uuid,uuid,integer) from public;
grant execute on function begin_session(bytea,uuid,uuid,integer) to mase_app;

CREATE OR REPLACE FUNCTION public.demonstration_users()
 RETURNS TABLE(email text, standing text)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select c.email, r.standing from credential c
      join record r on r.id = c.user_id and r.kind = 'user' and r.phase = 'active'
      where c.demonstration order by c.email
    $function$;
alter function demonstration_users() owner to mase_sessions;
revoke execute on function demonstration_users() from public;
grant execute on function demonstration_users() to mase_app;

CREATE OR REPLACE FUNCTION public.end_session(wanted bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      update session set revoked_at = now() where id_hash = wanted and revoked_at is null
    $function$;
alter function end_session(bytea) owner to mase_sessions;
revoke execute on function end_session(bytea) from public;
grant execute on function end_session(bytea) to mase_app;

CREATE OR REPLACE FUNCTION public.find_by_term(wanted_kind text, wanted_terms text[], of_kind text)
 RETURNS TABLE(term text, record_id uuid)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select s.term, s.record_id from search_term s
      where s.partnership_id = (select app_partnership()) and s.kind = wanted_kind and s.term = any (wanted_terms)
        and s.record_kind = of_kind
        and exists (select 1 from case_reader r where r.record_id = s.record_id
          and r.principal = any ((select app_principals())::text[])
          and (r.until is null or r.until > (select app_now())))
    $function$;
alter function find_by_term(text,text[],text) owner to mase_search;
revoke execute on function find_by_term(text,text[],text) from public;
grant execute on function find_by_term(text,text[],text) to mase_app;

CREATE OR REPLACE FUNCTION public.find_credential(wanted text)
 RETURNS TABLE(user_id uuid, partnership_id uuid, hash text, demonstration boolean)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select c.user_id, c.partnership_id, c.hash, c.demonstration
      from credential c
      join record r on r.id = c.user_id and r.kind = 'user' and r.phase = 'active'
      where c.email = lower(wanted)
    $function$;
alter function find_credential(text) owner to mase_sessions;
revoke execute on function find_credential(text) from public;
grant execute on function find_credential(text) to mase_app;

CREATE OR REPLACE FUNCTION public.open_session(wanted bytea)
 RETURNS TABLE(user_id uuid, partnership_id uuid, standing text, expires_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      return query
        select s.user_id, s.partnership_id, r.standing, s.expires_at
        from session s
        join record r on r.id = s.user_id and r.kind = 'user' and r.phase = 'active'
        where s.id_hash = wanted and s.revoked_at is null and s.expires_at > now()
          and s.seen_at > now() - interval '60 minutes';
      if found then
        update session s set seen_at = now() where s.id_hash = wanted and s.seen_at < now() - interval '1 minute';
      end if;
    end $function$;
alter function open_session(bytea) owner to mase_sessions;
revoke execute on function open_session(bytea) from public;
grant execute on function open_session(bytea) to mase_app;

CREATE OR REPLACE FUNCTION public.set_credential(for_user uuid, in_partnership uuid, new_email text, new_hash text, is_demonstration boolean)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      insert into credential (partnership_id, user_id, email, hash, demonstration)
      values (in_partnership, for_user, lower(new_email), new_hash, is_demonstration)
      on conflict (user_id) do update set email = excluded.email, hash = excluded.hash
    $function$;
alter function set_credential(uuid,uuid,text,text,boolean) owner to mase_sessions;
revoke execute on function set_credential(uuid,uuid,text,text,boolean) from public;
grant execute on function set_credential(uuid,uuid,text,text,boolean) to mase_owner;
