import { chronologyGroups, contentClasses } from '@mase/workflow';
import {
  byName,
  id,
  instant,
  list,
  maybe,
  named,
  object,
  oneOf,
  type Schema,
  text,
  truth,
  whole,
} from './schema.js';

const groups = Object.keys(chronologyGroups);

/** What a chronology shows, by name. */
export const chronologySchemas: { [name: string]: Schema } = {
  ChronologyView: object(
    {
      id,
      version: whole,
      reference: text(),
      childId: id,
      classes: list(oneOf(...contentClasses)),
      counts: { ...byName(whole), description: 'How many entries each group has, whatever was asked for' },
      total: { ...whole, description: 'How many entries fit what was asked for' },
      page: whole,
      pages: whole,
      entries: list(
        object({
          id,
          kind: text('contact, view, grade, plan, episode, …'),
          class: oneOf(...contentClasses),
          group: oneOf(...groups),
          of: maybe(object({ kind: text(), id })),
          replaces: maybe(id),
          wrong: { ...truth, description: 'Whether a later entry stands in its place' },
          happened: instant,
          at: { ...instant, description: 'When it was recorded' },
          authorId: maybe(id),
          body: byName(),
        }),
      ),
      mayCorrect: {
        ...truth,
        description: 'Whether the reader may correct entries that were written on the case',
      },
      names: named('Names'),
    },
    { name: text() },
  ),
  JourneyCopiesView: object({
    items: list(
      object({
        number: whole,
        version: whole,
        digest: text(),
        recipientId: id,
        name: maybe(text()),
        issuedAt: instant,
        openedAt: maybe(instant),
      }),
    ),
  }),
};
