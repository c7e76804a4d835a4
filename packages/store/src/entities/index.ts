import { AuditRow, AuditSubjectRow } from './audit-row.js';
import { ClockRow } from './clock-row.js';
import { DraftRow } from './draft-row.js';
import { HistoryRow } from './history-row.js';
import { MessageRow } from './message-row.js';
import { PackRow } from './pack-row.js';
import { PartnershipRow } from './partnership-row.js';
import { QueueRow } from './queue-row.js';
import { RecordRow } from './record-row.js';
import { SavedViewRow } from './saved-view-row.js';
import { WrittenEntryRow } from './written-entry-row.js';

export { AuditRow, AuditSubjectRow } from './audit-row.js';
export { ClockRow } from './clock-row.js';
export { DraftRow } from './draft-row.js';
export { HistoryRow } from './history-row.js';
export { MessageRow } from './message-row.js';
export { PackRow } from './pack-row.js';
export { PartnershipRow } from './partnership-row.js';
export { QueueRow } from './queue-row.js';
export { RecordRow } from './record-row.js';
export { SavedViewRow } from './saved-view-row.js';
export { WrittenEntryRow } from './written-entry-row.js';

/** Every entity, by hand. They map plain ids; none has a relation. */
export const entities = [
  AuditRow,
  AuditSubjectRow,
  ClockRow,
  DraftRow,
  HistoryRow,
  MessageRow,
  PackRow,
  PartnershipRow,
  QueueRow,
  RecordRow,
  SavedViewRow,
  WrittenEntryRow,
];
