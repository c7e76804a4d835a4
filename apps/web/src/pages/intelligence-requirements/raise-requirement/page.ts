import { answerSources, labelOf, sharingPowerCodes, sharingPowers } from '@mase/workflow/words';
import { enter, enterDate, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { agencyWords, peopleOptions, readPeople } from '../../../people.js';

const command = 'intelligence-requirements/raise-requirement';

/** Asks an agency what it knows already, by a day. */
export const page: Page = {
  id: command,
  url: `/${command}`,
  section: '/intelligence',
  fields: {
    question: enter('the question'),
    purpose: enter('what it is needed for'),
    agencyId: select('the agency'),
    contactId: select('who is asked there'),
    by: enterDate('the day by which it is answered'),
    from: select('where the answer may come from'),
    powers: select('the power'),
  },
  draft: () => 'new',

  async get(visit) {
    const people = (await readPeople(visit)).filter(({ roles }) => !roles.includes('administrator'));
    const agencies = new Map(people.map((one) => [one.agencyId, agencyWords(one)]));
    return show({
      title: 'Raise an intelligence requirement',
      back: { href: '/intelligence-requirements', text: 'Intelligence requirements' },
      values: { powers: ['children-act-2004-10'], from: ['own-records'] },
      model: {
        agencies: [
          { value: '', text: 'Choose the agency' },
          ...[...agencies]
            .map(([value, text]) => ({ value, text }))
            .sort((one, other) => one.text.localeCompare(other.text, 'en-GB')),
        ],
        people: peopleOptions(people, 'Whoever answers for the agency'),
        sources: answerSources.map((value) => ({ value, text: labelOf(value) })),
        powers: sharingPowerCodes.map((value) => ({ value, text: sharingPowers[value] })),
      },
    });
  },

  async post(visit) {
    const texts = ['question', 'purpose', 'agencyId', 'contactId'];
    const { body } = await visit.send<{ id: string }>(`/api/v1/${command}`, {
      ...Object.fromEntries(texts.map((name) => [name, visit.typed(name)])),
      by: visit.typedDate('by'),
      from: visit.typedList('from'),
      powers: visit.typedList('powers'),
    });
    return goTo(`/intelligence-requirements/${encodeURIComponent(body.id)}`, 'The agency is asked.');
  },
};
