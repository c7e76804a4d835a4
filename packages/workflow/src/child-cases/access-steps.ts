import { closedExistenceSteps } from '../agenda-items/take-off.js';
import { auditKinds } from '../case-audits/audit-kinds.js';
import { endAccessSteps } from '../links/told.js';
import type { Access, Context, NamedReader, StoredRecord } from '../model.js';
import { noticeStep } from '../notices/prompts.js';
import { accessEvent, type Step } from '../topic.js';
import { holderSteps, hungOn } from './holder-steps.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx = Context<ChildCaseStanding>;

const of = (locked: readonly StoredRecord[], kind: StoredRecord['kind']) =>
  locked.filter((one) => one.kind === kind);

/** Somebody named in several cases of a child reads the child as long, and as much, as any of them says. */
function namedInAny(all: readonly Access[]): NamedReader[] {
  const known = new Map<string, NamedReader>();
  for (const one of all.flatMap(({ named = [] }) => named)) {
    const before = known.get(one.userId);
    const classes = [...new Set([...(before?.classes ?? []), ...one.classes])];
    const lasts = before && (before.until === null || (one.until !== null && before.until > one.until));
    known.set(one.userId, { userId: one.userId, classes, until: lasts ? before.until : one.until });
  }
  return [...known.values()];
}

/**
 * Who reads a child besides the rules: as long as one case of the child is not restricted, the child is open to those who
 * work with that one, beside whom those named in the others read; about me and the carers close with the last of them.
 */
function ofAllCases({ record, locked }: Ctx): Access {
  const { access = {}, childId } = record.standing;
  const others = of(locked, 'childCase').filter((one) => one.parentId === childId && one.id !== record.id);
  if (others.length === 0) return access;
  const all = [access, ...others.map(({ standing }) => standing.access ?? {})];
  const named = namedInAny(all);
  const without = [...new Set(all.flatMap((one) => one.without ?? []))];
  return {
    ...(all.every(({ closed }) => closed) ? { closed: true } : {}),
    ...(named.length > 0 ? { named } : {}),
    ...(without.length > 0 ? { without } : {}),
  };
}

const told = (records: readonly StoredRecord[], payload: Access): Step[] =>
  records
    .filter(({ standing }) => JSON.stringify(standing.access ?? {}) !== JSON.stringify(payload))
    .map(({ kind, id }) => ({ record: { kind, id }, event: accessEvent, payload }));

/** Whoever reads the case for a time, as in an emergency or to audit it, is not thereby told who else does, or what another auditor found. */
function withoutHours({ named, ...access }: Access): Access {
  const lasting = named?.filter(({ until }) => until === null) ?? [];
  return { ...access, ...(lasting.length > 0 ? { named: lasting } : {}) };
}

/**
 * Tells what was decided about who reads a case to all that hangs on it: its actions, requests, challenges,
 * notices and services, its items and those about what hangs on it, its part of a request for access and what tells of its opening in an emergency, and the child with episodes and
 * proposals. The existence of a child is closed with that of the last of its cases; where the child has others,
 * the child no longer learns who holds this one.
 */
export function accessSteps(context: Ctx): Step[] {
  const { record, locked } = context;
  const { access = {}, childId } = record.standing;
  const child = of(locked, 'child').find((one) => one.id === childId);
  const hung = hungOn(locked, record.id);
  const onIt = new Set([record.id, ...hung.map(({ id }) => id)]);
  const ofCase = [
    ...hung.filter(({ kind }) => !auditKinds.includes(kind)),
    ...of(locked, 'agendaItem').filter(({ subjectId }) => onIt.has(subjectId ?? '')),
    ...of(locked, 'accessRequest').filter((one) => one.subjectId === record.id),
  ];
  const openings = [
    ...of(locked, 'breakGlass').filter((one) => one.subjectId === record.id),
    ...hung.filter(({ kind }) => auditKinds.includes(kind)),
  ];
  const ofChild = [
    ...(child ? [child] : []),
    ...of(locked, 'missingEpisode').filter((one) => one.parentId === childId),
    ...of(locked, 'incidentVictim').filter((one) => one.parentId === childId),
    ...of(locked, 'returnInterview').filter((one) => one.parentId === childId),
    ...of(locked, 'protection').filter((one) => one.parentId === childId),
    ...of(locked, 'referralProposal').filter((one) => one.parentId === childId),
  ];
  const forChild = ofAllCases(context);
  return [
    ...told(ofCase, access),
    ...told(openings, withoutHours(access)),
    ...told(ofChild, forChild),
    ...endAccessSteps(locked, childId, forChild),
    ...holderSteps(context),
    ...closedExistenceSteps(context as never),
  ];
}

/**
 * The file of a child who has died is closed to all but those named, with all that hangs on it; and whether the death is
 * notified as a serious incident is asked (Working Together: notified within five working days).
 */
export function deathSteps(context: Ctx): Step[] {
  const { record, commandId } = context;
  if (record.standing.closed?.reason !== 'deceased') return [];
  const asked = { kind: 'serious-incident', cause: 'serious-incident' } as const;
  return [...accessSteps(context), noticeStep(record, commandId, asked)];
}
