import { cautionParties, contactWays, safeContacts } from '@mase/workflow';
import { byName, day, id, instant, list, maybe, object, oneOf, open, text, whole } from './schema.js';

const carer = open({
  id: text('The id to change or end the entry by'),
  name: text(),
  relation: text(),
  asParent: maybe(oneOf('yes', 'no')),
  livesWith: oneOf('yes', 'no', 'not-yet-known'),
  contacts: list(open({ way: oneOf(...contactWays), value: text() })),
  mayContact: oneOf(...safeContacts),
  since: instant,
});

/** What a case, and the child's own record, opens with. */
export const aboutChild = object({
  ...{ id, version: whole },
  me: maybe(byName({ type: 'string' })),
  carers: list(carer),
  lines: byName(object({ since: day, until: maybe(day), next: maybe(day) })),
});

/** A contact caution that stands; whoever does not have its words learns about whom it is. */
export const caution = {
  ...{ id, party: oneOf(...cautionParties), who: maybe(text()), whatNot: maybe(text()), why: maybe(text()) },
  ...{ until: maybe(day), by: maybe(text()), since: maybe(instant) },
};

/** Whom the contact cautions stop that stand beside a name in a list. */
export const cautions = list(oneOf(...cautionParties));
