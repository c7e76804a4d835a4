const always =
  'receive-counts>., receive-about>., receive-minutes-part>., set-handling>., close-alike>., receive-handling>., correct-record>.';
const open = `${always}, add-basis>., withdraw-basis>., set-priority>.`;
const child = 'ask-care-manager>., answer-for-child>.';
const investigated = `${child}, record-investigation>., record-child-told>., decide-printing>.`;
const worked = `${open}, allocate-officer>., review-necessity>./closing, propose-removal>closing`;
const decided = 'record-panel-decision>closed/., take-chairs-action>.';

function chartOf(first: string, verbs: { open: string; accept: string; decline: string }, person: boolean) {
  const work = person ? `${worked}, ${investigated}` : worked;
  const closing = person ? `${open}, ${investigated}` : open;
  return [
    `unrecorded: ${verbs.open}>${first}`,
    `${first}: ${open}, start-screening>screening`,
    `screening: ${open}, ${person ? `${child}, ` : ''}${verbs.accept}>active, ${verbs.decline}>declined`,
    `active: ${work}, ${decided}, suspend>suspended`,
    `suspended: ${work}, ${decided}, change-release>., prepare-release>., resume>active`,
    `closing: ${closing}, ${decided}, allocate-officer>., approve-removal>closed, refuse-removal>active/suspended`,
    `declined: ${always}, relist>screening`,
    `closed: ${always}, record-recall>., record-next-check>., await-next-check>., relist>screening`,
    'notListed: list-for-panel>listed, leave-agenda>., receive-review-date>., take-chairs-action>listed',
    'listed: withdraw-listing>notListed, defer-listing>., join-agenda>., leave-agenda>., receive-guests>., sitting-cancelled>., receive-review-date>., open-item>beforePanel, approve-removal>notListed',
    'beforePanel: receive-guests>., record-panel-decision>notListed/listed, return-to-list>listed',
  ];
}

const recordChart = (own: string) => [
  'unrecorded: record-entry>onBooks',
  `onBooks: receive-case>., record-details>., ${own}>., merge>., unmerge>., receive-merge-into>merged`,
  'merged: receive-case>., receive-parting>onBooks',
];

/** What may be asked of persons of concern and locations, state by state, as a test of all charts has it. */
export const strandCharts: Record<string, string[]> = {
  'person-cases': chartOf(
    'nominated',
    { open: 'nominate', accept: 'accept-nomination', decline: 'decline-nomination' },
    true,
  ),
  persons: recordChart('record-child-role'),
  'location-cases': chartOf(
    'reported',
    { open: 'report', accept: 'accept-report', decline: 'decline-report' },
    false,
  ),
  locations: recordChart('record-prevention'),
};

const officers = 'intelligence-officer intelligence-supervisor';
const careManager = 'careManager: manager senior';

const both = (verbs: readonly string[], who: readonly string[]): [string, string[]][] =>
  ['person-cases', 'location-cases'].flatMap((topic) =>
    verbs.map((verb): [string, string[]] => [`${topic}/${verb}`, [...who]]),
  );

/** Who may do what about persons of concern and locations; `writers` are all who may write. */
export const strandRights = (writers: string): Record<string, string[]> => ({
  'person-cases/nominate': [writers],
  'location-cases/report': [writers],
  'person-cases/accept-nomination': [officers],
  'person-cases/decline-nomination': [officers],
  'location-cases/accept-report': [officers],
  'location-cases/decline-report': [officers],
  ...Object.fromEntries([
    ...both(
      [
        ...[
          'start-screening',
          'allocate-officer',
          'withdraw-basis',
          'set-priority',
          'set-handling',
          'suspend',
        ],
        ...['change-release', 'prepare-release', 'propose-removal', 'approve-removal', 'refuse-removal'],
        ...['relist', 'correct-record'],
      ],
      [officers],
    ),
    ...both(['add-basis'], [officers, 'licensed: licensing-officer']),
    ...both(['resume'], ['clock: release-day', officers]),
    ...both(['close-alike', 'await-next-check'], ['system: itself']),
    ...both(['record-recall'], ['coordinator']),
    ...both(['record-next-check'], [`${officers} coordinator`]),
    ...both(['list-for-panel'], [`${officers} coordinator chair deputy-chair`]),
    ...both(['take-chairs-action'], ['chair deputy-chair']),
    ...both(['withdraw-listing', 'defer-listing'], ['coordinator chair deputy-chair']),
  ]),
  'person-cases/review-necessity': [officers, careManager],
  'location-cases/review-necessity': [officers],
  'person-cases/ask-care-manager': [officers],
  'person-cases/answer-for-child': [careManager],
  'person-cases/record-investigation': [officers],
  'person-cases/record-child-told': [officers],
  'person-cases/decide-printing': ['chair deputy-chair'],
  'persons/record-details': [officers],
  'persons/merge': [officers],
  'persons/unmerge': [officers],
  'persons/record-child-role': ['manager senior information-governance'],
  'locations/record-details': [`${officers} licensing-officer`],
  'locations/merge': [officers],
  'locations/unmerge': [officers],
  'locations/record-prevention': [`${officers} licensing-officer`],
});
