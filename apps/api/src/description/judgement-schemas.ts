import { checkResults, ratingOccasions } from '@mase/workflow';
import { cautions } from './about-schemas.js';
import {
  byName,
  day,
  etag,
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

const instrument: Schema = open({
  id: text(),
  version: whole,
  title: text(),
  guidance: text(),
  purpose: text(),
  windows: list(open({ id: text(), label: text() })),
  levels: list(open({ code: text(), label: text(), description: text(), value: whole })),
  domains: list(
    open({
      code: text(),
      label: text(),
      asks: oneOf('level', 'indicators', 'narrative'),
      indicators: list(open({ code: text(), label: text(), type: oneOf('harm', 'risk') })),
      protective: list(open({ id: text(), label: text() })),
    }),
  ),
});

/** Schemas of what is judged of a case: tools, assessments, explanations and outcomes. */
export const judgementSchemas: { [name: string]: Schema } = {
  JudgementListView: page(
    object({
      ...{ id, caseId: id, reference: text(), name: text(), team: maybe(text()) },
      ...{ at: instant, happened: instant, by: maybe(text()) },
      grade: maybe(grade),
      floor: maybe({ ...grade, description: 'The highest floor that held' }),
      reasons: list(text('As they were written')),
      harmNow: list(text('Kinds of exploitation suspected or confirmed now')),
    }),
  ),
  TriageLine: object({
    id,
    version: whole,
    childId: id,
    reference: text(),
    name: text(),
    cautions,
    receivedAt: instant,
    due: maybe(instant),
    danger: truth,
    waits: truth,
    seenOrSaid: maybe(text()),
    police: maybe(oneOf('given', 'awaited')),
    checks: list(open({ agency: text(), result: oneOf(...checkResults), at: instant })),
    decision: maybe(object({ outcome: text(), by: text(), at: instant, present: list(text()) })),
    allowed: list(named('Allowed')),
  }),
  TriageSessionView: object({
    day,
    present: list(text()),
    waiting: list(named('TriageLine')),
    decided: list(named('TriageLine')),
  }),
  SuggestionView: object({
    purpose: oneOf('assessment', 'screening'),
    result: open({ instrument: open({ id: text(), version: whole }), notKnown: list(text()) }),
    since: maybe(object({ happened: instant, changed: list(open({ path: text(), label: text() })) })),
  }),
  InstrumentsView: object({
    today: day,
    items: list(
      object({
        id: text(),
        version: whole,
        title: text(),
        purpose: text(),
        licence: text(),
        kinds: list(text()),
        effectiveFrom: day,
        effectiveTo: maybe(day),
        own: truth,
        state: oneOf('offered', 'inForce', 'kept'),
      }),
    ),
  }),
  InstrumentsInForceView: object({ items: list(instrument) }),
  AssessmentFormView: object({
    caseId: id,
    version: whole,
    etag,
    instruments: list(instrument),
    floors: list(open({ id: text(), label: text(), atLeast: grade, source: text() })),
    grades: byName(open({ name: text(), description: text() })),
    last: maybe(object({ id, happened: instant, at: instant, authorId: maybe(id), answers: byName() })),
    harm: byName(open({ certainty: text(), time: text() })),
    names: named('Names'),
    allowed: list(named('Allowed')),
  }),
  ExplanationsView: object({
    caseId: id,
    explanations: list(
      object({
        id,
        happened: instant,
        instrument: object({ id: text(), version: whole }),
        same: {
          ...maybe(truth),
          description:
            'Whether the same answers still give the same, to the byte; null where that cannot be computed',
        },
        canonical: text('The explanation with its difference from the one before, as canonical JSON'),
      }),
    ),
  }),
  OutcomesView: object({
    id,
    reference: text(),
    name: text(),
    version: whole,
    etag,
    scale: list(object({ rating: whole, label: text() })),
    occasions: list(
      object({ id, occasion: oneOf(...ratingOccasions), happened: instant, childPart: text() }),
    ),
    headings: list(
      object({
        heading: text(),
        label: text(),
        says: text(),
        ratings: { ...list(maybe(whole)), description: 'One for each occasion, in the same order' },
        travelled: { ...maybe(whole), description: 'Steps of the scale from the first rating to the latest' },
      }),
    ),
    allowed: list(named('Allowed')),
  }),
};
