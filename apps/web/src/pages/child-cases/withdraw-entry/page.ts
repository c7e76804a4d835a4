import { enter, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import { entryChoices } from '../correct-record/entry-choices.js';

/** Withdraws an entry that was about somebody else: nobody reads it any more but information governance. */
export const page = casePage({
  verb: 'withdraw-entry',
  fields: { rowId: select('the entry that is about somebody else'), reason: enter('how it came about') },
  values: () => ({}),
  model: (opened, visit) => ({
    choices: [{ value: '', text: 'Choose the entry' }, ...entryChoices(opened.view)],
    chosen: visit.query.entry ?? null,
  }),
  body: (visit) => ({ rowId: visit.typed('rowId'), reason: visit.typed('reason') }),
  done: 'The entry is withdrawn. Information governance is told.',
});
