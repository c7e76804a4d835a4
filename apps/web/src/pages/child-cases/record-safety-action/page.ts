import { enter } from '../../../error-words.js';
import { casePage } from '../case-page.js';

/** A safety action: who, what and when is enough, and it is in force at once. */
export const page = casePage({
  verb: 'record-safety-action',
  fields: { what: enter('what is done'), who: enter('who does it'), when: enter('when it is done') },
  body: (visit) => ({ what: visit.typed('what'), who: visit.typed('who'), when: visit.typed('when') }),
  done: 'The safety action is recorded and in force',
});
