import type { Context } from '../model.js';
import type { Effect, Step } from '../topic.js';
import type { DecideTriagePayload, RelistPayload } from './payloads.js';
import { manager, triage } from './principals.js';
import { closingEffects } from './record-closure.js';
import { type DangerNews, dangerOf, inheritedDanger } from './record-danger.js';
import { type ChildCaseStanding, isRaised } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** What a referral brings to the case that it joins or wakes. */
export interface JoinedReferral {
  fromCaseId?: string;
  reasons?: string;
  policeView?: 'given' | 'asked';
  danger?: DangerNews | null;
}

const askedPolice = { do: 'start', rule: 'police-view', who: 'role:police-desk' } as const;

/** How many linked cases a standing names. */
export const linkedKept = 5;

function linkedAfter({ linked }: ChildCaseStanding, caseId: string | undefined): string[] {
  return caseId === undefined || linked.includes(caseId) ? linked : [...linked, caseId].slice(-linkedKept);
}

function firstWork(team: string | null, raised: boolean): Effect[] {
  return [
    { do: 'start', rule: 'worker-allocated', who: manager(team) },
    { do: 'start', rule: 'first-assessment', who: manager(team), raised },
  ];
}

function broughtAlong({ danger, policeView }: JoinedReferral): Effect[] {
  return [...(policeView === 'asked' ? [askedPolice] : []), ...inheritedDanger(danger)];
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
  workerId: null,
  returnTo: 'assessing',
};

/** The recorders of the triage decision and of what it does to another case. */
export const triageRecorders = {
  recordTriage: ({ payload, record, happened, actor }: Ctx<DecideTriagePayload>): Effect[] => {
    const { outcome, referrerTold } = payload;
    const receipt = { reference: record.standing.reference, outcome, told: referrerTold ?? null };
    return [
      { do: 'write', kind: 'triage', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'write', kind: 'receipt', class: 'receipt', body: receipt },
      { do: 'set', patch: { triage: { outcome, at: happened } } },
      { do: 'end', rule: 'triage-decision' },
    ];
  },
  scheduleFirstWork: ({ payload, record }: Ctx<DecideTriagePayload>): Effect[] => {
    const { standing } = record;
    const team = payload.teamId ?? standing.team;
    const discusses = payload.outcome === 'section-47-and-risk-assessment' && !standing.strategy;
    return [
      { do: 'set', patch: { team } },
      ...(payload.policeView === 'asked' ? [askedPolice] : []),
      ...firstWork(team, isRaised(standing) || standing.danger !== null),
      ...(discusses ? [{ do: 'start', rule: 'current-harm-strategy', who: manager(team) } as const] : []),
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
    { do: 'set', patch: { linked: linkedAfter(context.record.standing, context.payload.otherCaseId) } },
  ],
  recordJoinedReferral: ({ payload, record, actor }: Ctx<JoinedReferral>): Effect[] => [
    { do: 'write', kind: 'joined-referral', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { linked: linkedAfter(record.standing, payload.fromCaseId) } },
    ...broughtAlong(payload),
  ],
  recordRelisting: ({ payload, record, happened, actor }: Ctx<RelistPayload & JoinedReferral>): Effect[] => {
    const team = payload.teamId ?? record.standing.team;
    const patch: Partial<ChildCaseStanding> = {
      ...woken,
      triage: { outcome: 'relisted', at: happened },
      team,
      linked: linkedAfter(record.standing, payload.fromCaseId),
    };
    const raised = isRaised({ ...record.standing, ...patch }) || Boolean(payload.danger);
    return [
      { do: 'write', kind: 'relisting', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'endAll', reason: 'Relisted' },
      { do: 'set', patch },
      ...firstWork(team, raised),
      ...broughtAlong(payload),
    ];
  },
};

/** The case that a triage decision joins or wakes, with what the referral brings along. */
export function otherCaseStep({ payload, record, locked }: Ctx<DecideTriagePayload>): Step[] {
  const { outcome, otherCaseId, reasons, policeView, teamId } = payload;
  if (!otherCaseId || (outcome !== 'joined' && outcome !== 'relisted')) return [];
  const other = { kind: 'childCase', id: otherCaseId } as const;
  const before = locked.find((one) => one.id === record.id)?.standing as ChildCaseStanding;
  const news = { fromCaseId: record.id, reasons, policeView, danger: dangerOf(before) };
  if (outcome === 'joined') return [{ record: other, event: 'receive-referral', payload: news }];
  return [
    { record: other, event: 'relist', payload: { ...news, reason: reasons, ...(teamId ? { teamId } : {}) } },
  ];
}
