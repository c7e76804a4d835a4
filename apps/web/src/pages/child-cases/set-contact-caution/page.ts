import { enter, enterDate, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';

/** Sets a contact caution: it stops any copy, letter or answer to that person until a manager releases it. */
export const page = casePage({
  verb: 'set-contact-caution',
  fields: {
    party: select('of whom it is'),
    who: enter('who it is'),
    whatNot: enter('what is not to be done'),
    why: enter('why'),
    until: enterDate('the day on which it is looked at again'),
  },
  body: (visit) => ({
    party: visit.typed('party'),
    who: visit.typed('who'),
    whatNot: visit.typed('whatNot'),
    why: visit.typed('why'),
    until: visit.typedDate('until'),
  }),
  done: 'The contact caution is in force',
});
