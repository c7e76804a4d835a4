import { enter, select } from '../../../error-words.js';
import { peopleOptions, readPeople } from '../../../people.js';
import { casePage } from '../case-page.js';

/** A personal connection to the child or the family: whoever has one reads nothing of the case from then on. */
export const page = casePage({
  verb: 'declare-connection',
  fields: { reason: enter('what the connection is'), userId: select('whose connection it is') },
  model: async (_, visit) => ({ people: peopleOptions(await readPeople(visit), 'My own') }),
  body: (visit) => ({ reason: visit.typed('reason'), userId: visit.typed('userId') }),
  done: 'The connection is declared. What was this person’s work on the case goes to the manager.',
  // Whoever declares one of his or her own cannot open the case any more.
  leadsTo: (visit) => (visit.typed('userId') ? undefined : '/'),
});
