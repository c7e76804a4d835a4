import {
  consultationAnswers,
  exportKinds,
  exportLists,
  identityChecks,
  itemDecisions,
  requesterAnswers,
  requesterKinds,
} from '@mase/workflow';
import {
  day,
  id,
  instant,
  list,
  maybe,
  named,
  object,
  oneOf,
  page,
  type Schema,
  shown,
  text,
  truth,
  whole,
} from './schema.js';

const acted = { by: maybe(id), at: instant };
const act = maybe(object(acted));
const counts = { digest: text(), released: whole, redacted: whole, withheld: whole };

const request = {
  ...{ id, version: whole, state: named('State') },
  requester: maybe(object({ kind: oneOf(...requesterKinds), name: text() })),
  childId: maybe(id),
  childName: maybe(text('The name of the child, where the reader may see it')),
  sought: maybe(object({ name: text(), birthDate: day })),
  receivedOn: day,
  countsFrom: day,
  recorded: act,
  identity: maybe(object({ ...acted, how: oneOf(...identityChecks) })),
  waits: maybe(object({ for: oneOf(...requesterAnswers), since: instant, due: instant })),
  extended: truth,
  bundle: maybe(object({ at: instant, items: whole })),
  undecided: whole,
  deciders: list(id),
  approved: act,
  issued: maybe(object({ ...acted, ...counts })),
  ended: act,
  part: { ...truth, description: 'A part that its reader decides on' },
  asked: { ...whole, description: 'How many agencies have not answered' },
  due: maybe(instant),
};
const consultation = {
  ...{ id, version: whole, state: named('State'), requestId: id, childId: maybe(id), agencyId: id },
  ...{ contactId: id, contactName: text(), items: whole, asked: act, due: maybe(instant) },
  answered: maybe(object({ ...acted, answer: oneOf(...consultationAnswers) })),
};
const decided = object(
  { id: text(), decision: oneOf(...itemDecisions) },
  {
    exemption: text('A code of the list of exemptions'),
    spans: list(object({ from: whole, to: whole })),
    replacement: text(),
    unsaid: truth,
    why: text(),
  },
);

const exported = {
  ...{ id, version: whole, state: named('State') },
  what: maybe(oneOf(...exportKinds)),
  list: maybe(oneOf(...exportLists)),
  recordId: maybe(id),
  childId: maybe(id),
  from: { ...maybe(day), description: 'The first day of a return' },
  to: { ...maybe(day), description: 'Its last day' },
  recipient: maybe(object({ name: text(), organisation: text() })),
  ...{ requested: act, approved: act, begun: act, ended: act },
  until: maybe(instant),
};
const download = object({
  startedAt: maybe(instant),
  endedAt: maybe(instant),
  atWork: { ...truth, description: 'Whether the file is being fetched now' },
  progress: maybe(
    object({ read: { ...whole, description: 'Records gone through' }, of: whole, at: instant }),
  ),
  again: {
    ...maybe(instant),
    description:
      'Until when it may be fetched again without another approval; null before it was fetched and after',
  },
  end: maybe(
    object(
      { rows: whole, bytes: whole, digest: text(), complete: truth },
      { leftOut: { ...whole, description: 'Of a return: absences that its rules let nobody write' } },
    ),
  ),
});

/** What requests for access, consultations and exports show, by name. */
export const accessSchemas: { [name: string]: Schema } = {
  AccessRequestView: object({ ...request, ...shown, consultations: list(object(consultation)) }),
  AccessRequestsView: page(object(request)),
  AccessBundleView: object({
    items: list(
      object({
        id: text('The row, or the row and the number of its part'),
        kind: text(),
        record: object({ kind: text(), id }),
        agencyId: maybe(id),
        happened: instant,
        length: whole,
        text: maybe(text('As it was gathered; null where it changed since or the reader does not read it')),
        decided: maybe(decided),
      }),
    ),
    names: named('Names'),
    all: { ...whole, description: 'How many items the bundle has' },
    next: maybe(text('The cursor of the next page; null on the last')),
  }),
  AccessConsultationView: object({
    ...consultation,
    ...shown,
    childName: maybe(text()),
    of: list(object({ id: text(), kind: text(), happened: instant, text: maybe(text()) })),
  }),
  AccessConsultationsView: page(object(consultation)),
  ExportView: object({
    ...{ ...exported, ...shown, download },
    cases: list(object({ id, reference: text() })),
    copies: list(
      object({ number: whole, recipientId: id, digest: text(), issuedAt: instant, outside: truth }),
    ),
  }),
  ExportsView: page(object(exported)),
};
