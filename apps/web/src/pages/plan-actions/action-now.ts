import { stateWords } from '../../changed-words.js';
import { dueWords } from '../../date-words.js';
import { type ActionView, endingWords } from './action.js';

/** An action as it is now, for somebody whose form was overtaken. */
export function actionNow({
  what,
  ownerName,
  due,
  state,
  ended,
}: ActionView): { label: string; text: string }[] {
  return [
    { label: 'What will be done', text: what },
    { label: 'Owner', text: ownerName },
    { label: 'Due', text: due ? dueWords(due) : 'No date yet' },
    { label: 'State', text: ended ? (endingWords[ended.how]?.text ?? 'Ended') : stateWords(state) },
  ];
}
