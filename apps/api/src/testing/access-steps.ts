import { type JourneyStep, nobody, nothing, reason } from './journey-step.js';

const request = (as: string, more: object = {}): JourneyStep => ({
  command: 'access-requests/record-request',
  who: 'governance',
  as,
  body: ({ known }) => ({
    requester: { kind: 'parent', name: 'Pat Example' },
    childId: known.first,
    receivedOn: '2026-11-01',
    scope: 'Everything that is held (made up)',
    sendTo: 'By hand, at the office (made up)',
    ...more,
  }),
  refusedBody: () => ({
    requester: { kind: 'parent', name: 'Pat Example' },
    childId: nobody,
    receivedOn: '2026-11-01',
    scope: 'Everything (made up)',
    sendTo: 'By hand (made up)',
  }),
});
const on = (
  verb: string,
  of: string,
  body: JourneyStep['body'] = nothing,
  more: Partial<JourneyStep> = {},
): JourneyStep => ({ command: `access-requests/${verb}`, who: 'governance', on: of, body, ...more });
const identity = () => ({ how: 'document-seen' });

/** The items of the bundle, once it is gathered: ids of rows and of parts of rows, which lead to no record. */
let gathered: string[] = [nobody];

const asked = (as: string): JourneyStep => ({
  command: 'exports/request-export',
  who: 'governance',
  as,
  body: () => ({
    what: 'list',
    list: 'child',
    recipient: { name: 'Robin Reviewer', organisation: 'Made-up inspectorate' },
    reason: 'A made-up inspection',
  }),
  refusedBody: () => ({
    what: 'list',
    recipient: { name: 'Robin Reviewer', organisation: 'Made-up inspectorate' },
    reason: 'A made-up inspection',
  }),
});
const exporting = (
  verb: string,
  who: string,
  of: string,
  body: JourneyStep['body'] = nothing,
): JourneyStep => ({
  command: `exports/${verb}`,
  who,
  on: of,
  body,
});

/** Exports that end in every way. */
export const bulk: JourneyStep[] = [
  asked('export'),
  exporting('approve-export', 'caldicott', 'export'),
  exporting('begin-download', 'governance', 'export'),
  asked('refusedExport'),
  exporting('refuse-export', 'caldicott', 'refusedExport', reason),
  asked('withdrawnExport'),
  exporting('withdraw-export', 'governance', 'withdrawnExport', reason),
];

/** A request for access from its receipt to its answer, with an agency that is asked, and requests that end otherwise. */
export const access: JourneyStep[] = [
  request('request'),
  on('confirm-identity', 'request', identity),
  on('ask-requester', 'request', () => ({ for: 'clarification', words: 'Which years? (made up)' })),
  on('record-answer', 'request', () => ({ words: 'All of them (made up)' })),
  on('extend-time', 'request', () => ({ ground: 'complex', reason: 'Six agencies wrote (made up)' })),
  {
    ...on('gather-bundle', 'request', nothing, { refused: 'never' }),
    keep: async ({ known }, _answer, api) => {
      const path = `/api/v1/access-requests/${known.request}/bundle?limit=100`;
      const seen = await api.ask('governance', 'GET', path);
      gathered = (seen.json().items as { id: string }[]).map(({ id }) => id);
    },
  },
  on('decide-items', 'request', () => ({ items: gathered.map((id) => ({ id, decision: 'release' })) }), {
    refusedBody: () => ({ items: [{ id: 'nothing', decision: 'release' }] }),
  }),
  {
    command: 'access-consultations/ask-agency',
    who: 'governance',
    as: 'consultation',
    body: ({ known, people, agencies }) => ({
      requestId: known.request,
      agencyId: agencies.health,
      contactId: people['member-health'],
      question: 'What speaks against giving it out? (made up)',
    }),
    refusedBody: ({ known, people, agencies }) => ({
      requestId: known.request,
      agencyId: agencies.health,
      contactId: people.chair,
      question: 'What speaks against giving it out? (made up)',
    }),
  },
  {
    command: 'access-consultations/answer-consultation',
    who: 'member-health',
    on: 'consultation',
    body: () => ({ answer: 'no-objection', words: 'Nothing (made up)' }),
  },
  on('approve-response', 'request', nothing, { who: 'caldicott' }),
  on('return-response', 'request', reason),
  on('approve-response', 'request', nothing, { who: 'caldicott' }),
  on('issue-response', 'request'),
  request('refusedRequest'),
  on(
    'refuse-request',
    'refusedRequest',
    () => ({ ground: 'manifestly-unfounded', reasons: 'Made-up reasons' }),
    {
      who: 'caldicott',
    },
  ),
  request('withdrawnRequest', {
    childId: undefined,
    sought: { name: 'Robin Nobody', birthDate: '2011-02-03' },
  }),
  on('withdraw-request', 'withdrawnRequest', reason),
];
