import type { Missing } from '../model.js';
import { holdsFor } from '../posts.js';
import { type GuardContext, missing, otherWay } from '../topic.js';
import { escalationRules } from './escalation.js';
import type { PlanActionStanding } from './standing.js';

type Guard = GuardContext<PlanActionStanding>;

/** What must hold for an action to take a step. */
export const rules = {
  ...escalationRules,
  isOwner: ({ record, actor }: Guard): Missing[] =>
    holdsFor(actor, record.standing.ownerId)
      ? []
      : missing('owner', 'Only the owner answers for the action.', record.standing.ownerName || 'the owner'),
  isGivenToAgency: ({ choice }: Guard): Missing[] =>
    otherWay(choice === 'agency', 'what a sitting gives to an agency'),
  isOfWords: ({ choice }: Guard): Missing[] =>
    otherWay(choice === undefined || choice === 'words', 'a change of its words'),
  isOfOwner: ({ choice }: Guard): Missing[] => otherWay(choice === 'owner', 'a change of its owner'),
};
