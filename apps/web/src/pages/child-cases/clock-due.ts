import { distanceWords } from '../../date-words.js';
import type { CaseView } from './case-view.js';

/** When the clock of a rule is due and how far off that is; null where none runs. */
export function clockDue({ clocks = [] }: CaseView, rule: string): { at: string; distance: string } | null {
  const due = clocks.find((clock) => clock.rule === rule)?.due;
  return due ? { at: due, distance: distanceWords(due) } : null;
}
