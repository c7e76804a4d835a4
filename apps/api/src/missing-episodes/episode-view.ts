import type { OpenedRecord } from '@mase/store';
import type { MissingEpisodeStanding, StoredRecord } from '@mase/workflow';
import { writtenView } from '../written-view.js';

/** A missing episode as lists show it; what was not known is null. */
export function episodeLine(record: StoredRecord) {
  const standing = record.standing as MissingEpisodeStanding;
  const { childId, childName, kind, start, end } = standing;
  return {
    ...{ id: record.id, version: record.version, state: record.state },
    ...{ childId, childName, kind, start, end },
    before: standing.before ?? [],
    since: standing.since ?? null,
    reportedAt: standing.reportedAt ?? null,
    reportedBy: standing.reportedBy ?? null,
    returnedAt: standing.returnedAt ?? null,
    missingFrom: standing.missingFrom ?? null,
    area: standing.area ?? null,
    police: standing.police ?? null,
    looking: standing.looking ?? null,
    triggerPlan: standing.triggerPlan ?? null,
    heldFor: standing.heldFor ?? null,
    interviewDue: standing.interviewDue ?? null,
    offered: standing.offered ?? null,
    interview: standing.interview ?? null,
    preventionAt: standing.preventionAt ?? null,
  };
}

/** One episode with what was written of it, in the order of its being written, the newest first. */
export function episodeView({ record, written, names }: OpenedRecord) {
  return { ...episodeLine(record), written: writtenView(written), names };
}
