import { candidateLists, subjectKinds } from '@mase/workflow';
import { id, instant, list, maybe, object, oneOf, open, type Schema, text, truth, whole } from './schema.js';

const missing = list(object({ code: text(), words: text(), who: text() }));
const subject = object({ kind: oneOf(...subjectKinds), title: text() });

/** What an agenda is built from, by name. */
export const candidateSchemas: { [name: string]: Schema } = {
  SittingProposalsView: object({
    candidates: list(
      object({
        id,
        kind: text('The kind of the record'),
        reference: text(),
        name: text(),
        grade: maybe(text('Of a child the grade, of a person or a place the priority')),
        list: oneOf(...candidateLists),
        reasons: list(
          object({
            list: oneOf(...candidateLists),
            words: text(),
            since: maybe(text('An instant or a day')),
            due: maybe(text('An instant or a day')),
          }),
        ),
        listed: { ...truth, description: 'Whether it can be put on the agenda without being listed first' },
        until: maybe(text('The day until which the listing is deferred')),
        elsewhere: { ...truth, description: 'Whether it waits on the agenda of another sitting' },
        section: text(),
        minutes: whole,
        asked: text(),
        subject: maybe(subject),
        gate: missing,
      }),
    ),
    carried: list(
      open({
        itemId: id,
        subject: oneOf(...subjectKinds),
        subjectId: maybe(id),
        title: text(),
        section: text(),
        asked: text(),
        minutes: whole,
        since: maybe(instant),
      }),
    ),
    order: list(object({ id, why: text() })),
    gates: list(object({ itemId: id, missing })),
    warnings: list(object({ code: text(), words: text() })),
    fits: object({
      minutes: { ...whole, description: 'Minutes that the sitting has for its items' },
      items: { ...whole, description: 'How many items, in their order, fit into them' },
    }),
    nextStartsAt: instant,
    next: maybe(text('The cursor of the next page')),
  }),
};
