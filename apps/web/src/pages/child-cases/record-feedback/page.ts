import { feedbackSubjects } from '@mase/workflow/words';
import { dateWords } from '../../../date-words.js';
import { enter, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import { subjectWords } from '../casework-words.js';
import { parentItems } from '../parent-items.js';
import { toldFields } from '../told-fields.js';

/** What child and parent were told of grade, plan and decision, by whom, or why not. */
export const page = casePage({
  verb: 'record-feedback',
  fields: {
    about: select('what they were told of'),
    what: enter('what they were told'),
    toldBy: enter('who told them'),
    'child-told': select('whether the child was told'),
    'child-how': enter('how the child was told'),
    'child-whyNot': enter('why the child was not told'),
    'parent-told': select('whether the parent was told'),
    'parent-carerId': select('which parent or carer was told'),
    'parent-how': enter('how the parent was told'),
    'parent-whyNot': enter('why the parent was not told'),
  },
  model: ({ view }) => {
    const untold = view.standing?.untold ?? {};
    return {
      parents: parentItems(view),
      subjects: feedbackSubjects.map((one) => ({
        value: one,
        text: subjectWords[one],
        ...(untold[one] ? { hint: { text: `Not told yet, since ${dateWords(untold[one])}` } } : {}),
      })),
    };
  },
  values: ({ view }) => ({ about: Object.keys(view.standing?.untold ?? {}) }),
  body: (visit) => ({
    about: visit.typedList('about'),
    what: visit.typed('what'),
    toldBy: visit.typed('toldBy'),
    child: toldFields(visit, 'child', 'told'),
    parent: {
      ...toldFields(visit, 'parent', 'told'),
      ...(visit.typed('parent-told') === 'yes' ? { carerId: visit.typed('parent-carerId') } : {}),
    },
  }),
  done: 'What they were told is recorded',
});
