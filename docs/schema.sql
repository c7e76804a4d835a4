-- The schema as the catalogue of a migrated database tells it, sorted; written by npm run docs.
-- To be read and compared, not run: mase migrate makes a database.

create extension pg_trgm;

grant usage on schema public to mase_app;
grant usage on schema public to mase_backup;
grant usage on schema public to mase_disposals;
grant usage on schema public to mase_figures;
grant usage on schema public to mase_looks;
grant usage on schema public to mase_matching;
grant usage on schema public to mase_members;
grant usage on schema public to mase_sealer;
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
  entry text,
  salt bytea,
  leaf bytea not null,
  transaction_id xid8 default pg_current_xact_id(),
  disposal_id uuid,
  constraint audit_pkey PRIMARY KEY (id),
  constraint audit_disposal_id_fkey FOREIGN KEY (disposal_id) REFERENCES audit(id) ON DELETE RESTRICT,
  constraint audit_disposed CHECK ((((entry IS NULL) = (salt IS NULL)) AND ((entry IS NULL) = (disposal_id IS NOT NULL)))),
  constraint audit_leaf_check CHECK ((octet_length(leaf) = 32)),
  constraint audit_salt_check CHECK ((octet_length(salt) = 32))
);
alter table audit enable row level security;
alter table audit force row level security;
-- audit lines that have come since the sealer looked last
CREATE INDEX audit_by_transaction ON public.audit USING btree (transaction_id);
-- what one person did between two instants; asked by hand today
CREATE INDEX audit_by_user ON public.audit USING btree (partnership_id, user_id, at);
-- looks that were refused between two instants, for the report of unusual looking
CREATE INDEX audit_refused ON public.audit USING btree (partnership_id, at) WHERE ((record_id IS NOT NULL) AND (entry ~~ '%"persons":[]%'::text));
-- refused looks at one child or case, for who looked at this child
CREATE INDEX audit_refused_record ON public.audit USING btree (record_id, id) WHERE ((record_id IS NOT NULL) AND (entry ~~ '%"persons":[]%'::text));
-- what verifications of the whole database found, the newest first
CREATE INDEX audit_verified ON public.audit USING btree (partnership_id, at) WHERE (action = 'operator/verified'::text);
grant insert, select on audit to mase_app;
grant insert, select on audit to mase_backup;
grant select (at) on audit to mase_sealer;
grant select (id) on audit to mase_sealer;
grant select (leaf) on audit to mase_sealer;
grant select (partnership_id) on audit to mase_sealer;
grant select (transaction_id) on audit to mase_sealer;
grant select on audit to mase_looks;
grant select, update on audit to mase_disposals;
create policy audit_app_downloads on audit for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (action = ANY (ARRAY['exports/started'::text, 'exports/resumed'::text, 'exports/rows'::text, 'exports/ended'::text])) AND (EXISTS ( SELECT 1
   FROM record e
  WHERE ((e.id = audit.record_id) AND (e.kind = 'export'::text))))));
create policy audit_app_insert on audit for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND ((user_id IS NULL) OR (user_id = ( SELECT app_user() AS app_user)))));
create policy audit_app_select on audit for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_principals() AS app_principals) && ARRAY['role:auditor'::text, 'role:information-governance'::text, 'role:caldicott-guardian'::text])));
create policy audit_backup_insert on audit for insert to mase_backup
  with check ((user_id IS NULL));
create policy audit_backup_select on audit for select to mase_backup
  using (true);
create policy audit_disposals_all on audit for all to mase_disposals
  using (true)
  with check (true);
create policy audit_looks_select on audit for select to mase_looks
  using (true);
create policy audit_sealer_select on audit for select to mase_sealer
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
grant delete, select on audit_subject to mase_disposals;
grant insert, select on audit_subject to mase_app;
grant select on audit_subject to mase_backup;
grant select on audit_subject to mase_looks;
create policy audit_subject_app_insert on audit_subject for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND true));
create policy audit_subject_app_select on audit_subject for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_principals() AS app_principals) && ARRAY['role:auditor'::text, 'role:information-governance'::text, 'role:caldicott-guardian'::text])));
create policy audit_subject_backup_select on audit_subject for select to mase_backup
  using (true);
create policy audit_subject_disposals_all on audit_subject for all to mase_disposals
  using (true)
  with check (true);
create policy audit_subject_looks_select on audit_subject for select to mase_looks
  using (true);

create table case_reader (
  partnership_id uuid not null,
  record_id uuid not null,
  principal text not null,
  class text not null,
  until timestamp with time zone,
  without uuid[],
  constraint case_reader_pkey PRIMARY KEY (record_id, principal, class)
);
alter table case_reader enable row level security;
alter table case_reader force row level security;
-- the records that somebody reads, for lists of those who read few
CREATE INDEX case_reader_by_principal ON public.case_reader USING btree (partnership_id, principal, record_id);
grant delete, insert, select, update on case_reader to mase_app;
grant delete, insert, select, update on case_reader to mase_members;
grant delete, select on case_reader to mase_disposals;
grant select on case_reader to mase_backup;
grant select on case_reader to mase_looks;
grant select on case_reader to mase_search;
create policy case_reader_app_delete on case_reader for delete to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy case_reader_app_insert on case_reader for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy case_reader_app_select on case_reader for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (((principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((( SELECT app_user() AS app_user) = ANY (without)) IS NOT TRUE)) OR (( SELECT app_purpose() AS app_purpose) = 'change'::text))));
create policy case_reader_app_update on case_reader for update to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)))
  with check ((partnership_id = ( SELECT app_partnership() AS app_partnership)));
create policy case_reader_backup_select on case_reader for select to mase_backup
  using (true);
create policy case_reader_disposals_all on case_reader for all to mase_disposals
  using (true)
  with check (true);
create policy case_reader_looks_select on case_reader for select to mase_looks
  using (true);
create policy case_reader_members_all on case_reader for all to mase_members
  using (true)
  with check (true);
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
  end_accepted timestamp with time zone,
  constraint clock_pkey PRIMARY KEY (id),
  constraint clock_partnership_id_record_id_fkey FOREIGN KEY (partnership_id, record_id) REFERENCES record(partnership_id, id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);
alter table clock enable row level security;
alter table clock force row level security;
-- the clocks due between two instants, for the scorecards
CREATE INDEX clock_by_due ON public.clock USING btree (partnership_id, due);
-- the clocks of a record, for its view, its papers and verification
CREATE INDEX clock_by_record ON public.clock USING btree (record_id);
-- the clocks that were overdue at an instant and have ended since, for the books on an earlier day
CREATE INDEX clock_ended_late ON public.clock USING gist (tstzrange(due, GREATEST(due, end_accepted))) WHERE (end_accepted > due);
-- clocks by which records come up for a sitting, by rule and due time: the candidates of its agenda
CREATE INDEX clock_for_panel ON public.clock USING btree (partnership_id, rule, due, record_id) WHERE ((ended IS NULL) AND (rule = ANY (ARRAY['panel-review'::text, 'chairs-action'::text, 'grade-confirmation'::text, 'repeat-missing-discussion'::text, 'transfer-answer'::text, 'eighteenth-birthday'::text, 'nomination-screening'::text, 'person-necessity'::text, 'order-expiry-warning'::text, 'measure-expiry'::text, 'cluster-meeting'::text, 'requirement-answer'::text, 'challenge-answer'::text, 'challenge-reply'::text])));
-- the clocks that run, soonest first: what is overdue, for doctor and for those who wait for it
CREATE INDEX clock_running ON public.clock USING btree (due) WHERE (ended IS NULL);
grant delete, select on clock to mase_disposals;
grant insert, select, update on clock to mase_app;
grant select (due) on clock to mase_looks;
grant select (due) on clock to mase_worker;
grant select (end_accepted) on clock to mase_looks;
grant select (ended) on clock to mase_looks;
grant select (ended) on clock to mase_worker;
grant select (ended_by) on clock to mase_looks;
grant select (how) on clock to mase_looks;
grant select (id) on clock to mase_looks;
grant select (id) on clock to mase_worker;
grant select (partnership_id) on clock to mase_looks;
grant select (partnership_id) on clock to mase_worker;
grant select (record_id) on clock to mase_looks;
grant select (record_id) on clock to mase_worker;
grant select (rule) on clock to mase_looks;
grant select (rule) on clock to mase_worker;
grant select on clock to mase_backup;
grant select on clock to mase_figures;
create policy clock_app_insert on clock for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy clock_app_select on clock for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = clock.record_id) AND ((r.class <> 'existence'::text) OR (( SELECT app_purpose() AS app_purpose) = 'change'::text)) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))) AND ((( SELECT app_user() AS app_user) = ANY (r.without)) IS NOT TRUE))))));
create policy clock_app_update on clock for update to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = clock.record_id) AND ((r.class <> 'existence'::text) OR (( SELECT app_purpose() AS app_purpose) = 'change'::text)) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))) AND ((( SELECT app_user() AS app_user) = ANY (r.without)) IS NOT TRUE))))))
  with check ((partnership_id = ( SELECT app_partnership() AS app_partnership)));
create policy clock_backup_select on clock for select to mase_backup
  using (true);
create policy clock_disposals_all on clock for all to mase_disposals
  using (true)
  with check (true);
create policy clock_figures_select on clock for select to mase_figures
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND true));
create policy clock_looks_select on clock for select to mase_looks
  using (true);
create policy clock_worker_select on clock for select to mase_worker
  using ((ended IS NULL));

create table clock_call (
  partnership_id uuid not null,
  clock_id uuid not null,
  command text not null,
  outcome text not null,
  tries integer not null default 1,
  at timestamp with time zone not null,
  why text,
  constraint clock_call_pkey PRIMARY KEY (clock_id, command),
  constraint clock_call_clock_id_fkey FOREIGN KEY (clock_id) REFERENCES clock(id) ON DELETE CASCADE,
  constraint clock_call_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT,
  constraint clock_call_outcome_check CHECK ((outcome = ANY (ARRAY['given'::text, 'refused'::text, 'failed'::text])))
);
alter table clock_call enable row level security;
alter table clock_call force row level security;
grant insert, select, update on clock_call to mase_app;
grant insert, select, update on clock_call to mase_worker;
grant select on clock_call to mase_backup;
create policy clock_call_app_insert on clock_call for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy clock_call_app_select on clock_call for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy clock_call_app_update on clock_call for update to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)))
  with check ((partnership_id = ( SELECT app_partnership() AS app_partnership)));
create policy clock_call_backup_select on clock_call for select to mase_backup
  using (true);
create policy clock_call_worker_insert on clock_call for insert to mase_worker
  with check ((outcome <> 'given'::text));
create policy clock_call_worker_select on clock_call for select to mase_worker
  using (true);
create policy clock_call_worker_update on clock_call for update to mase_worker
  using ((outcome = 'failed'::text))
  with check ((outcome <> 'given'::text));

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

create table delivery (
  partnership_id uuid not null,
  message_id uuid not null,
  user_id uuid not null,
  mail_id uuid,
  opened_at timestamp with time zone,
  constraint delivery_pkey PRIMARY KEY (message_id, user_id),
  constraint delivery_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail(id) ON DELETE SET NULL,
  constraint delivery_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE
);
alter table delivery enable row level security;
alter table delivery force row level security;
-- the messages that one letter tells of
CREATE INDEX delivery_by_mail ON public.delivery USING btree (mail_id) WHERE (mail_id IS NOT NULL);
grant delete, insert, select, update on delivery to mase_worker;
grant insert, select on delivery to mase_app;
grant select on delivery to mase_backup;
grant select on delivery to mase_looks;
grant update (opened_at) on delivery to mase_app;
create policy delivery_app_insert on delivery for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user)) AND (EXISTS ( SELECT 1
   FROM message m
  WHERE (m.id = delivery.message_id)))));
create policy delivery_app_select on delivery for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user))));
create policy delivery_app_update on delivery for update to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user))))
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user))));
create policy delivery_backup_select on delivery for select to mase_backup
  using (true);
create policy delivery_looks_select on delivery for select to mase_looks
  using (true);
create policy delivery_worker_all on delivery for all to mase_worker
  using (true)
  with check (true);

create table disposal_certificate (
  partnership_id uuid not null,
  disposal_id uuid not null,
  at timestamp with time zone not null,
  body text not null,
  digest text not null,
  constraint disposal_certificate_pkey PRIMARY KEY (disposal_id),
  constraint disposal_certificate_partnership_id_disposal_id_fkey FOREIGN KEY (partnership_id, disposal_id) REFERENCES record(partnership_id, id) ON DELETE RESTRICT,
  constraint disposal_certificate_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT
);
alter table disposal_certificate enable row level security;
alter table disposal_certificate force row level security;
grant insert, select on disposal_certificate to mase_app;
grant select on disposal_certificate to mase_backup;
create policy disposal_certificate_app_insert on disposal_certificate for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text) AND (( SELECT app_principals() AS app_principals) && ARRAY['role:information-governance'::text, 'role:caldicott-guardian'::text, 'role:auditor'::text])));
create policy disposal_certificate_app_select on disposal_certificate for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_principals() AS app_principals) && ARRAY['role:information-governance'::text, 'role:caldicott-guardian'::text, 'role:auditor'::text])));
create policy disposal_certificate_backup_select on disposal_certificate for select to mase_backup
  using (true);

create table disposal_record (
  partnership_id uuid not null,
  disposal_id uuid not null,
  record_id uuid not null,
  kind text not null,
  constraint disposal_record_pkey PRIMARY KEY (record_id),
  constraint disposal_record_partnership_id_disposal_id_fkey FOREIGN KEY (partnership_id, disposal_id) REFERENCES record(partnership_id, id) ON DELETE RESTRICT,
  constraint disposal_record_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT,
  constraint disposal_record_partnership_id_record_id_fkey FOREIGN KEY (partnership_id, record_id) REFERENCES record(partnership_id, id) ON DELETE RESTRICT
);
alter table disposal_record enable row level security;
alter table disposal_record force row level security;
-- which records a disposal destroyed, for its certificate
CREATE INDEX disposal_record_by_disposal ON public.disposal_record USING btree (disposal_id);
grant insert, select on disposal_record to mase_disposals;
grant select on disposal_record to mase_app;
grant select on disposal_record to mase_backup;
create policy disposal_record_app_select on disposal_record for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_principals() AS app_principals) && ARRAY['role:information-governance'::text, 'role:caldicott-guardian'::text, 'role:auditor'::text])));
create policy disposal_record_backup_select on disposal_record for select to mase_backup
  using (true);
create policy disposal_record_disposals_all on disposal_record for all to mase_disposals
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
grant delete, select on draft to mase_disposals;
grant delete, select on draft to mase_sessions;
grant delete, select on draft to mase_worker;
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
create policy draft_disposals_all on draft for all to mase_disposals
  using (true)
  with check (true);
create policy draft_sessions_delete on draft for delete to mase_sessions
  using (true);
create policy draft_sessions_select on draft for select to mase_sessions
  using (true);
create policy draft_worker_delete on draft for delete to mase_worker
  using (true);
create policy draft_worker_select on draft for select to mase_worker
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
  entry text,
  salt bytea,
  leaf bytea not null,
  transaction_id xid8 default pg_current_xact_id(),
  disposal_id uuid,
  constraint history_pkey PRIMARY KEY (record_id, version),
  constraint history_disposal_id_fkey FOREIGN KEY (disposal_id) REFERENCES audit(id) ON DELETE RESTRICT,
  constraint history_partnership_id_record_id_fkey FOREIGN KEY (partnership_id, record_id) REFERENCES record(partnership_id, id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint history_disposed CHECK ((((entry IS NULL) = (salt IS NULL)) AND ((entry IS NULL) = (disposal_id IS NOT NULL)))),
  constraint history_leaf_check CHECK ((octet_length(leaf) = 32)),
  constraint history_salt_check CHECK ((octet_length(salt) = 32))
);
alter table history enable row level security;
alter table history force row level security;
-- absences that were hung under another record of their child, for the scorecard of them as it was known
CREATE INDEX history_absence_moved ON public.history USING btree (partnership_id, record_id) WHERE ((kind = 'missingEpisode'::text) AND (entry ~~ '%"event":"receive-child"%'::text));
-- the entry of a repeated command, found by its idempotency key
CREATE INDEX history_by_command ON public.history USING btree (command_id);
-- entries of history that have come since the sealer looked last
CREATE INDEX history_by_transaction ON public.history USING btree (transaction_id);
-- incidents that somebody changed since an instant, for the scorecard of them as it was known
CREATE INDEX history_incident_changed ON public.history USING btree (partnership_id, at) WHERE (command = 'incidents/change-incident'::text);
grant insert, select on history to mase_app;
grant select (actor_id) on history to mase_looks;
grant select (at) on history to mase_looks;
grant select (at) on history to mase_sealer;
grant select (command) on history to mase_looks;
grant select (command_id) on history to mase_looks;
grant select (command_id) on history to mase_matching;
grant select (leaf) on history to mase_sealer;
grant select (partnership_id) on history to mase_matching;
grant select (partnership_id) on history to mase_sealer;
grant select (record_id) on history to mase_looks;
grant select (record_id) on history to mase_matching;
grant select (record_id) on history to mase_sealer;
grant select (transaction_id) on history to mase_sealer;
grant select (version) on history to mase_matching;
grant select (version) on history to mase_sealer;
grant select on history to mase_backup;
grant select on history to mase_figures;
grant select, update on history to mase_disposals;
create policy history_app_insert on history for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy history_app_select on history for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = history.record_id) AND (r.class = 'case'::text) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))) AND ((( SELECT app_user() AS app_user) = ANY (r.without)) IS NOT TRUE))))));
create policy history_backup_select on history for select to mase_backup
  using (true);
create policy history_disposals_all on history for all to mase_disposals
  using (true)
  with check (true);
create policy history_figures_select on history for select to mase_figures
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (kind = ANY (ARRAY['child'::text, 'childCase'::text, 'person'::text, 'personCase'::text, 'location'::text, 'locationCase'::text, 'cluster'::text, 'disruptionMeasure'::text, 'missingEpisode'::text, 'intelligence'::text, 'intelligenceRequirement'::text, 'informationRequest'::text, 'agency'::text, 'incident'::text, 'incidentVictim'::text, 'incidentPart'::text, 'link'::text, 'planAction'::text, 'sitting'::text, 'agendaItem'::text, 'serviceEpisode'::text, 'notice'::text, 'challenge'::text, 'returnInterview'::text, 'referralProposal'::text, 'caseAudit'::text, 'auditAction'::text, 'qualityStandard'::text, 'qualityActivity'::text, 'practiceTheme'::text, 'partnerFigures'::text]))));
create policy history_looks_select on history for select to mase_looks
  using (true);
create policy history_matching_select on history for select to mase_matching
  using ((version = 1));
create policy history_sealer_select on history for select to mase_sealer
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
grant delete, select on idempotency_key to mase_disposals;
grant delete, select on idempotency_key to mase_worker;
grant insert, select on idempotency_key to mase_app;
grant select on idempotency_key to mase_backup;
create policy idempotency_key_app_insert on idempotency_key for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user))));
create policy idempotency_key_app_select on idempotency_key for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user))));
create policy idempotency_key_backup_select on idempotency_key for select to mase_backup
  using (true);
create policy idempotency_key_disposals_all on idempotency_key for all to mase_disposals
  using (true)
  with check (true);
create policy idempotency_key_worker_delete on idempotency_key for delete to mase_worker
  using (true);
create policy idempotency_key_worker_select on idempotency_key for select to mase_worker
  using (true);

create table identity (
  partnership_id uuid not null,
  id uuid not null,
  tenant text not null,
  issuer text not null,
  subject text not null,
  user_id uuid not null,
  bound_at timestamp with time zone not null default now(),
  bound_by uuid,
  constraint identity_pkey PRIMARY KEY (id),
  constraint identity_partnership_id_issuer_subject_key UNIQUE (partnership_id, issuer, subject),
  constraint identity_partnership_id_issuer_user_id_key UNIQUE (partnership_id, issuer, user_id),
  constraint identity_partnership_id_user_id_fkey FOREIGN KEY (partnership_id, user_id) REFERENCES record(partnership_id, id) ON DELETE RESTRICT
);
alter table identity enable row level security;
alter table identity force row level security;
-- the subjects of providers that are bound to one person
CREATE INDEX identity_by_user ON public.identity USING btree (user_id);
grant delete, insert, select, update on identity to mase_sessions;
grant select on identity to mase_backup;
create policy identity_backup_select on identity for select to mase_backup
  using (true);
create policy identity_sessions_all on identity for all to mase_sessions
  using (true)
  with check (true);

create table invitation (
  partnership_id uuid not null,
  sitting_id uuid not null,
  user_id uuid not null,
  sequence integer not null,
  method text not null,
  at timestamp with time zone not null,
  mail_id uuid,
  about_id uuid not null,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  sitting_sequence integer not null,
  constraint invitation_pkey PRIMARY KEY (sitting_id, user_id, about_id),
  constraint invitation_about_id_fkey FOREIGN KEY (about_id) REFERENCES record(id) ON DELETE CASCADE,
  constraint invitation_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail(id) ON DELETE SET NULL,
  constraint invitation_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES record(id) ON DELETE CASCADE,
  constraint invitation_method_check CHECK ((method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text])))
);
alter table invitation enable row level security;
alter table invitation force row level security;
-- the invitation that one letter carries
CREATE INDEX invitation_by_mail ON public.invitation USING btree (mail_id) WHERE (mail_id IS NOT NULL);
grant delete, insert, select, update on invitation to mase_worker;
grant select on invitation to mase_app;
grant select on invitation to mase_backup;
create policy invitation_app_select on invitation for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user))));
create policy invitation_backup_select on invitation for select to mase_backup
  using (true);
create policy invitation_worker_all on invitation for all to mase_worker
  using (true)
  with check (true);

create table issued_part (
  partnership_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  digest text not null,
  body text not null,
  records uuid[] not null,
  classes text[] not null,
  parents uuid[] not null,
  entries uuid[] not null,
  at timestamp with time zone not null,
  constraint issued_part_pkey PRIMARY KEY (id),
  constraint issued_part_record_id_digest_key UNIQUE (record_id, digest),
  constraint issued_part_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT
);
alter table issued_part enable row level security;
alter table issued_part force row level security;
-- the parts of issued papers that were made of a record, to destroy them with it
CREATE INDEX issued_part_by_record ON public.issued_part USING gin (records);
grant delete, select on issued_part to mase_disposals;
grant insert, select on issued_part to mase_app;
grant select on issued_part to mase_backup;
create policy issued_part_app_insert on issued_part for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = issued_part.record_id) AND (r.class <> 'existence'::text) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))) AND ((( SELECT app_user() AS app_user) = ANY (r.without)) IS NOT TRUE))))));
create policy issued_part_app_select on issued_part for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND ((( SELECT app_principals() AS app_principals) && ARRAY['role:information-governance'::text]) OR (NOT (EXISTS ( SELECT 1
   FROM withdrawn_row w
  WHERE (w.written_id = ANY (issued_part.entries)))))) AND (NOT (EXISTS ( SELECT 1
   FROM UNNEST(issued_part.records, issued_part.classes, issued_part.parents) made(record_id, class, parent_id)
  WHERE ((NOT (EXISTS ( SELECT 1
           FROM record o
          WHERE ((o.id = made.record_id) AND (NOT (o.parent_id IS DISTINCT FROM made.parent_id)))))) OR (NOT (EXISTS ( SELECT 1
           FROM case_reader r
          WHERE ((r.record_id = made.record_id) AND ((r.class = made.class) OR ((made.class = ''::text) AND (r.class <> 'existence'::text))) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))) AND ((( SELECT app_user() AS app_user) = ANY (r.without)) IS NOT TRUE)))))))))));
create policy issued_part_backup_select on issued_part for select to mase_backup
  using (true);
create policy issued_part_disposals_all on issued_part for all to mase_disposals
  using (true);

create table ledger_checkpoint (
  partnership_id uuid not null,
  number bigint not null,
  size bigint not null,
  line text not null,
  constraint ledger_checkpoint_pkey PRIMARY KEY (partnership_id, number),
  constraint ledger_checkpoint_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT,
  constraint ledger_checkpoint_number_check CHECK ((number > 0))
);
alter table ledger_checkpoint enable row level security;
alter table ledger_checkpoint force row level security;
grant insert, select on ledger_checkpoint to mase_sealer;
grant select on ledger_checkpoint to mase_backup;
grant select on ledger_checkpoint to mase_figures;
create policy ledger_checkpoint_backup_select on ledger_checkpoint for select to mase_backup
  using (true);
create policy ledger_checkpoint_figures_select on ledger_checkpoint for select to mase_figures
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND true));
create policy ledger_checkpoint_sealer_all on ledger_checkpoint for all to mase_sealer
  using (true)
  with check (true);

create table ledger_entry (
  partnership_id uuid not null,
  "position" bigint not null,
  source text not null,
  id uuid not null,
  version integer not null,
  leaf bytea not null,
  constraint ledger_entry_pkey PRIMARY KEY (partnership_id, "position"),
  constraint ledger_entry_id_version_source_key UNIQUE (id, version, source),
  constraint ledger_entry_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT,
  constraint ledger_entry_leaf_check CHECK ((octet_length(leaf) = 32)),
  constraint ledger_entry_position_check CHECK (("position" >= 0)),
  constraint ledger_entry_source_check CHECK ((source = ANY (ARRAY['history'::text, 'audit'::text])))
);
alter table ledger_entry enable row level security;
alter table ledger_entry force row level security;
grant insert, select on ledger_entry to mase_sealer;
grant select on ledger_entry to mase_backup;
grant select on ledger_entry to mase_figures;
grant select on ledger_entry to mase_looks;
create policy ledger_entry_backup_select on ledger_entry for select to mase_backup
  using (true);
create policy ledger_entry_figures_select on ledger_entry for select to mase_figures
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (source = 'history'::text)));
create policy ledger_entry_looks_select on ledger_entry for select to mase_looks
  using (true);
create policy ledger_entry_sealer_all on ledger_entry for all to mase_sealer
  using (true)
  with check (true);

create table ledger_head (
  partnership_id uuid not null,
  size bigint not null,
  edge bytea not null,
  number bigint not null,
  digest text,
  seen pg_snapshot,
  seen_in text,
  constraint ledger_head_pkey PRIMARY KEY (partnership_id),
  constraint ledger_head_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT
);
alter table ledger_head enable row level security;
alter table ledger_head force row level security;
grant insert, select, update on ledger_head to mase_sealer;
grant select on ledger_head to mase_backup;
create policy ledger_head_backup_select on ledger_head for select to mase_backup
  using (true);
create policy ledger_head_sealer_all on ledger_head for all to mase_sealer
  using (true)
  with check (true);

create table ledger_node (
  partnership_id uuid not null,
  level integer not null,
  place bigint not null,
  node bytea not null,
  constraint ledger_node_pkey PRIMARY KEY (partnership_id, level, place),
  constraint ledger_node_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT,
  constraint ledger_node_level_check CHECK ((level > 0)),
  constraint ledger_node_node_check CHECK ((octet_length(node) = 32)),
  constraint ledger_node_place_check CHECK ((place >= 0))
);
alter table ledger_node enable row level security;
alter table ledger_node force row level security;
grant insert, select on ledger_node to mase_sealer;
grant select on ledger_node to mase_backup;
create policy ledger_node_backup_select on ledger_node for select to mase_backup
  using (true);
create policy ledger_node_sealer_all on ledger_node for all to mase_sealer
  using (true)
  with check (true);

