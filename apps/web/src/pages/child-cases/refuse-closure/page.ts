import { dateWords } from '../../../date-words.js';
import { closureWords } from '../closure-words.js';
import { reasonPage } from '../reason-page.js';

/** Sends a case that was proposed for closing back to where it was, with a reason. */
export const page = reasonPage({
  verb: 'refuse-closure',
  says: 'The case goes back to where it was before the proposal.',
  ask: 'Why is the closure refused?',
  facts: ({ view: { standing } }) => {
    const closure = standing?.closure;
    if (!closure) return [];
    const reason = closureWords[closure.reason]?.text ?? closure.reason;
    return [{ key: 'Proposed', text: `${reason}, ${dateWords(closure.at)}` }];
  },
  done: 'The closure is refused. The case goes on.',
});
