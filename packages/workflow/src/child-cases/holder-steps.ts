import type { Leavers } from '../grace.js';
import type { Context, RecordKind, StoredRecord } from '../model.js';
import type { Step } from '../topic.js';
import type { ChildCaseStanding } from './standing.js';

/** Of those who held a case before, its standing keeps the latest. */
export const formerKept = 4;

/** Who holds a case from now on, and who did until lately. */
export interface HolderNews {
  team: string | null;
  workerId: string | null;
  former?: Leavers;
}

/** Kinds of record that hang on a case: each learns who holds the case, and who reads it. */
export const kindsOnCase = [
  'planAction',
  'planCopy',
  'informationRequest',
  'challenge',
  'notice',
] as const satisfies RecordKind[];

/** What of all that is locked hangs on a case. */
export function hungOn(locked: readonly StoredRecord[], caseId: string): StoredRecord[] {
  const kinds: readonly RecordKind[] = kindsOnCase;
  return locked.filter((one) => one.parentId === caseId && kinds.includes(one.kind));
}

function differs(hung: StoredRecord, { team, workerId, former }: HolderNews): boolean {
  const known = hung.standing as unknown as HolderNews;
  const text = (one: Leavers | undefined) => JSON.stringify(one ?? {});
  return known.team !== team || known.workerId !== workerId || text(known.former) !== text(former);
}

/** Tells a child and what hangs on a case who holds the case, as far as they were locked and do not know it. */
export function tellHolder(
  locked: readonly StoredRecord[],
  holder: HolderNews,
  about: { under: string; caseId: string; childId: string | null; workers?: number },
): Step[] {
  if (holder.team === null) return [];
  const child = locked.find((one) => one.kind === 'child' && one.id === about.childId);
  const hung = hungOn(locked, about.under);
  const had = about.workers ? { workers: about.workers } : {};
  return [
    ...(child ? [{ record: child, payload: { ...holder, caseId: about.caseId, ...had } }] : []),
    ...hung.filter((one) => differs(one, holder)).map((record) => ({ record, payload: holder })),
  ].map(({ record: { kind, id }, payload }) => ({ record: { kind, id }, event: 'receive-holder', payload }));
}

/** The part of a child's standing that says whose it is. */
type HeldChild = { cases?: string[]; holders?: { caseId: string; team: string | null }[] };

/** Whether the child has one case alone: then what is known of the child is known through it. */
export function isOnlyCase(child: StoredRecord | undefined): boolean {
  const { cases = [] } = (child?.standing ?? {}) as HeldChild;
  return cases.length <= 1;
}

/** A child with other cases does not tell by those who read it that one of them is restricted: its holders are let go. */
function unheld(caseId: string, child: StoredRecord | undefined): Step[] {
  const { holders = [] } = (child?.standing ?? {}) as HeldChild;
  if (!child || !holders.some((one) => one.caseId === caseId && one.team !== null)) return [];
  const payload = { caseId, team: null, workerId: null };
  return [{ record: { kind: 'child', id: child.id }, event: 'receive-holder', payload }];
}

/**
 * Tells the child and what hangs on the case who holds it from now on, and who did until lately, so that these may read
 * it: nothing while no team holds the case, and nothing for a record that knows it already.
 */
export function holderSteps({ record, locked }: Context<ChildCaseStanding>): Step[] {
  const { team, workerId, former, childId, access } = record.standing;
  const child = locked.find((one) => one.kind === 'child' && one.id === childId);
  const holder = { team, workerId, ...(former ? { former } : {}) };
  const about = { under: record.id, caseId: record.id, childId, workers: record.standing.workers };
  if (!access?.closed || isOnlyCase(child)) return tellHolder(locked, holder, about);
  return [...tellHolder(locked, holder, { ...about, childId: null }), ...unheld(record.id, child)];
}
