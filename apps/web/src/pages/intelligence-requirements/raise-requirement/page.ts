import { answerSources, labelOf, sharingPowerCodes, sharingPowers } from '@mase/workflow/words';
import { enter, enterDate, select } from '../../../error-words.js';
import { asksReaders, handledFields, handledModel, handledTyped } from '../../../handled.js';
import { type Answer, goTo, type Page, show } from '../../../page.js';
import { agencyWords, peopleOptions, readPeople } from '../../../people.js';
import type { Visit } from '../../../visit.js';

const command = 'intelligence-requirements/raise-requirement';

async function form(visit: Visit): Promise<Answer> {
  const people = (await readPeople(visit)).filter(({ roles }) => !roles.includes('administrator'));
  const agencies = new Map(people.map((one) => [one.agencyId, agencyWords(one)]));
  return show({
    title: 'Raise an intelligence requirement',
    back: { href: '/intelligence-requirements', text: 'Intelligence requirements' },
    values: { powers: ['children-act-2004-10'], from: ['own-records'], handling: 'P', ...visit.form },
    model: {
      ...(await handledModel(visit)),
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
}

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
    ...handledFields,
  },
  draft: () => 'new',

  get: form,

  async post(visit) {
    if (asksReaders(visit)) return form(visit);
    const texts = ['question', 'purpose', 'agencyId', 'contactId'];
    const { body } = await visit.send<{ id: string }>(`/api/v1/${command}`, {
      ...Object.fromEntries(texts.map((name) => [name, visit.typed(name)])),
      by: visit.typedDate('by'),
      from: visit.typedList('from'),
      powers: visit.typedList('powers'),
      ...handledTyped(visit),
    });
    return goTo(`/intelligence-requirements/${encodeURIComponent(body.id)}`, 'The agency is asked.');
  },
};
