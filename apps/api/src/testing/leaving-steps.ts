import {
  aClosure,
  anAcceptance,
  anAdultPathway,
  aPlacementArea,
  aReferral,
  aTransfer,
  aTriage,
} from '@mase/workflow/testing';
import { type JourneyStep, reason } from './journey-step.js';

const referral = (as: string, birthDate: string): JourneyStep => ({
  command: 'child-cases/record-referral',
  who: 'referrer',
  as,
  body: () => aReferral({ child: { firstName: 'Made-up', lastName: as, birthDate } }),
  refusedBody: () => aReferral({ child: {} }),
});
const on = (verb: string, of: string, who: string, body: JourneyStep['body']): JourneyStep => ({
  command: `child-cases/${verb}`,
  who,
  on: of,
  body,
});
const takenOn = (of: string) =>
  on('decide-triage', of, 'triage', () => aTriage('risk-assessment', { teamId: 'north' }));

/** What is recorded of a case beside its work: other areas, social care, the way to adulthood. */
export const beside: JourneyStep[] = [
  {
    ...on('record-placement-area', 'case', 'worker', () => aPlacementArea({ as: 'placing' })),
    refused: 'atEnd',
  },
  {
    ...on('record-area-exchange', 'case', 'worker', () => ({
      direction: 'told',
      person: 'Pat Elsewhere',
      how: 'By telephone',
      what: 'The made-up outcome',
    })),
    refused: 'atEnd',
  },
  on('record-single-assessment', 'case', 'worker', () => ({ step: 'opened', on: '2026-11-01' })),
  { ...on('record-adult-pathway', 'case', 'worker', () => anAdultPathway()), refused: 'atEnd' },
];

/** Somebody of 18 whose case moves to another area, a referral passed on, and the case of a child who has died. */
export const leaving: JourneyStep[] = [
  referral('moving', '2008-05-01'),
  takenOn('moving'),
  {
    ...on('continue-as-adult', 'moving', 'manager', () => ({ ...reasons(), until: '2027-01-04' })),
    refusedBody: () => ({ ...reasons(), until: '2026-01-04' }),
  },
  on('transfer-out', 'moving', 'manager', () => aTransfer()),
  on('refuse-transfer', 'moving', 'manager', () => ({ answer: 'withdrawn', ...reason() })),
  on('transfer-out', 'moving', 'manager', () => aTransfer()),
  on('accept-transfer', 'moving', 'manager', () => anAcceptance()),
  referral('elsewhere', '2012-05-01'),
  on('decide-triage', 'elsewhere', 'triage', () => aTriage('other-area')),
  on('acknowledge-other-area', 'elsewhere', 'triage', () => ({
    answeredBy: 'Pat Elsewhere',
    doing: 'They assess the child (made up)',
  })),
  referral('deceased', '2012-06-01'),
  takenOn('deceased'),
  on('propose-closure', 'deceased', 'manager-two', () => aClosure({ reason: 'deceased' })),
  on('approve-closure', 'deceased', 'manager', () => ({ reasons: 'Agreed' })),
];

function reasons() {
  return { reasons: 'Made-up reasons' };
}
