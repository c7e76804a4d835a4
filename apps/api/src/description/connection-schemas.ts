import { connectionSigns } from '@mase/workflow';
import { id, instant, list, maybe, named, object, oneOf, open, type Schema, text, whole } from './schema.js';

const signs = list(
  object({ sign: oneOf(...connectionSigns), part: text('With whom, by the part that he or she has') }),
);

/** Personal connections of a sitting as its chairs see them, by name. */
export const connectionSchemas: { [name: string]: Schema } = {
  SittingConnectionsView: object({
    id,
    state: named('State'),
    panel: text(),
    startsAt: instant,
    items: list(
      object({
        id,
        number: whole,
        reference: text(),
        name: text(),
        state: named('State'),
        found: list(object({ userId: maybe(id), name: text(), agency: text(), signs })),
        notes: list(
          open({
            kind: text(),
            itemId: id,
            userId: id,
            name: text(),
            reason: text(),
            by: text(),
            at: instant,
          }),
        ),
        without: list(id),
        allowed: list(named('Allowed')),
      }),
    ),
  }),
};
