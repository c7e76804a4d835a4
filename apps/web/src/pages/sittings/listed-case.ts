import { englandProfile, type Grade } from '@mase/workflow/words';
import { readList } from '../../read-list.js';
import type { Visit } from '../../visit.js';

/** A case on the panel's list, as the agenda builder shows it. */
export interface ListedCase {
  id: string;
  reference: string;
  name: string;
  grade: Grade | null;
  listing: { basis: string; asked: string; at: string; until: string | null } | null;
  lastDecision: { decision: string; at: string; nextReview: string | null } | null;
}

/** Cases that wait for a sitting: on the panel's list, not before it. */
export async function readListed(visit: Visit): Promise<ListedCase[]> {
  const { items } = await readList<ListedCase>(visit, '/api/v1/child-cases', {
    after: undefined,
    panel: 'listed',
    limit: 100,
  });
  return items;
}

/** What a basis for listing is called. */
export function basisLabel(id: string): string {
  return englandProfile.panel.listingBases.find((basis) => basis.id === id)?.label ?? id;
}

/** The section that a case would usually come under; the person who builds the agenda may choose another. */
export function usualSection({ listing, lastDecision }: ListedCase): string {
  if (listing?.basis === 'step-down') return 'child-step-down';
  return lastDecision ? 'child-review' : 'child-new';
}

/** The minutes that the profile gives an item of a section. */
export function usualMinutes(section: string): number {
  return englandProfile.panel.agenda.find(({ id }) => id === section)?.minutesPerItem ?? 5;
}
