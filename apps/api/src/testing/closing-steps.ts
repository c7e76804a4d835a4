import { aClosure, anAssessment } from '@mase/workflow/testing';
import { intake } from './case-steps.js';
import { type JourneyStep, nobody, reason } from './journey-step.js';

/** A step of the intake, to be given again. */
const again = (command: string) => intake.find((one) => one.command === command) as JourneyStep;

/** The way to closing, with one refusal. */
export const closing: JourneyStep[] = [
  {
    command: 'plan-actions/end-action',
    who: 'worker',
    on: 'kept',
    body: () => ({ how: 'done', evidence: 'Met twice' }),
  },
  {
    ...again('child-cases/assess-risk'),
    body: () => anAssessment('none'),
  },
  {
    ...again('child-cases/confirm-grade'),
    body: ({ known }) => ({ assessmentId: known.assessment, grade: 'none' }),
  },
  {
    command: 'child-cases/propose-closure',
    who: 'worker',
    on: 'case',
    body: () => aClosure({ reason: 'not-found' }),
  },
  { command: 'child-cases/refuse-closure', who: 'manager', on: 'case', body: reason },
  { command: 'child-cases/withdraw-listing', who: 'coordinator', on: 'case', body: reason },
  {
    command: 'child-cases/propose-closure',
    who: 'worker',
    on: 'case',
    body: () => aClosure({ reason: 'not-found' }),
  },
  { command: 'child-cases/approve-closure', who: 'manager', on: 'case', body: () => ({ reasons: 'Agreed' }) },
];

/** What is asked of the case once it is closed. */
export const afterClosing: JourneyStep[] = [
  {
    command: 'child-cases/record-next-check',
    who: 'manager',
    on: 'case',
    body: () => ({ found: 'The school sees nothing new (made up)' }),
  },
  { command: 'child-cases/relist', who: 'triage', on: 'case', body: reason },
  {
    command: 'child-cases/correct-record',
    who: 'manager',
    on: 'case',
    body: ({ known }) => ({
      rowId: known.row,
      reason: 'A slip',
      corrected: { seenOrSaid: 'Made-up words, put right' },
    }),
    refusedBody: () => ({
      rowId: nobody,
      reason: 'A slip',
      corrected: { seenOrSaid: 'Made-up words, put right' },
    }),
  },
  {
    command: 'child-cases/withdraw-entry',
    who: 'manager',
    on: 'case',
    body: ({ known }) => ({ rowId: known.view, reason: 'Two files were open' }),
    refusedBody: () => ({ rowId: nobody, reason: 'Two files were open' }),
  },
  {
    command: 'child-cases/record-breach-decision',
    who: 'governance',
    on: 'case',
    body: ({ people, known }) => ({
      rowId: known.view,
      finding: 'breach',
      reported: 'no',
      reasons: 'Nobody outside read it',
      told: [people.senior],
    }),
  },
  {
    command: 'child-cases/declare-connection',
    who: 'senior',
    on: 'case',
    body: ({ people }) => ({ ...reason(), userId: people['manager-two'] }),
    refusedBody: () => ({ ...reason(), userId: nobody }),
  },
  {
    command: 'child-cases/withdraw-connection',
    who: 'manager',
    on: 'case',
    body: ({ people }) => ({ ...reason(), userId: people['manager-two'] }),
  },
  {
    command: 'child-cases/restrict',
    who: 'manager',
    on: 'case',
    body: ({ people }) => ({ ...reason(), readers: [people.senior, people.auditor] }),
    refusedBody: () => ({ ...reason(), readers: [nobody] }),
  },
  { command: 'child-cases/lift-restriction', who: 'manager', on: 'case', body: reason },
];
