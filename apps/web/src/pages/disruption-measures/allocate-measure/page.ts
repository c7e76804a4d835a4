import { commandPage } from '../../../command-page.js';
import { agencyWords, readPeople } from '../../../people.js';
import { measureSubject, section } from '../measure.js';

/** Gives a measure another owner: what waits on it moves to his or her list. */
export const page = commandPage({
  command: 'disruption-measures/allocate-measure',
  section,
  opened: async (visit) => {
    const [subject, people] = await Promise.all([measureSubject(visit), readPeople(visit)]);
    const ownerId = people.map((one) => ({ value: one.id, text: `${one.name}, ${agencyWords(one)}` }));
    return { ...subject, options: { ownerId: [{ value: '', text: 'Choose the new owner' }, ...ownerId] } };
  },
  says: 'What waits on the measure moves to the new owner’s list.',
  asks: [
    { name: 'ownerId', label: 'Who owns it from now on?', called: 'the new owner', kind: 'select' },
    { name: 'reason', label: 'Why?', called: 'why', kind: 'text' },
  ],
  done: 'The measure has another owner.',
});
