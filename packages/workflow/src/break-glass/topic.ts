import { setup } from 'xstate';
import { manager as managerOf } from '../child-cases/principals.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { childCases } from '../child-cases/topic.js';
import { instantMs, instantOf } from '../clocks/time-zone.js';
import type { Access, Actor, Context, Fault, Missing, Reader, RecordRef, StoredRecord } from '../model.js';
import { classesRead, readersOf, withinReach } from '../readers.js';
import { partnerRoles, type Role } from '../roles.js';
import {
  actionsFrom,
  type Effect,
  type GuardContext,
  guardsFrom,
  missing,
  otherWay,
  type PolicyRow,
  type Step,
  type Topic,
} from '../topic.js';
import { closeFor, hourFrom, openFor } from './access-for-an-hour.js';
import type {
  BreakGlassStanding,
  CloseRecordPayload,
  DecideReviewPayload,
  OpenRecordPayload,
} from './standing.js';

type Ctx<P extends object> = Context<BreakGlassStanding, P>;
type Guard = GuardContext<BreakGlassStanding>;

const dayMs = 86_400_000;
/** So many tries that opened nothing within a day, and a further one is refused: references are not to be guessed. */
const mostTries = 5;

/** Earlier times of the same person that fell within so many days. */
function before(context: Pick<Guard, 'facts' | 'actor' | 'at'>, days: number): BreakGlassStanding[] {
  const since = instantOf(instantMs(context.at) - days * dayMs);
  return context.facts.related
    .filter((one) => one.kind === 'breakGlass' && (one.standing as BreakGlassStanding).openedAt > since)
    .map((one) => one.standing as BreakGlassStanding)
    .filter(({ askedBy }) => askedBy === context.actor.userId);
}

const tooMany = (context: Guard): Missing[] =>
  before(context, 1).filter(({ caseId }) => caseId === null).length < mostTries
    ? []
    : missing(
        'tooManyTries',
        'Too many references were tried today. Ring the manager on duty.',
        'information governance',
      );

const rules = {
  isNothing: (context: Guard) => [
    ...otherWay(context.choice === 'nothing', 'no record'),
    ...tooMany(context),
  ],
  isFound: (context: Guard) => [...otherWay(context.choice === 'found', 'a record'), ...tooMany(context)],
  isStillOpen: ({ record, at }: Guard): Missing[] =>
    at < record.standing.until ? [] : missing('overAlready', 'The hour is over.', 'nobody'),
  isReviewedByAnother: ({ record, actor }: Guard): Missing[] =>
    record.standing.askedBy !== actor.userId
      ? []
      : missing('samePerson', 'Nobody reviews what he or she opened.', 'another reviewer'),
};

const caseIn = ({ locked }: Pick<Ctx<object>, 'locked'>) =>
  locked.find((one) => one.kind === 'childCase') as StoredRecord<ChildCaseStanding> | undefined;

const overseers = ['role:caldicott-guardian', 'role:information-governance'] as const;
/** Who is told besides the manager: of a case whose existence is closed the guardian alone. */
const toldOf = (access: Access | undefined) => (access?.closed ? [overseers[0]] : overseers);
const tell = (kind: string, principals: readonly string[]): Effect[] =>
  [...new Set(principals)].map((principal) => ({ do: 'send', kind, principal }));

function asked(context: Ctx<OpenRecordPayload>): Partial<BreakGlassStanding> {
  const { actor, payload } = context;
  const year = before(context, 365);
  return {
    reference: payload.reference,
    reason: payload.reason,
    askedBy: actor.userId ?? '',
    askedByName: actor.name,
    agencyId: actor.agencyId,
    openedAt: context.at,
    timesBefore: year.filter(({ caseId }) => caseId !== null).length,
    triesBefore: year.filter(({ caseId }) => caseId === null).length,
  };
}

