import { enter, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';

/** What the other area was told, or told us: both see the outcome. */
export const page = casePage({
  verb: 'record-area-exchange',
  fields: {
    direction: select('who told whom'),
    person: enter('whom you spoke or wrote to there'),
    how: enter('how'),
    what: enter('what was told'),
  },
  model: ({ view }) => ({ area: view.standing?.hosting?.area ?? 'The other area' }),
  body: (visit) => ({
    direction: visit.typed('direction'),
    person: visit.typed('person'),
    how: visit.typed('how'),
    what: visit.typed('what'),
  }),
  done: 'It is recorded',
});
