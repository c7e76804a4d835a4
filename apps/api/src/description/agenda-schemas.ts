import { attendanceKinds, panelDecisions } from '@mase/workflow';
import { clusterHeard } from './link-schemas.js';
import {
  byName,
  day,
  etag,
  type Fields,
  grade,
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

const decided: Fields = {
  decision: oneOf(...panelDecisions),
  at: instant,
  nextReview: maybe(day),
  watcher: maybe(text()),
  nextCheck: maybe(day),
};
const fixed = {
  ...list(text()),
  description: 'What it fixed beside its dates, in sentences: where one item is opened',
};
const decision = (fields: Fields): Schema => {
  const schema = open({ ...fields, fixed });
  return { ...schema, required: Object.keys(fields) };
};
const item: Fields = {
  id,
  version: whole,
  etag,
  state: named('State'),
  sittingId: id,
  caseId: maybe(id),
  childId: maybe(id),
  reference: text(),
  name: text(),
  section: text(),
  asked: text(),
  minutes: whole,
  presenterName: maybe(text()),
  late: truth,
  openedAt: maybe(instant),
  decision: maybe(decision(decided)),
  returned: maybe(instant),
  takenOff: maybe({ ...text(), description: 'Why it was taken off the agenda' }),
  case: maybe(
    open({
      version: whole,
      state: object({ work: text(), panel: text() }),
      rulingGrade: maybe(grade),
      confirmed: maybe(object({ grade, at: instant })),
      proposed: maybe(object({ grade, at: instant })),
      harm: byName(open({ certainty: text(), time: text() })),
      asksNoHarmReason: truth,
      plan: maybe(named('AgreedPlan')),
      actions: object({ openSafety: whole }),
      lastDecision: maybe(open({ decision: text(), at: instant, nextReview: maybe(day) })),
    }),
  ),
  previous: maybe(decision({ itemId: id, sittingId: id, ...decided })),
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

const parts: Fields = {
  parts: {
    ...list(object({ id: text(), label: text(), minutes: whole })),
    description: 'The parts of the agenda under which this panel hears something, by the area’s profile',
  },
  formal: {
    ...object({ before: whole, after: whole }),
    description: 'Minutes of the parts that every sitting has, before its items and after them',
  },
};

const planned: Fields = {
  number: { ...whole, description: 'Its number on the agenda, on paper and on the screen' },
  from: instant,
  to: instant,
  pause: { ...whole, description: 'Minutes of break before it' },
};

/** What sittings and the items of their agendas show, by name. */
export const agendaSchemas: { [name: string]: Schema } = {
  AgendaItem: open({
    ...item,
    ...planned,
  }),
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
        chairName: maybe(
          text(
            'Who chairs it: in session the chair who started it; null to those who record it where that chair has withdrawn from this item',
          ),
        ),
        ...parts,
      }),
    ),
    agenda: list(
      object({
        id,
        version: whole,
        etag,
        state: named('State'),
        name: text(),
        reference: text(),
        minutes: whole,
        openedAt: maybe(instant),
        ...planned,
      }),
    ),
    guest: { ...truth, description: 'Whether the reader comes for single items of the sitting alone' },
    cluster: maybe(clusterHeard),
    words: maybe(object({ words: text(), how: maybe(text()), happened: instant })),
    panels: { ...list(object({ id, name: text() })), description: 'To which a case may be referred' },
    actions: list(named('PlanAction')),
    written: list(named('Written')),
    names: named('Names'),
  }),
  ActionLogView: object({
    groups: list(
      object({
        title: text(),
        actions: list(
          open({
            reference: text(),
            about: text(),
            what: text(),
            owner: maybe(text()),
            agency: maybe(text()),
            due: maybe(text()),
            state: text(),
            late: maybe(text()),
            note: maybe(text()),
          }),
        ),
      }),
    ),
    agencies: list(text()),
  }),
  SittingView: open({
    ...sitting,
    etag,
    present: list(text('A kind of agency')),
    quorate: truth,
    quorumNeeded: {
      ...list(object({ id: text(), label: text() })),
      description: 'The kinds of agency that make its quorum',
    },
    inquorateReason: maybe(text()),
    papersIssuedAt: maybe(instant),
    minutesVersion: whole,
    cancelled: maybe(text()),
    clocks: list(named('Clock')),
    items: list(named('AgendaItem')),
    breaks: list(object({ before: id, minutes: whole })),
    withheldItems: { ...whole, description: 'How many items the reader does not see' },
    toRatify: list(
      object({
        itemId: id,
        name: text(),
        reference: text(),
        decision: maybe(text()),
        panel: text(),
        startsAt: instant,
      }),
    ),
    totalMinutes: whole,
    ...parts,
    memberIds: { ...list(id), description: 'Members and substitutes of the panel who have an account' },
    warnings: list(object({ code: text(), words: text() })),
    attendance: list(
      open({ name: text(), agency: text(), as: text(), attendance: oneOf(...attendanceKinds) }),
    ),
    papers: maybe(byName()),
    minutes: list(
      object({
        id,
        version: whole,
        sections: list(
          object(
            { heading: text(), text: text() },
            { itemId: id, outcome: text('The lines of its text that nobody changes') },
          ),
        ),
        at: instant,
        authorId: maybe(id),
        agreed: truth,
      }),
    ),
    guest: {
      ...truth,
      description: 'Whether the reader has no seat: comes for single items, or has a letter',
    },
    letter: { ...truth, description: 'Whether the reader has a letter with actions and no seat' },
    amendments: {
      ...list(
        object({
          itemId: maybe(id),
          wrong: text(),
          right: text(),
          panel: text('The later sitting that minuted it'),
          startsAt: instant,
          by: text(),
          at: instant,
        }),
      ),
      description: 'Corrections of agreed minutes, the oldest first; the version that was agreed stays',
    },
    classes: list(text()),
    names: named('Names'),
    allowed: list(named('Allowed')),
  }),
  SittingsView: page(object({ ...sitting, panelId: maybe(id), items: whole })),
};
