import { clockStands } from '@mase/store';
import { cautions } from './about-schemas.js';
import { type Fields, id, instant, list, maybe, object, oneOf, type Schema, text, truth } from './schema.js';

const why: Schema = {
  ...list(text()),
  description: 'Why it is due then, by the rules that were in force when it started',
};
const provisional: Schema = {
  ...truth,
  description: 'Whether the day may still move, as bank holidays of that time are not published yet',
};

/** What is due on a record, and why then. */
export const dueDate: Fields = {
  id,
  rule: text(),
  label: text(),
  start: instant,
  due: instant,
  overdue: truth,
  why,
  provisional,
  extension: { ...maybe(text()), description: 'When it was due first, who extended it, and why' },
};

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
        why,
        provisional,
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
