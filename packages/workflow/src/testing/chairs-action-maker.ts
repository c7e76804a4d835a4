import type { ChairsAction, TakeChairsActionPayload } from '../child-cases/chairs-action.js';
import type { Grade } from '../profile/grade.js';
import type { Maker } from './valid-payload.js';

/** A chair's action upon which two made-up agencies were consulted at an instant. */
export function aChairsActionTaken(
  at: string,
  over: Partial<TakeChairsActionPayload> = {},
): TakeChairsActionPayload {
  const said = 'Agrees that it cannot wait (made up)';
  return {
    did: 'escalate',
    reasons: 'It cannot wait for the sitting (made up)',
    consulted: ['Police', 'Health'].map((agency) => ({ agency, name: `Made-up ${agency}`, at, said })),
    ...over,
  };
}

/** A chair's action that fits the choice asked for. */
export const aChairsAction: Maker = ({ world, choice }) => {
  const grade = /^raise-grade-(\w+)$/.exec(choice ?? '')?.[1] as Grade | undefined;
  const did = (grade ? 'raise-grade' : (choice ?? 'escalate')) as ChairsAction;
  return aChairsActionTaken(world.at, {
    did,
    ...(grade ? { grade } : {}),
    ...(did === 'add-actions'
      ? { actions: [{ what: 'Meet today (made up)', ownerId: world.people.worker.userId }] }
      : {}),
    ...(did === 'escalate' ? { escalatedTo: 'The director (made up)' } : {}),
  });
};
