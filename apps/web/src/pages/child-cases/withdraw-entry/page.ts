import { canDo } from '../../../allowed.js';
import { enter, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import { entryChoices } from '../correct-record/entry-choices.js';
import { entriesOfOther, otherRecords } from './other-records.js';

/** Withdraws an entry that was about somebody else: nobody reads it any more but information governance. */
export const page = casePage({
  verb: 'withdraw-entry',
  fields: { rowId: select('the entry that is about somebody else'), reason: enter('how it came about') },
  values: () => ({}),
  model: async ({ view }, visit) => {
    const ofOther = await entriesOfOther(visit);
    return {
      choices: [{ value: '', text: 'Choose the entry' }, ...(ofOther ?? entryChoices(view))],
      chosen: visit.query.entry ?? null,
      others: ofOther ? [] : otherRecords(view),
      corrects: canDo(view.allowed ?? [], 'child-cases/correct-record'),
    };
  },
  body: (visit) => ({ rowId: visit.typed('rowId'), reason: visit.typed('reason') }),
  done: 'The entry is withdrawn. Information governance is told.',
});
