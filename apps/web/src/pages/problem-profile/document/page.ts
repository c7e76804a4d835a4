import { type Page, sendOn } from '../../../page.js';
import { yearAsked } from '../year.js';

/** The yearly problem profile as a document; for others with small numbers kept back. */
export const page: Page = {
  id: 'problem-profile/document',
  url: '/problem-profile/document',
  section: '/imports',
  view: '',

  async get(visit) {
    const outside = visit.query.for === 'outside' ? { for: 'outside' } : {};
    const asked = { year: yearAsked(visit), format: 'pdf', ...outside };
    return sendOn(await visit.file('/api/v1/problem-profile/document', asked));
  },
};
