import {
  allowedNow,
  type ContentClass,
  type PlanActionStanding,
  type StoredRecord,
  topicOf,
} from '@mase/workflow';
import { clockViews } from '../clock-view.js';
import type { Asking } from '../view.js';

/**
 * Whom or what an action is about. What a sitting gave on a person, a place, a cluster or a theme says so only to those
 * who read that of it: whoever is to do it reads what is asked, and nothing of whom it concerns.
 */
function aboutOf(standing: PlanActionStanding, classes: readonly ContentClass[]) {
  const { caseId, childId, reference, caseKind, aboutId, itemId } = standing;
  if (!caseKind) return { caseId, childId, reference };
  if (!classes.includes('case')) return { caseId: null, childId: null, reference: null, apart: true };
  return { caseId, childId: null, reference, apart: true, caseKind, aboutId, itemId };
}

/** An action with what may be done about it now; the case that it belongs to, where the reader sees it. */
export function actionView(
  record: StoredRecord,
  classes: readonly ContentClass[],
  asking: Asking,
  about?: StoredRecord | null,
) {
  const { former: _former, access: _access, ...whole } = record.standing as PlanActionStanding;
  const { caseKind: _kind, aboutId: _about, itemId: _item, over: _over, ...standing } = whole;
  return {
    ...standing,
    ownerId: standing.ownerId || null,
    ...aboutOf(whole, classes),
    id: record.id,
    version: record.version,
    etag: `"${record.version}"`,
    state: record.state,
    clocks: clockViews(standing.clocks, asking),
    allowed: allowedNow(topicOf('planAction'), record, {
      locked: about ? [record, about] : [record],
      profile: asking.profile,
      actor: asking.actor,
      at: asking.now,
    }),
  };
}