const recorders = {
  recordOpening: (context: Ctx<OpenRecordPayload>): Effect[] => {
    const { at, payload } = context;
    const opened = caseIn(context) as StoredRecord<ChildCaseStanding>;
    const [manager = ''] = withinReach(opened.standing.access, managerOf(opened.standing.team));
    const { caseId, childId } = payload as Required<OpenRecordPayload>;
    const patch = { ...asked(context), caseId, childId, manager, until: hourFrom(at) };
    return [
      { do: 'set', patch },
      { do: 'write', kind: 'break-glass', class: 'case', body: payload },
      { do: 'start', rule: 'break-glass-review', who: 'role:caldicott-guardian' },
      ...tell('glass-broken', [...toldOf(opened.standing.access), manager]),
    ];
  },
  recordTry: (context: Ctx<OpenRecordPayload>): Effect[] => [
    { do: 'set', patch: { ...asked(context), until: hourFrom(context.at) } },
    { do: 'write', kind: 'break-glass', class: 'case', body: context.payload },
    ...tell('glass-tried', ['role:information-governance']),
  ],
  recordClosing: ({ at, actor }: Ctx<CloseRecordPayload>): Effect[] => [
    { do: 'set', patch: { until: at } },
    { do: 'write', kind: 'break-glass-closed', class: 'case', body: { by: actor.name } },
  ],
  recordReview: ({ payload, actor, at, record }: Ctx<DecideReviewPayload>): Effect[] => [
    { do: 'set', patch: { review: { finding: payload.finding, by: actor.name, at } } },
    { do: 'write', kind: 'break-glass-review', class: 'case', body: payload },
    { do: 'end', rule: 'break-glass-review' },
    ...tell(payload.finding === 'justified' ? 'glass-justified' : 'glass-not-justified', [
      `user:${record.standing.askedBy}`,
      ...toldOf(record.standing.access),
    ]),
  ],
};

/** When a break-glass may be asked what. That the hour is over is a matter of time, and no state. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'break-glass',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: {
      on: {
        'open-record': [
          { guard: 'isFound', target: 'awaitingReview', actions: 'recordOpening' },
          { guard: 'isNothing', target: 'nothingOpened', actions: 'recordTry' },
        ],
      },
    },
    awaitingReview: {
      on: {
        'close-record': { guard: 'isStillOpen', actions: 'recordClosing' },
        'decide-review': { guard: 'isReviewedByAnother', target: 'reviewed', actions: 'recordReview' },
      },
    },
    reviewed: { on: { 'close-record': { guard: 'isStillOpen', actions: 'recordClosing' } } },
    nothingOpened: {},
  },
});

/** A record that the person reads anyhow is not opened by breaking glass: nobody is told for nothing. */
function openFaults(context: Ctx<OpenRecordPayload>): Fault[] {
  const found = caseIn(context);
  const { actor, at, payload } = context;
  if (!found)
    return payload.caseId
      ? [{ pointer: '/reference', code: 'noRecord', detail: 'No case has this reference.' }]
      : [];
  if (!classesRead(readersOf(childCases, found, at), actor, at).includes('case')) return [];
  return [
    { pointer: '/reference', code: 'readsAlready', detail: 'You may open this record: no need to ask.' },
  ];
}

/** What was opened must be there to be closed. */
function closeFaults({ locked, record }: Ctx<CloseRecordPayload>): Fault[] {
  const there = locked.some(({ id }) => id === record.standing.caseId);
  return there ? [] : [{ pointer: '', code: 'noCase', detail: 'The record that was opened is not there.' }];
}

const isChildOrCase = ({ kind }: StoredRecord) => kind === 'childCase' || kind === 'child';

function openSteps({ locked, record, actor, at }: Ctx<OpenRecordPayload>): Step[] {
  const { until } = record.standing;
  return locked.filter(isChildOrCase).map((one) => openFor(one, actor.userId as string, { at, until }));
}

function closeSteps({ locked, record, at }: Ctx<CloseRecordPayload>): Step[] {
  return locked.filter(isChildOrCase).map((one) => closeFor(one, record.standing.askedBy, at));
}

