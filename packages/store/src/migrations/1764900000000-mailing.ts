import type { MigrationInterface, QueryRunner } from 'typeorm';

const header = 'language sql stable security definer set search_path = public, pg_temp';
const tables = ['mail', 'delivery', 'mail_preference', 'invitation'];
const administers = `partnership_id = (select app_partnership())
        and 'role:administrator' = any ((select app_principals())::text[])`;
const mine = 'partnership_id = (select app_partnership()) and user_id = (select app_user())';
const functions = [
  'people_to_tell(uuid)',
  'readers_to_tell(uuid[], timestamptz)',
  'unread_in(uuid[])',
  'who_knew(uuid)',
  'may_ask_who_knew(uuid)',
];

/** Whoever may ask who knew of a record: those who oversee, and the manager of a team that holds it; each reads it as a case. */
const mayAsk = `select exists (select 1 from case_reader r where r.record_id = wanted and r.class = 'case'
            and r.principal = any ((select app_principals())::text[])
            and (r.until is null or r.until > (select app_now()))
            and ((select app_user()) = any (r.without)) is not true
            and ((select app_principals())::text[] && array['role:auditor', 'role:information-governance',
                'role:caldicott-guardian', 'role:senior']
              or (r.principal like 'team:%:manager' and r.until is null)))`;

/**
 * Messages by e-mail, and who knew. A message has one \`delivery\` for each person whom it is told to; a \`mail\` is one
 * letter to one person: it holds no word and no address, its id is its Message-ID for ever. \`invitation\` keeps which
 * state of a sitting somebody's calendar was last sent.
 */
