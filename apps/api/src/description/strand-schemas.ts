import {
  accesses,
  concernStatuses,
  contentClasses,
  gravities,
  handlings,
  locationBases,
  personBases,
  priorities,
} from '@mase/workflow';
import {
  begins,
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
  open,
  page,
  type Schema,
  text,
  truth,
  whole,
} from './schema.js';

const outcome = {
  ...oneOf('received', 'accepted', 'declined'),
  description: 'What came of it, as the nominator is told',
};
const regions = object({ work: text(), panel: text() });
const basis = object({ id, code: oneOf(...new Set([...personBases, ...locationBases])), on: day });
const priority = oneOf(...priorities);
const withheld = list(oneOf('sheet', 'case'));

const receipt: Fields = {
  id,
  version: whole,
  reference: text(),
  receivedAt: instant,
  outcome,
  withheld,
};

const told: Fields = {
  state: regions,
  aboutId: id,
  name: text(),
  status: oneOf(...concernStatuses),
  bases: list(basis),
  priority,
  suspension: maybe(open({ reason: text(), at: instant })),
  listing: maybe(named('Listing')),
  removal: maybe(open({ reason: text(), at: instant })),
};

const line = object(receipt, {
  ...told,
  judged: { ...truth, description: 'Whether an officer judged the priority otherwise than the rule' },
  linkedChildren: whole,
  ownerId: maybe(id),
  ownerName: maybe(text()),
  nextDue: maybe(instant),
  nextStep: maybe(text()),
  openedAt: maybe(instant),
  closedAt: maybe(instant),
});

const whyPriority = open({
  priority,
  computed: priority,
  points: whole,
  asAt: day,
  explanation: { type: 'object', description: 'How the priority came about, line by line' },
  override: maybe(open({ priority, by: maybe(id), at: instant })),
});

const view = object(
  {
    ...receipt,
    etag,
    classes: list(oneOf(...contentClasses)),
    allowed: list(named('Allowed')),
  },
  {
    ...told,
    begins,
    officerId: maybe(id),
    acceptedAt: maybe(instant),
    nominatedAt: instant,
    gravity: oneOf(...gravities),
    childAccess: oneOf(...accesses),
    counts: open({ linkedChildren: whole, concerns: list(day) }),
    override: maybe(open({ priority, by: maybe(id), at: instant })),
    handling: oneOf(...handlings),
    adultOn: maybe(day),
    licensed: truth,
    careManager: maybe(object({ userId: id, name: text(), agreedAt: maybe(instant) })),
    printing: truth,
    necessityAt: maybe(instant),
    investigation: maybe(
      open({ stage: text(), officer: text(), at: instant, interviews: whole, bailUntil: maybe(day) }),
    ),
    untold: list(object({ id, at: instant })),
    returnTo: text(),
    closed: maybe(object({ reason: text(), at: instant })),
    onAgenda: maybe(id),
    chairsAction: maybe(object({ at: instant, did: text() })),
    lastDecision: maybe(named('LastDecision')),
    joinedFrom: maybe(id),
    reckoned: whyPriority,
    clocks: list(named('Clock')),
    written: list(named('Written')),
    names: named('Names'),
  },
);

const caseOf = object({
  id,
  version: whole,
  reference: text(),
  state: regions,
  priority,
  openedAt: instant,
});
const record: Fields = {
  id,
  version: whole,
  etag,
  state: named('State'),
  clocks: dueDates,
  allowed: list(named('Allowed')),
  begins,
  name: text(),
  aliases: list(text()),
  identifiers: list(object({ kind: text(), text: text('As it is said aloud') })),
  joined: list(object({ id, name: text() })),
  joinedWith: maybe(id),
  cases: list(caseOf),
  written: list(named('Written')),
  names: named('Names'),
};
const match = object({
  id,
  name: text(),
  aliases: list(text()),
  by: list(text('The kind of name or identifier that fits')),
  merged: truth,
  cases: list(object({ id, reference: text(), state: regions, priority, bases: list(text()) })),
});
const matches = object({ matches: list(match) });
const duplicates = object({ id, name: text(), matches: list(match) });

/** What persons of concern, locations and their cases show, by name. */
export const strandSchemas: { [name: string]: Schema } = {
  PersonCaseView: view,
  PersonCasesView: page(line),
  LocationCaseView: view,
  LocationCasesView: page(line),
  PersonView: object(
    {
      ...record,
      birthDate: maybe(day),
      age: maybe(object({ from: whole, to: maybe(whole), on: day })),
      adultOn: maybe(day),
      sex: maybe(text()),
      ethnicitySelf: maybe(text()),
      ethnicityOfficer: maybe(text()),
      nationality: maybe(text()),
      licence: maybe(text()),
      positionOfTrust: maybe(text()),
      completeness: object({ asked: whole, recorded: whole, gaps: list(text()) }),
    },
    {
      child: {
        ...object({ id, name: text() }),
        description: 'The child on the books, for those who may read both',
      },
    },
  ),
  LocationView: object({
    ...record,
    kind: maybe(text()),
    address: maybe(text()),
    postcode: maybe(text()),
    latitude: maybe({ type: 'number' }),
    longitude: maybe({ type: 'number' }),
    handle: maybe(text()),
    manager: maybe(text()),
    licence: maybe(text()),
    regulator: maybe(text()),
    levers: list(text()),
    prevention: open({}),
  }),
  PlacePictureView: object({
    months: list(text('A month, such as 2026-04')),
    places: list(
      object({
        id,
        caseId: id,
        reference: text(),
        priority,
        name: text(),
        kind: maybe(text()),
        address: maybe(text()),
        postcode: maybe(text()),
        latitude: maybe({ type: 'number' }),
        longitude: maybe({ type: 'number' }),
        told: object({
          incident: { ...whole, description: 'Incidents that were linked with the place' },
          named: { ...whole, description: 'Incidents that name it in words and are linked with no place' },
          ...{ missing: whole, intelligence: whole, link: whole },
        }),
        months: {
          ...list(whole),
          description: 'How much was told in each month, without incidents that are linked with no place',
        },
      }),
    ),
  }),
  PersonMatchesView: matches,
  PersonDuplicatesView: duplicates,
  LocationMatchesView: matches,
  LocationDuplicatesView: duplicates,
};
