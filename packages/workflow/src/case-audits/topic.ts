import { setup } from 'xstate';
import { kindsOnCase } from '../child-cases/holder-steps.js';
import { caseAbove, held, summaryOnCase } from '../child-cases/on-case.js';
import { graceUntil } from '../grace.js';
import type { Actor, Context, Missing, Reader, StoredRecord } from '../model.js';
import { byRole, longest, readerLines } from '../readers.js';
import { caseRoles } from '../roles.js';
import { actionsFrom, type GuardContext, guardsFrom, missing, otherWay, type Topic } from '../topic.js';
import { closeToAuditor, openForGrace, openToAuditor } from './auditor-access.js';
import { chasingFaults, commissionFaults, moderationFaults } from './faults.js';
import { qualityLeads, recorders } from './recorders.js';
import {
  blankCaseAudit,
  type CaseAuditStanding,
  type CommissionAuditPayload,
  type ModerateAuditPayload,
  moderations,
} from './standing.js';

type Audit = StoredRecord<CaseAuditStanding>;
type Guard = GuardContext<CaseAuditStanding>;

const byAnother = ({ record, actor }: Guard): Missing[] =>
  record.standing.auditorId === actor.userId
    ? missing('samePerson', 'Nobody moderates his or her own audit.', 'another quality lead')
    : [];

const rules = {
  isOnSeenCase: ({ locked, record }: Guard): Missing[] =>
    caseAbove(locked, record) ? [] : missing('noCase', 'This is no case that you may see.', 'nobody'),
  isAgreedByAnother: (context: Guard): Missing[] => [
    ...otherWay(context.choice === 'agreed', 'an audit that stands'),
    ...byAnother(context),
  ],
  isSentBackByAnother: (context: Guard): Missing[] => [
    ...otherWay(context.choice === 'sent-back', 'an audit that goes back'),
    ...byAnother(context),
  ],
};

/** When a case audit may be asked what; an open and a closed case are audited alike. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'case-audits',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: {
      on: {
        'commission-audit': { guard: 'isOnSeenCase', target: 'distributed', actions: 'recordCommission' },
      },
    },
    distributed: {
      on: {
        ...held,
        'chase-audit': { actions: 'recordChasing' },
        'return-audit': { target: 'awaitingModeration', actions: 'recordReturn' },
        'withdraw-audit': { target: 'withdrawn', actions: 'recordWithdrawal' },
      },
    },
    awaitingModeration: {
      on: {
        ...held,
        'moderate-audit': [
          { guard: 'isAgreedByAnother', target: 'moderated', actions: 'recordModeration' },
          { guard: 'isSentBackByAnother', target: 'distributed', actions: 'recordSendingBack' },
        ],
      },
    },
    moderated: { on: held },
    withdrawn: { on: held },
  },
});

/** Those who answer for quality and for the record always; the auditor until 28 days after the end; the holding manager once it is returned. */
function readers({ standing }: Audit): Reader[] {
  const { auditorId, returned, moderated, withdrawnAt, team } = standing;
  const overseers = byRole([...qualityLeads, 'information-governance', 'caldicott-guardian']);
  const ended = moderated?.at ?? withdrawnAt;
  return longest([
    ...readerLines(overseers, ['case']),
    ...readerLines([`user:${auditorId}`], ['case'], ended ? graceUntil(ended) : null),
    ...(returned && team ? readerLines([`team:${team}:manager`], ['case']) : []),
  ]);
}

/** An audit whose case is restricted goes on: its auditor keeps it, beside those named. */
function closedReaders({ standing }: Audit): Reader[] {
  const ended = standing.moderated?.at ?? standing.withdrawnAt;
  return readerLines([`user:${standing.auditorId}`], ['case'], ended ? graceUntil(ended) : null);
}

/** The auditor is asked; nobody returns the audit in another’s place, for whom the case was not opened. */
const relations = (actor: Actor, { standing, version }: Audit): string[] =>
  version > 0 && actor.userId === standing.auditorId ? ['asked'] : [];

const leads = { roles: qualityLeads, words: 'the partnership’s auditor or a senior manager' } as const;

/** What an audit reaches besides itself: the case, its child, and what hangs on the case. */
const reach = {
  parent: 'update',
  subjectParent: 'update',
  underParent: kindsOnCase,
  unseen: true,
} as const;

/** The topic of case audits: one case, four parts, an auditor who never held it. */
export const caseAudits: Topic = {
  name: 'case-audits',
  kind: 'caseAudit',
  machine,
  rules,
  recorders,
  policy: [
    { command: 'commission-audit', ...leads },
    { command: 'chase-audit', ...leads },
    { command: 'withdraw-audit', ...leads },
    { command: 'return-audit', roles: caseRoles, relation: 'asked', words: 'the auditor it was given to' },
    { command: 'moderate-audit', ...leads },
  ],
  commands: {
    'commission-audit': {
      creates: true,
      parentOf: ({ caseId }: CommissionAuditPayload) => ({ parentId: caseId, subjectId: caseId }),
      locks: {
        named: ({ caseId }: CommissionAuditPayload) => [{ kind: 'childCase', id: caseId }],
        namedChildren: kindsOnCase,
        namedParent: true,
        unseen: true,
      },
      reads: {
        named: ({ auditorId, sampleId }: CommissionAuditPayload) => [
          { kind: 'user', id: auditorId },
          ...(sampleId ? [{ kind: 'dipSample', id: sampleId } as const] : []),
        ],
        written: true,
        writtenOnParent: true,
      },
      faults: commissionFaults,
      also: openToAuditor,
    },
    'chase-audit': { locks: reach, faults: chasingFaults, also: openToAuditor },
    'withdraw-audit': { locks: reach, also: closeToAuditor },
    'return-audit': { locks: reach, also: openForGrace },
    'moderate-audit': {
      locks: reach,
      choice: ({ outcome }: ModerateAuditPayload) => outcome,
      choices: moderations,
      faults: moderationFaults,
      also: (context: Context<CaseAuditStanding>) =>
        context.choice === 'sent-back' ? openToAuditor(context) : [],
    },
  },
  blank: blankCaseAudit,
  relations,
  readers,
  closedReaders,
  persons: ({ standing }: Audit) => [standing.childId],
  // Without the team: whoever manages it is not reminded of an audit that is not returned.
  summary: (standing: CaseAuditStanding) => ({
    ...summaryOnCase(standing, {
      title: 'Case audit',
      ownerId: standing.auditorId || null,
      openedAt: standing.commissioned?.at ?? null,
      closedAt: standing.moderated?.at ?? standing.withdrawnAt,
    }),
    teamId: null,
  }),
};
