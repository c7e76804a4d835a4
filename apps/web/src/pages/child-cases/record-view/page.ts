import { enter, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';

/** Somebody's own words, kept as a quotation; an attempt and why not where they could not be had. */
export const page = casePage({
  verb: 'record-view',
  fields: {
    of: select('whose view it is'),
    words: enter('the words'),
    how: enter('how the view was obtained or tried for'),
    whyNot: enter('why it could not be had'),
  },
  body: (visit) => ({
    of: visit.typed('of'),
    words: visit.typed('words'),
    how: visit.typed('how'),
    whyNot: visit.typed('whyNot'),
  }),
  done: 'The view is recorded as a quotation',
});
