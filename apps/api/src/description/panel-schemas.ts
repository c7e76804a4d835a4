import { memberParts, panelKinds, seriesDays, seriesPlaces, seriesSteps } from '@mase/workflow';
import {
  day,
  dueDates,
  etag,
  type Fields,
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

const panel: Fields = {
  id,
  version: whole,
  state: named('State'),
  name: text(),
  kind: oneOf(...panelKinds),
  chairId: id,
  chairName: text(),
  deputyId: maybe(id),
  deputyName: maybe(text()),
  quorum: maybe(list(text('A kind of agency'))),
  gate: maybe(list(text())),
  sections: maybe(list(text())),
  place: text(),
  link: maybe(text()),
  minutes: { ...whole, description: 'How long a sitting is' },
  members: { ...whole, description: 'How many belong to it' },
  termsVersion: whole,
  termsReviewOn: maybe(day),
  series: maybe(
    object(
      {
        every: oneOf(...seriesSteps),
        weekday: oneOf(...seriesDays),
        startTime: text('HH:MM on the wall'),
        minutes: whole,
      },
      { weeks: whole, nth: oneOf(...seriesPlaces) },
    ),
  ),
  plannedUntil: maybe(day),
  closed: maybe(text('Why it was closed')),
};

const choices = list(object({ id: text(), label: text() }));
const area: Schema = {
  ...object({ agenda: choices, gate: choices, quorum: choices, listingBases: choices }),
  description: 'What the area’s profile says of panels',
};

/** What panels show, by name. */
export const panelSchemas: { [name: string]: Schema } = {
  PanelView: object({
    ...panel,
    etag,
    area,
    memberList: list(
      object({
        id,
        userId: maybe(id),
        name: text(),
        agency: maybe(text()),
        agencyKind: text(),
        as: oneOf(...memberParts),
        forId: maybe(id),
      }),
    ),
    terms: list(object({ version: whole, text: text(), reviewOn: day, at: instant, authorId: maybe(id) })),
    sittings: list(object({ id, state: named('State'), startsAt: instant, endsAt: instant, place: text() })),
    names: named('Names'),
    clocks: dueDates,
    allowed: list(named('Allowed')),
  }),
  PanelsView: object({ items: list(object(panel)), next: maybe(text('The cursor of the next page')), area }),
  SeriesView: object({
    panel: text(),
    version: whole,
    items: list(
      object({
        date: day,
        startsAt: instant,
        endsAt: instant,
        ruleDate: { ...day, description: 'The day that the rule gives' },
        holiday: maybe(text('The bank holiday that moved it to the next working day')),
        provisional: { ...truth, description: 'The bank holidays of its year are by standing rule only' },
        taken: { ...truth, description: 'The panel sits on that day already' },
      }),
    ),
  }),
};
