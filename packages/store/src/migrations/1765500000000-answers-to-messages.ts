import type { MigrationInterface, QueryRunner } from 'typeorm';

const header = 'language sql stable security definer set search_path = public, pg_temp';
const shared = `message_id uuid, kind text, rule text, record_id uuid, record_kind text, title text,
          at timestamptz, user_id uuid, mail_kind text, mail_state text, sent_at timestamptz, accepted_at timestamptz,
          opened_at timestamptz`;
const selected = `m.id, m.kind, c.rule, x.id, x.kind, x.title, m.at, d.user_id, e.kind, e.state, e.tried_at, e.accepted_at,
            least(d.opened_at, (select min(a.at) from audit a where a.partnership_id = m.partnership_id
              and a.user_id = d.user_id and a.at > m.at and a.record_id = m.record_id
              and (x.persons = '{}' or a.entry not like '%"persons":[]%'))),`;
const after = `(select min(h.at) from history h where h.record_id = m.record_id and h.actor_id = d.user_id and h.at > m.at)`;
const told = `from record x join message m on m.record_id = x.id join delivery d on d.message_id = m.id
          left join mail e on e.id = d.mail_id left join clock c on c.id = m.clock_id`;
const readable = `where x.partnership_id = (select app_partnership()) and (x.id = wanted or x.parent_id = wanted) and may_ask_who_knew(wanted)
            and exists (select 1 from case_reader r where r.record_id = x.id and r.class <> 'existence'
              and r.principal = any ((select app_principals())::text[])
              and (r.until is null or r.until > (select app_now()))
              and ((select app_user()) = any (r.without)) is not true)
          order by m.at desc, m.id desc, d.user_id limit 2000`;

/**
 * The command that answered a message: of a clock the one that ended it or put it off; of any other kind the first on its
 * record after it that answers such a kind, the own one of whoever was told before that of somebody else.
 */
const answer = `left join lateral (
            select h.at, h.actor_id, h.command from history h
              where h.record_id = m.record_id and (h.command_id = c.ended_by
                or m.clock_id is null and h.at > m.at
                  and exists (select 1 from unnest(kinds, commands) w (kind, command) where w.kind = m.kind and w.command = h.command))
              order by (h.actor_id is not distinct from d.user_id) desc, h.at limit 1
          ) s on true`;

const owned = (signature: string) => `
      grant create on schema public to mase_looks;
      alter function ${signature} owner to mase_looks;
      revoke create on schema public from mase_looks;
      revoke all on function ${signature} from public;
      grant execute on function ${signature} to mase_app;`;

/** Who knew tells by which command a message was answered, apart from whatever else was done on its record after it. */
export class AnswersToMessages1765500000000 implements MigrationInterface {
  name = 'AnswersToMessages1765500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function who_knew(uuid);
      grant select (command_id, command) on history to mase_looks;
      grant select (ended_by, how) on clock to mase_looks;
      create function who_knew(wanted uuid, kinds text[], commands text[])
        returns table (${shared}, answered_at timestamptz, answered_by uuid, answered_with text, ended_how text, did_after timestamptz)
        ${header} as $$
          select ${selected}
            s.at, s.actor_id, s.command, c.how,
            ${after}
          ${told}
          ${answer}
          ${readable}
        $$;
      ${owned('who_knew(uuid, text[], text[])')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function who_knew(uuid, text[], text[]);
      revoke select (command_id, command) on history from mase_looks;
      revoke select (ended_by, how) on clock from mase_looks;
      create function who_knew(wanted uuid)
        returns table (${shared}, acted_at timestamptz)
        ${header} as $$
          select ${selected}
            ${after}
          ${told}
          ${readable}
        $$;
      ${owned('who_knew(uuid)')}
    `);
  }
}
