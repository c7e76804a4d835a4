import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context } from '../model.js';
import { caseReference } from '../reference.js';
import type { Effect, Step } from '../topic.js';
import type { ChildDescription, DecideTriagePayload, RecordReferralPayload } from './payloads.js';
import { manager, triage } from './principals.js';
import { type ChildCaseStanding, isRaised } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** The child that a referral is about: the one named, or a new one whose id the command creates. */
export function childOf(payload: RecordReferralPayload, commandId: string): string {
  return payload.childId ?? derivedId(commandId, localId.child);
}

/** The name under which a child is listed; a description where no name is known. */
export function childName(child: ChildDescription | undefined): string {
  const full = [child?.firstName, child?.lastName].filter(Boolean).join(' ');
  return full || child?.chosenName || 'Child not yet identified';
}

/** The recorders of referral and triage. */
export const referralRecorders = {
  recordReferral: ({
    record,
    payload,
    actor,
    commandId,
    happened,
    locked,
  }: Ctx<RecordReferralPayload>): Effect[] => {
    const known = locked.find((one) => one.kind === 'child');
    const name = known ? (known.standing as unknown as { name: string }).name : childName(payload.child);
    const reference = caseReference(record.id);
    const standing: Partial<ChildCaseStanding> = {
      reference,
      childId: childOf(payload, commandId),
      name,
      receivedAt: happened,
      referrerId: actor.userId,
      source: payload.source ?? 'not-yet-known',
    };
    const receipt = { reference, receivedAt: happened };
    return [
      { do: 'set', patch: standing },
      { do: 'write', kind: 'referral', class: 'case', body: payload },
      { do: 'write', kind: 'receipt', class: 'receipt', body: receipt },
      {
        do: 'find',
        terms: [
          { kind: 'reference', term: reference },
          { kind: 'name', term: name },
        ],
      },
    ];
  },
  scheduleTriage: (): Effect[] => [{ do: 'start', rule: 'triage-decision', who: triage }],
  recordFirstDanger: ({ payload, at }: Ctx<RecordReferralPayload>): Effect[] =>
    payload.immediateDanger ? dangerEffects(at) : [],
  recordDanger: ({ payload, at }: Ctx<object>): Effect[] => [
    { do: 'write', kind: 'danger', class: 'safety', body: payload },
    ...dangerEffects(at),
  ],
  recordAcknowledgement: ({ record, payload, actor }: Ctx<object>): Effect[] => [
    { do: 'write', kind: 'danger-acknowledged', class: 'safety', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { danger: { ...record.standing.danger, acknowledgedBy: actor.userId } } },
    { do: 'end', rule: 'danger-acknowledgement' },
  ],
  recordTriage: ({ payload, record, happened, actor }: Ctx<DecideTriagePayload>): Effect[] => [
    { do: 'write', kind: 'triage', class: 'case', body: { ...payload, by: actor.name } },
    {
      do: 'write',
      kind: 'receipt',
      class: 'receipt',
      body: {
        reference: record.standing.reference,
        outcome: payload.outcome,
        told: payload.referrerTold ?? null,
      },
    },
    { do: 'set', patch: { triage: { outcome: payload.outcome, at: happened } } },
    { do: 'end', rule: 'triage-decision' },
    ...(payload.policeView === 'asked'
      ? [{ do: 'start', rule: 'police-view', who: 'role:police-desk' } as const]
      : []),
  ],
  scheduleFirstWork: ({ payload, record }: Ctx<DecideTriagePayload>): Effect[] => [
    { do: 'set', patch: { team: payload.teamId ?? record.standing.team } },
    { do: 'start', rule: 'worker-allocated', who: manager(payload.teamId ?? record.standing.team) },
    {
      do: 'start',
      rule: 'first-assessment',
      who: manager(payload.teamId ?? record.standing.team),
      raised: isRaised(record.standing) || record.standing.danger !== null,
    },
  ],
  recordEndAtTriage: ({ payload, happened }: Ctx<DecideTriagePayload>): Effect[] => [
    { do: 'endAll', reason: `Not taken on at triage: ${payload.outcome}` },
    ...(payload.outcome === 'other-area'
      ? [{ do: 'start', rule: 'other-area-acknowledgement', who: triage } as const]
      : []),
    { do: 'set', patch: { closed: { reason: payload.outcome, at: happened } } },
  ],
  recordMergedReferral: ({ payload, happened, record }: Ctx<DecideTriagePayload>): Effect[] => [
    { do: 'endAll', reason: `Merged: ${payload.outcome}` },
    {
      do: 'set',
      patch: {
        closed: { reason: 'merged', at: happened },
        linked: [...record.standing.linked, payload.otherCaseId],
      },
    },
  ],
  recordJoinedReferral: ({ payload, record }: Ctx<{ fromCaseId: string; reasons: string }>): Effect[] => [
    { do: 'write', kind: 'joined-referral', class: 'case', body: payload },
    { do: 'set', patch: { linked: [...record.standing.linked, payload.fromCaseId].slice(-20) } },
  ],
  recordRelisting: ({ payload, record }: Ctx<object>): Effect[] => {
    const { team } = record.standing;
    return [
      { do: 'write', kind: 'relisting', class: 'case', body: payload },
      { do: 'endAll', reason: 'Relisted' },
      {
        do: 'set',
        patch: {
          closed: null,
          closure: null,
          proposed: null,
          confirmed: null,
          plan: null,
          listing: null,
          lowSince: null,
          workerId: null,
          returnTo: 'assessing',
        },
      },
      { do: 'start', rule: 'worker-allocated', who: team ? manager(team) : triage },
      { do: 'start', rule: 'first-assessment', who: team ? manager(team) : triage },
    ];
  },
};

function dangerEffects(at: string): Effect[] {
  return [
    { do: 'set', patch: { danger: { raisedAt: at, acknowledgedBy: null } } },
    { do: 'start', rule: 'danger-acknowledgement', who: 'role:duty-manager', again: true },
    { do: 'start', rule: 'strategy-discussion', who: 'role:duty-manager' },
    ...['role:duty-manager', 'role:out-of-hours', 'role:police-desk'].map(
      (principal) => ({ do: 'send', kind: 'danger-alert', principal }) as const,
    ),
  ];
}

/** The other records that a referral or a triage decision moves. */
export const referralSteps = {
  child: ({ payload, commandId, actor }: Ctx<RecordReferralPayload>): Step[] => {
    if (payload.childId) return [];
    const record = { kind: 'child', id: childOf(payload, commandId) } as const;
    const child = payload.child ?? {};
    return [
      { record, event: 'record-child', payload: { ...child, from: 'referral', recordedBy: actor.name } },
    ];
  },
  otherCase: ({ payload, record }: Ctx<DecideTriagePayload>): Step[] => {
    if (!payload.otherCaseId) return [];
    const other = { kind: 'childCase', id: payload.otherCaseId } as const;
    const news = { fromCaseId: record.id, reasons: payload.reasons, reason: payload.reasons };
    if (payload.outcome === 'joined') return [{ record: other, event: 'receive-referral', payload: news }];
    if (payload.outcome === 'relisted') return [{ record: other, event: 'relist', payload: news }];
    return [];
  },
};
