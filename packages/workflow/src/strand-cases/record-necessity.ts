import type { Context } from '../model.js';
import { findPerson } from '../person-named.js';
import type { Effect } from '../topic.js';
import { necessityBegins } from './clocks-of.js';
import type {
  AddBasisPayload,
  AllocateOfficerPayload,
  ReviewNecessityPayload,
  SetPriorityPayload,
  WithdrawBasisPayload,
} from './payloads.js';
import { withPriority } from './priority.js';
import { basesFrom } from './record-nomination.js';
import { removalProposed } from './record-removal.js';
import { basesKept, officer, type StrandCaseStanding, statusOf } from './standing.js';

type Ctx<P extends object> = Context<StrandCaseStanding, P>;

/** The recorders of why somebody or something is on the books, whose it is, and how soon something is to be done. */
export const necessityRecorders = {
  recordNecessity: (context: Ctx<ReviewNecessityPayload>): Effect[] => {
    const { payload, actor, happened, record } = context;
    return [
      { do: 'write', kind: 'necessity', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'set', patch: withPriority(context, { necessityAt: happened }) },
      ...necessityBegins(context, record.standing),
    ];
  },
  recordUnnecessary: (context: Ctx<ReviewNecessityPayload>): Effect[] =>
    removalProposed(context, 'no-longer-necessary'),
  recordBasis: (context: Ctx<AddBasisPayload>): Effect[] => {
    const { payload, actor, record } = context;
    const bases = [...record.standing.bases, ...basesFrom([payload], context)];
    return [
      { do: 'write', kind: 'basis', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'set', patch: withPriority(context, { bases, status: statusOf(bases) }) },
    ];
  },
  recordWithdrawnBasis: (context: Ctx<WithdrawBasisPayload>): Effect[] => {
    const { payload, actor, record } = context;
    const gone = record.standing.bases.find(({ id }) => id === payload.basisId);
    const bases = record.standing.bases.filter(({ id }) => id !== payload.basisId);
    return [
      {
        do: 'write',
        kind: 'basis-withdrawn',
        class: 'case',
        body: { code: gone?.code, on: gone?.on, reason: payload.reason, by: actor.name },
      },
      { do: 'set', patch: withPriority(context, { bases, status: statusOf(bases) }) },
    ];
  },
  recordPriority: (context: Ctx<SetPriorityPayload>): Effect[] => {
    const { payload, actor, happened } = context;
    const { gravity, access, override } = payload;
    return [
      { do: 'write', kind: 'priority', class: 'case', body: { ...payload, by: actor.name } },
      {
        do: 'set',
        patch: withPriority(context, {
          gravity,
          childAccess: access,
          override: override ? { priority: override, by: actor.userId, at: happened } : null,
        }),
      },
    ];
  },
  recordOfficer: ({ payload, actor, record, facts }: Ctx<AllocateOfficerPayload>): Effect[] => {
    const { officerId } = payload;
    const rules = [...new Set(record.standing.clocks.map(({ rule }) => rule))];
    const officerName = findPerson(facts, officerId)?.name;
    return [
      { do: 'write', kind: 'officer', class: 'case', body: { ...payload, officerName, by: actor.name } },
      { do: 'set', patch: { officerId } },
      { do: 'reassign', rules, from: officer(record.standing), who: `user:${officerId}` },
      { do: 'send', kind: 'person-of-concern-allocated', principal: `user:${officerId}` },
    ];
  },
};

/** Whether another basis fits into the standing. */
export const hasRoomForBasis = ({ bases }: StrandCaseStanding): boolean => bases.length < basesKept;
