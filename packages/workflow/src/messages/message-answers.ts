/** Commands of one topic, by their full names. */
const of = (topic: string, ...verbs: readonly string[]) => verbs.map((verb) => `${topic}/${verb}`);

const decided = (topic: string) => of(topic, 'approve-change', 'refuse-change');
const ofLink = of('links', 'acknowledge-link', 'grade-link', 'review-link', 'withdraw-link');
const ofMatch = of('identifier-matches', 'decide-match');
const ofRequest = of('information-requests', 'answer-information');
const ofTransfer = of('child-cases', 'accept-transfer', 'refuse-transfer');
const ofReport = of('intelligence', 'evaluate', 'sanitise', 'disseminate', 'reject');

/**
 * The commands that answer a message, by its kind, each given on the record that the message is about. A kind that is not
 * here asks for nothing: it tells. A message of a clock is answered by whatever ends or puts off the clock, and stands
 * nowhere here.
 */
export const messageAnswers: Readonly<Record<string, readonly string[]>> = {
  'danger-alert': of('child-cases', 'acknowledge-danger'),
  'grade-raised': of('child-cases', 'confirm-grade'),
  'screening-harm': of('child-cases', 'assess-risk'),
  'blind-assessment-asked': of('child-cases', 'assess-blind'),
  'transfer-asked': ofTransfer,
  'transfer-escalated': ofTransfer,
  'turned-18': of('child-cases', 'continue-as-adult', 'propose-closure'),
  'case-suspended': of('child-cases', 'check-suspension', 'resume'),
  'restriction-to-review': of('child-cases', 'restrict', 'lift-restriction'),
  'entry-withdrawn': ['child-cases/record-breach-decision', 'children/record-breach-decision'],
  'child-missing': of('missing-episodes', 'record-search', 'record-return', 'withdraw-episode'),
  'care-manager-asked': of('person-cases', 'answer-for-child'),
  'instrument-proposed': decided('instrument-changes'),
  'profile-proposed': decided('profile-changes'),
  'action-given': of('plan-actions', 'accept-action', 'decline-action', 'end-action'),
  'action-to-name': of('plan-actions', 'change-action', 'end-action'),
  'action-declined': of('plan-actions', 'change-action', 'end-action'),
  'action-escalated': of('plan-actions', 'answer-escalation', 'end-action'),
  'information-asked': ofRequest,
  'information-chased': ofRequest,
  'challenge-to-answer': of('challenges', 'answer-challenge'),
  'challenge-answered': of('challenges', 'resolve-challenge', 'escalate-challenge', 'withdraw-challenge'),
  'intelligence-submitted': ofReport,
  'intelligence-danger': ofReport,
  'intelligence-added-to': [...ofReport, ...of('intelligence', 'review-report')],
  'requirement-raised': of('intelligence-requirements', 'answer-requirement'),
  'identifier-match': ofMatch,
  'identifier-match-danger': ofMatch,
  'link-told': ofLink,
  'link-regraded': ofLink,
  'link-less-certain': ofLink,
  'link-more-certain': of('links', 'acknowledge-link'),
  'link-withdrawn': of('links', 'acknowledge-link'),
  'linked-person-of-concern': ofLink,
  'linked-place-of-concern': ofLink,
  'cluster-proposed': of('clusters', 'confirm-cluster', 'decline-cluster'),
  'cluster-confirmed': of('clusters', 'record-cluster-discussion', 'record-cluster-meeting'),
  'cluster-unsupported': of('clusters', 'close-cluster'),
  'plan-shared': of('plan-copies', 'open-copy', 'record-receipt'),
  'plan-forwarded': of('plan-copies', 'open-copy', 'record-receipt'),
  'measure-lapse-changed': of('disruption-measures', 'review-measure', 'vary-measure', 'discharge-measure'),
  'glass-broken': of('break-glass', 'decide-review'),
  'consultation-asked': of('access-consultations', 'answer-consultation'),
  'access-part': of('access-requests', 'decide-items'),
  'audit-given': of('case-audits', 'return-audit'),
  'audit-chased': of('case-audits', 'return-audit'),
  'audit-sent-back': of('case-audits', 'return-audit'),
  'audit-returned': of('case-audits', 'moderate-audit'),
  'audit-action-given': of('audit-actions', 'give-proof', 'end-action', 'hand-over'),
  'audit-proof-given': of('audit-actions', 'answer-proof'),
  'audit-proof-sent-back': of('audit-actions', 'give-proof'),
  'figures-asked': of('partner-figures', 'record-figures', 'return-figures'),
  'figures-chased': of('partner-figures', 'record-figures', 'return-figures'),
};
