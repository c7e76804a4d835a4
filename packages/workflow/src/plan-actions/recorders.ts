import type { HolderNews } from '../child-cases/holder-steps.js';
import { manager } from '../child-cases/principals.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { entryRecorders } from '../child-cases/withdrawn-on-case.js';
import { recordChildOfCase } from '../children/under-child.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, StoredRecord } from '../model.js';
import { findPerson } from '../person-named.js';
import { shortened } from '../shortened.js';
import type { Effect } from '../topic.js';
import { escalationRecorders } from './escalation.js';
import { ownGaps } from './gaps.js';
import { keptOfHome, recordersApart, writtenApart } from './given-apart.js';
import {
  type ActionWords,
  type AddActionPayload,
  agencyLead,
  answersFor,
  type ChangeActionPayload,
  type DeclineActionPayload,
  type EndActionPayload,
  overseerOf,
  type PlanActionStanding,
} from './standing.js';

type Ctx<P extends object> = Context<PlanActionStanding, P>;

/** The case of an action, where it was locked. */
export function caseOf({ locked }: Pick<Ctx<object>, 'locked'>): ChildCaseStanding | undefined {
  return locked.find((one) => one.kind === 'childCase')?.standing as ChildCaseStanding | undefined;
}

/** The words of an action as they are now: what was written last, in full. */
export function wordsNow({ facts }: Pick<Ctx<object>, 'facts'>): Partial<AddActionPayload> {
  return (facts.written.find((row) => row.kind === 'action')?.body ?? {}) as Partial<AddActionPayload>;
}

/** The id of the action that takes the place of one that is handed over. */
export function successorId(commandId: string): string {
  return derivedId(commandId, localId.planAction);
}

/** What of its words a standing keeps. */
function keptWords(words: Partial<ActionWords>): Partial<PlanActionStanding> {
  return {
    ...(words.kind ? { kind: words.kind } : {}),
    what: shortened(words.what ?? '', 300),
    outcome: words.outcome ? shortened(words.outcome, 240) : null,
    aim: words.aim ? shortened(words.aim, 120) : null,
    due: words.due ?? null,
    gaps: ownGaps(words),
  };
}

/** The owner, and whoever covers, as far as they are named now. */
function keptPeople(
  { ownerId, coverId }: Partial<ActionWords>,
  { facts }: Pick<Ctx<object>, 'facts'>,
): Partial<PlanActionStanding> {
  const owner = findPerson(facts, ownerId);
  const cover = findPerson(facts, coverId);
  return {
    ...(ownerId && owner
      ? {
          ownerId,
          ownerName: owner.name,
          ownerAgencyId: owner.agencyId,
          ownerRole: owner.roles[0] ?? null,
          ownerTeam: owner.teamId,
        }
      : {}),
    ...(coverId && cover ? { coverId, coverName: cover.name } : {}),
  };
}

function startOwners(who: string, due: string | undefined): Effect[] {
  return [
    { do: 'start', rule: 'action-acceptance', who, again: true },
    ...(due ? [{ do: 'start', rule: 'action-due', who, due, again: true } as const] : []),
    { do: 'send', kind: 'action-given', principal: who },
  ];
}

/** The words after a change, without what says why. */
export function changedWords(context: Ctx<ChangeActionPayload>): Partial<AddActionPayload> {
  const { reason: _reason, ...given } = context.payload;
  const changed = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const { part, caseId, ownerId, due } = context.record.standing;
  const before = { part, caseId, ownerId, ...(due ? { due } : {}) };
  const { due: _written, ...words } = wordsNow(context);
  return { ...words, ...before, ...changed };
}

const isLate = ({ standing }: StoredRecord<PlanActionStanding>, at: string): boolean =>
  standing.clocks.some(({ rule, due }) => rule === 'action-due' && due < at);

/** The owner has said something: an escalation that only asked for an answer has one, unless the action itself is late. */
function answered({ record, at }: Pick<Ctx<object>, 'record' | 'at'>): Effect[] {
  const { escalation } = record.standing;
  if (!escalation || escalation.answered || isLate(record, at)) return [];
  return [
    { do: 'end', rule: 'escalation-answer' },
    { do: 'set', patch: { escalation: { ...escalation, answered: true } } },
  ];
}

/**
 * A declined action is the manager's to give to somebody else, in the time that its owner had to answer; then it
 * escalates. Its own day stands: what is to keep a child safe is late although nobody has taken it on.
 */
function managersNow(standing: PlanActionStanding): Effect[] {
  const who = overseerOf(standing);
  return [
    { do: 'end', rule: 'action-acceptance' },
    { do: 'end', rule: 'escalation-answer', reason: 'Declined by its owner' },
    { do: 'reassign', rules: ['action-due'], from: `user:${standing.ownerId}`, who },
    { do: 'start', rule: 'action-acceptance', who },
  ];
}

