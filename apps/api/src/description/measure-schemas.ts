import {
  cawnGrounds,
  cawnLapses,
  lengthFaults,
  measureEndings,
  measureHandlings,
  measureOwners,
  measureReviews,
  measureStrands,
  measureWays,
} from '@mase/workflow';
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
  shown,
  text,
  truth,
  whole,
} from './schema.js';

const ended = maybe(object({ how: oneOf(...measureEndings), on: day, because: maybe(oneOf(...cawnLapses)) }));

const measure = {
  id,
  version: whole,
  state: named('State'),
  code: text('The code of the list of measures'),
  title: text(),
  statute: text(),
  law: text('From when until when it is law'),
  aim: text(),
  via: oneOf(...measureWays),
  breachIs: text('What a breach is'),
  answersFor: text('Who answers for such measures'),
  licensing: truth,
  isOnPerson: truth,
  isOnPlace: truth,
  personId: maybe(id),
  personName: maybe(text('Null where the reader may not know it')),
  personBirthDate: {
    ...maybe(day),
    description: 'For whoever acts on the measure, as it stood when it was considered',
  },
  personLicence: maybe(text('For whoever acts on the measure: the kind of licence, as it stood then')),
  locationId: maybe(id),
  locationName: maybe(text('Null where the reader may not know it')),
  protects: list(object({ childId: id, name: text() })),
  ownerId: maybe(id),
  ownerName: maybe(text()),
  considered: maybe(day),
  applied: maybe(day),
  granted: maybe(day),
  served: maybe(day),
  lastDay: maybe(day),
  lengthByLaw: maybe(text('How long the law lets it last, in words')),
  lengthFault: maybe(oneOf(...lengthFaults)),
  variations: whole,
  breaches: list(day),
  ended,
  nextDue: maybe(instant),
  nextStep: maybe(text()),
};

const protection = {
  id,
  version: whole,
  state: named('State'),
  childId: id,
  code: text(),
  title: text(),
  breachIs: text('What a breach is'),
  since: maybe(day),
  lastDay: maybe(day),
  withoutGround: truth,
  ended,
};

const stands = oneOf('yes', 'no', 'not-known');
const ground = oneOf(...cawnGrounds);
const cawn = {
  on: day,
  stands,
  ground: maybe(ground),
  lapsesOn: maybe(day),
  because: maybe(oneOf(...cawnLapses)),
  beyondPoliceAdvice: truth,
};
const advice = object({
  childId: id,
  name: text(),
  ...cawn,
  stretches: list(object({ ground, statute: text(), from: day, until: maybe(day) })),
  explanation: open({ code: text(), label: text() }),
});
const outcomes = byName({ type: 'integer' });

/** What measures show, by name. */
export const measureSchemas: { [name: string]: Schema } = {
  MeasureView: object({
    ...measure,
    ...shown,
    handling: oneOf(...measureHandlings),
    review: maybe(object({ by: maybe(id), on: day, outcome: oneOf(...measureReviews) })),
    cawn: maybe(
      object({
        ...cawn,
        anewUntil: maybe({ ...day, description: 'When a new notice under section 49 would lapse' }),
      }),
    ),
  }),
  MeasuresView: page(object(measure)),
  MeasuresTriedView: object({ items: list(object(measure)), outcomes }),
  LicensingView: object({
    levers: list(object({ code: text(), title: text(), statute: text(), section: text(), aim: text() })),
    items: list(object(measure)),
    outcomes,
  }),
  CawnView: advice,
  MeasureFormView: object({
    on: { ...day, description: 'The day whose law is offered' },
    measures: list(
      object({
        ...{ code: text(), title: text(), statute: text(), section: text(), aim: text() },
        ...{ owner: oneOf(...measureOwners), strands: list(oneOf(...measureStrands)) },
      }),
    ),
    personName: maybe(text('Null where the reader may not know it')),
    locationName: maybe(text('Null where the reader may not know it')),
    children: { ...list(advice), description: 'Of those named, the children whom the reader may know' },
  }),
  Protection: object(protection),
  ProtectionView: object({ ...protection, ...shown }),
};
