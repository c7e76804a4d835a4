import { graceUntil, type Leavers, leaversAfter } from '../grace.js';
import type { Context, StoredRecord } from '../model.js';
import { monthsBefore } from '../months-before.js';
import type { Effect, Step } from '../topic.js';
import { wrongRows } from '../wrong-rows.js';
import { transitionEffects } from './adult.js';
import { lastClosedBefore, linkedAfter } from './cases-beside.js';
import { type Caution, cautionsBrought, cautionsLeft, cautionsToCarry } from './cautions.js';
import { peaksAfter } from './grade-effects.js';
import { formerKept, tellHolder } from './holder-steps.js';
import type { RelistPayload } from './payloads.js';
import { manager, triage, worker } from './principals.js';
import { closingEffects } from './record-closure.js';
import { type DangerNews, dangerOf, inheritedDanger } from './record-danger.js';
import { type ChildCaseStanding, isRaised } from './standing.js';
import { workedBefore } from './times-worked.js';
import type { DecideTriagePayload, RecordCheckPayload } from './triage-payloads.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** What a referral brings to the case that it joins or wakes. */
export interface JoinedReferral {
  fromCaseId?: string;
  reasons?: string;
  policeView?: 'given' | 'asked';
  danger?: DangerNews | null;
  cautions?: Caution[];
}

const askedPolice = { do: 'start', rule: 'police-view', who: 'role:police-desk' } as const;

function firstWork(team: string | null, raised: boolean): Effect[] {
  return [
    { do: 'start', rule: 'worker-allocated', who: manager(team) },
    { do: 'start', rule: 'first-assessment', who: manager(team), raised },
  ];
}

/** What the referral and its alarms said, so that whoever holds the case reads it there; corrections come first. */
function contentOf(facts: Ctx<object>['facts'], fromCaseId: string | undefined): object {
  const rows = facts.written.filter((row) => row.record.id === fromCaseId);
  const wrong = wrongRows(rows);
  const dangers = rows.filter((row) => row.kind === 'danger' && !wrong.has(row.id));
  const what = dangers.map((row) => (row.body as { what?: string }).what).join('; ');
  return { ...rows.find((row) => row.kind === 'referral')?.body, ...(what ? { what } : {}) };
}

/** The case as it was before the referral came, and whose it is now: both are told, once where they are one. */
function broughtAlong(
  before: ChildCaseStanding,
  held: Pick<ChildCaseStanding, 'workerId' | 'team'>,
  { fromCaseId, danger, policeView }: JoinedReferral,
): Effect[] {
  const told = fromCaseId === undefined ? [] : [...new Set([worker(held), manager(held.team)])];
  return [
    ...(policeView === 'asked' ? [askedPolice] : []),
    ...inheritedDanger(before, danger),
    ...told.map((principal) => ({ do: 'send', kind: 'referral-joined', principal }) as const),
  ];
}

/** A case as it is taken up again: what it found stays on the books, what it decided begins anew. */
const woken: Partial<ChildCaseStanding> = {
  closed: null,
  closure: null,
  proposed: null,
  confirmed: null,
  plan: null,
  strategy: null,
  listing: null,
  lastDecision: null,
  lowSince: null,
  views: { child: 0, childAttempts: 0, parent: 0 },
  workerId: null,
  transfer: null,
  prompted: [],
  returnTo: 'assessing',
};

/** Who held a case that is taken up again: the worker and the workers of a closed case from its closing, a team that gives it up from now. */
function leavers({ record, happened, at }: Ctx<object>, team: string | null): Leavers {
  const { workerId, team: before, closed, former } = record.standing;
  const ended = graceUntil(closed?.at ?? happened);
  const leaving = {
    ...(workerId ? { [`user:${workerId}`]: ended } : {}),
    ...(before && before !== team
      ? { [`team:${before}:worker`]: ended, [`team:${before}:manager`]: graceUntil(happened) }
      : {}),
  };
  return leaversAfter(former, leaving, { at, most: formerKept });
}

/**
 * Whether a referral is a re-referral: the child's latest other case that closed within the profile's months before its
 * receipt, be it taken up again or not. One that joins an open case is none.
 */
function reReferralOf(context: Ctx<DecideTriagePayload>): ChildCaseStanding['reReferral'] {
  const { payload, record, locked, facts, profile } = context;
  const { childId, receivedAt } = record.standing;
  if (payload.outcome === 'joined') return null;
  const cases = [...locked, ...facts.related].filter(
    ({ kind, id }) => kind === 'childCase' && id !== record.id,
  ) as StoredRecord<ChildCaseStanding>[];
  const theirs = cases.filter(
    ({ id, standing }) => id === payload.otherCaseId || standing.childId === childId,
  );
  return lastClosedBefore(theirs, receivedAt, profile);
}

