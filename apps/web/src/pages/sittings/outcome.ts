import { labelOf } from '@mase/workflow/words';
import type { ItemView } from './sitting.js';

/** What came of an item, in a few words: what was decided, why it was taken off, or that it was not reached; null before. */
export function outcomeOf({
  state,
  decision,
  takenOff,
}: Pick<ItemView, 'state' | 'decision' | 'takenOff'>): string | null {
  if (decision) return decision.decision === 'defer' ? 'Deferred' : labelOf(decision.decision);
  if (state === 'takenOff') return takenOff;
  return state === 'returned' ? 'Not reached: it waits for the next agenda' : null;
}
