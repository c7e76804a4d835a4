import { areaWords } from '../../area-words.js';
import { codeWords } from '../../strand.js';

/** What the case of an item is about. */
export type ListedKind = 'childCase' | 'personCase' | 'locationCase' | 'cluster';

/** What a basis for listing is called, of a child or of a person or place. */
export function basisLabel(id: string): string {
  return areaWords().listingBases[id] ?? codeWords(id);
}
