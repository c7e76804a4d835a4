import type { ItemOfAgenda } from '@mase/store';
import {
  allowedNow,
  asksNoHarmReason,
  type ChildCaseStanding,
  localDate,
  nameOfItem,
  proposedGrade,
  regionsOf,
  regionsOfStrand,
  rulingGrade,
  type StoredRecord,
  type StrandCaseStanding,
  topicOf,
} from '@mase/workflow';
import type { Asking } from '../view.js';

function caseOf(about: StoredRecord | null) {
  if (about?.kind !== 'childCase') return null;
  const standing = about.standing as ChildCaseStanding;
  const { confirmed, proposed, plan, actions, lastDecision, harm, workers, contacts } = standing;
  return {
    version: about.version,
    state: regionsOf(about as never),
    rulingGrade: rulingGrade(standing),
    confirmed: confirmed && { grade: confirmed.grade, at: confirmed.at },
    proposed: proposed && { grade: proposedGrade(standing), at: proposed.at },
    harm,
    asksNoHarmReason: asksNoHarmReason(standing),
    workers,
    contacts: contacts ?? null,
    plan,
    // How many are open of the disruption part is for those who may open them: the item lists those.
    actions: { openSafety: actions.openSafety },
    lastDecision,
  };
}

/** A case about a person or a place in a few words: why it is on the books, and how soon something is to be done. */
function strandOf(about: StoredRecord | null) {
  if (!about || about.kind === 'childCase') return null;
  const { status, bases, priority, counts, suspension, lastDecision, necessityAt } =
    about.standing as StrandCaseStanding;
  return {
    kind: about.kind,
    version: about.version,
    state: regionsOfStrand(about),
    status,
    bases,
    priority,
    linkedChildren: counts.linkedChildren,
    suspension,
    necessityAt,
    lastDecision,
  };
}

/** What an item is called to this reader: a person of concern by name only where he or she reads the case. */
export function calledTo({ item, about }: Pick<ItemOfAgenda, 'item' | 'about'>, asking: Asking): string {
  const today = localDate(asking.now, asking.profile.timeZone);
  return nameOfItem(item.standing, (about?.standing ?? null) as StrandCaseStanding | null, today);
}

/** An item of an agenda with its case in a few words, the decision before, and what may be asked of it now. */
export function itemView(one: ItemOfAgenda, sitting: StoredRecord | null, asking: Asking) {
  const { item, about, previous } = one;
  const { clocks: _clocks, access: _access, ...standing } = item.standing;
  const locked = [item, sitting, about].filter((one): one is StoredRecord => one !== null);
  return {
    ...standing,
    name: calledTo(one, asking),
    caseId: standing.caseId || null,
    childId: standing.childId || null,
    takenOff: standing.takenOff ?? null,
    id: item.id,
    version: item.version,
    etag: `"${item.version}"`,
    state: item.state,
    case: caseOf(about),
    strandCase: strandOf(about),
    previous: previous && {
      itemId: previous.id,
      sittingId: previous.standing.sittingId,
      ...previous.standing.decision,
    },
    allowed: allowedNow(topicOf('agendaItem'), item, {
      locked,
      profile: asking.profile,
      actor: asking.actor,
      at: asking.now,
    }),
  };
}
