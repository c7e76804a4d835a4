import type { QueueLine, StoredRecord } from '../model.js';
import { regionsOfStrand } from './rules.js';
import type { StrandCaseStanding } from './standing.js';

/** The line of a case besides its clocks, of which one runs while it is open: a listed case that waits for an agenda. */
export function queueOfStrand(record: StoredRecord<StrandCaseStanding>): QueueLine[] {
  const { listing, onAgenda } = record.standing;
  if (regionsOfStrand(record).panel !== 'listed' || !listing || onAgenda) return [];
  const due = listing.until ? `${listing.until}T00:00:00.000Z` : listing.at;
  return [{ principal: 'role:coordinator', due, step: 'add-item' }];
}
