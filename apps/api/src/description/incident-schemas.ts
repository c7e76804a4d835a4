import { handlings, incidentKinds, incidentParts } from '@mase/workflow';
import {
  day,
  dueDates,
  etag,
  type Fields,
  id,
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

const base: Fields = {
  etag,
  clocks: dueDates,
  allowed: list(named('Allowed')),
};
const party = object({
  reference: maybe(text('The police’s own number; null where nobody knows who it is')),
});
const outcome = object({
  code: text(),
  on: day,
  label: text('What the code means for the force on that day'),
  group: maybe(text()),
  final: truth,
});
const facts: Fields = {
  kind: oneOf(...incidentKinds),
  offence: text(),
  committed: maybe(day),
  committedTo: maybe(day),
  recorded: day,
};
const incident: Fields = {
  id,
  version: whole,
  state: named('State'),
  force: text(),
  reference: text(),
  ...facts,
  place: maybe(text()),
  handling: { ...oneOf(...handlings), description: 'C: its existence is closed but to those named' },
  victims: list(party),
  offenders: list(party),
  outcomes: list(outcome),
  withdrawn: maybe(open({ reason: text() })),
};
const victim: Fields = {
  id,
  version: whole,
  state: named('State'),
  childId: id,
  childName: text(),
  incidentId: id,
  victim: { ...whole, description: 'Which of the incident’s victims, counted from 1' },
  incident: maybe(object({ force: text(), reference: text(), ...facts, outcome: maybe(outcome) })),
  withdrawn: maybe(open({ reason: text() })),
};

const part: Fields = {
  id,
  version: whole,
  state: named('State'),
  part: oneOf(...incidentParts),
  number: { ...whole, description: 'Which of the incident’s offenders, counted from 1; of its place 1' },
  aboutId: id,
  name: maybe(text('Null where the reader does not see who or what it is')),
  incidentId: id,
  incident: maybe(object({ force: text(), reference: text(), ...facts, outcome: maybe(outcome) })),
  withdrawn: maybe(open({ reason: text() })),
};

const counted: Schema = { ...maybe(whole), description: 'Null where a small number is kept back' };
const byKind: Fields = { crime: counted, nonCrime: counted, total: counted };
const share = object({
  n: counted,
  of: counted,
  percent: maybe(text('To two places, rounded half up; null of nothing')),
});

/** What incidents and their victims show, by name. */
export const incidentSchemas: { [name: string]: Schema } = {
  IncidentsView: object({
    items: list(
      object({
        ...incident,
        linkedVictims: { ...whole, description: 'Of the children whom the reader sees' },
      }),
    ),
    counted: {
      ...maybe(whole),
      description: 'How many incidents the figures of these days count; null without days',
    },
    next: maybe(text('The cursor of the next page; null on the last')),
  }),
  IncidentView: open({
    ...incident,
    ...base,
    links: list(object(victim)),
    parts: list(object(part)),
    sameNumber: {
      ...list(object({ id, recorded: day, offence: text() })),
      description: 'Other incidents of the force with this number',
    },
    codes: list(object({ code: text(), label: text() })),
    written: list(named('Written')),
    names: named('Names'),
  }),
  IncidentReportView: object({
    from: day,
    to: day,
    asAt: day,
    months: list(object({ label: text(), ...byKind })),
    outcomes: list(object({ label: text(), code: maybe(text()), ...byKind })),
    total: object(byKind),
    shares: list(
      object({
        label: text(),
        definition: text(),
        ofOutcomes: truth,
        crime: share,
        nonCrime: share,
        total: share,
      }),
    ),
    people: list(
      object({ label: text(), distinct: counted, repeat: share, unknown: counted, definition: text() }),
    ),
    definitions: list(text()),
    suppressed: truth,
  }),
  IncidentVictimsView: page(object(victim)),
  IncidentVictimView: open({ ...victim, ...base }),
  IncidentPartsView: page(object(part)),
  IncidentPartView: open({ ...part, ...base }),
};
