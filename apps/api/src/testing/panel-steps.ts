import { aDecision, aQuorum, aSeries, aSittingOn, broughtForward, panelWords } from '@mase/workflow/testing';
import { type JourneyStep, nobody, nothing, reason } from './journey-step.js';

const schedule = (as: string, startsAt = '2026-11-26T13:00:00.000Z'): JourneyStep => ({
  command: 'sittings/schedule-sitting',
  who: 'coordinator',
  as,
  body: ({ people }) => aSittingOn(startsAt, people.chair as string),
  refusedBody: ({ people }) => aSittingOn(startsAt, people.worker as string),
});

const starts: JourneyStep = {
  command: 'sittings/start-sitting',
  who: 'chair',
  on: 'sitting',
  body: () => ({ inquorateReason: 'The police were called away (made up)', ...broughtForward }),
  refusedBody: nothing,
};

const found = (as: string): JourneyStep => ({
  command: 'panels/found-panel',
  who: 'coordinator',
  as,
  body: ({ people }) => panelWords(people.chair as string),
  refusedBody: ({ people }) => panelWords(people.worker as string),
});

/** A panel from its founding to its end, without a sitting. */
const panels: JourneyStep[] = [
  found('closedPanel'),
  {
    command: 'panels/change-panel',
    who: 'coordinator',
    on: 'closedPanel',
    body: ({ people }) => ({ ...panelWords(people.chair as string), reason: 'Made up' }),
    refusedBody: ({ people }) => ({ ...panelWords(people.worker as string), reason: 'Made up' }),
  },
  {
    command: 'panels/change-members',
    who: 'coordinator',
    on: 'closedPanel',
    body: ({ people }) => ({
      join: [{ userId: people['member-police'], as: 'member' }],
      reason: 'Made up',
    }),
    refusedBody: () => ({ leave: [nobody], reason: 'Made up' }),
  },
  {
    command: 'panels/publish-terms',
    who: 'coordinator',
    on: 'closedPanel',
    body: () => ({ text: 'Made-up terms', reviewOn: '2030-01-01' }),
    refusedBody: () => ({ text: 'Made-up terms', reviewOn: '2020-01-01' }),
  },
  { command: 'panels/close-panel', who: 'coordinator', on: 'closedPanel', body: reason },
  found('panel'),
  {
    command: 'panels/plan-series',
    who: 'coordinator',
    on: 'panel',
    body: () => aSeries('2027-01-01', { until: '2027-02-28' }),
    refusedBody: () => aSeries('2020-01-01'),
  },
];

