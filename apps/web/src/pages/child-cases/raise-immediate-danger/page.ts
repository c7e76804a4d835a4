import { enter } from '../../../error-words.js';
import { casePage } from '../case-page.js';

/** Tells duty, out-of-hours and police at once that a child is in danger now. The page says 999 first. */
export const page = casePage({
  verb: 'raise-immediate-danger',
  fields: { what: enter('what is happening to the child'), where: enter('where the child is') },
  body: (visit) => ({ what: visit.typed('what'), where: visit.typed('where') }),
  done: 'The duty manager, the out-of-hours team and the police desk are told, until one of them acknowledges',
});