/** What a new action keeps, whoever owns it. */
function begun(context: Ctx<AddActionPayload>): Partial<PlanActionStanding> {
  const { payload } = context;
  const own = {
    ...keptWords(payload),
    ...keptPeople(payload, context),
    part: payload.part,
    revision: 1,
  };
  const apart = keptOfHome(context, payload);
  if (apart) return { ...own, ...apart };
  const about = caseOf(context) as ChildCaseStanding;
  return {
    ...own,
    caseId: payload.caseId,
    childId: about.childId,
    reference: about.reference,
    team: about.team,
    workerId: about.workerId,
    ...(about.former ? { former: about.former } : {}),
  };
}

/** The words of a new action as they are written. */
function firstWords(context: Ctx<AddActionPayload>): Effect {
  const { payload, actor } = context;
  const told = writtenApart(payload, keptOfHome(context, payload) ?? {});
  return { do: 'write', kind: 'action', class: payload.part, body: { ...told, revision: 1, by: actor.name } };
}

/** What each accepted step of an action keeps, by the names that its chart uses. */
export const recorders = {
  ...entryRecorders,
  ...escalationRecorders,
  ...recordersApart,
  recordAction: (context: Ctx<AddActionPayload>): Effect[] => {
    const { payload } = context;
    return [
      { do: 'set', patch: begun(context) },
      firstWords(context),
      ...startOwners(`user:${payload.ownerId}`, payload.due),
    ];
  },
  // An agency has it: whoever leads there names the owner, by the day on which actions are out.
  recordGivenAction: (context: Ctx<AddActionPayload>): Effect[] => {
    const { payload } = context;
    const { agencyId = null } = payload;
    const who = agencyLead(agencyId);
    return [
      { do: 'set', patch: { ...begun(context), ownerAgencyId: agencyId } },
      firstWords(context),
      { do: 'start', rule: 'actions-out', who },
      ...(payload.due ? [{ do: 'start', rule: 'action-due', who, due: payload.due } as const] : []),
      { do: 'send', kind: 'action-to-name', principal: who },
    ];
  },
  recordChange: (context: Ctx<ChangeActionPayload>): Effect[] => {
    const { record, payload, actor } = context;
    const words = changedWords(context);
    const revision = (record.standing.revision ?? 1) + 1;
    const body = {
      ...writtenApart(words, record.standing),
      revision,
      reason: payload.reason,
      by: actor.name,
    };
    const redated = payload.due && !payload.ownerId;
    return [
      { do: 'write', kind: 'action', class: record.standing.part, body },
      {
        do: 'set',
        patch: { ...keptWords(words), ...keptPeople(payload, context), revision },
      },
      ...(redated
        ? [
            {
              do: 'start',
              rule: 'action-due',
              who: answersFor(record.standing),
              due: payload.due as string,
              again: true,
            } as const,
          ]
        : []),
    ];
  },
  recordNewOwner: ({ payload, record }: Ctx<ChangeActionPayload>): Effect[] => [
    { do: 'end', rule: 'actions-out' },
    { do: 'endAll', reason: 'Given to another owner' },
    { do: 'set', patch: { declinedAt: null, escalation: null } },
    ...startOwners(`user:${payload.ownerId}`, payload.due ?? record.standing.due ?? undefined),
  ],
  recordChildOfCase,
  recordHolder: ({ payload, record }: Ctx<HolderNews>): Effect[] => {
    const from = manager(record.standing.team);
    const who = manager(payload.team);
    // What its owner declined waits for whoever manages the team that holds the case now.
    const rules = ['action-due', 'action-acceptance'];
    return [
      { do: 'set', patch: { ...payload, former: payload.former ?? {} } },
      ...(who === from ? [] : [{ do: 'reassign', rules, from, who } as const]),
    ];
  },
  recordAcceptance: (context: Ctx<object>): Effect[] => [
    { do: 'end', rule: 'action-acceptance' },
    ...answered(context),
  ],
  recordDecline: ({ payload, record, actor, happened }: Ctx<DeclineActionPayload>): Effect[] => [
    { do: 'write', kind: 'decline', class: record.standing.part, body: { ...payload, by: actor.name } },
    ...managersNow(record.standing),
    { do: 'set', patch: { declinedAt: happened, escalation: null } },
    { do: 'send', kind: 'action-declined', principal: overseerOf(record.standing) },
  ],
  recordEnding: (context: Ctx<EndActionPayload>): Effect[] => {
    const { payload, record, happened, actor, commandId } = context;
    const followed = payload.how === 'handed-over' && !payload.withCase;
    const by = followed ? successorId(commandId) : payload.byActionId;
    return [
      { do: 'write', kind: 'ending', class: record.standing.part, body: { ...payload, by: actor.name } },
      ...(payload.how === 'done'
        ? (['action-due', 'action-acceptance', 'actions-out', 'escalation-answer'] as const).map(
            (rule) => ({ do: 'end', rule }) as const,
          )
        : ([{ do: 'endAll', reason: `Ended: ${payload.how}` }] as const)),
      { do: 'set', patch: { ended: { how: payload.how, at: happened, ...(by ? { by } : {}) } } },
    ];
  },
};
