import { type ChildCaseStanding, localDate, type StoredRecord } from '@mase/workflow';
import type { ExportRun } from './export-pages.js';

const takenOn: readonly unknown[] = ['risk-assessment', 'section-47-and-risk-assessment', 'relisted'];

/** Whether a case was taken on, and open on a local day of the period of an export. */
export function wasOpen(
  { standing }: StoredRecord<ChildCaseStanding>,
  { standing: { from = '', to = '' }, profile: { timeZone } }: ExportRun,
): boolean {
  const { triage, receivedAt, closed } = standing as ChildCaseStanding & { closed?: { at: string } | null };
  if (!triage || !takenOn.includes(triage.outcome)) return false;
  const day = (instant: string) => localDate(instant, timeZone);
  return day(receivedAt) <= to && (!closed || day(closed.at) >= from);
}
