import type { CaseAuditStanding } from '../case-audits/standing.js';
import { keptOfCaseAbove, recordHolder } from '../child-cases/on-case.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { recordChildOfCase } from '../children/under-child.js';
import type { Context, StoredRecord } from '../model.js';
import { findPerson } from '../person-named.js';
import { shortened } from '../shortened.js';
import type { Effect } from '../topic.js';
import type {
  AddAuditActionPayload,
  AnswerProofPayload,
  AuditActionStanding,
  EndAuditActionPayload,
  GiveProofPayload,
  HandOverPayload,
} from './standing.js';

type Ctx<P extends object> = Context<AuditActionStanding, P>;
type Locked = Pick<Ctx<AddAuditActionPayload>, 'locked' | 'payload'>;

/** The audit whose finding is answered, as far as it is locked. */
export const auditNamed = ({ locked, payload }: Locked) =>
  locked.find((one) => one.kind === 'caseAudit' && one.id === payload.auditId) as
    | StoredRecord<CaseAuditStanding>
    | undefined;

/** The case of that audit, as far as it is locked. */
export const caseNamed = ({ locked, payload }: Locked) =>
  locked.find((one) => one.kind === 'childCase' && one.id === payload.caseId) as
    | StoredRecord<ChildCaseStanding>
    | undefined;

const write = (kind: string, body: object): Effect => ({ do: 'write', kind, class: 'own', body });
const set = (patch: Partial<AuditActionStanding>): Effect => ({ do: 'set', patch });
const tell = (kind: string, principal: string): Effect => ({ do: 'send', kind, principal });
const quality = 'role:auditor';
const waitFor = (ownerId: string, due: string): Effect => ({
  do: 'start',
  rule: 'audit-action',
  who: `user:${ownerId}`,
  due,
  again: true,
});

/** The recorders of actions from audits: each runs until it is proven, or ended with why it was not. */
export const recorders = {
  recordAction: (context: Ctx<AddAuditActionPayload>): Effect[] => {
    const { payload, facts, actor, happened } = context;
    const above = caseNamed(context);
    const owner = findPerson(facts, payload.ownerId);
    if (!above || !owner) return [];
    // The owner reads what is written, and is not told whose case it came from.
    const { caseId: _caseId, auditId, ...told } = payload;
    const { part = null, what, ownerId, due } = told;
    return [
      set({
        ...keptOfCaseAbove(above),
        ...{ auditId, part, ownerId, due, firstDue: due },
        what: shortened(what, 300),
        ownerName: owner.name,
        agencyId: owner.agencyId,
        given: { by: actor.userId, name: actor.name, at: happened },
      }),
      write('audit-action', { ...told, ownerName: owner.name, by: actor.name }),
      waitFor(ownerId, due),
      tell('audit-action-given', `user:${ownerId}`),
    ];
  },
  recordProof: ({ payload, actor, happened }: Ctx<GiveProofPayload>): Effect[] => [
    write('audit-action-proof', { ...payload, by: actor.name }),
    set({ proofAt: happened }),
    { do: 'end', rule: 'audit-action' },
    { do: 'start', rule: 'audit-proof', who: quality },
    tell('audit-proof-given', quality),
  ],
  recordProven: ({ payload, actor, happened }: Ctx<AnswerProofPayload>): Effect[] => [
    write('audit-action-proven', { words: payload.words, by: actor.name }),
    set({ ended: { how: 'proven', at: happened } }),
    { do: 'end', rule: 'audit-proof' },
  ],
  recordNotProven: ({ payload, record, actor }: Ctx<AnswerProofPayload>): Effect[] => {
    const { ownerId, sentBack } = record.standing;
    const due = payload.due ?? record.standing.due;
    return [
      write('audit-action-not-proven', { words: payload.words, due, by: actor.name }),
      set({ proofAt: null, sentBack: sentBack + 1, due }),
      { do: 'end', rule: 'audit-proof' },
      waitFor(ownerId, due),
      tell('audit-proof-sent-back', `user:${ownerId}`),
    ];
  },
  recordHandingOver: ({ payload, record, facts, actor }: Ctx<HandOverPayload>): Effect[] => {
    const owner = findPerson(facts, payload.ownerId);
    if (!owner) return [];
    const { ownerId, due } = payload;
    const from = record.standing.ownerName;
    return [
      write('audit-action-handed-over', { ...payload, from, ownerName: owner.name, by: actor.name }),
      set({ ownerId, due, ownerName: owner.name, agencyId: owner.agencyId }),
      waitFor(ownerId, due),
      tell('audit-action-given', `user:${ownerId}`),
    ];
  },
  recordEnd: ({ payload, actor, happened }: Ctx<EndAuditActionPayload>): Effect[] => [
    write('audit-action-ended', { ...payload, by: actor.name }),
    set({ ended: { how: payload.how, at: happened } }),
    { do: 'endAll', reason: payload.how === 'not-done' ? 'Not done' : 'No longer possible' },
  ],
  recordHolder: recordHolder(),
  recordChildOfCase,
};
