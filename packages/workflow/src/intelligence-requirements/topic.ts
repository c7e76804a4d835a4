import { setup } from 'xstate';
import { localDate } from '../clocks/time-zone.js';
import { graceUntil } from '../grace.js';
import { handledFaults, handledPatch, namedReaders } from '../handled.js';
import { powersCarry } from '../information-requests/powers.js';
import { answeringRoles } from '../information-requests/readers.js';
import { cleared, principalsOfRecipient } from '../intelligence/readers.js';
import type { Access, Actor, Context, Fault, QueueLine, Reader, RecordRef, StoredRecord } from '../model.js';
import { findPerson } from '../person-named.js';
import { holdsFor } from '../posts.js';
import { byRole, readerLines } from '../readers.js';
import { caseRoles } from '../roles.js';
import { shortened } from '../shortened.js';
import { actionsFrom, type Effect, guardsFrom, type Topic } from '../topic.js';
import {
  type AnswerRequirementPayload,
  blankRequirement,
  type IntelligenceRequirementStanding,
  type RaiseRequirementPayload,
  type RequirementReasonPayload,
} from './standing.js';

type Ctx<P extends object> = Context<IntelligenceRequirementStanding, P>;
type Requirement = StoredRecord<IntelligenceRequirementStanding>;

const clock = 'requirement-answer';

const agencyOf = ({ facts, payload }: Ctx<RaiseRequirementPayload>) =>
  facts.related.find((one) => one.kind === 'agency' && one.id === payload.agencyId)?.standing as unknown as
    | { name: string; kind: string }
    | undefined;

const whole = ['safety', 'case'] as const;

/** Of a question with conditions: whoever raised it and those named read it with its answer, whoever is asked the question. */
function handled({ payload, actor }: Ctx<RaiseRequirementPayload>) {
  const { contactId, readers = [] } = payload;
  const named = namedReaders([actor.userId, ...readers], [...whole]);
  const asked = named.some(({ userId }) => userId === contactId) ? [] : [contactId ?? null];
  return handledPatch(payload, [...named, ...namedReaders(asked, ['safety'])]);
}

/** Whoever was asked with conditions reads the question until 28 days after its end, as anybody does who was asked. */
function afterwards({ record, happened }: Ctx<object>): { access?: Access } {
  const { access, contactId } = record.standing;
  if (!access?.closed) return {};
  const until = graceUntil(happened);
  const named = access.named?.map((one) =>
    one.userId === contactId && !one.classes.includes('case') ? { ...one, until } : one,
  );
  return { access: { ...access, named: named ?? [] } };
}

const recorders = {
  recordRequirement: (context: Ctx<RaiseRequirementPayload>): Effect[] => {
    const { payload, actor, happened } = context;
    const { agencyId, contactId = null, question, by, from } = payload;
    const [who = ''] = principalsOfRecipient({ agencyId, contactId });
    return [
      {
        do: 'set',
        patch: {
          ...{ agencyId, contactId, by, from },
          agencyName: agencyOf(context)?.name ?? '',
          question: shortened(question, 160),
          raised: { by: actor.userId, name: actor.name, at: happened },
          ...handled(context),
        },
      },
      {
        do: 'write',
        kind: 'intelligence-requirement',
        class: 'safety',
        body: { ...payload, agencyIds: [agencyId], recipients: contactId ? [contactId] : [], by: actor.name },
      },
      { do: 'start', rule: clock, who, due: by },
      { do: 'send', kind: 'requirement-raised', principal: who },
    ];
  },
  recordAnswer: (context: Ctx<AnswerRequirementPayload>): Effect[] => {
    const { payload, record, actor, happened } = context;
    const { raised } = record.standing;
    return [
      { do: 'write', kind: 'requirement-answer', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'set', patch: { answered: { outcome: payload.outcome, at: happened }, ...afterwards(context) } },
      { do: 'end', rule: clock },
      ...(raised?.by
        ? [{ do: 'send', kind: 'requirement-answered', principal: `user:${raised.by}` } as const]
        : []),
    ];
  },
  recordWithdrawal: (context: Ctx<RequirementReasonPayload>): Effect[] => [
    {
      do: 'write',
      kind: 'requirement-withdrawn',
      class: 'safety',
      body: { ...context.payload, by: context.actor.name },
    },
    { do: 'set', patch: { withdrawnAt: context.happened, ...afterwards(context) } },
    { do: 'end', rule: clock, reason: 'Withdrawn' },
  ],
};

/** When a requirement may be answered or withdrawn: once. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'intelligence-requirements',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'raise-requirement': { target: 'asked', actions: 'recordRequirement' } } },
    asked: {
      on: {
        'answer-requirement': { target: 'answered', actions: 'recordAnswer' },
        'withdraw-requirement': { target: 'withdrawn', actions: 'recordWithdrawal' },
      },
    },
    answered: {},
    withdrawn: {},
  },
});

/** Words that would have a child obtain information. */
const asksChild =
  /\b(ask|get|have|tell|encourage|send|question)\b[^.?!]{0,40}\b(child|girl|boy|young person|her|him|them|teenager|victim)\b/i;

