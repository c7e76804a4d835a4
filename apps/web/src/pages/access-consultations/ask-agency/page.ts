import { enter, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { agencyWords, readPeople } from '../../../people.js';

/** Asks an agency about what it wrote of a bundle: somebody there finds the question in the list of work. */
export const page: Page = {
  id: 'access-consultations/ask-agency',
  url: '/access-consultations/ask-agency',
  section: '/access-requests',
  fields: { contactId: select('who is asked'), question: enter('what is asked') },
  place: (pointer) => (pointer === '/question' ? 'question' : 'contactId'),
  draft: (visit) => visit.query.request ?? visit.typed('requestId') ?? '',

  async get(visit) {
    const people = await readPeople(visit);
    const request = visit.query.request ?? '';
    return show({
      title: 'Ask an agency',
      back: { href: `/access-requests/${request}`, text: 'Back to the request' },
      model: {
        request,
        people: [
          { value: '', text: 'Choose who is asked' },
          ...people.map((one) => ({ value: one.id, text: `${one.name}, ${agencyWords(one)}` })),
        ],
      },
    });
  },

  async post(visit) {
    const requestId = visit.typed('requestId') ?? '';
    const contactId = visit.typed('contactId');
    const people = await readPeople(visit);
    await visit.send('/api/v1/access-consultations/ask-agency', {
      requestId,
      agencyId: people.find(({ id }) => id === contactId)?.agencyId,
      contactId,
      question: visit.typed('question'),
    });
    return goTo(`/access-requests/${encodeURIComponent(requestId)}`, 'The agency is asked.');
  },
};
