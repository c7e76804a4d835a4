import type { ClockRuleId } from '../profile/clock-rule.js';
import { accessClockEvents } from './access-clock-events.js';
import { auditClockEvents } from './audit-clock-events.js';
import { intelligenceClockEvents } from './intelligence-clock-events.js';
import { measureClockEvents } from './measure-clock-events.js';
import { noticeSending } from './notice-sending.js';

const proposal = 'referral-proposals';
const cases = (...verbs: string[]) => verbs.map((verb) => `child-cases/${verb}`);
const actions = (...verbs: string[]) => verbs.map((verb) => `plan-actions/${verb}`);
/** Commands by which one more absence comes on the books. */
const absences = ['record-episode', 'report-missing', 'decide-report'].map(
  (verb) => `missing-episodes/${verb}`,
);
const decision = 'agenda-items/record-panel-decision';
const strand = (...verbs: string[]) =>
  verbs.flatMap((verb) => [`person-cases/${verb}`, `location-cases/${verb}`]);
const checks = ['record-next-check', 'await-next-check'];
const acceptances = ['person-cases/accept-nomination', 'location-cases/accept-report'];
const danger = [
  ...cases('record-referral', 'raise-immediate-danger', 'decide-triage'),
  `${proposal}/accept-proposal`,
];

/** Commands by which a case may learn that the child was born on another day. */
const otherBirthDate = [
  'identify',
  'decide-merge',
  'move-case',
  'withdraw-entry',
  'record-breach-decision',
].map((verb) => `children/${verb}`);

/**
 * Which commands start each clock, and which meet it. Cancelling is not meeting: closing, relisting and correction end
 * clocks with a reason. A correction starts again the clocks of the entry whose time it sets right; an extension ends a
 * clock and starts it under a second due date, where the profile of England allows it.
 */
