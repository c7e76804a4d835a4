import type { Context, Fault } from '../model.js';
import type { Effect } from '../topic.js';
import { overriddenConditions } from './closure-rules.js';
import type {
  AllocateWorkerPayload,
  ApproveClosurePayload,
  CorrectRecordPayload,
  DeferListingPayload,
  ListForPanelPayload,
  PanelDecisionPayload,
  ProposeClosurePayload,
  ReasonPayload,
  RecordSafetyActionPayload,
  RecordStrategyDiscussionPayload,
} from './payloads.js';
import { manager, worker } from './principals.js';
import { graceUntil } from './record-plan.js';
import { gradeEffects } from './record-risk.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** Which clocks an entry of each kind starts: those are recomputed when its time is corrected. */
const startedBy: { [kind: string]: readonly string[] } = {
  referral: ['triage-decision'],
  triage: ['worker-allocated', 'first-assessment', 'police-view'],
  'strategy-discussion': ['conference'],
  assessment: ['grade-confirmation', 'current-harm-strategy', 'same-day-safety-actions'],
  grade: ['plan-agreement', 'reassessment', 'panel-review'],
  plan: ['plan-sharing', 'interim-plan'],
};

/** The recorders of safety actions, discussions, allocation, the panel's list, correction and closing. */
export const workRecorders = {
  recordSafetyAction: ({ payload, actor }: Ctx<RecordSafetyActionPayload>): Effect[] => [
    { do: 'write', kind: 'safety-action', class: 'safety', body: { ...payload, by: actor.name } },
    { do: 'end', rule: 'same-day-safety-actions' },
  ],
  recordStrategyDiscussion: ({
    payload,
    record,
    happened,
    actor,
  }: Ctx<RecordStrategyDiscussionPayload>): Effect[] => [
    { do: 'write', kind: 'strategy-discussion', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { strategy: { at: happened, outcome: payload.outcome } } },
    { do: 'end', rule: 'strategy-discussion' },
    { do: 'end', rule: 'current-harm-strategy' },
    ...(payload.agencies.includes('police') ? [{ do: 'end', rule: 'police-view' } as const] : []),
    ...(payload.outcome === 'section-47'
      ? [{ do: 'start', rule: 'conference', who: manager(record.standing.team) } as const]
      : []),
  ],
  recordAllocation: ({ payload, record, actor }: Ctx<AllocateWorkerPayload>): Effect[] => {
    const { standing } = record;
    const before = standing.workerId ? `user:${standing.workerId}` : manager(standing.team);
    const who = `user:${payload.workerId}`;
    const theirs = standing.clocks.filter((clock) => clock.who === before && workerClocks.has(clock.rule));
    const clocks = standing.clocks.map((clock) => (theirs.includes(clock) ? { ...clock, who } : clock));
    return [
      {
        do: 'write',
        kind: 'allocation',
        class: 'case',
        body: { ...payload, previousWorkerId: standing.workerId, by: actor.name },
      },
      { do: 'set', patch: { workerId: payload.workerId, workers: standing.workers + 1, clocks } },
      { do: 'end', rule: 'worker-allocated' },
      { do: 'send', kind: 'worker-allocated', principal: who },
    ];
  },
  recordListing: ({ payload, happened, actor }: Ctx<ListForPanelPayload>): Effect[] => [
    { do: 'write', kind: 'listing', class: 'sheet', body: { ...payload, by: actor.name } },
    {
      do: 'set',
      patch: { listing: { basis: payload.basis, asked: payload.asked.slice(0, 300), at: happened } },
    },
  ],
  recordWithdrawal: ({ payload, actor }: Ctx<ReasonPayload>): Effect[] => [
    { do: 'write', kind: 'listing-withdrawn', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { listing: null } },
  ],
  recordDeferral: ({ payload, actor }: Ctx<DeferListingPayload>): Effect[] => [
    { do: 'write', kind: 'listing-deferred', class: 'case', body: { ...payload, by: actor.name } },
  ],
  recordHearing: ({ payload }: Ctx<object>): Effect[] => [
    { do: 'write', kind: 'before-panel', class: 'case', body: payload },
  ],
  recordPanelDecision: ({ payload, record, happened }: Ctx<PanelDecisionPayload>): Effect[] => [
    { do: 'write', kind: 'panel-decision', class: 'sheet', body: payload },
    {
      do: 'set',
      patch: {
        lastDecision: { decision: payload.decision, at: happened, nextReview: payload.nextReview ?? null },
        listing: ['step-down', 'remove', 'close'].includes(payload.decision) ? null : record.standing.listing,
      },
    },
    { do: 'end', rule: 'panel-review' },
    ...(payload.nextReview
      ? [
          {
            do: 'start',
            rule: 'panel-review',
            who: 'role:coordinator',
            due: payload.nextReview,
            again: true,
          } as const,
        ]
      : []),
    ...(payload.decision === 'change-plan'
      ? [{ do: 'start', rule: 'plan-agreement', who: manager(record.standing.team), again: true } as const]
      : []),
  ],
  recordPanelGrade: ({ payload, record, happened, at, profile }: Ctx<PanelDecisionPayload>): Effect[] =>
    payload.grade
      ? gradeEffects(record.standing, payload.grade, record.standing.assessmentId, {
          by: null,
          happened,
          at,
          profile,
        })
      : [],
  recordClosureProposal: ({ payload, record, actor, happened }: Ctx<ProposeClosurePayload>): Effect[] => [
    { do: 'write', kind: 'closure-proposal', class: 'case', body: { ...payload, by: actor.name } },
    {
      do: 'set',
      patch: {
        returnTo: (record.state as { work: string }).work,
        closure: {
          reason: payload.reason,
          proposedBy: actor.userId,
          at: happened,
          harmAddressed: Boolean(payload.harmAddressed),
          watched: Boolean(payload.watcher && payload.nextCheck),
          adultPathway: Boolean(payload.adultPathway),
          handover: Boolean(payload.handover),
        },
      },
    },
  ],
  recordClosure: (context: Ctx<ApproveClosurePayload>): Effect[] => {
    const { payload, record, actor, happened, at } = context;
    const reason = record.standing.closure?.reason ?? 'closed by the panel';
    const until = graceUntil(at);
    const partners = Object.fromEntries(
      Object.keys(record.standing.partners).map((owner) => [owner, { open: 0, until }]),
    );
    return [
      {
        do: 'write',
        kind: 'closure',
        class: 'case',
        body: { ...payload, reason, by: actor.name, overridden: overriddenConditions(context) },
      },
      { do: 'endAll', reason: `Closed: ${reason}`, except: ['other-area-acknowledgement'] },
      { do: 'set', patch: { closed: { reason, at: happened }, listing: null, partners } },
    ];
  },
  recordPanelClosure: ({ payload, happened }: Ctx<PanelDecisionPayload>): Effect[] => [
    { do: 'endAll', reason: 'Closed by the panel' },
    {
      do: 'set',
      patch: { closed: { reason: payload.closureReason ?? 'panel', at: happened }, listing: null },
    },
  ],
  recordRefusedClosure: ({ payload, actor }: Ctx<ReasonPayload>): Effect[] => [
    { do: 'write', kind: 'closure-refused', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { closure: null } },
  ],
  recordCorrection: (context: Ctx<CorrectRecordPayload>): Effect[] => {
    const { payload, record, facts, actor } = context;
    const wrong = facts.written.find((row) => row.id === payload.rowId);
    if (!wrong) return [];
    const restarted = record.standing.clocks.filter(
      (clock) => startedBy[wrong.kind]?.includes(clock.rule) && clock.start === wrong.happened,
    );
    const moved = payload.correctedHappened;
    return [
      {
        do: 'write',
        kind: wrong.kind,
        class: wrong.class,
        replaces: wrong.id,
        body: {
          ...wrong.body,
          ...payload.corrected,
          correction: { reason: payload.reason, by: actor.name, ...(moved ? { happened: moved } : {}) },
        },
      },
      ...(moved ? restarted.flatMap((clock) => restart(clock, moved, record.standing)) : []),
    ];
  },
};

