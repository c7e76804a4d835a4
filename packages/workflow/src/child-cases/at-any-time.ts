import { minutesFiled } from '../sittings/minutes-part.js';

/** Who reads the case besides the rules of practice, decided at any time. */
export const access = {
  restrict: { actions: 'recordRestriction' },
  'lift-restriction': { guard: 'isRestricted', actions: 'recordLiftedRestriction' },
  'declare-connection': { actions: 'recordConnection' },
  'withdraw-connection': { guard: 'hasConnection', actions: 'recordWithdrawnConnection' },
  'set-contact-caution': { actions: 'recordCaution' },
  'release-contact-caution': { guard: 'hasCaution', actions: 'recordReleasedCaution' },
  'receive-child': { actions: 'recordChildNews' },
  'receive-cases': { actions: 'recordTrueCases' },
  ...minutesFiled,
  'mark-for-chair': { guard: 'isUnmarked', actions: 'recordForChair' },
} as const;

/** What was written of somebody else is withdrawn at any time, and what follows is decided. */
export const withdrawing = {
  'withdraw-entry': { actions: 'recordWithdrawnEntry' },
  'record-breach-decision': { guard: 'hasBreach', actions: 'recordBreachDecision' },
} as const;
