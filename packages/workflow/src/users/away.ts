import { instantMs } from '../clocks/time-zone.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, Fault, Missing } from '../model.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import { guardianLeaves } from './guardian.js';
import type {
  Absence,
  DelegatePayload,
  Delegation,
  EndAbsencePayload,
  EndAccessPayload,
  EndDelegationPayload,
  RecordAbsencePayload,
  UserStanding,
} from './standing.js';
import { absenceAt, appointedRoles, coverOf, isThere } from './take-over.js';

type Ctx<P extends object> = Context<UserStanding, P>;
type Guard = GuardContext<UserStanding>;

/** So many absences and delegations stand at one time: a standing stays small. */
const mostAhead = 6;
const yearMs = 366 * 86_400_000;

/** What must hold for an absence or a delegation to end. */
export const awayRules = {
  hasAbsence: ({ record, at }: Guard): Missing[] =>
    (record.standing.absences ?? []).some(({ until }) => until > at)
      ? []
      : missing('noAbsence', 'No absence is recorded that could end.', 'nobody'),
  hasDelegation: ({ record, at }: Guard): Missing[] =>
    (record.standing.delegations ?? []).some(({ until }) => until > at)
      ? []
      : missing('noDelegation', 'No part is delegated now or later.', 'nobody'),
};

const running = <T extends { until: string }>(list: readonly T[] | undefined, at: string): T[] =>
  (list ?? []).filter(({ until }) => until > at);

const governance = 'role:information-governance';

/** Whom an absence or a delegation is told besides: where somebody else decided it, the person and those who oversee. */
const besides = ({ record, actor }: Pick<Ctx<object>, 'record' | 'actor'>): string[] =>
  actor.userId === record.id ? [] : [`user:${record.id}`, governance];

/** Tells each once. */
function tell(kind: string, ...principals: string[]): Effect[] {
  return [...new Set(principals)].map((principal) => ({ do: 'send', kind, principal }));
}

/** What is kept of absences, delegations and what a leaver leaves. */
export const awayRecorders = {
  recordAbsence: (context: Ctx<RecordAbsencePayload>): Effect[] => {
    const { record, payload, facts, commandId, at, actor } = context;
    const { standInId = null, ...given } = payload;
    const cover = coverOf(record.id, record.standing, facts.related, at);
    const absence: Absence = { id: derivedId(commandId, localId.post), ...given, standInId, cover };
    return [
      { do: 'set', patch: { absences: [...running(record.standing.absences, at), absence] } },
      { do: 'write', kind: 'absence', class: 'case', body: { ...absence, by: actor.name } },
      ...tell('work-falls-to-you', standInId ? `user:${standInId}` : cover),
      ...tell('absence-recorded', ...besides(context)),
      ...guardianLeaves(context, 'guardian-away'),
    ];
  },
  recordEndOfAbsence: ({ record, payload, at }: Ctx<EndAbsencePayload>): Effect[] => {
    const ended = running(record.standing.absences, at).find(({ id }) => id === payload.absenceId);
    const absences = running(record.standing.absences, at).filter((one) => one !== ended);
    return [
      { do: 'set', patch: { absences } },
      { do: 'write', kind: 'absence-ended', class: 'case', body: { ...payload } },
      ...(ended ? tell('work-goes-back', ended.standInId ? `user:${ended.standInId}` : ended.cover) : []),
    ];
  },
  recordDelegation: (context: Ctx<DelegatePayload>): Effect[] => {
    const { record, payload, commandId, at, actor } = context;
    const { reason: _reason, ...given } = payload;
    const delegation: Delegation = { id: derivedId(commandId, localId.post), ...given };
    return [
      { do: 'set', patch: { delegations: [...running(record.standing.delegations, at), delegation] } },
      { do: 'write', kind: 'delegation', class: 'case', body: { ...payload, by: actor.name } },
      ...tell('part-delegated', `user:${payload.toId}`, `user:${record.id}`, ...besides(context)),
    ];
  },
  recordEndOfDelegation: ({ record, payload, at }: Ctx<EndDelegationPayload>): Effect[] => {
    const before = running(record.standing.delegations, at);
    const ended = before.find(({ id }) => id === payload.delegationId);
    return [
      { do: 'set', patch: { delegations: before.filter((one) => one !== ended) } },
      { do: 'write', kind: 'delegation-ended', class: 'case', body: { ...payload } },
      ...(ended ? tell('part-goes-back', `user:${ended.toId}`, `user:${record.id}`) : []),
    ];
  },
  recordEndOfAccess: (context: Ctx<EndAccessPayload>): Effect[] => {
    const { record, payload, facts, happened, at, actor } = context;
    const { absences: _absences, delegations: _delegations, roles } = record.standing;
    const cover = coverOf(record.id, record.standing, facts.related, at);
    return [
      {
        do: 'set',
        patch: { endedAt: happened, roles: [], absences: [], delegations: [], left: { at, roles, cover } },
      },
      { do: 'write', kind: 'access-ended', class: 'case', body: { ...payload, by: actor.name, cover } },
      ...tell('work-falls-to-you', cover),
      ...guardianLeaves(context, 'guardian-missing'),
    ];
  },
};

