import { enter, enterDate, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';

/** The other area of a looked-after child placed elsewhere: who placed the child here, or where this area placed the child. */
export const page = casePage({
  verb: 'record-placement-area',
  fields: {
    as: select('which area placed the child'),
    area: enter('the other area'),
    contact: enter('who answers for the child there'),
    reference: enter('its reference'),
    since: enterDate('the first day of the placement'),
    notification: enter('what the notification says'),
  },
  values: ({ view }) => {
    const { as = '', area = '', reference } = view.standing?.hosting ?? {};
    return { as, area, reference: reference ?? '' };
  },
  body: (visit) => ({
    as: visit.typed('as'),
    area: visit.typed('area'),
    contact: visit.typed('contact'),
    reference: visit.typed('reference'),
    since: visit.typedDate('since'),
    notification: visit.typed('notification'),
  }),
  done: 'The other area is recorded',
});