export const clockEvents: Partial<Record<ClockRuleId, { starts: string[]; ends: string[] }>> = {
  'triage-decision': {
    starts: [
      ...cases('record-referral'),
      ...absences,
      'children/record-social-care-referral',
      `${proposal}/accept-proposal`,
    ],
    ends: [...cases('decide-triage'), `${proposal}/accept-proposal`, `${proposal}/decline-proposal`],
  },
  'breach-decision': {
    starts: [
      ...cases('withdraw-entry', 'record-breach-decision'),
      ...['children/withdraw-entry', 'children/record-breach-decision', 'children/move-case'],
    ],
    ends: [...cases('record-breach-decision'), 'children/record-breach-decision'],
  },
  'return-home-interview': {
    starts: ['missing-episodes/record-return', 'missing-episodes/withdraw-episode'],
    ends: ['return-interviews/record-interview'],
  },
  'repeat-missing-discussion': { starts: absences, ends: cases('record-strategy-discussion') },
  'merge-decision': {
    starts: ['children/merge-children', 'children/unmerge-children'],
    ends: ['children/decide-merge'],
  },
  'police-view': { starts: cases('decide-triage'), ends: cases('record-view', 'record-strategy-discussion') },
  'danger-acknowledgement': {
    starts: [...danger, ...cases('repeat-danger')],
    ends: cases('acknowledge-danger'),
  },
  'strategy-discussion': { starts: danger, ends: cases('record-strategy-discussion') },
  'current-harm-strategy': {
    starts: cases('decide-triage', 'assess-risk'),
    ends: cases('record-strategy-discussion'),
  },
  conference: {
    starts: cases('record-strategy-discussion', 'extend-clock'),
    ends: cases('record-conference'),
  },
  'worker-allocated': {
    starts: [
      ...cases('decide-triage', 'relist', 'declare-connection'),
      'agenda-items/declare-item-connection',
    ],
    ends: cases('allocate-worker'),
  },
  'first-assessment': {
    starts: cases('decide-triage', 'relist', 'extend-clock'),
    ends: cases('assess-risk'),
  },
  'to-find-out': {
    starts: cases(
      'assess-risk',
      'record-screening',
      'withdraw-entry',
      'correct-record',
      'record-breach-decision',
    ),
    ends: cases('assess-risk', 'record-finding'),
  },
  'grade-confirmation': {
    starts: cases('assess-risk'),
    ends: [...cases('confirm-grade', 'take-chairs-action'), decision],
  },
  'same-day-safety-actions': { starts: cases('assess-risk'), ends: cases('record-safety-action') },
  'plan-agreement': {
    starts: [...cases('confirm-grade', 'take-chairs-action'), decision],
    ends: cases('agree-plan'),
  },
  'interim-plan': { starts: cases('agree-plan'), ends: cases('agree-plan') },
  oversight: {
    starts: cases('allocate-worker', 'record-contact', 'withdraw-entry', 'record-breach-decision'),
    ends: cases('record-contact'),
  },
  contact: {
    starts: [
      ...cases('assess-risk', 'confirm-grade', 'record-contact', 'withdraw-entry', 'record-breach-decision'),
      ...cases('take-chairs-action'),
      decision,
    ],
    ends: cases('record-contact'),
  },
  feedback: {
    starts: [
      ...cases('confirm-grade', 'agree-plan', 'record-feedback', 'approve-closure', 'accept-transfer'),
      ...cases('take-chairs-action'),
      decision,
    ],
    ends: cases('record-feedback'),
  },
  'plan-sharing': { starts: cases('agree-plan'), ends: cases('share-plan') },
  'suspension-check': {
    starts: [...cases('suspend', 'check-suspension'), ...strand('suspend', 'change-release')],
    ends: [...cases('check-suspension', 'resume'), ...absences, ...strand('resume')],
  },
  reassessment: {
    starts: [...cases('confirm-grade', 'suspend', 'check-suspension', 'take-chairs-action'), decision],
    ends: cases('assess-risk'),
  },
  'panel-review': { starts: [...cases('confirm-grade'), decision], ends: [decision] },
  'chairs-action': {
    starts: ['sittings/cancel-sitting'],
    ends: [
      decision,
      ...cases('take-chairs-action'),
      'person-cases/take-chairs-action',
      'location-cases/take-chairs-action',
    ],
  },
  'next-check': {
    starts: [...cases('approve-closure', ...checks), ...strand(...checks), decision],
    ends: [...cases('record-next-check'), ...strand('record-next-check')],
  },
  'other-area-acknowledgement': {
    starts: cases('decide-triage'),
    ends: cases('acknowledge-other-area'),
  },
  'transfer-answer': { starts: cases('transfer-out'), ends: cases('accept-transfer', 'refuse-transfer') },
  'single-assessment': {
    starts: cases('record-single-assessment', 'extend-clock'),
    ends: cases('record-single-assessment'),
  },
  'transition-prompt': {
    starts: [
      ...cases('decide-triage', 'relist', 'assess-risk', 'record-adult-pathway', 'receive-child'),
      ...otherBirthDate,
    ],
    ends: cases('record-adult-pathway'),
  },
  'eighteenth-birthday': {
    starts: [...cases('decide-triage', 'relist', 'assess-risk', 'receive-child'), ...otherBirthDate],
    ends: cases('mark-adult'),
  },
  'adult-decision': {
    starts: [
      ...cases(
        ...['mark-adult', 'decide-triage', 'relist', 'assess-risk', 'continue-as-adult', 'receive-child'],
        ...['refuse-closure', 'transfer-out', 'suspend'],
      ),
      ...otherBirthDate,
    ],
    ends: cases('continue-as-adult', 'propose-closure'),
  },
  'action-acceptance': {
    starts: [
      ...actions('add-action', 'change-action', 'decline-action', 'end-action'),
      ...cases('take-chairs-action'),
      decision,
    ],
    ends: actions('accept-action', 'decline-action', 'end-action'),
  },
  'action-due': {
    starts: [
      ...actions('add-action', 'change-action', 'end-action', 'answer-escalation'),
      ...cases('take-chairs-action'),
      decision,
    ],
    ends: actions('end-action'),
  },
  'escalation-answer': {
    starts: actions('escalate-action', 'answer-escalation'),
    ends: actions('answer-escalation', 'accept-action', 'end-action'),
  },
  'nomination-screening': {
    starts: ['person-cases/nominate', 'location-cases/report', ...strand('relist')],
    ends: [...acceptances, 'person-cases/decline-nomination', 'location-cases/decline-report'],
  },
  'person-necessity': {
    starts: [...acceptances, ...strand('review-necessity')],
    ends: strand('review-necessity'),
  },
  'child-necessity': {
    starts: [
      ...['accept-nomination', 'review-necessity', 'receive-about'].map((verb) => `person-cases/${verb}`),
      ...['persons/record-details', 'persons/merge', 'persons/unmerge'],
    ],
    ends: ['person-cases/review-necessity'],
  },
  'release-three-months': {
    starts: strand('suspend', 'change-release'),
    ends: strand('prepare-release'),
  },
  'release-28-days': {
    starts: strand('suspend', 'change-release'),
    ends: strand('prepare-release'),
  },
  'release-day': { starts: strand('suspend', 'change-release'), ends: strand('resume') },
  'bail-expiry': {
    starts: ['person-cases/record-investigation'],
    ends: ['person-cases/record-investigation'],
  },
  'outcome-told': {
    starts: ['person-cases/record-investigation', 'person-cases/record-child-told'],
    ends: ['person-cases/record-child-told'],
  },
  'removal-decision': {
    starts: strand('propose-removal', 'review-necessity'),
    ends: [...strand('approve-removal', 'refuse-removal'), decision],
  },
  'copies-recall': { starts: strand('approve-removal'), ends: strand('record-recall') },
  'care-manager-answer': {
    starts: [
      ...['ask-care-manager', 'start-screening', 'answer-for-child', 'relist', 'receive-about'].map(
        (verb) => `person-cases/${verb}`,
      ),
      ...['persons/record-details', 'persons/merge', 'persons/unmerge'],
    ],
    ends: ['person-cases/answer-for-child'],
  },
  ratification: {
    starts: [decision, 'sittings/correct-attendance'],
    ends: ['agenda-items/ratify-decision', 'sittings/correct-attendance'],
  },
  papers: {
    starts: ['sittings/schedule-sitting', 'sittings/move-sitting', 'panels/plan-series'],
    ends: ['sittings/issue-papers'],
  },
  'break-glass-review': { starts: ['break-glass/open-record'], ends: ['break-glass/decide-review'] },
  'restriction-review': {
    starts: cases('restrict', 'approve-closure'),
    ends: cases('restrict', 'lift-restriction'),
  },
  ...accessClockEvents,
  'export-download': { starts: ['exports/approve-export'], ends: ['exports/begin-download'] },
  'information-answer': {
    starts: ['information-requests/request-information'],
    ends: ['information-requests/answer-information'],
  },
  'service-answer': {
    starts: ['service-episodes/refer-service'],
    ends: ['accept', 'decline', 'start', 'end'].map((verb) => `service-episodes/${verb}-service`),
  },
  ...auditClockEvents,
  ...intelligenceClockEvents,
  'challenge-answer': {
    starts: ['challenges/raise-challenge', 'challenges/escalate-challenge'],
    ends: ['challenges/answer-challenge'],
  },
  'challenge-reply': {
    starts: ['challenges/answer-challenge'],
    ends: ['challenges/resolve-challenge', 'challenges/escalate-challenge'],
  },
  'notice-decision': {
    starts: [...cases('record-referral', 'assess-risk', 'approve-closure'), `${proposal}/accept-proposal`],
    ends: ['notices/decide-notice'],
  },
  ...noticeSending,
  'caution-review': {
    starts: cases('record-referral', 'set-contact-caution', 'decide-triage', 'release-contact-caution'),
    ends: cases('release-contact-caution', 'decide-triage'),
  },
  'nrm-reasonable-grounds': { starts: ['notices/send-notice'], ends: ['notices/answer-notice'] },
  'nrm-conclusive-grounds': { starts: ['notices/answer-notice'], ends: ['notices/answer-notice'] },
  'notice-answer': { starts: ['notices/send-notice'], ends: ['notices/answer-notice'] },
  ...measureClockEvents,
  'actions-out': {
    starts: ['sittings/end-sitting', decision],
    ends: ['sittings/issue-letters', ...actions('change-action', 'end-action')],
  },
  minutes: { starts: ['sittings/end-sitting'], ends: ['sittings/agree-minutes'] },
};
