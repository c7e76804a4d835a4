import { setup } from 'xstate';
import { caseAbove, held, holdersRead, relationsOnCase, summaryOnCase } from '../child-cases/on-case.js';
import { regionsOf } from '../child-cases/rules.js';
import { entriesHeld } from '../child-cases/withdrawn-on-case.js';
import { graceUntil } from '../grace.js';
import type { Actor, Context, Fault, Missing, QueueLine, Reader, StoredRecord } from '../model.js';
import { holdsFor } from '../posts.js';
import { longest } from '../readers.js';
import { caseRoles, principalsOf } from '../roles.js';
import { actionsFrom, type GuardContext, guardsFrom, missing, type Topic } from '../topic.js';
import { recorders } from './recorders.js';
import { askedAt } from './stages.js';
import { blankChallenge, type ChallengeStanding, type RaiseChallengePayload } from './standing.js';

type Challenge = StoredRecord<ChallengeStanding>;
type Guard = GuardContext<ChallengeStanding>;

const clock = 'challenge-answer';

const rules = {
  isOnCase: ({ locked, record }: Guard): Missing[] =>
    caseAbove(locked, record) ? [] : missing('noCase', 'This is no case that you may see.', 'nobody'),
  hasNextStage: ({ record }: Guard): Missing[] =>
    record.standing.lastStage
      ? missing('lastStage', 'This is the last stage: it is settled here.', 'the chair of the panel')
      : [],
  isDueForNextStage: (context: Guard): Missing[] => [
    ...rules.hasNextStage(context),
    ...(context.actor.kind === 'clock'
      ? []
      : missing(
          'unanswered',
          'It waits for its answer; where that does not come in time, it goes to the next stage by itself.',
          'who is asked at this stage',
        )),
  ],
};

/** What it learns in every state: who holds the case, who the child is, and of its entries. */
const told = { ...held, ...entriesHeld } as const;

/** When a challenge may be asked what. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'challenges',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: {
      on: { 'raise-challenge': { guard: 'isOnCase', target: 'open', actions: 'recordChallenge' } },
    },
    open: {
      on: {
        ...told,
        'answer-challenge': { target: 'answered', actions: 'recordAnswer' },
        'escalate-challenge': { guard: 'isDueForNextStage', actions: 'recordEscalation' },
        'resolve-challenge': { target: 'resolved', actions: 'recordSettlement' },
        'withdraw-challenge': { target: 'withdrawn', actions: 'recordWithdrawal' },
      },
    },
    answered: {
      on: {
        ...told,
        'escalate-challenge': { guard: 'hasNextStage', target: 'open', actions: 'recordEscalation' },
        'resolve-challenge': { target: 'resolved', actions: 'recordSettlement' },
        'withdraw-challenge': { target: 'withdrawn', actions: 'recordWithdrawal' },
      },
    },
    resolved: { on: told },
    withdrawn: { on: told },
  },
});

const isOpen = ({ standing }: Challenge): boolean => standing.settled === null;

/** After closing what is left to challenge is the closing itself. */
function raiseFaults({
  payload,
  locked,
  record,
}: Context<ChallengeStanding, RaiseChallengePayload>): Fault[] {
  const above = caseAbove(locked, record);
  if (!above || regionsOf(above).work !== 'closed' || payload.about === 'closure') return [];
  return [{ pointer: '/about', code: 'closed', detail: 'The case is closed: challenge the closure itself.' }];
}

/** Somebody who raised it brings it on when he or she says why the answer does not content. */
function escalationFaults({ payload, actor }: Context<ChallengeStanding, { words?: string }>): Fault[] {
  if (actor.kind === 'clock' || payload.words) return [];
  return [{ pointer: '/words', code: 'words', detail: 'Say why the answer does not settle it.' }];
}

function relations(actor: Actor, record: Challenge, locked: readonly StoredRecord[]): string[] {
  const { raised, to } = record.standing;
  const isRaiser = record.version > 0 && holdsFor(actor, raised?.by);
  const own = principalsOf(actor);
  const inPlace = actor.standsInFor ? [`user:${actor.standsInFor}`] : [];
  const isAsked = askedAt({ to }, record.standing).some((one) => own.includes(one) || inPlace.includes(one));
  return [
    ...relationsOnCase(actor, record, locked),
    ...(isRaiser ? ['raiser'] : []),
    ...(record.version > 0 && isAsked && !isRaiser ? ['answerer'] : []),
  ];
}

/**
 * Those who hold the case and those who oversee, the chair among them, read every challenge to it; whoever raised it
 * and whoever is asked at its stage read it until 28 days after it is settled. Whoever raised it may know no more of the
 * case than a receipt: what tells of the child and the history is for the others.
 */
function readers({ standing }: Challenge): Reader[] {
  const until = standing.settled ? graceUntil(standing.settled.at) : null;
  const asked = askedAt(standing, standing).flatMap((principal): Reader[] => [
    { principal, class: 'case', until },
    { principal, class: 'safety', until },
  ]);
  const by = standing.raised?.by;
  return longest([
    ...holdersRead(standing, 'safety', 'case'),
    ...asked,
    ...(by ? [{ principal: `user:${by}`, class: 'safety', until } as const] : []),
  ]);
}

/** Everybody who is asked at the stage has it in the list. */
function queue(record: Challenge): QueueLine[] {
  const { standing, state } = record;
  const running = standing.clocks.find(({ rule }) => rule === clock);
  if (state !== 'open' || !isOpen(record) || !running) return [];
  return askedAt(standing, standing).map((principal) => ({ principal, due: running.due, step: clock }));
}

const raisers = caseRoles.filter((role) => !['auditor', 'observer', 'information-governance'].includes(role));
const raiser = { roles: caseRoles, relation: 'raiser', words: 'whoever raised it' } as const;
const chair = { roles: ['chair', 'deputy-chair'], words: 'the chair of the panel' } as const;

/** The topic of professional challenges: each has stages, and an answer to wait for at each. */
export const challenges: Topic = {
  name: 'challenges',
  kind: 'challenge',
  machine,
  rules,
  recorders,
  policy: [
    { command: 'raise-challenge', roles: raisers, words: 'anyone who may write' },
    {
      command: 'answer-challenge',
      roles: caseRoles,
      relation: 'answerer',
      words: 'who is asked at this stage',
    },
    { command: 'escalate-challenge', ...raiser },
    { command: 'escalate-challenge', roles: [], clock, words: 'the clock, when due' },
    { command: 'resolve-challenge', ...raiser },
    { command: 'resolve-challenge', ...chair },
    { command: 'withdraw-challenge', ...raiser },
  ],
  commands: {
    'raise-challenge': {
      creates: true,
      parentOf: ({ caseId }: RaiseChallengePayload) => ({ parentId: caseId }),
      locks: { named: ({ caseId }: RaiseChallengePayload) => [{ kind: 'childCase', id: caseId }] },
      reads: { all: 'agency' },
      faults: raiseFaults,
    },
    'answer-challenge': {},
    'escalate-challenge': { faults: escalationFaults },
    'resolve-challenge': {},
    'withdraw-challenge': {},
  },
  blank: blankChallenge,
  relations,
  readers,
  persons: ({ standing }: Challenge) => [standing.childId],
  queue,
  summary: (standing: ChallengeStanding) =>
    summaryOnCase(standing, {
      title: standing.words,
      ownerId: standing.raised?.by ?? null,
      openedAt: standing.raised?.at ?? null,
      closedAt: standing.settled?.at ?? null,
    }),
};
