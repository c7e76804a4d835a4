import { caseAbove } from '../child-cases/on-case.js';
import { localDate } from '../clocks/time-zone.js';
import type { DipSampleStanding } from '../dip-samples/standing.js';
import type { Context, Fault, StoredRecord, WrittenRow } from '../model.js';
import { findPerson } from '../person-named.js';
import type {
  CaseAuditStanding,
  ChaseAuditPayload,
  CommissionAuditPayload,
  ModerateAuditPayload,
} from './standing.js';

type Ctx<P extends object> = Context<CaseAuditStanding, P>;

const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }];

/** The day until which an audit is returned is not over yet. */
function dueFaults({ payload, profile, at }: Ctx<{ due?: string }>): Fault[] {
  const { due } = payload;
  if (due === undefined || due >= localDate(at, profile.timeZone)) return [];
  return fault('/due', 'past', 'The day until which it is returned is over.');
}

/** Who was ever allocated to a case, from what was written on it. */
const wasAllocated = (written: readonly WrittenRow[], userId: string): boolean =>
  written.some(
    ({ kind, body }) => kind === 'allocation' && (body as { workerId?: string }).workerId === userId,
  );

const isOpenAuditOf =
  (caseId: string, auditorId: string) =>
  ({ kind, state, parentId, standing }: StoredRecord): boolean =>
    kind === 'caseAudit' &&
    parentId === caseId &&
    (state === 'distributed' || state === 'awaitingModeration') &&
    (standing as CaseAuditStanding).auditorId === auditorId;

/** The sample that is named is on the books, has not ended, and drew this case. */
function sampleFaults({ payload, facts }: Ctx<CommissionAuditPayload>): Fault[] {
  const { sampleId, caseId } = payload;
  if (sampleId === undefined) return [];
  const sample = facts.related.find((one) => one.kind === 'dipSample' && one.id === sampleId);
  const standing = sample?.standing as DipSampleStanding | undefined;
  if (!standing?.caseIds.includes(caseId))
    return fault('/sampleId', 'notDrawn', 'This is no sample that drew this case.');
  return standing.ended ? fault('/sampleId', 'ended', 'This sample has ended.') : [];
}

/** The auditor has an account, never held the case or sat in the team that holds it, and is shut out of nothing. */
export function commissionFaults(context: Ctx<CommissionAuditPayload>): Fault[] {
  const { payload, locked, record, facts } = context;
  const above = caseAbove(locked, record);
  const auditor = findPerson(facts, payload.auditorId);
  const rest = [...dueFaults(context), ...sampleFaults(context)];
  const who = (code: string, detail: string) => [...fault('/auditorId', code, detail), ...rest];
  if (!above) return rest;
  if (!auditor) return who('noPerson', 'Choose somebody with an account.');
  if (auditor.roles.every((role) => role === 'administrator' || role === 'referrer'))
    return who('noPart', 'Cases are audited by somebody who works with cases.');
  const { team, workerId, former = {}, access = {} } = above.standing;
  const { auditorId } = payload;
  const held =
    (team !== null && auditor.teamId === team) ||
    workerId === auditorId ||
    former[`user:${auditorId}`] !== undefined ||
    wasAllocated(facts.written, auditorId);
  if (held)
    return who('held', 'Whoever holds the case, or did, does not audit it: choose somebody of another team.');
  if (access.without?.includes(auditorId))
    return who('connection', 'A personal connection of this person is recorded on the case.');
  const named = access.named?.some((one) => one.userId === auditorId && one.until === null);
  if (access.closed && !named)
    return who('restricted', 'The case is restricted: it is audited by somebody who is named on it.');
  if (locked.some(isOpenAuditOf(above.id, auditorId)))
    return who('twice', 'This person audits the case already.');
  return rest;
}

/** Chasing may set another day, which lies ahead and not before the one that stands. */
export function chasingFaults(context: Ctx<ChaseAuditPayload>): Fault[] {
  const { payload, record } = context;
  if (payload.due !== undefined && payload.due < record.standing.due)
    return fault('/due', 'earlier', 'Another day lies after the one that stands.');
  return dueFaults(context);
}

/** An audit goes back with a day; one that is agreed has none. */
export function moderationFaults(context: Ctx<ModerateAuditPayload>): Fault[] {
  const { outcome, due, overall } = context.payload;
  if (outcome === 'sent-back') {
    if (overall) return fault('/overall', 'sentBack', 'What goes back is judged again by its auditor.');
    return due ? dueFaults(context) : fault('/due', 'due', 'Say until when it is to come back.');
  }
  return due ? fault('/due', 'agreed', 'An audit that is agreed has no new day.') : [];
}
