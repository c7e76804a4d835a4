import type { Context, StoredRecord } from '../model.js';
import type { ChildCaseStanding } from './standing.js';

/** How many linked cases a standing names. */
export const linkedKept = 5;

/** The linked cases with one more, the latest last. */
export function linkedAfter(linked: string[], caseId: string | undefined): string[] {
  return caseId === undefined || linked.includes(caseId) ? linked : [...linked, caseId].slice(-linkedKept);
}

/** Ids of the other open cases of the same child, as far as they were read; a restricted one is not told of. */
export function openCasesBeside({
  record,
  locked,
  facts,
}: Pick<Context<ChildCaseStanding>, 'record' | 'locked' | 'facts'>): string[] {
  const cases = [...locked, ...facts.related].filter(
    ({ kind, id }) => kind === 'childCase' && id !== record.id,
  ) as StoredRecord<ChildCaseStanding>[];
  return cases
    .filter(({ standing }) => standing.childId === record.standing.childId)
    .filter(({ standing }) => standing.closed === null && !standing.access?.closed)
    .map(({ id }) => id);
}
