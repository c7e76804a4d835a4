import type { RecordRef, SearchTerm, StoredRecord } from '../model.js';
import type { Step } from '../topic.js';
import type { LinkStanding } from './standing.js';

/** What was drawn from an incident or a measure is at an end. */
export interface SourceNews {
  reason: string;
}

/** The days of the incident from which a link was drawn are others than was known. */
export type SourceDays = Pick<LinkStanding, 'firstOn' | 'lastOn'>;

/** By what a link is found that was drawn from an incident or a measure. */
export const drawnTerm = (sourceId: string): SearchTerm => ({ kind: 'drawnFrom', term: sourceId });

/** The links that were drawn from the incident that a record is part of. */
export const drawnFromIncident = {
  kind: 'link',
  terms: ({ incidentId }: { incidentId: string }): SearchTerm[] =>
    incidentId ? [drawnTerm(incidentId)] : [],
} as const;

/** The links that were drawn from an incident or a measure. */
export const drawnFromIt = {
  kind: 'link',
  terms: (_standing: object, id: string): SearchTerm[] => [drawnTerm(id)],
} as const;

interface Around {
  locked: readonly StoredRecord[];
  record: Pick<RecordRef, 'id'>;
}

/** The links, of those locked, that were drawn by a record or from it and stand. */
function drawnBy({ locked, record }: Around): StoredRecord<LinkStanding>[] {
  const links = locked.filter(({ kind, state }) => kind === 'link' && state !== 'withdrawn');
  return (links as StoredRecord<LinkStanding>[]).filter(
    ({ standing: { drawn, sourceRecord } }) =>
      drawn && (sourceRecord?.id === record.id || drawn.by.includes(record.id)),
  );
}

const tell = (around: Around, event: string, payload: object): Step[] =>
  drawnBy(around).map(({ kind, id }) => ({ record: { kind, id }, event, payload }));

/** Withdraws what was drawn by a record that was linked by mistake, or from an incident or measure that never was. */
export const drawnWithdrawn = (around: Around, reason: string): Step[] =>
  tell(around, 'receive-withdrawal', { reason } satisfies SourceNews);

/** Lets fade what was drawn from a measure that has ended. */
export const drawnEnded = (around: Around, reason: string): Step[] =>
  tell(around, 'receive-ending', { reason } satisfies SourceNews);

/** Tells what was drawn from an incident when that was. */
export const drawnDated = (around: Around, days: SourceDays): Step[] => tell(around, 'receive-days', days);
