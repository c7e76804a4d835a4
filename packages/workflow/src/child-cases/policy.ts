import { caseRoles, partnerRoles } from '../roles.js';
import type { PolicyRow } from '../topic.js';

const triage = ['triage-social-worker'] as const;
const holdingManager = {
  roles: ['manager', 'senior'],
  relation: 'holdingTeam',
  words: 'a manager of the team holding the case',
} as const;
const anyDuty = {
  roles: ['duty-manager', 'out-of-hours'],
  words: 'the duty manager or the out-of-hours team',
} as const;
const lead = { roles: ['worker', 'manager'], relation: 'lead', words: 'the allocated worker' } as const;
const senior = { roles: ['senior'], words: 'a senior manager' } as const;
const managerOfUntaken = {
  roles: ['manager'],
  relation: 'untaken',
  words: 'a manager, while no team holds the case',
} as const;
const partner = {
  roles: ['worker', 'advocate', 'member', 'interviewer'],
  relation: 'partner',
  words: 'a partner in the plan, or the advocate',
} as const;
const holdingTeam = {
  roles: ['worker', 'manager', 'senior'],
  relation: 'holdingTeam',
  words: 'a worker of the team holding the case',
} as const;
const anyWorker = {
  roles: ['worker', 'manager', 'senior', 'duty-manager', 'out-of-hours'],
  words: 'any worker',
} as const;
const coordinator = { roles: ['coordinator'], words: 'the coordinator' } as const;
const chair = { roles: ['chair', 'deputy-chair'], words: 'the chair' } as const;
const guardian = { roles: ['caldicott-guardian'], words: 'the Caldicott guardian' } as const;
const governance = { roles: ['information-governance'], words: 'information governance' } as const;
const triageTeam = { roles: ['triage-social-worker', 'triage-officer'], words: 'the triage team' } as const;
/** Whether somebody wrote the entry is asked of the entry itself: an author may be anybody who sees it still. */
const authorOrManager = {
  roles: caseRoles.filter((role) => !['auditor', 'observer', 'information-governance'].includes(role)),
  words: 'whoever wrote the entry, or a manager of the team holding the case',
} as const;

/** The clock that gives a command when it is due; no person does. */
const whenDue = (clock: string) => ({ roles: [], clock, words: 'the clock, when due' }) as const;
/** The receiving area's worker, where he or she has an account. */
const receiver = {
  roles: ['receiving-area-worker'],
  relation: 'receiver',
  words: 'the worker of the receiving area',
} as const;

const rows = (command: string, ...who: Omit<PolicyRow, 'command'>[]): PolicyRow[] =>
  who.map((one) => ({ command, ...one }));

/** Who may ask what of a child's case; each line names who that is in words, for a refusal. */
export const policy: readonly PolicyRow[] = [
  ...rows('record-referral', { roles: caseRoles, words: 'anyone with an account' }),
  ...rows('raise-immediate-danger', {
    roles: caseRoles.filter((role) => !['auditor', 'observer', 'information-governance'].includes(role)),
    words: 'anyone who may write',
  }),
  ...rows('acknowledge-danger', anyDuty, { roles: ['police-desk'], words: 'the police desk' }),
  ...rows('repeat-danger', whenDue('danger-acknowledgement')),
  ...rows('record-safety-action', triageTeam, lead, holdingManager, anyDuty),
  ...rows('record-check', triageTeam),
  ...rows('decide-triage', { roles: triage, words: 'a triage social worker' }),
  ...rows('record-strategy-discussion', holdingManager, anyDuty, senior, managerOfUntaken),
  ...rows('allocate-worker', holdingManager, senior),
  ...rows('record-section-47-outcome', holdingManager, senior, managerOfUntaken),
  ...rows('record-conference', holdingManager, senior, managerOfUntaken),
  ...rows('record-contact', lead, holdingManager, partner),
  ...rows('record-feedback', lead, holdingManager),
  ...rows('suspend', holdingManager, senior),
  ...rows('check-suspension', lead, holdingTeam),
  ...rows('resume', anyWorker),
  ...rows('record-view', triageTeam, lead, holdingManager, partner, {
    roles: ['police-desk'],
    relation: 'policeAsked',
    words: 'the police desk, when its view is asked',
  }),
  ...rows(
    'record-screening',
    triageTeam,
    lead,
    holdingManager,
    { roles: partnerRoles, relation: 'partner', words: 'a partner in the plan' },
    {
      roles: caseRoles.filter((role) => !['auditor', 'observer', 'information-governance'].includes(role)),
      relation: 'referrer',
      words: 'whoever referred',
    },
  ),
  ...rows('record-finding', triageTeam, lead, holdingManager),
  ...rows('assess-risk', lead),
  ...rows('ask-blind-assessment', holdingManager, senior),
  ...rows('assess-blind', {
    roles: [...partnerRoles, 'manager'],
    relation: 'blindAssessor',
    words: 'whoever is asked for the second assessment',
  }),
  ...rows('confirm-grade', holdingManager, senior),
  ...rows('rate-outcomes', lead, holdingManager),
  ...rows('agree-plan', holdingManager),
  ...rows('share-plan', lead, holdingManager),
  ...rows('write-plain-plan', lead, holdingManager),
  ...rows('take-chairs-action', chair),
  ...rows('list-for-panel', coordinator, lead, holdingManager, chair),
  ...rows('withdraw-listing', chair, coordinator),
  ...rows('defer-listing', chair, coordinator),
  ...rows('propose-closure', lead, holdingManager),
  ...rows('approve-closure', holdingManager, senior),
  ...rows('refuse-closure', holdingManager, senior),
  ...rows('transfer-out', holdingManager),
  ...rows('accept-transfer', receiver, holdingManager, senior),
  ...rows('refuse-transfer', receiver, holdingManager, senior),
  ...rows('escalate-transfer', whenDue('transfer-answer')),
  ...rows('record-placement-area', triageTeam, lead, holdingManager),
  ...rows('record-area-exchange', triageTeam, lead, holdingManager),
  ...rows('record-single-assessment', lead, holdingManager),
  ...rows('record-adult-pathway', lead, holdingManager),
  ...rows('mark-adult', whenDue('eighteenth-birthday')),
  ...rows('continue-as-adult', holdingManager),
  ...rows('acknowledge-other-area', triageTeam, coordinator),
  ...rows('record-next-check', lead, holdingManager, coordinator),
  ...rows('relist', { roles: triage, words: 'a triage social worker' }),
  ...rows('restrict', holdingManager, senior, managerOfUntaken, guardian),
  ...rows('lift-restriction', holdingManager, senior, managerOfUntaken, guardian),
  ...rows('set-contact-caution', holdingManager, senior, managerOfUntaken, anyDuty),
  ...rows('release-contact-caution', holdingManager, senior, managerOfUntaken),
  ...rows('declare-connection', {
    roles: caseRoles.filter((role) => !['auditor', 'observer', 'information-governance'].includes(role)),
    words: 'anyone who may write, of him- or herself',
  }),
  ...rows('withdraw-connection', holdingManager, senior, chair, guardian),
  ...rows('extend-clock', holdingManager, senior),
  ...rows('correct-record', authorOrManager),
  ...rows('withdraw-entry', authorOrManager, governance),
  ...rows('record-breach-decision', governance),
  ...rows('await-next-check', { roles: [], system: true, words: 'the system, for a check fixed long ago' }),
  ...rows('mark-for-chair', { roles: [], system: true, words: 'the system, for a judgement that is listed' }),
];