create table link_edge (
  partnership_id uuid not null,
  record_id uuid not null,
  node text not null,
  other text not null,
  first_on date not null,
  last_on date not null,
  readers text[] not null,
  sometimes text[] not null,
  constraint link_edge_pkey PRIMARY KEY (record_id, node, other),
  constraint link_edge_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT,
  constraint link_edge_partnership_id_record_id_fkey FOREIGN KEY (partnership_id, record_id) REFERENCES record(partnership_id, id) ON DELETE RESTRICT
);
alter table link_edge enable row level security;
alter table link_edge force row level security;
-- what is linked with a node, to walk along
CREATE INDEX link_edge_by_node ON public.link_edge USING btree (partnership_id, node) INCLUDE (other, record_id);
-- what several children share, by how many
CREATE INDEX link_edge_of_children ON public.link_edge USING btree (partnership_id, node) INCLUDE (other, record_id) WHERE ((other ~~ 'child:%'::text) AND (node !~~ 'child:%'::text));
grant delete, insert, select, update on link_edge to mase_app;
grant delete, select on link_edge to mase_disposals;
grant select on link_edge to mase_backup;
grant select on link_edge to mase_matching;
grant select on link_edge to mase_members;
grant update (readers) on link_edge to mase_members;
grant update (sometimes) on link_edge to mase_members;
create policy link_edge_app_delete on link_edge for delete to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy link_edge_app_insert on link_edge for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy link_edge_app_select on link_edge for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND ((( SELECT app_purpose() AS app_purpose) = 'change'::text) OR (readers && ( SELECT app_principals() AS app_principals)) OR ((sometimes && ( SELECT app_principals() AS app_principals)) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = link_edge.record_id) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND (r.class <> ALL (ARRAY['existence'::text, 'receipt'::text])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))) AND ((( SELECT app_user() AS app_user) = ANY (r.without)) IS NOT TRUE))))))));
create policy link_edge_app_update on link_edge for update to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)))
  with check ((partnership_id = ( SELECT app_partnership() AS app_partnership)));
create policy link_edge_backup_select on link_edge for select to mase_backup
  using (true);
create policy link_edge_disposals_all on link_edge for all to mase_disposals
  using (true)
  with check (true);
create policy link_edge_matching_select on link_edge for select to mase_matching
  using (true);
create policy link_edge_members_select on link_edge for select to mase_members
  using (true);
create policy link_edge_members_update on link_edge for update to mase_members
  using (true)
  with check (true);

create table looking_review (
  partnership_id uuid not null,
  id uuid not null,
  line text not null,
  seen_until timestamp with time zone not null,
  decision text not null,
  words text not null,
  by_id uuid not null,
  at timestamp with time zone not null,
  audit_id uuid not null,
  constraint looking_review_pkey PRIMARY KEY (id),
  constraint looking_review_audit_id_fkey FOREIGN KEY (audit_id) REFERENCES audit(id) ON DELETE RESTRICT,
  constraint looking_review_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT,
  constraint looking_review_decision_check CHECK ((decision = ANY (ARRAY['explained'::text, 'followUp'::text, 'misuse'::text])))
);
alter table looking_review enable row level security;
alter table looking_review force row level security;
-- what was decided of a line of the report of unusual looking, the latest first
CREATE INDEX looking_review_by_line ON public.looking_review USING btree (partnership_id, line, seen_until);
grant delete, select on looking_review to mase_disposals;
grant insert, select on looking_review to mase_app;
grant select on looking_review to mase_backup;
create policy looking_review_app_insert on looking_review for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (by_id = ( SELECT app_user() AS app_user)) AND (( SELECT app_principals() AS app_principals) && ARRAY['role:information-governance'::text, 'role:caldicott-guardian'::text]) AND (lower(split_part(line, ':'::text, 2)) <> (( SELECT app_user() AS app_user))::text)));
create policy looking_review_app_select on looking_review for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_principals() AS app_principals) && ARRAY['role:auditor'::text, 'role:information-governance'::text, 'role:caldicott-guardian'::text])));
create policy looking_review_backup_select on looking_review for select to mase_backup
  using (true);
create policy looking_review_disposals_all on looking_review for all to mase_disposals
  using (true)
  with check (true);

create table mail (
  partnership_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  state text not null default 'waiting'::text,
  made_at timestamp with time zone not null,
  next_at timestamp with time zone not null,
  tries integer not null default 0,
  first_tried_at timestamp with time zone,
  tried_at timestamp with time zone,
  accepted_at timestamp with time zone,
  why text,
  settled_by uuid,
  settled_at timestamp with time zone,
  settled_why text,
  constraint mail_pkey PRIMARY KEY (id),
  constraint mail_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT,
  constraint mail_kind_check CHECK ((kind = ANY (ARRAY['urgent'::text, 'messages'::text, 'digest'::text, 'invitation'::text]))),
  constraint mail_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'dead'::text, 'given-up'::text, 'not-needed'::text])))
);
alter table mail enable row level security;
alter table mail force row level security;
-- letters that could not be delivered, newest first, for administrators
CREATE INDEX mail_dead ON public.mail USING btree (partnership_id, made_at DESC) WHERE (state = 'dead'::text);
-- the letter to somebody that waits and can take one message more
CREATE INDEX mail_gathering ON public.mail USING btree (user_id) WHERE ((state = 'waiting'::text) AND (tries = 0));
-- letters to send now, the longest waiting first
CREATE INDEX mail_waiting ON public.mail USING btree (next_at, id) WHERE (state = 'waiting'::text);
grant delete, insert, select, update on mail to mase_worker;
grant select on mail to mase_app;
grant select on mail to mase_backup;
grant select on mail to mase_looks;
grant update (first_tried_at) on mail to mase_app;
grant update (next_at) on mail to mase_app;
grant update (settled_at) on mail to mase_app;
grant update (settled_by) on mail to mase_app;
grant update (settled_why) on mail to mase_app;
grant update (state) on mail to mase_app;
create policy mail_app_select on mail for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND ('role:administrator'::text = ANY (( SELECT app_principals() AS app_principals)::text[]))));
create policy mail_app_update on mail for update to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND ('role:administrator'::text = ANY (( SELECT app_principals() AS app_principals)::text[])) AND (state = 'dead'::text)))
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND ('role:administrator'::text = ANY (( SELECT app_principals() AS app_principals)::text[])) AND (state = ANY (ARRAY['waiting'::text, 'given-up'::text])) AND (settled_by = ( SELECT app_user() AS app_user))));
create policy mail_backup_select on mail for select to mase_backup
  using (true);
create policy mail_looks_select on mail for select to mase_looks
  using (true);
create policy mail_worker_all on mail for all to mase_worker
  using (true)
  with check (true);

create table mail_preference (
  partnership_id uuid not null,
  user_id uuid not null,
  way text not null,
  daily_at text not null,
  changed_at timestamp with time zone not null,
  constraint mail_preference_pkey PRIMARY KEY (user_id),
  constraint mail_preference_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT,
  constraint mail_preference_daily_at_check CHECK ((daily_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint mail_preference_way_check CHECK ((way = ANY (ARRAY['at-once'::text, 'daily'::text, 'in-app'::text])))
);
alter table mail_preference enable row level security;
alter table mail_preference force row level security;
grant delete, insert, select, update on mail_preference to mase_worker;
grant insert, select, update on mail_preference to mase_app;
grant select on mail_preference to mase_backup;
create policy mail_preference_app_all on mail_preference for all to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user))))
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user))));
create policy mail_preference_backup_select on mail_preference for select to mase_backup
  using (true);
create policy mail_preference_worker_all on mail_preference for all to mase_worker
  using (true)
  with check (true);

create table members_pass (
  partnership_id uuid not null,
  rules text not null,
  after_id uuid,
  done_at timestamp with time zone,
  constraint members_pass_pkey PRIMARY KEY (partnership_id),
  constraint members_pass_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT
);
alter table members_pass enable row level security;
alter table members_pass force row level security;
grant insert, select, update on members_pass to mase_members;
grant select on members_pass to mase_backup;
create policy members_pass_backup_select on members_pass for select to mase_backup
  using (true);
create policy members_pass_members_all on members_pass for all to mase_members
  using (true)
  with check (true);

create table message (
  partnership_id uuid not null,
  id uuid not null,
  principal text not null,
  kind text not null,
  record_id uuid not null,
  at timestamp with time zone not null,
  clock_id uuid,
  addressed_at timestamp with time zone,
  constraint message_pkey PRIMARY KEY (id)
);
alter table message enable row level security;
alter table message force row level security;
-- the messages to a reader, newest first
CREATE INDEX message_by_principal ON public.message USING btree (principal, at DESC);
-- who was told of a record, where an entry of it was about somebody else
CREATE INDEX message_by_record ON public.message USING btree (record_id);
-- messages of which nobody has worked out yet whom they are told to
CREATE INDEX message_to_address ON public.message USING btree (at, id) WHERE (addressed_at IS NULL);
grant delete, insert, select on message to mase_worker;
grant delete, select on message to mase_disposals;
grant select on message to mase_app;
grant select on message to mase_backup;
grant select on message to mase_looks;
grant update (addressed_at) on message to mase_worker;
create policy message_app_governance on message for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_principals() AS app_principals) && ARRAY['role:information-governance'::text]) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE (r.id = message.record_id)))));
create policy message_app_select on message for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (principal = ANY (( SELECT app_principals() AS app_principals)::text[]))));
create policy message_backup_select on message for select to mase_backup
  using (true);
create policy message_disposals_all on message for all to mase_disposals
  using (true)
  with check (true);
create policy message_looks_select on message for select to mase_looks
  using (true);
create policy message_worker_delete on message for delete to mase_worker
  using (true);
create policy message_worker_insert on message for insert to mase_worker
  with check (true);
create policy message_worker_select on message for select to mase_worker
  using (true);
create policy message_worker_update on message for update to mase_worker
  using (true)
  with check (true);

create table migration (
  id integer not null default nextval('migration_id_seq'::regclass),
  "timestamp" bigint not null,
  name character varying not null,
  constraint "PK_3043fc6b8af7c99b8b98830094f" PRIMARY KEY (id)
);
grant select on migration to mase_backup;

create table one_time_code (
  partnership_id uuid not null,
  user_id uuid not null,
  salt bytea not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0,
  constraint one_time_code_pkey PRIMARY KEY (user_id),
  constraint one_time_code_partnership_id_user_id_fkey FOREIGN KEY (partnership_id, user_id) REFERENCES record(partnership_id, id) ON DELETE RESTRICT,
  constraint one_time_code_salt_check CHECK ((octet_length(salt) = 32))
);
alter table one_time_code enable row level security;
alter table one_time_code force row level security;
grant delete, insert, select, update on one_time_code to mase_sessions;
grant select on one_time_code to mase_backup;
create policy one_time_code_backup_select on one_time_code for select to mase_backup
  using (true);
create policy one_time_code_sessions_all on one_time_code for all to mase_sessions
  using (true)
  with check (true);

create table outbox (
  partnership_id uuid not null,
  id uuid not null,
  kind text not null,
  principal text not null,
  record_id uuid not null,
  at timestamp with time zone not null,
  clock_id uuid,
  constraint outbox_pkey PRIMARY KEY (id)
);
alter table outbox enable row level security;
alter table outbox force row level security;
grant delete, select on outbox to mase_disposals;
grant delete, select on outbox to mase_worker;
grant insert on outbox to mase_app;
grant select on outbox to mase_backup;
grant update (at) on outbox to mase_worker;
create policy outbox_app_insert on outbox for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy outbox_backup_select on outbox for select to mase_backup
  using (true);
create policy outbox_disposals_all on outbox for all to mase_disposals
  using (true)
  with check (true);
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
  record_id uuid not null,
  recipient_id uuid not null,
  copy_number integer not null,
  version integer not null,
  digest text not null,
  issued_at timestamp with time zone not null,
  issued_by uuid not null,
  parts text not null default '{}'::text,
  template text not null default ''::text,
  opened_at timestamp with time zone,
  reports uuid[] not null default '{}'::uuid[],
  held text[] not null default '{}'::text[],
  disruption boolean not null default false,
  constraint pack_pkey PRIMARY KEY (id),
  constraint pack_record_id_copy_number_key UNIQUE (record_id, copy_number)
);
alter table pack enable row level security;
alter table pack force row level security;
grant delete, select on pack to mase_disposals;
grant insert, select on pack to mase_app;
grant select on pack to mase_backup;
grant update (opened_at) on pack to mase_app;
create policy pack_app_insert on pack for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = pack.record_id) AND ((r.class <> 'existence'::text) OR (( SELECT app_purpose() AS app_purpose) = 'change'::text)) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))) AND ((( SELECT app_user() AS app_user) = ANY (r.without)) IS NOT TRUE))))));
create policy pack_app_report on pack for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (reports <> '{}'::uuid[]) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = ANY (pack.reports)) AND (r.class = 'unsanitised'::text) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))) AND ((( SELECT app_user() AS app_user) = ANY (r.without)) IS NOT TRUE))))));
create policy pack_app_select on pack for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = pack.record_id) AND ((r.class <> 'existence'::text) OR (( SELECT app_purpose() AS app_purpose) = 'change'::text)) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))) AND ((( SELECT app_user() AS app_user) = ANY (r.without)) IS NOT TRUE))))));
create policy pack_app_update on pack for update to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (recipient_id = ( SELECT app_user() AS app_user))));
create policy pack_backup_select on pack for select to mase_backup
  using (true);
create policy pack_disposals_all on pack for all to mase_disposals
  using (true)
  with check (true);

create table partnership (
  id uuid not null,
  name text not null,
  profile text not null,
  created_at timestamp with time zone not null,
  constraint partnership_pkey PRIMARY KEY (id)
);
alter table partnership enable row level security;
alter table partnership force row level security;
grant select (id) on partnership to mase_sealer;
grant select on partnership to mase_app;
grant select on partnership to mase_backup;
grant select on partnership to mase_members;
grant select on partnership to mase_sessions;
grant select on partnership to mase_worker;
create policy partnership_app_select on partnership for select to mase_app
  using ((id = ( SELECT app_partnership() AS app_partnership)));
create policy partnership_backup_select on partnership for select to mase_backup
  using (true);
create policy partnership_founder on partnership for all to mase_owner
  using (true)
  with check (true);
create policy partnership_members_select on partnership for select to mase_members
  using (true);
create policy partnership_sealer_select on partnership for select to mase_sealer
  using (true);
create policy partnership_sessions_select on partnership for select to mase_sessions
  using (true);
create policy partnership_worker_select on partnership for select to mase_worker
  using (true);

create table posts_stamp (
  partnership_id uuid not null,
  version integer not null,
  constraint posts_stamp_pkey PRIMARY KEY (partnership_id),
  constraint posts_stamp_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT
);
alter table posts_stamp enable row level security;
alter table posts_stamp force row level security;
grant insert, select, update on posts_stamp to mase_sessions;
grant select on posts_stamp to mase_backup;
create policy posts_stamp_backup_select on posts_stamp for select to mase_backup
  using (true);
create policy posts_stamp_sessions_all on posts_stamp for all to mase_sessions
  using (true)
  with check (true);

create table queue_row (
  partnership_id uuid not null,
  principal text not null,
  due timestamp with time zone not null,
  record_id uuid not null,
  step text not null,
  without uuid[],
  constraint queue_row_pkey PRIMARY KEY (record_id, principal)
);
alter table queue_row enable row level security;
alter table queue_row force row level security;
-- a page of somebody’s work, soonest first
CREATE INDEX queue_row_by_principal ON public.queue_row USING btree (principal, due, record_id);
grant delete, insert, select, update on queue_row to mase_app;
grant delete, insert, select, update on queue_row to mase_members;
grant delete, select on queue_row to mase_disposals;
grant select on queue_row to mase_backup;
grant select on queue_row to mase_sessions;
create policy queue_row_app_delete on queue_row for delete to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy queue_row_app_insert on queue_row for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy queue_row_app_select on queue_row for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (((principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((( SELECT app_user() AS app_user) = ANY (without)) IS NOT TRUE)) OR (( SELECT app_purpose() AS app_purpose) = 'change'::text))));
create policy queue_row_app_update on queue_row for update to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)))
  with check ((partnership_id = ( SELECT app_partnership() AS app_partnership)));
create policy queue_row_backup_select on queue_row for select to mase_backup
  using (true);
create policy queue_row_disposals_all on queue_row for all to mase_disposals
  using (true)
  with check (true);
create policy queue_row_members_all on queue_row for all to mase_members
  using (true)
  with check (true);
create policy queue_row_sessions_select on queue_row for select to mase_sessions
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
  persons uuid[] not null,
  constraint record_pkey PRIMARY KEY (id),
  constraint record_partnership_id_id_key UNIQUE (partnership_id, id),
  constraint record_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT,
  constraint record_standing_check CHECK ((octet_length(standing) <= 8192)),
  constraint record_version_check CHECK ((version > 0))
);
alter table record enable row level security;
alter table record force row level security;
-- a page of the records of one kind, newest first; every record of a kind that a command reads
CREATE INDEX record_by_age ON public.record USING btree (partnership_id, kind, id);
-- a page of the closed cases, the longest closed first, for the review of what may be disposed of
CREATE INDEX record_by_closing ON public.record USING btree (partnership_id, closed_at, id) WHERE ((kind = 'childCase'::text) AND (closed_at IS NOT NULL));
-- a page of the records of one kind by what is due next of them, soonest first
CREATE INDEX record_by_due ON public.record USING btree (partnership_id, kind, COALESCE(next_due, 'infinity'::timestamp with time zone), id);
-- the records of one kind that are in a phase: what waits for triage, the places of a picture
CREATE INDEX record_by_kind ON public.record USING btree (partnership_id, kind, phase, id);
-- a page of the cases by the time they opened, latest first
CREATE INDEX record_by_opening ON public.record USING btree (partnership_id, kind, COALESCE(opened_at, '-infinity'::timestamp with time zone), id);
-- the cases of a child, actions of a case, items of a sitting: for locks, facts and views
CREATE INDEX record_by_parent ON public.record USING btree (parent_id, kind);
-- the case with a reference; not unique, as uniqueness would tell that a record exists
CREATE INDEX record_by_reference ON public.record USING btree (partnership_id, reference) WHERE (reference IS NOT NULL);
-- the agenda items about a case, with the decision before this one
CREATE INDEX record_by_subject ON public.record USING btree (subject_id, kind) WHERE (subject_id IS NOT NULL);
-- people who are away or have given a part to another, when a session is asked for
CREATE INDEX record_covered ON public.record USING btree (partnership_id) WHERE ((kind = 'user'::text) AND (grade = 'covered'::text));
-- children graded high whom nobody has put on the panel’s list: candidates of an agenda too
CREATE INDEX record_high_unlisted ON public.record USING btree (partnership_id, id) WHERE ((kind = 'childCase'::text) AND (grade = 'high'::text) AND (closed_at IS NULL) AND (state ~~ '%"panel":"notListed"%'::text));
-- what is on the panel’s list, of every strand: the candidates of an agenda
CREATE INDEX record_listed ON public.record USING btree (partnership_id, kind, id) WHERE (state ~~ '%"panel":"listed"%'::text);
CREATE TRIGGER access_ended AFTER UPDATE ON public.record FOR EACH ROW WHEN (((new.kind = 'user'::text) AND (new.phase = 'ended'::text) AND (old.phase <> 'ended'::text))) EXECUTE FUNCTION drop_drafts();
CREATE TRIGGER glass_broken AFTER INSERT ON public.record FOR EACH ROW WHEN ((new.kind = 'breakGlass'::text)) EXECUTE FUNCTION stamp_posts();
CREATE TRIGGER hold_placed BEFORE INSERT ON public.record FOR EACH ROW WHEN ((new.kind = 'legalHold'::text)) EXECUTE FUNCTION hold_waits_for_disposals();
CREATE TRIGGER overseer_added AFTER INSERT ON public.record FOR EACH ROW WHEN (((new.kind = 'user'::text) AND (new.standing ~ '"(caldicott-guardian|chair|deputy-chair|senior)"'::text))) EXECUTE FUNCTION stamp_posts();
CREATE TRIGGER posts_changed AFTER UPDATE ON public.record FOR EACH ROW WHEN (((new.kind = 'user'::text) AND ((new.phase <> old.phase) OR (((new.standing)::json ->> 'absences'::text) IS DISTINCT FROM ((old.standing)::json ->> 'absences'::text)) OR (((new.standing)::json ->> 'delegations'::text) IS DISTINCT FROM ((old.standing)::json ->> 'delegations'::text)) OR (((new.standing)::json ->> 'roles'::text) IS DISTINCT FROM ((old.standing)::json ->> 'roles'::text)) OR (((new.standing)::json ->> 'teamId'::text) IS DISTINCT FROM ((old.standing)::json ->> 'teamId'::text)) OR (((new.standing)::json ->> 'agencyId'::text) IS DISTINCT FROM ((old.standing)::json ->> 'agencyId'::text))))) EXECUTE FUNCTION stamp_posts();
CREATE TRIGGER rota_changed AFTER UPDATE ON public.record FOR EACH ROW WHEN ((new.kind = ANY (ARRAY['dutyRota'::text, 'breakGlass'::text]))) EXECUTE FUNCTION stamp_posts();
CREATE TRIGGER user_changed AFTER UPDATE ON public.record FOR EACH ROW WHEN (((new.kind = 'user'::text) AND ((new.phase <> old.phase) OR (((new.standing)::json ->> 'roles'::text) IS DISTINCT FROM ((old.standing)::json ->> 'roles'::text)) OR (((new.standing)::json ->> 'teamId'::text) IS DISTINCT FROM ((old.standing)::json ->> 'teamId'::text)) OR (((new.standing)::json ->> 'agencyId'::text) IS DISTINCT FROM ((old.standing)::json ->> 'agencyId'::text))))) EXECUTE FUNCTION end_sessions_of_changed_user();
grant insert, select, update on record to mase_app;
grant select on record to mase_backup;
grant select on record to mase_figures;
grant select on record to mase_looks;
grant select on record to mase_matching;
grant select on record to mase_members;
grant select on record to mase_sessions;
grant select, update on record to mase_disposals;
grant update (version) on record to mase_members;
create policy record_app_insert on record for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy record_app_select on record for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = record.id) AND ((r.class <> 'existence'::text) OR (( SELECT app_purpose() AS app_purpose) = 'change'::text)) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))) AND ((( SELECT app_user() AS app_user) = ANY (r.without)) IS NOT TRUE))))));
create policy record_app_update on record for update to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = record.id) AND ((r.class <> 'existence'::text) OR (( SELECT app_purpose() AS app_purpose) = 'change'::text)) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))) AND ((( SELECT app_user() AS app_user) = ANY (r.without)) IS NOT TRUE))))))
  with check ((partnership_id = ( SELECT app_partnership() AS app_partnership)));
create policy record_backup_select on record for select to mase_backup
  using (true);
create policy record_disposals_all on record for all to mase_disposals
  using (true)
  with check (true);
create policy record_figures_select on record for select to mase_figures
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (kind = ANY (ARRAY['child'::text, 'childCase'::text, 'person'::text, 'personCase'::text, 'location'::text, 'locationCase'::text, 'cluster'::text, 'disruptionMeasure'::text, 'missingEpisode'::text, 'intelligence'::text, 'intelligenceRequirement'::text, 'informationRequest'::text, 'agency'::text, 'incident'::text, 'incidentVictim'::text, 'incidentPart'::text, 'link'::text, 'planAction'::text, 'sitting'::text, 'agendaItem'::text, 'serviceEpisode'::text, 'notice'::text, 'challenge'::text, 'returnInterview'::text, 'referralProposal'::text, 'caseAudit'::text, 'auditAction'::text, 'qualityStandard'::text, 'qualityActivity'::text, 'practiceTheme'::text, 'partnerFigures'::text])) AND ((standing !~~ '%"closed":true%'::text) OR (((standing)::json #>> '{access,closed}'::text[]) IS DISTINCT FROM 'true'::text))));
create policy record_looks_select on record for select to mase_looks
  using (true);
create policy record_matching_select on record for select to mase_matching
  using (true);
create policy record_members_lock on record for update to mase_members
  using (true)
  with check (false);
create policy record_members_select on record for select to mase_members
  using (true);
create policy record_sessions_posts on record for select to mase_sessions
  using ((kind = ANY (ARRAY['dutyRota'::text, 'breakGlass'::text])));
create policy record_sessions_select on record for select to mase_sessions
  using ((kind = ANY (ARRAY['user'::text, 'agency'::text])));

create table recovery_code (
  partnership_id uuid not null,
  user_id uuid not null,
  hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (user_id, hash),
  constraint recovery_code_partnership_id_user_id_fkey FOREIGN KEY (partnership_id, user_id) REFERENCES record(partnership_id, id) ON DELETE RESTRICT
);
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
grant delete, insert, select, update on recovery_code to mase_sessions;
grant select on recovery_code to mase_backup;
create policy recovery_code_backup_select on recovery_code for select to mase_backup
  using (true);
create policy recovery_code_sessions_all on recovery_code for all to mase_sessions
  using (true)
  with check (true);

create table saved_view (
  partnership_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  page text not null,
  name text not null,
  query text not null,
  saved_at timestamp with time zone not null,
  constraint saved_view_pkey PRIMARY KEY (id),
  constraint saved_view_by_name UNIQUE (user_id, page, name),
  constraint saved_view_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT,
  constraint saved_view_query_check CHECK ((octet_length(query) <= 2000))
);
alter table saved_view enable row level security;
alter table saved_view force row level security;
grant delete, insert, select, update on saved_view to mase_app;
grant delete, select on saved_view to mase_sessions;
grant select on saved_view to mase_backup;
create policy saved_view_app on saved_view for all to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user))))
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (user_id = ( SELECT app_user() AS app_user))));
create policy saved_view_backup_select on saved_view for select to mase_backup
  using (true);
create policy saved_view_sessions_delete on saved_view for delete to mase_sessions
  using (true);
create policy saved_view_sessions_select on saved_view for select to mase_sessions
  using (true);

create table search_term (
  partnership_id uuid not null,
  kind text not null,
  term text not null,
  record_kind text not null,
  record_id uuid not null,
  sought boolean not null default false,
  constraint search_term_pkey PRIMARY KEY (record_id, kind, term)
);
alter table search_term enable row level security;
alter table search_term force row level security;
-- names and nicknames that share parts with a misspelt one, inside find_alike
CREATE INDEX search_term_alike ON public.search_term USING gin (term gin_trgm_ops) WHERE (kind = ANY (ARRAY['name'::text, 'nickname'::text]));
-- the children with a word, date or number in common, inside find_by_term
CREATE INDEX search_term_by_term ON public.search_term USING btree (partnership_id, kind, term);
-- identifiers that are not yet compared with those that were there before
CREATE INDEX search_term_unsought ON public.search_term USING btree (record_id, kind, term) WHERE ((NOT sought) AND (kind = ANY (ARRAY['phone'::text, 'vehicle'::text, 'handle'::text, 'handleAnywhere'::text, 'address'::text, 'houseAtPostcode'::text, 'nickname'::text, 'email'::text, 'emailBox'::text, 'device'::text, 'pnc'::text, 'cro'::text, 'nhsNumber'::text, 'upn'::text])) AND (record_kind <> 'user'::text));
grant delete, insert, select on search_term to mase_app;
grant delete, select on search_term to mase_disposals;
grant select on search_term to mase_backup;
grant select on search_term to mase_matching;
grant select on search_term to mase_search;
grant update (sought) on search_term to mase_matching;
create policy search_term_app_delete on search_term for delete to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = search_term.record_id) AND ((r.class <> 'existence'::text) OR (( SELECT app_purpose() AS app_purpose) = 'change'::text)) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))) AND ((( SELECT app_user() AS app_user) = ANY (r.without)) IS NOT TRUE))))));
create policy search_term_app_insert on search_term for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy search_term_app_select on search_term for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = search_term.record_id) AND ((r.class <> 'existence'::text) OR (( SELECT app_purpose() AS app_purpose) = 'change'::text)) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))) AND ((( SELECT app_user() AS app_user) = ANY (r.without)) IS NOT TRUE))))));
create policy search_term_backup_select on search_term for select to mase_backup
  using (true);
create policy search_term_disposals_all on search_term for all to mase_disposals
  using (true)
  with check (true);
create policy search_term_matching_select on search_term for select to mase_matching
  using (true);
create policy search_term_matching_update on search_term for update to mase_matching
  using (true)
  with check (true);
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
  id uuid not null default gen_random_uuid(),
  idle interval not null default '01:00:00'::interval,
  method text not null default 'password'::text,
  tenant text,
  subject text,
  provider_session text,
  ended_why text,
  constraint session_pkey PRIMARY KEY (id_hash)
);
alter table session enable row level security;
alter table session force row level security;
-- the sessions of one subject of a provider, when the provider signs it out
CREATE INDEX session_by_subject ON public.session USING btree (tenant, subject) WHERE (tenant IS NOT NULL);
-- the running sessions of one person, to show and to end them
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

