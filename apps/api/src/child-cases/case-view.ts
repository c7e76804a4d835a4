import type { OpenedRecord } from '@mase/store';
import {
  allowedNow,
  type ChildCaseStanding,
  type ChildStanding,
  type ContentClass,
  childStatusOf,
  closureOutlook,
  hasCurrentHarm,
  isRaised,
  ownersOfFullPlan,
  regionsOf,
  rulingGrade,
  type StoredRecord,
  stillToFindOut,
  topicOf,
} from '@mase/workflow';
import { beginsOf } from '../begins.js';
import { classesOf } from '../classes-of.js';
import { clockViews } from '../clock-view.js';
import { actionView } from '../plan-actions/action-view.js';
import type { Asking } from '../view.js';
import { chronology, writtenView } from '../written-view.js';
import { assessmentComparisons } from './assessment-comparison.js';
import { caseState, hasTransferAlone, readsOfChild } from './case-state.js';
import { cautionsView } from './cautions-view.js';
import { onCaseView } from './on-case-view.js';

/** What a case shows of the child on the books: to who may know who the child is, and no more, that alone. */
function childView(parent: StoredRecord | null, standing: ChildCaseStanding, asking: Asking) {
  if (!parent) return { id: standing.childId, name: standing.name };
  const { name, chosenName, birthDate, sex, status } = parent.standing as ChildStanding;
  const identity = { id: parent.id, version: parent.version, name, chosenName, birthDate, sex };
  if (!classesOf(parent, asking).includes('case')) return identity;
  return { ...identity, status: status && childStatusOf(status) };
}

/** The plan in force with its actions by their ids, as far as the reader sees its parts. */
function planView(standing: ChildCaseStanding, children: readonly StoredRecord[]) {
  const actions = children.filter((one) => one.kind === 'planAction');
  return {
    agreed: standing.plan,
    actionIds: actions.map((one) => one.id),
  };
}

type StandingSeen = Partial<
  Omit<ChildCaseStanding, 'actions' | 'access' | 'former' | 'cautions' | 'withdrawn'>
> & {
  actions: Partial<ChildCaseStanding['actions']>;
};

/** The standing without what tells of who else reads or of what was withdrawn, and without plan partners, the referrer or the disruption part to whoever may not read those. */
function standingView(standing: ChildCaseStanding, classes: readonly ContentClass[]): StandingSeen {
  const {
    disruptionOwners,
    partners,
    referrerId,
    actions,
    access: _access,
    former: _former,
    cautions: _cautions,
    withdrawn: _withdrawn,
    heardBy: _heard,
    guests: _guests,
    ...rest
  } = standing;
  const disruption = classes.includes('disruption');
  return {
    ...rest,
    actions: disruption ? actions : { openSafety: actions.openSafety },
    ...(classes.includes('case') ? { partners, referrerId } : {}),
    ...(disruption ? { disruptionOwners } : {}),
  };
}

/** What stands in the way of closing, reason by reason; nothing for a case that is closed. */
function outlook({ record, written }: OpenedRecord, asking: Asking, related: readonly StoredRecord[]) {
  if (regionsOf(record as never).work === 'closed') return [];
  return closureOutlook({
    record: record as StoredRecord<ChildCaseStanding>,
    locked: [record],
    facts: { related, written },
    profile: asking.profile,
    actor: asking.actor,
    happened: asking.now,
    at: asking.now,
    choice: undefined,
    commandId: '',
  });
}

/** What the receiving area may do who reads what was written for it, and nothing else of the case. */
const answersTransfer = new Set(['child-cases/accept-transfer', 'child-cases/refuse-transfer']);

/** What somebody may do who reads why a case is restricted, and nothing else of it. */
const decidesWhoReads = new Set(
  ['restrict', 'lift-restriction', 'declare-connection', 'withdraw-connection'].map(
    (one) => `child-cases/${one}`,
  ),
);

/** What whoever reads a receipt alone is offered, where it is open to him or her: no word of what stands in its way. */
const fromOutside = new Set([
  ...['raise-immediate-danger', 'record-screening', 'record-breach-decision'].map(
    (one) => `child-cases/${one}`,
  ),
]);

const allowedTo = ({ record, written }: OpenedRecord, asking: Asking, related: readonly StoredRecord[]) =>
  allowedNow(topicOf('childCase'), record, {
    facts: { related, written },
    profile: asking.profile,
    actor: asking.actor,
    at: asking.now,
  });

/** The case as its reader may see it: nothing that a class of content keeps from him is in it, and that it is said. */
export function caseView(opened: OpenedRecord, asking: Asking) {
  const { record, written, children, parent, classes, names } = opened;
  const standing = record.standing as ChildCaseStanding;
  const sheet = classes.includes('case') || classes.includes('sheet');
  const withheld = (['case', 'sheet', 'safety', 'disruption'] as const).filter(
    (one) => !classes.includes(one),
  );
  const actions = children.filter((one) => one.kind === 'planAction');
  const base = {
    id: record.id,
    reference: standing.reference,
    childId: standing.childId,
    state: caseState(record, classes),
    version: record.version,
    etag: `"${record.version}"`,
    classes,
    withheld,
    written: writtenView(written),
    chronology: chronology(written),
    names,
  };
  const related = parent ? [...children, parent] : children;
  if (!readsOfChild(classes)) {
    const allowed = allowedTo(opened, asking, related);
    const may = classes.includes('restricted')
      ? decidesWhoReads
      : hasTransferAlone(classes)
        ? answersTransfer
        : null;
    if (may) return { ...base, allowed: allowed.filter(({ command }) => may.has(command)) };
    return {
      ...base,
      onCase: onCaseView(children),
      begins: beginsOf(opened, asking),
      allowed: allowed.filter(({ command, available }) => available && fromOutside.has(command)),
    };
  }
  return {
    ...base,
    child: childView(parent, standing, asking),
    actions: actions.map((one) => actionView(one, [], asking, record)),
    plan: planView(standing, children),
    fullPlanOwners: ownersOfFullPlan(standing, { disruption: classes.includes('disruption') }),
    onCase: onCaseView(children),
    begins: beginsOf(opened, asking),
    cautions: cautionsView(opened),
    ...(sheet
      ? {
          standing: standingView(standing, classes),
          restricted: Boolean(standing.access?.closed),
          rulingGrade: rulingGrade(standing),
          raised: isRaised(standing),
          currentHarm: hasCurrentHarm(standing),
          workers: standing.workers,
          clocks: clockViews(standing.clocks, asking),
          comparisons: assessmentComparisons(written),
          toFindOut: stillToFindOut(written),
          closing: outlook(opened, asking, related),
        }
      : {}),
    allowed: allowedTo(opened, asking, related),
  };
}
