import type { ActionRow } from '@mase/documents';
import type { KeptPanelAction } from '@mase/workflow';
import { actionRow } from './action-rows.js';
import { roleWords } from './code-words.js';
import { givenWith, ofCommand } from './logged-actions.js';
import { type Action, fieldsOf, type Item, type Papers } from './papers.js';
import { madeOf } from './provenance.js';

/** An action that a sitting gave, as its line, with the agency that owns it. */
export interface GivenAction {
  /** The item on which it was given. */
  itemId: string;
  agencyId: string | null;
  /** Null until the agency has named one. */
  ownerId: string | null;
  row: ActionRow;
}

/** An action that a reader opens, with its line. */
export function asGivenAction({ standing }: Action, itemId: string, row: ActionRow): GivenAction {
  const { ownerAgencyId, ownerId } = standing;
  return { itemId, agencyId: ownerAgencyId || null, ownerId: ownerId || null, row };
}

/** The actions that the decision on an item gave: as they are now, or as they were given where this reader may not open them. */
export function givenBy(papers: Papers, item: Item): GivenAction[] {
  const row = papers.written(item.id, 'decision')[0];
  if (!row) return [];
  const { actions = [] } = fieldsOf<{ actions: KeptPanelAction[] }>(row);
  const opened = papers
    .actionsOf(item.standing.caseId || item.id)
    .filter((one) => ofCommand(one.id) === givenWith(row));
  return [
    ...opened.map((one) => asGivenAction(one, item.id, actionRow(papers, one, item.standing.name))),
    ...asGiven(papers, item, actions, opened),
  ];
}

/** Safety actions that this reader heard given but may not open: as the decision gave them. */
function asGiven(
  papers: Papers,
  item: Item,
  actions: readonly KeptPanelAction[],
  seen: readonly Action[],
): GivenAction[] {
  const words = seen.map((one) => firstWords(papers, one));
  const opened = ({ what, ownerId, agencyId }: KeptPanelAction) =>
    words.some(
      (one) => one.what === what && (agencyId ? one.agencyId === agencyId : one.ownerId === ownerId),
    );
  return actions
    .filter((one) => one.part === 'safety' && !opened(one))
    .map((one) => {
      const owner = one.ownerId ? papers.user(one.ownerId) : null;
      return {
        itemId: item.id,
        agencyId: one.agencyId ?? owner?.agencyId ?? null,
        ownerId: one.ownerId || null,
        row: asGivenRow(item, {
          reference: item.standing.reference,
          about: item.standing.name,
          what: one.what,
          owner: owner?.name ?? null,
          role: owner ? roleWords(owner.roles) : null,
          agency: papers.agency(one.agencyId ?? owner?.agencyId),
          due: one.due ? papers.day(one.due) : null,
          state: 'As given',
          late: null,
          note: null,
        }),
      };
    });
}

/**
 * What was written of an action when it was given, by which it is known in the decision: it may have been worded anew
 * since, be somebody else's, or have had its words withdrawn.
 */
function firstWords({ found }: Papers, { id }: Action): Partial<KeptPanelAction> {
  return fieldsOf(found.written.findLast(({ kind, record }) => kind === 'action' && record.id === id));
}

/** The line of an action that is known from its decision alone. */
function asGivenRow({ id, subjectId }: Item, row: ActionRow): ActionRow {
  return madeOf(row, 'An action as it was given', [id, subjectId]);
}
