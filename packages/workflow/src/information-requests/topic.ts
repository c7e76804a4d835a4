import { setup } from 'xstate';
import {
  byHolders,
  caseAbove,
  held,
  isOnOpenCase,
  keptOfCaseAbove,
  recordHolder,
  summaryOnCase,
} from '../child-cases/on-case.js';
import { worker } from '../child-cases/principals.js';
import { isRaised } from '../child-cases/standing.js';
import { entriesHeld, entryRecorders } from '../child-cases/withdrawn-on-case.js';
import { recordChildOfCase } from '../children/under-child.js';
import type { Context, Fault, StoredRecord } from '../model.js';
import { findPerson } from '../person-named.js';
import { caseRoles } from '../roles.js';
import { shortened } from '../shortened.js';
import { actionsFrom, type Effect, guardsFrom, type Topic } from '../topic.js';
import { powersCarry } from './powers.js';
import { closedReaders, queue, readers, relations } from './readers.js';
import {
  type AnswerInformationPayload,
  blankInformationRequest,
  type ChaseAnswerPayload,
  type FeedBackPayload,
  type InformationRequestStanding,
  type RequestInformationPayload,
} from './standing.js';

type Ctx<P extends object> = Context<InformationRequestStanding, P>;

const clock = 'information-answer';

const agencyOf = ({ facts, payload }: Pick<Ctx<RequestInformationPayload>, 'facts' | 'payload'>) =>
  facts.related.find((one) => one.kind === 'agency' && one.id === payload.agencyId)?.standing as unknown as
    | { name: string; kind: string }
    | undefined;

/** Who the child is, for the agency that is asked: it reads nothing else of the case. */
function childAsked({ locked, record }: Ctx<object>): { name: string; birthDate: string | null } {
  const child = locked.find((one) => one.kind === 'child')?.standing as
    | { birthDate?: string | null }
    | undefined;
  return { name: caseAbove(locked, record)?.standing.name ?? '', birthDate: child?.birthDate ?? null };
}

const write = (kind: string, body: object): Effect => ({ do: 'write', kind, class: 'safety', body });

/** Whom a request is brought to: the person named, else the managers of the agency. */
const toAsked = ({ contactId, agencyId }: Pick<RequestInformationPayload, 'contactId' | 'agencyId'>) =>
  contactId ? `user:${contactId}` : `agency:${agencyId}:manager`;

const recorders = {
  ...entryRecorders,
  recordRequest: (context: Ctx<RequestInformationPayload>): Effect[] => {
    const { payload, facts, actor, happened, locked, record } = context;
    const above = caseAbove(locked, record);
    if (!above) return [];
    const { agencyId, contactId = null, question, powers, purpose } = payload;
    const who = toAsked(payload);
    return [
      {
        do: 'set',
        patch: {
          ...keptOfCaseAbove(above),
          ...{ agencyId, contactId, powers },
          agencyName: agencyOf(context)?.name ?? '',
          contactName: findPerson(facts, payload.contactId)?.name ?? null,
          question: shortened(question, 160),
          purpose: shortened(purpose, 160),
          asked: { by: actor.userId, name: actor.name, at: happened },
        },
      },
      write('information-request', { ...payload, child: childAsked(context), by: actor.name }),
      { do: 'start', rule: clock, who, raised: isRaised(above.standing) },
      { do: 'send', kind: 'information-asked', principal: who },
    ];
  },
  recordChildOfCase,
  recordHolder: recordHolder(),
  recordAnswer: ({ payload, record, actor, happened }: Ctx<AnswerInformationPayload>): Effect[] => {
    const outside = actor.agencyId !== record.standing.agencyId;
    const decider = payload.decider ?? actor.name;
    return [
      write('information-answer', { ...payload, decider, by: actor.name }),
      {
        do: 'set',
        patch: {
          answered: { outcome: payload.outcome, decider: shortened(decider, 120), at: happened, outside },
        },
      },
      { do: 'end', rule: clock },
      { do: 'send', kind: 'information-answered', principal: worker(record.standing) },
    ];
  },
  recordChase: ({ payload, record, actor, happened }: Ctx<ChaseAnswerPayload>): Effect[] => {
    const { standing } = record;
    const times = (standing.chased?.times ?? 0) + 1;
    const asked = toAsked({
      agencyId: standing.agencyId,
      ...(standing.contactId ? { contactId: standing.contactId } : {}),
    });
    return [
      write('information-chased', { ...payload, times, by: actor.kind === 'clock' ? null : actor.name }),
      { do: 'set', patch: { chased: { times, at: happened } } },
      { do: 'send', kind: 'information-chased', principal: asked },
      ...(standing.contactId
        ? [
            {
              do: 'send',
              kind: 'information-chased',
              principal: `agency:${standing.agencyId}:manager`,
            } as const,
          ]
        : []),
    ];
  },
  recordWithdrawal: ({ payload, actor, happened }: Ctx<{ reason: string }>): Effect[] => [
    write('information-withdrawn', { ...payload, by: actor.name }),
    { do: 'set', patch: { withdrawnAt: happened } },
    { do: 'end', rule: clock, reason: 'Withdrawn' },
  ],
  recordClosing: ({ happened }: Ctx<object>): Effect[] => [
    { do: 'set', patch: { withdrawnAt: happened } },
    { do: 'end', rule: clock, reason: 'The case was closed' },
  ],
  recordFeedback: ({ payload, record, actor, happened }: Ctx<FeedBackPayload>): Effect[] => [
    write('information-fed-back', { ...payload, by: actor.name }),
    { do: 'set', patch: { fedBackAt: happened } },
    { do: 'send', kind: 'information-fed-back', principal: toAskedAgain(record.standing) },
  ],
};

