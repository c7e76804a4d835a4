/** Which command of another topic sends an event that nobody gives directly. */
export const senders: { [event: string]: string } = {
  'child-cases/receive-referral': 'decide-triage of the other case',
  'child-cases/open-item': 'open-item of its agenda item',
  'child-cases/record-panel-decision': 'record-panel-decision of its agenda item',
  'child-cases/join-agenda': 'add-item; open-agenda or end-sitting, where it was not reached',
  'child-cases/receive-guests': 'change-item of its agenda item',
  'child-cases/leave-agenda':
    'end-sitting or cancel-sitting; take-off-agenda; what takes it off the list or restricts it',
  'child-cases/return-to-list': 'end-sitting or take-off-agenda',
  'child-cases/sitting-cancelled': 'cancel-sitting',
  'child-cases/add-action': 'add-action',
  'child-cases/end-action': 'end-action of the action',
  'children/record-episode': 'record-episode, report-missing or decide-report',
  'children/record-return': 'record-return',
  'children/receive-case': 'record-referral, or move-case of another record',
  'children/receive-joined': 'identify of the other record',
  'children/receive-merge-into': 'decide-merge of the other record',
  'children/receive-parting': 'decide-merge of the other record',
  'child-cases/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'missing-episodes/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'referral-proposals/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'access-requests/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'plan-actions/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'plan-copies/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'information-requests/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'challenges/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'service-episodes/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'case-audits/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'audit-actions/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'case-audits/receive-holder': 'decide-triage, allocate-worker or relist',
  'audit-actions/receive-holder': 'decide-triage, allocate-worker or relist',
  'notices/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'agenda-items/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'incident-victims/receive-incident': 'record-outcome or change-incident of the incident',
  'incident-parts/receive-incident': 'record-outcome or change-incident of the incident',
  'incident-victims/receive-withdrawal': 'withdraw-incident of the incident',
  'incident-parts/receive-withdrawal': 'withdraw-incident of the incident',
  ...Object.fromEntries(
    ['incident-parts', 'disruption-measures'].flatMap((topic) => [
      [`${topic}/receive-end`, 'merge or unmerge of the person or location'],
      [`${topic}/receive-end-access`, 'set-handling of the case about the person or location'],
    ]),
  ),
  'child-cases/receive-cases': 'move-case of the child',
  'service-episodes/receive-partners': 'add-action or end-action of the plan',
  ...Object.fromEntries(
    ['plan-actions', 'information-requests', 'challenges', 'notices'].flatMap((topic) => [
      [`${topic}/receive-withdrawal`, 'withdraw-entry of the case'],
      [`${topic}/receive-restoration`, 'record-breach-decision of the case, where the entry was right'],
    ]),
  ),
  'incident-parts/receive-concern': 'accept-nomination or accept-report of the person or location',
  'incident-victims/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'incident-victims/receive-holder': 'decide-triage, allocate-worker, relist or decide-merge',
  'return-interviews/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'return-interviews/receive-submission': 'submit-intelligence from the interview',
  'return-interviews/receive-holder': 'decide-triage, allocate-worker, relist or decide-merge',
  'missing-episodes/receive-report': 'decide-report of a held report',
  'missing-episodes/receive-offer': 'offer-interview',
  'missing-episodes/receive-not-again': 'withdraw-episode of the next absence',
  'children/forget-episode': 'withdraw-episode of the absence',
  'missing-episodes/receive-interview': 'record-interview or close-offer',
  'missing-episodes/receive-missing-again': 'report-missing or decide-report of the next absence',
  'child-cases/ask-discussion':
    'report-missing, decide-report or record-episode, at the profile’s number of absences',
  'disruption-measures/receive-child-status':
    'record-status, identify or decide-merge of the child, where the notice stands on something else since',
  'protections/open-protection': 'consider-measure',
  'protections/receive-measure':
    'grant-measure, serve-measure or vary-measure; record-status, identify or decide-merge of the child',
  'protections/receive-ending': 'expire-measure, discharge-measure, refuse-measure or drop-measure',
  'protections/receive-child': 'identify, withdraw-identification or decide-merge of the child',
  'protections/receive-status': 'record-status, identify or decide-merge of the child',
  'protections/receive-holder': 'decide-triage, allocate-worker, relist or decide-merge',
  'missing-episodes/receive-holder': 'decide-triage, allocate-worker, relist or decide-merge',
  'children/receive-holder': 'decide-triage, allocate-worker, relist or move-case',
  'plan-copies/receive-holder': 'decide-triage, allocate-worker or relist',
  'plan-copies/issue-copy': 'share-plan, or agree-plan of a later version',
  'plan-copies/issue-plain': 'write-plain-plan',
  'plan-copies/outdate-copy': 'agree-plan of a later version',
  'plan-copies/withdraw-copy': 'share-plan, agree-plan or approve-closure',
  'plan-actions/receive-holder': 'decide-triage, allocate-worker or relist',
  'information-requests/receive-holder': 'decide-triage, allocate-worker or relist',
  'information-requests/close-request':
    'approve-closure, accept-transfer, or decide-triage where it closes the case',
  'challenges/receive-holder': 'decide-triage, allocate-worker or relist',
  'service-episodes/receive-holder': 'decide-triage, allocate-worker or relist',
  'service-episodes/close-case':
    'approve-closure, accept-transfer, record-panel-decision, or decide-triage where it closes the case',
  'notices/receive-holder': 'decide-triage, allocate-worker or relist',
  'notices/prompt-notice':
    'record-referral or assess-risk, where they call for one; send-notice of a serious incident',
  'referral-proposals/raise-proposal':
    'record-episode, report-missing or decide-report, at the profile’s number of episodes; record-social-care-referral, with one of its factors',
  'agenda-items/add-item':
    'add-item or open-agenda of the sitting; end-sitting or cancel-sitting of the sitting before',
  'agenda-items/add-subject':
    'add-subject or open-agenda of the sitting; end-sitting or cancel-sitting of the sitting before',
  'agenda-items/take-up': 'add-subject or open-agenda of a later sitting; end-sitting or cancel-sitting',
  'agenda-items/return-to-list': 'end-sitting or cancel-sitting',
  'sittings/receive-correction': 'correct-entry of an item',
  'agenda-items/receive-attendance': 'correct-attendance of the sitting',
  ...Object.fromEntries(
    ['child-cases', 'person-cases', 'location-cases', 'clusters'].map((topic) => [
      `${topic}/receive-review-date`,
      'correct-entry of its agenda item',
    ]),
  ),
  'agenda-items/leave-with-case':
    'withdraw-listing, defer-listing, approve-closure, accept-transfer, restrict, set-handling, approve-removal or close-cluster of what it is about',
  'access-requests/open-part': 'gather-bundle of the request',
  'access-requests/stop-part': 'refuse-request or withdraw-request of the request',
  'access-requests/ask-agency': 'ask-agency',
  'access-requests/consultation-answered': 'answer-consultation',
  ...Object.fromEntries(
    ['person-cases', 'location-cases'].flatMap((topic) => [
      [`${topic}/receive-about`, 'record-details, merge or unmerge of whom or what it is about'],
      [`${topic}/receive-handling`, 'set-handling of another case of whom or what it is about'],
      [`${topic}/receive-counts`, 'links, orders and reports that count for it'],
      [`${topic}/join-agenda`, 'add-item; open-agenda or end-sitting, where it was not reached'],
      [`${topic}/receive-guests`, 'change-item of its agenda item'],
      [`${topic}/leave-agenda`, 'end-sitting or cancel-sitting; take-off-agenda; what takes it off the list'],
      [`${topic}/return-to-list`, 'end-sitting or take-off-agenda'],
      [`${topic}/sitting-cancelled`, 'cancel-sitting'],
      [`${topic}/open-item`, 'open-item of its agenda item'],
      [`${topic}/record-panel-decision`, 'record-panel-decision of its agenda item'],
    ]),
  ),
  ...Object.fromEntries(
    ['persons', 'locations'].flatMap((topic) => [
      [`${topic}/record-entry`, 'nominate or report'],
      [`${topic}/receive-case`, 'its case, whenever somebody else may read it'],
      [`${topic}/receive-merge-into`, 'merge of the other record'],
      [`${topic}/receive-parting`, 'unmerge of the other record'],
    ]),
  ),
  'links/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'links/receive-end': 'merge or unmerge of the person or place at an end',
  'links/receive-days': 'change-incident of the incident from which it was drawn',
  'links/receive-withdrawal':
    'withdraw-link, withdraw-part, withdraw-incident or withdraw-measure of what it was drawn from',
  'links/receive-ending': 'discharge-measure or expire-measure of the measure from which it was drawn',
  'links/receive-end-access': 'restrict, lift-restriction or set-handling of a record at an end',
  'links/receive-concern':
    'accept-nomination or accept-report of a record at an end, or merge with one that is accepted',
  'clusters/receive-end-access':
    'set-handling of the case of the person or place that they share, restrict of a child, grade-link of a link',
  ...Object.fromEntries(
    [
      ['join-agenda', 'add-item; open-agenda or end-sitting, where it was not reached'],
      ['leave-agenda', 'end-sitting or cancel-sitting; take-off-agenda; close-cluster'],
      ['return-to-list', 'end-sitting or take-off-agenda'],
      ['sitting-cancelled', 'cancel-sitting'],
      ['open-item', 'open-item of its agenda item'],
      ['record-panel-decision', 'record-panel-decision of its agenda item'],
    ].map(([event, from]) => [`clusters/${event}`, from]),
  ),
  'sittings/receive-panel': 'change-panel of its panel',
  'sittings/receive-guests': 'change-item of an item',
  'sittings/receive-items': 'end-sitting or cancel-sitting of the sitting before',
  'users/join-panel': 'change-members of the panel',
  'users/leave-panel': 'change-members of the panel',
  'agenda-items/receive-about': 'record-details, merge or unmerge of whom or what its case is about',
  'plan-actions/receive-about': 'record-details, merge or unmerge of whom or what it is about',
  'plan-actions/receive-listing-end':
    'approve-removal or record-panel-decision, which end the listing; relist',
  'agenda-items/receive-minutes': 'agree-minutes of the sitting',
  'child-cases/receive-minutes-part': 'agree-minutes or amend-minutes of the sitting',
  'person-cases/receive-minutes-part': 'agree-minutes or amend-minutes of the sitting',
  'location-cases/receive-minutes-part': 'agree-minutes or amend-minutes of the sitting',
  'sittings/receive-ratification': 'ratify-decision of an item of an earlier sitting',
  'sittings/receive-agreed-minutes': 'agree-minutes of an earlier sitting',
  'sittings/receive-amended-minutes': 'amend-minutes of an earlier sitting',
  'agenda-items/receive-amendment': 'amend-minutes of the sitting',
};
