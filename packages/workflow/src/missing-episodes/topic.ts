import { setup } from 'xstate';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { type ChildStanding, holdersOf } from '../children/standing.js';
import { type ChildNews, childNewsEffects, type UnderChild } from '../children/under-child.js';
import { localDate } from '../clocks/time-zone.js';
import { derivedId } from '../derived-id.js';
import type { Leavers } from '../grace.js';
import { localId } from '../local-id.js';
import type { Context, Fault, Missing, Reader, Standing, StoredRecord } from '../model.js';
import {
  actionsFrom,
  type Effect,
  type GuardContext,
  guardsFrom,
  otherWay,
  type Step,
  type Topic,
} from '../topic.js';
import { proposalFor } from './proposal-rule.js';

/** One absence: missing, or away from placement without authorisation. Days are local dates. */
export interface MissingEpisodeStanding extends Standing, UnderChild {
  childId: string;
  childName: string;
  kind: 'missing' | 'away';
  start: string;
  end: string | null;
  /** Principals of those who hold a case of the child; those who did until lately read on for their days of grace. */
  holders: string[];
  former?: Leavers;
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

/** The end of an absence that was recorded while it lasted: a later return file, or whoever met the child, gives it. */
export interface RecordReturnPayload {
  end: string;
  from: string;
}

type Ctx<P extends object> = Context<MissingEpisodeStanding, P>;
type Guard = GuardContext<MissingEpisodeStanding>;

function childOf(context: Pick<Ctx<object>, 'locked'>): ChildStanding {
  return context.locked.find((one) => one.kind === 'child')?.standing as ChildStanding;
}

const rules = {
  isStillAbsent: ({ choice }: Guard): Missing[] => otherWay(choice === 'absent', 'an absence without an end'),
  isOver: ({ choice }: Guard): Missing[] => otherWay(choice === 'over', 'an absence that has ended'),
};

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
  recordHolder: ({ payload }: Ctx<{ holders: string[]; former: Leavers }>): Effect[] => [
    { do: 'set', patch: payload },
  ],
  recordChildNews: (context: Context<never, ChildNews>): Effect[] => childNewsEffects(context, 'childName'),
  recordReturn: (context: Ctx<RecordReturnPayload>): Effect[] => [
    { do: 'set', patch: { end: context.payload.end, holders: holdersOf(childOf(context)) } },
    { do: 'write', kind: 'return', class: 'case', body: context.payload },
  ],
};

/** An episode learns who the child is and who holds a case of the child, over or not. */
const kept = {
  'receive-child': { actions: 'recordChildNews' },
  'receive-holder': { actions: 'recordHolder' },
} as const;

/** When a missing episode may be asked what. The interviews on return come with their own topic's growth. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'missing-episodes',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: {
      on: {
        'record-episode': [
          { guard: 'isStillAbsent', target: 'absent', actions: 'recordEpisode' },
          { guard: 'isOver', target: 'over', actions: 'recordEpisode' },
        ],
      },
    },
    absent: {
      on: {
        'record-return': { target: 'over', actions: 'recordReturn' },
        ...kept,
      },
    },
    over: { on: kept },
  },
});

const ended = (end: string | null | undefined): string => end ?? '9999-12-31';

function orderFaults({ start, end }: { start: string; end?: string | undefined }): Fault[] {
  if (!end || end >= start) return [];
  return [{ pointer: '/end', code: 'order', detail: 'The episode ends before it starts.' }];
}

function overlapFaults(
  pointer: string,
  episode: { start: string; end?: string | undefined },
  others: ChildStanding['episodes'],
): Fault[] {
  const other = others.find((one) => episode.start < ended(one.end) && one.start < ended(episode.end));
  if (!other) return [];
  const until = other.end ? ` and ended on ${other.end}` : ' and has not ended';
  return [
    {
      pointer,
      code: 'overlap',
      detail: `The episode overlaps one on the books that started on ${other.start}${until}.`,
    },
  ];
}

/** An episode that overlaps one on the books is refused, and does not count (SSDA903: no overlap, none while one is open). */
function faults(context: Ctx<RecordEpisodePayload>): Fault[] {
  const { payload } = context;
  const child = childOf(context);
  if (!child) return [{ pointer: '/childId', code: 'noChild', detail: 'No child on the books has this id.' }];
  if (child.joinedWith)
    return [
      {
        pointer: '/childId',
        code: 'merged',
        detail: 'This record was joined with another of the child: name that one.',
      },
    ];
  const found = [...orderFaults(payload), ...overlapFaults('/start', payload, child.episodes)];
  if (child.birthDate && payload.start < child.birthDate)
    found.push({
      pointer: '/start',
      code: 'beforeBirth',
      detail: 'The episode starts before the child was born.',
    });
  return found;
}

