import type { ChildStanding } from '../children/standing.js';
import { isEarlier } from '../clocks/is-earlier.js';
import { graceUntil, leaversAfter } from '../grace.js';
import type { ProposalReason } from '../missing-episodes/proposal-rule.js';
import type { Context } from '../model.js';
import { findPerson } from '../person-named.js';
import type { Effect } from '../topic.js';
import { formerKept } from './holder-steps.js';
import { discussionForChair } from './judgements.js';
import type {
  AllocateWorkerPayload,
  RecordSafetyActionPayload,
  RecordStrategyDiscussionPayload,
} from './payloads.js';
import { manager, worker } from './principals.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** Clocks that are the worker's; they move to whoever is allocated. */
const workerClocks = [
  'first-assessment',
  'to-find-out',
  'reassessment',
  'plan-sharing',
  'same-day-safety-actions',
  'contact',
  'feedback',
  'suspension-check',
  'single-assessment',
  'transition-prompt',
];

/** How many workers the child has had until now, in this case or in another that told the child of it. */
function workersHad({ record, locked }: Pick<Ctx<object>, 'record' | 'locked'>): number {
  const child = locked.find((one) => one.kind === 'child' && one.id === record.standing.childId);
  return Math.max(record.standing.workers, (child?.standing as ChildStanding | undefined)?.workers ?? 0);
}

/** A suspension that the worker looks after is looked after by the next one. */
function checksFrom({ suspension, workerId }: ChildCaseStanding, next: string): Partial<ChildCaseStanding> {
  if (!suspension || suspension.ownerId !== workerId) return {};
  return { suspension: { ...suspension, ownerId: next } };
}

function conferenceClock({ payload, record }: Ctx<RecordStrategyDiscussionPayload>): Effect[] {
  if (payload.outcome === 'section-47')
    return [{ do: 'start', rule: 'conference', who: manager(record.standing.team) }];
  return [
    { do: 'end', rule: 'conference', reason: 'A later strategy discussion found no section 47 enquiry' },
  ];
}

/** The recorders of safety actions, strategy discussions and allocation. */
export const workRecorders = {
  recordSafetyAction: ({ payload, actor }: Ctx<RecordSafetyActionPayload>): Effect[] => [
    { do: 'write', kind: 'safety-action', class: 'safety', body: { ...payload, by: actor.name } },
    { do: 'end', rule: 'same-day-safety-actions', begun: true },
  ],
  /** The profile’s counts ask for a discussion once, until it is held; whoever manages the case decides. */
  recordAskedDiscussion: ({ payload, record }: Ctx<ProposalReason>): Effect[] => {
    const rule = 'repeat-missing-discussion';
    if (record.standing.clocks.some((clock) => clock.rule === rule)) return [];
    return [
      { do: 'write', kind: 'discussion-asked', class: 'case', body: payload },
      { do: 'start', rule, who: manager(record.standing.team) },
    ];
  },
  recordStrategyDiscussion: (context: Ctx<RecordStrategyDiscussionPayload>): Effect[] => {
    const { payload, happened, actor, record } = context;
    const strategy = { at: happened, outcome: payload.outcome };
    // A discussion told late is kept as history: it neither answers what was raised after it nor undoes a later one.
    const isLatest = !isEarlier(happened, record.standing.strategy?.at ?? happened);
    return [
      { do: 'write', kind: 'strategy-discussion', class: 'case', body: { ...payload, by: actor.name } },
      ...discussionForChair(context),
      { do: 'end', rule: 'strategy-discussion', begun: true },
      { do: 'end', rule: 'repeat-missing-discussion', begun: true },
      { do: 'end', rule: 'current-harm-strategy', begun: true },
      ...(payload.agencies.includes('police')
        ? [{ do: 'end', rule: 'police-view', begun: true } as const]
        : []),
      ...(isLatest ? [{ do: 'set', patch: { strategy } } as const, ...conferenceClock(context)] : []),
    ];
  },
  recordAllocation: (context: Ctx<AllocateWorkerPayload>): Effect[] => {
    const { payload, record, actor, happened, at, facts } = context;
    const { standing } = record;
    const workerName = findPerson(facts, payload.workerId)?.name;
    const leaving = standing.workerId ? { [`user:${standing.workerId}`]: graceUntil(happened) } : {};
    const former = leaversAfter(standing.former, leaving, { at, most: formerKept });
    const who = `user:${payload.workerId}`;
    return [
      {
        do: 'write',
        kind: 'allocation',
        class: 'case',
        body: { ...payload, workerName, previousWorkerId: standing.workerId, by: actor.name },
      },
      { do: 'reassign', rules: workerClocks, from: worker(standing), who },
      {
        do: 'set',
        patch: {
          workerId: payload.workerId,
          workers: workersHad(context) + 1,
          allocated: (standing.allocated ?? 0) + 1,
          former,
          ...checksFrom(standing, payload.workerId),
        },
      },
      { do: 'end', rule: 'worker-allocated' },
      { do: 'start', rule: 'oversight', who: manager(standing.team) },
      { do: 'send', kind: 'worker-allocated', principal: who },
    ];
  },
};
