import { type ChildStanding, type Holder, heldAfter, holdersOf } from '../children/standing.js';
import type { Leavers } from '../grace.js';
import type { Context, RecordKind, StoredRecord } from '../model.js';
import type { Step } from '../topic.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx = Context<ChildCaseStanding>;

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
  'serviceEpisode',
  'caseAudit',
  'auditAction',
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

/** Tells a child with its missing episodes, and what hangs on a case, who holds the case, as far as they were locked and do not know it. */
export function tellHolder(
  locked: readonly StoredRecord[],
  holder: HolderNews,
  about: { under: string; caseId: string; childId: string | null; at: string; workers?: number },
): Step[] {
  if (holder.team === null) return [];
  const child = locked.find((one) => one.kind === 'child' && one.id === about.childId);
  const hung = hungOn(locked, about.under);
  const had = about.workers ? { workers: about.workers } : {};
  return [
    ...(child ? childSteps(locked, child, { ...holder, caseId: about.caseId, ...had }, about.at) : []),
    ...hung.filter((one) => differs(one, holder)).map((one) => told(one, holder)),
  ];
}

const told = ({ kind, id }: StoredRecord, payload: object): Step => ({
  record: { kind, id },
  event: 'receive-holder',
  payload,
});

/** The child learns who holds one of its cases, and every missing episode who holds any of them. */
function childSteps(
  locked: readonly StoredRecord[],
  child: StoredRecord,
  news: Holder & HolderNews & { workers?: number },
  at: string,
): Step[] {
  const { workers: _workers, ...holder } = news;
  const after = heldAfter(child.standing as ChildStanding, holder, at);
  const under = locked.filter(({ parentId }) => parentId === child.id);
  return [told(child, news), ...episodeSteps(under, after)];
}

/** Kinds of record under a child that learn who holds the cases of the child. */
const underHolders: readonly RecordKind[] = [
  'missingEpisode',
  'returnInterview',
  'incidentVictim',
  'protection',
];

/** Tells missing episodes, interviews on return, what says that the child is a victim, and what protects the child, who holds the child's cases and did until lately, as far as they do not know it. */
export function episodeSteps(
  records: readonly StoredRecord[],
  held: Pick<ChildStanding, 'holders' | 'former'>,
): Step[] {
  const payload = { holders: holdersOf(held), former: held.former ?? {} };
  const knows = (one: StoredRecord) => {
    const { holders, former = {} } = one.standing as unknown as typeof payload;
    return JSON.stringify({ holders, former }) === JSON.stringify(payload);
  };
  return records
    .filter(({ kind }) => underHolders.includes(kind))
    .filter((one) => !knows(one))
    .map((one) => told(one, payload));
}

/** Whether the child has one case alone: then what is known of the child is known through it. */
export function isOnlyCase(child: StoredRecord | undefined): boolean {
  const { cases = [] } = (child?.standing ?? {}) as Partial<ChildStanding>;
  return cases.length <= 1;
}

/** A child with other cases does not tell by those who read it that one of them is restricted: its holders are let go. */
function unheld({ locked, at }: Ctx, caseId: string, child: StoredRecord | undefined): Step[] {
  const { holders = [] } = (child?.standing ?? {}) as Partial<ChildStanding>;
  if (!child || !holders.some((one) => one.caseId === caseId && one.team !== null)) return [];
  return childSteps(locked, child, { caseId, team: null, workerId: null }, at);
}

/**
 * Tells the child and what hangs on the case who holds it from now on, and who did until lately, so that these may read
 * it: nothing while no team holds the case, and nothing for a record that knows it already.
 */
export function holderSteps(context: Ctx): Step[] {
  const { record, locked, at } = context;
  const { team, workerId, former, childId, access } = record.standing;
  const child = locked.find((one) => one.kind === 'child' && one.id === childId);
  const holder = { team, workerId, ...(former ? { former } : {}) };
  const about = { under: record.id, caseId: record.id, childId, at, workers: record.standing.workers };
  if (!access?.closed || isOnlyCase(child)) return tellHolder(locked, holder, about);
  return [...tellHolder(locked, holder, { ...about, childId: null }), ...unheld(context, record.id, child)];
}