const fault = (pointer: string, code: string, detail: string): Fault => ({ pointer, code, detail });

function spanFaults({ from, until }: { from: string; until: string }, at: string): Fault[] {
  if (until <= from) return [fault('/until', 'order', 'It ends before it begins.')];
  if (until <= at) return [fault('/until', 'past', 'It is over already.')];
  if (instantMs(until) - instantMs(from) > yearMs)
    return [fault('/until', 'tooLong', 'Give at most a year; what lasts longer is given anew.')];
  return [];
}

/**
 * Why somebody cannot stand in: the person himself, whoever decides it for another, nobody who is there, another agency,
 * or no work with cases.
 */
function standInFaults(context: Ctx<{ from: string }>, pointer: string, id: string, acrossAgencies = false) {
  const { record, facts, payload, actor } = context;
  if (id === record.id) return [fault(pointer, 'self', 'Somebody else stands in.')];
  if (id === actor.userId)
    return [fault(pointer, 'toYourself', 'Nobody takes the part of another for himself or herself.')];
  const found = facts.related.find((one) => one.kind === 'user' && one.id === id && one.state === 'active');
  if (!found) return [fault(pointer, 'noPerson', 'Nobody with an account has this id.')];
  const other = found.standing as UserStanding;
  if (other.roles.includes('administrator'))
    return [fault(pointer, 'separation', 'An administrator works with no case, also not for another.')];
  if (other.agencyId !== record.standing.agencyId && !acrossAgencies)
    return [fault(pointer, 'otherAgency', 'Who stands in belongs to the same agency.')];
  if (absenceAt(other, payload.from) || !isThere(other, context.at))
    return [fault(pointer, 'away', 'That person is away too.')];
  return [];
}

function tooMany(pointer: string, ahead: readonly unknown[]): Fault[] {
  return ahead.length < mostAhead
    ? []
    : [fault(pointer, 'tooMany', `At most ${mostAhead} stand at one time.`)];
}

/** What is wrong with an absence. */
export function absenceFaults(context: Ctx<RecordAbsencePayload>): Fault[] {
  const { payload, record, at } = context;
  return [
    ...spanFaults(payload, at),
    ...(payload.standInId ? standInFaults(context, '/standInId', payload.standInId) : []),
    ...tooMany('/from', running(record.standing.absences, at)),
  ];
}

/** What is wrong with the end of an absence. */
export function endAbsenceFaults({ payload, record, at }: Ctx<EndAbsencePayload>): Fault[] {
  const known = running(record.standing.absences, at).some(({ id }) => id === payload.absenceId);
  return known ? [] : [fault('/absenceId', 'noAbsence', 'There is no such absence, or it is over.')];
}

const clearedRoles = ['intelligence-officer', 'intelligence-supervisor'] as const;

/**
 * What is wrong with a delegation: a part that is not held, is an administrator’s, or asks for a clearance that the
 * other has not. Nobody takes a part of another for himself or herself, and what somebody was appointed to oversee only
 * he or she gives, or an administrator. The chair alone may come from another agency.
 */
export function delegateFaults(context: Ctx<DelegatePayload>): Fault[] {
  const { payload, record, facts, actor, at } = context;
  const { role, toId } = payload;
  const faults = [...spanFaults(payload, at), ...tooMany('/role', running(record.standing.delegations, at))];
  if (!record.standing.roles.includes(role))
    faults.push(fault('/role', 'notHeld', 'That part is not this person’s to give.'));
  if (role === 'administrator')
    faults.push(fault('/role', 'notDelegable', 'Give another person the role of an administrator instead.'));
  const decides = actor.userId === record.id || actor.roles.includes('administrator');
  if (appointedRoles.includes(role) && !decides)
    faults.push(fault('/role', 'appointed', 'Whoever was appointed gives that part, or an administrator.'));
  const isChair = role === 'chair' || role === 'deputy-chair';
  faults.push(...standInFaults(context, '/toId', toId, isChair));
  const other = facts.related.find((one) => one.id === toId)?.standing as UserStanding | undefined;
  const needsClearance = clearedRoles.includes(role as never);
  if (needsClearance && other && !other.roles.some((one) => clearedRoles.includes(one as never)))
    faults.push(fault('/toId', 'notCleared', 'That person is not cleared for intelligence.'));
  return faults;
}

/** What is wrong with the end of a delegation. */
export function endDelegationFaults({ payload, record, at }: Ctx<EndDelegationPayload>): Fault[] {
  const known = running(record.standing.delegations, at).some(({ id }) => id === payload.delegationId);
  return known ? [] : [fault('/delegationId', 'noDelegation', 'There is no such delegation, or it is over.')];
}