export class Mailing1764900000000 implements MigrationInterface {
  name = 'Mailing1764900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outbox add column clock_id uuid;
      alter table message add column clock_id uuid;
      alter table message add column addressed_at timestamptz;
      update message set addressed_at = at;
      create index message_to_address on message (at, id) where addressed_at is null;
      create table mail (
        partnership_id uuid not null references partnership (id) on delete restrict,
        id uuid primary key,
        user_id uuid not null,
        kind text not null check (kind in ('urgent', 'messages', 'digest', 'invitation')),
        state text not null default 'waiting'
          check (state in ('waiting', 'accepted', 'dead', 'given-up', 'not-needed')),
        made_at timestamptz not null,
        next_at timestamptz not null,
        tries integer not null default 0,
        first_tried_at timestamptz,
        tried_at timestamptz,
        accepted_at timestamptz,
        why text,
        settled_by uuid,
        settled_at timestamptz,
        settled_why text
      );
      create index mail_waiting on mail (next_at, id) where state = 'waiting';
      create index mail_gathering on mail (user_id) where state = 'waiting' and tries = 0;
      create index mail_dead on mail (partnership_id, made_at desc) where state = 'dead';
      create table delivery (
        partnership_id uuid not null,
        message_id uuid not null references message (id) on delete cascade,
        user_id uuid not null,
        mail_id uuid references mail (id) on delete set null,
        opened_at timestamptz,
        primary key (message_id, user_id)
      );
      create index delivery_by_mail on delivery (mail_id) where mail_id is not null;
      create table mail_preference (
        partnership_id uuid not null references partnership (id) on delete restrict,
        user_id uuid primary key,
        way text not null check (way in ('at-once', 'daily', 'in-app')),
        daily_at text not null check (daily_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        changed_at timestamptz not null
      );
      create table invitation (
        partnership_id uuid not null,
        sitting_id uuid not null references record (id) on delete cascade,
        user_id uuid not null,
        sequence integer not null,
        method text not null check (method in ('REQUEST', 'CANCEL')),
        at timestamptz not null,
        mail_id uuid references mail (id) on delete set null,
        primary key (sitting_id, user_id)
      );
      create index invitation_by_mail on invitation (mail_id) where mail_id is not null;
      ${tables
        .map(
          (one) => `
      alter table ${one} enable row level security;
      alter table ${one} force row level security;
      grant select on ${one} to mase_backup;
      create policy ${one}_backup_select on ${one} for select to mase_backup using (true);
      grant select, insert, update, delete on ${one} to mase_worker;
      create policy ${one}_worker_all on ${one} for all to mase_worker using (true) with check (true);`,
        )
        .join('\n')}

      grant update (addressed_at) on message to mase_worker;
      create policy message_worker_update on message for update to mase_worker using (true) with check (true);
      grant select, insert, update (opened_at) on delivery to mase_app;
      create policy delivery_app_select on delivery for select to mase_app using (${mine});
      create policy delivery_app_insert on delivery for insert to mase_app
        with check (${mine} and exists (select 1 from message m where m.id = message_id));
      create policy delivery_app_update on delivery for update to mase_app using (${mine}) with check (${mine});
      grant select, insert, update on mail_preference to mase_app;
      create policy mail_preference_app_all on mail_preference for all to mase_app using (${mine}) with check (${mine});
      grant select, update (state, next_at, first_tried_at, settled_by, settled_at, settled_why) on mail to mase_app;
      create policy mail_app_select on mail for select to mase_app using (${administers});
      create policy mail_app_update on mail for update to mase_app
        using (${administers} and state = 'dead')
        with check (${administers} and state in ('waiting', 'given-up') and settled_by = (select app_user()));

      grant select on message, delivery, mail to mase_looks;
      grant select (record_id, actor_id, at) on history to mase_looks;
      grant select (id, rule) on clock to mase_looks;
      ${['message', 'delivery', 'mail', 'history', 'clock']
        .map((one) => `create policy ${one}_looks_select on ${one} for select to mase_looks using (true);`)
        .join('\n')}
      create function people_to_tell(in_partnership uuid) returns table (id uuid, standing text)
        ${header} as $$
          select r.id, r.standing from record r
          where r.partnership_id = in_partnership and r.kind = 'user' and r.phase = 'active'
        $$;
      create function readers_to_tell(wanted uuid[], at_instant timestamptz)
        returns table (record_id uuid, principals text[], without uuid[])
        ${header} as $$
          select r.record_id, array_agg(r.principal), r.without from case_reader r
          where r.record_id = any (wanted) and r.class <> 'existence' and (r.until is null or r.until > at_instant)
          group by r.record_id, r.without
        $$;
      create function unread_in(mails uuid[]) returns table (mail_id uuid, messages integer, first_id uuid)
        ${header} as $$
          select d.mail_id, count(*)::integer, (array_agg(d.message_id order by d.message_id))[1]
          from delivery d join message m on m.id = d.message_id
          where d.mail_id = any (mails) and d.opened_at is null
            and not exists (select 1 from audit a where a.partnership_id = m.partnership_id and a.user_id = d.user_id
              and a.at > m.at and a.record_id = m.record_id)
          group by d.mail_id
        $$;
      create function may_ask_who_knew(wanted uuid) returns boolean
        ${header} as $$ ${mayAsk} $$;
      create function who_knew(wanted uuid)
        returns table (message_id uuid, kind text, rule text, record_id uuid, record_kind text, title text,
          at timestamptz, user_id uuid, mail_kind text, mail_state text, sent_at timestamptz, accepted_at timestamptz,
          opened_at timestamptz, acted_at timestamptz)
        ${header} as $$
          select m.id, m.kind, c.rule, x.id, x.kind, x.title, m.at, d.user_id, e.kind, e.state, e.tried_at, e.accepted_at,
            least(d.opened_at, (select min(a.at) from audit a where a.partnership_id = m.partnership_id
              and a.user_id = d.user_id and a.at > m.at and a.record_id = m.record_id
              and (x.persons = '{}' or a.entry not like '%"persons":[]%'))),
            (select min(h.at) from history h where h.record_id = m.record_id and h.actor_id = d.user_id and h.at > m.at)
          from record x join message m on m.record_id = x.id join delivery d on d.message_id = m.id
          left join mail e on e.id = d.mail_id left join clock c on c.id = m.clock_id
          where x.partnership_id = (select app_partnership()) and (x.id = wanted or x.parent_id = wanted) and may_ask_who_knew(wanted)
            and exists (select 1 from case_reader r where r.record_id = x.id and r.class <> 'existence'
              and r.principal = any ((select app_principals())::text[])
              and (r.until is null or r.until > (select app_now()))
              and ((select app_user()) = any (r.without)) is not true)
          order by m.at desc, m.id desc, d.user_id limit 2000
        $$;
      grant create on schema public to mase_sessions, mase_looks;
      alter function people_to_tell(uuid) owner to mase_sessions;
      alter function readers_to_tell(uuid[], timestamptz) owner to mase_looks;
      alter function unread_in(uuid[]) owner to mase_looks;
      alter function may_ask_who_knew(uuid) owner to mase_looks;
      alter function who_knew(uuid) owner to mase_looks;
      revoke create on schema public from mase_sessions, mase_looks;
      revoke all on function ${functions.join(', ')} from public;
      grant execute on function people_to_tell(uuid), readers_to_tell(uuid[], timestamptz), unread_in(uuid[]),
        cover_of(uuid, uuid, timestamptz) to mase_worker;
      grant execute on function who_knew(uuid), may_ask_who_knew(uuid) to mase_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke execute on function cover_of(uuid, uuid, timestamptz) from mase_worker;
      drop function ${functions.join(', ')};
      ${['message', 'history', 'clock'].map((one) => `drop policy ${one}_looks_select on ${one};`).join('\n')}
      revoke select on message from mase_looks;
      revoke select (record_id, actor_id, at) on history from mase_looks;
      revoke select (id, rule) on clock from mase_looks;
      drop policy message_worker_update on message;
      revoke update (addressed_at) on message from mase_worker;
      drop table invitation, mail_preference, delivery, mail;
      drop index message_to_address;
      alter table message drop column addressed_at;
      alter table message drop column clock_id;
      alter table outbox drop column clock_id;
    `);
  }
}
