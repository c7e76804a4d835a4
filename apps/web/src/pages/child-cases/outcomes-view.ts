import { path } from '../../api-client.js';
import type { Visit } from '../../visit.js';
import type { Allowed } from './case-view.js';

/** How far a child has come, as the api tells it. */
export interface OutcomesView {
  id: string;
  reference: string;
  name: string;
  scale: { rating: number; label: string }[];
  occasions: { id: string; occasion: string; happened: string; childPart: string }[];
  headings: {
    heading: string;
    label: string;
    says: string;
    ratings: (number | null)[];
    travelled: number | null;
  }[];
  allowed: Allowed[];
}

/** What a rating was made for, in words. */
export const occasionWords: Record<string, string> = {
  first: 'First rating',
  review: 'Review',
  last: 'Last rating',
};

/** Reads the outcomes of the case that a page's address names. */
export async function readOutcomes(visit: Visit): Promise<OutcomesView> {
  const { body } = await visit.read<OutcomesView>(
    path`/api/v1/child-cases/${visit.params.id ?? ''}/outcomes`,
  );
  return body;
}
