import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, RecordRef } from '../model.js';
import { heldFaults } from '../strand-records/brought.js';
import { identifierFaults, namesAfter, toldRecorders } from '../strand-records/details.js';
import { strandRecordTopic } from '../strand-records/topic.js';
import type { Effect } from '../topic.js';
import {
  aboutOfPerson,
  adultOnOf,
  blankPerson,
  type PersonDescription,
  type PersonStanding,
  type RecordChildRolePayload,
  type RecordPersonDetailsPayload,
  unidentifiedPerson,
} from './standing.js';

type Ctx<P extends object> = Context<PersonStanding, P>;

type Before = Pick<Ctx<object>, 'at' | 'profile'> & { record: { standing: PersonStanding } };

/** What is known of a person after more was told; what is left out stays. */
function personAfter({ record, at, profile }: Before, told: PersonDescription) {
  const { standing } = record;
  const today = localDate(at, profile.timeZone);
  const { birthDate = standing.birthDate, ageFrom, ageTo } = told;
  const age = ageFrom === undefined ? standing.age : { from: ageFrom, to: ageTo ?? null, on: today };
  const dated = told.birthDate !== undefined || (ageFrom !== undefined && standing.birthDate === null);
  const named = { ...standing, name: standing.name || unidentifiedPerson };
  const { joined, ...called } = namesAfter(named, told, today);
  return {
    ...called,
    // A birth date that is told of the person stands for all records that are joined: it was told knowing them.
    ...(joined ? { joined: told.birthDate ? joined.map(({ adultOn: _said, ...one }) => one) : joined } : {}),
    birthDate,
    age: birthDate ? null : age,
    adultOn: dated ? adultOnOf(told, { at, profile }) : standing.adultOn,
    sex: told.sex ?? standing.sex,
    ethnicitySelf: told.ethnicitySelf ?? standing.ethnicitySelf,
    ethnicityOfficer: told.ethnicityOfficer ?? standing.ethnicityOfficer,
    nationality: told.nationality ?? standing.nationality,
    licence: told.licence ?? standing.licence,
    positionOfTrust: told.positionOfTrust ?? standing.positionOfTrust,
  } satisfies Partial<PersonStanding>;
}

const recorders = {
  ...toldRecorders(personAfter, unidentifiedPerson),
  recordChildRole: ({ payload, actor }: Ctx<RecordChildRolePayload>): Effect[] => [
    { do: 'write', kind: 'child-role', class: 'restricted', body: { ...payload, by: actor.name } },
  ],
};

/**
 * What cannot be of a person: a birth date to come, an age that runs backwards, an identifier that cannot be read, more names
 * or identifiers than a record holds beside those that it has.
 */
export function personFaults(
  told: PersonDescription,
  context: Pick<Ctx<object>, 'at' | 'profile'>,
  at = '',
  standing = blankPerson,
): Fault[] {
  const today = localDate(context.at, context.profile.timeZone);
  const after = personAfter({ ...context, record: { standing } }, told);
  const { birthDate, ageFrom, ageTo, identifiers = [] } = told;
  const faults: Fault[] = [];
  if (birthDate && birthDate > today)
    faults.push({
      pointer: `${at}/birthDate`,
      code: 'future',
      detail: 'A birth date cannot lie in the future.',
    });
  if (ageTo !== undefined && (ageFrom === undefined || ageTo < ageFrom))
    faults.push({
      pointer: `${at}/ageTo`,
      code: 'order',
      detail: 'Give the younger age first, then the older.',
    });
  return [
    ...faults,
    ...identifierFaults(identifiers, context, `${at}/identifiers`),
    ...heldFaults(after, { aliases: `${at}/aliases`, identifiers: `${at}/identifiers` }),
  ];
}

const childNamed = ({ childId }: RecordChildRolePayload): RecordRef[] => [{ kind: 'child', id: childId }];

/** The topic of who persons of concern are. */
export const persons = strandRecordTopic({
  name: 'persons',
  kind: 'person',
  caseKind: 'personCase',
  blank: blankPerson,
  aboutOf: aboutOfPerson as (standing: never) => ReturnType<typeof aboutOfPerson>,
  recorders,
  events: { 'record-child-role': { actions: 'recordChildRole' } },
  detailFaults: (context: Ctx<RecordPersonDetailsPayload>) =>
    personFaults(context.payload, context, '', context.record.standing),
  commands: {
    'record-child-role': {
      reads: { named: childNamed },
      faults: ({ payload, facts }: Ctx<RecordChildRolePayload>): Fault[] =>
        facts.related.some(({ kind, id }) => kind === 'child' && id === payload.childId)
          ? []
          : [{ pointer: '/childId', code: 'noChild', detail: 'This is no child whom you may see.' }],
    },
  },
  policy: [
    {
      command: 'record-child-role',
      roles: ['manager', 'senior', 'information-governance'],
      words: 'the social care manager who answers for the child, a senior manager, or information governance',
    },
  ],
});
