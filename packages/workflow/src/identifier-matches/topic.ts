import { setup } from 'xstate';
import type { Actor, Context, Fault, Reader, RecordRef, StoredRecord } from '../model.js';
import { longest, readerLines } from '../readers.js';
import { caseRoles, principalsOf } from '../roles.js';
import { actionsFrom, type Effect, guardsFrom, otherWay, type Topic } from '../topic.js';
import { isKeptBack, socialCareLead } from './end-now.js';
import { closedOfEnds, followedEffects, inOrderOfOwner, keptFor } from './following.js';
import { readBefore, readFaults } from './moved-on.js';
import { isToldAtOnce, openPair, workersOf } from './open-pair.js';
import {
  blankMatch,
  type DecideMatchPayload,
  type IdentifierMatchStanding,
  matchDecisions,
  matchEndings,
  type ProposeMatchPayload,
  type WeighMatchPayload,
  type WithdrawMatchPayload,
} from './standing.js';

type Ctx<P extends object> = Context<IdentifierMatchStanding, P>;
type Match = StoredRecord<IdentifierMatchStanding>;

const clock = 'identifier-match';

/** Whether a record says that a child may be in danger now. */
function isDangerous({ locked }: Context<IdentifierMatchStanding>, ...refs: RecordRef[]): boolean {
  return refs.some(({ id }) => {
    const { danger } = (locked.find((one) => one.id === id)?.standing ?? {}) as { danger?: unknown };
    return Boolean(danger);
  });
}

const plain = ({ kind, id }: RecordRef): RecordRef => ({ kind, id });

/** Who is told once the match is made known: the other owner, and those who work with the child who were not told before. */
function toldByDecision({ otherOwner, workers }: IdentifierMatchStanding): string[] {
  return [otherOwner, ...(workers && !workers.told ? workers.principals : [])];
}

/** Whoever makes a match known does so knowing what is closed of it; whoever keeps it back opens it to nobody who was told before. */
function openedBy({ closedEnds, keptFromLead }: IdentifierMatchStanding): Effect {
  const toLead = keptFromLead ? { keptFromLead: false } : {};
  return { do: 'set', patch: { closedWhenTold: closedEnds, keptBack: false, ...toLead } };
}

const recorders = {
  recordMatch: (context: Ctx<ProposeMatchPayload>): Effect[] => {
    const { payload, happened, locked } = context;
    const { known, fresh, identifier, fit } = payload;
    const pair = openPair(known, fresh);
    const { own, other } = inOrderOfOwner(known, fresh);
    const find = (ref: RecordRef) => locked.find(({ id }) => id === ref.id);
    const lasting = (ref: RecordRef) => {
      const { named = [], without } = find(ref)?.standing.access ?? {};
      return { named: named.filter(({ until }) => until === null), ...(without ? { without } : {}) };
    };
    const kept = keptFor({ ...own, ...lasting(own) }, { ...other, ...lasting(other) });
    const closedEnds = closedOfEnds(
      [own, other].map((one) => {
        const record = find(one);
        return { ...one, ...(record && isKeptBack(record) ? { keptBack: true } : {}) };
      }),
    );
    const workers = pair && {
      principals: workersOf(find(other)),
      told: isToldAtOnce(find(own), find(other)),
    };
    const told = workers?.told ? workers.principals : [];
    const danger = isDangerous(context, known, fresh);
    const who = kept.owner;
    return [
      {
        do: 'set',
        patch: {
          ...{ identifier, fit, danger },
          own: plain(own),
          other: plain(other),
          ...kept,
          otherOwner: other.owner,
          otherClosed: other.closed,
          ...(workers ? { workers } : {}),
          proposedAt: happened,
          ...{ closedEnds, closedWhenTold: closedEnds },
        },
      },
      { do: 'find', terms: [own, other].map(({ id }) => ({ kind: 'matchEnd', term: id })) },
      { do: 'start', rule: clock, who, raised: danger },
      { do: 'send', kind: 'identifier-match', principal: who },
      ...told.map((principal) => ({ do: 'send', kind: 'identifier-match-told', principal }) as const),
      ...(danger && !payload.alarmed
        ? [{ do: 'send', kind: 'identifier-match-danger', principal: socialCareLead } as const]
        : []),
    ];
  },
  recordDecision: ({ payload, record, actor, happened }: Ctx<DecideMatchPayload>): Effect[] => [
    { do: 'write', kind: 'match-decision', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { decided: { decision: payload.decision, by: actor.userId, at: happened } } },
    ...(payload.decision === 'same-told' ? [openedBy(record.standing)] : []),
    { do: 'end', rule: clock },
    ...(payload.decision === 'same-told' ? toldByDecision(record.standing) : []).map(
      (principal) => ({ do: 'send', kind: 'identifier-match-told', principal }) as const,
    ),
  ],
  // Whoever was told of the match hears that it is over: its owner, those who work with the child, and the lead on duty.
  recordWithdrawal: ({ payload, record, happened, actor }: Ctx<WithdrawMatchPayload>): Effect[] => {
    const { owner, workers, danger, keptBack, keptFromLead } = record.standing;
    const those = workers?.told && !keptBack ? workers.principals : [];
    const told = [owner, ...those, ...(danger && !keptFromLead ? [socialCareLead] : [])];
    const reasons = matchEndings[payload.why ?? 'link'];
    return [
      {
        ...{ do: 'write', kind: 'match-withdrawn', class: 'case' },
        body: { reasons, by: actor.name },
      },
      { do: 'set', patch: { withdrawnAt: happened } },
      { do: 'endAll', reason: reasons },
      ...[...new Set(told)].map(
        (principal) => ({ do: 'send', kind: 'identifier-match-withdrawn', principal }) as const,
      ),
    ];
  },
  recordEnds: ({ payload, record }: Ctx<WeighMatchPayload>): Effect[] =>
    followedEffects(record, payload, clock),
};

