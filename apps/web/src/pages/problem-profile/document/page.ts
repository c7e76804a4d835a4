import { type Page, sendOn } from '../../../page.js';
import { yearAsked } from '../year.js';

/** The yearly problem profile as a document. */
export const page: Page = {
  id: 'problem-profile/document',
  url: '/problem-profile/document',
  section: '/imports',
  view: '',

  async get(visit) {
    return sendOn(
      await visit.file('/api/v1/problem-profile/document', { year: yearAsked(visit), format: 'pdf' }),
    );
  },
};
