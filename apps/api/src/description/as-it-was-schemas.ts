import { dueDates, id, instant, list, maybe, named, object, type Schema, text, whole } from './schema.js';

const sealed = maybe({
  ...object({ size: whole, at: instant }),
  description:
    'The sealed position of the ledger that the answer stands at: how many entries, and when; null where nothing was sealed by then',
});
const line = object({
  id,
  kind: text(),
  version: whole,
  recordedAt: { ...instant, description: 'When the last change before that position was accepted' },
  state: named('State'),
  title: text(),
  reference: maybe(text()),
  grade: maybe(text()),
  ownerId: maybe(id),
  ownerName: maybe(text()),
  teamId: maybe(text()),
  openedAt: maybe(instant),
  closedAt: maybe(instant),
  nextStep: maybe(text()),
  nextDue: maybe(instant),
  clocks: dueDates,
  cautions: { ...list(text()), description: 'Contact cautions that stand today, beside the name' },
});

/** Answers about the books as they were, by name. */
export const asItWasSchemas: { [name: string]: Schema } = {
  AsItWasView: object({
    id,
    kind: text(),
    asOf: instant,
    sealed,
    was: maybe(line),
    written: list(named('Written')),
    names: named('Names'),
  }),
  AsItWasListView: object({ asOf: instant, sealed, items: list(line), next: maybe(text()) }),
};