create table sign_in_step (
  token_hash bytea not null,
  partnership_id uuid not null,
  kind text not null,
  browser_hash bytea,
  tenant text,
  user_id uuid,
  return_to text,
  method text,
  until timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint sign_in_step_pkey PRIMARY KEY (token_hash),
  constraint sign_in_step_kind_check CHECK ((kind = ANY (ARRAY['provider'::text, 'code'::text, 'hand-over'::text, 'sign-out'::text])))
);
alter table sign_in_step enable row level security;
alter table sign_in_step force row level security;
-- the sign-ins of one person between two steps, to end them with the access
CREATE INDEX sign_in_step_by_user ON public.sign_in_step USING btree (user_id) WHERE (user_id IS NOT NULL);
grant delete, insert, select, update on sign_in_step to mase_sessions;
grant delete, select on sign_in_step to mase_worker;
grant select on sign_in_step to mase_backup;
create policy sign_in_step_backup_select on sign_in_step for select to mase_backup
  using (true);
create policy sign_in_step_sessions_all on sign_in_step for all to mase_sessions
  using (true)
  with check (true);
create policy sign_in_step_worker_delete on sign_in_step for delete to mase_worker
  using (true);
create policy sign_in_step_worker_select on sign_in_step for select to mase_worker
  using (true);

create table sign_in_try (
  key bytea not null,
  tries integer not null,
  since timestamp with time zone not null,
  constraint sign_in_try_pkey PRIMARY KEY (key)
);
alter table sign_in_try enable row level security;
alter table sign_in_try force row level security;
grant delete, insert, select, update on sign_in_try to mase_sessions;
grant delete, select on sign_in_try to mase_worker;
grant select on sign_in_try to mase_backup;
create policy sign_in_try_backup_select on sign_in_try for select to mase_backup
  using (true);
create policy sign_in_try_sessions_all on sign_in_try for all to mase_sessions
  using (true)
  with check (true);
create policy sign_in_try_worker_delete on sign_in_try for delete to mase_worker
  using (true);
create policy sign_in_try_worker_select on sign_in_try for select to mase_worker
  using (true);

create table silent_case (
  partnership_id uuid not null,
  record_id uuid not null,
  since timestamp with time zone not null,
  lacks text[] not null,
  constraint silent_case_pkey PRIMARY KEY (record_id),
  constraint silent_case_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT,
  constraint silent_case_record_id_fkey FOREIGN KEY (record_id) REFERENCES record(id) ON DELETE CASCADE
);
alter table silent_case enable row level security;
alter table silent_case force row level security;
grant delete, insert, select, update on silent_case to mase_members;
grant select on silent_case to mase_backup;
create policy silent_case_backup_select on silent_case for select to mase_backup
  using (true);
create policy silent_case_members_all on silent_case for all to mase_members
  using (true)
  with check (true);

create table unsanitised_text (
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
  constraint unsanitised_text_pkey PRIMARY KEY (id),
  constraint unsanitised_text_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT,
  constraint unsanitised_text_partnership_id_record_id_fkey FOREIGN KEY (partnership_id, record_id) REFERENCES record(partnership_id, id) ON DELETE RESTRICT,
  constraint unsanitised_text_class_check CHECK ((class = 'unsanitised'::text))
);
alter table unsanitised_text enable row level security;
alter table unsanitised_text force row level security;
-- what was submitted of one report, for those cleared
CREATE INDEX unsanitised_text_by_record ON public.unsanitised_text USING btree (record_id, at);
grant delete, select on unsanitised_text to mase_disposals;
grant insert, select on unsanitised_text to mase_app;
grant select on unsanitised_text to mase_backup;
create policy unsanitised_text_app_insert on unsanitised_text for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy unsanitised_text_app_select on unsanitised_text for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = unsanitised_text.record_id) AND (r.class = 'unsanitised'::text) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))) AND ((( SELECT app_user() AS app_user) = ANY (r.without)) IS NOT TRUE))))));
create policy unsanitised_text_backup_select on unsanitised_text for select to mase_backup
  using (true);
create policy unsanitised_text_disposals_delete on unsanitised_text for delete to mase_disposals
  using (true);
create policy unsanitised_text_disposals_select on unsanitised_text for select to mase_disposals
  using (true);

create table unweighed_link (
  partnership_id uuid not null,
  record_id uuid not null,
  at timestamp with time zone not null,
  constraint unweighed_link_pkey PRIMARY KEY (record_id),
  constraint unweighed_link_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT
);
alter table unweighed_link enable row level security;
alter table unweighed_link force row level security;
-- links that are to be weighed, the longest waiting first
CREATE INDEX unweighed_link_by_time ON public.unweighed_link USING btree (at);
grant delete, select on unweighed_link to mase_disposals;
grant delete, select on unweighed_link to mase_matching;
grant insert, select, update on unweighed_link to mase_app;
grant select on unweighed_link to mase_backup;
create policy unweighed_link_app_insert on unweighed_link for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy unweighed_link_app_select on unweighed_link for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy unweighed_link_app_update on unweighed_link for update to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)))
  with check ((partnership_id = ( SELECT app_partnership() AS app_partnership)));
create policy unweighed_link_backup_select on unweighed_link for select to mase_backup
  using (true);
create policy unweighed_link_disposals_all on unweighed_link for all to mase_disposals
  using (true)
  with check (true);
create policy unweighed_link_matching_all on unweighed_link for all to mase_matching
  using (true)
  with check (true);

create table withdrawn_row (
  partnership_id uuid not null,
  written_id uuid not null,
  constraint withdrawn_row_pkey PRIMARY KEY (written_id),
  constraint withdrawn_row_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE RESTRICT,
  constraint withdrawn_row_written_id_fkey FOREIGN KEY (written_id) REFERENCES written(id) ON DELETE CASCADE
);
alter table withdrawn_row enable row level security;
alter table withdrawn_row force row level security;
grant delete, insert, select on withdrawn_row to mase_app;
grant select (written_id) on withdrawn_row to mase_matching;
grant select on withdrawn_row to mase_backup;
grant select on withdrawn_row to mase_figures;
create policy withdrawn_row_app_delete on withdrawn_row for delete to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy withdrawn_row_app_insert on withdrawn_row for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy withdrawn_row_app_select on withdrawn_row for select to mase_app
  using ((partnership_id = ( SELECT app_partnership() AS app_partnership)));
create policy withdrawn_row_backup_select on withdrawn_row for select to mase_backup
  using (true);
create policy withdrawn_row_figures_select on withdrawn_row for select to mase_figures
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND true));
create policy withdrawn_row_matching_select on withdrawn_row for select to mase_matching
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
-- second assessments made without seeing the first, by when they were recorded
CREATE INDEX written_blind ON public.written USING btree (partnership_id, at) WHERE (kind = 'blind-assessment'::text);
-- what was written on a record, newest first
CREATE INDEX written_by_record ON public.written USING btree (record_id, at DESC);
-- the first and the last grade of a case, for the scorecards
CREATE INDEX written_grade ON public.written USING btree (record_id, version) WHERE (kind = 'grade'::text);
-- the latest of each kind of entry that grows with the age of a case, to open it
CREATE INDEX written_growing ON public.written USING btree (record_id, kind, at, id) WHERE (kind = ANY (ARRAY['area-exchange'::text, 'check'::text, 'contact'::text, 'feedback'::text, 'safety-action'::text, 'view'::text]));
-- the team and the worker that held a case on a day, for the scorecards
CREATE INDEX written_holding ON public.written USING btree (record_id, version) WHERE (kind = ANY (ARRAY['triage'::text, 'relisting'::text, 'allocation'::text, 'personal-connection'::text]));
-- grades and strategy discussions between two instants, for the lists of judgements
CREATE INDEX written_judgement ON public.written USING btree (partnership_id, at, id) WHERE (kind = ANY (ARRAY['grade'::text, 'strategy-discussion'::text]));
-- what was asked of agencies and shared with them between two instants, the newest first
CREATE INDEX written_sharing ON public.written USING btree (partnership_id, at, id) WHERE (kind = ANY (ARRAY['information-request'::text, 'sharing'::text, 'sharing-disruption'::text, 'transfer-asked'::text, 'intelligence-sharing'::text, 'intelligence-feedback'::text, 'intelligence-requirement'::text, 'list-matched'::text]));
-- the other entries of a case, to open it
CREATE INDEX written_steady ON public.written USING btree (record_id, at, id) WHERE (kind <> ALL (ARRAY['area-exchange'::text, 'check'::text, 'contact'::text, 'feedback'::text, 'safety-action'::text, 'view'::text]));
-- what triage decided on one day
CREATE INDEX written_triage ON public.written USING btree (partnership_id, at) WHERE (kind = 'triage'::text);
grant delete, select on written to mase_disposals;
grant insert, select on written to mase_app;
grant select (at) on written to mase_matching;
grant select (author_id) on written to mase_search;
grant select (body) on written to mase_matching;
grant select (id) on written to mase_matching;
grant select (id) on written to mase_search;
grant select (kind) on written to mase_matching;
grant select (partnership_id) on written to mase_matching;
grant select (partnership_id) on written to mase_search;
grant select (record_id) on written to mase_matching;
grant select (replaces) on written to mase_matching;
grant select (replaces) on written to mase_search;
grant select on written to mase_backup;
grant select on written to mase_figures;
create policy written_app_insert on written for insert to mase_app
  with check (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (( SELECT app_purpose() AS app_purpose) = 'change'::text)));
create policy written_app_own on written for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND ((author_id = ( SELECT app_user() AS app_user)) OR (replaces IS NOT NULL)) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = written.record_id) AND (r.class = 'own'::text) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))) AND ((( SELECT app_user() AS app_user) = ANY (r.without)) IS NOT TRUE)))) AND wrote_first(id)));
create policy written_app_select on written for select to mase_app
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (EXISTS ( SELECT 1
   FROM case_reader r
  WHERE ((r.record_id = written.record_id) AND (r.class = written.class) AND (r.principal = ANY (( SELECT app_principals() AS app_principals)::text[])) AND ((r.until IS NULL) OR (r.until > ( SELECT app_now() AS app_now))) AND ((( SELECT app_user() AS app_user) = ANY (r.without)) IS NOT TRUE))))));
create policy written_app_withdrawn on written as restrictive for select to mase_app
  using (((( SELECT app_principals() AS app_principals) && ARRAY['role:information-governance'::text]) OR (NOT (EXISTS ( SELECT 1
   FROM withdrawn_row w
  WHERE (w.written_id = written.id))))));
create policy written_backup_select on written for select to mase_backup
  using (true);
create policy written_disposals_all on written for all to mase_disposals
  using (true)
  with check (true);
create policy written_figures_select on written for select to mase_figures
  using (((partnership_id = ( SELECT app_partnership() AS app_partnership)) AND (kind = ANY (ARRAY['grade'::text, 'attendance'::text, 'triage'::text, 'relisting'::text, 'allocation'::text, 'personal-connection'::text, 'status'::text, 'status-line'::text, 'entry-withdrawn'::text]))));
create policy written_matching_checks on written for select to mase_matching
  using ((kind = ANY (ARRAY['panel-decision'::text, 'closure-proposal'::text, 'next-check'::text, 'listing'::text, 'chairs-action'::text, 'relisting'::text, 'removal'::text])));
create policy written_matching_profiles on written for select to mase_matching
  using ((kind = 'profile-document'::text));
create policy written_matching_select on written for select to mase_matching
  using ((kind = ANY (ARRAY['grade'::text, 'strategy-discussion'::text])));
create policy written_search_select on written for select to mase_search
  using ((partnership_id = ( SELECT app_partnership() AS app_partnership)));

grant select on migration_id_seq to mase_backup;

CREATE OR REPLACE FUNCTION public.accounts_with_email(in_partnership uuid, wanted text, at_issuer text)
 RETURNS TABLE(user_id uuid, phase text, standing text, is_bound boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select r.id, r.phase, r.standing, exists (
        select 1 from identity i where i.partnership_id = in_partnership and i.issuer = at_issuer and i.user_id = r.id)
      from record r
      where r.partnership_id = in_partnership and r.kind = 'user' and r.reference = lower(wanted)
      limit 10
    $function$;
alter function accounts_with_email(uuid,text,text) owner to mase_sessions;
revoke execute on function accounts_with_email(uuid,text,text) from public;
grant execute on function accounts_with_email(uuid,text,text) to mase_app;

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

CREATE OR REPLACE FUNCTION public.begin_disposal(wanted uuid, seen_holds uuid[], child_goes boolean)
 RETURNS TABLE(kind text, records bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
    end $function$;
alter function begin_disposal(uuid,uuid[],boolean) owner to mase_disposals;
revoke execute on function begin_disposal(uuid,uuid[],boolean) from public;
grant execute on function begin_disposal(uuid,uuid[],boolean) to mase_app;

CREATE OR REPLACE FUNCTION public.begin_one_time_code(of_user uuid, in_partnership uuid, new_salt bytea)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      with begun as (
        insert into one_time_code as c (user_id, partnership_id, salt) values (of_user, in_partnership, new_salt)
        on conflict (user_id) do update set salt = excluded.salt where c.confirmed_at is null returning 1)
      select count(*) = 1 from begun
    $function$;
alter function begin_one_time_code(uuid,uuid,bytea) owner to mase_sessions;
revoke execute on function begin_one_time_code(uuid,uuid,bytea) from public;
grant execute on function begin_one_time_code(uuid,uuid,bytea) to mase_app;

CREATE OR REPLACE FUNCTION public.begin_session(new_hash bytea, for_user uuid, in_partnership uuid, lasts interval, until timestamp with time zone, may_idle interval, how text, at_tenant text, as_subject text, with_provider_session text)
 RETURNS timestamp with time zone
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      insert into session (id_hash, partnership_id, user_id, expires_at, idle, method, tenant, subject, provider_session)
      select new_hash, in_partnership, r.id, coalesce(until, now() + lasts), may_idle, how, at_tenant, as_subject,
        with_provider_session
      from record r where r.id = for_user and r.partnership_id = in_partnership and r.kind = 'user' and r.phase = 'active'
      returning expires_at
    $function$;
alter function begin_session(bytea,uuid,uuid,interval,timestamp with time zone,interval,text,text,text,text) owner to mase_sessions;
revoke execute on function begin_session(bytea,uuid,uuid,interval,timestamp with time zone,interval,text,text,text,text) from public;
grant execute on function begin_session(bytea,uuid,uuid,interval,timestamp with time zone,interval,text,text,text,text) to mase_app;

CREATE OR REPLACE FUNCTION public.begin_sign_in_step(new_hash bytea, in_partnership uuid, of_kind text, by_browser bytea, at_tenant text, for_user uuid, then_to text, session_method text, session_until timestamp with time zone, minutes integer)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      with begun as (
        insert into sign_in_step (token_hash, partnership_id, kind, browser_hash, tenant, user_id, return_to, method, until,
          expires_at)
        values (new_hash, in_partnership, of_kind, by_browser, at_tenant, for_user, then_to, session_method, session_until,
          now() + make_interval(mins => minutes))
        on conflict (token_hash) do nothing returning 1)
      select count(*) = 1 from begun
    $function$;
alter function begin_sign_in_step(bytea,uuid,text,bytea,text,uuid,text,text,timestamp with time zone,integer) owner to mase_sessions;
revoke execute on function begin_sign_in_step(bytea,uuid,text,bytea,text,uuid,text,text,timestamp with time zone,integer) from public;
grant execute on function begin_sign_in_step(bytea,uuid,text,bytea,text,uuid,text,text,timestamp with time zone,integer) to mase_app;

CREATE OR REPLACE FUNCTION public.bind_identity(new_id uuid, in_partnership uuid, at_tenant text, at_issuer text, as_subject text, for_user uuid, by_user uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      with bound as (
        insert into identity (id, partnership_id, tenant, issuer, subject, user_id, bound_by)
        select new_id, in_partnership, at_tenant, at_issuer, as_subject, for_user, by_user
        from record r where r.id = for_user and r.partnership_id = in_partnership and r.kind = 'user' and r.phase = 'active'
        on conflict do nothing returning 1)
      select count(*) = 1 from bound
    $function$;
alter function bind_identity(uuid,uuid,text,text,text,uuid,uuid) owner to mase_sessions;
revoke execute on function bind_identity(uuid,uuid,text,text,text,uuid,uuid) from public;
grant execute on function bind_identity(uuid,uuid,text,text,text,uuid,uuid) to mase_app;

CREATE OR REPLACE FUNCTION public.caseload_facts(from_at timestamp with time zone, until_at timestamp with time zone, known_at timestamp with time zone, at_position bigint, zone text)
 RETURNS TABLE(measure text, part text, record_id uuid, amount integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ 
  select f.measure, f.part, b.id, f.amount from (
  select r.id, r.parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'childCase' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (r.opened_at < until_at and (r.phase = any (array['awaitingTriage', 'assessing', 'planning', 'monitoring', 'closing', 'suspended', 'transferring',
  'screening', 'nominated', 'reported', 'active']) or r.closed_at >= least(from_at, known_at)))) b
    cross join lateral json_to_record(b.s) x ("receivedAt" timestamptz, triage json, closed json)
    cross join lateral (select 1 where exists (select 1 from (select u.*, u.outcome in ('risk-assessment', 'section-47-and-risk-assessment', 'relisted') and u.reason is distinct from 'merged' as is_taken,
      case when u.no = 1 then u.received else u.begun end as since
    from (select n.no, n.is_last, y."receivedAt" as received, n.triage ->> 'outcome' as outcome,
        (n.triage ->> 'at')::timestamptz as begun, n.triage ->> 'referral' is not null as is_woken,
        n.closed ->> 'reason' as reason, (n.closed ->> 'at')::timestamptz as ended, n.t
      from json_to_record(b.s) y ("receivedAt" timestamptz, triage json, closed json, before json) cross join lateral (
        select coalesce(json_array_length(y.before), 0) + 1 as no, true as is_last, y.triage, y.closed, null::json as t
        union all select e.no, false, e.t -> 'triage', e.t -> 'closed', e.t
          from json_array_elements(y.before) with ordinality e (t, no)) n offset 0) u) u where u.is_taken and u.since < until_at and coalesce(u.ended >= until_at, true)) offset 0) o
    left join lateral (select w.version, w.body::json as s 
  from written w where w.record_id = b.id and w.kind = 'triage' and w.version <= b.version and w.happened < until_at and w.body::json ->> 'teamId' is not null
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'triage' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))) order by w.version desc limit 1) triage on true
    left join lateral (select w.version, w.body::json as s 
  from written w where w.record_id = b.id and w.kind = 'relisting' and w.version <= b.version and w.happened < until_at and w.body::json ->> 'teamId' is not null
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'relisting' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))) order by w.version desc limit 1) renewed on true
    left join lateral (select w.version, w.body::json as s 
  from written w where w.record_id = b.id and w.kind = 'relisting' and w.version <= b.version and w.happened < until_at 
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'relisting' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))) order by w.version desc limit 1) again on true
    left join lateral (select w.version, w.body::json as s 
  from written w where w.record_id = b.id and w.kind = 'allocation' and w.version <= b.version and w.happened < until_at 
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'allocation' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))) order by w.version desc limit 1) given on given.version > coalesce(again.version, 0)
    left join lateral (select 1 as is_out 
  from written w where w.record_id = b.id and w.kind = 'personal-connection' and w.version <= b.version and w.happened < until_at
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'personal-connection' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history'))))
      and w.version > given.version and w.body::json ->> 'userId' = given.s ->> 'workerId' limit 1) known on true
    cross join lateral (select coalesce(renewed.s, triage.s) ->> 'teamId' as id,
      case when known.is_out is null then (given.s ->> 'workerId')::uuid end as worker offset 0) h
    left join (select t ->> 'id' as id, t ->> 'name' as name from (select a.id::text as id, a.standing::json ->> 'name' as name, a.standing::json -> 'teams' as teams
    from record a where a.partnership_id = (select app_partnership()) and a.kind = 'agency') a cross join lateral json_array_elements(a.teams) t) t on t.id = h.id
    cross join lateral (select coalesce(t.name, h.id, 'not-known') as team) n cross join lateral (values
      ('cases', n.team, 1, true),
      ('waiting', n.team, 1, h.worker is null),
      ('withWorker', n.team, 1, h.worker is not null)) f (measure, part, amount, counts) where f.counts union all select 'workers', n.team, h.worker, 1 from (
  select r.id, r.parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'childCase' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (r.opened_at < until_at and (r.phase = any (array['awaitingTriage', 'assessing', 'planning', 'monitoring', 'closing', 'suspended', 'transferring',
  'screening', 'nominated', 'reported', 'active']) or r.closed_at >= least(from_at, known_at)))) b
    cross join lateral json_to_record(b.s) x ("receivedAt" timestamptz, triage json, closed json)
    cross join lateral (select 1 where exists (select 1 from (select u.*, u.outcome in ('risk-assessment', 'section-47-and-risk-assessment', 'relisted') and u.reason is distinct from 'merged' as is_taken,
      case when u.no = 1 then u.received else u.begun end as since
    from (select n.no, n.is_last, y."receivedAt" as received, n.triage ->> 'outcome' as outcome,
        (n.triage ->> 'at')::timestamptz as begun, n.triage ->> 'referral' is not null as is_woken,
        n.closed ->> 'reason' as reason, (n.closed ->> 'at')::timestamptz as ended, n.t
      from json_to_record(b.s) y ("receivedAt" timestamptz, triage json, closed json, before json) cross join lateral (
        select coalesce(json_array_length(y.before), 0) + 1 as no, true as is_last, y.triage, y.closed, null::json as t
        union all select e.no, false, e.t -> 'triage', e.t -> 'closed', e.t
          from json_array_elements(y.before) with ordinality e (t, no)) n offset 0) u) u where u.is_taken and u.since < until_at and coalesce(u.ended >= until_at, true)) offset 0) o
    left join lateral (select w.version, w.body::json as s 
  from written w where w.record_id = b.id and w.kind = 'triage' and w.version <= b.version and w.happened < until_at and w.body::json ->> 'teamId' is not null
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'triage' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))) order by w.version desc limit 1) triage on true
    left join lateral (select w.version, w.body::json as s 
  from written w where w.record_id = b.id and w.kind = 'relisting' and w.version <= b.version and w.happened < until_at and w.body::json ->> 'teamId' is not null
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'relisting' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))) order by w.version desc limit 1) renewed on true
    left join lateral (select w.version, w.body::json as s 
  from written w where w.record_id = b.id and w.kind = 'relisting' and w.version <= b.version and w.happened < until_at 
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'relisting' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))) order by w.version desc limit 1) again on true
    left join lateral (select w.version, w.body::json as s 
  from written w where w.record_id = b.id and w.kind = 'allocation' and w.version <= b.version and w.happened < until_at 
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'allocation' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))) order by w.version desc limit 1) given on given.version > coalesce(again.version, 0)
    left join lateral (select 1 as is_out 
  from written w where w.record_id = b.id and w.kind = 'personal-connection' and w.version <= b.version and w.happened < until_at
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'personal-connection' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history'))))
      and w.version > given.version and w.body::json ->> 'userId' = given.s ->> 'workerId' limit 1) known on true
    cross join lateral (select coalesce(renewed.s, triage.s) ->> 'teamId' as id,
      case when known.is_out is null then (given.s ->> 'workerId')::uuid end as worker offset 0) h
    left join (select t ->> 'id' as id, t ->> 'name' as name from (select a.id::text as id, a.standing::json ->> 'name' as name, a.standing::json -> 'teams' as teams
    from record a where a.partnership_id = (select app_partnership()) and a.kind = 'agency') a cross join lateral json_array_elements(a.teams) t) t on t.id = h.id
    cross join lateral (select coalesce(t.name, h.id, 'not-known') as team) n where h.worker is not null group by 2, 3
  union all 
  select f.measure, f.part, b.id, f.amount from (
  select r.id, r.parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'serviceEpisode' and r.opened_at < until_at and (r.closed_at is null or r.closed_at >= least(from_at, known_at)) and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (true)) b cross join lateral json_to_record(b.s) x (service text, "agencyName" text, referred json,
      "acceptedAt" timestamptz, "startedAt" timestamptz, ended json)
    cross join lateral (select (x.ended ->> 'at')::timestamptz as ended_at) t cross join lateral (values
      ('servicesReferred', x."agencyName", 1, ((x.referred ->> 'at')::timestamptz >= from_at and (x.referred ->> 'at')::timestamptz < until_at)),
      ('servicesStarted', x."agencyName", 1, (x."startedAt" >= from_at and x."startedAt" < until_at)),
      ('servicesEnded', x."agencyName", 1, x."startedAt" is not null and (t.ended_at >= from_at and t.ended_at < until_at)),
      ('servicesAtEnd', x."agencyName", 1, x."startedAt" < until_at and coalesce(t.ended_at >= until_at, true))) f (measure, part, amount, counts) where f.counts $function$;
alter function caseload_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) owner to mase_figures;
revoke execute on function caseload_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) from public;

