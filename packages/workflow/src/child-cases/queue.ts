import type { QueueLine, StoredRecord } from '../model.js';
import { manager, worker } from './principals.js';
import { regionsOf } from './rules.js';
import type { ChildCaseStanding } from './standing.js';

function deferred({ at, until }: NonNullable<ChildCaseStanding['listing']>): string {
  return until ? `${until}T00:00:00.000Z` : at;
}

/**
 * The lines of a case besides its clocks: a closure that waits for approval, a listed case that waits for an agenda,
 * and, for an open case on which no clock runs, the case itself, so that none goes silent (`domain.md` 3).
 */
export function queueOfCase(record: StoredRecord<ChildCaseStanding>): QueueLine[] {
  const { closure, listing, clocks, team } = record.standing;
  const { work, panel } = regionsOf(record);
  const lines: QueueLine[] = [];
  if (work === 'closing' && closure)
    lines.push({ principal: manager(team), due: closure.at, step: 'approve-closure' });
  if (panel === 'listed' && listing)
    lines.push({ principal: 'role:coordinator', due: deferred(listing), step: 'add-item' });
  if (work !== 'closed' && work !== 'unrecorded' && clocks.length === 0)
    lines.push({ principal: worker(record.standing), due: record.at, step: 'next-step' });
  return lines;
}
