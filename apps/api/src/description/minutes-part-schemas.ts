import {
  dueDates,
  etag,
  id,
  instant,
  list,
  named,
  object,
  oneOf,
  type Schema,
  text,
  whole,
} from './schema.js';

/** Parts of minutes as they are filed, by case. */
export const minutesPartSchemas: { [name: string]: Schema } = {
  SittingMinutesPartsView: object({
    id,
    version: whole,
    etag,
    state: named('State'),
    panel: text(),
    startsAt: instant,
    minutesVersion: whole,
    clocks: dueDates,
    allowed: list(named('Allowed')),
    parts: list(
      object({
        itemId: id,
        caseId: id,
        caseKind: oneOf('childCase', 'personCase', 'locationCase'),
        reference: text(),
        name: text(),
        pieces: {
          ...list(object({ text: text() }, { was: text('The words in whose place it was put') })),
          description: 'The text as it is filed, piece by piece in its order',
        },
        doubtful: {
          ...list(object({ word: text(), times: whole, places: list(text()) })),
          description:
            'Everyday words that are also a name of another record of the agenda, and stay: how often, and the first places',
        },
        shared: {
          ...list(text()),
          description: 'Names of another record that are also those of whom the part is about, and stay',
        },
      }),
    ),
  }),
};