const workerClocks = new Set(['first-assessment', 'reassessment', 'plan-sharing', 'same-day-safety-actions']);

function restart(clock: { rule: string; who: string }, start: string, standing: ChildCaseStanding): Effect[] {
  return [
    { do: 'end', rule: clock.rule, reason: 'The entry that started it was corrected' },
    { do: 'start', rule: clock.rule, who: clock.who || worker(standing), start },
  ];
}

/** A correction names an entry of this case, fields that it has, and a time that is not in the future. */
export function correctionFaults({ payload, facts, at }: Ctx<CorrectRecordPayload>): Fault[] {
  const wrong = facts.written.find((row) => row.id === payload.rowId);
  if (!wrong) return [{ pointer: '/rowId', code: 'noSuchEntry', detail: 'The entry is not on this record.' }];
  const faults: Fault[] = [];
  if (facts.written.some((row) => row.replaces === wrong.id))
    faults.push({
      pointer: '/rowId',
      code: 'alreadyCorrected',
      detail: 'This entry was corrected before: correct its replacement.',
    });
  for (const field of Object.keys(payload.corrected))
    if (typeof (wrong.body as { [key: string]: unknown })[field] !== 'string')
      faults.push({
        pointer: `/corrected/${field}`,
        code: 'noSuchField',
        detail: `The entry has no text named ${field}.`,
      });
  if (payload.correctedHappened && payload.correctedHappened > at)
    faults.push({
      pointer: '/correctedHappened',
      code: 'future',
      detail: 'An event cannot lie in the future.',
    });
  if (Object.keys(payload.corrected).length === 0 && !payload.correctedHappened)
    faults.push({ pointer: '/corrected', code: 'nothing', detail: 'Say what is corrected.' });
  return faults;
}
