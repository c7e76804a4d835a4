import { sharingPowerCodes, sharingPowers } from '@mase/workflow/words';
import { missingFor } from '../../../allowed.js';
import { enter, select } from '../../../error-words.js';
import { captionOfCase, readCaseToHangOn } from '../../../on-case.js';
import { goTo, type Page, show } from '../../../page.js';
import { agencyWords, peopleOptions, readPeople } from '../../../people.js';

const command = 'information-requests/request-information';

/** Asks an agency one question about a child, with power and purpose. */
export const page: Page = {
  id: command,
  url: '/information-requests/request-information',
  section: '/child-cases',
  fields: {
    agencyId: select('the agency'),
    contactId: select('who is asked there'),
    question: enter('the question'),
    purpose: enter('the purpose'),
    powers: select('the power'),
  },
  draft: (visit) => visit.query.case ?? '',

  async get(visit) {
    const [about, people] = await Promise.all([readCaseToHangOn(visit), readPeople(visit)]);
    const agencies = new Map(people.map((one) => [one.agencyId, agencyWords(one)]));
    const missing = missingFor(about.begins ?? [], command);
    return show({
      title: 'Ask an agency for information',
      back: { href: `/child-cases/${about.id}`, text: 'Back to the case' },
      values: {
        purpose: 'To assess the risk to the child and keep the child safe',
        powers: ['children-act-2004-10'],
      },
      model: {
        caption: captionOfCase(about),
        blocked: missing.length > 0 && { missing, href: `/child-cases/${about.id}` },
        agencies: [
          { value: '', text: 'Choose the agency' },
          ...[...agencies]
            .map(([value, text]) => ({ value, text }))
            .sort((one, other) => one.text.localeCompare(other.text, 'en-GB')),
        ],
        people: peopleOptions(
          people.filter(({ roles }) => !roles.includes('administrator')),
          'Whoever answers for the agency',
        ),
        powers: sharingPowerCodes.map((value) => ({ value, text: sharingPowers[value] })),
        cancel: `/child-cases/${about.id}`,
      },
    });
  },

  async post(visit) {
    const caseId = visit.query.case ?? '';
    const texts = ['agencyId', 'contactId', 'question', 'purpose'];
    const { body } = await visit.send<{ id: string }>(`/api/v1/${command}`, {
      caseId,
      ...Object.fromEntries(texts.map((name) => [name, visit.typed(name)])),
      powers: visit.typedList('powers'),
    });
    return goTo(`/information-requests/${body.id}`, 'The agency is asked. The clocks of the case run on.');
  },
};