function raiseFaults(context: Ctx<RaiseRequirementPayload>): Fault[] {
  const { payload, facts, profile, at } = context;
  const faults: Fault[] = handledFaults(payload);
  if (payload.handling === 'C' && !payload.contactId)
    faults.push({
      pointer: '/contactId',
      code: 'asked',
      detail: 'With conditions one person is asked by name: choose who.',
    });
  const agency = agencyOf(context);
  if (!agency)
    faults.push({ pointer: '/agencyId', code: 'noAgency', detail: 'Choose an agency on the books.' });
  if (payload.contactId && findPerson(facts, payload.contactId)?.agencyId !== payload.agencyId)
    faults.push({
      pointer: '/contactId',
      code: 'noContact',
      detail: 'Whoever is asked has an account at that agency.',
    });
  if (payload.by <= localDate(at, profile.timeZone))
    faults.push({ pointer: '/by', code: 'past', detail: 'The day by which it is answered lies ahead.' });
  if (asksChild.test(payload.question))
    faults.push({
      pointer: '/question',
      code: 'asksChild',
      detail:
        'A child is never asked to obtain information, directly or through a worker. Ask the agency what it knows already.',
    });
  if (agency && !powersCarry(payload.powers, agency.kind))
    faults.push({
      pointer: '/powers',
      code: 'voluntaryPower',
      detail:
        'Section 115 alone does not carry information to a voluntary body: record another power as well.',
    });
  return faults;
}

function answerFaults({ payload }: Ctx<AnswerRequirementPayload>): Fault[] {
  const { outcome, answer, reason } = payload;
  if (outcome === 'answered' && !answer)
    return [{ pointer: '/answer', code: 'answer', detail: 'Write what is known.' }];
  if (outcome === 'refused' && !reason)
    return [{ pointer: '/reason', code: 'reason', detail: 'Say why it is refused.' }];
  return [];
}

function relations(actor: Actor, { standing, version }: Requirement): string[] {
  if (version === 0) return [];
  const { agencyId, contactId, raised } = standing;
  const answers = actor.agencyId === agencyId && actor.roles.some((role) => answeringRoles.includes(role));
  const isAsked = holdsFor(actor, contactId) || (contactId === null && answers);
  return [...(isAsked ? ['asked'] : []), ...(holdsFor(actor, raised?.by) ? ['asker'] : [])];
}

/** The desk and whoever raised it read it with its answer; whoever is asked reads the question until 28 days after. */
function readers({ standing }: Requirement): Reader[] {
  const { raised, answered, withdrawnAt } = standing;
  const ended = answered?.at ?? withdrawnAt;
  const askers = [...byRole(cleared), ...(raised?.by ? [`user:${raised.by}`] : [])];
  return [
    ...readerLines(askers, whole),
    { principal: 'role:auditor', class: 'safety', until: null },
    ...principalsOfRecipient(standing)
      .filter((principal) => !askers.includes(principal))
      .map((principal): Reader => ({ principal, class: 'safety', until: ended ? graceUntil(ended) : null })),
  ];
}

/** What is asked stands in the lists of all who may answer. */
function queue({ state, standing }: Requirement): QueueLine[] {
  const running = standing.clocks.find(({ rule }) => rule === clock);
  if (state !== 'asked' || !running) return [];
  return principalsOfRecipient(standing).map((principal) => ({ principal, due: running.due, step: clock }));
}

const raisers = [...cleared, 'chair', 'deputy-chair', 'coordinator', 'manager', 'senior'] as const;
const byAsker = { roles: caseRoles, relation: 'asker', words: 'whoever raised it' } as const;

/** The topic of intelligence requirements: a question to an agency, by when, and its answer. */
export const intelligenceRequirements: Topic = {
  name: 'intelligence-requirements',
  kind: 'intelligenceRequirement',
  machine,
  rules: {},
  recorders,
  policy: [
    {
      command: 'raise-requirement',
      roles: raisers,
      words: 'the intelligence desk, the chair, the coordinator or a manager',
    },
    {
      command: 'answer-requirement',
      roles: caseRoles,
      relation: 'asked',
      words: 'the agency that is asked',
    },
    { command: 'withdraw-requirement', ...byAsker },
    { command: 'withdraw-requirement', roles: cleared, words: 'the intelligence desk' },
  ],
  commands: {
    'raise-requirement': {
      creates: true,
      parentOf: ({ agencyId }: RaiseRequirementPayload) => ({ subjectId: agencyId }),
      reads: {
        named: ({ agencyId, contactId }: RaiseRequirementPayload): RecordRef[] => [
          { kind: 'agency', id: agencyId },
          ...(contactId ? [{ kind: 'user', id: contactId } as const] : []),
        ],
      },
      faults: raiseFaults,
    },
    'answer-requirement': { faults: answerFaults },
    'withdraw-requirement': {},
  },
  blank: blankRequirement,
  relations,
  readers,
  closedReaders: () => readerLines(byRole(['intelligence-supervisor']), whole),
  persons: () => [],
  queue,
  summary: ({ question, contactId, raised, answered, withdrawnAt }: IntelligenceRequirementStanding) => ({
    title: question,
    reference: null,
    grade: null,
    ownerId: contactId,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: raised?.at ?? null,
    closedAt: answered?.at ?? withdrawnAt,
  }),
};
