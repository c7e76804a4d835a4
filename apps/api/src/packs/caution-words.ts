import type { SetContactCautionPayload } from '@mase/workflow';
import { type Case, fieldsOf, type Papers } from './papers.js';

type Heeded = Omit<SetContactCautionPayload, 'why'> & { id: string };

/**
 * The contact cautions that stand on a case: of whom and what not to do, to whom may read that; to everybody else that
 * one stands, and whom to ask. Why one was set is in no paper.
 */
export function cautionWords(papers: Papers, record: Case): string | null {
  const { cautions = [] } = record.standing;
  if (cautions.length === 0) return null;
  const rows = papers
    .written(record.id, 'caution-to-heed')
    .map((row) => fieldsOf<Heeded>(row))
    .filter(({ id }) => cautions.some((one) => one.id === id));
  if (rows.length === 0)
    return 'A contact caution stands on this case. Send nothing to the family and call nobody before you have asked the worker or the manager of the team.';
  return rows
    .map(({ who, whatNot, until }) => `${who}: ${whatNot} (looked at again on ${papers.day(until ?? '')})`)
    .join('\n');
}
