import { findRecordsById, type OpenedRecord, type Tx } from '@mase/store';
import {
  type ChildCaseStanding,
  inHand,
  isRaised,
  type PlanActionStanding,
  type PlanMissing,
  planMissing,
  type StoredRecord,
  type UserStanding,
} from '@mase/workflow';
import { actionView } from '../plan-actions/action-view.js';
import type { Asking } from '../view.js';

type Action = StoredRecord<PlanActionStanding>;

/** The actions of a case, as far as its reader sees them. */
export function actionsOf({ children }: OpenedRecord): Action[] {
  return children.filter(({ kind }) => kind === 'planAction') as Action[];
}

/** Accounts of those who own actions, cover for the owners or stand in for them. */
export async function accountsOf(tx: Tx, actions: readonly Action[]): Promise<StoredRecord[]> {
  const named = actions.flatMap(({ standing }) => [standing.ownerId, standing.coverId ?? '']);
  const owners = await findRecordsById(tx, [...new Set(named.filter(Boolean))]);
  const standIns = owners.flatMap(({ standing }) =>
    ((standing as UserStanding).absences ?? []).flatMap(({ standInId }) => standInId ?? []),
  );
  const known = new Set(owners.map(({ id }) => id));
  const more = standIns.filter((id) => !known.has(id));
  return more.length > 0 ? [...owners, ...(await findRecordsById(tx, [...new Set(more)]))] : owners;
}

/** Something that a plan lacks, with the case and the action that it is about. */
export type MissingView = PlanMissing & { caseId: string; what: string };

/** What a plan lacks for a full agreement. */
export function missingOf(
  opened: OpenedRecord,
  users: readonly StoredRecord[],
  asking: Asking,
): MissingView[] {
  const actions = actionsOf(opened);
  const whats = new Map(actions.map(({ id, standing }) => [id, standing.what]));
  return planMissing({
    actions,
    users,
    raised: isRaised(opened.record.standing as ChildCaseStanding),
    at: asking.now,
    timeZone: asking.profile.timeZone,
  }).map((one) => ({ ...one, caseId: opened.record.id, what: whats.get(one.actionId) ?? '' }));
}

/** An action of the plan with who has it in hand while its owner is away. */
export function plannedAction(
  action: Action,
  { record }: OpenedRecord,
  users: readonly StoredRecord[],
  asking: Asking,
) {
  const about = { at: asking.now, timeZone: asking.profile.timeZone };
  const nameOf = (id: string | null) =>
    (users.find((one) => one.id === id)?.standing as UserStanding | undefined)?.name ?? null;
  return {
    ...actionView(action, [], asking, record),
    inHand: inHand(action.standing, users, about).map(({ coverId, ...one }) => ({
      ...one,
      coverId,
      coverName: nameOf(coverId),
    })),
  };
}
