import { setup } from 'xstate';
import type { AccessRequestStanding } from '../access-requests/standing.js';
import { ruleDueAt } from '../clocks/due.js';
import { graceUntil } from '../grace.js';
import type { Actor, Context, Fault, Reader, StoredRecord } from '../model.js';
import { findPerson } from '../person-named.js';
import { holdsFor } from '../posts.js';
import { caseRoles } from '../roles.js';
import { actionsFrom, type Effect, guardsFrom, type Step, type Topic } from '../topic.js';
import {
  type AccessConsultationStanding,
  type AnswerConsultationPayload,
  type AskAgencyPayload,
  blankConsultation,
} from './standing.js';

type Ctx<P extends object> = Context<AccessConsultationStanding, P>;
type Consultation = StoredRecord<AccessConsultationStanding>;

const clock = 'access-consultation';

function requestOf({ locked }: Pick<Ctx<object>, 'locked'>): StoredRecord<AccessRequestStanding> | undefined {
  return locked.find((one) => one.kind === 'accessRequest') as
    | StoredRecord<AccessRequestStanding>
    | undefined;
}

const recorders = {
  recordQuestion: ({ payload, facts, locked, actor, happened }: Ctx<AskAgencyPayload>): Effect[] => {
    const { requestId, agencyId, contactId, question, items } = payload;
    const who = `user:${contactId}`;
    return [
      { do: 'write', kind: 'consultation', class: 'case', body: { question, items, by: actor.name } },
      {
        do: 'set',
        patch: {
          requestId,
          agencyId,
          contactId,
          contactName: findPerson(facts, contactId)?.name ?? '',
          childId: requestOf({ locked })?.standing.childId ?? null,
          items: items.length,
          asked: { by: actor.userId, at: happened },
        },
      },
      { do: 'start', rule: clock, who },
      { do: 'send', kind: 'consultation-asked', principal: who },
    ];
  },
  recordAnswer: ({ payload, actor, happened }: Ctx<AnswerConsultationPayload>): Effect[] => [
    { do: 'write', kind: 'consultation-answer', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { answered: { by: actor.userId, at: happened, answer: payload.answer } } },
    { do: 'end', rule: clock },
    { do: 'send', kind: 'consultation-answered', principal: 'role:information-governance' },
  ],
};

/** When an agency is asked, and answers. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'access-consultations',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'ask-agency': { target: 'asked', actions: 'recordQuestion' } } },
    asked: { on: { 'answer-consultation': { target: 'answered', actions: 'recordAnswer' } } },
    answered: {},
  },
});

const mostAsked = 20;

function askFaults(context: Ctx<AskAgencyPayload>): Fault[] {
  const { payload, facts } = context;
  const contact = findPerson(facts, payload.contactId);
  const request = requestOf(context);
  if (!request || request.standing.partOf !== null)
    return [{ pointer: '/requestId', code: 'noRequest', detail: 'This is no request that you may see.' }];
  const isOut = request.standing.access?.without?.includes(payload.contactId);
  if (!contact || contact.agencyId !== payload.agencyId || isOut)
    return [
      { pointer: '/contactId', code: 'noContact', detail: 'The contact is somebody with an account there.' },
    ];
  if (Object.keys(request.standing.asked).length >= mostAsked)
    return [{ pointer: '/agencyId', code: 'most', detail: `${mostAsked} agencies are asked already.` }];
  return [];
}

/** Tells the request that an agency was asked, and by when it answers. */
function toRequest({ record, payload, profile, happened }: Ctx<AskAgencyPayload>): Step[] {
  const due = ruleDueAt(profile.clocks[clock], happened, profile) ?? happened;
  const request = { kind: 'accessRequest', id: payload.requestId } as const;
  return [{ record: request, event: 'ask-agency', payload: { id: record.id, due } }];
}

function answered({ record }: Ctx<object>): Step[] {
  const request = { kind: 'accessRequest', id: record.standing.requestId } as const;
  return [{ record: request, event: 'consultation-answered', payload: { id: record.id } }];
}

const governance = ['information-governance', 'caldicott-guardian', 'auditor'];

function readers({ standing }: Consultation): Reader[] {
  const until = standing.answered ? graceUntil(standing.answered.at) : null;
  return [
    ...governance.map((role): Reader => ({ principal: `role:${role}`, class: 'case', until: null })),
    { principal: `user:${standing.contactId}`, class: 'case', until },
  ];
}

/** The topic of consultations: an agency says what speaks against giving out what it wrote. */
export const accessConsultations: Topic = {
  name: 'access-consultations',
  kind: 'accessConsultation',
  machine,
  rules: {},
  recorders,
  policy: [
    { command: 'ask-agency', roles: ['information-governance'], words: 'information governance' },
    { command: 'answer-consultation', roles: caseRoles, relation: 'contact', words: 'whoever was asked' },
  ],
  commands: {
    'ask-agency': {
      creates: true,
      parentOf: ({ requestId }: AskAgencyPayload) => ({ parentId: requestId }),
      locks: { named: ({ requestId }: AskAgencyPayload) => [{ kind: 'accessRequest', id: requestId }] },
      reads: { named: ({ contactId }: AskAgencyPayload) => [{ kind: 'user', id: contactId }] },
      faults: askFaults,
      also: toRequest,
    },
    'answer-consultation': { locks: { parent: 'update', unseen: true }, also: answered },
  },
  blank: blankConsultation,
  relations: (actor: Actor, { standing }: Consultation) =>
    holdsFor(actor, standing.contactId) ? ['contact'] : [],
  readers,
  persons: ({ standing }: Consultation) => (standing.childId ? [standing.childId] : []),
  summary: (standing: AccessConsultationStanding) => ({
    title: 'Consultation',
    reference: null,
    grade: null,
    ownerId: standing.contactId || null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: standing.asked?.at ?? null,
    closedAt: standing.answered?.at ?? null,
  }),
};
