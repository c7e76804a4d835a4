import { labelOf } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { withDates } from '../../../why-dates.js';
import { aboutWords, consultationFacts, readConsultation } from '../consultation.js';

/** What an agency is asked about a request for access: the items that it wrote, and its answer. */
export const page: Page = {
  id: 'access-consultations/view',
  url: '/access-consultations/:id',
  section: '/access-requests',

  async get(visit) {
    const { consultation } = await readConsultation(visit);
    const { allowed, of } = consultation;
    const answers = canDo(allowed, 'access-consultations/answer-consultation');
    return show({
      title: 'What your agency wrote',
      model: {
        caption: aboutWords(consultation),
        ...withDates(consultationFacts(consultation), consultation),
        answer: answers ? `/access-consultations/${consultation.id}/answer-consultation` : null,
        items: of.map(({ kind, happened, text }) => ({
          kind: labelOf(kind),
          date: dateWords(happened),
          text,
        })),
      },
    });
  },
};