const toAskedAgain = ({ contactId, agencyId }: InformationRequestStanding): string =>
  contactId ? `user:${contactId}` : `agency:${agencyId}:manager`;

const rules = { isOnOpenCase };

/** What it learns in every state: who holds the case, who the child is, and of its entries. */
const told = { ...held, ...entriesHeld } as const;

/** When a request for information may be asked what: the case's own clocks run on meanwhile. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'information-requests',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: {
      on: { 'request-information': { guard: 'isOnOpenCase', target: 'asked', actions: 'recordRequest' } },
    },
    asked: {
      on: {
        ...told,
        'answer-information': { target: 'answered', actions: 'recordAnswer' },
        'chase-answer': { actions: 'recordChase' },
        'withdraw-request': { target: 'withdrawn', actions: 'recordWithdrawal' },
        'close-request': { target: 'withdrawn', actions: 'recordClosing' },
      },
    },
    answered: { on: { ...told, 'feed-back': { actions: 'recordFeedback' } } },
    withdrawn: { on: told },
  },
});

function requestFaults(context: Ctx<RequestInformationPayload>): Fault[] {
  const { payload, facts, actor, locked, record } = context;
  const agency = agencyOf(context);
  if (!agency) return [{ pointer: '/agencyId', code: 'noAgency', detail: 'Choose an agency on the books.' }];
  const faults: Fault[] = [];
  const contact = findPerson(facts, payload.contactId);
  if (payload.contactId && contact?.agencyId !== payload.agencyId)
    faults.push({
      pointer: '/contactId',
      code: 'noContact',
      detail: 'Whoever is asked has an account at that agency.',
    });
  const restricted = caseAbove(locked, record)?.standing.access?.closed;
  if (!payload.contactId && (restricted || payload.agencyId === actor.agencyId))
    faults.push({
      pointer: '/contactId',
      code: 'byName',
      detail: restricted
        ? 'This case is restricted: ask one person by name.'
        : 'Within your own agency ask one person by name.',
    });
  if (!powersCarry(payload.powers, agency.kind))
    faults.push({
      pointer: '/powers',
      code: 'voluntaryPower',
      detail:
        'Section 115 of the Crime and Disorder Act does not carry information to a voluntary body that acts in its own right: record another power as well.',
    });
  return faults;
}

function answerFaults({ payload, actor, record }: Ctx<AnswerInformationPayload>): Fault[] {
  const { outcome, answer, reason, decider } = payload;
  const faults: Fault[] = [];
  if (outcome !== 'refused' && !answer)
    faults.push({ pointer: '/answer', code: 'answer', detail: 'Write what is given.' });
  if (outcome !== 'given' && !reason)
    faults.push({
      pointer: '/reason',
      code: 'reason',
      detail: outcome === 'refused' ? 'Say why it is refused.' : 'Say why not all of it is given.',
    });
  if (!decider && actor.agencyId !== record.standing.agencyId)
    faults.push({
      pointer: '/decider',
      code: 'decider',
      detail: 'Say who answered for the agency: name and role.',
    });
  return faults;
}

const { lead, manages, untaken } = byHolders;
const triageTeam = { roles: ['triage-social-worker', 'triage-officer'], words: 'the triage team' } as const;
const asked = { roles: caseRoles, relation: 'asked', words: 'the agency that is asked' } as const;
const holders = [lead, manages, untaken];

/** The topic of requests for information: an agency is asked, answers, and is told what came of it. */
export const informationRequests: Topic = {
  name: 'information-requests',
  kind: 'informationRequest',
  machine,
  rules,
  recorders,
  policy: [
    ...[
      lead,
      manages,
      triageTeam,
      { ...untaken, roles: ['manager'], words: 'a manager, while no team holds the case' } as const,
    ].map((who) => ({ command: 'request-information', ...who })),
    ...[asked, ...holders].map((who) => ({ command: 'answer-information', ...who })),
    ...holders.map((who) => ({ command: 'chase-answer', ...who })),
    { command: 'chase-answer', roles: [], clock, words: 'the clock, when due' },
    ...holders.map((who) => ({ command: 'withdraw-request', ...who })),
    ...holders.map((who) => ({ command: 'feed-back', ...who })),
  ],
  commands: {
    'request-information': {
      creates: true,
      parentOf: ({ caseId, agencyId }: RequestInformationPayload) => ({
        parentId: caseId,
        subjectId: agencyId,
      }),
      locks: {
        named: ({ caseId }: RequestInformationPayload) => [{ kind: 'childCase', id: caseId }],
        namedParent: true,
      },
      reads: {
        named: ({ agencyId, contactId }: RequestInformationPayload) => [
          { kind: 'agency', id: agencyId },
          ...(contactId ? [{ kind: 'user', id: contactId } as const] : []),
        ],
      },
      faults: requestFaults,
    },
    'answer-information': { faults: answerFaults },
    'chase-answer': {},
    'withdraw-request': {},
    'feed-back': {},
  },
  blank: blankInformationRequest,
  relations,
  readers,
  closedReaders,
  persons: ({ standing }: StoredRecord<InformationRequestStanding>) => [standing.childId],
  queue,
  summary: (standing: InformationRequestStanding) =>
    summaryOnCase(standing, {
      title: standing.question,
      ownerId: standing.contactId,
      openedAt: standing.asked?.at ?? null,
      closedAt: standing.answered?.at ?? standing.withdrawnAt,
    }),
};
