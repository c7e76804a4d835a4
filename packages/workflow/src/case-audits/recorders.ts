import { caseAbove, keptOfCaseAbove, recordHolder } from '../child-cases/on-case.js';
import { recordChildOfCase } from '../children/under-child.js';
import type { Context } from '../model.js';
import { findPerson } from '../person-named.js';
import type { Effect } from '../topic.js';
import type {
  CaseAuditStanding,
  ChaseAuditPayload,
  CommissionAuditPayload,
  ModerateAuditPayload,
  ReturnAuditPayload,
  WithdrawAuditPayload,
} from './standing.js';

type Ctx<P extends object> = Context<CaseAuditStanding, P>;

/** Who commissions audits, moderates them and answers for what comes of them. */
export const qualityLeads = ['auditor', 'senior'] as const;

const write = (kind: string, body: object): Effect => ({ do: 'write', kind, class: 'case', body });
const set = (patch: Partial<CaseAuditStanding>): Effect => ({ do: 'set', patch });
const tell = (kind: string, principal: string): Effect => ({ do: 'send', kind, principal });
const quality = 'role:auditor';

const waitForReturn = (who: string, due: string, again: boolean): Effect => ({
  do: 'start',
  rule: 'audit-return',
  who: `user:${who}`,
  due,
  ...(again ? { again } : {}),
});

/** The recorders of case audits; none of them changes the case itself. */
export const recorders = {
  recordCommission: ({ payload, locked, record, facts, actor, happened }: Ctx<CommissionAuditPayload>) => {
    const above = caseAbove(locked, record);
    const auditor = findPerson(facts, payload.auditorId);
    if (!above || !auditor) return [];
    const { auditorId, due, sampleId } = payload;
    return [
      set({
        ...keptOfCaseAbove(above),
        ...{ auditorId, due, firstDue: due },
        ...(sampleId ? { sampleId } : {}),
        auditorName: auditor.name,
        agencyId: auditor.agencyId,
        commissioned: { by: actor.userId, name: actor.name, at: happened },
      }),
      write('audit-commissioned', { ...payload, auditorName: auditor.name, by: actor.name }),
      waitForReturn(auditorId, due, false),
      tell('audit-given', `user:${auditorId}`),
    ];
  },
  recordChasing: ({ payload, record, actor }: Ctx<ChaseAuditPayload>): Effect[] => {
    const { auditorId, chased } = record.standing;
    const { due } = payload;
    return [
      write('audit-chased', { ...payload, by: actor.name }),
      set({ chased: chased + 1, ...(due ? { due } : {}) }),
      ...(due ? [waitForReturn(auditorId, due, true)] : []),
      tell('audit-chased', `user:${auditorId}`),
    ];
  },
  recordWithdrawal: ({ payload, record, actor, happened }: Ctx<WithdrawAuditPayload>): Effect[] => [
    write('audit-withdrawn', { ...payload, by: actor.name }),
    set({ withdrawnAt: happened }),
    { do: 'endAll', reason: 'Withdrawn' },
    tell('audit-withdrawn', `user:${record.standing.auditorId}`),
  ],
  recordReturn: ({ payload, actor, happened }: Ctx<ReturnAuditPayload>): Effect[] => {
    const { referral, assessment, plan, outcomes, overall, themes = [] } = payload;
    return [
      write('audit-returned', { ...payload, themes, by: actor.name }),
      set({
        returned: { at: happened, grades: { referral, assessment, plan, outcomes }, overall, themes },
      }),
      { do: 'end', rule: 'audit-return' },
      { do: 'start', rule: 'audit-moderation', who: quality },
      tell('audit-returned', quality),
    ];
  },
  recordModeration: ({ payload, record, actor, happened }: Ctx<ModerateAuditPayload>): Effect[] => {
    const found = record.standing.returned?.overall ?? 'good';
    const overall = payload.overall ?? found;
    return [
      write('audit-moderated', { ...payload, overall, found, by: actor.name }),
      set({ moderated: { by: actor.name, at: happened, overall } }),
      { do: 'end', rule: 'audit-moderation' },
    ];
  },
  recordSendingBack: ({ payload, record, actor }: Ctx<ModerateAuditPayload>): Effect[] => {
    const { auditorId, sentBack } = record.standing;
    const due = payload.due ?? record.standing.due;
    return [
      write('audit-sent-back', { reasons: payload.reasons, due, by: actor.name }),
      set({ returned: null, sentBack: sentBack + 1, due }),
      { do: 'end', rule: 'audit-moderation' },
      waitForReturn(auditorId, due, true),
      tell('audit-sent-back', `user:${auditorId}`),
    ];
  },
  recordHolder: recordHolder(),
  recordChildOfCase,
};
