import type { Leavers } from '../grace.js';
import type { Actor, ContentClass, Context, Missing, Reader, Standing, StoredRecord } from '../model.js';
import { holdsFor } from '../posts.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import { relationsToCase } from './access.js';
import type { HolderNews } from './holder-steps.js';
import { manager, triage, worker } from './principals.js';
import { regionsOf } from './rules.js';
import type { ChildCaseStanding } from './standing.js';

/** What every record that hangs on a case keeps of it: whose it is, and who holds it now. */
export interface OnCaseStanding extends Standing {
  caseId: string;
  childId: string;
  /** The child's name as lists show it. */
  name: string;
  reference: string;
  team: string | null;
  workerId: string | null;
  /** Those who held the case until lately, by principal: they read on for their days of grace. */
  former?: Leavers;
}

/** Such a record before its first command. */
export const blankOnCase: OnCaseStanding = {
  clocks: [],
  caseId: '',
  childId: '',
  name: '',
  reference: '',
  team: null,
  workerId: null,
};

type OnCase = StoredRecord<OnCaseStanding>;

/** The case that a record hangs on, or is to hang on, as far as it is locked. */
export function caseAbove(
  locked: readonly StoredRecord[],
  { parentId }: Pick<StoredRecord, 'parentId'>,
): StoredRecord<ChildCaseStanding> | undefined {
  return locked.find((one) => one.kind === 'childCase' && one.id === parentId) as
    | StoredRecord<ChildCaseStanding>
    | undefined;
}

/** What a new record keeps of its case. */
export function keptOfCaseAbove(above: StoredRecord<ChildCaseStanding>): Omit<OnCaseStanding, 'clocks'> {
  const { childId, name, reference, team, workerId, former } = above.standing;
  return { caseId: above.id, childId, name, reference, team, workerId, ...(former ? { former } : {}) };
}

/** A new record begins on an open case that its author sees. */
export function isOnOpenCase({ locked, record }: GuardContext<never>): Missing[] {
  const above = caseAbove(locked, record);
  if (!above) return missing('noCase', 'This is no case that you may see.', 'nobody');
  const closed = regionsOf(above).work === 'closed';
  return closed ? missing('closed', 'The case is closed.', 'triage, by relisting it') : [];
}

/** The relations to what hangs on a case: as to the case itself, where it is still to begin. */
export function relationsOnCase(actor: Actor, record: OnCase, locked: readonly StoredRecord[]): string[] {
  const above = caseAbove(locked, record);
  if (record.version === 0) return above ? relationsToCase(actor, above) : [];
  const { team, workerId } = record.standing;
  return [
    ...(team === null ? ['untaken'] : []),
    ...(team !== null && actor.teamId === team ? ['holdingTeam'] : []),
    ...(holdsFor(actor, workerId) ? ['lead'] : []),
  ];
}

const overseers = [
  ...['auditor', 'information-governance', 'caldicott-guardian', 'senior', 'coordinator', 'chair'],
  'deputy-chair',
];

/** Lines for those who hold the case, did until lately, or oversee, each of these classes. */
export function holdersRead(standing: OnCaseStanding, ...classes: readonly ContentClass[]): Reader[] {
  const { team, workerId, former = {} } = standing;
  const holders = team
    ? [`team:${team}:manager`, `team:${team}:worker`, ...(workerId ? [`user:${workerId}`] : [])]
    : [triage, 'role:triage-officer'];
  const lines: [string, string | null][] = [
    ...holders.map((principal): [string, null] => [principal, null]),
    ...overseers.map((role): [string, null] => [`role:${role}`, null]),
    ...Object.entries(former),
  ];
  return lines.flatMap(([principal, until]) => classes.map((one) => ({ principal, class: one, until })));
}

/** The record learns who holds the case: what waited for the one before waits for the one after. */
export function recordHolder(...rules: string[]) {
  return ({ record, payload }: Context<OnCaseStanding, HolderNews>): Effect[] => {
    const moved = (from: string, who: string) => ({ do: 'reassign', rules, from, who }) as const;
    return [
      { do: 'set', patch: { ...payload, former: payload.former ?? {} } },
      moved(worker(record.standing), worker(payload)),
      moved(manager(record.standing.team), manager(payload.team)),
    ];
  };
}

/** The events by which a record on a case learns who holds it, and who the child is, in every state. */
export const held = {
  'receive-holder': { actions: 'recordHolder' },
  'receive-child': { actions: 'recordChildOfCase' },
} as const;

/** The relations by which those who hold a case may give a command on what hangs on it. */
export const byHolders = {
  lead: { roles: ['worker', 'manager'], relation: 'lead', words: 'the allocated worker' },
  manages: {
    roles: ['manager', 'senior'],
    relation: 'holdingTeam',
    words: 'a manager of the team holding the case',
  },
  untaken: {
    roles: ['triage-social-worker', 'triage-officer', 'manager'],
    relation: 'untaken',
    words: 'triage or a manager, while no team holds the case',
  },
} as const;

/** The facts beside the standing of what hangs on a case. */
export function summaryOnCase(
  { reference, team }: OnCaseStanding,
  own: { title: string; ownerId: string | null; openedAt: string | null; closedAt: string | null },
) {
  return { ...own, reference, grade: null, teamId: team, nextDue: null, nextStep: null };
}