CREATE OR REPLACE FUNCTION public.cases_at_link(wanted uuid)
 RETURNS TABLE(id uuid, kind text, linked_children integer, days text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select k.id, k.kind, n.linked_children, array(select unnest(n.latest[1:12]) order by 1)
          from record r join record k on k.parent_id in (r.parent_id, r.subject_id)
          cross join lateral (
            select count(distinct e.other)::integer as linked_children,
              array_agg(distinct e.last_on::text order by e.last_on::text desc) filter (where l.standing::json ->> 'kind' not like 'protected-%') as latest
            from link_edge e join record l on l.id = e.record_id
            where e.partnership_id = k.partnership_id and e.node = case k.kind when 'personCase' then 'person:' else 'location:' end
                || k.parent_id::text
              and e.other like 'child:%'
              and (not (coalesce(l.standing::json #>> '{grade,handling}', case when l.standing::json -> 'drawn' is not null then 'P' end) = 'C'
  or exists (select 1 from json_object_keys(coalesce(l.standing::json -> 'closedEnds', '{}'::json)) as closed_end (id)
    where closed_end.id <> k.parent_id::text and l.standing::json -> 'closedEnds' -> closed_end.id ->> 'closed' = 'true'))
                or (k.standing::json #>> '{access,closed}' = 'true' and coalesce(l.standing::json #>> '{grade,handling}', case when l.standing::json -> 'drawn' is not null then 'P' end) = 'C'))
          ) n
          where r.id = wanted and k.kind in ('personCase', 'locationCase') and k.phase not in ('closed', 'declined', 'disposed')
        $function$;
alter function cases_at_link(uuid) owner to mase_matching;
revoke execute on function cases_at_link(uuid) from public;
grant execute on function cases_at_link(uuid) to mase_worker;

CREATE OR REPLACE FUNCTION public.change_own_credential(new_hash text, keep bytea)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      with changed as (
        update credential set hash = new_hash
        where user_id = (select app_user()) and partnership_id = (select app_partnership()) and not demonstration
        returning user_id),
      ended as (
        update session s set revoked_at = now(), ended_why = 'secret-changed'
        from changed c where s.user_id = c.user_id and s.revoked_at is null and s.id_hash <> keep)
      select count(*) = 1 from changed
    $function$;
alter function change_own_credential(text,bytea) owner to mase_sessions;
revoke execute on function change_own_credential(text,bytea) from public;
grant execute on function change_own_credential(text,bytea) to mase_app;

CREATE OR REPLACE FUNCTION public.checks_fixed_before(at_most integer)
 RETURNS TABLE(partnership_id uuid, record_id uuid, kind text, next_check text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select w.partnership_id, w.record_id, r.kind, left(w.body::json ->> 'nextCheck', 10)
          from written w join record r on r.id = w.record_id
          where w.kind in ('panel-decision', 'closure-proposal') and r.kind in ('childCase', 'personCase', 'locationCase') and r.phase <> 'disposed'
            and w.body::json ->> 'nextCheck' > to_char(now() at time zone 'Europe/London', 'YYYY-MM-DD')
            and case
    when r.kind = 'childCase' and r.phase = 'closed' then (w.kind = 'closure-proposal' or w.body::json ->> 'decision' = 'close')
      and r.standing::json #>> '{closed,reason}' in ('not-found', 'reduced-and-sustained', 'moved', 'turned-18')
      and r.standing::json #>> '{closure,reason}' = r.standing::json #>> '{closed,reason}'
    when r.kind = 'childCase' then w.kind = 'panel-decision' and w.body::json ->> 'decision' in ('remove', 'step-down')
      and r.standing::json #>> '{lastDecision,decision}' in ('remove', 'step-down')
      and r.standing::json #>> '{listing}' is null and r.state like '%"panel":"notListed"%'
    else r.phase = 'closed' and w.kind = 'panel-decision' and w.body::json ->> 'decision' = 'remove'
      and r.standing::json #>> '{closed,reason}' not in ('deceased', 'ceased', 'mistaken', 'unfounded') end
            and not exists (select 1 from json_array_elements(r.standing::json -> 'clocks') c where c ->> 'rule' = 'next-check')
            and not exists (select 1 from withdrawn_row n where n.written_id = w.id)
            and not exists (select 1 from written n where n.record_id = w.record_id and n.replaces = w.id)
            and not exists (select 1 from written n where n.record_id = w.record_id and (n.at, n.id) > (w.at, w.id)
              and (n.kind in ('panel-decision', 'closure-proposal', 'next-check') or (r.phase <> 'closed' or r.kind <> 'childCase') and n.kind in ('listing', 'chairs-action', 'relisting', 'removal'))
              and not exists (select 1 from withdrawn_row g where g.written_id = n.id))
          order by w.at, w.record_id limit at_most
        $function$;
alter function checks_fixed_before(integer) owner to mase_matching;
revoke execute on function checks_fixed_before(integer) from public;
grant execute on function checks_fixed_before(integer) to mase_worker;

CREATE OR REPLACE FUNCTION public.children_counts(from_at timestamp with time zone, until_at timestamp with time zone, known_at timestamp with time zone, at_position bigint, zone text, rules json DEFAULT '{"episodesFrom": "none"}'::json)
 RETURNS TABLE(measure text, part text, n bigint)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ 
  select f.measure, f.part, sum(f.amount)::bigint from (
    select is_0, in_0, is_1, is_2, is_3, is_4, is_5, is_6, is_7, is_8, in_8, is_9, in_9, is_10, is_11, in_11, is_12, in_12, is_13, is_14, is_15, in_15, count(*) as n, sum(sum_10) as sum_10
    from (select (t.is_in) as is_0,
      case when t.is_in then coalesce(u.outcome, 'awaiting') end as in_0,
      (t.is_in or (u.no > 1 and not u.is_woken and (u.begun >= from_at and u.begun < until_at))) as is_1,
      ((t.is_in and (x."reReferral" ->> 'caseId') <> b.id::text) or (u.no > 1 and not u.is_woken and (u.begun >= from_at and u.begun < until_at))) as is_2,
      (t.is_in and u.outcome in ('risk-assessment', 'section-47-and-risk-assessment') and case when u.is_last then x."assessmentId" is not null else x."assessmentId" is not null end) as is_3,
      (t.is_in and u.outcome in ('risk-assessment', 'section-47-and-risk-assessment') and case when u.is_last then json_typeof(x.confirmed) = 'object' else u.t ->> 'grade' is not null end) as is_4,
      (t.is_in and u.outcome in ('risk-assessment', 'section-47-and-risk-assessment') and case when u.is_last then json_typeof(x.plan) = 'object' else (u.t ->> 'planned')::boolean end) as is_5,
      (t.is_in and u.outcome in ('risk-assessment', 'section-47-and-risk-assessment') and case when u.is_last then json_typeof(x."lastDecision") = 'object' else (u.t ->> 'heard')::boolean end) as is_6,
      (t.is_in and u.outcome in ('risk-assessment', 'section-47-and-risk-assessment') and u.ended is not null) as is_7,
      ((t.opened >= from_at and t.opened < until_at)) as is_8,
      case when (t.opened >= from_at and t.opened < until_at) then u.outcome end as in_8,
      (t.is_closed) as is_9,
      case when t.is_closed then u.reason end as in_9,
      (t.is_closed) as is_10,
      case when t.is_closed then (u.ended at time zone zone)::date - (u.since at time zone zone)::date end as sum_10,
      (t.is_closed) as is_11,
      case when t.is_closed then coalesce(g.first, 'not-graded') end as in_11,
      (t.is_closed) as is_12,
      case when t.is_closed then coalesce(t.grade, 'not-graded') end as in_12,
      (t.is_closed and array_position(array['none', 'low', 'medium', 'high'], t.grade) < array_position(array['none', 'low', 'medium', 'high'], g.first)) as is_13,
      (t.is_closed and g.first is not null) as is_14,
      (t.is_open) as is_15,
      case when t.is_open then coalesce(g.last, 'not-graded') end as in_15 from (
  select r.id, r.parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'childCase' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (r.opened_at < until_at and (r.phase = any (array['awaitingTriage', 'assessing', 'planning', 'monitoring', 'closing', 'suspended', 'transferring',
  'screening', 'nominated', 'reported', 'active']) or r.closed_at >= least(from_at, known_at)))) b
    cross join lateral json_to_record(b.s) x ("receivedAt" timestamptz, "assessmentId" text, triage json, closed json, before json, confirmed json,
      plan json, "lastDecision" json, "reReferral" json)
    cross join lateral (select u.*, u.outcome in ('risk-assessment', 'section-47-and-risk-assessment', 'relisted') and u.reason is distinct from 'merged' as is_taken,
      case when u.no = 1 then u.received else u.begun end as since
    from (select n.no, n.is_last, y."receivedAt" as received, n.triage ->> 'outcome' as outcome,
        (n.triage ->> 'at')::timestamptz as begun, n.triage ->> 'referral' is not null as is_woken,
        n.closed ->> 'reason' as reason, (n.closed ->> 'at')::timestamptz as ended, n.t
      from (select x."receivedAt", x.triage, x.closed, x.before) y cross join lateral (
        select coalesce(json_array_length(y.before), 0) + 1 as no, true as is_last, y.triage, y.closed, null::json as t
        union all select e.no, false, e.t -> 'triage', e.t -> 'closed', e.t
          from json_array_elements(y.before) with ordinality e (t, no)) n offset 0) u) u
    cross join lateral (select u.no = 1 and (u.since >= from_at and u.since < until_at) as is_in,
      u.is_taken and (u.ended >= from_at and u.ended < until_at) and (rules ->> 'episodesFrom' = 'none' or exists (select 1
      
  from written w where w.record_id = b.id and w.kind = 'grade' and w.version <= b.version and (u.no = 1 or w.happened >= u.begun) and (u.is_last or w.happened <= u.ended) and w.happened <= u.ended and array_position(array['none', 'low', 'medium', 'high'], w.body::json ->> 'grade') >= array_position(array['none', 'low', 'medium', 'high'], rules ->> 'episodesFrom')
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'grade' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))))) as is_closed,
      u.is_taken and u.since < until_at and coalesce(u.ended >= until_at, true) and (rules ->> 'episodesFrom' = 'none' or exists (select 1
      
  from written w where w.record_id = b.id and w.kind = 'grade' and w.version <= b.version and (u.no = 1 or w.happened >= u.begun) and (u.is_last or w.happened <= u.ended) and w.happened < until_at and array_position(array['none', 'low', 'medium', 'high'], w.body::json ->> 'grade') >= array_position(array['none', 'low', 'medium', 'high'], rules ->> 'episodesFrom')
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'grade' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))))) as is_open,
      case when not u.is_taken then null when rules ->> 'episodesFrom' = 'none' then u.begun
        else (select min(w.happened) 
  from written w where w.record_id = b.id and w.kind = 'grade' and w.version <= b.version and (u.no = 1 or w.happened >= u.begun) and (u.is_last or w.happened <= u.ended) and array_position(array['none', 'low', 'medium', 'high'], w.body::json ->> 'grade') >= array_position(array['none', 'low', 'medium', 'high'], rules ->> 'episodesFrom')
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'grade' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history'))))) end as opened,
      case when u.is_last then x.confirmed ->> 'grade' else u.t ->> 'grade' end as grade offset 0) t
    cross join lateral (select case when t.is_closed then (select w.body::json ->> 'grade' 
  from written w where w.record_id = b.id and w.kind = 'grade' and w.version <= b.version and (u.no = 1 or w.happened >= u.begun) and (u.is_last or w.happened <= u.ended) 
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'grade' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))) order by w.version asc limit 1) end as first,
      case when t.is_open then (select w.body::json ->> 'grade' 
  from written w where w.record_id = b.id and w.kind = 'grade' and w.version <= b.version and (u.no = 1 or w.happened >= u.begun) and (u.is_last or w.happened <= u.ended) and w.happened < until_at
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'grade' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))) order by w.version desc limit 1) end as last offset 0) g offset 0) j group by is_0, in_0, is_1, is_2, is_3, is_4, is_5, is_6, is_7, is_8, in_8, is_9, in_9, is_10, is_11, in_11, is_12, in_12, is_13, is_14, is_15, in_15) k
  cross join lateral (values
      ('contacts', k.in_0, k.n, k.is_0),
      ('comings', null::text, k.n, k.is_1),
      ('reReferrals', null::text, k.n, k.is_2),
      ('assessed', null::text, k.n, k.is_3),
      ('graded', null::text, k.n, k.is_4),
      ('planned', null::text, k.n, k.is_5),
      ('heard', null::text, k.n, k.is_6),
      ('ended', null::text, k.n, k.is_7),
      ('opened', k.in_8, k.n, k.is_8),
      ('closed', k.in_9, k.n, k.is_9),
      ('daysOpen', null::text, k.sum_10, k.is_10),
      ('gradeAtOpening', k.in_11, k.n, k.is_11),
      ('gradeAtClosing', k.in_12, k.n, k.is_12),
      ('riskReduced', null::text, k.n, k.is_13),
      ('riskCompared', null::text, k.n, k.is_14),
      ('openAtEnd', k.in_15, k.n, k.is_15)) f (measure, part, amount, counts) where f.counts group by 1, 2 $function$;
alter function children_counts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text,json) owner to mase_figures;
revoke execute on function children_counts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text,json) from public;

CREATE OR REPLACE FUNCTION public.children_facts(from_at timestamp with time zone, until_at timestamp with time zone, known_at timestamp with time zone, at_position bigint, zone text, rules json DEFAULT '{"episodesFrom": "none"}'::json)
 RETURNS TABLE(measure text, part text, record_id uuid, amount integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ 
  select f.measure, f.part, b.id, f.amount from (
  select r.id, r.parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'childCase' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (r.opened_at < until_at and (r.phase = any (array['awaitingTriage', 'assessing', 'planning', 'monitoring', 'closing', 'suspended', 'transferring',
  'screening', 'nominated', 'reported', 'active']) or r.closed_at >= least(from_at, known_at)))) b
    cross join lateral json_to_record(b.s) x ("receivedAt" timestamptz, "assessmentId" text, triage json, closed json, before json, confirmed json,
      plan json, "lastDecision" json, "reReferral" json)
    cross join lateral (select u.*, u.outcome in ('risk-assessment', 'section-47-and-risk-assessment', 'relisted') and u.reason is distinct from 'merged' as is_taken,
      case when u.no = 1 then u.received else u.begun end as since
    from (select n.no, n.is_last, y."receivedAt" as received, n.triage ->> 'outcome' as outcome,
        (n.triage ->> 'at')::timestamptz as begun, n.triage ->> 'referral' is not null as is_woken,
        n.closed ->> 'reason' as reason, (n.closed ->> 'at')::timestamptz as ended, n.t
      from (select x."receivedAt", x.triage, x.closed, x.before) y cross join lateral (
        select coalesce(json_array_length(y.before), 0) + 1 as no, true as is_last, y.triage, y.closed, null::json as t
        union all select e.no, false, e.t -> 'triage', e.t -> 'closed', e.t
          from json_array_elements(y.before) with ordinality e (t, no)) n offset 0) u) u
    cross join lateral (select u.no = 1 and (u.since >= from_at and u.since < until_at) as is_in,
      u.is_taken and (u.ended >= from_at and u.ended < until_at) and (rules ->> 'episodesFrom' = 'none' or exists (select 1
      
  from written w where w.record_id = b.id and w.kind = 'grade' and w.version <= b.version and (u.no = 1 or w.happened >= u.begun) and (u.is_last or w.happened <= u.ended) and w.happened <= u.ended and array_position(array['none', 'low', 'medium', 'high'], w.body::json ->> 'grade') >= array_position(array['none', 'low', 'medium', 'high'], rules ->> 'episodesFrom')
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'grade' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))))) as is_closed,
      u.is_taken and u.since < until_at and coalesce(u.ended >= until_at, true) and (rules ->> 'episodesFrom' = 'none' or exists (select 1
      
  from written w where w.record_id = b.id and w.kind = 'grade' and w.version <= b.version and (u.no = 1 or w.happened >= u.begun) and (u.is_last or w.happened <= u.ended) and w.happened < until_at and array_position(array['none', 'low', 'medium', 'high'], w.body::json ->> 'grade') >= array_position(array['none', 'low', 'medium', 'high'], rules ->> 'episodesFrom')
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'grade' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))))) as is_open,
      case when not u.is_taken then null when rules ->> 'episodesFrom' = 'none' then u.begun
        else (select min(w.happened) 
  from written w where w.record_id = b.id and w.kind = 'grade' and w.version <= b.version and (u.no = 1 or w.happened >= u.begun) and (u.is_last or w.happened <= u.ended) and array_position(array['none', 'low', 'medium', 'high'], w.body::json ->> 'grade') >= array_position(array['none', 'low', 'medium', 'high'], rules ->> 'episodesFrom')
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'grade' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history'))))) end as opened,
      case when u.is_last then x.confirmed ->> 'grade' else u.t ->> 'grade' end as grade offset 0) t
    cross join lateral (select case when t.is_closed then (select w.body::json ->> 'grade' 
  from written w where w.record_id = b.id and w.kind = 'grade' and w.version <= b.version and (u.no = 1 or w.happened >= u.begun) and (u.is_last or w.happened <= u.ended) 
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'grade' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))) order by w.version asc limit 1) end as first,
      case when t.is_open then (select w.body::json ->> 'grade' 
  from written w where w.record_id = b.id and w.kind = 'grade' and w.version <= b.version and (u.no = 1 or w.happened >= u.begun) and (u.is_last or w.happened <= u.ended) and w.happened < until_at
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'grade' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))) order by w.version desc limit 1) end as last offset 0) g cross join lateral (values
      ('contacts', coalesce(u.outcome, 'awaiting'), 1, t.is_in),
      ('comings', null::text, 1, t.is_in or (u.no > 1 and not u.is_woken and (u.begun >= from_at and u.begun < until_at))),
      ('reReferrals', null::text, 1, (t.is_in and (x."reReferral" ->> 'caseId') <> b.id::text) or (u.no > 1 and not u.is_woken and (u.begun >= from_at and u.begun < until_at))),
      ('assessed', null::text, 1, t.is_in and u.outcome in ('risk-assessment', 'section-47-and-risk-assessment') and case when u.is_last then x."assessmentId" is not null else x."assessmentId" is not null end),
      ('graded', null::text, 1, t.is_in and u.outcome in ('risk-assessment', 'section-47-and-risk-assessment') and case when u.is_last then json_typeof(x.confirmed) = 'object' else u.t ->> 'grade' is not null end),
      ('planned', null::text, 1, t.is_in and u.outcome in ('risk-assessment', 'section-47-and-risk-assessment') and case when u.is_last then json_typeof(x.plan) = 'object' else (u.t ->> 'planned')::boolean end),
      ('heard', null::text, 1, t.is_in and u.outcome in ('risk-assessment', 'section-47-and-risk-assessment') and case when u.is_last then json_typeof(x."lastDecision") = 'object' else (u.t ->> 'heard')::boolean end),
      ('ended', null::text, 1, t.is_in and u.outcome in ('risk-assessment', 'section-47-and-risk-assessment') and u.ended is not null),
      ('opened', u.outcome, 1, (t.opened >= from_at and t.opened < until_at)),
      ('closed', u.reason, 1, t.is_closed),
      ('daysOpen', null::text, (u.ended at time zone zone)::date - (u.since at time zone zone)::date, t.is_closed),
      ('gradeAtOpening', coalesce(g.first, 'not-graded'), 1, t.is_closed),
      ('gradeAtClosing', coalesce(t.grade, 'not-graded'), 1, t.is_closed),
      ('riskReduced', null::text, 1, t.is_closed and array_position(array['none', 'low', 'medium', 'high'], t.grade) < array_position(array['none', 'low', 'medium', 'high'], g.first)),
      ('riskCompared', null::text, 1, t.is_closed and g.first is not null),
      ('openAtEnd', coalesce(g.last, 'not-graded'), 1, t.is_open)) f (measure, part, amount, counts) where f.counts $function$;
alter function children_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text,json) owner to mase_figures;
revoke execute on function children_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text,json) from public;

CREATE OR REPLACE FUNCTION public.clear_disposed(wanted uuid)
 RETURNS TABLE(name text, lines bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    declare
      gone uuid[];
      one text;
      n bigint;
    begin
      if not may_dispose(wanted) then raise exception 'not to be disposed of' using errcode = '42501'; end if;
      gone := array(select d.record_id from disposal_record d where d.disposal_id = wanted);
      foreach one in array array['written', 'unsanitised_text', 'link_edge', 'unweighed_link', 'clock', 'case_reader', 'queue_row', 'outbox', 'message', 'search_term', 'idempotency_key'] loop
        execute format('delete from %I where record_id = any ($1)', one) using gone;
        get diagnostics n = row_count;
        return query select one, n;
      end loop;
      delete from draft d where d.partnership_id = (select app_partnership()) and exists (
        select 1 from unnest(gone) g where position(g::text in d.record) > 0 or position(g::text in d.body) > 0);
      get diagnostics n = row_count;
      return query select 'draft', n;
      delete from issued_part i where i.record_id = any (gone) or i.records && gone;
      get diagnostics n = row_count;
      return query select 'issued_part', n;
      delete from pack p where p.record_id = any (gone);
      get diagnostics n = row_count;
      return query select 'pack', n;
      delete from looking_review l where l.partnership_id = (select app_partnership())
        and (exists (select 1 from unnest(gone) g where position(g::text in l.line) > 0)
          or exists (select 1 from audit_subject s where s.audit_id = l.audit_id and s.person_id = any (gone)));
      get diagnostics n = row_count;
      return query select 'looking_review', n;
    end $function$;
alter function clear_disposed(uuid) owner to mase_disposals;
revoke execute on function clear_disposed(uuid) from public;
grant execute on function clear_disposed(uuid) to mase_app;

CREATE OR REPLACE FUNCTION public.clusters_of(of_partnership uuid, of_hub text)
 RETURNS TABLE(id uuid, phase text, standing text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select r.id, r.phase, r.standing from search_term s join record r on r.id = s.record_id
          where s.partnership_id = of_partnership and s.kind = 'hub' and s.term = of_hub and r.phase <> 'disposed'
        $function$;
alter function clusters_of(uuid,text) owner to mase_matching;
revoke execute on function clusters_of(uuid,text) from public;
grant execute on function clusters_of(uuid,text) to mase_worker;

CREATE OR REPLACE FUNCTION public.cohort_facts(from_at timestamp with time zone, until_at timestamp with time zone, known_at timestamp with time zone, at_position bigint, zone text, rules json DEFAULT '{"episodesFrom": "none"}'::json)
 RETURNS TABLE(measure text, part text, record_id uuid, amount integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ 
  select f.measure, f.part, k.id, f.amount from (select distinct b.parent_id from (
  select r.id, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'childCase' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (r.opened_at < until_at and (r.phase = any (array['awaitingTriage', 'assessing', 'planning', 'monitoring', 'closing', 'suspended', 'transferring',
  'screening', 'nominated', 'reported', 'active']) or r.closed_at >= least(from_at, known_at)))) b
    cross join lateral json_to_record(b.s) x ("receivedAt" timestamptz, triage json, closed json)
    where exists (select 1 from (select u.*, u.outcome in ('risk-assessment', 'section-47-and-risk-assessment', 'relisted') and u.reason is distinct from 'merged' as is_taken,
      case when u.no = 1 then u.received else u.begun end as since
    from (select n.no, n.is_last, y."receivedAt" as received, n.triage ->> 'outcome' as outcome,
        (n.triage ->> 'at')::timestamptz as begun, n.triage ->> 'referral' is not null as is_woken,
        n.closed ->> 'reason' as reason, (n.closed ->> 'at')::timestamptz as ended, n.t
      from json_to_record(b.s) y ("receivedAt" timestamptz, triage json, closed json, before json) cross join lateral (
        select coalesce(json_array_length(y.before), 0) + 1 as no, true as is_last, y.triage, y.closed, null::json as t
        union all select e.no, false, e.t -> 'triage', e.t -> 'closed', e.t
          from json_array_elements(y.before) with ordinality e (t, no)) n offset 0) u) u where u.is_taken and u.since < until_at and coalesce(u.ended >= from_at, true) and (rules ->> 'episodesFrom' = 'none' or exists (select 1
      
  from written w where w.record_id = b.id and w.kind = 'grade' and w.version <= b.version and (u.no = 1 or w.happened >= u.begun) and (u.is_last or w.happened <= u.ended) and w.happened < until_at and array_position(array['none', 'low', 'medium', 'high'], w.body::json ->> 'grade') >= array_position(array['none', 'low', 'medium', 'high'], rules ->> 'episodesFrom')
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'grade' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))))))) b
  cross join lateral (
  select r.id, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.id = b.parent_id and r.partnership_id = (select app_partnership()) and r.kind = 'child' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (true)) k
  cross join lateral json_to_record(k.s) y ("birthDate" date, sex text, ethnicity text, joined json) left join lateral (select t.s from (select k.id, k.version union all
      select j.id, j.version from (select (one ->> 'id')::uuid as id from json_array_elements(coalesce(y.joined, '[]')) one offset 0) m cross join lateral (
  select r.id, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.id = m.id and r.partnership_id = (select app_partnership()) and r.kind = 'child' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (true)) j) c cross join lateral (select w.version, w.body::json as s 
  from written w where w.record_id = c.id and w.kind = 'status' and w.version <= c.version and (w.body::json ->> 'since')::date <= ((until_at at time zone zone)::date - 1)
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'status' and n.replaces = w.id and n.version <= c.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history'))))) t
    order by t.s ->> 'since' desc, t.version desc limit 1) p on true cross join lateral (values
      ('cohort', null::text, 1, true),
      ('sex', coalesce(y.sex, 'not-known'), 1, true),
      ('age', case when y."birthDate" is null then 'not-known' when extract(year from age(((until_at at time zone zone)::date - 1), y."birthDate")) <= 10 then '10 and under' when extract(year from age(((until_at at time zone zone)::date - 1), y."birthDate")) <= 12 then '11 to 12'
        when extract(year from age(((until_at at time zone zone)::date - 1), y."birthDate")) <= 15 then '13 to 15' when extract(year from age(((until_at at time zone zone)::date - 1), y."birthDate")) <= 17 then '16 to 17' else '18 and over' end, 1, true),
      ('ethnicity', coalesce(y.ethnicity, 'not-known'), 1, true),
      ('legalStatus', case when p.s is not null and coalesce((p.s ->> 'until')::date >= ((until_at at time zone zone)::date - 1), true) then p.s ->> 'legalStatus' else 'not-looked-after' end, 1, true)) f (measure, part, amount, counts) where f.counts union all 
  select f.measure, f.part, k.id, f.amount from (select distinct b.parent_id from (
  select r.id, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'childCase' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (r.opened_at < until_at and (r.phase = any (array['awaitingTriage', 'assessing', 'planning', 'monitoring', 'closing', 'suspended', 'transferring',
  'screening', 'nominated', 'reported', 'active']) or r.closed_at >= least(from_at, known_at)))) b
    cross join lateral json_to_record(b.s) x ("receivedAt" timestamptz, triage json, closed json)
    where exists (select 1 from (select u.*, u.outcome in ('risk-assessment', 'section-47-and-risk-assessment', 'relisted') and u.reason is distinct from 'merged' as is_taken,
      case when u.no = 1 then u.received else u.begun end as since
    from (select n.no, n.is_last, y."receivedAt" as received, n.triage ->> 'outcome' as outcome,
        (n.triage ->> 'at')::timestamptz as begun, n.triage ->> 'referral' is not null as is_woken,
        n.closed ->> 'reason' as reason, (n.closed ->> 'at')::timestamptz as ended, n.t
      from json_to_record(b.s) y ("receivedAt" timestamptz, triage json, closed json, before json) cross join lateral (
        select coalesce(json_array_length(y.before), 0) + 1 as no, true as is_last, y.triage, y.closed, null::json as t
        union all select e.no, false, e.t -> 'triage', e.t -> 'closed', e.t
          from json_array_elements(y.before) with ordinality e (t, no)) n offset 0) u) u where u.is_taken and u.since < until_at and coalesce(u.ended >= from_at, true) and (rules ->> 'episodesFrom' = 'none' or exists (select 1
      
  from written w where w.record_id = b.id and w.kind = 'grade' and w.version <= b.version and (u.no = 1 or w.happened >= u.begun) and (u.is_last or w.happened <= u.ended) and w.happened < until_at and array_position(array['none', 'low', 'medium', 'high'], w.body::json ->> 'grade') >= array_position(array['none', 'low', 'medium', 'high'], rules ->> 'episodesFrom')
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'grade' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))))))) b
  cross join lateral (
  select r.id, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.id = b.parent_id and r.partnership_id = (select app_partnership()) and r.kind = 'child' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (true)) k
  cross join lateral json_to_record(k.s) y ("birthDate" date, sex text, ethnicity text, joined json) cross join lateral (select distinct on (t.s ->> 'status') t.s ->> 'status' as line, t.s ->> 'until' as until
    from (select k.id, k.version union all
      select j.id, j.version from (select (one ->> 'id')::uuid as id from json_array_elements(coalesce(y.joined, '[]')) one offset 0) m cross join lateral (
  select r.id, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.id = m.id and r.partnership_id = (select app_partnership()) and r.kind = 'child' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (true)) j) c cross join lateral (select w.version, w.body::json as s 
  from written w where w.record_id = c.id and w.kind = 'status-line' and w.version <= c.version and (w.body::json ->> 'since')::date <= ((until_at at time zone zone)::date - 1)
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'status-line' and n.replaces = w.id and n.version <= c.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history'))))) t
    order by t.s ->> 'status', t.s ->> 'since' desc, t.version desc) l cross join lateral (values
      ('vulnerability', l.line, 1, coalesce((l.until)::date >= ((until_at at time zone zone)::date - 1), true))) f (measure, part, amount, counts) where f.counts $function$;
alter function cohort_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text,json) owner to mase_figures;
revoke execute on function cohort_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text,json) from public;

