import { enter, select } from '../../../error-words.js';
import { cautionLines } from '../../caution-lines.js';
import { casePage } from '../case-page.js';

/** Releases a contact caution, and says why it is safe to. */
export const page = casePage({
  verb: 'release-contact-caution',
  fields: { cautionId: select('the caution'), reason: enter('why it is safe to release it') },
  model: ({ view }) => ({
    standing: (view.cautions ?? []).map((one) => {
      const [{ who, whatNot } = { who: '', whatNot: '' }] = cautionLines([one]);
      return { value: one.id, text: who, hint: { text: whatNot } };
    }),
  }),
  body: (visit) => ({ cautionId: visit.typed('cautionId'), reason: visit.typed('reason') }),
  done: 'The contact caution is released',
});
