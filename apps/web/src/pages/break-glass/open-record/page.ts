import { draftPart } from '../../../drafts.js';
import { enter } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';

/** Asks for a record that is not open to the person, with the reason; the page says nothing of what there is. */
export const page: Page = {
  id: 'break-glass/open-record',
  url: '/break-glass/open-record',
  section: '/',
  fields: { reference: enter('the reference'), reason: enter('the reason') },
  draft: (visit) => draftPart('new', visit.query.reference),

  async get(visit) {
    return show({
      title: 'Open a record in an emergency',
      back: { href: '/' },
      values: { reference: visit.query.reference ?? '' },
    });
  },

  async post(visit) {
    const { body } = await visit.send<{ id: string }>('/api/v1/break-glass/open-record', {
      reference: visit.typed('reference'),
      reason: visit.typed('reason'),
    });
    return goTo(`/break-glass/${encodeURIComponent(body.id)}`);
  },
};
