import { labelOf } from '@mase/workflow/words';
import { stateWords } from '../../changed-words.js';
import type { ItemView } from '../sittings/sitting.js';

/** An item of an agenda as it is now, for somebody whose form was overtaken. */
export function itemNow({ name, state, asked, decision }: ItemView): { label: string; text: string }[] {
  return [
    { label: 'Item', text: `${name}: ${asked}` },
    { label: 'State', text: stateWords(state) },
    { label: 'Decision', text: decision ? `${labelOf(decision.decision)}. ${decision.reasons}` : 'None yet' },
  ];
}
