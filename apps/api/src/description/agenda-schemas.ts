import { attendanceKinds, grades, panelDecisions } from '@mase/workflow';
import {
  byName,
  day,
  id,
  instant,
  list,
  maybe,
  named,
  object,
  oneOf,
  open,
  page,
  type Schema,
  text,
  truth,
  whole,
} from './schema.js';

type Fields = { [name: string]: Schema };

const grade = oneOf(...grades);
const decided: Fields = {
  decision: oneOf(...panelDecisions),
  at: instant,
  nextReview: maybe(day),
  watcher: maybe(text()),
  nextCheck: maybe(day),
};
const item: Fields = {
  id,
  version: whole,
  etag: text('The version, for If-Match'),
  state: named('State'),
  sittingId: id,
  caseId: id,
  childId: id,
  reference: text(),
  name: text(),
  section: text(),
  asked: text(),
  minutes: whole,
  presenterName: maybe(text()),
  late: truth,
  openedAt: maybe(instant),
  decision: maybe(open(decided)),
  returned: maybe(instant),
  case: maybe(
    open({
      version: whole,
      state: object({ work: text(), panel: text() }),
      rulingGrade: maybe(grade),
      confirmed: maybe(object({ grade, at: instant })),
      proposed: maybe(object({ grade, at: instant })),
      harm: byName(open({ certainty: text(), time: text() })),
      plan: maybe(named('AgreedPlan')),
      actions: object({ openSafety: whole }),
      lastDecision: maybe(open({ decision: text(), at: instant, nextReview: maybe(day) })),
    }),
  ),
  previous: maybe(open({ itemId: id, sittingId: id, ...decided })),
  allowed: list(named('Allowed')),
};
const sitting: Fields = {
  id,
  version: whole,
  state: named('State'),
  panel: text(),
  startsAt: instant,
  endsAt: instant,
  place: text(),
  chairId: id,
  chairName: text(),
};

/** What sittings and the items of their agendas show, by name. */
export const agendaSchemas: { [name: string]: Schema } = {
  AgendaItem: open({ ...item, from: instant, to: instant }),
  AgendaItemView: open({
    ...item,
    sitting: maybe(
      object({
        id,
        state: named('State'),
        panel: text(),
        startsAt: instant,
        endsAt: instant,
        place: text(),
        quorate: truth,
      }),
    ),
    agenda: list(
      object({
        id,
        version: whole,
        etag: text('The version, for If-Match'),
        state: named('State'),
        name: text(),
        reference: text(),
        minutes: whole,
        openedAt: maybe(instant),
      }),
    ),
    words: maybe(object({ words: text(), how: maybe(text()), happened: instant })),
    actions: list(named('PlanAction')),
    written: list(named('Written')),
    names: named('Names'),
  }),
  SittingView: open({
    ...sitting,
    etag: text('The version, for If-Match'),
    present: list(text('A kind of agency')),
    quorate: truth,
    inquorateReason: maybe(text()),
    papersIssuedAt: maybe(instant),
    minutesVersion: whole,
    cancelled: maybe(text()),
    clocks: list(named('Clock')),
    items: list(named('AgendaItem')),
    withheldItems: { ...whole, description: 'How many items the reader does not see' },
    totalMinutes: whole,
    warnings: list(object({ code: text(), words: text() })),
    attendance: list(
      open({ name: text(), agency: text(), as: text(), attendance: oneOf(...attendanceKinds) }),
    ),
    papers: maybe(byName()),
    minutes: list(
      object({
        id,
        version: whole,
        sections: list(object({ heading: text(), text: text() }, { itemId: id })),
        at: instant,
        authorId: maybe(id),
        agreed: truth,
      }),
    ),
    classes: list(text()),
    names: named('Names'),
    allowed: list(named('Allowed')),
  }),
  CopiesView: object({
    items: list(
      object({
        recipientId: id,
        name: text(),
        agencyName: maybe(text()),
        fetch: { ...truth, description: 'Whether the reader may fetch this copy' },
        why: maybe(text('Why not')),
      }),
    ),
  }),
  SittingsView: page(object({ ...sitting, items: whole })),
};
