import type { AgencyStanding } from '../agencies/standing.js';
import { locationFaults } from '../locations/topic.js';
import type { Fault, StoredRecord } from '../model.js';
import { findPerson } from '../person-named.js';
import { personFaults } from '../persons/topic.js';
import { wrongRows } from '../wrong-rows.js';
import { asked, type Ctx, fault, today } from './fault-words.js';
import type {
  AcceptStrandPayload,
  AddBasisPayload,
  AllocateOfficerPayload,
  AskCareManagerPayload,
  CorrectStrandPayload,
  DeclineStrandPayload,
  NominatePayload,
  ProposeRemovalPayload,
  RecordChildToldPayload,
  RecordInvestigationPayload,
  ReportPayload,
  SetHandlingPayload,
  SetPriorityPayload,
  WithdrawBasisPayload,
} from './payloads.js';
import { priorityOf } from './priority.js';
import { hasRoomForBasis } from './record-necessity.js';
import { untoldKept } from './record-person.js';
import { removalFaults } from './removal-faults.js';
import { regionsOfStrand } from './rules.js';
import type { Strand } from './strand.js';
import { preparedFaults, releaseFaults } from './suspension-faults.js';

/** Bases of this strand, none of a day that is still to come. */
function basisFaults(
  given: readonly { code: string; on?: string }[],
  context: Ctx<object>,
  strand: Strand,
  at: (index: number) => string,
): Fault[] {
  return given.flatMap(({ code, on }, index) => [
    ...(strand.bases.some((one) => one === code)
      ? []
      : fault(
          `${at(index)}/code`,
          'basis',
          `The basis of a ${strand.noun} is one of ${strand.bases.join(', ')}.`,
        )),
    ...(on && on > today(context)
      ? fault(`${at(index)}/on`, 'future', 'The day lies in the past: it is when it happened.')
      : []),
  ]);
}

const openWork = ['nominated', 'reported', 'screening', 'active', 'suspended', 'closing'];

/** Payload rules of a nomination or report: whom or what it is about, known or described, on a basis. */
export const openingFaults =
  (strand: Strand) =>
  (context: Ctx<NominatePayload & ReportPayload>): Fault[] => {
    const { payload, locked } = context;
    const id = payload[`${strand.about}Id`];
    const described = payload[strand.about];
    const known = locked.find((one) => one.kind === strand.about && one.id === id);
    const open = locked.some(
      (one) => one.kind === strand.kind && openWork.includes(regionsOfStrand(one as never).work),
    );
    const none = `Say which ${strand.noun} on the books it is, or describe the ${strand.noun}.`;
    return [
      ...(id || described ? [] : fault(`/${strand.about}`, 'asked', none)),
      ...(id && described ? fault(`/${strand.about}`, 'both', 'One of the two, not both.') : []),
      ...(id && !known ? fault(`/${strand.about}Id`, 'noRecord', 'This is no record that you may see.') : []),
      ...(known && open
        ? fault(`/${strand.about}Id`, 'openCase', 'A case is open already: add a basis to it instead.')
        : []),
      ...(known?.standing && (known.standing as { joinedWith?: string | null }).joinedWith
        ? fault(`/${strand.about}Id`, 'joined', 'This record is joined with another: take that one.')
        : []),
      ...asked(payload.bases.length > 0, 'bases', 'Give at least one basis.'),
      ...basisFaults(payload.bases, context, strand, (index) => `/bases/${index}`),
      ...(payload.person ? personFaults(payload.person, context, '/person') : []),
      ...(payload.location ? locationFaults(payload.location, context, '/location') : []),
    ];
  };

const isPolice = (roles: readonly string[] = []): boolean =>
  roles.includes('intelligence-officer') || roles.includes('intelligence-supervisor');

function officerFaults({ facts }: Ctx<object>, officerId: string | undefined): Fault[] {
  if (!officerId || isPolice(findPerson(facts, officerId)?.roles)) return [];
  return fault('/officerId', 'noOfficer', 'The owner is an intelligence officer or the supervisor.');
}

export const acceptanceFaults =
  (strand: Strand) =>
  (context: Ctx<AcceptStrandPayload>): Fault[] => {
    const { payload, record } = context;
    const ageUnknown = strand.about === 'person' && record.standing.adultOn === null;
    return [
      ...officerFaults(context, payload.officerId),
      ...(strand.about === 'location'
        ? asked(payload.jurisdiction, 'jurisdiction', 'Say whether the place is this area’s to watch.')
        : []),
      ...(ageUnknown
        ? fault('', 'age', 'Is the person a child? Record a date of birth, or an estimated age, first.')
        : []),
    ];
  };

function decline({ payload }: Ctx<DeclineStrandPayload>): Fault[] {
  return payload.reason === 'other-area'
    ? asked(payload.told, 'told', 'Say which area was told, and when.')
    : [];
}