/** The recorders of the triage decision and of what it does to another case. */
export const triageRecorders = {
  recordCheck: ({ payload, actor }: Ctx<RecordCheckPayload>): Effect[] => [
    { do: 'write', kind: 'check', class: 'case', body: { ...payload, by: actor.name } },
  ],
  recordTriage: (context: Ctx<DecideTriagePayload>): Effect[] => {
    const { payload, record, happened, actor } = context;
    const { outcome, referrerTold } = payload;
    const reReferral = reReferralOf(context);
    const receipt = { reference: record.standing.reference, outcome, told: referrerTold ?? null };
    return [
      { do: 'write', kind: 'triage', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'write', kind: 'receipt', class: 'receipt', body: receipt },
      { do: 'set', patch: { triage: { outcome, at: happened }, ...(reReferral ? { reReferral } : {}) } },
      { do: 'end', rule: 'triage-decision' },
    ];
  },
  scheduleFirstWork: (context: Ctx<DecideTriagePayload>): Effect[] => {
    const { payload, record } = context;
    const { standing } = record;
    const team = payload.teamId ?? standing.team;
    const discusses = payload.outcome === 'section-47-and-risk-assessment' && !standing.strategy;
    return [
      { do: 'set', patch: { team } },
      ...(payload.policeView === 'asked' ? [askedPolice] : []),
      ...firstWork(team, isRaised(standing) || standing.danger !== null),
      ...(discusses ? [{ do: 'start', rule: 'current-harm-strategy', who: manager(team) } as const] : []),
      ...transitionEffects({ ...context, record: { ...record, standing: { ...standing, team } } }),
    ];
  },
  recordEndAtTriage: (context: Ctx<DecideTriagePayload>): Effect[] => [
    ...closingEffects(context, context.payload.outcome),
    ...(context.payload.outcome === 'other-area'
      ? [{ do: 'start', rule: 'other-area-acknowledgement', who: triage } as const]
      : []),
  ],
  recordMergedReferral: (context: Ctx<DecideTriagePayload>): Effect[] => [
    ...closingEffects(context, 'merged'),
    ...cautionsLeft(context),
    {
      do: 'set',
      patch: { linked: linkedAfter(context.record.standing.linked, context.payload.otherCaseId) },
    },
  ],
  recordJoinedReferral: (context: Ctx<JoinedReferral>): Effect[] => {
    const { record, actor, facts } = context;
    const { cautions: _cautions, ...payload } = context.payload;
    return [
      {
        do: 'write',
        kind: 'joined-referral',
        class: 'case',
        body: { ...contentOf(facts, payload.fromCaseId), ...payload, by: actor.name },
      },
      { do: 'set', patch: { linked: linkedAfter(record.standing.linked, payload.fromCaseId) } },
      ...broughtAlong(record.standing, record.standing, payload),
      ...cautionsBrought(context, record.standing.team),
    ];
  },
  recordRelisting: (context: Ctx<RelistPayload & JoinedReferral>): Effect[] => {
    const { record, happened, actor, facts, at, profile } = context;
    const { cautions: _cautions, ...payload } = context.payload;
    const content = contentOf(facts, payload.fromCaseId);
    const { outcomes } = record.standing;
    const team = payload.teamId ?? record.standing.team;
    const patch: Partial<ChildCaseStanding> = {
      ...woken,
      // What was confirmed before still counts for a drop of two grades.
      peaks: peaksAfter(record.standing, at, monthsBefore(at, profile.closing.secondSignature.months)),
      ...workedBefore(record.standing),
      triage: {
        ...{ outcome: 'relisted', at: happened },
        ...(payload.fromCaseId ? { referral: payload.fromCaseId } : {}),
      },
      team,
      former: leavers(context, team),
      linked: linkedAfter(record.standing.linked, payload.fromCaseId),
      ...(outcomes ? { outcomes: { ...outcomes, final: false } } : {}),
      // A referral that wakes the case is counted where it was received, and one that the case itself was stays.
      ...(payload.fromCaseId || !record.standing.closed || record.standing.reReferral
        ? {}
        : { reReferral: { caseId: record.id, closedAt: record.standing.closed.at } }),
    };
    const raised = isRaised({ ...record.standing, ...patch }) || Boolean(payload.danger);
    return [
      { do: 'write', kind: 'relisting', class: 'case', body: { ...content, ...payload, by: actor.name } },
      {
        do: 'endAll',
        reason: 'Relisted',
        except: ['restriction-review', 'breach-decision', 'feedback', 'caution-review'],
      },
      { do: 'set', patch },
      // What child and parent have not been told yet is owed still, now by whoever holds the case.
      { do: 'reassign', rules: ['feedback'], from: worker(record.standing), who: manager(team) },
      {
        do: 'reassign',
        rules: ['caution-review'],
        from: manager(record.standing.team),
        who: manager(team),
      },
      ...firstWork(team, raised),
      ...transitionEffects({ ...context, record: { ...record, standing: { ...record.standing, ...patch } } }),
      ...broughtAlong(record.standing, { team, workerId: null }, payload),
      ...cautionsBrought(context, team),
    ];
  },
};

/**
 * The case that a triage decision joins or wakes, with what the referral brings along. Whoever holds that case reads
 * the child of the referral and the actions begun under it too: the referral itself closes and is held by nobody.
 */
export function otherCaseStep({ payload, record, locked, at }: Ctx<DecideTriagePayload>): Step[] {
  const { outcome, otherCaseId, reasons, policeView, teamId } = payload;
  if (!otherCaseId || (outcome !== 'joined' && outcome !== 'relisted')) return [];
  const other = { kind: 'childCase', id: otherCaseId } as const;
  const before = locked.find((one) => one.id === record.id)?.standing as ChildCaseStanding;
  const carried = cautionsToCarry(before);
  const news = { fromCaseId: record.id, reasons, policeView, danger: dangerOf(before), ...carried };
  const held = locked.find((one) => one.id === otherCaseId) as StoredRecord<ChildCaseStanding>;
  const joined = outcome === 'joined';
  const holder = joined
    ? { team: held.standing.team, workerId: held.standing.workerId }
    : { team: teamId ?? held.standing.team, workerId: null };
  const step: Step = joined
    ? { record: other, event: 'receive-referral', payload: news }
    : {
        record: other,
        event: 'relist',
        payload: { ...news, reason: reasons, ...(teamId ? { teamId } : {}) },
      };
  const isOwnChild = before.childId !== held.standing.childId;
  return [
    step,
    ...tellHolder(locked, holder, {
      ...{ under: record.id, at },
      caseId: otherCaseId,
      childId: isOwnChild ? before.childId : null,
    }),
  ];
}
