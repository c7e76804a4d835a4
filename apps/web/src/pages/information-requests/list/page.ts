import { dueWords } from '../../../date-words.js';
import { onCaseTag } from '../../../on-case.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { outcomeWords, type RequestView } from '../information-request.js';

/** Requests for information that the reader asked, answers or oversees, the newest first. */
export const page: Page = {
  id: 'information-requests/list',
  url: '/information-requests',
  section: '/information-requests',

  async get(visit) {
    const { items } = await readList<RequestView>(visit, '/api/v1/information-requests');
    return show({
      title: 'Requests for information',
      model: {
        lines: items.map((one) => ({
          href: `/information-requests/${one.id}`,
          question: one.question,
          about: `${one.name}, ${one.reference}`,
          agency: one.agencyName,
          due: one.due ? dueWords(one.due) : '',
          tag: one.answered
            ? { text: outcomeWords[one.answered.outcome] ?? '', classes: 'govuk-tag--grey' }
            : onCaseTag(one.state),
        })),
      },
    });
  },
};
