import { silentLacks } from '@mase/workflow';
import {
  day,
  id,
  instant,
  list,
  maybe,
  object,
  oneOf,
  page,
  type Schema,
  text,
  truth,
  whole,
} from './schema.js';

const decision = oneOf('explained', 'followUp', 'misuse');

/** Answers about who looked at whom, and at which cases nobody looks, by name. */
export const lookSchemas: { [name: string]: Schema } = {
  LooksView: page(
    object({
      id,
      at: instant,
      userId: maybe(id),
      name: text(),
      agencyName: maybe(text()),
      roles: list(text('As they were on that day')),
      what: text(),
      refused: truth,
      why: text('The relation of that day, and the reason that was given'),
      recordId: maybe(id),
      persons: whole,
    }),
  ),
  SilentCasesView: page(
    object({
      id,
      kind: text(),
      topic: text('The first part of the address of the case'),
      reference: maybe(text()),
      since: instant,
      lacks: list(object({ code: oneOf(...Object.keys(silentLacks)), words: text() })),
      opens: { ...truth, description: 'Whether whoever asks reads the case' },
    }),
  ),
  VerificationsView: object({
    sealed: maybe(object({ entries: whole, at: instant })),
    items: list(
      object({
        at: instant,
        withCheckpoints: {
          ...truth,
          description: 'Whether the ledger was compared with checkpoints kept outside the database',
        },
        sealed: whole,
        records: whole,
        entries: whole,
        audits: whole,
        faults: whole,
        places: {
          ...list(
            object({
              record: maybe(id),
              words: text(),
              opens: { ...truth, description: 'Whether whoever asks reads the history of the record' },
            }),
          ),
          description: 'Where the first faults in this partnership are, at most twenty',
        },
      }),
    ),
  }),
  UnusualLookingView: object({
    from: day,
    to: day,
    items: list(
      object({
        line: text('The same in every period'),
        rule: text(),
        label: text(),
        userId: id,
        name: text(),
        agencyName: maybe(text()),
        roles: list(text()),
        personIds: list(id),
        children: list(object({ id, name: text() })),
        looks: whole,
        first: instant,
        last: instant,
        words: text('Why the line stands here'),
        review: maybe(object({ decision, words: text(), by: text(), at: instant })),
      }),
    ),
    next: { type: 'null' },
    waiting: { ...whole, description: 'Lines without a decision' },
    notLookedFor: list(text('What the report cannot see')),
  }),
  ReviewedLine: object({ line: text(), decision, at: instant, repeated: truth }),
};