CREATE OR REPLACE FUNCTION public.completeness_facts(from_at timestamp with time zone, until_at timestamp with time zone, known_at timestamp with time zone, at_position bigint, zone text)
 RETURNS TABLE(measure text, part text, record_id uuid, amount integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ 
  select f.measure, f.part, b.id, f.amount from (
  select r.id, r.at, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'childCase' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (r.opened_at < until_at and (r.phase = any (array['awaitingTriage', 'assessing', 'planning', 'monitoring', 'closing', 'suspended', 'transferring',
  'screening', 'nominated', 'reported', 'active']) or r.closed_at >= least(from_at, known_at)))) b
    cross join lateral json_to_record(b.s) c ("acceptedAt" timestamptz, closed json)
    cross join lateral (select 1 where exists (select 1 from (select u.*, u.outcome in ('risk-assessment', 'section-47-and-risk-assessment', 'relisted') and u.reason is distinct from 'merged' as is_taken,
      case when u.no = 1 then u.received else u.begun end as since
    from (select n.no, n.is_last, y."receivedAt" as received, n.triage ->> 'outcome' as outcome,
        (n.triage ->> 'at')::timestamptz as begun, n.triage ->> 'referral' is not null as is_woken,
        n.closed ->> 'reason' as reason, (n.closed ->> 'at')::timestamptz as ended, n.t
      from json_to_record(b.s) y ("receivedAt" timestamptz, triage json, closed json, before json) cross join lateral (
        select coalesce(json_array_length(y.before), 0) + 1 as no, true as is_last, y.triage, y.closed, null::json as t
        union all select e.no, false, e.t -> 'triage', e.t -> 'closed', e.t
          from json_array_elements(y.before) with ordinality e (t, no)) n offset 0) u) u where u.is_taken and u.since < until_at and coalesce(u.ended >= until_at, true)) offset 0) o
    cross join lateral (select d.s, d.about from (select b.s, b.parent_id as about where b.at < until_at union all
      select e.e -> 'standing', coalesce((e.e #>> '{record,parentId}')::uuid, b.parent_id) from (select h.entry::json as e from history h
      where b.at >= until_at and h.record_id = b.id and h.version <= b.version and h.at < until_at order by h.version desc limit 1) e) d where d.s is not null offset 0) t
    cross join lateral json_to_record(t.s) x (source text, harm json, confirmed json, plan json, views json)
    left join lateral (
  select r.id, r.at, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.id = t.about and r.partnership_id = (select app_partnership()) and r.kind = 'child' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (true)) k on true
    left join lateral json_to_record(case when k.at < until_at then k.s else (select h.entry::json -> 'standing' from history h
      where h.record_id = k.id and h.version <= k.version and h.at < until_at order by h.version desc limit 1) end) y ("birthDate" text, sex text, ethnicity text) on true cross join lateral (values
      ('asked', 'child/birth-date', 1, true),
      ('known', 'child/birth-date', 1, true and y."birthDate" is not null),
      ('asked', 'child/sex', 1, true),
      ('known', 'child/sex', 1, true and coalesce(y.sex, 'not-yet-known') <> 'not-yet-known'),
      ('asked', 'child/ethnicity', 1, true),
      ('known', 'child/ethnicity', 1, true and coalesce(y.ethnicity, 'NOBT') <> 'NOBT'),
      ('asked', 'child/source', 1, true),
      ('known', 'child/source', 1, true and coalesce(x.source, 'not-yet-known') <> 'not-yet-known'),
      ('asked', 'child/kind', 1, true),
      ('known', 'child/kind', 1, true and x.harm::text <> '{}'),
      ('asked', 'child/grade', 1, true),
      ('known', 'child/grade', 1, true and json_typeof(x.confirmed) = 'object'),
      ('asked', 'child/plan', 1, true),
      ('known', 'child/plan', 1, true and json_typeof(x.plan) = 'object'),
      ('asked', 'child/child-view', 1, true),
      ('known', 'child/child-view', 1, true and coalesce((x.views ->> 'child')::integer, 0) + coalesce((x.views ->> 'childAttempts')::integer, 0) > 0)) f (measure, part, amount, counts) where f.counts union all 
  select f.measure, f.part, b.id, f.amount from (
  select r.id, r.at, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'personCase' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (r.opened_at < until_at and (r.phase <> 'closed' or r.closed_at >= least(from_at, known_at)))) b
    cross join lateral json_to_record(b.s) c ("acceptedAt" timestamptz, closed json)
    cross join lateral (select 1 where c."acceptedAt" < until_at and (c.closed is null or (c.closed ->> 'at')::timestamptz >= until_at) offset 0) o
    cross join lateral (select d.s, d.about from (select b.s, b.parent_id as about where b.at < until_at union all
      select e.e -> 'standing', coalesce((e.e #>> '{record,parentId}')::uuid, b.parent_id) from (select h.entry::json as e from history h
      where b.at >= until_at and h.record_id = b.id and h.version <= b.version and h.at < until_at order by h.version desc limit 1) e) d where d.s is not null offset 0) t
    cross join lateral json_to_record(t.s) x (clocks json)
    left join lateral (
  select r.id, r.at, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.id = t.about and r.partnership_id = (select app_partnership()) and r.kind = 'person' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (true)) k on true
    left join lateral json_to_record(case when k.at < until_at then k.s else (select h.entry::json -> 'standing' from history h
      where h.record_id = k.id and h.version <= k.version and h.at < until_at order by h.version desc limit 1) end) y ("ethnicitySelf" text, "ethnicityOfficer" text, nationality text) on true cross join lateral (values
      ('asked', 'person/ethnicity-self', 1, true),
      ('known', 'person/ethnicity-self', 1, true and y."ethnicitySelf" is not null),
      ('asked', 'person/ethnicity-officer', 1, true),
      ('known', 'person/ethnicity-officer', 1, true and y."ethnicityOfficer" is not null),
      ('asked', 'person/nationality', 1, true),
      ('known', 'person/nationality', 1, true and y.nationality is not null)) f (measure, part, amount, counts) where f.counts union all 
  select f.measure, f.part, b.id, f.amount from (
  select r.id, r.at, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'locationCase' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (r.opened_at < until_at and (r.phase <> 'closed' or r.closed_at >= least(from_at, known_at)))) b
    cross join lateral json_to_record(b.s) c ("acceptedAt" timestamptz, closed json)
    cross join lateral (select 1 where c."acceptedAt" < until_at and (c.closed is null or (c.closed ->> 'at')::timestamptz >= until_at) offset 0) o
    cross join lateral (select d.s, d.about from (select b.s, b.parent_id as about where b.at < until_at union all
      select e.e -> 'standing', coalesce((e.e #>> '{record,parentId}')::uuid, b.parent_id) from (select h.entry::json as e from history h
      where b.at >= until_at and h.record_id = b.id and h.version <= b.version and h.at < until_at order by h.version desc limit 1) e) d where d.s is not null offset 0) t
    cross join lateral json_to_record(t.s) x (clocks json)
    left join lateral (
  select r.id, r.at, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.id = t.about and r.partnership_id = (select app_partnership()) and r.kind = 'location' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (true)) k on true
    left join lateral json_to_record(case when k.at < until_at then k.s else (select h.entry::json -> 'standing' from history h
      where h.record_id = k.id and h.version <= k.version and h.at < until_at order by h.version desc limit 1) end) y (kind text, postcode text, latitude text) on true cross join lateral (values
      ('asked', 'place/kind', 1, true),
      ('known', 'place/kind', 1, true and y.kind is not null),
      ('asked', 'place/postcode', 1, true),
      ('known', 'place/postcode', 1, true and y.postcode is not null),
      ('asked', 'place/point', 1, true),
      ('known', 'place/point', 1, true and y.latitude is not null)) f (measure, part, amount, counts) where f.counts $function$;
alter function completeness_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) owner to mase_figures;
revoke execute on function completeness_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) from public;

CREATE OR REPLACE FUNCTION public.cover_of(in_partnership uuid, of_user uuid, at_instant timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select json_agg(json_build_object('kind', c.kind, 'id', c.id, 'standing', c.standing, 'appointed', c.appointed, 'named', c.kind = 'user'
          and exists (select 1 from queue_row q
            where q.partnership_id = in_partnership and q.principal = 'named:' || c.id::text)))::text from (
        select r.kind, r.id, r.standing, false as appointed from record r
          where r.partnership_id = in_partnership and r.kind = 'user' and r.grade = 'covered' and r.phase = 'active'
        union all select r.kind, r.id, r.standing, false from record r
          where r.partnership_id = in_partnership and r.kind = 'user' and r.phase = 'ended'
            and (r.closed_at > at_instant - interval '400 days'
              or exists (select 1 from queue_row q where q.partnership_id = in_partnership
                and q.principal in ('user:' || r.id::text, 'named:' || r.id::text)))
        union all select r.kind, r.id, r.standing, true from record r
          where r.partnership_id = in_partnership and r.kind = 'user' and r.phase = 'active' and r.standing ~ '"(caldicott-guardian|chair|deputy-chair|senior)"'
        union all select r.kind, r.id, r.standing, false from record r
          where r.partnership_id = in_partnership and r.kind = 'dutyRota' and r.phase = 'kept'
        union all select r.kind, r.id, r.standing, false from record r
          where r.partnership_id = in_partnership and r.kind = 'breakGlass' and r.owner_id = of_user
            and r.phase in ('awaitingReview', 'reviewed') and r.closed_at > at_instant) c
    $function$;
alter function cover_of(uuid,uuid,timestamp with time zone) owner to mase_sessions;
revoke execute on function cover_of(uuid,uuid,timestamp with time zone) from public;
grant execute on function cover_of(uuid,uuid,timestamp with time zone) to mase_app, mase_worker;

CREATE OR REPLACE FUNCTION public.decided_profiles(of_partnership uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select coalesce(array_agg(w.body order by r.closed_at, r.id), '{}')
          from record r join written w on w.record_id = r.id and w.kind = 'profile-document'
          where r.partnership_id = of_partnership and r.kind = 'profileChange' and r.phase = 'decided'
            and of_partnership = coalesce((select app_partnership()), of_partnership)
        $function$;
alter function decided_profiles(uuid) owner to mase_matching;
revoke execute on function decided_profiles(uuid) from public;
grant execute on function decided_profiles(uuid) to mase_app, mase_worker;

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

CREATE OR REPLACE FUNCTION public.disposed_leaves(wanted uuid)
 RETURNS TABLE(source text, id uuid, version integer, leaf bytea)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
            and not exists (select 1 from record r where r.id = any (array(select p::uuid from json_array_elements_text(a.entry::json -> 'persons') p)) and r.phase <> 'disposed'
          and not exists (select 1 from disposal_record d where d.record_id = r.id))
            and (a.record_id is null or not exists (select 1 from record r where r.id = any (array[a.record_id]) and r.phase <> 'disposed'
          and not exists (select 1 from disposal_record d where d.record_id = r.id)))
        order by 1, 2, 3;
    end $function$;
alter function disposed_leaves(uuid) owner to mase_disposals;
revoke execute on function disposed_leaves(uuid) from public;
grant execute on function disposed_leaves(uuid) to mase_app;

CREATE OR REPLACE FUNCTION public.drop_drafts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          begin
            delete from draft d where d.user_id = new.id;
            delete from saved_view v where v.user_id = new.id;
            return null;
          end $function$;
alter function drop_drafts() owner to mase_sessions;
revoke execute on function drop_drafts() from public;

CREATE OR REPLACE FUNCTION public.empty_disposed(wanted uuid, line uuid, sources text[], ids uuid[], versions integer[])
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
          select a.id, unnest(array(select p::uuid from json_array_elements_text(a.entry::json -> 'persons') p)) as person
          from audit a join unnest(sources, ids) x(source, id) on x.source = 'audit' and x.id = a.id
          where not exists (select 1 from record r where r.id = any (array(select p::uuid from json_array_elements_text(a.entry::json -> 'persons') p)) and r.phase <> 'disposed'
          and not exists (select 1 from disposal_record d where d.record_id = r.id))) y
        where s.person_id = y.person and s.audit_id = y.id;
      update audit a set entry = null, salt = null, disposal_id = line
        from unnest(sources, ids) x(source, id)
        where x.source = 'audit' and a.id = x.id and a.action not like 'disposals/%' and not exists (select 1 from record r where r.id = any (array(select p::uuid from json_array_elements_text(a.entry::json -> 'persons') p)) and r.phase <> 'disposed'
          and not exists (select 1 from disposal_record d where d.record_id = r.id))
          and (a.record_id is null or not exists (select 1 from record r where r.id = any (array[a.record_id]) and r.phase <> 'disposed'
          and not exists (select 1 from disposal_record d where d.record_id = r.id)));
      get diagnostics more = row_count;
      return emptied + more;
    end $function$;
alter function empty_disposed(uuid,uuid,text[],uuid[],integer[]) owner to mase_disposals;
revoke execute on function empty_disposed(uuid,uuid,text[],uuid[],integer[]) from public;
grant execute on function empty_disposed(uuid,uuid,text[],uuid[],integer[]) to mase_app;

CREATE OR REPLACE FUNCTION public.end_session(wanted bytea, why text)
 RETURNS TABLE(user_id uuid, partnership_id uuid, method text, tenant text)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      update session s set revoked_at = now(), ended_why = why where s.id_hash = wanted and s.revoked_at is null
      returning s.user_id, s.partnership_id, s.method, s.tenant
    $function$;
alter function end_session(bytea,text) owner to mase_sessions;
revoke execute on function end_session(bytea,text) from public;
grant execute on function end_session(bytea,text) to mase_app;

CREATE OR REPLACE FUNCTION public.end_sessions_not_allowed(tenants text[], demonstration boolean)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      with ended as (
        update session s set revoked_at = now(), ended_why = 'way-in-closed'
        where s.revoked_at is null and s.expires_at > now()
          and ((s.tenant is not null and s.tenant <> all (tenants)) or (s.method = 'demonstration' and not demonstration))
        returning 1)
      select count(*)::integer from ended
    $function$;
alter function end_sessions_not_allowed(text[],boolean) owner to mase_sessions;
revoke execute on function end_sessions_not_allowed(text[],boolean) from public;
grant execute on function end_sessions_not_allowed(text[],boolean) to mase_app;

CREATE OR REPLACE FUNCTION public.end_sessions_of(wanted uuid, one uuid, except_hash bytea, why text)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      with ended as (
        update session s set revoked_at = now(), ended_why = why
        where s.user_id = wanted and s.revoked_at is null and (one is null or s.id = one)
          and (except_hash is null or s.id_hash <> except_hash) and s.partnership_id = (select app_partnership())
        and (s.user_id = (select app_user()) or 'role:administrator' = any ((select app_principals())::text[]))
        returning 1)
      select count(*)::integer from ended
    $function$;
alter function end_sessions_of(uuid,uuid,bytea,text) owner to mase_sessions;
revoke execute on function end_sessions_of(uuid,uuid,bytea,text) from public;
grant execute on function end_sessions_of(uuid,uuid,bytea,text) to mase_app;

CREATE OR REPLACE FUNCTION public.end_sessions_of_changed_user()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      update session set revoked_at = now(),
        ended_why = case when new.phase = 'active' then 'roles-changed' else 'access-ended' end
      where user_id = new.id and revoked_at is null;
      delete from sign_in_step where user_id = new.id;
      return null;
    end $function$;
alter function end_sessions_of_changed_user() owner to mase_sessions;
revoke execute on function end_sessions_of_changed_user() from public;

CREATE OR REPLACE FUNCTION public.end_sessions_of_subject(at_tenant text, wanted_subject text, wanted_session text)
 RETURNS TABLE(user_id uuid, partnership_id uuid)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      with hit as (
        select o.id_hash, o.user_id from session o
        where o.tenant = at_tenant and o.revoked_at is null
          and (wanted_subject is null or o.subject = wanted_subject)
          and (wanted_session is null or o.provider_session = wanted_session)
          and (wanted_subject is not null or wanted_session is not null))
      update session s set revoked_at = now(), ended_why = 'signed-out-at-provider'
      where s.tenant = at_tenant and s.revoked_at is null
        and (s.id_hash in (select id_hash from hit)
          or (s.method = 'hand-over' and s.user_id in (select user_id from hit)))
      returning s.user_id, s.partnership_id
    $function$;
alter function end_sessions_of_subject(text,text,text) owner to mase_sessions;
revoke execute on function end_sessions_of_subject(text,text,text) from public;
grant execute on function end_sessions_of_subject(text,text,text) to mase_app;

CREATE OR REPLACE FUNCTION public.every_partnership()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select id from partnership $function$;
alter function every_partnership() owner to mase_sessions;
revoke execute on function every_partnership() from public;
grant execute on function every_partnership() to mase_app;

CREATE OR REPLACE FUNCTION public.find_alike(wanted text, of_kinds text[], at_most integer)
 RETURNS TABLE(record_id uuid, term text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET "pg_trgm.word_similarity_threshold" TO '0.35'
AS $function$
          select c.record_id, c.term from (
            select s.record_id, s.term, word_similarity(wanted, s.term) + similarity(wanted, s.term) as score
            from search_term s
            where s.partnership_id = (select app_partnership()) and s.kind in ('name', 'nickname')
              and s.record_kind = any (of_kinds) and wanted <% s.term
            order by score desc, record_id desc offset 0) c
          where (select true from case_reader r where r.record_id = c.record_id
            and r.principal = any ((select app_principals())::text[])
            and (r.until is null or r.until > (select app_now())) and r.class <> 'existence'
            and ((select app_user()) = any (r.without)) is not true limit 1)
          order by c.score desc, c.record_id desc limit at_most
        $function$;
alter function find_alike(text,text[],integer) owner to mase_search;
revoke execute on function find_alike(text,text[],integer) from public;
grant execute on function find_alike(text,text[],integer) to mase_app;

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
          and (r.until is null or r.until > (select app_now())) and r.class <> 'existence'
          and ((select app_user()) = any (r.without)) is not true)
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

CREATE OR REPLACE FUNCTION public.find_identity(in_partnership uuid, at_issuer text, wanted text)
 RETURNS TABLE(user_id uuid, phase text, standing text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select i.user_id, r.phase, r.standing from identity i join record r on r.id = i.user_id
      where i.partnership_id = in_partnership and i.issuer = at_issuer and i.subject = wanted
    $function$;
alter function find_identity(uuid,text,text) owner to mase_sessions;
revoke execute on function find_identity(uuid,text,text) from public;
grant execute on function find_identity(uuid,text,text) to mase_app;

CREATE OR REPLACE FUNCTION public.find_one_time_code(of_user uuid)
 RETURNS TABLE(salt bytea, confirmed boolean, recovery_left integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select c.salt, c.confirmed_at is not null,
        (select count(*)::integer from recovery_code r where r.user_id = of_user and r.used_at is null)
      from one_time_code c where c.user_id = of_user
    $function$;
alter function find_one_time_code(uuid) owner to mase_sessions;
revoke execute on function find_one_time_code(uuid) from public;
grant execute on function find_one_time_code(uuid) to mase_app;

CREATE OR REPLACE FUNCTION public.find_session(wanted bytea)
 RETURNS TABLE(id uuid, method text, tenant text, subject text, provider_session text, expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select s.id, s.method, s.tenant, s.subject, s.provider_session, s.expires_at from session s
      where s.id_hash = wanted and s.revoked_at is null and s.expires_at > now() and s.seen_at > now() - s.idle
    $function$;
alter function find_session(bytea) owner to mase_sessions;
revoke execute on function find_session(bytea) from public;
grant execute on function find_session(bytea) to mase_app;

CREATE OR REPLACE FUNCTION public.find_sign_in_step(wanted bytea, of_kind text)
 RETURNS SETOF sign_in_step
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select * from sign_in_step where token_hash = wanted and kind = of_kind and expires_at > now()
    $function$;
alter function find_sign_in_step(bytea,text) owner to mase_sessions;
revoke execute on function find_sign_in_step(bytea,text) from public;
grant execute on function find_sign_in_step(bytea,text) to mase_app;

CREATE OR REPLACE FUNCTION public.finish_disposal(wanted uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      if not may_dispose(wanted) then raise exception 'not to be disposed of' using errcode = '42501'; end if;
      if exists (select 1 from disposed_leaves(wanted)) then raise exception 'something of it is left'; end if;
      update record r set state = '"disposed"', phase = 'disposed', standing = '{"clocks":[]}', title = '', reference = null,
          grade = null, owner_id = null, team_id = null, next_due = null, next_step = null, opened_at = null,
          closed_at = null, persons = '{}', parent_id = null, subject_id = null
        from disposal_record d where d.record_id = r.id and d.disposal_id = wanted;
    end $function$;
alter function finish_disposal(uuid) owner to mase_disposals;
revoke execute on function finish_disposal(uuid) from public;
grant execute on function finish_disposal(uuid) to mase_app;

CREATE OR REPLACE FUNCTION public.first_links(links uuid[])
 RETURNS TABLE(id uuid, first_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          with recursive alike as (
            select w.id as asked, f.id, f.standing::json #>> '{recorded,at}' as began,
                case when f.phase = 'withdrawn' then f.standing::json #>> '{ended,at}' end as gone
              from record w join record c on c.id = w.parent_id and c.kind = 'child'
              join record f on f.parent_id = w.parent_id and f.kind = 'link' and f.id <= w.id and coalesce(f.standing::json #>> '{access,closed}', 'false') = coalesce(w.standing::json #>> '{access,closed}', 'false')
              where w.id = any (links) and w.kind = 'link' and (f.id = any (links) or f.standing::json #>> '{to,kind}' || ' ' || (f.standing::json #>> '{to,value}') = w.standing::json #>> '{to,kind}' || ' ' || (w.standing::json #>> '{to,value}'))
          ), row_of as (
            select a.asked, a.id, a.began from alike a where a.id = a.asked
            union
            select a.asked, a.id, a.began from row_of r join alike a on a.asked = r.asked and a.id < r.id
              where a.gone is null or a.gone::timestamptz >= r.began::timestamptz
          )
          select r.asked, (array_agg(r.id order by r.id))[1] from row_of r group by r.asked
        $function$;
alter function first_links(uuid[]) owner to mase_matching;
revoke execute on function first_links(uuid[]) from public;
grant execute on function first_links(uuid[]) to mase_worker;

CREATE OR REPLACE FUNCTION public.give_try_back(wanted bytea, all_of_them boolean)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      update sign_in_try set tries = case when all_of_them then 0 else greatest(tries - 1, 0) end where key = wanted
    $function$;
alter function give_try_back(bytea,boolean) owner to mase_sessions;
revoke execute on function give_try_back(bytea,boolean) from public;
grant execute on function give_try_back(bytea,boolean) to mase_app;

CREATE OR REPLACE FUNCTION public.hold_waits_for_disposals()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      perform pg_advisory_xact_lock_shared(hashtextextended('mase holds ' || new.partnership_id, 0));
      return new;
    end $function$;
alter function hold_waits_for_disposals() owner to mase_owner;
revoke execute on function hold_waits_for_disposals() from public;

CREATE OR REPLACE FUNCTION public.holders_at_link(wanted uuid)
 RETURNS TABLE(child_id uuid, held text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select c.id, json_build_object('holders', c.standing::json -> 'holders', 'former', c.standing::json -> 'former')::text
          from record l join record c on c.id in (l.parent_id, l.subject_id) and c.kind = 'child' where l.id = wanted
          order by c.id
        $function$;
alter function holders_at_link(uuid) owner to mase_matching;
revoke execute on function holders_at_link(uuid) from public;
grant execute on function holders_at_link(uuid) to mase_worker;

CREATE OR REPLACE FUNCTION public.holders_of_term(of_partnership uuid, asking uuid, of_kind text, of_term text)
 RETURNS TABLE(id uuid, kind text, closed boolean, owner_id uuid, team_id text, of_child boolean, version integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select r.id, r.kind, coalesce(r.standing::json #>> '{access,closed}', 'false') = 'true', r.owner_id, r.team_id, r.kind in ('child', 'childCase') or (r.kind = 'link' and r.phase = 'current' and p.kind is not distinct from 'child'), r.version
          from search_term s join record r on r.id = s.record_id left join record p on p.id = r.parent_id
          where s.partnership_id = of_partnership and s.kind = of_kind and s.term = of_term and r.phase <> 'disposed'
            and s.record_kind <> 'user' and (s.sought or s.record_id = asking)
          order by r.id limit 100
        $function$;
alter function holders_of_term(uuid,uuid,text,text) owner to mase_matching;
revoke execute on function holders_of_term(uuid,uuid,text,text) from public;
grant execute on function holders_of_term(uuid,uuid,text,text) to mase_worker;

CREATE OR REPLACE FUNCTION public.hubs_of_link(wanted uuid)
 RETURNS TABLE(hub text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select e.node from link_edge e where e.record_id = wanted and e.node not like 'child:%'
          union
          select n.node from record l cross join lateral (values ((l.standing::json #>> '{from,kind}') || ':' || coalesce(l.standing::json #>> '{from,id}', l.standing::json #>> '{from,value}')), ((l.standing::json #>> '{to,kind}') || ':' || coalesce(l.standing::json #>> '{to,id}', l.standing::json #>> '{to,value}'))) n (node)
            where l.id = wanted and l.kind = 'link' and n.node not like 'child:%'
          union
          select h.kind || ':' || m.value from record l
            cross join lateral json_each_text(coalesce(l.standing::json -> 'movedFrom', '{}'::json)) m
            cross join (values ('person'), ('location')) h (kind)
            where l.id = wanted and l.kind = 'link'
          union
          select (c.standing::json #>> '{hub,kind}') || ':' || coalesce(c.standing::json #>> '{hub,id}', c.standing::json #>> '{hub,value}')
            from search_term t
            join search_term s on s.partnership_id = t.partnership_id and s.kind = 'hub' and s.term = t.kind || ':' || t.term
            join record c on c.id = s.record_id
            where t.record_id = wanted and t.record_kind = 'intelligence'
        $function$;
alter function hubs_of_link(uuid) owner to mase_matching;
revoke execute on function hubs_of_link(uuid) from public;
grant execute on function hubs_of_link(uuid) to mase_worker;

CREATE OR REPLACE FUNCTION public.identities_of(wanted uuid)
 RETURNS TABLE(id uuid, tenant text, bound_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select s.id, s.tenant, s.bound_at from identity s where s.user_id = wanted and s.partnership_id = (select app_partnership())
        and (s.user_id = (select app_user()) or 'role:administrator' = any ((select app_principals())::text[]))
      order by s.bound_at
    $function$;
alter function identities_of(uuid) owner to mase_sessions;
revoke execute on function identities_of(uuid) from public;
grant execute on function identities_of(uuid) to mase_app;

CREATE OR REPLACE FUNCTION public.incident_figures(from_at timestamp with time zone, until_at timestamp with time zone, as_at text)
 RETURNS TABLE(measure text, kind text, month text, force text, code text, code_on text, n integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        begin
          if not (coalesce((select app_principals())::text[], '{}') && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:police-desk', 'role:intelligence-officer', 'role:intelligence-supervisor']) then return; end if;
          return query
            with inc as materialized (
              select r.id, r.standing::json as s from record r
              where r.partnership_id = (select app_partnership()) and r.kind = 'incident' and r.phase <> 'withdrawn'
                and coalesce(r.opened_at, '-infinity'::timestamptz) >= from_at
                and coalesce(r.opened_at, '-infinity'::timestamptz) < until_at
            ), linked as materialized (
              select l.subject_id, (l.standing::json ->> 'victim')::integer as place, min(l.parent_id::text) as child
              from record l where l.kind = 'incidentVictim' and l.phase = 'linked' and l.subject_id in (select inc.id from inc)
              group by 1, 2
            ), told as (
              select i.id, i.s, o.value as outcome from inc i left join lateral (
                select x.value from json_array_elements(i.s -> 'outcomes') x
                where x.value ->> 'on' <= as_at order by x.value ->> 'on' desc limit 1) o on true
            ), named as materialized (
  select i.id, lower(btrim(regexp_replace(i.s ->> 'force', '\s+', ' ', 'g'))) || ' ' || lower(btrim(regexp_replace(p.value ->> 'reference', '\s+', ' ', 'g'))) as number, p.place
  from inc i cross join lateral json_array_elements(i.s -> 'victims') with ordinality p (value, place)
            ), pairs as materialized (
              select n.id, n.number, n.place, l.child from named n left join linked l on l.subject_id = n.id and l.place = n.place
            ), known as materialized (
              select p.number, min(p.child) as child from pairs p where p.number is not null and p.child is not null group by 1
            ), victims as materialized (
              select p.id, coalesce(p.child, k.child, p.number) as who from pairs p left join known k on k.number = p.number
            ), suspected as materialized (
              select l.subject_id, (l.standing::json ->> 'number')::integer as place, min(l.parent_id::text) as person
              from record l where l.kind = 'incidentPart' and l.phase = 'linked' and l.standing::json ->> 'part' = 'offender'
                and l.subject_id in (select inc.id from inc) group by 1, 2
            ), suspects as materialized (
              select n.id, n.number, s.person from (
  select i.id, lower(btrim(regexp_replace(i.s ->> 'force', '\s+', ' ', 'g'))) || ' ' || lower(btrim(regexp_replace(p.value ->> 'reference', '\s+', ' ', 'g'))) as number, p.place
  from inc i cross join lateral json_array_elements(i.s -> 'offenders') with ordinality p (value, place)) n
              left join suspected s on s.subject_id = n.id and s.place = n.place
            ), persons as materialized (
              select s.number, min(s.person) as person from suspects s where s.number is not null and s.person is not null group by 1
            ), offenders as materialized (
              select s.id, coalesce(s.person, k.person, s.number) as who from suspects s left join persons k on k.number = s.number
            ), sites as materialized (
              select i.id, lower(btrim(i.s ->> 'place')) as words, l.location
              from inc i left join (
              select l.subject_id, (l.standing::json ->> 'number')::integer as place, min(l.parent_id::text) as location
              from record l where l.kind = 'incidentPart' and l.phase = 'linked' and l.standing::json ->> 'part' = 'place'
                and l.subject_id in (select inc.id from inc) group by 1, 2) l on l.subject_id = i.id
            ), locations as materialized (
              select s.words, min(s.location) as location from sites s where s.words is not null and s.location is not null group by 1
            ), places as materialized (
              select s.id, coalesce(s.location, k.location, nullif(s.words, '')) as who from sites s left join locations k on k.words = s.words
            ), people as (
              select 'victim' as side, v.who, count(distinct v.id) as incidents from victims v group by 2
              union all
              select 'offender', o.who, count(distinct o.id) from offenders o group by 2
              union all
              select 'place', p.who, count(distinct p.id) from places p group by 2
            )
            select 'incidents', i.s ->> 'kind', left(i.s ->> 'recorded', 7), null::text, null::text, null::text, count(*)::integer
              from inc i group by 2, 3
            union all
            select 'outcomes', t.s ->> 'kind', null, t.s ->> 'force', t.outcome ->> 'code', t.outcome ->> 'on', count(*)::integer
              from told t group by 2, 4, 5, 6
            union all
            select 'offenderKnown', i.s ->> 'kind', null, null, null, null, count(*)::integer
              from inc i where exists (select 1 from offenders o where o.id = i.id and o.who is not null) group by 2
            union all
            select p.side || 's', null, null, null, null, null, count(*)::integer from people p where p.who is not null group by p.side
            union all
            select p.side || 'sRepeat', null, null, null, null, null, count(*)::integer
              from people p where p.who is not null and p.incidents > 1 group by p.side
            union all
            select 'victimsUnknown', null, null, null, null, null, count(*)::integer from victims v where v.who is null having count(*) > 0
            union all
            select 'offendersUnknown', null, null, null, null, null, count(*)::integer from offenders o where o.who is null having count(*) > 0
            union all
            select 'placesUnknown', null, null, null, null, null, count(*)::integer from places p where p.who is null having count(*) > 0;
        end $function$;
alter function incident_figures(timestamp with time zone,timestamp with time zone,text) owner to mase_figures;
revoke execute on function incident_figures(timestamp with time zone,timestamp with time zone,text) from public;
grant execute on function incident_figures(timestamp with time zone,timestamp with time zone,text) to mase_app;

CREATE OR REPLACE FUNCTION public.incidents_facts(from_at timestamp with time zone, until_at timestamp with time zone, known_at timestamp with time zone, at_position bigint, zone text, rules json DEFAULT '{"episodesFrom": "none"}'::json)
 RETURNS TABLE(measure text, part text, record_id uuid, amount integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ 
  with inc as materialized (
    select b.id, x.* from (
  select r.id, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'incident' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (r.id in (select near.id from record near where near.partnership_id = (select app_partnership())
        and near.kind = 'incident' and coalesce(near.opened_at, '-infinity'::timestamptz) >= from_at - interval '2 days'
      and coalesce(near.opened_at, '-infinity'::timestamptz) < until_at + interval '2 days'
      union select moved.record_id from history moved where at_position is not null and moved.partnership_id = (select app_partnership())
        and moved.kind = 'incident' and moved.command = 'incidents/change-incident' and moved.at >= from_at - interval '2 days'))) b
      cross join lateral json_to_record(b.s) x (force text, kind text, recorded date, place text, victims json, offenders json, outcomes json)
    where b.phase <> 'withdrawn' and x.recorded >= (from_at at time zone zone)::date and x.recorded <= ((until_at at time zone zone)::date - 1)
  ), hurt as materialized (
    select l.subject_id, (l.s ->> 'victim')::integer as place, min(l.parent_id::text) as who from (
  select r.subject_id, r.id, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'incidentVictim' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (r.subject_id in (select inc.id from inc))) l
      where l.phase = 'linked' group by 1, 2
  ), parts as materialized (
    select l.subject_id, l.s ->> 'part' as part, (l.s ->> 'number')::integer as place, min(l.parent_id::text) as who
      from (
  select r.subject_id, r.id, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'incidentPart' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (r.subject_id in (select inc.id from inc))) l where l.phase = 'linked' group by 1, 2, 3
  ), named_victims as materialized (
    select n.id, n.number, h.who from (
    select i.id, i.force || ' ' || (p.value ->> 'reference') as number, p.place
      from inc i cross join lateral json_array_elements(i.victims) with ordinality p (value, place)) n left join hurt h on h.subject_id = n.id and h.place = n.place
  ), known_victims as (select n.number, min(n.who) as who from named_victims n where n.number is not null and n.who is not null group by 1
  ), victims as materialized (
    select n.id, coalesce(n.who, k.who, n.number) as who from named_victims n left join known_victims k on k.number = n.number
  ), named_offenders as materialized (
    select n.id, n.number, p.who from (
    select i.id, i.force || ' ' || (p.value ->> 'reference') as number, p.place
      from inc i cross join lateral json_array_elements(i.offenders) with ordinality p (value, place)) n
      left join parts p on p.part = 'offender' and p.subject_id = n.id and p.place = n.place
  ), known_offenders as (select n.number, min(n.who) as who from named_offenders n where n.number is not null and n.who is not null group by 1
  ), offenders as materialized (
    select n.id, coalesce(n.who, k.who, n.number) as who from named_offenders n left join known_offenders k on k.number = n.number
  ), named_places as materialized (
    select i.id, lower(btrim(i.place)) as words, p.who from inc i
      left join (select subject_id, min(who) as who from parts where part = 'place' group by 1) p on p.subject_id = i.id
  ), known_places as (select n.words, min(n.who) as who from named_places n where n.words is not null and n.who is not null group by 1
  ), places as materialized (
    select n.id, coalesce(n.who, k.who, nullif(n.words, '')) as who from named_places n left join known_places k on k.words = n.words
  )
  select 'incidents', i.kind, i.id, 1 from inc i
  union all select 'outcomes', case when o.value is null then 'no-outcome' else coalesce(m.part, 'not-in-list') end, i.id, 1 from inc i
    left join lateral (select v.value from json_array_elements(i.outcomes) v
      where (v.value ->> 'on')::date <= (known_at at time zone zone)::date order by v.value ->> 'on' desc limit 1) o on true
    left join lateral (select c ->> 'part' as part from json_array_elements(rules -> 'outcomes') c
      where c ->> 'code' = o.value ->> 'code' and c ->> 'from' <= o.value ->> 'on' and coalesce(c ->> 'until' >= o.value ->> 'on', true)
        and coalesce(c ->> 'force' = lower(btrim(regexp_replace(i.force, '\s+', ' ', 'g'))), true)
      order by c ->> 'force' is null limit 1) m on true
  union all select distinct 'offenderKnown', null, s.id, 1 from offenders s where s.who is not null
  
  union all select f.measure, null, p.id, case when p.turn = 1 then 1 else 0 end
    from (select d.id, d.who, row_number() over (partition by d.who order by d.id) as turn,
        count(*) over (partition by d.who) as incidents from (select distinct s.id, s.who from victims s where s.who is not null) d) p
    cross join lateral (values ('victims', true), ('victimsRepeat', p.incidents > 1)) f (measure, counts) where f.counts
  union all select 'victimsUnknown', null, s.id, 1 from victims s where s.who is null
  union all select f.measure, null, p.id, case when p.turn = 1 then 1 else 0 end
    from (select d.id, d.who, row_number() over (partition by d.who order by d.id) as turn,
        count(*) over (partition by d.who) as incidents from (select distinct s.id, s.who from offenders s where s.who is not null) d) p
    cross join lateral (values ('offenders', true), ('offendersRepeat', p.incidents > 1)) f (measure, counts) where f.counts
  union all select 'offendersUnknown', null, s.id, 1 from offenders s where s.who is null
  union all select f.measure, null, p.id, case when p.turn = 1 then 1 else 0 end
    from (select d.id, d.who, row_number() over (partition by d.who order by d.id) as turn,
        count(*) over (partition by d.who) as incidents from (select distinct s.id, s.who from places s where s.who is not null) d) p
    cross join lateral (values ('places', true), ('placesRepeat', p.incidents > 1)) f (measure, counts) where f.counts
  union all select 'placesUnknown', null, s.id, 1 from places s where s.who is null $function$;
alter function incidents_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text,json) owner to mase_figures;
revoke execute on function incidents_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text,json) from public;

CREATE OR REPLACE FUNCTION public.items_observed(wanted uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select i.id from record i
          where i.partnership_id = (select app_partnership()) and i.kind = 'agendaItem' and i.id = any (wanted)
            and exists (select 1 from case_reader r where r.record_id = i.parent_id and r.class = 'safety' and r.principal = any ((select app_principals())::text[])
              and (r.until is null or r.until > (select app_now()))
              and ((select app_user()) = any (r.without)) is not true)
            and not exists (select 1 from case_reader r where r.record_id = i.parent_id and r.class = 'sheet' and r.principal = any ((select app_principals())::text[])
              and (r.until is null or r.until > (select app_now()))
              and ((select app_user()) = any (r.without)) is not true)
            and exists (select 1 from case_reader r where r.record_id = i.id and r.principal = 'role:coordinator'
              and ((select app_user()) = any (r.without)) is not true)
        $function$;
alter function items_observed(uuid[]) owner to mase_looks;
revoke execute on function items_observed(uuid[]) from public;
grant execute on function items_observed(uuid[]) to mase_app;

CREATE OR REPLACE FUNCTION public.judged_for_chair(at_most integer)
 RETURNS TABLE(partnership_id uuid, record_id uuid, at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select w.partnership_id, w.record_id, max(w.at) from written w join record r on r.id = w.record_id
          where w.kind in ('grade', 'strategy-discussion') and r.kind = 'childCase' and r.phase <> 'disposed'
            and r.standing::json ->> 'forChair' is null and case w.kind
    when 'grade' then array_position(array['none', 'low', 'medium', 'high'], w.body::json ->> 'grade') < array_position(array['none', 'low', 'medium', 'high'], w.body::json #>> '{proposed,floor}')
      or (w.body::json #>> '{proposed,harmIndicator}' = 'true' and coalesce(w.body::json ->> 'noHarmReason', '') <> '')
    else w.body::json ->> 'outcome' = 'threshold-not-met' or (coalesce(w.body::json ->> 'noCrimeReason', '') <> '' and not coalesce(w.body::json ->> 'crimeReference', '') <> '') end
            and not exists (select 1 from withdrawn_row n where n.written_id = w.id)
            and not exists (select 1 from written n where n.record_id = w.record_id and n.replaces = w.id)
          group by w.partnership_id, w.record_id order by max(w.at), w.record_id limit at_most
        $function$;
alter function judged_for_chair(integer) owner to mase_matching;
revoke execute on function judged_for_chair(integer) from public;
grant execute on function judged_for_chair(integer) to mase_worker;

CREATE OR REPLACE FUNCTION public.looking_between(from_at timestamp with time zone, to_at timestamp with time zone)
 RETURNS TABLE(user_id uuid, person_id uuid, person_name text, hour timestamp with time zone, action text, looks integer, last timestamp with time zone, tied boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      if not (coalesce((select app_principals())::text[], '{}') && array['role:auditor', 'role:information-governance', 'role:caldicott-guardian']) then return; end if;
      return query
        with raw as materialized (
          select a.user_id, p.id::uuid as person_id, a.at, a.action, a.record_id
          from audit a cross join lateral json_array_elements_text(a.entry::json -> 'persons') p (id)
          where a.partnership_id = (select app_partnership()) and a.at >= from_at and a.at < to_at and a.user_id is not null
        ), hidden as materialized (
          select c.id from (select distinct w.record_id from raw w where w.record_id is not null) d join record c on c.id = d.record_id
          where c.standing::json #>> '{access,closed}' = 'true'
            and not exists (select 1 from case_reader r where r.record_id = c.id and r.principal = any ((select app_principals())::text[]) and (r.until is null or r.until > (select app_now()))
        and ((select app_user()) = any (r.without)) is not true and r.class <> 'existence')
        ), looked as materialized (
          select w.user_id, w.person_id, date_trunc('hour', w.at) as hour, w.action, count(*)::integer as looks, max(w.at) as last
          from raw w where not exists (select 1 from hidden h where h.id = w.record_id)
          group by 1, 2, 3, 4
        ), seen as materialized (
          select p.id, p.title from record p where p.id in (select l.person_id from looked l)
            and exists (select 1 from case_reader r where r.record_id = p.id and r.principal = any ((select app_principals())::text[]) and (r.until is null or r.until > (select app_now()))
        and ((select app_user()) = any (r.without)) is not true and r.class <> 'existence')
        ), pairs as materialized (
          select l.user_id, l.person_id, exists (
            select 1 from record u
            left join lateral json_array_elements_text(u.standing::json -> 'roles') role on true
            join case_reader r on r.principal in ('user:' || u.id, 'named:' || u.id, 'team:' || (u.standing::json ->> 'teamId') || ':' || role,
              'agency:' || (u.standing::json ->> 'agencyId') || ':' || role)
            join record x on x.id = r.record_id and (x.id = l.person_id or x.parent_id = l.person_id)
            where u.id = l.user_id) as tied
          from (select distinct k.user_id, k.person_id from looked k) l
        )
        select l.user_id, l.person_id, seen.title, l.hour, l.action, l.looks, l.last, pairs.tied
        from looked l join seen on seen.id = l.person_id
          join pairs on pairs.user_id = l.user_id and pairs.person_id = l.person_id
        order by l.user_id, l.hour, l.person_id, l.action;
    end $function$;
alter function looking_between(timestamp with time zone,timestamp with time zone) owner to mase_looks;
revoke execute on function looking_between(timestamp with time zone,timestamp with time zone) from public;
grant execute on function looking_between(timestamp with time zone,timestamp with time zone) to mase_app;

CREATE OR REPLACE FUNCTION public.looks_at(wanted uuid, before_id uuid, most integer)
 RETURNS TABLE(id uuid, at timestamp with time zone, user_id uuid, action text, record_id uuid, record_kind text, refused boolean, reason text, persons integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      if not may_ask_looks(wanted) then return; end if;
      return query
        select a.id, a.at, a.user_id, a.action, a.record_id, k.kind, a.record_id is not null and a.entry like '%"persons":[]%', a.entry::json ->> 'reason',
          json_array_length(a.entry::json -> 'persons')
        from (
          (select s.audit_id as id from audit_subject s where s.person_id = wanted
            and (before_id is null or s.audit_id < before_id) order by s.audit_id desc)
          union all
          (select a.id from record x join audit a on a.record_id = x.id
            where (x.id = wanted or x.parent_id = wanted) and a.record_id is not null and a.entry like '%"persons":[]%' and (before_id is null or a.id < before_id))
        ) one join audit a on a.id = one.id left join record k on k.id = a.record_id
        where a.partnership_id = (select app_partnership()) and not exists (select 1 from record c where c.id = a.record_id and c.standing::json #>> '{access,closed}' = 'true'
        and not exists (select 1 from case_reader r where r.record_id = c.id and r.principal = any ((select app_principals())::text[]) and (r.until is null or r.until > (select app_now()))
        and ((select app_user()) = any (r.without)) is not true and r.class <> 'existence'))
        order by a.id desc limit most;
    end $function$;
alter function looks_at(uuid,uuid,integer) owner to mase_looks;
revoke execute on function looks_at(uuid,uuid,integer) from public;
grant execute on function looks_at(uuid,uuid,integer) to mase_app;

CREATE OR REPLACE FUNCTION public.match_rests(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select exists (select from record m
            join search_term a on a.record_id = (m.standing::json #>> '{own,id}')::uuid
            join search_term b on b.record_id = (m.standing::json #>> '{other,id}')::uuid and b.kind = a.kind and b.term = a.term
            where m.id = wanted and m.standing::json ->> 'identifier' =
              coalesce((select l.kind from (values ('handleAnywhere', 'handle'), ('houseAtPostcode', 'address'), ('emailBox', 'email')) l (term, kind) where l.term = a.kind), a.kind))
        $function$;
alter function match_rests(uuid) owner to mase_matching;
revoke execute on function match_rests(uuid) from public;
grant execute on function match_rests(uuid) to mase_worker;

CREATE OR REPLACE FUNCTION public.match_with_records(wanted uuid)
 RETURNS TABLE(id uuid, kind text, version integer, state text, standing text, at timestamp with time zone, parent_id uuid, subject_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select r.id, r.kind, r.version, r.state, r.standing, r.at, r.parent_id, r.subject_id from public.record r
            where (r.id = wanted or r.id in (select term::uuid from search_term where record_id = wanted and kind = 'matchEnd'))
              and r.phase <> 'disposed'
        $function$;
alter function match_with_records(uuid) owner to mase_matching;
revoke execute on function match_with_records(uuid) from public;
grant execute on function match_with_records(uuid) to mase_worker;

CREATE OR REPLACE FUNCTION public.matches_at(ends uuid[])
 RETURNS TABLE(match_id uuid, end_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select distinct m.id, e.term::uuid from record r
            join search_term s on s.partnership_id = r.partnership_id and s.kind = 'matchEnd' and s.term = r.id::text
            join record m on m.id = s.record_id and m.phase <> 'disposed'
            join search_term e on e.record_id = m.id and e.kind = 'matchEnd'
            where r.id = any (ends)
        $function$;
alter function matches_at(uuid[]) owner to mase_matching;
revoke execute on function matches_at(uuid[]) from public;
grant execute on function matches_at(uuid[]) to mase_app, mase_worker;

CREATE OR REPLACE FUNCTION public.matches_left_by_link(wanted uuid)
 RETURNS TABLE(id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select distinct m.id from record w
            join record m on m.partnership_id = w.partnership_id and m.kind = 'identifierMatch' and m.phase = 'proposed'
            cross join lateral (values (m.standing::json -> 'own'), (m.standing::json -> 'other')) side (ref)
            join record s on s.id = (side.ref ->> 'id')::uuid and s.kind = 'link' and s.phase = 'withdrawn'
            where w.id = wanted and w.kind = 'link' and w.phase = 'withdrawn' and s.parent_id = w.parent_id and s.standing::json #>> '{to,kind}' || ' ' || (s.standing::json #>> '{to,value}') = w.standing::json #>> '{to,kind}' || ' ' || (w.standing::json #>> '{to,value}')
              and not exists (select from record f where f.parent_id = s.parent_id and f.kind = 'link' and f.phase <> 'withdrawn'
                and f.standing::json #>> '{to,kind}' || ' ' || (f.standing::json #>> '{to,value}') = s.standing::json #>> '{to,kind}' || ' ' || (s.standing::json #>> '{to,value}') and coalesce(f.standing::json #>> '{access,closed}', 'false') = coalesce(s.standing::json #>> '{access,closed}', 'false'))
        $function$;
alter function matches_left_by_link(uuid) owner to mase_matching;
revoke execute on function matches_left_by_link(uuid) from public;
grant execute on function matches_left_by_link(uuid) to mase_worker;

CREATE OR REPLACE FUNCTION public.may_ask_looks(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select exists (select 1 from record p where p.id = wanted and p.kind = 'child'
          and p.partnership_id = (select app_partnership()))
        and exists (select 1 from case_reader r where r.record_id = wanted and r.principal = any ((select app_principals())::text[]) and (r.until is null or r.until > (select app_now()))
        and ((select app_user()) = any (r.without)) is not true and r.class <> 'existence' and r.class = 'case'
          and ((select app_principals())::text[] && array['role:auditor', 'role:information-governance', 'role:caldicott-guardian']
            or (r.principal like 'team:%:manager' and r.until is null)))
    $function$;
alter function may_ask_looks(uuid) owner to mase_looks;
revoke execute on function may_ask_looks(uuid) from public;
grant execute on function may_ask_looks(uuid) to mase_app;

CREATE OR REPLACE FUNCTION public.may_dispose(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select (select app_purpose()) = 'change'
        and (select app_principals())::text[] && array['role:information-governance', 'role:caldicott-guardian']
        and exists (select 1 from record d where d.id = wanted and d.kind = 'disposal' and d.phase = 'approved'
          and d.partnership_id = (select app_partnership())
          and (d.standing::json #>> '{proposed,by}') <> (d.standing::json #>> '{approved,by}')
          and (d.standing::json ->> 'notBefore')::timestamptz <= (select app_now()))
    $function$;
alter function may_dispose(uuid) owner to mase_disposals;
revoke execute on function may_dispose(uuid) from public;

CREATE OR REPLACE FUNCTION public.missing_facts(from_at timestamp with time zone, until_at timestamp with time zone, known_at timestamp with time zone, at_position bigint, zone text)
 RETURNS TABLE(measure text, part text, record_id uuid, amount integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ 
  with eps as materialized (
    select b.id, b.parent_id as child, b.phase, x.* from (
  select r.id, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'missingEpisode' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (coalesce(r.opened_at, '-infinity'::timestamptz) >= from_at - interval '2 days'
      and coalesce(r.opened_at, '-infinity'::timestamptz) < until_at + interval '2 days')) b
      cross join lateral json_to_record(b.s) x (kind text, start date, "missingFrom" text, police json, interview json, offered json)
    where b.phase in ('absent', 'over') and x.start <= (known_at at time zone zone)::date and x.start >= (from_at at time zone zone)::date and x.start <= ((until_at at time zone zone)::date - 1)
  ), lately as materialized (select e.child, count(*) as lately from eps e group by 1
  ), moved as materialized (
    select b.id, b.parent_id as child, x.start from (
  select r.id, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'missingEpisode' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (at_position is not null and r.id in (select moved.record_id from history moved
        where moved.partnership_id = (select app_partnership()) and moved.kind = 'missingEpisode' and moved.entry like '%"event":"receive-child"%'))) b
        cross join lateral json_to_record(b.s) x (start date) where b.phase in ('absent', 'over') and x.start <= (known_at at time zone zone)::date
  ), children as (
    select l.child, l.lately, a.first, a.episodes from lately l cross join lateral (
      select min(o.start) as first, count(*) as episodes from (
        select b.id, x.start from (
  select r.id, coalesce((h.e #>> '{record,parentId}')::uuid, r.parent_id) as parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'missingEpisode' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (r.parent_id = l.child)) b
        cross join lateral json_to_record(b.s) x (start date) where b.phase in ('absent', 'over') and x.start <= (known_at at time zone zone)::date and b.parent_id = l.child
        union select m.id, m.start from moved m where m.child = l.child) o) a)
  select 'episodes', e.kind, e.id, 1 from eps e
  union all select 'from', coalesce(e."missingFrom", 'not-known'), e.id, 1 from eps e
  union all select 'level', coalesce(e.police ->> 'level', 'not-known'), e.id, 1 from eps e
  union all select 'ended', null, e.id, 1 from eps e where e.phase = 'over'
  union all select 'outcome', coalesce(e.interview ->> 'outcome', 'not-recorded'), e.id, 1 from eps e where e.phase = 'over'
  union all select 'offered', null, e.id, 1 from eps e where e.phase = 'over' and e.offered is not null
  union all select f.measure, null, c.child, 1 from children c cross join lateral (values
      ('children', c.lately > 0),
      ('childrenRepeat', c.lately > 1),
      ('firstTime', c.first >= (from_at at time zone zone)::date and c.first <= ((until_at at time zone zone)::date - 1)),
      ('firstTimeNotAgain', c.first >= (from_at at time zone zone)::date and c.first <= ((until_at at time zone zone)::date - 1) and c.episodes = 1)) f (measure, counts) where f.counts $function$;
alter function missing_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) owner to mase_figures;
revoke execute on function missing_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) from public;

CREATE OR REPLACE FUNCTION public.missing_figures(from_day text, to_day text, as_at text)
 RETURNS TABLE(measure text, part text, n integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        begin
          if not (coalesce((select app_principals())::text[], '{}') && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:police-desk', 'role:interviewer', 'role:manager']) then return; end if;
          return query
            with known as materialized (
              select r.parent_id as child, r.phase, r.standing::json as s, r.standing::json ->> 'start' as start
              from record r where r.partnership_id = (select app_partnership()) and r.kind = 'missingEpisode'
                and r.phase in ('absent', 'over')
            ), upto as materialized (select * from known k where k.start <= as_at
            ), eps as materialized (select * from upto u where u.start >= from_day and u.start <= to_day
            ), ended as materialized (select * from eps e where e.phase = 'over'
            ), children as (
              select u.child, min(u.start) as first, count(*) as episodes from upto u group by 1
            ), again as (select e.child, count(*) as episodes from eps e group by 1)
            select 'episodes', e.s ->> 'kind', count(*)::integer from eps e group by 2
            union all
            select 'from', coalesce(e.s ->> 'missingFrom', 'not-known'), count(*)::integer from eps e group by 2
            union all
            select 'level', coalesce(e.s #>> '{police,level}', 'not-known'), count(*)::integer from eps e group by 2
            union all
            select 'children', null, count(*)::integer from again a
            union all
            select 'childrenRepeat', null, count(*)::integer from again a where a.episodes > 1
            union all
            select 'firstTime', null, count(*)::integer from children c where c.first >= from_day and c.first <= to_day
            union all
            select 'firstTimeNotAgain', null, count(*)::integer from children c
              where c.first >= from_day and c.first <= to_day and c.episodes = 1
            union all
            select 'ended', null, count(*)::integer from ended e
            union all
            select 'outcome', coalesce(e.s #>> '{interview,outcome}', 'not-recorded'), count(*)::integer from ended e group by 2
            union all
            select 'offered', null, count(*)::integer from ended e where e.s -> 'offered' is not null;
        end $function$;
alter function missing_figures(text,text,text) owner to mase_figures;
revoke execute on function missing_figures(text,text,text) from public;
grant execute on function missing_figures(text,text,text) to mase_app;

CREATE OR REPLACE FUNCTION public.names_of(wanted uuid[])
 RETURNS TABLE(id uuid, title text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select r.id, r.title from record r
      where r.id = any (wanted) and r.kind in ('user', 'agency') and r.partnership_id = (select app_partnership())
    $function$;
alter function names_of(uuid[]) owner to mase_sessions;
revoke execute on function names_of(uuid[]) from public;
grant execute on function names_of(uuid[]) to mase_app;

CREATE OR REPLACE FUNCTION public.note_matched(of_record uuid, of_kind text, of_term text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          update search_term set sought = true where record_id = of_record and kind = of_kind and term = of_term
        $function$;
alter function note_matched(uuid,text,text) owner to mase_matching;
revoke execute on function note_matched(uuid,text,text) from public;
grant execute on function note_matched(uuid,text,text) to mase_worker;

CREATE OR REPLACE FUNCTION public.note_silent(in_partnership uuid, live text[], unowned text[], at_instant timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          with found as materialized (select * from silent_now(in_partnership, live, unowned)),
            gone as (delete from silent_case s where s.partnership_id = in_partnership
              and s.record_id not in (select record_id from found)),
            noted as (insert into silent_case (partnership_id, record_id, since, lacks)
              select in_partnership, record_id, at_instant, lacks from found
              on conflict (record_id) do update set lacks = excluded.lacks where silent_case.lacks <> excluded.lacks)
          select count(*)::integer from found
        $function$;
alter function note_silent(uuid,text[],text[],timestamp with time zone) owner to mase_members;
revoke execute on function note_silent(uuid,text[],text[],timestamp with time zone) from public;
grant execute on function note_silent(uuid,text[],text[],timestamp with time zone) to mase_worker;

CREATE OR REPLACE FUNCTION public.note_weighed(wanted uuid, since timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          delete from unweighed_link where record_id = wanted and at = since
        $function$;
alter function note_weighed(uuid,timestamp with time zone) owner to mase_matching;
revoke execute on function note_weighed(uuid,timestamp with time zone) from public;
grant execute on function note_weighed(uuid,timestamp with time zone) to mase_worker;

CREATE OR REPLACE FUNCTION public.open_context(wanted bytea, known_version integer, for_partnership uuid, for_user uuid, with_principals text, for_purpose text, at_now text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      perform 1 from open_session(wanted) s
        where s.user_id = for_user and s.partnership_id = for_partnership and s.version = known_version;
      if not found then raise exception 'the session is over, or the account has changed' using errcode = 'MSE01'; end if;
      perform set_config('app.partnership', for_partnership::text, true), set_config('app.user', for_user::text, true),
        set_config('app.principals', with_principals, true), set_config('app.purpose', for_purpose, true),
        set_config('app.now', at_now, true);
    end $function$;
alter function open_context(bytea,integer,uuid,uuid,text,text,text) owner to mase_sessions;
revoke execute on function open_context(bytea,integer,uuid,uuid,text,text,text) from public;
grant execute on function open_context(bytea,integer,uuid,uuid,text,text,text) to mase_app;

CREATE OR REPLACE FUNCTION public.open_ended_session(wanted bytea)
 RETURNS TABLE(user_id uuid, partnership_id uuid, version integer, standing text, expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select s.user_id, s.partnership_id, r.version, r.standing, s.expires_at
      from session s
      join record r on r.id = s.user_id and r.kind = 'user' and r.phase = 'active'
      where s.id_hash = wanted and (s.revoked_at is null or s.ended_why = 'roles-changed')
        and least(s.expires_at, s.seen_at + s.idle, s.revoked_at) > now() - interval '12 hours'
    $function$;
alter function open_ended_session(bytea) owner to mase_sessions;
revoke execute on function open_ended_session(bytea) from public;
grant execute on function open_ended_session(bytea) to mase_app;

CREATE OR REPLACE FUNCTION public.open_session(wanted bytea)
 RETURNS TABLE(user_id uuid, partnership_id uuid, version integer, standing text, expires_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      return query
        select s.user_id, s.partnership_id, r.version + coalesce((select p.version from posts_stamp p
          where p.partnership_id = s.partnership_id), 0), r.standing, s.expires_at
        from session s
        join record r on r.id = s.user_id and r.kind = 'user' and r.phase = 'active'
        where s.id_hash = wanted and s.revoked_at is null and s.expires_at > now() and s.seen_at > now() - s.idle;
      if found then
        -- A long transaction of the same session must not make this one wait.
        update session s set seen_at = now() where s.id_hash = (
          select l.id_hash from session l where l.id_hash = wanted and l.seen_at < now() - interval '1 minute'
          for update skip locked);
      end if;
    end $function$;
alter function open_session(bytea) owner to mase_sessions;
revoke execute on function open_session(bytea) from public;
grant execute on function open_session(bytea) to mase_app;

CREATE OR REPLACE FUNCTION public.opened_before(wanted uuid[])
 RETURNS TABLE(id uuid, command_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select r.id, h.command_id from record r join history h on h.record_id = r.id and h.version = 1
          where r.id = any (wanted) and r.partnership_id = (select app_partnership())
            and r.id between '016f5e66-e800-7000-8000-000000000000' and '016f5e66-e800-7fff-8fff-ffffffffffff'
        $function$;
alter function opened_before(uuid[]) owner to mase_matching;
revoke execute on function opened_before(uuid[]) from public;
grant execute on function opened_before(uuid[]) to mase_app;

CREATE OR REPLACE FUNCTION public.overdue_at(instant timestamp with time zone, wanted text, after_id uuid, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          with late as (
            select c.record_id from clock c
            where c.ended is null and c.due < instant and c.partnership_id = (select app_partnership())
            union
            select c.record_id from clock c
            where c.end_accepted > c.due and c.partnership_id = (select app_partnership())
              and tstzrange(c.due, greatest(c.due, c.end_accepted)) && tstzrange(instant - interval '1 hour', instant))
          select r.id from late join record r on r.id = late.record_id
          where (wanted is null or r.kind = wanted) and (after_id is null or r.id > after_id)
            and exists (select 1 from case_reader k where k.record_id = r.id and k.class = 'case'
              and k.principal = any ((select app_principals())::text[])
              and (k.until is null or k.until > (select app_now()))
              and ((select app_user()) = any (k.without)) is not true)
          order by r.id limit most
        $function$;
alter function overdue_at(timestamp with time zone,text,uuid,integer) owner to mase_looks;
revoke execute on function overdue_at(timestamp with time zone,text,uuid,integer) from public;
grant execute on function overdue_at(timestamp with time zone,text,uuid,integer) to mase_app;

CREATE OR REPLACE FUNCTION public.panel_facts(from_at timestamp with time zone, until_at timestamp with time zone, known_at timestamp with time zone, at_position bigint, zone text)
 RETURNS TABLE(measure text, part text, record_id uuid, amount integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ 
  select f.measure, f.part, b.id, f.amount from (
  select r.id, r.parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'sitting' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (at_position is not null or (r.opened_at >= from_at and r.opened_at < until_at))) b
    cross join lateral json_to_record(b.s) x ("startsAt" timestamptz, quorate boolean) cross join lateral (values
      ('sittings', case when b.phase in ('inSession', 'minutesDrafted', 'minutesAgreed') then 'held' else b.phase end, 1, (x."startsAt" >= from_at and x."startsAt" < until_at)),
      ('inquorate', null::text, 1, (x."startsAt" >= from_at and x."startsAt" < until_at) and b.phase in ('inSession', 'minutesDrafted', 'minutesAgreed') and not x.quorate)) f (measure, part, amount, counts) where f.counts union all 
  select f.measure, f.part, b.id, f.amount from (
  select r.id, r.parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'sitting' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (at_position is not null or (r.opened_at >= from_at and r.opened_at < until_at))) b
    cross join lateral json_to_record(b.s) x ("startsAt" timestamptz, quorate boolean) cross join lateral (select w.body::json -> 'attendance' as list 
  from written w where w.record_id = b.id and w.kind = 'attendance' and w.version <= b.version 
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = 'attendance' and n.replaces = w.id and n.version <= b.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id and (at_position is null or exists (select 1 from written y
      where y.record_id = w.record_id and y.kind = 'entry-withdrawn' and y.replaces = w.id and at_position >
        (select e.position from ledger_entry e where e.id = y.record_id and e.version = y.version and e.source = 'history')))) order by w.version desc limit 1) w
    cross join lateral json_to_recordset(w.list) m (agency text, "as" text, attendance text, "updateReceived" text, "notListed" boolean)
    cross join lateral (select (x."startsAt" >= from_at and x."startsAt" < until_at) and b.phase in ('inSession', 'minutesDrafted', 'minutesAgreed') and m."as" in ('member', 'substitute') and m."notListed" is not true as is_in) t cross join lateral (values
      ('expected', m.agency, 1, t.is_in),
      ('attended', m.agency, 1, t.is_in and m.attendance in ('present', 'left')),
      ('silent', m.agency, 1, t.is_in and m.attendance in ('apologies', 'absent') and m."updateReceived" is null)) f (measure, part, amount, counts) where f.counts union all 
  select f.measure, f.part, i.id, f.amount from (
  select r.id, r.parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'sitting' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (at_position is not null or (r.opened_at >= from_at and r.opened_at < until_at))) b
    cross join lateral json_to_record(b.s) x ("startsAt" timestamptz, quorate boolean) cross join lateral (
  select r.id, r.parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.parent_id = b.id and r.partnership_id = (select app_partnership()) and r.kind = 'agendaItem' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (true)) i
    cross join lateral json_to_record(i.s) y (decision json) cross join lateral (values
      ('items', coalesce(y.decision ->> 'decision', 'not-decided'), 1, (x."startsAt" >= from_at and x."startsAt" < until_at) and b.phase in ('inSession', 'minutesDrafted', 'minutesAgreed'))) f (measure, part, amount, counts) where f.counts union all 
  select f.measure, f.part, b.id, f.amount from (
  select r.id, r.parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'planAction' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (exists (select 1 from clock c where c.record_id = r.id and c.rule = 'action-due' and (c.due >= from_at and c.due < until_at)))) b
    cross join lateral json_to_record(b.s) x (due text, ended json, "ownerAgencyId" text)
    cross join lateral (select ((x.ended ->> 'at')::timestamptz at time zone zone)::date as on_day, x.ended ->> 'how' as how) e
    left join (select a.id::text as id, a.standing::json ->> 'name' as name, a.standing::json -> 'teams' as teams
    from record a where a.partnership_id = (select app_partnership()) and a.kind = 'agency') a on a.id = x."ownerAgencyId"
    cross join lateral (select coalesce(a.name, 'not-known') as agency,
      (b.s ->> 'caseKind') is not null and x.due is not null and (x.due)::date >= (from_at at time zone zone)::date and (x.due)::date <= ((until_at at time zone zone)::date - 1)
        and coalesce(e.how, '') not in ('handed-over', 'superseded') as is_due) t cross join lateral (values
      ('givenActions', t.agency, 1, t.is_due),
      ('givenOnTime', t.agency, 1, t.is_due and e.how = 'done' and e.on_day <= (x.due)::date),
      ('givenDoneLate', t.agency, 1, t.is_due and e.how = 'done' and e.on_day > (x.due)::date),
      ('givenDaysLate', t.agency, e.on_day - (x.due)::date, t.is_due and e.how = 'done' and e.on_day > (x.due)::date),
      ('givenNotDone', t.agency, 1, t.is_due and e.how = 'not-done'),
      ('givenNoLongerPossible', t.agency, 1, t.is_due and e.how = 'no-longer-possible'),
      ('givenOverdue', t.agency, 1, t.is_due and e.how is null and (x.due)::date < (known_at at time zone zone)::date)) f (measure, part, amount, counts) where f.counts $function$;
alter function panel_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) owner to mase_figures;
revoke execute on function panel_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) from public;

CREATE OR REPLACE FUNCTION public.people_to_tell(in_partnership uuid)
 RETURNS TABLE(id uuid, standing text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select r.id, r.standing from record r
          where r.partnership_id = in_partnership and r.kind = 'user' and r.phase = 'active'
        $function$;
alter function people_to_tell(uuid) owner to mase_sessions;
revoke execute on function people_to_tell(uuid) from public;
grant execute on function people_to_tell(uuid) to mase_worker;

CREATE OR REPLACE FUNCTION public.plan_facts(from_at timestamp with time zone, until_at timestamp with time zone, known_at timestamp with time zone, at_position bigint, zone text)
 RETURNS TABLE(measure text, part text, record_id uuid, amount integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ 
  select f.measure, f.part, b.id, f.amount from (
  select r.id, r.parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'planAction' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (exists (select 1 from clock c where c.record_id = r.id and c.rule = 'action-due' and (c.due >= from_at and c.due < until_at)))) b
    cross join lateral json_to_record(b.s) x (due text, ended json, "ownerAgencyId" text)
    cross join lateral (select ((x.ended ->> 'at')::timestamptz at time zone zone)::date as on_day, x.ended ->> 'how' as how) e
    left join (select a.id::text as id, a.standing::json ->> 'name' as name, a.standing::json -> 'teams' as teams
    from record a where a.partnership_id = (select app_partnership()) and a.kind = 'agency') a on a.id = x."ownerAgencyId"
    cross join lateral (select coalesce(a.name, 'not-known') as agency,
      (b.s ->> 'caseKind') is null and x.due is not null and (x.due)::date >= (from_at at time zone zone)::date and (x.due)::date <= ((until_at at time zone zone)::date - 1)
        and coalesce(e.how, '') not in ('handed-over', 'superseded') as is_due) t cross join lateral (values
      ('actions', t.agency, 1, t.is_due),
      ('onTime', t.agency, 1, t.is_due and e.how = 'done' and e.on_day <= (x.due)::date),
      ('doneLate', t.agency, 1, t.is_due and e.how = 'done' and e.on_day > (x.due)::date),
      ('daysLate', t.agency, e.on_day - (x.due)::date, t.is_due and e.how = 'done' and e.on_day > (x.due)::date),
      ('notDone', t.agency, 1, t.is_due and e.how = 'not-done'),
      ('noLongerPossible', t.agency, 1, t.is_due and e.how = 'no-longer-possible'),
      ('overdue', t.agency, 1, t.is_due and e.how is null and (x.due)::date < (known_at at time zone zone)::date)) f (measure, part, amount, counts) where f.counts $function$;
alter function plan_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) owner to mase_figures;
revoke execute on function plan_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) from public;

CREATE OR REPLACE FUNCTION public.problem_figures(from_at timestamp with time zone, until_at timestamp with time zone, first_day date, last_day date)
 RETURNS TABLE(measure text, part text, n integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        begin
          if not (coalesce((select app_principals())::text[], '{}') && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:police-desk', 'role:intelligence-officer', 'role:intelligence-supervisor']) then return; end if;
          return query
            with cases as materialized (
  select r.id, r.parent_id, r.phase, r.grade, r.standing::json as s, r.opened_at from record r
  where r.partnership_id = (select app_partnership()) and r.kind = 'childCase'
    and r.opened_at < until_at and (r.closed_at is null or r.closed_at >= from_at)
            ), children as materialized (
  select distinct on (k.id) k.id, k.standing::json as s from cases c join record k on k.id = c.parent_id and k.kind = 'child'
            ), person_cases as materialized (select * from (
  select r.id, r.parent_id, r.phase, r.grade, r.standing::json as s, r.opened_at from record r
  where r.partnership_id = (select app_partnership()) and r.kind = 'personCase'
    and r.opened_at < until_at and (r.closed_at is null or r.closed_at >= from_at)) p where p.phase in ('active', 'suspended', 'transferring', 'closing', 'closed')
            ), persons as materialized (
  select distinct on (k.id) k.id, k.standing::json as s from person_cases c join record k on k.id = c.parent_id and k.kind = 'person'
            ), place_cases as materialized (select * from (
  select r.id, r.parent_id, r.phase, r.grade, r.standing::json as s, r.opened_at from record r
  where r.partnership_id = (select app_partnership()) and r.kind = 'locationCase'
    and r.opened_at < until_at and (r.closed_at is null or r.closed_at >= from_at)) l where l.phase in ('active', 'suspended', 'transferring', 'closing', 'closed')
            ), places as materialized (
  select distinct on (k.id) k.id, k.standing::json as s from place_cases c join record k on k.id = c.parent_id and k.kind = 'location'
            ), missing as materialized (
              select r.parent_id as child, r.phase, r.standing::json as s from record r
              where r.partnership_id = (select app_partnership()) and r.kind = 'missingEpisode'
                and r.phase in ('absent', 'over') and r.standing::json ->> 'start' >= first_day::text
                and r.standing::json ->> 'start' <= last_day::text
            ), reports as materialized (
  select r.id, r.parent_id, r.phase, r.standing::json as s from record r
  where r.partnership_id = (select app_partnership()) and r.kind = 'intelligence'
    and r.opened_at >= from_at and r.opened_at < until_at
            ), agencies as materialized (
              select r.id, r.standing::json ->> 'name' as name from record r
              where r.partnership_id = (select app_partnership()) and r.kind = 'agency'
            )
            select 'referrals', null::text, count(*)::integer from cases c where c.opened_at >= from_at group by 2
            union all select 'grade', coalesce(c.grade, 'not-graded'), count(*)::integer from cases c  group by 2
            union all select 'concern', h.key, count(*)::integer from cases c cross join lateral json_each(c.s -> 'harm') h where h.value ->> 'certainty' <> 'none-known' group by 2
            union all select 'withoutPlan', null::text, count(*)::integer from cases c where c.s ->> 'plan' is null group by 2
            union all select 'withoutView', null::text, count(*)::integer from cases c where coalesce((c.s #>> '{views,child}')::integer, 0) = 0 group by 2
            union all select 'age', extract(year from age(last_day, (c.s ->> 'birthDate')::date))::integer::text, count(*)::integer from children c  group by 2
            union all select 'withoutEthnicity', null::text, count(*)::integer from children c where c.s ->> 'ethnicity' is null group by 2
            union all select 'person', p.phase, count(*)::integer from person_cases p  group by 2
            union all select 'personRecord', null::text, count(*)::integer from persons p  group by 2
            union all select 'personWithoutEthnicity', null::text, count(*)::integer from persons p where p.s ->> 'ethnicitySelf' is null group by 2
            union all select 'personWithoutNationality', null::text, count(*)::integer from persons p where p.s ->> 'nationality' is null group by 2
            union all select 'place', coalesce(p.s ->> 'kind', 'not-known'), count(*)::integer from places p  group by 2
            union all select 'placeWithoutPoint', null::text, count(*)::integer from places p where p.s ->> 'latitude' is null group by 2
            union all select 'cluster', c.phase, count(*)::integer from (
  select r.id, r.parent_id, r.phase, r.standing::json as s from record r
  where r.partnership_id = (select app_partnership()) and r.kind = 'cluster'
    and r.opened_at >= from_at and r.opened_at < until_at) c  group by 2
            union all select 'measure', m.phase, count(*)::integer from (
  select r.id, r.parent_id, r.phase, r.standing::json as s from record r
  where r.partnership_id = (select app_partnership()) and r.kind = 'disruptionMeasure'
    and r.opened_at >= from_at and r.opened_at < until_at) m  group by 2
            union all select 'missing', m.s ->> 'kind', count(*)::integer from missing m  group by 2
            union all select 'missingChildren', null, count(distinct m.child)::integer from missing m
            union all select 'missingRepeat', null, count(*)::integer from (select 1 from missing m group by m.child having count(*) > 1) a
            union all select 'interview', coalesce(m.s #>> '{interview,outcome}', 'not-recorded'), count(*)::integer from missing m where m.phase = 'over' group by 2
            union all select 'report', i.phase, count(*)::integer from reports i  group by 2
            union all select 'reportOf', a.name, count(i.id)::integer from agencies a
              left join reports i on i.s #>> '{submitted,agencyId}' = a.id::text group by a.id, a.name
            union all select 'requirement', q.phase, count(*)::integer from (
  select r.id, r.parent_id, r.phase, r.standing::json as s from record r
  where r.partnership_id = (select app_partnership()) and r.kind = 'intelligenceRequirement'
    and r.opened_at >= from_at and r.opened_at < until_at) q  group by 2
            union all select 'request', coalesce(q.s #>> '{answered,outcome}', 'not-answered'), count(*)::integer from (
  select r.id, r.parent_id, r.phase, r.standing::json as s from record r
  where r.partnership_id = (select app_partnership()) and r.kind = 'informationRequest'
    and r.opened_at >= from_at and r.opened_at < until_at) q  group by 2;
        end $function$;
alter function problem_figures(timestamp with time zone,timestamp with time zone,date,date) owner to mase_figures;
revoke execute on function problem_figures(timestamp with time zone,timestamp with time zone,date,date) from public;
grant execute on function problem_figures(timestamp with time zone,timestamp with time zone,date,date) to mase_app;

CREATE OR REPLACE FUNCTION public.readers_to_tell(wanted uuid[], at_instant timestamp with time zone)
 RETURNS TABLE(record_id uuid, principals text[], without uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select r.record_id, array_agg(r.principal), r.without from case_reader r
          where r.record_id = any (wanted) and r.class <> 'existence' and (r.until is null or r.until > at_instant)
          group by r.record_id, r.without
        $function$;
alter function readers_to_tell(uuid[],timestamp with time zone) owner to mase_looks;
revoke execute on function readers_to_tell(uuid[],timestamp with time zone) from public;
grant execute on function readers_to_tell(uuid[],timestamp with time zone) to mase_worker;

CREATE OR REPLACE FUNCTION public.records_below(roots uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      with recursive below as (
        select r.id from record r where r.id = any (roots)
        union
        select r.id from below b join record r on r.parent_id = b.id or r.subject_id = b.id
      ) select array_agg(id) from below
    $function$;
alter function records_below(uuid[]) owner to mase_disposals;
revoke execute on function records_below(uuid[]) from public;

CREATE OR REPLACE FUNCTION public.refused_looks_between(from_at timestamp with time zone, to_at timestamp with time zone)
 RETURNS TABLE(user_id uuid, hour timestamp with time zone, looks integer, records integer, last timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      if not (coalesce((select app_principals())::text[], '{}') && array['role:auditor', 'role:information-governance', 'role:caldicott-guardian']) then return; end if;
      return query
        select a.user_id, date_trunc('hour', a.at), count(*)::integer, count(distinct a.record_id)::integer, max(a.at)
        from audit a left join record k on k.id = a.record_id
        where a.partnership_id = (select app_partnership()) and a.record_id is not null and a.entry like '%"persons":[]%' and a.at >= from_at and a.at < to_at
          and a.user_id is not null and a.action like '%/%' and coalesce(k.kind, '') not in ('sitting', 'user', 'agency')
          and not exists (select 1 from record c where c.id = a.record_id and c.standing::json #>> '{access,closed}' = 'true'
        and not exists (select 1 from case_reader r where r.record_id = c.id and r.principal = any ((select app_principals())::text[]) and (r.until is null or r.until > (select app_now()))
        and ((select app_user()) = any (r.without)) is not true and r.class <> 'existence'))
        group by 1, 2 order by 1, 2;
    end $function$;
alter function refused_looks_between(timestamp with time zone,timestamp with time zone) owner to mase_looks;
revoke execute on function refused_looks_between(timestamp with time zone,timestamp with time zone) from public;
grant execute on function refused_looks_between(timestamp with time zone,timestamp with time zone) to mase_app;

CREATE OR REPLACE FUNCTION public.release_identity(wanted uuid, of_user uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      with released as (
        delete from identity s where s.id = wanted and s.user_id = of_user and s.partnership_id = (select app_partnership())
        and (s.user_id = (select app_user()) or 'role:administrator' = any ((select app_principals())::text[]))
          and s.user_id <> (select app_user()) returning 1)
      select count(*) = 1 from released
    $function$;
alter function release_identity(uuid,uuid) owner to mase_sessions;
revoke execute on function release_identity(uuid,uuid) from public;
grant execute on function release_identity(uuid,uuid) to mase_app;

CREATE OR REPLACE FUNCTION public.reset_one_time_code(of_user uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      delete from recovery_code where user_id = of_user;
      delete from one_time_code where user_id = of_user;
      delete from sign_in_step where user_id = of_user;
      update session set revoked_at = now(), ended_why = 'secret-changed'
      where user_id = of_user and method in ('password', 'hand-over') and revoked_at is null
    $function$;
alter function reset_one_time_code(uuid) owner to mase_sessions;
revoke execute on function reset_one_time_code(uuid) from public;
grant execute on function reset_one_time_code(uuid) to mase_owner;

CREATE OR REPLACE FUNCTION public.sample_population(basis text, wanted_grade text, wanted_team text, wanted_concern text, from_at timestamp with time zone, until_at timestamp with time zone, known_at timestamp with time zone, at_position bigint, zone text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
        begin
          if not (coalesce((select app_principals())::text[], '{}') && array['role:auditor', 'role:senior', 'role:information-governance']) then return; end if;
          return query select b.id from (
  select r.id, r.parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'childCase' and (at_position is null or k.version is not null)
    and (r.opened_at < until_at and (r.phase = any (array['awaitingTriage', 'assessing', 'planning', 'monitoring', 'closing', 'suspended', 'transferring',
  'screening', 'nominated', 'reported', 'active']) or r.closed_at >= least(from_at, known_at)))) b
            cross join lateral json_to_record(b.s) x ("receivedAt" timestamptz, team text, confirmed json, harm json, closed json)
            where case basis
                when 'received' then (x."receivedAt" >= from_at and x."receivedAt" < until_at)
                when 'closed' then exists (select 1 from (select u.*, u.outcome in ('risk-assessment', 'section-47-and-risk-assessment', 'relisted') and u.reason is distinct from 'merged' as is_taken,
      case when u.no = 1 then u.received else u.begun end as since
    from (select n.no, n.is_last, y."receivedAt" as received, n.triage ->> 'outcome' as outcome,
        (n.triage ->> 'at')::timestamptz as begun, n.triage ->> 'referral' is not null as is_woken,
        n.closed ->> 'reason' as reason, (n.closed ->> 'at')::timestamptz as ended, n.t
      from json_to_record(b.s) y ("receivedAt" timestamptz, triage json, closed json, before json) cross join lateral (
        select coalesce(json_array_length(y.before), 0) + 1 as no, true as is_last, y.triage, y.closed, null::json as t
        union all select e.no, false, e.t -> 'triage', e.t -> 'closed', e.t
          from json_array_elements(y.before) with ordinality e (t, no)) n offset 0) u) u where u.is_taken and (u.ended >= from_at and u.ended < until_at))
                else exists (select 1 from (select u.*, u.outcome in ('risk-assessment', 'section-47-and-risk-assessment', 'relisted') and u.reason is distinct from 'merged' as is_taken,
      case when u.no = 1 then u.received else u.begun end as since
    from (select n.no, n.is_last, y."receivedAt" as received, n.triage ->> 'outcome' as outcome,
        (n.triage ->> 'at')::timestamptz as begun, n.triage ->> 'referral' is not null as is_woken,
        n.closed ->> 'reason' as reason, (n.closed ->> 'at')::timestamptz as ended, n.t
      from json_to_record(b.s) y ("receivedAt" timestamptz, triage json, closed json, before json) cross join lateral (
        select coalesce(json_array_length(y.before), 0) + 1 as no, true as is_last, y.triage, y.closed, null::json as t
        union all select e.no, false, e.t -> 'triage', e.t -> 'closed', e.t
          from json_array_elements(y.before) with ordinality e (t, no)) n offset 0) u) u where u.is_taken and u.since < until_at and coalesce(u.ended >= until_at, true)) end
              and coalesce(x.closed ->> 'reason', '') <> 'merged'
              and (wanted_grade is null or coalesce(x.confirmed ->> 'grade', 'not-graded') = wanted_grade)
              and (wanted_team is null or x.team = wanted_team)
              and (wanted_concern is null or x.harm -> wanted_concern is not null);
        end $function$;
alter function sample_population(text,text,text,text,timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) owner to mase_figures;
revoke execute on function sample_population(text,text,text,text,timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) from public;
grant execute on function sample_population(text,text,text,text,timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) to mase_app;

CREATE OR REPLACE FUNCTION public.scorecard_counts(scorecard text, from_at timestamp with time zone, until_at timestamp with time zone, known_at timestamp with time zone, at_position bigint, zone text, rules json DEFAULT '{"episodesFrom": "none"}'::json)
 RETURNS TABLE(measure text, part text, n bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
        #variable_conflict use_column
        declare principals text[] := coalesce((select app_principals())::text[], '{}');
        begin
          case scorecard
            when 'children' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager'] then return query select c.measure, c.part, c.n from children_counts(from_at, until_at, known_at, at_position, zone, rules) c; end if;
            when 'timeliness' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager'] then return query select f.measure, f.part, sum(f.amount)::bigint from timeliness_facts(from_at, until_at, known_at, at_position, zone) f group by 1, 2; end if;
            when 'plan' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager'] then return query select f.measure, f.part, sum(f.amount)::bigint from plan_facts(from_at, until_at, known_at, at_position, zone) f group by 1, 2; end if;
            when 'strands' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager'] then return query select f.measure, f.part, sum(f.amount)::bigint from strands_facts(from_at, until_at, known_at, at_position, zone) f group by 1, 2; end if;
            when 'panel' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager'] then return query select f.measure, f.part, sum(f.amount)::bigint from panel_facts(from_at, until_at, known_at, at_position, zone) f group by 1, 2; end if;
            when 'caseload' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager'] then return query select f.measure, f.part, sum(f.amount)::bigint from caseload_facts(from_at, until_at, known_at, at_position, zone) f group by 1, 2; end if;
            when 'completeness' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager'] then return query select f.measure, f.part, sum(f.amount)::bigint from completeness_facts(from_at, until_at, known_at, at_position, zone) f group by 1, 2; end if;
            when 'cohort' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager'] then return query select f.measure, f.part, sum(f.amount)::bigint from cohort_facts(from_at, until_at, known_at, at_position, zone, rules) f group by 1, 2; end if;
            when 'missing' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager', 'role:police-desk', 'role:interviewer'] then return query select f.measure, f.part, sum(f.amount)::bigint from missing_facts(from_at, until_at, known_at, at_position, zone) f group by 1, 2; end if;
            when 'incidents' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:police-desk', 'role:intelligence-officer', 'role:intelligence-supervisor'] then return query select f.measure, f.part, sum(f.amount)::bigint from incidents_facts(from_at, until_at, known_at, at_position, zone, rules) f group by 1, 2; end if;
          end case;
        end $function$;
alter function scorecard_counts(text,timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text,json) owner to mase_figures;
revoke execute on function scorecard_counts(text,timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text,json) from public;
grant execute on function scorecard_counts(text,timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text,json) to mase_app;

CREATE OR REPLACE FUNCTION public.scorecard_records(scorecard text, counted text, parts text[], from_at timestamp with time zone, until_at timestamp with time zone, known_at timestamp with time zone, at_position bigint, zone text, rules json DEFAULT '{"episodesFrom": "none"}'::json)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
        #variable_conflict use_column
        declare principals text[] := coalesce((select app_principals())::text[], '{}');
        begin
          case scorecard
            when 'children' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager'] then return query select distinct f.record_id from children_facts(from_at, until_at, known_at, at_position, zone, rules) f where f.measure = counted and (parts is null or f.part = any (parts)); end if;
            when 'timeliness' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager'] then return query select distinct f.record_id from timeliness_facts(from_at, until_at, known_at, at_position, zone) f where f.measure = counted and (parts is null or f.part = any (parts)); end if;
            when 'plan' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager'] then return query select distinct f.record_id from plan_facts(from_at, until_at, known_at, at_position, zone) f where f.measure = counted and (parts is null or f.part = any (parts)); end if;
            when 'strands' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager'] then return query select distinct f.record_id from strands_facts(from_at, until_at, known_at, at_position, zone) f where f.measure = counted and (parts is null or f.part = any (parts)); end if;
            when 'panel' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager'] then return query select distinct f.record_id from panel_facts(from_at, until_at, known_at, at_position, zone) f where f.measure = counted and (parts is null or f.part = any (parts)); end if;
            when 'caseload' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager'] then return query select distinct f.record_id from caseload_facts(from_at, until_at, known_at, at_position, zone) f where f.measure = counted and (parts is null or f.part = any (parts)); end if;
            when 'completeness' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager'] then return query select distinct f.record_id from completeness_facts(from_at, until_at, known_at, at_position, zone) f where f.measure = counted and (parts is null or f.part = any (parts)); end if;
            when 'cohort' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager'] then return query select distinct f.record_id from cohort_facts(from_at, until_at, known_at, at_position, zone, rules) f where f.measure = counted and (parts is null or f.part = any (parts)); end if;
            when 'missing' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:manager', 'role:police-desk', 'role:interviewer'] then return query select distinct f.record_id from missing_facts(from_at, until_at, known_at, at_position, zone) f where f.measure = counted and (parts is null or f.part = any (parts)); end if;
            when 'incidents' then if principals && array['role:coordinator', 'role:chair', 'role:deputy-chair', 'role:senior', 'role:auditor', 'role:police-desk', 'role:intelligence-officer', 'role:intelligence-supervisor'] then return query select distinct f.record_id from incidents_facts(from_at, until_at, known_at, at_position, zone, rules) f where f.measure = counted and (parts is null or f.part = any (parts)); end if;
          end case;
        end $function$;
alter function scorecard_records(text,text,text[],timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text,json) owner to mase_figures;
revoke execute on function scorecard_records(text,text,text[],timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text,json) from public;
grant execute on function scorecard_records(text,text,text[],timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text,json) to mase_app;

CREATE OR REPLACE FUNCTION public.sealed_position(instant timestamp with time zone)
 RETURNS TABLE(entries bigint, sealed_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        declare
          low bigint := 0;
          high bigint := (select max(c.number) from ledger_checkpoint c where c.partnership_id = (select app_partnership()));
          half bigint;
          found_at timestamptz;
        begin
          while low < coalesce(high, 0) loop
            half := (low + high + 1) / 2;
            select max(c.number) into half from ledger_checkpoint c
              where c.partnership_id = (select app_partnership()) and c.number > low and c.number <= half;
            if half is null then low := (low + high + 1) / 2; continue; end if;
            select (c.line::json #>> '{checkpoint,time}')::timestamptz into found_at from ledger_checkpoint c
              where c.partnership_id = (select app_partnership()) and c.number = half;
            if found_at <= instant then low := half; else high := half - 1; end if;
          end loop;
          return query select c.size, (c.line::json #>> '{checkpoint,time}')::timestamptz from ledger_checkpoint c
            where c.partnership_id = (select app_partnership()) and c.number <= low order by c.number desc limit 1;
        end $function$;
alter function sealed_position(timestamp with time zone) owner to mase_figures;
revoke execute on function sealed_position(timestamp with time zone) from public;
grant execute on function sealed_position(timestamp with time zone) to mase_app;

CREATE OR REPLACE FUNCTION public.sessions_of(wanted uuid, current bytea)
 RETURNS TABLE(id uuid, method text, tenant text, created_at timestamp with time zone, seen_at timestamp with time zone, expires_at timestamp with time zone, is_current boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select s.id, s.method, s.tenant, s.created_at, s.seen_at, s.expires_at, s.id_hash = current
      from session s where s.user_id = wanted and s.revoked_at is null and s.expires_at > now() and s.seen_at > now() - s.idle and s.partnership_id = (select app_partnership())
        and (s.user_id = (select app_user()) or 'role:administrator' = any ((select app_principals())::text[]))
      order by s.seen_at desc, s.id
    $function$;
alter function sessions_of(uuid,bytea) owner to mase_sessions;
revoke execute on function sessions_of(uuid,bytea) from public;
grant execute on function sessions_of(uuid,bytea) to mase_app;

CREATE OR REPLACE FUNCTION public.set_credential(for_user uuid, in_partnership uuid, new_email text, new_hash text, is_demonstration boolean)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      insert into credential (partnership_id, user_id, email, hash, demonstration)
      values (in_partnership, for_user, lower(new_email), new_hash, is_demonstration)
      on conflict (user_id) do update set email = excluded.email, hash = excluded.hash;
      delete from sign_in_step where user_id = for_user;
      update session set revoked_at = now(), ended_why = 'secret-changed'
      where user_id = for_user and method in ('password', 'hand-over') and revoked_at is null
    $function$;
alter function set_credential(uuid,uuid,text,text,boolean) owner to mase_sessions;
revoke execute on function set_credential(uuid,uuid,text,text,boolean) from public;
grant execute on function set_credential(uuid,uuid,text,text,boolean) to mase_owner;

CREATE OR REPLACE FUNCTION public.set_recovery_codes(of_user uuid, in_partnership uuid, hashes bytea[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      delete from recovery_code where user_id = of_user;
      insert into recovery_code (user_id, partnership_id, hash) select of_user, in_partnership, unnest(hashes)
    $function$;
alter function set_recovery_codes(uuid,uuid,bytea[]) owner to mase_sessions;
revoke execute on function set_recovery_codes(uuid,uuid,bytea[]) from public;
grant execute on function set_recovery_codes(uuid,uuid,bytea[]) to mase_app;

CREATE OR REPLACE FUNCTION public.sightings_at_hub(of_partnership uuid, of_hub text)
 RETURNS TABLE(child_id uuid, first_on text, last_on text, closed boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select substr(c.other, 7)::uuid, c.first_on::text, c.last_on::text,
            l.standing::json #>> '{grade,handling}' = 'C' or coalesce(l.standing::json #>> '{access,closed}', 'false') = 'true'
              or l.kind <> 'link'
          from link_edge c join record l on l.id = c.record_id
          where c.partnership_id = of_partnership and c.node = of_hub and c.other like 'child:%' and c.node not like 'child:%'
        $function$;
alter function sightings_at_hub(uuid,text) owner to mase_matching;
revoke execute on function sightings_at_hub(uuid,text) from public;
grant execute on function sightings_at_hub(uuid,text) to mase_worker;

CREATE OR REPLACE FUNCTION public.silent_listed(at_most integer)
 RETURNS TABLE(id uuid, kind text, reference text, since timestamp with time zone, lacks text[], persons uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select r.id, r.kind, r.reference, s.since, s.lacks, r.persons
          from silent_case s join record r on r.id = s.record_id
          where s.partnership_id = (select app_partnership())
            and (select app_principals())::text[]
              && array['role:chair', 'role:deputy-chair', 'role:coordinator', 'role:senior', 'role:auditor']
            and exists (select 1 from case_reader k where k.record_id = r.id and k.class <> 'existence'
              and k.principal in ('role:auditor', 'role:senior', 'role:coordinator')
              and ((select app_user()) = any (k.without)) is not true
              and (k.until is null or k.until > (select app_now())))
          order by s.since, r.id limit at_most
        $function$;
alter function silent_listed(integer) owner to mase_members;
revoke execute on function silent_listed(integer) from public;
grant execute on function silent_listed(integer) to mase_app;

CREATE OR REPLACE FUNCTION public.silent_now(in_partnership uuid, live text[], unowned text[])
 RETURNS TABLE(record_id uuid, lacks text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          with open as materialized (
            select r.id, r.owner_id, r.team_id, r.phase, r.next_step, r.next_due,
              exists (select 1 from queue_row q where q.record_id = r.id) as stands,
              exists (select 1 from queue_row q where q.record_id = r.id and q.principal = any (live)) as held
            from record r where r.partnership_id = in_partnership
              and r.kind in ('childCase', 'personCase', 'locationCase')
              and r.phase not in ('closed', 'declined', 'disposed')),
          judged as (
            select id, array_remove(array[
              case when owner_id is null and team_id is null and phase <> all (unowned) then 'owner' end,
              case when next_step is null or next_due is null then 'next-step' end,
              case when not stands then 'place' when not held then 'holder' end], null) as lacks
            from open)
          select id, lacks from judged where lacks <> '{}' order by id
        $function$;
alter function silent_now(uuid,text[],text[]) owner to mase_members;
revoke execute on function silent_now(uuid,text[],text[]) from public;
grant execute on function silent_now(uuid,text[],text[]) to mase_backup;

CREATE OR REPLACE FUNCTION public.stamp_posts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        begin
          insert into posts_stamp as s (partnership_id, version) values (new.partnership_id, 1)
            on conflict (partnership_id) do update set version = s.version + 1;
          return null;
        end $function$;
alter function stamp_posts() owner to mase_sessions;
revoke execute on function stamp_posts() from public;

CREATE OR REPLACE FUNCTION public.strands_facts(from_at timestamp with time zone, until_at timestamp with time zone, known_at timestamp with time zone, at_position bigint, zone text)
 RETURNS TABLE(measure text, part text, record_id uuid, amount integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ 
  select f.measure, f.part, b.id, f.amount from (
  select r.id, r.parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'personCase' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (r.opened_at < until_at and (r.phase <> 'closed' or r.closed_at >= least(from_at, known_at)))) b
    cross join lateral json_to_record(b.s) x ("nominatedAt" timestamptz, "acceptedAt" timestamptz, closed json, priority text, removal json) cross join lateral (values
      ('personsNominated', null::text, 1, (x."nominatedAt" >= from_at and x."nominatedAt" < until_at)),
      ('personsAccepted', null::text, 1, (x."acceptedAt" >= from_at and x."acceptedAt" < until_at)),
      ('personsRemoved', x.closed ->> 'reason', 1, x."acceptedAt" is not null and ((x.closed ->> 'at')::timestamptz >= from_at and (x.closed ->> 'at')::timestamptz < until_at)),
      ('personsAtEnd', (select h.entry::json #>> '{standing,priority}' from history h
  where h.record_id = b.id and h.version <= b.version
  order by h.at >= until_at, case when h.at < until_at then -h.version else h.version end limit 1), 1, x."acceptedAt" < until_at and (x.closed is null or (x.closed ->> 'at')::timestamptz >= until_at))) f (measure, part, amount, counts) where f.counts union all 
  select f.measure, f.part, b.id, f.amount from (
  select r.id, r.parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'locationCase' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (r.opened_at < until_at and (r.phase <> 'closed' or r.closed_at >= least(from_at, known_at)))) b
    cross join lateral json_to_record(b.s) x ("nominatedAt" timestamptz, "acceptedAt" timestamptz, closed json, priority text, removal json) cross join lateral (values
      ('placesNominated', null::text, 1, (x."nominatedAt" >= from_at and x."nominatedAt" < until_at)),
      ('placesAccepted', null::text, 1, (x."acceptedAt" >= from_at and x."acceptedAt" < until_at)),
      ('placesRemoved', x.closed ->> 'reason', 1, x."acceptedAt" is not null and ((x.closed ->> 'at')::timestamptz >= from_at and (x.closed ->> 'at')::timestamptz < until_at)),
      ('placesAtEnd', (select h.entry::json #>> '{standing,priority}' from history h
  where h.record_id = b.id and h.version <= b.version
  order by h.at >= until_at, case when h.at < until_at then -h.version else h.version end limit 1), 1, x."acceptedAt" < until_at and (x.closed is null or (x.closed ->> 'at')::timestamptz >= until_at))) f (measure, part, amount, counts) where f.counts union all 
  select f.measure, f.part, b.id, f.amount from (
  select r.id, r.parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = 'disruptionMeasure' and (at_position is null or k.version is not null) and (h.e #>> '{standing,access,closed}') is distinct from 'true'
    and (true)) b
    cross join lateral json_to_record(b.s) x (code text, granted json, served json, "expiresOn" date, breaches json, ended json)
    cross join lateral (select least(nullif(x.granted ->> 'on', ''), nullif(x.served ->> 'on', ''))::date as since, (select count(*)::integer from json_array_elements_text(x.breaches) d
      where d::date >= (from_at at time zone zone)::date and d::date <= ((until_at at time zone zone)::date - 1)) as breached) t cross join lateral (values
      ('orders', x.code, 1, t.since >= (from_at at time zone zone)::date and t.since <= ((until_at at time zone zone)::date - 1)),
      ('inForce', x.code, 1, t.since <= ((until_at at time zone zone)::date - 1) and coalesce(x."expiresOn" >= ((until_at at time zone zone)::date - 1), true) and coalesce((x.ended ->> 'on')::date > ((until_at at time zone zone)::date - 1), true)),
      ('breaches', x.code, t.breached, t.breached > 0)) f (measure, part, amount, counts) where f.counts $function$;
alter function strands_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) owner to mase_figures;
revoke execute on function strands_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) from public;

CREATE OR REPLACE FUNCTION public.take_sign_in_step(wanted bytea, of_kind text)
 RETURNS SETOF sign_in_step
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      delete from sign_in_step where token_hash = wanted and kind = of_kind and expires_at > now() returning *
    $function$;
alter function take_sign_in_step(bytea,text) owner to mase_sessions;
revoke execute on function take_sign_in_step(bytea,text) from public;
grant execute on function take_sign_in_step(bytea,text) to mase_app;

CREATE OR REPLACE FUNCTION public.take_try(wanted bytea, at_most integer, within interval)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      insert into sign_in_try as t (key, tries, since) values (wanted, 1, now())
      on conflict (key) do update set
        tries = case when t.since < now() - within then 1 else t.tries + 1 end,
        since = case when t.since < now() - within then now() else t.since end
      returning case when t.tries <= at_most then 0 else ceil(extract(epoch from t.since + within - now()))::integer end
    $function$;
alter function take_try(bytea,integer,interval) owner to mase_sessions;
revoke execute on function take_try(bytea,integer,interval) from public;
grant execute on function take_try(bytea,integer,interval) to mase_app;

CREATE OR REPLACE FUNCTION public.timeliness_facts(from_at timestamp with time zone, until_at timestamp with time zone, known_at timestamp with time zone, at_position bigint, zone text)
 RETURNS TABLE(measure text, part text, record_id uuid, amount integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ 
  select f.measure, f.part, c.record_id, f.amount from (
  select c.id, c.record_id, c.rule, c.due, k.how, k.ended from clock c join record r on r.id = c.record_id
  cross join lateral (select at_position is null or (select e.position from history h join ledger_entry e
  on e.id = h.record_id and e.version = h.version and e.source = 'history'
  where h.command_id = c.started_by and h.record_id = c.record_id) < at_position as begun,
    c.ended is not null and (at_position is null or (select e.position from history h join ledger_entry e
  on e.id = h.record_id and e.version = h.version and e.source = 'history'
  where h.command_id = c.ended_by and h.record_id = c.record_id) < at_position) as is_ended offset 0) p
  cross join lateral (select case when p.is_ended then c.how end as how, case when p.is_ended then c.ended end as ended) k
  where c.partnership_id = (select app_partnership()) and (c.due >= from_at and c.due < until_at) and p.begun  and (at_position is null or not exists (select 1 from history h where h.record_id = c.record_id
      and h.version = (select e.version from ledger_entry e where e.id = c.record_id and e.source = 'history'
        and e.position < at_position order by e.version desc limit 1)
      and h.entry like '%"closed":true%' and h.entry::json #>> '{standing,access,closed}' = 'true'))) c cross join lateral (values
      ('due', c.rule, 1, coalesce(c.how, '') not in ('cancelled', 'extended') and (c.ended is not null or c.due < known_at)),
      ('met', c.rule, 1, c.how = 'met'),
      ('late', c.rule, 1, c.how = 'metLate'),
      ('missed', c.rule, 1, c.how = 'missed'),
      ('overdue', c.rule, 1, c.ended is null and c.due < known_at),
      ('extended', c.rule, 1, c.how = 'extended')) f (measure, part, amount, counts) where f.counts $function$;
alter function timeliness_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) owner to mase_figures;
revoke execute on function timeliness_facts(timestamp with time zone,timestamp with time zone,timestamp with time zone,bigint,text) from public;

CREATE OR REPLACE FUNCTION public.undrawn_pairs(wanted uuid)
 RETURNS TABLE(link_id uuid, child_id uuid, about_kind text, about_id uuid, one_kind text, one_id uuid, other_kind text, other_id uuid, known_before boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          with source as (
            select v as one, p as other, p.parent_id as about_id
              from record w
              join record v on v.kind = 'incidentVictim' and v.phase = 'linked' and v.subject_id = w.subject_id
              join record p on p.kind = 'incidentPart' and p.phase = 'linked' and p.subject_id = w.subject_id
              where w.id = wanted and w.kind in ('incidentVictim', 'incidentPart') and w.phase = 'linked'
                and w.id in (v.id, p.id)
            union all
            select w, m, e.id
              from record w
              join record m on m.id = w.subject_id and m.kind = 'disruptionMeasure' and m.phase = 'inForce'
              cross join lateral (values (m.parent_id), (m.subject_id)) e (id)
              where w.id = wanted and w.kind = 'protection' and w.phase = 'inForce' and e.id is not null
          )
          select overlay(overlay(md5((s.one).id::text || (s.other).id::text || a.kind) placing '8' from 13) placing 'a' from 17)::uuid, (s.one).parent_id, a.kind, a.id,
              (s.one).kind, (s.one).id, (s.other).kind, (s.other).id, coalesce(u.at > greatest((s.one).at, (s.other).at, a.at), false)
            from source s join record a on a.id = s.about_id and a.kind in ('person', 'location')
            left join unweighed_link u on u.record_id = wanted
            where not exists (select from record l where l.id = overlay(overlay(md5((s.one).id::text || (s.other).id::text || a.kind) placing '8' from 13) placing 'a' from 17)::uuid)
        $function$;
alter function undrawn_pairs(uuid) owner to mase_matching;
revoke execute on function undrawn_pairs(uuid) from public;
grant execute on function undrawn_pairs(uuid) to mase_worker;

CREATE OR REPLACE FUNCTION public.unmatched_terms(at_most integer)
 RETURNS TABLE(partnership_id uuid, record_id uuid, kind text, term text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select s.partnership_id, s.record_id, s.kind, s.term from search_term s
          where not s.sought and s.kind = any (array['phone', 'vehicle', 'handle', 'handleAnywhere', 'address', 'houseAtPostcode', 'nickname', 'email',
  'emailBox', 'device', 'pnc', 'cro', 'nhsNumber', 'upn']) and s.record_kind <> 'user'
          order by s.record_id, s.kind, s.term limit at_most
        $function$;
alter function unmatched_terms(integer) owner to mase_matching;
revoke execute on function unmatched_terms(integer) from public;
grant execute on function unmatched_terms(integer) to mase_worker;

CREATE OR REPLACE FUNCTION public.unread_in(mails uuid[])
 RETURNS TABLE(mail_id uuid, messages integer, first_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select d.mail_id, count(*)::integer, (array_agg(d.message_id order by d.message_id))[1]
          from delivery d join message m on m.id = d.message_id
          where d.mail_id = any (mails) and d.opened_at is null
            and not exists (select 1 from audit a where a.partnership_id = m.partnership_id and a.user_id = d.user_id
              and a.at > m.at and a.record_id = m.record_id)
          group by d.mail_id
        $function$;
alter function unread_in(uuid[]) owner to mase_looks;
revoke execute on function unread_in(uuid[]) from public;
grant execute on function unread_in(uuid[]) to mase_worker;

CREATE OR REPLACE FUNCTION public.unweighed_links(at_most integer)
 RETURNS TABLE(partnership_id uuid, record_id uuid, kind text, at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select u.partnership_id, u.record_id, r.kind, u.at from unweighed_link u join record r on r.id = u.record_id
          order by u.at, u.record_id limit at_most
        $function$;
alter function unweighed_links(integer) owner to mase_matching;
revoke execute on function unweighed_links(integer) from public;
grant execute on function unweighed_links(integer) to mase_worker;

CREATE OR REPLACE FUNCTION public.use_one_time_code(of_user uuid, under_salt bytea, at_step bigint)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      with used as (
        update one_time_code set last_step = at_step, confirmed_at = coalesce(confirmed_at, now())
        where user_id = of_user and salt = under_salt and last_step < at_step returning 1)
      select count(*) = 1 from used
    $function$;
alter function use_one_time_code(uuid,bytea,bigint) owner to mase_sessions;
revoke execute on function use_one_time_code(uuid,bytea,bigint) from public;
grant execute on function use_one_time_code(uuid,bytea,bigint) to mase_app;

CREATE OR REPLACE FUNCTION public.use_recovery_code(of_user uuid, wanted bytea)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      with used as (
        update recovery_code set used_at = now() where user_id = of_user and hash = wanted and used_at is null returning 1)
      select count(*) = 1 from used
    $function$;
alter function use_recovery_code(uuid,bytea) owner to mase_sessions;
revoke execute on function use_recovery_code(uuid,bytea) from public;
grant execute on function use_recovery_code(uuid,bytea) to mase_app;

CREATE OR REPLACE FUNCTION public.verifications(most integer)
 RETURNS TABLE(at timestamp with time zone, result json)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        begin
          if not (coalesce((select app_principals())::text[], '{}') && array['role:auditor', 'role:information-governance', 'role:caldicott-guardian', 'role:senior']) then return; end if;
          return query select a.at, a.entry::json -> 'result' from audit a
            where a.partnership_id = (select app_partnership()) and a.action = 'operator/verified' and a.entry is not null
            order by a.at desc limit most;
        end $function$;
alter function verifications(integer) owner to mase_looks;
revoke execute on function verifications(integer) from public;
grant execute on function verifications(integer) to mase_app;

CREATE OR REPLACE FUNCTION public.versions_at(ids uuid[], below bigint)
 RETURNS TABLE(record_id uuid, version integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select e.id, max(e.version) from ledger_entry e
          where e.id = any (ids) and e.source = 'history' and e.position < below
            and e.partnership_id = (select app_partnership())
            and exists (select 1 from case_reader r where r.record_id = e.id and r.class = 'case'
              and r.principal = any ((select app_principals())::text[])
              and (r.until is null or r.until > (select app_now()))
              and ((select app_user()) = any (r.without)) is not true)
          group by e.id
        $function$;
alter function versions_at(uuid[],bigint) owner to mase_looks;
revoke execute on function versions_at(uuid[],bigint) from public;
grant execute on function versions_at(uuid[],bigint) to mase_app;

CREATE OR REPLACE FUNCTION public.who_knew(wanted uuid, kinds text[], commands text[])
 RETURNS TABLE(message_id uuid, kind text, rule text, record_id uuid, record_kind text, title text, at timestamp with time zone, user_id uuid, mail_kind text, mail_state text, sent_at timestamp with time zone, accepted_at timestamp with time zone, opened_at timestamp with time zone, answered_at timestamp with time zone, answered_by uuid, answered_with text, ended_how text, did_after timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select m.id, m.kind, c.rule, x.id, x.kind, x.title, m.at, d.user_id, e.kind, e.state, e.tried_at, e.accepted_at,
            least(d.opened_at, (select min(a.at) from audit a where a.partnership_id = m.partnership_id
              and a.user_id = d.user_id and a.at > m.at and a.record_id = m.record_id
              and (x.persons = '{}' or a.entry not like '%"persons":[]%'))),
            s.at, s.actor_id, s.command, c.how,
            (select min(h.at) from history h where h.record_id = m.record_id and h.actor_id = d.user_id and h.at > m.at)
          from record x join message m on m.record_id = x.id join delivery d on d.message_id = m.id
          join lateral (select bool_or(r.class = 'case') or x.kind <> 'link' as whole from case_reader r
            where r.record_id = x.id and r.class <> 'existence' and r.principal = any ((select app_principals())::text[])
            and (r.until is null or r.until > (select app_now()))
            and ((select app_user()) = any (r.without)) is not true) v on v.whole is not null
          left join mail e on e.id = d.mail_id left join clock c on c.id = m.clock_id
          left join lateral (
            select h.at, h.actor_id, h.command from history h
              where h.record_id = m.record_id and (h.command_id = c.ended_by
                or m.clock_id is null and h.at > m.at
                  and exists (select 1 from unnest(kinds, commands) w (kind, command) where w.kind = m.kind and w.command = h.command))
                and (v.whole or h.command = 'links/acknowledge-link' and exists (select 1 from message o
                  join delivery p on p.message_id = o.id where o.record_id = x.id and p.user_id = h.actor_id
                    and works_with_own_child(x.id, o.principal)))
              order by (h.actor_id is not distinct from d.user_id) desc, h.at limit 1
          ) s on true
          where x.partnership_id = (select app_partnership()) and (x.id = wanted or x.parent_id = wanted) and who_knew_reach(wanted) is not null
            and (v.whole or (m.clock_id is null and works_with_own_child(x.id, m.principal)))
          order by m.at desc, m.id desc, d.user_id limit 2000
        $function$;
alter function who_knew(uuid,text[],text[]) owner to mase_looks;
revoke execute on function who_knew(uuid,text[],text[]) from public;
grant execute on function who_knew(uuid,text[],text[]) to mase_app;

CREATE OR REPLACE FUNCTION public.who_knew_reach(wanted uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select case
            when exists (select 1 from case_reader r join record l on l.id = r.record_id
          where r.record_id = wanted and r.class = 'case'
            and r.principal = any ((select app_principals())::text[])
            and (r.until is null or r.until > (select app_now()))
            and ((select app_user()) = any (r.without)) is not true
            and ((select app_principals())::text[] && array['role:auditor', 'role:information-governance', 'role:caldicott-guardian', 'role:senior']
              or (r.principal like 'team:%:manager' and r.until is null) or (l.kind = 'link' and r.principal = 'role:intelligence-supervisor'))) then 'all'
            when exists (select 1 from case_reader r join record l on l.id = r.record_id and l.kind = 'link'
              where r.record_id = wanted and r.class in ('safety', 'receipt') and r.principal = any ((select app_principals())::text[])
            and (r.until is null or r.until > (select app_now()))
            and ((select app_user()) = any (r.without)) is not true and r.principal like 'team:%:manager' and r.until is null) then 'part'
          end
        $function$;
alter function who_knew_reach(uuid) owner to mase_looks;
revoke execute on function who_knew_reach(uuid) from public;
grant execute on function who_knew_reach(uuid) to mase_app;

CREATE OR REPLACE FUNCTION public.works_with_own_child(link uuid, told text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select exists (select 1 from record l join record c on c.id in (l.parent_id, l.subject_id) and c.kind = 'child'
            join case_reader o on o.record_id = c.id and o.class = 'case' and o.principal = any ((select app_principals())::text[])
            and (o.until is null or o.until > (select app_now()))
            and ((select app_user()) = any (o.without)) is not true and o.principal like 'team:%:manager' and o.until is null
            join case_reader t on t.record_id = c.id and t.class = 'case' and t.principal = told and told not like 'role:%'
            where l.id = link)
        $function$;
alter function works_with_own_child(uuid,text) owner to mase_looks;
revoke execute on function works_with_own_child(uuid,text) from public;

CREATE OR REPLACE FUNCTION public.wrote_first(row_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER COST 1000
 SET search_path TO 'public', 'pg_temp'
AS $function$
          with recursive before as (
            select w.replaces, w.author_id from written w where w.id = row_id
            union all
            select w.replaces, w.author_id from before b join written w on w.id = b.replaces)
          select exists (select 1 from before where author_id = (select app_user()))
        $function$;
alter function wrote_first(uuid) owner to mase_search;
revoke execute on function wrote_first(uuid) from public;
grant execute on function wrote_first(uuid) to mase_app;
