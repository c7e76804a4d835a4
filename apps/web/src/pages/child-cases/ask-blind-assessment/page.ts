import { select } from '../../../error-words.js';
import { peopleOptions, readPeople } from '../../../people.js';
import { casePage } from '../case-page.js';

const assesses = ['worker', 'member', 'interviewer', 'licensing-officer', 'manager'];

/** Who assesses the same child again, without seeing the first assessment. */
export const page = casePage({
  verb: 'ask-blind-assessment',
  fields: { assessorId: select('who makes the second assessment') },
  model: async ({ view }, visit) => {
    const people = (await readPeople(visit)).filter(({ roles }) =>
      roles.some((role) => assesses.includes(role)),
    );
    const elsewhere = people.filter(({ teamId }) => teamId === null || teamId !== view.standing?.team);
    return { options: peopleOptions(elsewhere, 'Choose a person') };
  },
  body: (visit) => ({ assessorId: visit.typed('assessorId') }),
  done: 'The second assessment is asked for',
});