export const addBasisFaults =
  (strand: Strand) =>
  (context: Ctx<AddBasisPayload>): Fault[] => [
    ...basisFaults([context.payload], context, strand, () => ''),
    ...(hasRoomForBasis(context.record.standing)
      ? []
      : fault('', 'full', 'Twelve bases are recorded: withdraw one that is no longer needed.')),
  ];

function withdrawBasis({ payload, record }: Ctx<WithdrawBasisPayload>): Fault[] {
  const { bases } = record.standing;
  if (!bases.some(({ id }) => id === payload.basisId))
    return fault('/basisId', 'noBasis', 'This basis does not stand on the record.');
  if (bases.length === 1)
    return fault('/basisId', 'lastBasis', 'It is the last one: decline, or propose the removal, instead.');
  return [];
}

function priority(context: Ctx<SetPriorityPayload>): Fault[] {
  const { payload, record, profile } = context;
  if (!payload.override) return [];
  const judged = {
    ...record.standing,
    gravity: payload.gravity,
    childAccess: payload.access,
    override: null,
  };
  const { computed } = priorityOf(judged, today(context), profile.priority);
  if (computed === payload.override)
    return fault('/override', 'same', `The rule comes to ${computed} as well: leave your own judgement out.`);
  return asked(payload.reasons, 'reasons', 'Say why you judge otherwise than the rule.');
}

function handling({ payload, facts }: Ctx<SetHandlingPayload>): Fault[] {
  const { handling: code, readers = [], conditions } = payload;
  if (code === 'P')
    return readers.length > 0
      ? fault('/readers', 'notNamed', 'With P the rules say who reads: name nobody.')
      : [];
  const unknown = readers.flatMap((id, index) =>
    findPerson(facts, id)
      ? []
      : fault(`/readers/${index}`, 'noReader', 'A reader is somebody with an account.'),
  );
  return [...asked(conditions, 'conditions', 'Say on which conditions it may be shared.'), ...unknown];
}

function careManager({ payload, facts }: Ctx<AskCareManagerPayload>): Fault[] {
  const person = findPerson(facts, payload.managerId);
  const agency = facts.related.find(({ kind, id }) => kind === 'agency' && id === person?.agencyId);
  const isCare = (agency as StoredRecord<AgencyStanding> | undefined)?.standing.kind === 'social-care';
  const manages = person?.roles.some((role) => role === 'manager' || role === 'senior');
  return manages && isCare
    ? []
    : fault('/managerId', 'noManager', 'Ask a manager of children’s social care.');
}

function investigation(context: Ctx<RecordInvestigationPayload>): Fault[] {
  const { stage, bailUntil, interviewOn, outcome } = context.payload;
  const untold = context.record.standing.untold ?? [];
  return [
    ...(stage === 'bailed' ? asked(bailUntil, 'bailUntil', 'Give the day to which bail runs.') : []),
    ...(bailUntil && stage !== 'bailed' && stage !== 'charged'
      ? fault('/bailUntil', 'noBail', 'Bail goes with the stages bailed and charged.')
      : []),
    ...(bailUntil && bailUntil <= today(context) ? fault('/bailUntil', 'past', 'The day lies ahead.') : []),
    ...(interviewOn && interviewOn > today(context)
      ? fault('/interviewOn', 'future', 'An interview is recorded once it was held.')
      : []),
    ...(outcome && untold.length >= untoldKept
      ? fault('/outcome', 'untold', 'Earlier outcomes still wait to be told: record that first.')
      : []),
  ];
}

function childTold({ payload, record }: Ctx<RecordChildToldPayload>): Fault[] {
  return record.standing.untold?.some(({ id }) => id === payload.outcomeId)
    ? []
    : fault('/outcomeId', 'noOutcome', 'This outcome does not wait to be told.');
}

function deferral(context: Ctx<{ until: string }>): Fault[] {
  return context.payload.until > today(context)
    ? []
    : fault('/until', 'future', 'A listing is deferred to a day that is still to come.');
}

function correction({ payload, facts }: Ctx<CorrectStrandPayload>): Fault[] {
  const row = facts.written.find(({ id }) => id === payload.rowId);
  if (!row) return fault('/rowId', 'noEntry', 'This is no entry of this record.');
  if (wrongRows(facts.written).has(row.id))
    return fault('/rowId', 'corrected', 'A later entry stands in its place: correct that one.');
  return row.kind === 'receipt' || row.kind === 'outcome'
    ? fault('/rowId', 'receipt', 'What the nominator was told stays as it was told.')
    : [];
}

/** The payload rules that both strands share. */
export const strandFaults = {
  decline,
  withdrawBasis,
  priority,
  release: releaseFaults,
  prepared: preparedFaults,
  handling,
  careManager,
  investigation,
  childTold,
  deferral,
  correction,
  officer: (context: Ctx<AllocateOfficerPayload>) => officerFaults(context, context.payload.officerId),
  removal:
    (strand: Strand) =>
    ({ payload }: Ctx<ProposeRemovalPayload>): Fault[] =>
      removalFaults(payload, strand),
};
