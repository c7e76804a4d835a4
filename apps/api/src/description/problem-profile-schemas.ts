import { day, list, maybe, object, type Schema, text, truth, whole } from './schema.js';

const number = { ...maybe(whole), description: 'Null where it is small and kept back' };

/** What the yearly problem profile shows, by name. */
export const problemProfileSchemas: { [name: string]: Schema } = {
  ProblemProfileView: object({
    ...{ year: text(), from: day, to: day },
    sections: list(
      object({
        ...{ id: text(), title: text() },
        tables: list(
          object({
            ...{ name: text(), definition: text(), addsUp: truth, total: number },
            lines: list(object({ label: text(), n: number })),
          }),
        ),
        shares: list(
          object({
            ...{ name: text(), definition: text(), n: number, of: number },
            percent: {
              ...maybe(text()),
              description: 'Two places, half up; null where there is nothing to divide by',
            },
          }),
        ),
      }),
    ),
    notHeld: list(text('What these records do not hold')),
    definitions: list(text()),
  }),
};
