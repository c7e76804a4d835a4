import { setup } from 'xstate';
import { holdsChild } from '../missing-episodes/access.js';
import type { Actor, Context, Reader, StoredRecord } from '../model.js';
import type { Role } from '../roles.js';
import { actionsFrom, guardsFrom, type PolicyRow, type Topic } from '../topic.js';
import { recorders } from './recorders.js';
import {
  endingSteps,
  episodesNamed,
  interviewFaults,
  interviewSteps,
  offerFaults,
  offerSteps,
  rules,
} from './rules.js';
import {
  blankInterview,
  type CloseOfferPayload,
  type OfferInterviewPayload,
  offerEndings,
  type ReturnInterviewStanding,
} from './standing.js';

/** An interview learns who the child is and who holds a case of the child, in every state. */
const kept = {
  'receive-child': { actions: 'recordChildNews' },
  'receive-holder': { actions: 'recordHolder' },
} as const;

/** A young person who declined, or was not reached, may still be heard. */
const heard = { 'record-interview': { target: 'completed', actions: 'recordInterview' } } as const;

/** When a return home interview may be asked what. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'return-interviews',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'offer-interview': { target: 'awaited', actions: 'recordOffer' } } },
    awaited: {
      on: {
        ...kept,
        ...heard,
        'close-offer': [
          { guard: 'hasDeclined', target: 'declined', actions: 'recordNoInterview' },
          { guard: 'isNotReached', target: 'notReached', actions: 'recordNoInterview' },
        ],
      },
    },
    completed: { on: { ...kept, 'receive-submission': { actions: 'recordSubmission' } } },
    declined: { on: { ...kept, ...heard } },
    notReached: { on: { ...kept, ...heard } },
  },
});

/** The relation of holding a case of the child; a new interview asks the absences that it is about. */
function relations(
  actor: Actor,
  record: StoredRecord<ReturnInterviewStanding>,
  locked: readonly StoredRecord[],
): string[] {
  const ids = locked.map(({ id }) => id);
  const principals =
    record.version === 0
      ? episodesNamed({ locked }, ids).flatMap(({ standing }) => standing.holders)
      : record.standing.holders;
  return holdsChild(actor, principals) ? ['holder'] : [];
}

/** Who reads every interview. */
const interviewRoles: readonly Role[] = [
  ...(['triage-social-worker', 'triage-officer', 'coordinator', 'interviewer', 'auditor', 'senior'] as const),
  ...(['information-governance', 'caldicott-guardian'] as const),
];

/** Whether somebody who reads an absence may know its interview: those who read every one, or who hold the child’s case. */
export const readsInterviews = ({ roles }: Pick<Actor, 'roles'>): boolean =>
  roles.some((role) => interviewRoles.includes(role) || role === 'worker' || role === 'manager');

/** Who reads what a young person said: those who hold a case of the child, interviewers, triage, and who oversees. */
function readers({ standing }: StoredRecord<ReturnInterviewStanding>): Reader[] {
  const roles = interviewRoles.map((role) => `role:${role}`);
  const lines: [string, string | null][] = [
    ...Object.entries(standing.former ?? {}),
    ...[...roles, ...standing.holders].map((principal): [string, null] => [principal, null]),
  ];
  return lines.map(([principal, until]) => ({ principal, class: 'case', until }));
}

const given = (command: string): PolicyRow[] => [
  {
    command,
    roles: ['interviewer', 'triage-social-worker', 'coordinator'],
    words: 'the interviewer, triage or the coordinator',
  },
  {
    command,
    roles: ['worker', 'manager'],
    relation: 'holder',
    words: 'whoever holds a case of the child',
  },
];

const answered = { underParent: ['missingEpisode'], unseen: true } as const;

/** The topic of return home interviews. */
export const returnInterviews: Topic = {
  name: 'return-interviews',
  kind: 'returnInterview',
  machine,
  rules,
  recorders,
  policy: ['offer-interview', 'record-interview', 'close-offer'].flatMap(given),
  commands: {
    'offer-interview': {
      creates: true,
      parentOf: ({ childId }: OfferInterviewPayload) => ({ parentId: childId }),
      locks: {
        named: ({ episodeIds }: OfferInterviewPayload) =>
          episodeIds.map((id) => ({ kind: 'missingEpisode', id })),
        namedParent: true,
        unseen: true,
      },
      faults: offerFaults,
      also: offerSteps,
    },
    'record-interview': { locks: answered, faults: interviewFaults, also: interviewSteps },
    'close-offer': {
      locks: answered,
      choice: ({ outcome }: CloseOfferPayload) => outcome,
      choices: offerEndings,
      also: endingSteps,
    },
  },
  blank: blankInterview,
  relations,
  readers,
  persons: ({ standing }: StoredRecord<ReturnInterviewStanding>) => [standing.childId],
  summary: ({ childName, offeredAt, heldAt }: ReturnInterviewStanding) => ({
    title: childName,
    reference: null,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: offeredAt,
    closedAt: heldAt,
  }),
};
