import { dateWords } from '../../../date-words.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { peopleOptions, readPeople } from '../../../people.js';
import { casePage } from '../case-page.js';

/** Asks another area to take the case on: what it reads before it accepts is written here, and nothing else is shown to it. */
export const page = casePage({
  verb: 'transfer-out',
  fields: {
    area: enter('the receiving area'),
    receiverId: select('the receiving area’s worker'),
    contact: enter('who was asked there, and how'),
    movedOn: enterDate('the day from which the child lives there'),
    reason: enter('why the case moves'),
    needToKnow: enter('what the receiving area must know now'),
    power: enter('the power by which you share it'),
  },
  model: async ({ view }, visit) => {
    const people = await readPeople(visit);
    const receivers = people.filter(({ roles }) => roles.includes('receiving-area-worker'));
    const { birthDate } = view.child ?? {};
    return {
      receivers: receivers.length > 0 ? peopleOptions(receivers, 'Nobody there has an account') : [],
      shown: [
        { key: 'Name', text: view.child?.name ?? view.standing?.name ?? '' },
        { key: 'Date of birth', text: birthDate ? dateWords(birthDate) : 'Not yet known' },
        { key: 'Reference', text: view.reference },
      ],
      openSafety: view.standing?.actions.openSafety ?? 0,
    };
  },
  body: (visit) => ({
    area: visit.typed('area'),
    receiverId: visit.typed('receiverId'),
    contact: visit.typed('contact'),
    movedOn: visit.typedDate('movedOn'),
    reason: visit.typed('reason'),
    needToKnow: visit.typed('needToKnow'),
    power: visit.typed('power'),
  }),
  done: 'The receiving area is asked. The case stays yours until it accepts.',
});
