import { englandProfile, type Grade } from '@mase/workflow/words';
import { codeWords } from '../../strand.js';
import type { Visit } from '../../visit.js';

/** What the case of an item is about. */
export type ListedKind = 'childCase' | 'personCase' | 'locationCase' | 'cluster';

/** A case on the panel's list, as the agenda builder shows it. */
export interface ListedCase {
  id: string;
  kind: ListedKind;
  reference: string;
  name: string;
  /** Of a child the grade, of a person or a place the priority. */
  grade: Grade | string | null;
  listing: { basis: string; asked: string; at: string; until: string | null } | null;
  lastDecision: { decision: string; at: string; nextReview: string | null } | null;
  /** Whether it waits on the agenda of a sitting already. */
  waits: boolean;
}

/** Cases that wait for a sitting: on the panel's list, and neither before it nor on an agenda. */
export async function readListed(visit: Visit): Promise<{ cases: ListedCase[]; more: boolean }> {
  const { body } = await visit.read<{ items: ListedCase[]; more: boolean }>('/api/v1/listed-cases');
  return { cases: body.items.filter(({ waits }) => !waits), more: body.more };
}

/** What a basis for listing is called, of a child or of a person or place. */
export function basisLabel(id: string): string {
  return englandProfile.panel.listingBases.find((basis) => basis.id === id)?.label ?? codeWords(id);
}

const usual: Record<Exclude<ListedKind, 'childCase'>, string> = {
  personCase: 'person',
  locationCase: 'location',
  cluster: 'theme',
};

/** The section that a case would usually come under; the person who builds the agenda may choose another. */
export function usualSection({ kind, listing, lastDecision }: ListedCase): string {
  if (kind !== 'childCase') return usual[kind];
  if (listing?.basis === 'step-down') return 'child-step-down';
  return lastDecision ? 'child-review' : 'child-new';
}

/** The minutes that the profile gives an item of a section. */
export function usualMinutes(section: string): number {
  return englandProfile.panel.agenda.find(({ id }) => id === section)?.minutesPerItem ?? 5;
}
