import { cautions } from './about-schemas.js';
import { day, id, list, maybe, object, type Schema, text, truth } from './schema.js';

/** What a search shows, by name. */
export const searchSchemas: { [name: string]: Schema } = {
  FoundView: object({
    items: list(
      object({
        kind: text('Child, person, location; any other where a reference was found alone'),
        id,
        name: { ...maybe(text()), description: 'Null where a reference was found alone' },
        aliases: list(text()),
        birthDate: maybe(day),
        reference: maybe(text()),
        by: list(text('What fits: a kind of name, number or identifier; alike; linked; reference')),
        links: list(object({ id, name: text('The identifier by which it was found') })),
        merged: truth,
        cases: list(object({ id, kind: text(), reference: maybe(text()) })),
        cautions,
      }),
    ),
    more: {
      ...truth,
      description: 'Whether less likely ones are left out: more letters of the name find them',
    },
  }),
};
