import { drawnFromIt } from '../links/drawn.js';
import type { RecordRef, StateValue } from '../model.js';
import type { PolicyRow, Topic } from '../topic.js';
import { entryFaults } from './correcting.js';
import { machine } from './machine.js';
import type { AllocateMeasurePayload, ConsiderMeasurePayload } from './payloads.js';
import { closedReadersOfMeasure, readersOfMeasure, relationsToMeasure } from './readers.js';
import { recorders } from './recorders.js';
import {
  aheadFaults,
  breachFaults,
  considerFaults,
  lastDayFaults,
  ownerFaults,
  rules,
  serveFaults,
  variedFaults,
} from './rules.js';
import { blankMeasure, codeOf, type MeasureStanding } from './standing.js';
import { openProtections, toldBreach, toldCorrection, toldEnded, toldInForce } from './told.js';

const police = ['intelligence-officer', 'intelligence-supervisor', 'coordinator'] as const;
const anyOwner = ['worker', 'member', 'manager', 'senior', 'police-desk', 'licensing-officer'] as const;

/** Whoever answers for such measures, and whoever owns this one. */
const who: Omit<PolicyRow, 'command'>[] = [
  { roles: police, words: 'an intelligence officer or the coordinator' },
  { roles: ['licensing-officer'], relation: 'licence', words: 'the licensing officer, on licences' },
  {
    roles: ['manager', 'senior'],
    relation: 'localAuthority',
    words: 'a manager, on measures of the local authority',
  },
  { roles: anyOwner, relation: 'owner', words: 'its owner' },
];

const given = [
  'correct-entry',
  'withdraw-measure',
  ...['apply-for-measure', 'grant-measure', 'serve-measure', 'vary-measure', 'record-breach'],
  ...['review-measure', 'discharge-measure', 'refuse-measure', 'drop-measure', 'allocate-measure'],
];

/** What learns of a step: the protected children’s side, and the cases of the person and of the place. */
const told = {
  about: ['protection'],
  underParent: ['disruptionMeasure', 'personCase', 'locationCase'],
  underSubject: ['disruptionMeasure', 'personCase', 'locationCase'],
  unseen: true,
} as const;
const toldAtEnd = { ...told, matched: drawnFromIt } as const;

function namedIn({ personId, locationId, childIds = [] }: ConsiderMeasurePayload): RecordRef[] {
  return [
    ...(personId ? [{ kind: 'person', id: personId } as const] : []),
    ...(locationId ? [{ kind: 'location', id: locationId } as const] : []),
    ...childIds.map((id) => ({ kind: 'child', id }) as const),
  ];
}

const ownerNamed = ({ ownerId }: Pick<ConsiderMeasurePayload, 'ownerId'>): RecordRef[] =>
  ownerId ? [{ kind: 'user', id: ownerId }] : [];

/** A measure hangs under the person it is on, else under the place; where it is on both, it is about the place. */
function hangs({ personId, locationId }: ConsiderMeasurePayload) {
  const parentId = personId ?? locationId;
  return { ...(parentId ? { parentId } : {}), ...(personId && locationId ? { subjectId: locationId } : {}) };
}

/** The topic of disruption measures: what is done to keep people away from children and to make places safe. */
export const disruptionMeasures: Topic = {
  name: 'disruption-measures',
  kind: 'disruptionMeasure',
  machine,
  rules,
  recorders,
  policy: [
    {
      command: 'consider-measure',
      roles: [...police, 'licensing-officer', 'manager', 'senior'],
      words: 'the police, the coordinator, licensing or a manager',
    },
    ...given.flatMap((command) => who.map((one) => ({ command, ...one }))),
    { command: 'expire-measure', roles: [], clock: 'measure-expiry', words: 'the clock, when due' },
  ],
  commands: {
    'consider-measure': {
      creates: true,
      parentOf: hangs,
      locks: { named: namedIn },
      reads: { named: ownerNamed },
      faults: considerFaults,
      also: openProtections,
    },
    'apply-for-measure': { faults: aheadFaults },
    'grant-measure': { locks: told, faults: lastDayFaults, also: toldInForce },
    'serve-measure': { locks: told, faults: serveFaults, also: toldInForce },
    'vary-measure': { locks: told, faults: variedFaults, also: toldInForce },
    'record-breach': { locks: told, faults: breachFaults, also: toldBreach },
    'review-measure': {},
    'discharge-measure': { locks: toldAtEnd, also: toldEnded },
    'refuse-measure': { locks: told, also: toldEnded },
    'drop-measure': { locks: told, also: toldEnded },
    'allocate-measure': {
      reads: { named: ({ ownerId }: AllocateMeasurePayload) => ownerNamed({ ownerId }) },
      faults: ownerFaults,
    },
    'expire-measure': { locks: toldAtEnd, also: toldEnded },
    'correct-entry': {
      locks: told,
      reads: { written: true },
      faults: entryFaults,
      also: toldCorrection,
    },
    'withdraw-measure': { locks: toldAtEnd, also: toldEnded },
  },
  blank: blankMeasure,
  relations: relationsToMeasure,
  readers: readersOfMeasure,
  closedReaders: closedReadersOfMeasure,
  persons: ({ standing }) =>
    (standing as MeasureStanding).personId ? [(standing as MeasureStanding).personId as string] : [],
  summary: (standing: MeasureStanding, _state: StateValue) => {
    const { code, ownerId, considered, ended } = standing;
    return {
      title: code ? codeOf({ code }).title : '',
      reference: null,
      grade: null,
      ownerId,
      teamId: null,
      nextDue: null,
      nextStep: null,
      openedAt: considered ? `${considered.on}T12:00:00.000Z` : null,
      closedAt: ended ? `${ended.on}T12:00:00.000Z` : null,
    };
  },
};
