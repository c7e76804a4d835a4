import { allowedNow, type PlanActionStanding, type StoredRecord, topicOf } from '@mase/workflow';
import { clockViews } from '../clock-view.js';
import type { Asking } from '../view.js';

/** An action of a plan with what may be done about it now; the case that it belongs to, where the reader sees it. */
export function actionView(record: StoredRecord, asking: Asking, about?: StoredRecord | null) {
  const { former: _former, access: _access, ...standing } = record.standing as PlanActionStanding;
  return {
    ...standing,
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
