import type { MigrationInterface, QueryRunner } from 'typeorm';

const header = 'language sql stable security definer set search_path = public, pg_temp';

/** That a line of readers is the asker’s now. */
const isOwn = (line: string) => `${line}.principal = any ((select app_principals())::text[])
            and (${line}.until is null or ${line}.until > (select app_now()))
            and ((select app_user()) = any (${line}.without)) is not true`;

/** That a line of readers is that of the manager of a team, who is not on the way out. */
const isManagers = (line: string) => `${line}.principal like 'team:%:manager' and ${line}.until is null`;

const overseers = `array['role:auditor', 'role:information-governance', 'role:caldicott-guardian', 'role:senior']`;

const owned = (signature: string, asked: boolean) => `
      grant create on schema public to mase_looks;
      alter function ${signature} owner to mase_looks;
      revoke create on schema public from mase_looks;
      revoke all on function ${signature} from public;
      ${asked ? `grant execute on function ${signature} to mase_app;` : ''}`;

/** Whoever oversees, the manager of a team that holds a record, and, of a link, the supervisor of the desk: each reads it as a case. */
const mayAskAll = (
  more: string,
) => `exists (select 1 from case_reader r ${more ? 'join record l on l.id = r.record_id' : ''}
          where r.record_id = wanted and r.class = 'case'
            and ${isOwn('r')}
            and ((select app_principals())::text[] && ${overseers}
              or (${isManagers('r')})${more}))`;

const columns = `message_id uuid, kind text, rule text, record_id uuid, record_kind text, title text,
          at timestamptz, user_id uuid, mail_kind text, mail_state text, sent_at timestamptz, accepted_at timestamptz,
          opened_at timestamptz, answered_at timestamptz, answered_by uuid, answered_with text, ended_how text, did_after timestamptz`;

/** Everything of a telling; \`answers\` narrows which commands count as its answer, \`shown\` which tellings are told. */
const whoKnew = ({ may, answers, shown }: { may: string; answers: string; shown: string }) => `
      create function who_knew(wanted uuid, kinds text[], commands text[]) returns table (${columns})
        ${header} as $$
          select m.id, m.kind, c.rule, x.id, x.kind, x.title, m.at, d.user_id, e.kind, e.state, e.tried_at, e.accepted_at,
            least(d.opened_at, (select min(a.at) from audit a where a.partnership_id = m.partnership_id
              and a.user_id = d.user_id and a.at > m.at and a.record_id = m.record_id
              and (x.persons = '{}' or a.entry not like '%"persons":[]%'))),
            s.at, s.actor_id, s.command, c.how,
            (select min(h.at) from history h where h.record_id = m.record_id and h.actor_id = d.user_id and h.at > m.at)
          from record x join message m on m.record_id = x.id join delivery d on d.message_id = m.id
          join lateral (select bool_or(r.class = 'case') or x.kind <> 'link' as whole from case_reader r
            where r.record_id = x.id and r.class <> 'existence' and ${isOwn('r')}) v on v.whole is not null
          left join mail e on e.id = d.mail_id left join clock c on c.id = m.clock_id
          left join lateral (
            select h.at, h.actor_id, h.command from history h
              where h.record_id = m.record_id and (h.command_id = c.ended_by
                or m.clock_id is null and h.at > m.at
                  and exists (select 1 from unnest(kinds, commands) w (kind, command) where w.kind = m.kind and w.command = h.command))
                ${answers}
              order by (h.actor_id is not distinct from d.user_id) desc, h.at limit 1
          ) s on true
          where x.partnership_id = (select app_partnership()) and (x.id = wanted or x.parent_id = wanted) and ${may}
            ${shown}
          order by m.at desc, m.id desc, d.user_id limit 2000
        $$;
      ${owned('who_knew(uuid, text[], text[])', true)}`;

/**
 * Who was told of a link is asked by the manager of a team, too, who reads of it what the workers are told: of that part he
 * or she answers for. Shown are the tellings to those who work with the child whom the team holds, and which of them
 * answered: not the police’s own, nor those of another child at its other end. So also beneath the child’s own record.
 */
export class WhoWasToldOfLinks1765820000000 implements MigrationInterface {
  name = 'WhoWasToldOfLinks1765820000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function who_knew(uuid, text[], text[]);
      drop function may_ask_who_knew(uuid);
      create function works_with_own_child(link uuid, told text) returns boolean
        ${header} as $$
          select exists (select 1 from record l join record c on c.id in (l.parent_id, l.subject_id) and c.kind = 'child'
            join case_reader o on o.record_id = c.id and o.class = 'case' and ${isOwn('o')} and ${isManagers('o')}
            join case_reader t on t.record_id = c.id and t.class = 'case' and t.principal = told and told not like 'role:%'
            where l.id = link)
        $$;
      ${owned('works_with_own_child(uuid, text)', false)}
      create function who_knew_reach(wanted uuid) returns text
        ${header} as $$
          select case
            when ${mayAskAll(` or (l.kind = 'link' and r.principal = 'role:intelligence-supervisor')`)} then 'all'
            when exists (select 1 from case_reader r join record l on l.id = r.record_id and l.kind = 'link'
              where r.record_id = wanted and r.class in ('safety', 'receipt') and ${isOwn('r')} and ${isManagers('r')}) then 'part'
          end
        $$;
      ${owned('who_knew_reach(uuid)', true)}
      ${whoKnew({
        may: 'who_knew_reach(wanted) is not null',
        answers: `and (v.whole or h.command = 'links/acknowledge-link' and exists (select 1 from message o
                  join delivery p on p.message_id = o.id where o.record_id = x.id and p.user_id = h.actor_id
                    and works_with_own_child(x.id, o.principal)))`,
        shown: 'and (v.whole or (m.clock_id is null and works_with_own_child(x.id, m.principal)))',
      })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function who_knew(uuid, text[], text[]);
      drop function who_knew_reach(uuid);
      drop function works_with_own_child(uuid, text);
      create function may_ask_who_knew(wanted uuid) returns boolean
        ${header} as $$ select ${mayAskAll('')} $$;
      ${owned('may_ask_who_knew(uuid)', true)}
      ${whoKnew({ may: 'may_ask_who_knew(wanted)', answers: '', shown: '' })}
    `);
  }
}
