import type { Allowed } from '../../allowed.js';
import type { Subject } from '../../command-page.js';
import { dueWords, momentWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';

/** A record that was opened, or asked for, in an emergency. */
export interface GlassLine {
  id: string;
  state: string;
  reference: string;
  reason: string;
  askedByName: string;
  caseId: string | null;
  openedAt: string;
  until: string;
  open: boolean;
  /** These are left out where the reader asked for it, and reads his or her own words alone. */
  timesBefore?: number;
  triesBefore?: number;
  review?: { finding: string; by: string; at: string } | null;
  reviewDue?: string | null;
}

/** It as its own page shows it. */
export interface GlassView extends GlassLine {
  clocks: DueDate[];
  allowed: Allowed[];
  written: { kind: string; at: string; body: { words?: string } }[];
}

/** What a review found, in words. */
export const findingWords: Record<string, string> = {
  justified: 'Justified',
  'not-justified': 'Not justified',
};

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

/** How often the person has done it before, where it was at all. */
export function beforeWords({ timesBefore = 0, triesBefore = 0 }: GlassLine): string {
  const parts = [
    ...(timesBefore > 0 ? [`Opened a record ${times(timesBefore)}`] : []),
    ...(triesBefore > 0 ? [`tried a reference that opened nothing ${times(triesBefore)}`] : []),
  ];
  return parts.length > 0 ? `${parts.join(', ')} in the year before` : 'Not in the year before';
}

/** Whether the record is open, in words. */
export function openWords({ caseId, open, until }: GlassLine): string {
  if (caseId === null) return 'Nothing was opened';
  return open ? `Open until ${momentWords(until)}` : `Closed since ${momentWords(until)}`;
}

/** The review in words. */
export function reviewWords({ review, reviewDue, caseId }: GlassLine): string {
  if (review)
    return `${findingWords[review.finding] ?? review.finding}, ${review.by}, ${momentWords(review.at)}`;
  if (review === undefined) return 'With the Caldicott guardian';
  if (reviewDue) return `Due ${dueWords(reviewDue)}`;
  return caseId === null ? 'None: told to information governance' : 'None';
}

/** What a page says of it, line by line. */
export function glassFacts(glass: GlassLine): { key: string; text: string }[] {
  return [
    { key: 'Asked by', text: glass.askedByName },
    { key: 'Reference', text: glass.reference },
    { key: 'Reason', text: glass.reason },
    { key: 'When', text: momentWords(glass.openedAt) },
    { key: 'Access', text: openWords(glass) },
    ...(glass.timesBefore === undefined ? [] : [{ key: 'Before', text: beforeWords(glass) }]),
    { key: 'Review', text: reviewWords(glass) },
  ];
}

/** It as the subject of one of its commands. */
export async function glassSubject(visit: Visit): Promise<Subject> {
  const id = encodeURIComponent(visit.params.id ?? '');
  const { body, etag } = await visit.read<GlassView>(`/api/v1/break-glass/${id}`);
  return {
    href: `/break-glass/${body.id}`,
    caption: body.reference,
    version: etag,
    allowed: body.allowed,
    facts: glassFacts(body),
  };
}
