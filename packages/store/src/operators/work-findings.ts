import { dueCommands } from '@mase/workflow';
import { type Finding, fault, note, well } from './finding.js';
import type { OperatorClient } from './open-operator.js';

/** What to do where the worker has not done what it does within seconds. */
const lookAtTheWorker = 'does the worker run, and what does its log say?';

/** How many clocks run, and how many are overdue; overdue is no fault of the program. */
export async function clockFinding(client: OperatorClient): Promise<Finding> {
  const found = await client.query<{ running: number; overdue: number; oldest: string | null }>(
    `select count(*)::integer as running, (count(*) filter (where due < now()))::integer as overdue, min(due) as oldest
     from clock where ended is null`,
  );
  const { running, overdue, oldest } = found.rows[0] ?? { running: 0, overdue: 0, oldest: null };
  if (overdue === 0) return well('clocks', `${running} running, 0 of them overdue`);
  return note(
    'clocks',
    `${running} running, ${overdue} of them overdue, the oldest since ${oldest?.slice(0, 10)}`,
  );
}

/** Clocks that have been due for two minutes and whose command nobody gave, and commands that were refused: codes only, which name nobody. */
export async function dueFinding(client: OperatorClient): Promise<Finding> {
  const waiting = await client.query<{ n: number; oldest: string | null }>(
    `select count(*)::integer as n, min(c.due) as oldest
     from clock c join unnest($1::text[], $2::text[]) o (rule, command) on o.rule = c.rule
     where c.ended is null and c.due < now() - interval '2 minutes'
       and not exists (select 1 from clock_call k where k.clock_id = c.id and k.command = o.command)`,
    [dueCommands.map(({ rule }) => rule), dueCommands.map(({ command }) => command)],
  );
  const { n, oldest } = waiting.rows[0] ?? { n: 0, oldest: null };
  if (n > 0) return fault('due clocks', `${n} were not raised, the oldest due at ${oldest}`, lookAtTheWorker);
  const found = await client.query<{ command: string; outcome: string; why: string; n: number }>(
    `select command, outcome, why, count(*)::integer as n from clock_call
     where outcome <> 'given' group by command, outcome, why order by n desc, command limit 10`,
  );
  if (found.rows.length === 0) return well('due clocks', 'every command that a clock gave was taken');
  const lines = found.rows.map(
    ({ command, outcome, why, n: times }) =>
      `${command} was ${outcome} ${times} ${times === 1 ? 'time' : 'times'}: ${why}`,
  );
  return fault(
    'due clocks',
    lines.join('; '),
    'what was refused is not asked again: somebody gives the command by hand; what failed is tried again, and the code says why',
  );
}

/** Whether the worker has reminded of anything within the last day, where clocks became due in it. */
export async function remindersFinding(client: OperatorClient): Promise<Finding> {
  const found = await client.query<{ due: number; told: number }>(
    `select count(*)::integer as due, (count(*) filter (where exists (
         select 1 from clock_call k where k.clock_id = c.id and k.command like 'remind/%')))::integer as told
     from clock c where c.ended is null and c.due between now() - interval '1 day' and now() - interval '2 minutes'`,
  );
  const { due, told } = found.rows[0] ?? { due: 0, told: 0 };
  const words = `of ${due} clocks that became due within a day, ${told} were told to somebody`;
  return due > 0 && told === 0
    ? note('reminders', words, `${lookAtTheWorker} A profile without reminders tells nobody`)
    : well('reminders', words);
}

/** Whether messages leave the outbox: they wait for seconds at most while a worker runs. */
export async function outboxFinding(client: OperatorClient): Promise<Finding> {
  const found = await client.query<{ waiting: number; oldest: string | null; late: boolean }>(
    `select count(*)::integer as waiting, min(o.at) as oldest, coalesce(min(o.at) < now() - interval '5 minutes', false) as late
     from outbox o where not exists (select 1 from outbox_processed p where p.id = o.id)`,
  );
  const { waiting, oldest, late } = found.rows[0] ?? { waiting: 0, oldest: null, late: false };
  if (waiting === 0) return well('outgoing messages', 'none waits');
  const since = `${waiting} wait, the oldest since ${oldest}`;
  return late ? fault('outgoing messages', since, lookAtTheWorker) : note('outgoing messages', since);
}