const rules = {
  isMadeKnown: ({ choice }: { choice: string | undefined }) =>
    otherWay(choice === 'same-told', 'the same, made known'),
  isKeptBack: ({ choice }: { choice: string | undefined }) =>
    otherWay(choice === 'same-kept', 'the same, kept back'),
  isNotTheSame: ({ choice }: { choice: string | undefined }) =>
    otherWay(choice === 'not-the-same', 'two that are not the same'),
};

/** What a match learns of its records, whatever has become of it. */
const told = { 'weigh-match': { actions: 'recordEnds' } } as const;

/**
 * When a match may be decided: once, by whoever has the record; who keeps it back may make it known later. One that nobody
 * has decided ends with the last link on which it rests, and with what told of it.
 */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'identifier-matches',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'propose-match': { target: 'proposed', actions: 'recordMatch' } } },
    proposed: {
      on: {
        ...told,
        'decide-match': [
          { guard: 'isMadeKnown', target: 'confirmed', actions: 'recordDecision' },
          { guard: 'isKeptBack', target: 'keptBack', actions: 'recordDecision' },
          { guard: 'isNotTheSame', target: 'notTheSame', actions: 'recordDecision' },
        ],
        'withdraw-match': { target: 'withdrawn', actions: 'recordWithdrawal' },
      },
    },
    keptBack: {
      on: {
        ...told,
        'decide-match': { guard: 'isMadeKnown', target: 'confirmed', actions: 'recordDecision' },
      },
    },
    confirmed: { on: told },
    notTheSame: { on: told },
    withdrawn: { on: told },
  },
});

function decideFaults({ payload, record }: Ctx<DecideMatchPayload>): Fault[] {
  if (!record.standing.danger || payload.lead) return [];
  return [
    {
      pointer: '/lead',
      code: 'lead',
      detail: 'A child may be in danger: decide with the social care lead on duty, and write who that is.',
    },
  ];
}

/** Its owner is whoever the match was brought to, and everybody named on the owner's closed record. */
function relations(actor: Actor, { standing, version }: Match): string[] {
  if (version === 0) return [];
  const own = principalsOf(actor);
  const named = (standing.access?.named ?? []).map(({ userId }) => `user:${userId}`);
  return [standing.owner, ...named].some((one) => own.includes(one)) ? ['owner'] : [];
}

/**
 * Nobody but its owner reads a match; the lead on duty where a child may be in danger; those who
 * work with a child that shares something with a person or place on the books; the other owner once told. Those told, the
 * lead among them, read nothing of it while one of the two may be known to fewer than when they were.
 */
function closedReaders({ standing }: Match): Reader[] {
  const { owner, otherOwner, danger, workers, decided, access, keptBack, keptFromLead } = standing;
  const isMadeKnown = decided?.decision === 'same-told' && !keptBack;
  const isTold = isMadeKnown || (workers?.told && !keptBack);
  const principals = [
    ...((access?.named ?? []).length === 0 ? [owner] : []),
    ...(danger && !keptFromLead ? [socialCareLead] : []),
    ...(isTold ? (workers?.principals ?? []) : []),
    ...(isMadeKnown ? [otherOwner] : []),
  ];
  const former = Object.entries((isTold && workers?.former) || {});
  return longest([
    ...readerLines(principals, ['case']),
    ...former.map(([principal, until]): Reader => ({ principal, class: 'case', until })),
  ]);
}

/** The topic of matches of identifiers: found by the system, told to the owner of the record alone, and decided there. */
export const identifierMatches: Topic = {
  name: 'identifier-matches',
  kind: 'identifierMatch',
  machine,
  rules,
  recorders,
  policy: [
    { command: 'propose-match', roles: [], system: true, words: 'the matching' },
    { command: 'withdraw-match', roles: [], system: true, words: 'the matching' },
    { command: 'weigh-match', roles: [], system: true, words: 'the matching' },
    {
      command: 'decide-match',
      roles: caseRoles,
      relation: 'owner',
      words: 'whoever has the record',
    },
  ],
  commands: {
    'propose-match': {
      creates: true,
      locks: { named: ({ known, fresh }: ProposeMatchPayload) => [plain(known), plain(fresh)] },
      faults: readFaults,
    },
    'withdraw-match': { locks: { named: readBefore }, faults: readFaults },
    'weigh-match': { locks: { named: readBefore }, faults: readFaults },
    'decide-match': {
      choice: ({ decision }: DecideMatchPayload) => decision,
      choices: matchDecisions,
      faults: decideFaults,
    },
  },
  tellsOfOthers: ['weigh-match'],
  blank: blankMatch,
  relations,
  readers: closedReaders,
  closedReaders,
  persons: () => [],
  summary: ({ identifier, proposedAt, decided, withdrawnAt }: IdentifierMatchStanding) => ({
    title: `A match by ${identifier}`,
    reference: null,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: proposedAt || null,
    closedAt: decided?.at ?? withdrawnAt ?? null,
  }),
};
