import { setup } from 'xstate';
import type { Context, RecordRef, StoredRecord } from '../model.js';
import { caseRoles } from '../roles.js';
import { actionsFrom, guardsFrom, type Topic } from '../topic.js';
import { disseminateFaults, gradeFaults, reviewFaults, sanitiseFaults, submitFaults } from './faults.js';
import { interviewLocked, interviewSteps } from './from-interview.js';
import { namedRecords, namingFaults } from './naming.js';
import { cleared, closedReaders, readers, relations } from './readers.js';
import { recorders } from './recorders.js';
import { rules } from './rules.js';
import {
  blankIntelligence,
  type DisseminatePayload,
  type IntelligenceStanding,
  type ReviewReportPayload,
  reviewOutcomes,
} from './standing.js';

const whileOpen = {
  'add-to-report': { actions: 'recordAddition' },
  'name-records': { actions: 'recordNaming' },
  'record-source-risk': { actions: 'recordSourceRisk' },
  'refer-source': { actions: 'recordSourceReferral' },
  'tell-submitter': { actions: 'recordFeedback' },
  'withdraw-report': { target: 'withdrawn', actions: 'recordWithdrawal' },
} as const;

const reject = { reject: { target: 'rejected', actions: 'recordRejection' } } as const;
const regrade = { evaluate: { actions: 'recordGrade' } } as const;
const ended = { 'tell-submitter': { actions: 'recordFeedback' } } as const;
const review = {
  'review-report': [
    { guard: 'isKept', actions: 'recordKeeping' },
    { guard: 'isNoLongerNeeded', target: 'withdrawn', actions: 'recordWeeding' },
  ],
} as const;

/** When a report of intelligence may be asked what: nothing leaves the desk before it is graded and sanitised. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'intelligence',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'submit-intelligence': { target: 'submitted', actions: 'recordSubmission' } } },
    submitted: { on: { evaluate: { target: 'evaluated', actions: 'recordGrade' }, ...reject, ...whileOpen } },
    evaluated: {
      on: {
        ...regrade,
        sanitise: { target: 'sanitised', actions: 'recordSanitised' },
        ...reject,
        ...review,
        ...whileOpen,
      },
    },
    sanitised: {
      on: {
        ...regrade,
        sanitise: { actions: 'recordSanitised' },
        disseminate: { guard: 'isSafeForSource', target: 'disseminated', actions: 'recordDissemination' },
        ...reject,
        ...review,
        ...whileOpen,
      },
    },
    disseminated: {
      on: {
        ...regrade,
        sanitise: { actions: 'recordSanitised' },
        disseminate: { guard: 'isSafeForSource', actions: 'recordDissemination' },
        ...review,
        ...whileOpen,
      },
    },
    rejected: { on: ended },
    withdrawn: { on: ended },
  },
});

const byDesk = { roles: cleared, words: 'the intelligence desk of the police' } as const;
const deskCommands = [
  ...[
    'evaluate',
    'name-records',
    'record-source-risk',
    'sanitise',
    'disseminate',
    'reject',
    'refer-source',
    'tell-submitter',
  ],
  ...['withdraw-report', 'review-report'],
];

/** What history keeps of a payload whose words stand in the table of unsanitised text: which fields there were. */
const fieldsOf = (payload: object) => ({ fields: Object.keys(payload).sort() });

/** The topic of intelligence: partners submit it plainly, police alone evaluate, sanitise, disseminate or reject it. */
export const intelligence: Topic = {
  name: 'intelligence',
  kind: 'intelligence',
  joins: 'unsanitised',
  machine,
  rules,
  recorders,
  policy: [
    { command: 'submit-intelligence', roles: caseRoles, words: 'anybody with an account' },
    { command: 'add-to-report', roles: caseRoles, relation: 'submitter', words: 'whoever submitted it' },
    ...deskCommands.map((command) => ({ command, ...byDesk })),
  ],
  commands: {
    'submit-intelligence': {
      creates: true,
      locks: { named: interviewLocked },
      reads: { named: namedRecords as (payload: never) => RecordRef[] },
      faults: submitFaults,
      also: interviewSteps,
      keeps: fieldsOf,
    },
    'add-to-report': { keeps: fieldsOf },
    evaluate: { faults: gradeFaults },
    'name-records': {
      reads: { named: namedRecords as (payload: never) => RecordRef[], unsanitised: true },
      faults: namingFaults,
      keeps: fieldsOf,
    },
    'record-source-risk': {},
    sanitise: { reads: { written: true }, faults: sanitiseFaults },
    disseminate: {
      reads: {
        named: ({ to }: DisseminatePayload) =>
          to.flatMap(({ agencyId, contactId }): RecordRef[] => [
            { kind: 'agency', id: agencyId },
            ...(contactId ? [{ kind: 'user', id: contactId } as const] : []),
          ]),
      },
      faults: disseminateFaults,
    },
    reject: {},
    'refer-source': {},
    'tell-submitter': {},
    'withdraw-report': {},
    'review-report': {
      choice: ({ outcome }: ReviewReportPayload) => outcome,
      choices: reviewOutcomes,
      faults: reviewFaults,
    },
  },
  blank: blankIntelligence,
  relations,
  readers,
  closedReaders,
  persons: ({ standing }: StoredRecord<IntelligenceStanding>) => standing.subjectIds,
  summary: (standing: IntelligenceStanding) => ({
    title: 'Intelligence report',
    reference: standing.reference,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: standing.submitted?.at ?? null,
    closedAt: standing.ended?.at ?? null,
  }),
};
