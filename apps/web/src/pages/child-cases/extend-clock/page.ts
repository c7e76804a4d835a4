import { dateWords } from '../../../date-words.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import type { Clock } from '../case-view.js';

const until = ({ label, due, extendableTo }: Clock) =>
  `${label}: due ${dateWords(due)}, at most until ${dateWords(extendableTo ?? due)}`;

/** A second due date for a clock of the case, where the area's rules allow one, and why. */
export const page = casePage({
  verb: 'extend-clock',
  fields: {
    rule: select('which date is put off'),
    to: enterDate('the new date'),
    reason: enter('why it is put off'),
  },
  model: ({ view }) => ({
    items: [
      { value: '', text: 'Choose a date' },
      ...(view.clocks ?? [])
        .filter(({ extendableTo }) => extendableTo)
        .map((clock) => ({ value: clock.rule, text: until(clock) })),
    ],
  }),
  body: (visit) => ({
    rule: visit.typed('rule'),
    to: visit.typedDate('to'),
    reason: visit.typed('reason'),
  }),
  done: 'The date is put off; the first date stays on the record',
});
