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

/** Answers about who looked at whom, by name. */
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
  UnusualLookingView: object({
    from: day,
    to: day,
    lines: list(
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
    waiting: { ...whole, description: 'Lines without a decision' },
    notLookedFor: list(text('What the report cannot see')),
  }),
  ReviewedLine: object({ line: text(), decision, at: instant, repeated: truth }),
};
