import { type Actor, dueCommands, type Profile } from '@mase/workflow';
import { clockReading } from '../access.js';
import { type ChangeOutcome, change } from '../change.js';
import type { Store, Tx } from '../store.js';
import { findProfile } from './find-profile.js';

/** A clock that is due, and the command that the policies open to it. */
interface Due {
  partnership_id: string;
  id: string;
  record_id: string;
  rule: string;
  due: string;
  command: string;
}

/** What came of a go at the due clocks, by outcome. */
export interface DueGiven {
  given: number;
  /** Refused by the rules, or on a record that is gone: noted and not asked again. */
  refused: number;
  /** Not stored; tried again, later each time. */
  failed: number;
}

/** Another worker has given it meanwhile. */
class AlreadyGivenError extends Error {
  readonly code = 'ALREADY_GIVEN';
}

/**
 * Gives the commands of clocks that are due, soonest first, at most `limit`: each as an ordinary command that happened
 * when the clock was due, through `change`, and each once, however many workers there are: what was given is noted in
 * the command's own transaction. `worker` sees which clocks run and nothing else; `app` is the store that changes
 * records. A clock that fails, by a profile that cannot be read too, does not hold up the others: it is tried again after a minute more each time.
 */
export async function giveDue(worker: Store, app: Store, limit = 200): Promise<DueGiven> {
  const waiting = await findDue(worker, limit);
  const profiles = new Map<string, Profile>();
  const counts: DueGiven = { given: 0, refused: 0, failed: 0 };
  for (const one of waiting) {
    const done = await giveOne(worker, app, one, async ({ partnership_id: id }) => {
      const profile = profiles.get(id) ?? (await findProfile(worker.pool, id, worker.clock()));
      profiles.set(id, profile);
      return profile;
    });
    if (done) counts[done] += 1;
  }
  return counts;
}

async function findDue(worker: Store, limit: number): Promise<Due[]> {
  const found = await worker.pool.query<Due>({
    name: 'due clocks',
    text: `select c.partnership_id, c.id, c.record_id, c.rule, c.due, o.command
      from clock c
      join unnest($1::text[], $2::text[]) o (rule, command) on o.rule = c.rule
      left join clock_call k on k.clock_id = c.id and k.command = o.command
      where c.ended is null and c.due <= $3
        and (k.clock_id is null or (k.outcome = 'failed' and k.at < $3::timestamptz - make_interval(mins => k.tries)))
      order by c.due, c.id limit $4`,
    values: [
      dueCommands.map(({ rule }) => rule),
      dueCommands.map(({ command }) => command),
      worker.clock(),
      limit,
    ],
  });
  return found.rows;
}

async function giveOne(
  worker: Store,
  app: Store,
  due: Due,
  profileOf: (due: Due) => Promise<Profile>,
): Promise<keyof DueGiven | undefined> {
  try {
    const outcome = await change(app, {
      name: due.command,
      recordId: due.record_id,
      payload: {},
      actor: clockOf(due),
      reading: clockReading(due.partnership_id),
      profile: await profileOf(due),
      happened: due.due,
      ifMatch: 'any',
      within: (tx) => noteGiven(tx, due, app.clock()),
    });
    if (outcome.outcome === 'accepted') return 'given';
    return await noteNotGiven(worker, due, 'refused', reasonOf(outcome));
  } catch (error) {
    if (error instanceof AlreadyGivenError) return undefined;
    return noteNotGiven(worker, due, 'failed', (error as { code?: string }).code ?? (error as Error).name);
  }
}

function clockOf({ id, rule }: Due): Actor {
  return {
    kind: 'clock',
    userId: null,
    name: 'Clock',
    agencyId: null,
    teamId: null,
    roles: [],
    clock: { id, rule },
  };
}

/** What is kept of a refusal: codes, which name nobody. */
function reasonOf(outcome: ChangeOutcome): string {
  if (outcome.outcome !== 'refused') return outcome.outcome;
  const { missing, faults } = outcome.refusal;
  return [...missing, ...faults].map(({ code }) => code).join(' ');
}

async function noteGiven(tx: Tx, due: Due, at: string): Promise<void> {
  const noted = await tx.query({
    name: 'note a clock given',
    text: `insert into clock_call (partnership_id, clock_id, command, outcome, at)
      values ($1, $2, $3, 'given', $4)
      on conflict (clock_id, command) do update set outcome = 'given', at = excluded.at, why = null
        where clock_call.outcome = 'failed'`,
    values: [due.partnership_id, due.id, due.command, at],
  });
  if (noted.rowCount === 0) throw new AlreadyGivenError();
}

/** Nothing is noted where another worker has given it meanwhile: to this one its clock ran no longer. */
async function noteNotGiven<O extends 'refused' | 'failed'>(
  worker: Store,
  due: Due,
  outcome: O,
  why: string,
): Promise<O | undefined> {
  const noted = await worker.pool.query({
    name: 'note a clock not given',
    text: `insert into clock_call (partnership_id, clock_id, command, outcome, at, why)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (clock_id, command) do update
        set outcome = excluded.outcome, at = excluded.at, why = excluded.why, tries = clock_call.tries + 1
        where clock_call.outcome = 'failed'`,
    values: [due.partnership_id, due.id, due.command, outcome, worker.clock(), why.slice(0, 200)],
  });
  return noted.rowCount === 0 ? undefined : outcome;
}
