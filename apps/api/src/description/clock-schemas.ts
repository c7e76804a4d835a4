import { clockStands } from '@mase/store';
import { cautions } from './about-schemas.js';
import { id, instant, list, maybe, object, oneOf, type Schema, text } from './schema.js';

/** Answers about clocks, by name. */
export const clockSchemas: { [name: string]: Schema } = {
  ClocksView: object({
    items: list(
      object({
        id,
        rule: text(),
        label: text(),
        stands: oneOf(...clockStands),
        start: instant,
        due: instant,
        dueFirst: { ...maybe(instant), description: 'When it was due before it was extended' },
        ended: maybe(instant),
        reason: maybe(text()),
        why: {
          ...list(text()),
          description: 'Why it is due then, by the rules that were in force when it started',
        },
        record: object({
          id,
          kind: text(),
          title: text(),
          reference: maybe(text()),
          ownerId: maybe(id),
          ownerName: maybe(text()),
          cautions,
        }),
      }),
    ),
    rules: {
      ...list(object({ rule: text(), label: text() })),
      description: 'Every kind of clock of the area',
    },
    next: maybe(text('The cursor of the next page')),
  }),
};
