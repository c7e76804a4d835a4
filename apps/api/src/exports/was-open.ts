import { type ChildCaseStanding, type StoredRecord, wasOpenOn } from '@mase/workflow';
import type { ExportRun } from './export-pages.js';

/** Whether a case was taken on, and open on a local day of the period of an export. */
export const wasOpen = (
  { standing }: StoredRecord<ChildCaseStanding>,
  { standing: { from = '', to = '' }, profile: { timeZone } }: ExportRun,
): boolean => wasOpenOn(standing, { from, to, timeZone });
