import { missingFor } from '../../../allowed.js';
import { enter, select } from '../../../error-words.js';
import { captionOfCase, readCaseToHangOn } from '../../../on-case.js';
import { goTo, type Page, show } from '../../../page.js';
import { agencyWords, readPeople } from '../../../people.js';

const command = 'service-episodes/refer-service';

/** Records that a service to a child is asked for. */
export const page: Page = {
  id: command,
  url: '/service-episodes/refer-service',
  section: '/child-cases',
  fields: {
    service: enter('the service'),
    agencyId: select('the agency'),
    purpose: enter('what it is for'),
    childWords: enter('what the child says to it'),
  },
  draft: (visit) => visit.query.case ?? '',

  async get(visit) {
    const [about, people] = await Promise.all([readCaseToHangOn(visit), readPeople(visit)]);
    const agencies = new Map(people.map((one) => [one.agencyId, agencyWords(one)]));
    const missing = missingFor(about.begins ?? [], command);
    return show({
      title: 'Ask for a service',
      back: { href: `/child-cases/${about.id}`, text: 'Back to the case' },
      model: {
        caption: captionOfCase(about),
        blocked: missing.length > 0 && { missing, href: `/child-cases/${about.id}` },
        agencies: [
          { value: '', text: 'Choose the agency' },
          ...[...agencies]
            .map(([value, text]) => ({ value, text }))
            .sort((one, other) => one.text.localeCompare(other.text, 'en-GB')),
        ],
        cancel: `/child-cases/${about.id}`,
      },
    });
  },

  async post(visit) {
    const texts = ['service', 'agencyId', 'purpose', 'childWords'];
    const { body } = await visit.send<{ id: string }>(`/api/v1/${command}`, {
      caseId: visit.query.case ?? '',
      ...Object.fromEntries(texts.map((name) => [name, visit.typed(name)])),
    });
    return goTo(`/service-episodes/${body.id}`, 'It is recorded that the service is asked for.');
  },
};
