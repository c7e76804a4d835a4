import { setup } from 'xstate';
import type { HolderNews } from '../child-cases/holder-steps.js';
import type { ChildDescription } from '../child-cases/payloads.js';
import { childName } from '../child-cases/record-referral.js';
import { type Leavers, leaversAfter } from '../grace.js';
import type { Context, Reader, SearchTerm, Standing, StoredRecord } from '../model.js';
import { actionsFrom, type Effect, guardsFrom, type Topic } from '../topic.js';

/** Placement and legal status of a looked-after child, as a return gives it. */
export interface ChildStatus {
  legalStatus: string;
  placement: string;
  since: string;
  until: string | null;
}

/** What is held of a child, apart from any case. */
export interface ChildStanding extends Standing {
  name: string;
  chosenName: string | null;
  birthDate: string | null;
  sex: string | null;
  ethnicity: string | null;
  upn: { value: string; verified: boolean } | null;
  localId: string | null;
  status: ChildStatus | null;
  /** Missing episodes on the books by start day, newest last, at most forty: enough for any window of months. */
  episodes: { start: string; end: string | null }[];
  /** The as-at day of the latest referral proposal that the episodes made; absent where none was. */
  proposedAsAt?: string;
  /** Case ids of this child, newest last, at most sixteen. */
  cases: string[];
  /** Who holds the child's cases, the newest last, at most six: they read the child. */
  holders: Holder[];
  /** The latest two who held one until lately, by principal: they read on for their days of grace. */
  former?: Leavers;
}

/** The team and the worker that hold a case of the child. */
export interface Holder {
  caseId: string;
  team: string | null;
  workerId: string | null;
}

const holdersKept = 6;
const formerKept = 2;
const casesKept = 16;

const blank: ChildStanding = {
  clocks: [],
  name: '',
  chosenName: null,
  birthDate: null,
  sex: null,
  ethnicity: null,
  upn: null,
  localId: null,
  status: null,
  episodes: [],
  cases: [],
  holders: [],
};

/** A child put on the books, by a referral or by a return. */
export interface RecordChildPayload extends ChildDescription {
  localId?: string;
  ethnicity?: string;
  upn?: { value: string; verified: boolean };
  from: string;
  /** The case of the referral that put the child on the books. */
  caseId?: string;
}

/** An episode as its own record tells the child, and the as-at day of the proposal that it made. */
interface EpisodeNews {
  start: string;
  end: string | null;
  proposedAsAt?: string;
}

export interface RecordStatusPayload {
  legalStatus: string;
  placement: string;
  since: string;
  until?: string;
}

type Ctx<P extends object> = Context<ChildStanding, P>;

function termsOf(payload: RecordChildPayload, name: string): SearchTerm[] {
  const terms: SearchTerm[] = [{ kind: 'name', term: name }];
  if (payload.chosenName) terms.push({ kind: 'name', term: payload.chosenName });
  if (payload.birthDate) terms.push({ kind: 'birthDate', term: payload.birthDate });
  if (payload.localId) terms.push({ kind: 'localId', term: payload.localId });
  if (payload.upn) terms.push({ kind: 'upn', term: payload.upn.value });
  return terms;
}

