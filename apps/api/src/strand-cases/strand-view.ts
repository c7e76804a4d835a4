import type { OpenedRecord } from '@mase/store';
import {
  localDate,
  namesOf,
  priorityOf,
  regionsOfStrand,
  type StoredRecord,
  type StrandCaseStanding,
  withoutSource,
} from '@mase/workflow';
import { clockViews } from '../clock-view.js';
import { recordBase } from '../record-view.js';
import type { Asking } from '../view.js';
import { writtenView } from '../written-view.js';
import { readsStrand, receiptOf } from './strand-line.js';

/** A case about a person or a place as this reader may see it: whole, or as its nominator the receipt and the outcome. */
export function strandView(opened: OpenedRecord, asking: Asking) {
  const record = opened.record as StoredRecord<StrandCaseStanding>;
  const { standing } = record;
  const line = {
    reference: standing.reference,
    receivedAt: standing.nominatedAt,
    outcome: receiptOf(record),
    classes: opened.classes,
  };
  if (!readsStrand(opened.classes)) {
    const { id, version, etag } = recordBase(opened, asking);
    return { id, version, etag, ...line, withheld: ['sheet', 'case'], allowed: [] };
  }
  // Who else reads it, and until when, is nobody's to see.
  const { onAgendaOf: _panel, heardBy: _heard, guests: _guests, ...known } = standing;
  const { clocks, access: _access, nominatorId: _nominator, careManager, ...told } = known;
  const knowing = { classes: opened.classes, userId: asking.actor.userId };
  const written = opened.written.map((row) => withoutSource(record.kind, row, knowing));
  const today = localDate(asking.now, asking.profile.timeZone);
  return {
    ...recordBase(opened, asking),
    ...told,
    ...line,
    withheld: [],
    state: regionsOfStrand(record),
    careManager: careManager ?? null,
    reckoned: priorityOf(standing, today, asking.profile.priority),
    clocks: clockViews(clocks, asking),
    written: writtenView(written),
    names: namesOf(opened.names, [standing.officerId, ...written.map(({ authorId }) => authorId)]),
  };
}