const opened = ({ caseId, childId }: CloseRecordPayload): RecordRef[] => [
  ...(caseId ? [{ kind: 'childCase' as const, id: caseId }] : []),
  ...(childId ? [{ kind: 'child' as const, id: childId }] : []),
];

/** Whoever works with children may break the glass; those who oversee, who watch and who refer may not. */
const openers: readonly Role[] = [
  ...partnerRoles,
  'advocate',
  'receiving-area-worker',
  'triage-social-worker',
  'triage-officer',
  'manager',
  'duty-manager',
  'out-of-hours',
  'senior',
  'coordinator',
  'chair',
  'deputy-chair',
  'substitute',
  'intelligence-officer',
  'intelligence-supervisor',
  'police-desk',
];
const reviewers = ['caldicott-guardian', 'information-governance'] as const;

const policy: readonly PolicyRow[] = [
  { command: 'open-record', roles: openers, words: 'somebody who works with children' },
  { command: 'close-record', roles: openers, relation: 'asker', words: 'whoever opened it' },
  { command: 'close-record', roles: reviewers, words: 'the Caldicott guardian or information governance' },
  { command: 'decide-review', roles: reviewers, words: 'the Caldicott guardian or information governance' },
];

/** Whoever asked reads his or her own words: not how often before, nor what the review says. */
const ownWords = ({ askedBy }: BreakGlassStanding): Reader => ({
  principal: `user:${askedBy}`,
  class: 'receipt',
  until: null,
});

function readers({ standing }: StoredRecord<BreakGlassStanding>): Reader[] {
  const { manager } = standing;
  const all = [...overseers, 'role:auditor', ...(manager ? [manager] : [])];
  const whole = [...new Set(all)].map((principal): Reader => ({ principal, class: 'case', until: null }));
  return [...whole, ownWords(standing)];
}

/** Of the opening of a case whose existence is closed the guardian keeps the review; those named read it beside the case. */
const closedReaders = ({ standing }: StoredRecord<BreakGlassStanding>): Reader[] => [
  { principal: overseers[0], class: 'case', until: null },
  ownWords(standing),
];

/**
 * The topic of break-glass: somebody without access opens a case for an hour, says why, and answers for it. Whether a
 * record has the reference is told to nobody but whom it opens to.
 */
export const breakGlass: Topic = {
  name: 'break-glass',
  kind: 'breakGlass',
  machine,
  rules,
  recorders,
  policy,
  commands: {
    'open-record': {
      creates: true,
      parentOf: ({ caseId }: OpenRecordPayload) => (caseId ? { subjectId: caseId } : {}),
      locks: { named: opened },
      reads: { all: 'breakGlass' },
      choice: ({ caseId }: OpenRecordPayload) => (caseId ? 'found' : 'nothing'),
      choices: ['found', 'nothing'],
      faults: openFaults,
      also: openSteps,
    },
    'close-record': { locks: { named: opened }, faults: closeFaults, also: closeSteps },
    'decide-review': {
      choice: ({ finding }: DecideReviewPayload) => finding,
      choices: ['justified', 'not-justified'],
    },
  },
  blank: {
    clocks: [],
    reference: '',
    reason: '',
    askedBy: '',
    askedByName: '',
    agencyId: null,
    caseId: null,
    childId: null,
    manager: null,
    openedAt: '',
    until: '',
    timesBefore: 0,
    triesBefore: 0,
    review: null,
  } as BreakGlassStanding,
  relations: (actor: Actor, { standing }: StoredRecord<BreakGlassStanding>) =>
    standing.askedBy !== '' && standing.askedBy === actor.userId ? ['asker'] : [],
  readers,
  closedReaders,
  persons: ({ standing }: StoredRecord<BreakGlassStanding>) => (standing.childId ? [standing.childId] : []),
  summary: (standing: BreakGlassStanding) => ({
    title: `Break-glass by ${standing.askedByName}`,
    reference: null,
    grade: null,
    ownerId: standing.askedBy || null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: standing.openedAt || null,
    closedAt: standing.until || null,
  }),
};
