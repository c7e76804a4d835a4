import type { Context } from '../model.js';
import type { Role } from '../roles.js';
import type { Effect } from '../topic.js';
import type { UserStanding } from './standing.js';
import { delegationsAt, isThere } from './take-over.js';

const guardian: Role = 'caldicott-guardian';

/**
 * Tells the administrators and the chair that nobody is guardian any more, or is there as one, where this person was the
 * last and has given the part to nobody.
 */
export function guardianLeaves(
  { record, facts, at }: Pick<Context<UserStanding>, 'record' | 'facts' | 'at'>,
  how: 'guardian-missing' | 'guardian-away',
): Effect[] {
  const remains = facts.related
    .filter(({ kind, id, state }) => kind === 'user' && id !== record.id && state === 'active')
    .map(({ standing }) => standing as UserStanding)
    .some((one) => one.roles.includes(guardian) && isThere(one, at));
  const isGiven =
    how === 'guardian-away' && delegationsAt(record.standing, at).some(({ role }) => role === guardian);
  if (remains || isGiven || !record.standing.roles.includes(guardian)) return [];
  return (['role:administrator', 'role:chair'] as const).map((principal) => ({
    do: 'send',
    kind: how,
    principal,
  }));
}
