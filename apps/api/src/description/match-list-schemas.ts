import { day, id, instant, list, maybe, object, page, type Schema, text, truth, whole } from './schema.js';

const counted = {
  id,
  from: text('Whose list it was'),
  digest: text('SHA-256 of its bytes'),
  rows: whole,
  refused: whole,
};
const number = { ...maybe(whole), description: 'Null where it is small and kept back' };

/** What comparisons with outside lists show, by name. */
export const matchListSchemas: { [name: string]: Schema } = {
  MatchListsView: page(object({ ...counted, by: text(), at: instant })),
  MatchListView: object({
    ...counted,
    asAt: day,
    ...{ children: number, persons: number },
    tables: list(
      object({
        ...{ caption: text(), definition: text(), addsUp: truth, total: number },
        lines: list(object({ label: text(), n: number })),
      }),
    ),
    definitions: list(text()),
    faults: {
      ...list(object({ line: whole, field: text(), code: text(), reason: text() })),
      description: 'The first 200 reasons why a row was not compared; what it said is not repeated',
    },
  }),
};