/** A panel; a sitting from its date to its agreed minutes; and one that is moved and cancelled. */
export const panel: JourneyStep[] = [
  ...panels,
  schedule('sitting'),
  { command: 'sittings/open-agenda', who: 'coordinator', on: 'sitting', body: nothing },
  schedule('themed', '2026-12-17T13:00:00.000Z'),
  { command: 'sittings/open-agenda', who: 'coordinator', on: 'themed', body: nothing },
  {
    command: 'sittings/add-subject',
    who: 'coordinator',
    on: 'themed',
    body: () => ({
      subject: 'theme',
      title: 'Made-up theme of transport hubs',
      words: 'Made-up papers',
      section: 'theme',
      asked: 'Who looks?',
    }),
    refusedBody: () => ({ subject: 'challenge', title: 'Made up', section: 'theme', asked: 'What next?' }),
    keep: async ({ known }, _answer, api) => {
      const seen = await api.ask('coordinator', 'GET', `/api/v1/sittings/${known.themed}`);
      Object.assign(known, { themeItem: seen.json().items[0].id });
    },
  },
  { command: 'agenda-items/take-off-agenda', who: 'coordinator', on: 'themeItem', body: reason },
  {
    command: 'sittings/add-item',
    who: 'coordinator',
    on: 'sitting',
    body: ({ known }) => ({
      caseId: known.case,
      section: 'child-review',
      asked: 'Does the plan suffice?',
      minutes: 10,
    }),
    keep: async ({ known }, _answer, api) => {
      const seen = await api.ask('coordinator', 'GET', `/api/v1/sittings/${known.sitting}`);
      Object.assign(known, { item: seen.json().items[0].id });
    },
  },
  {
    command: 'agenda-items/change-item',
    who: 'coordinator',
    on: 'item',
    body: ({ people }) => ({
      minutes: 8,
      presenterId: people.worker,
      attendeeIds: [people['charity-worker']],
    }),
    refusedBody: () => ({ attendeeIds: [nobody] }),
  },
  {
    command: 'sittings/order-items',
    who: 'coordinator',
    on: 'sitting',
    body: ({ known }) => ({ order: [known.item] }),
    refusedBody: () => ({ order: [nobody] }),
  },
  {
    command: 'sittings/issue-papers',
    who: 'coordinator',
    on: 'sitting',
    body: ({ people }) => ({ recipients: [people['member-police']] }),
    refusedBody: () => ({ recipients: [nobody] }),
  },
  {
    command: 'sittings/record-attendance',
    who: 'coordinator',
    on: 'sitting',
    body: () => ({ attendance: aQuorum().attendance.filter(({ agencyKind }) => agencyKind !== 'police') }),
    refusedBody: () => ({ attendance: [{ ...aQuorum().attendance[0], as: 'observer' }] }),
  },
  starts,
  { command: 'sittings/undo-start', who: 'chair', on: 'sitting', body: reason },
  starts,
  {
    command: 'sittings/correct-attendance',
    who: 'coordinator',
    on: 'sitting',
    body: () => {
      const [line] = aQuorum().attendance;
      const { name, agency } = line ?? {};
      return { wrong: { name, agency }, right: line, reason: 'Pressed in the wrong row (made up)' };
    },
    refusedBody: () => ({ wrong: { name: 'Nobody', agency: 'Nowhere' }, reason: 'Made up' }),
  },
  { command: 'agenda-items/open-item', who: 'chair', on: 'item', body: nothing },
  {
    command: 'agenda-items/record-note',
    who: 'coordinator',
    on: 'item',
    body: () => ({ text: 'The school reports (made up)' }),
    refused: 'never',
    keep: async ({ known }, _answer, api) => {
      const { written } = await api.view('coordinator', 'agenda-items', known.item as string);
      const note = (written as unknown as { id: string; kind: string }[]).find(({ kind }) => kind === 'note');
      Object.assign(known, { itemNote: note?.id });
    },
  },
  {
    command: 'agenda-items/correct-entry',
    who: 'coordinator',
    on: 'item',
    body: ({ known }) => ({
      rowId: known.itemNote,
      words: 'The college reports (made up)',
      reason: 'It was the college (made up)',
    }),
  },
  {
    command: 'agenda-items/declare-item-connection',
    who: 'chair',
    on: 'item',
    body: ({ people }) => ({ userId: people['member-police'], reason: 'A made-up cousin' }),
  },
  {
    command: 'agenda-items/dismiss-connection',
    who: 'chair',
    on: 'item',
    body: ({ people }) => ({ userId: people['member-health'], reason: 'Of the same name alone (made up)' }),
    refusedBody: () => ({ userId: nobody, reason: 'Nobody (made up)' }),
  },
  {
    command: 'agenda-items/confirm-connection',
    who: 'chair',
    on: 'item',
    body: ({ people }) => ({ userId: people['charity-worker'], reason: 'A made-up aunt' }),
  },
  {
    command: 'agenda-items/withdraw-item-connection',
    who: 'chair',
    on: 'item',
    body: ({ people }) => ({ userId: people['charity-worker'], reason: 'A made-up mistake' }),
  },
  {
    command: 'agenda-items/record-panel-decision',
    who: 'coordinator',
    on: 'item',
    body: ({ people }) => ({
      ...aDecision(),
      nextReview: '2027-02-01',
      actions: [
        { what: 'A made-up visit', ownerId: people.worker, part: 'disruption', due: '2027-02-01' },
        { what: 'A made-up letter', ownerId: people.worker, part: 'safety', due: '2027-02-01' },
      ],
    }),
    keep: async ({ known }, _answer, api) => {
      const { actions } = await api.view('worker', 'child-cases', known.case as string);
      const given = (actions as unknown as { id: string; what: string }[]).find(({ what }) =>
        what.startsWith('A made-up letter'),
      );
      Object.assign(known, { panelAction: given?.id });
    },
  },
  {
    command: 'agenda-items/ratify-decision',
    who: 'chair',
    on: 'item',
    body: () => ({ reason: 'Two agencies agreed by telephone (made up)' }),
  },
  { command: 'sittings/end-sitting', who: 'chair', on: 'sitting', body: nothing },
  {
    command: 'sittings/change-minutes',
    who: 'coordinator',
    on: 'sitting',
    body: ({ known }) => ({ sections: [{ heading: 'Item', text: 'Made up', itemId: known.item }] }),
    refusedBody: () => ({ sections: [{ heading: 'Item', text: 'Made up' }] }),
  },
  {
    command: 'sittings/issue-letters',
    who: 'coordinator',
    on: 'sitting',
    body: ({ people }) => ({ recipients: [people['member-police']] }),
    refusedBody: () => ({ recipients: [nobody] }),
  },
  {
    command: 'sittings/recall-copy',
    who: 'coordinator',
    on: 'sitting',
    body: ({ people }) => ({ recipientId: people['member-police'], reason: 'Left the panel (made up)' }),
    refusedBody: () => ({ recipientId: nobody, reason: 'Made up' }),
  },
  {
    command: 'plan-actions/end-action',
    who: 'worker',
    on: 'panelAction',
    body: () => ({ how: 'done', evidence: 'Sent (made up)' }),
  },
  { command: 'sittings/agree-minutes', who: 'chair', on: 'sitting', body: nothing },
  {
    command: 'sittings/issue-papers',
    who: 'coordinator',
    on: 'themed',
    body: ({ people }) => ({ recipients: [people['member-police']] }),
    refusedBody: () => ({ recipients: [nobody] }),
  },
  {
    command: 'sittings/record-attendance',
    who: 'coordinator',
    on: 'themed',
    body: () => aQuorum(),
    refusedBody: () => ({ attendance: [{ ...aQuorum().attendance[0], as: 'observer' }] }),
  },
  { command: 'sittings/start-sitting', who: 'chair', on: 'themed', body: () => broughtForward },
  {
    command: 'sittings/amend-minutes',
    who: 'chair',
    on: 'sitting',
    body: ({ known }) => ({
      sittingId: known.themed,
      itemId: known.item,
      wrong: 'Made up',
      right: 'Made up otherwise',
    }),
    refusedBody: ({ known }) => ({
      sittingId: known.themed,
      itemId: nobody,
      wrong: 'Made up',
      right: 'Made up',
    }),
  },
  schedule('cancelled'),
  {
    command: 'sittings/move-sitting',
    who: 'coordinator',
    on: 'cancelled',
    body: () => ({ place: 'Room 4', reason: 'A larger room' }),
    refusedBody: () => ({ place: 'Room 1', startsAt: '2020-01-01T10:00:00.000Z', reason: 'Made up' }),
  },
  { command: 'sittings/cancel-sitting', who: 'coordinator', on: 'cancelled', body: reason },
];
