import { mailFault } from '@mase/workflow';
import { type Finding, fault, note, well } from './finding.js';
import type { OperatorClient } from './open-operator.js';

interface Stuck {
  state: 'dead' | 'waiting';
  /** The code of the last try; null where nobody has tried in five minutes, or whoever tried was killed. */
  why: string | null;
  n: number;
  late: boolean;
}

/**
 * Letters by e-mail that an administrator settles, and those that wait after they were tried, by what the server's answer
 * means: at fault where nothing goes until somebody sets something right, where a letter has been tried for an hour, or
 * where nobody tries.
 */
export async function lettersFinding(client: OperatorClient): Promise<Finding> {
  const found = await client.query<Stuck>(
    `select state, why, count(*)::integer as n,
       coalesce(bool_or(first_tried_at < now() - interval '1 hour'), false) as late
     from mail where state = 'dead' or (state = 'waiting' and (why is not null or next_at < now() - interval '5 minutes'))
     group by state, why order by n desc, why limit 10`,
  );
  if (found.rows.length === 0)
    return well('e-mail', 'no letter is dead, and none waits longer than it should');
  const isStuck = found.rows.some(
    ({ state, why, late }) =>
      state === 'waiting' && (late || why === null || mailFault(why).of === 'settings'),
  );
  const todo = new Set(found.rows.map(({ why }) => adviceOf(why)));
  if (found.rows.some(({ state }) => state === 'dead'))
    todo.add('An administrator settles the dead under Users');
  return (isStuck ? fault : note)('e-mail', found.rows.map(wordsOf).join('; '), [...todo].join('. '));
}

function wordsOf({ state, why, n }: Stuck): string {
  const what = state === 'dead' ? 'could not be delivered' : n === 1 ? 'waits' : 'wait';
  return `${n} ${what}${why === null ? ' and nobody tries to send' : `: ${mailFault(why).why} (${why})`}`;
}

const adviceOf = (why: string | null) =>
  why === null
    ? 'Does the worker run, and does MASE_MAIL name its settings for e-mail?'
    : mailFault(why).advice;
