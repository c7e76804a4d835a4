import type { Context } from '../model.js';
import type { Effect } from '../topic.js';
import { type RemovalReason, recalledRemovals } from './codes.js';
import type { ApproveRemovalPayload, ProposeRemovalPayload, RecordRecallPayload } from './payloads.js';
import { regionsOfStrand } from './rules.js';
import { officer, type StrandCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<StrandCaseStanding, P>;

/** Proposes that the listing ends: another officer decides. */
export function removalProposed({ record, actor, happened }: Ctx<object>, reason: RemovalReason): Effect[] {
  return [
    {
      do: 'set',
      patch: {
        removal: { reason, proposedBy: actor.userId, at: happened },
        returnTo: regionsOfStrand(record).work === 'suspended' ? 'suspended' : 'active',
      },
    },
    { do: 'start', rule: 'removal-decision', who: 'role:intelligence-supervisor' },
  ];
}

/**
 * The listing has ended: every clock with it. What was never so leaves no status and no list, and its copies are
 * recalled.
 */
export function removed(reason: string, happened: string): Effect[] {
  const recalled = recalledRemovals.includes(reason);
  return [
    {
      do: 'set',
      patch: {
        closed: { reason, at: happened },
        status: 'no-longer-of-concern',
        suspension: null,
        override: null,
        listing: null,
      },
    },
    { do: 'end', rule: 'removal-decision' },
    { do: 'endAll', reason: 'The listing ended' },
    ...(recalled ? [{ do: 'start', rule: 'copies-recall', who: 'role:coordinator' } as const] : []),
  ];
}

/** The recorders of how a listing ends. */
export const removalRecorders = {
  recordRemovalProposal: (context: Ctx<ProposeRemovalPayload>): Effect[] => {
    const { payload, actor } = context;
    return [
      { do: 'write', kind: 'removal-proposal', class: 'case', body: { ...payload, by: actor.name } },
      ...removalProposed(context, payload.reason),
    ];
  },
  recordRefusedRemoval: ({ payload, actor, record }: Ctx<{ reason: string }>): Effect[] => [
    { do: 'write', kind: 'removal-refused', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { removal: null } },
    { do: 'end', rule: 'removal-decision' },
    { do: 'send', kind: 'removal-refused', principal: officer(record.standing) },
  ],
  recordRemoval: ({ payload, actor, record, happened }: Ctx<ApproveRemovalPayload>): Effect[] => {
    const { removal } = record.standing;
    const reason = removal?.reason ?? 'no-longer-necessary';
    return [
      { do: 'write', kind: 'removal', class: 'case', body: { ...payload, reason, by: actor.name } },
      ...removed(reason, happened),
    ];
  },
  recordRecall: ({ payload, actor }: Ctx<RecordRecallPayload>): Effect[] => [
    { do: 'write', kind: 'recall', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'end', rule: 'copies-recall' },
  ],
};