/** A return ends the absence no earlier than it began, and not over another that began since. */
function returnFaults(context: Ctx<RecordReturnPayload>): Fault[] {
  const { record, payload } = context;
  const child = childOf(context);
  const episode = { start: record.standing.start, end: payload.end };
  const others = child?.episodes.filter((one) => one.start !== episode.start || one.end !== null) ?? [];
  return child
    ? [...orderFaults(episode), ...overlapFaults('/end', episode, others)]
    : [{ pointer: '', code: 'noChild', detail: 'The child is not one that you may see.' }];
}

function returned({ record, payload }: Ctx<RecordReturnPayload>): Step[] {
  const { childId, start } = record.standing;
  return [
    { record: { kind: 'child', id: childId }, event: 'record-return', payload: { start, end: payload.end } },
  ];
}

/** A child who is missing now, or was since the work was suspended, is not where the case waits for: it goes on at once. */
function resumed({ locked, payload, profile }: Ctx<RecordEpisodePayload>): Step[] {
  const isSince = ({ suspension }: ChildCaseStanding) =>
    suspension && (!payload.end || payload.start >= localDate(suspension.at, profile.timeZone));
  return locked
    .filter((one) => one.kind === 'childCase' && (one.state as { work: string }).work === 'suspended')
    .filter((one) => isSince(one.standing as ChildCaseStanding))
    .map(({ id }) => ({
      record: { kind: 'childCase', id },
      event: 'resume',
      payload: { reason: 'missing', words: `Recorded ${payload.kind} from ${payload.start}` },
    }));
}

function steps(context: Ctx<RecordEpisodePayload>): Step[] {
  const { payload, profile, commandId, at } = context;
  const child = { kind: 'child', id: payload.childId } as const;
  const episode = { start: payload.start, end: payload.end ?? null };
  const standing = childOf(context);
  const proposed = proposalFor(standing, episode, payload.asAt ?? localDate(at, profile.timeZone), profile);
  const told = { ...episode, ...(proposed ? { proposedAsAt: proposed.to } : {}) };
  const news: Step[] = [{ record: child, event: 'record-episode', payload: told }, ...resumed(context)];
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

/** Who reads an episode: those who record and ask about it, who oversee, who hold a case of the child or did until lately. */
function readers({ standing }: StoredRecord<MissingEpisodeStanding>): Reader[] {
  // An episode is part of what a request for access covers: those who answer it read it.
  const answerers = ['information-governance', 'caldicott-guardian'];
  const roles = [...recordersOfEpisodes, ...answerers, 'interviewer', 'auditor', 'senior'].map(
    (role) => `role:${role}`,
  );
  const lines: [string, string | null][] = [
    ...Object.entries(standing.former ?? {}),
    ...[...roles, ...standing.holders].map((principal): [string, null] => [principal, null]),
  ];
  return lines.map(([principal, until]) => ({ principal, class: 'case', until }));
}

/** The topic of missing episodes. */
export const missingEpisodes: Topic = {
  name: 'missing-episodes',
  kind: 'missingEpisode',
  machine,
  rules,
  recorders,
  policy: ['record-episode', 'record-return'].map((command) => ({
    command,
    roles: recordersOfEpisodes,
    words: 'triage, the coordinator or the police desk',
  })),
  commands: {
    'record-episode': {
      creates: true,
      parentOf: (payload: RecordEpisodePayload) => ({ parentId: payload.childId }),
      locks: {
        named: (payload: RecordEpisodePayload) => [{ kind: 'child', id: payload.childId }],
        namedChildren: ['childCase'],
        unseen: true,
      },
      choice: ({ end }: RecordEpisodePayload) => (end ? 'over' : 'absent'),
      choices: ['absent', 'over'],
      faults,
      also: steps,
    },
    'record-return': { locks: { parent: 'update' }, faults: returnFaults, also: returned },
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
