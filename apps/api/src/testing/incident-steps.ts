import type { JourneyStep } from './journey-step.js';

const facts = {
  kind: 'crime',
  offence: 'Made-up offence',
  recorded: '2026-09-02',
  victims: [{ reference: 'V1' }, {}],
  offenders: [{ reference: 'O1' }],
};

/** A person of concern who was accepted as the offender of the incident; the link is taken back. */
export const incidentPartSteps: JourneyStep[] = [
  {
    command: 'incident-parts/link-part',
    who: 'intelligence',
    as: 'incidentPart',
    body: ({ known }) => ({
      ...{ incidentId: known.incident, personId: known.youngPerson, offender: 1 },
    }),
    refusedBody: ({ known }) => ({
      ...{ incidentId: known.incident, personId: known.youngPerson, offender: 9 },
    }),
  },
  {
    command: 'incident-parts/withdraw-part',
    who: 'intelligence',
    on: 'incidentPart',
    body: () => ({ reason: 'A made-up reason' }),
  },
];

/** An incident with its outcome and change, and the child of the journey linked to it; the link is taken back. */
export const incidentSteps: JourneyStep[] = [
  {
    command: 'incidents/record-incident',
    who: 'police-desk',
    as: 'incident',
    body: () => ({ ...facts, force: 'Testshire Police', reference: 'TS/26/1' }),
    refusedBody: () => ({
      ...facts,
      force: 'Testshire Police',
      reference: 'TS/26/1',
      committed: '2026-09-03',
    }),
  },
  {
    command: 'incidents/record-outcome',
    who: 'police-desk',
    on: 'incident',
    body: () => ({ code: '1', on: '2026-09-10' }),
    refusedBody: () => ({ code: '99', on: '2026-09-10' }),
  },
  {
    command: 'incidents/change-incident',
    who: 'police-desk',
    on: 'incident',
    body: () => ({ ...facts, kind: 'non-crime', reason: 'A made-up reason' }),
    refusedBody: () => ({ ...facts, committed: '2026-09-03', reason: 'A made-up reason' }),
  },
  {
    command: 'incident-victims/link-victim',
    who: 'police-desk',
    as: 'incidentVictim',
    body: ({ known }) => ({ childId: known.first, incidentId: known.incident, victim: 1 }),
    refusedBody: ({ known }) => ({ childId: known.first, incidentId: known.incident, victim: 9 }),
  },
  {
    command: 'incident-victims/withdraw-link',
    who: 'police-desk',
    on: 'incidentVictim',
    body: () => ({ reason: 'A made-up reason' }),
  },
  {
    command: 'incidents/record-incident',
    who: 'police-desk',
    as: 'incidentTwice',
    body: () => ({ ...facts, force: 'Testshire Police', reference: 'ts/26/1', another: true }),
    refusedBody: () => ({ ...facts, force: 'Testshire Police', reference: 'ts/26/1' }),
  },
  {
    command: 'incidents/withdraw-incident',
    who: 'police-desk',
    on: 'incidentTwice',
    body: () => ({ reason: 'Recorded twice (made up)' }),
  },
];
