import { localDate } from '../clocks/time-zone.js';
import type { WrittenIdentifier } from '../identifiers/identifier.js';
import type { Context, Fault } from '../model.js';
import { heldFaults } from '../strand-records/brought.js';
import { identifierFaults, namesAfter, readAll, toldRecorders } from '../strand-records/details.js';
import { strandRecordTopic } from '../strand-records/topic.js';
import type { Effect } from '../topic.js';
import {
  aboutOfLocation,
  blankLocation,
  type LocationDescription,
  type LocationStanding,
  placeName,
  type RecordLocationDetailsPayload,
  type RecordPreventionPayload,
  unnamedPlace,
} from './standing.js';

type Ctx<P extends object> = Context<LocationStanding, P>;

/** What of a place is an identifier of its own: its postcode, and its address where the postcode is part of it. */
function placedBy(
  { address, postcode, identifiers = [] }: LocationDescription,
  today: string,
): WrittenIdentifier[] {
  const own: WrittenIdentifier[] = [
    ...(postcode ? [{ kind: 'postcode', text: postcode } as const] : []),
    ...(address && postcode ? [{ kind: 'address', text: `${address}, ${postcode}` } as const] : []),
  ];
  return [...identifiers, ...own.filter((one) => readAll([one], today).length > 0)];
}

type Before = Pick<Ctx<object>, 'at' | 'profile'> & { record: { standing: LocationStanding } };

function locationAfter({ record, at, profile }: Before, told: LocationDescription) {
  const { standing } = record;
  const today = localDate(at, profile.timeZone);
  const withPlace = { ...told, identifiers: placedBy(told, today) };
  const first =
    told.name ?? (standing.name === unnamedPlace || !standing.name ? placeName(told) : standing.name);
  return {
    ...namesAfter(standing, { ...withPlace, name: first }, today),
    kind: told.kind ?? standing.kind,
    address: told.address ?? standing.address,
    postcode: told.postcode ?? standing.postcode,
    latitude: told.latitude ?? standing.latitude,
    longitude: told.longitude ?? standing.longitude,
    handle: told.handle ?? standing.handle,
    manager: told.manager ?? standing.manager,
    licence: told.licence ?? standing.licence,
    regulator: told.regulator ?? standing.regulator,
    levers: told.levers ?? standing.levers,
  } satisfies Partial<LocationStanding>;
}

const recorders = {
  ...toldRecorders(locationAfter, unnamedPlace),
  recordPrevention: ({ payload, record, actor }: Ctx<RecordPreventionPayload>): Effect[] => {
    const { prevention } = record.standing;
    const before = prevention[payload.kind];
    const lastOn = before && before.lastOn > payload.on ? before.lastOn : payload.on;
    return [
      { do: 'write', kind: 'prevention', class: 'case', body: { ...payload, by: actor.name } },
      {
        do: 'set',
        patch: {
          prevention: { ...prevention, [payload.kind]: { times: (before?.times ?? 0) + 1, lastOn } },
        },
      },
    ];
  },
};

/** Degrees between which the British Isles lie: beyond them two numbers were swapped, or one was mistyped. */
const isles = { south: 49, north: 61.5, west: -11, east: 2.5 };

function coordinateFaults({ latitude, longitude }: LocationDescription, at: string): Fault[] {
  if ((latitude === undefined) !== (longitude === undefined))
    return [{ pointer: `${at}/longitude`, code: 'half', detail: 'Give both coordinates, or neither.' }];
  if (latitude === undefined || longitude === undefined) return [];
  const within =
    latitude >= isles.south && latitude <= isles.north && longitude >= isles.west && longitude <= isles.east;
  if (within) return [];
  const detail =
    'These coordinates lie outside the British Isles. Are the two swapped? A place elsewhere is recorded without them.';
  return [{ pointer: `${at}/latitude`, code: 'outside', detail }];
}

/**
 * What cannot be of a place: half of its coordinates or such as lie elsewhere, an identifier that cannot be read, more names
 * or identifiers than a record holds beside those that it has.
 */
export function locationFaults(
  told: LocationDescription,
  context: Pick<Ctx<object>, 'at' | 'profile'>,
  at = '',
  standing = blankLocation,
): Fault[] {
  const { identifiers = [], postcode } = told;
  const after = locationAfter({ ...context, record: { standing } }, told);
  const code = postcode ? identifierFaults([{ kind: 'postcode', text: postcode }], context) : [];
  return [
    ...coordinateFaults(told, at),
    ...code.map((one) => ({ ...one, pointer: `${at}/postcode` })),
    ...identifierFaults(identifiers, context, `${at}/identifiers`),
    ...heldFaults(after, { aliases: `${at}/aliases`, identifiers: `${at}/identifiers` }),
  ];
}

const licensing = {
  roles: ['licensing-officer'],
  words: 'the licensing officer, where the place has a licence',
} as const;

/** The topic of what and where locations are. */
export const locations = strandRecordTopic({
  name: 'locations',
  kind: 'location',
  caseKind: 'locationCase',
  blank: blankLocation,
  aboutOf: aboutOfLocation as (standing: never) => ReturnType<typeof aboutOfLocation>,
  recorders,
  events: { 'record-prevention': { actions: 'recordPrevention' } },
  detailFaults: (context: Ctx<RecordLocationDetailsPayload>) =>
    locationFaults(context.payload, context, '', context.record.standing),
  commands: {
    'record-prevention': {
      faults: ({ payload, at, profile }: Ctx<RecordPreventionPayload>): Fault[] =>
        payload.on > localDate(at, profile.timeZone)
          ? [{ pointer: '/on', code: 'future', detail: 'It has taken place: give the day on which it did.' }]
          : [],
    },
  },
  policy: [
    {
      command: 'record-prevention',
      roles: ['intelligence-officer', 'intelligence-supervisor'],
      words: 'an intelligence officer or the supervisor',
    },
    { command: 'record-prevention', ...licensing },
    { command: 'record-details', ...licensing },
  ],
});
