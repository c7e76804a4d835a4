import { pathwayDecisions } from '../child-cases/adulthood.js';
import { exchangeDirections, hostingParts } from '../child-cases/placement-area.js';
import { inDays } from './in-days.js';
import { anAcceptance, anAdultPathway, aPlacementArea, aTransfer } from './leaving-payloads.js';
import type { Maker } from './valid-payload.js';

/** Payloads of moving to another area, of the way to adulthood, and of what is asked after closing. */
export const leavingMakers: Record<string, Maker> = {
  'child-cases/transfer-out': ({ world, chance }) =>
    aTransfer(chance.happens(0.5) ? { receiverId: world.people.receiver.userId } : {}),
  'child-cases/accept-transfer': () => anAcceptance({ handover: 'A made-up worker there' }),
  'child-cases/refuse-transfer': ({ choice }) => ({
    answer: choice ?? 'refused',
    reason: 'Made-up reasons',
    answeredBy: 'Pat Elsewhere, by telephone',
  }),
  'child-cases/record-placement-area': ({ chance }) => aPlacementArea({ as: chance.of(hostingParts) }),
  'child-cases/record-area-exchange': ({ chance }) => ({
    direction: chance.of(exchangeDirections),
    person: 'Pat Elsewhere',
    how: 'By telephone',
    what: 'The made-up outcome',
  }),
  'child-cases/record-single-assessment': ({ world, choice }) => ({
    step: choice ?? 'opened',
    on: inDays(world, -1).slice(0, 10),
    outcome: 'Made-up findings',
  }),
  'child-cases/record-adult-pathway': ({ chance }) =>
    anAdultPathway({ decision: chance.of(pathwayDecisions) }),
  'child-cases/continue-as-adult': ({ world }) => ({
    reasons: 'Made-up reasons',
    until: inDays(world, 30).slice(0, 10),
  }),
  'child-cases/record-next-check': ({ world, chance }) => ({
    found: 'All is well (made up)',
    ...(chance.happens(0.5) ? { nextCheck: inDays(world, 60).slice(0, 10) } : {}),
  }),
  'child-cases/await-next-check': ({ world }) => ({ nextCheck: inDays(world, 90).slice(0, 10) }),
  'child-cases/acknowledge-other-area': () => ({ answeredBy: 'Pat Elsewhere', doing: 'They assess' }),
};
