import { setup } from 'xstate';
import { dayWords } from '../clocks/day-words.js';
import { cleared } from '../intelligence/readers.js';
import type { Context, Missing, StoredRecord } from '../model.js';
import { caseRoles } from '../roles.js';
import { actionsFrom, type GuardContext, guardsFrom, missing, otherWay, type Topic } from '../topic.js';
import { closedReaders, readers, recordsJoined, relations } from './access.js';
import { type DrawLinkPayload, drawFaults, drawnBetween } from './drawing.js';
import { endWords, idAt, inOrder } from './ends.js';
import { gradeFaults, recordFaults, recordsNamed, seenFaults } from './faults.js';
import { linkKinds } from './kinds.js';
import { recorders } from './recorders.js';
import {
  blankLink,
  type LinkStanding,
  linkReviews,
  type RecordLinkPayload,
  type ReviewLinkPayload,
} from './standing.js';
import { clusterOfLink, gradedLinkSteps } from './told.js';
import { toldByWeighing, weighingSteps } from './weighing.js';

type Guard = GuardContext<LinkStanding>;

const rules = {
  isFoundToStand: ({ choice }: Guard): Missing[] => otherWay(choice === 'stands', 'a link that stands'),
  isLetFade: ({ choice }: Guard): Missing[] => otherWay(choice === 'fades', 'a link that is let fade'),
  isNotOver: ({ record }: Guard): Missing[] =>
    record.standing.drawn?.over
      ? missing('over', 'It follows from a measure, and that has ended.', 'nobody')
      : [],
};

/** What a link learns of its ends, whatever has become of it. */
const told = {
  'receive-child': { actions: 'recordChildNews' },
  'receive-end': { actions: 'recordMoved' },
  'receive-end-access': { actions: 'recordEndAccess' },
  'receive-concern': { actions: 'recordConcern' },
  'weigh-link': { actions: 'recordWeighing' },
  'receive-days': { actions: 'recordSourceDays' },
  'acknowledge-link': { actions: 'recordAcknowledgement' },
  'receive-ending': { actions: 'recordSourceOver' },
} as const;

const withdrawing = {
  'withdraw-link': { target: 'withdrawn', actions: 'recordWithdrawal' },
  'receive-withdrawal': { target: 'withdrawn', actions: 'recordSourceGone' },
} as const;

/** When a link may be asked what. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'links',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: {
      on: {
        'record-link': { target: 'current', actions: 'recordLink' },
        'draw-link': { target: 'current', actions: 'recordDrawing' },
      },
    },
    current: {
      on: {
        ...told,
        ...withdrawing,
        'receive-ending': { target: 'faded', actions: 'recordSourceOver' },
        'grade-link': { actions: 'recordGrade' },
        'review-link': [
          { guard: 'isFoundToStand', actions: 'recordReview' },
          { guard: 'isLetFade', target: 'faded', actions: 'recordFading' },
        ],
        'fade-link': { target: 'faded', actions: 'recordFading' },
      },
    },
    faded: {
      on: {
        ...told,
        ...withdrawing,
        'renew-link': { guard: 'isNotOver', target: 'current', actions: 'recordRenewal' },
      },
    },
    withdrawn: { on: { ...told, 'receive-withdrawal': { actions: 'recordSourceGone' } } },
  },
});

/** What a new link hangs under and is about: its ends in order, as far as they are records. */
function above(payload: RecordLinkPayload): { parentId?: string; subjectId?: string } {
  const [parentId, subjectId] = inOrder([payload.from, payload.to]).map(idAt);
  return { ...(parentId ? { parentId } : {}), ...(subjectId ? { subjectId } : {}) };
}

const recordersOfLinks = [
  ...cleared,
  'police-desk',
  'worker',
  'manager',
  'duty-manager',
  'triage-social-worker',
  'triage-officer',
  'coordinator',
  'licensing-officer',
  'interviewer',
] as const;
const byDesk = { roles: cleared, words: 'the intelligence desk of the police' } as const;

/** The topic of links between children, persons, places and what they share. */
export const links: Topic = {
  name: 'links',
  kind: 'link',
  joins: true,
  machine,
  rules,
  recorders,
  policy: [
    {
      command: 'record-link',
      roles: recordersOfLinks,
      words: 'anyone who works with the records that it joins',
    },
    { command: 'grade-link', ...byDesk },
    { command: 'review-link', ...byDesk },
    { command: 'fade-link', roles: [], clock: 'link-fading', words: 'the clock, when due' },
    { command: 'renew-link', ...byDesk },
    { command: 'withdraw-link', ...byDesk },
    {
      command: 'acknowledge-link',
      roles: caseRoles,
      relation: 'told',
      words: 'whoever works with a linked child and was told of the link',
    },
    { command: 'draw-link', roles: [], system: true, words: 'the drawing of links' },
    { command: 'weigh-link', roles: [], system: true, words: 'the weighing of links' },
  ],
  commands: {
    'record-link': {
      creates: true,
      parentOf: above,
      locks: { named: recordsNamed },
      faults: (context: Context<LinkStanding, RecordLinkPayload>) => [
        ...recordFaults(context),
        ...(context.payload.grade ? gradeFaults(context as never) : []),
      ],
    },
    'draw-link': {
      creates: true,
      parentOf: ({ child, about }: DrawLinkPayload) => ({ parentId: child.id, subjectId: about.id }),
      locks: { named: drawnBetween },
      faults: drawFaults,
    },
    'grade-link': {
      locks: { unseen: true, matched: clusterOfLink },
      faults: gradeFaults,
      also: gradedLinkSteps,
    },
    'review-link': {
      choice: ({ outcome }: ReviewLinkPayload) => outcome,
      choices: linkReviews,
      faults: seenFaults,
    },
    'fade-link': {},
    'renew-link': { faults: seenFaults },
    'withdraw-link': {},
    'acknowledge-link': { appends: true },
    // It moves no number that readers are shown: who holds a child may be so by a case that they may not know of.
    'weigh-link': {
      appends: true,
      locks: { named: toldByWeighing, namedChildren: ['agendaItem'] },
      also: weighingSteps,
    },
  },
  blank: blankLink,
  relations,
  readers,
  closedReaders,
  persons: ({ standing }: StoredRecord<LinkStanding>) => recordsJoined(standing),
  summary: ({ kind, from, to, firstOn, recorded, ended }: LinkStanding) => ({
    title: `${endWords(from)} – ${linkKinds[kind].words} – ${endWords(to).toLowerCase()}${firstOn ? `, ${dayWords(firstOn)}` : ''}`,
    reference: null,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: recorded?.at ?? null,
    closedAt: ended?.at ?? null,
  }),
};
