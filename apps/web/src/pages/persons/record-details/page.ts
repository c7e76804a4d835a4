import { officerDefinedEthnicities, personSexes, selfDefinedEthnicities, trusts } from '@mase/workflow/words';
import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { codeWords } from '../../../strand.js';
import { readRecord } from '../../../strand-record.js';
import { identifierAsked, identifierField, identifierRows } from '../../intelligence/typed-identifiers.js';
import { typedPerson } from '../typed-person.js';
import { personFacts } from '../view/page.js';

const command = 'persons/record-details';
const options = (codes: readonly string[]) => codes.map((value) => ({ value, text: codeWords(value) }));
const coded = (titles: Record<string, string>) => [
  { value: '', text: 'As it is recorded' },
  ...Object.entries(titles).map(([value, text]) => ({ value, text })),
];

/** Adds to what is known of a person, or sets it right; what is left blank stays as it is. */
export const page: Page = {
  id: command,
  url: '/persons/:id/record-details',
  section: '/person-cases',
  fields: {
    name: enter('a name'),
    aliases: enter('other names'),
    birthDate: enterDate('the date of birth'),
    ageFrom: enter('the youngest age'),
    ageTo: enter('the oldest age'),
    sex: select('the sex'),
    description: enter('a description'),
    nationality: enter('the nationality'),
    licence: enter('the licence'),
    positionOfTrust: select('whether the person works with children'),
    reason: enter('how this is known'),
    ...identifierAsked,
  },
  draft: (visit) => visit.params.id ?? '',
  place: (pointer, visit) => {
    const [first, second] = pointer.split('/').slice(1);
    return first === 'identifiers' ? identifierField(visit, Number(second)) : first;
  },

  async get(visit) {
    const { view, etag } = await readRecord(visit, 'persons');
    return show({
      title: 'Add or change details',
      version: etag,
      back: { href: `/persons/${view.id}` },
      model: {
        caption: view.name,
        facts: personFacts(view),
        missing: missingFor(view.allowed, command),
        sexes: options(personSexes),
        trusts: options(trusts),
        selfDefined: coded(selfDefinedEthnicities),
        officerDefined: coded(officerDefinedEthnicities),
        ...identifierRows,
        cancel: `/persons/${view.id}`,
      },
    });
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    await visit.send(path`/api/v1/persons/${id}/record-details`, {
      ...typedPerson(visit),
      reason: visit.typed('reason'),
    });
    return goTo(`/persons/${id}`, 'The details are recorded.');
  },
};
