/** Commands of a topic as ids of pages. */
const of = (topic: string, ...verbs: string[]): string[] => verbs.map((verb) => `${topic}/${verb}`);

/**
 * Pages of commands that nobody in the demonstration can give now, so that they say that and have no form there: by the test,
 * beneath `src`, that brings such a record about and looks at the open form in a real browser.
 */
export const openedBy: { readonly [test: string]: readonly string[] } = {
  'panel-pages.test.ts': [
    ...of('agenda-items', 'open-item', 'record-note', 'correct-entry', 'record-panel-decision'),
    'agenda-items/ratify-decision',
    ...of('sittings', 'undo-start', 'end-sitting', 'agree-minutes', 'order-items'),
    ...of('panels', 'plan-series', 'close-panel'),
    ...['child-cases/record-next-check', 'person-cases/record-next-check'],
  ],
  'pages/access-requests/access-requests.test.ts': [
    ...of('access-requests', 'confirm-identity', 'record-answer', 'refuse-request'),
    ...of('access-requests', 'approve-response', 'return-response', 'issue-response'),
  ],
  'pages/break-glass/standing-in.test.ts': ['break-glass/close-record', 'users/end-delegation'],
  'pages/child-cases/assess-blind/page.test.ts': ['child-cases/assess-blind'],
  'pages/child-cases/casework.test.ts': of(
    'child-cases',
    ...['record-section-47-outcome', 'record-conference', 'record-finding'],
  ),
  'pages/child-cases/leaving.test.ts': [
    ...of('child-cases', 'accept-transfer', 'refuse-transfer', 'acknowledge-other-area'),
    ...of('child-cases', 'record-area-exchange', 'continue-as-adult'),
  ],
  'pages/child-cases/open-pages.test.ts': of('child-cases', 'lift-restriction', 'withdraw-connection'),
  'pages/child-cases/withdrawal.test.ts': ['child-cases/record-breach-decision'],
  'pages/children/joining.test.ts': [
    ...of('children', 'identify', 'withdraw-identification', 'decide-merge', 'unmerge-children'),
    'children/record-breach-decision',
  ],
  'pages/disposals/disposals.test.ts': of('disposals', 'approve-disposal', 'refuse-disposal', 'carry-out'),
  'pages/disruption-measures/measures.test.ts': ['disruption-measures/serve-measure'],
  'pages/exports/exports.test.ts': of('exports', 'begin-download', 'request-peer-review'),
  'pages/imports/imports.test.ts': ['imports/outcome'],
  'pages/information-requests/on-case.test.ts': [
    ...['challenges/answer-challenge', 'service-episodes/accept-service'],
    'child-cases/release-contact-caution',
  ],
  'pages/links/links.test.ts': [
    'links/renew-link',
    ...of('clusters', 'record-cluster-discussion', 'record-cluster-meeting', 'close-cluster'),
  ],
  'pages/missing-episodes/missing-pages.test.ts': ['return-interviews/close-offer'],
  'pages/person-cases/persons.test.ts': [
    ...of('person-cases', 'accept-nomination', 'list-for-panel', 'decide-printing'),
    ...of('person-cases', 'approve-removal', 'refuse-removal', 'record-recall', 'relist'),
    ...of('person-cases', 'change-release', 'prepare-release', 'resume'),
    ...['persons/unmerge', 'locations/unmerge'],
  ],
  'pages/plan-actions/plan-pages.test.ts': ['plan-copies/record-receipt', 'plan-actions/answer-escalation'],
};
