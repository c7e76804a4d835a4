import { setup } from 'xstate';
import { type ChildStanding, holdersOf } from '../children/topic.js';
import { localDate } from '../clocks/time-zone.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, Fault, Reader, Standing, StoredRecord } from '../model.js';
import { actionsFrom, type Effect, guardsFrom, type Step, type Topic } from '../topic.js';
import { proposalFor } from './proposal-rule.js';

/** One absence: missing, or away from placement without authorisation. Days are local dates. */
export interface MissingEpisodeStanding extends Standing {
  childId: string;
  childName: string;
  kind: 'missing' | 'away';
  start: string;
  end: string | null;
  /** Principals of those who held a case of the child when the episode was recorded. */
  holders: string[];
}

export interface RecordEpisodePayload {
  childId: string;
  kind: 'missing' | 'away';
  start: string;
  end?: string;
  /** The day for which ages and windows are worked out; today where it is left out. */
  asAt?: string;
  from: string;
}

type Ctx<P extends object> = Context<MissingEpisodeStanding, P>;

function childOf(context: Pick<Ctx<object>, 'locked'>): ChildStanding {
  return context.locked.find((one) => one.kind === 'child')?.standing as ChildStanding;
}

const recorders = {
  recordEpisode: (context: Ctx<RecordEpisodePayload>): Effect[] => {
    const { payload } = context;
    const patch = {
      childId: payload.childId,
      childName: childOf(context).name,
      holders: holdersOf(childOf(context)),
      kind: payload.kind,
      start: payload.start,
      end: payload.end ?? null,
    };
    return [
      { do: 'set', patch },
      { do: 'write', kind: 'episode', class: 'case', body: payload },
    ];
  },
};

/** When a missing episode may be asked what. The return itself and its interview come with their own topic's growth. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'missing-episodes',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'record-episode': { target: 'recorded', actions: 'recordEpisode' } } },
    recorded: {},
  },
});

/** An episode that overlaps one on the books is refused, and does not count (SSDA903: no overlap, none while one is open). */
function faults(context: Ctx<RecordEpisodePayload>): Fault[] {
  const { payload } = context;
  const child = childOf(context);
  if (!child) return [{ pointer: '/childId', code: 'noChild', detail: 'No child on the books has this id.' }];
  const found: Fault[] = [];
  if (payload.end && payload.end < payload.start)
    found.push({ pointer: '/end', code: 'order', detail: 'The episode ends before it starts.' });
  const until = payload.end ?? '9999-12-31';
  const other = child.episodes.find((one) => payload.start < (one.end ?? '9999-12-31') && one.start < until);
  if (other)
    found.push({
      pointer: '/start',
      code: 'overlap',
      detail: `The episode overlaps one on the books that started on ${other.start}${other.end ? ` and ended on ${other.end}` : ' and has not ended'}.`,
    });
  if (child.birthDate && payload.start < child.birthDate)
    found.push({
      pointer: '/start',
      code: 'beforeBirth',
      detail: 'The episode starts before the child was born.',
    });
  return found;
}

function steps(context: Ctx<RecordEpisodePayload>): Step[] {
  const { payload, profile, commandId, at } = context;
  const child = { kind: 'child', id: payload.childId } as const;
  const episode = { start: payload.start, end: payload.end ?? null };
  const standing = childOf(context);
  const proposed = proposalFor(standing, episode, payload.asAt ?? localDate(at, profile.timeZone), profile);
  const told = { ...episode, ...(proposed ? { proposedAsAt: proposed.to } : {}) };
  const news: Step[] = [{ record: child, event: 'record-episode', payload: told }];
  if (!proposed) return news;
  return [
    ...news,
    {
      record: { kind: 'referralProposal', id: derivedId(commandId, localId.childCase) },
      event: 'raise-proposal',
      payload: { childId: payload.childId, childName: standing.name, because: proposed, from: payload.from },
      parentId: payload.childId,
    },
  ];
}

const recordersOfEpisodes = ['triage-social-worker', 'triage-officer', 'coordinator', 'police-desk'] as const;

/** Who reads an episode: those who record and ask about it, who oversee, and who held a case when it was recorded. */
function readers({ standing }: StoredRecord<MissingEpisodeStanding>): Reader[] {
  const roles = [...recordersOfEpisodes, 'interviewer', 'auditor', 'senior'].map((role) => `role:${role}`);
  return [...roles, ...standing.holders].map((principal) => ({ principal, class: 'case', until: null }));
}

/** The topic of missing episodes. */
export const missingEpisodes: Topic = {
  name: 'missing-episodes',
  kind: 'missingEpisode',
  machine,
  rules: {},
  recorders,
  policy: [
    {
      command: 'record-episode',
      roles: recordersOfEpisodes,
      words: 'triage, the coordinator or the police desk',
    },
  ],
  commands: {
    'record-episode': {
      creates: true,
      parentOf: (payload: RecordEpisodePayload) => ({ parentId: payload.childId }),
      locks: { named: (payload: RecordEpisodePayload) => [{ kind: 'child', id: payload.childId }] },
      faults,
      also: steps,
    },
  },
  blank: {
    clocks: [],
    childId: '',
    childName: '',
    kind: 'missing',
    start: '',
    end: null,
    holders: [],
  } as MissingEpisodeStanding,
  relations: () => [],
  readers,
  persons: ({ standing }: StoredRecord<MissingEpisodeStanding>) => [standing.childId],
  summary: (standing: MissingEpisodeStanding) => ({
    title: standing.childName,
    reference: null,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: null,
    closedAt: null,
  }),
};