const recorders = {
  recordChild: ({ payload }: Ctx<RecordChildPayload>): Effect[] => {
    const named = childName(payload);
    const name =
      payload.localId && !payload.firstName && !payload.lastName ? `Child ${payload.localId}` : named;
    const standing: Partial<ChildStanding> = {
      name,
      chosenName: payload.chosenName ?? null,
      birthDate: payload.birthDate ?? null,
      sex: payload.sex ?? null,
      ethnicity: payload.ethnicity ?? null,
      upn: payload.upn ?? null,
      localId: payload.localId ?? null,
      cases: payload.caseId ? [payload.caseId] : [],
    };
    return [
      { do: 'set', patch: standing },
      { do: 'write', kind: 'identity', class: 'case', body: payload },
      { do: 'find', terms: termsOf(payload, name) },
    ];
  },
  recordCaseOfChild: ({ payload, record }: Ctx<{ caseId: string }>): Effect[] => [
    { do: 'set', patch: { cases: [...record.standing.cases, payload.caseId].slice(-casesKept) } },
  ],
  recordHolder: ({ payload, record, at }: Ctx<Holder & HolderNews>): Effect[] => {
    const { former = {}, ...holder } = payload;
    const others = record.standing.holders.filter((one) => one.caseId !== holder.caseId);
    const left = leaversAfter(record.standing.former, former, { at, most: formerKept });
    return [{ do: 'set', patch: { holders: [...others, holder].slice(-holdersKept), former: left } }];
  },
  recordStatus: ({ payload, record }: Ctx<RecordStatusPayload>): Effect[] => {
    const status = { ...payload, until: payload.until ?? null };
    const newer = !record.standing.status || status.since >= record.standing.status.since;
    return [
      { do: 'write', kind: 'status', class: 'case', body: payload },
      ...(newer ? [{ do: 'set', patch: { status } } as const] : []),
    ];
  },
  recordEpisodeOfChild: ({ payload, record }: Ctx<EpisodeNews>): Effect[] => {
    const episodes = [...record.standing.episodes, { start: payload.start, end: payload.end }];
    episodes.sort((one, other) => (one.start < other.start ? -1 : 1));
    const { proposedAsAt } = payload;
    return [
      { do: 'set', patch: { episodes: episodes.slice(-40), ...(proposedAsAt ? { proposedAsAt } : {}) } },
    ];
  },
  recordReturnOfChild: ({ payload, record }: Ctx<{ start: string; end: string }>): Effect[] => {
    const over = (one: ChildStanding['episodes'][number]) => one.start === payload.start && one.end === null;
    const episodes = record.standing.episodes.map((one) => (over(one) ? { ...one, end: payload.end } : one));
    return [{ do: 'set', patch: { episodes } }];
  },
};

/** When a child's own record may be asked what: it stays on the books. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'children',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'record-child': { target: 'onBooks', actions: 'recordChild' } } },
    onBooks: {
      on: {
        'record-status': { actions: 'recordStatus' },
        'record-episode': { actions: 'recordEpisodeOfChild' },
        'record-return': { actions: 'recordReturnOfChild' },
        'receive-case': { actions: 'recordCaseOfChild' },
        'receive-holder': { actions: 'recordHolder' },
      },
    },
  },
});

const registrars = ['triage-social-worker', 'triage-officer', 'coordinator'] as const;

const overseers = [
  'auditor',
  'information-governance',
  'caldicott-guardian',
  'senior',
  'chair',
  'deputy-chair',
] as const;

/** The principals under which those read who hold a case of the child: the team, and the worker wherever he or she sits. */
export function holdersOf({ holders }: Pick<ChildStanding, 'holders'>): string[] {
  const principals = holders.flatMap(({ team, workerId }) => [
    ...(team ? [`team:${team}:manager`, `team:${team}:worker`] : []),
    ...(workerId ? [`user:${workerId}`] : []),
  ]);
  return [...new Set(principals)];
}

/**
 * Who reads a child's own record: triage and the coordinator, those who oversee, and those who hold a case of the
 * child or did until lately. The police desk, which records who is missing, learns who the child is, and no more. The chair reads every child, listed or not: a sitting decides on age, and the child does not learn of lists.
 */
function readers({ standing }: StoredRecord<ChildStanding>): Reader[] {
  const roles = [...registrars, ...overseers].map((role) => `role:${role}`);
  const former = Object.entries(standing.former ?? {});
  return [
    ...[...roles, ...holdersOf(standing)].map(
      (principal): Reader => ({ principal, class: 'case', until: null }),
    ),
    ...former.map(([principal, until]): Reader => ({ principal, class: 'case', until })),
    { principal: 'role:police-desk', class: 'identity', until: null },
  ];
}

/** The topic of children on the books, with or without a case. */
export const children: Topic = {
  name: 'children',
  kind: 'child',
  machine,
  rules: {},
  recorders,
  policy: [
    { command: 'record-child', roles: registrars, words: 'triage or the coordinator' },
    { command: 'record-status', roles: registrars, words: 'triage or the coordinator' },
  ],
  commands: { 'record-child': { creates: true }, 'record-status': {} },
  blank,
  relations: () => [],
  readers,
  persons: ({ id }: StoredRecord) => [id],
  summary: (standing: ChildStanding) => ({
    title: standing.name,
    reference: standing.localId,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: null,
    closedAt: null,
  }),
};
