import { stateWords } from '../../changed-words.js';
import { outcomeOf } from '../sittings/outcome.js';
import type { ItemView } from '../sittings/sitting.js';

/** An item of an agenda as it is now, for somebody whose form was overtaken. */
export function itemNow(item: ItemView): { label: string; text: string }[] {
  const { name, state, asked, decision } = item;
  const outcome = [outcomeOf(item), decision?.reasons].filter(Boolean).join('. ');
  return [
    { label: 'Item', text: `${name}: ${asked}` },
    { label: 'State', text: stateWords(state) },
    { label: 'Outcome', text: outcome || 'None yet' },
  ];
}
