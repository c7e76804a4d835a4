import { setup } from 'xstate';
import {
  incidentNewsEffects,
  linkedPatch,
  linkedSummary,
  notLinkable,
  type WithdrawLinkedPayload,
  withdrawnEffects,
  withdrawnWithIncident,
} from '../incidents/linked.js';
import { policeOfIncidents } from '../incidents/police.js';
import type { IncidentStanding } from '../incidents/standing.js';
import { drawnFromIncident, drawnWithdrawn } from '../links/drawn.js';
import {
  closedOf,
  closedPatch,
  type EndMoved,
  endAccessEffects,
  movedEffects,
  movedFromAfter,
} from '../links/end-news.js';
import type { Context, Fault, Reader, RecordRef, StoredRecord } from '../model.js';
import type { StrandCaseStanding } from '../strand-cases/standing.js';
import { type StrandRecordStanding, wasAccepted } from '../strand-records/standing.js';
import { actionsFrom, type Effect, guardsFrom, type Step, type Topic } from '../topic.js';
import { blankPart, type IncidentPart, type IncidentPartStanding, type LinkPartPayload } from './standing.js';
import { incidentSteps } from './told.js';

type Ctx<P extends object> = Context<IncidentPartStanding, P>;

const aboutIdOf = ({ personId, locationId }: LinkPartPayload): string => personId ?? locationId ?? '';

const lockedOf = ({ locked }: Pick<Ctx<object>, 'locked'>, kinds: string[], id: string) =>
  locked.find((one) => kinds.includes(one.kind) && one.id === id);

const incidentOf = (context: Ctx<LinkPartPayload>) =>
  lockedOf(context, ['incident'], context.payload.incidentId) as StoredRecord<IncidentStanding> | undefined;

const aboutOf = (context: Ctx<LinkPartPayload>) =>
  lockedOf(context, ['person', 'location'], aboutIdOf(context.payload)) as
    | StoredRecord<StrandRecordStanding>
    | undefined;

const caseKinds = ['personCase', 'locationCase'] as const;

/** The officers of the cases of the person or place. */
function officersOf({ record, locked }: Ctx<object>): string[] {
  const cases = locked.filter(
    ({ kind, parentId }) => (caseKinds as readonly string[]).includes(kind) && parentId === record.parentId,
  );
  const ids = cases.flatMap(({ standing }) => (standing as StrandCaseStanding).officerId ?? []);
  return [...new Set(ids)];
}

const recorders = {
  recordPart: (context: Ctx<LinkPartPayload>): Effect[] => {
    const { payload, locked } = context;
    const [incident, about] = [incidentOf(context), aboutOf(context)];
    if (!incident || !about) return [];
    const patch = {
      part: (payload.personId ? 'offender' : 'place') satisfies IncidentPart,
      number: payload.offender ?? 1,
      aboutId: about.id,
      accepted: wasAccepted(about.standing),
      ...linkedPatch(incident, context),
      ...closedPatch(closedOf(locked, [about.id])),
    };
    return [{ do: 'set', patch }, { do: 'draw' }];
  },
  recordWithdrawnLink: withdrawnEffects,
  recordWithdrawnIncident: (context: Ctx<WithdrawLinkedPayload>): Effect[] => [
    ...withdrawnWithIncident(context),
    ...officersOf(context).map(
      (id) => ({ do: 'send', kind: 'incident-withdrawn', principal: `user:${id}` }) as const,
    ),
  ],
  recordIncidentNews: incidentNewsEffects,
  recordAcceptance: (): Effect[] => [{ do: 'set', patch: { accepted: true } }],
  recordEndAccess: endAccessEffects,
  recordMoved: ({ payload, record }: Ctx<EndMoved>): Effect[] => [
    { do: 'set', patch: { aboutId: payload.to, movedFrom: movedFromAfter(record.standing, payload) } },
    ...movedEffects(record, payload),
  ],
};

/** A part goes with the person or location that it is about. */
const kept = {
  'receive-end': { actions: 'recordMoved' },
  'receive-end-access': { actions: 'recordEndAccess' },
  'receive-concern': { actions: 'recordAcceptance' },
} as const;

/** When a part may be asked what. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'incident-parts',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'link-part': { target: 'linked', actions: 'recordPart' } } },
    linked: {
      on: {
        'withdraw-part': { target: 'linkWithdrawn', actions: 'recordWithdrawnLink' },
        'receive-withdrawal': { target: 'linkWithdrawn', actions: 'recordWithdrawnIncident' },
        'receive-incident': { actions: 'recordIncidentNews' },
        ...kept,
      },
    },
    linkWithdrawn: { on: kept },
  },
});

const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }];

/** What cannot be linked with which offender, or with the place. */
function placedFaults(
  { payload, locked }: Ctx<LinkPartPayload>,
  { id, standing }: StoredRecord<IncidentStanding>,
): Fault[] {
  const { personId, offender } = payload;
  const pointer = personId ? '/personId' : '/locationId';
  const held = locked
    .filter((one) => one.kind === 'incidentPart' && one.state === 'linked')
    .map((one) => one.standing as IncidentPartStanding);
  if (held.some((one) => one.incidentId === id && one.aboutId === aboutIdOf(payload)))
    return fault(pointer, 'linked', 'This is linked to the incident already.');
  if (!personId) return [];
  if (offender === undefined) return fault('/offender', 'asked', 'Say which of the offenders it is.');
  return offender > standing.offenders.length
    ? fault(
        '/offender',
        'noOffender',
        `The incident has ${standing.offenders.length} offenders: change it first.`,
      )
    : [];
}

/** Both are there, stand for themselves, and are not linked already. */
function linkFaults(context: Ctx<LinkPartPayload>): Fault[] {
  const { personId, locationId } = context.payload;
  const pointer = locationId ? '/locationId' : '/personId';
  if (Boolean(personId) === Boolean(locationId))
    return fault('/personId', 'asked', 'Name the person, or the location: one of the two.');
  const [incident, about] = [incidentOf(context), aboutOf(context)];
  const barred = notLinkable(incident);
  if (!incident || barred.length > 0) return barred;
  if (!about || about.kind !== (personId ? 'person' : 'location'))
    return fault(pointer, 'noRecord', 'No record that you may see has this id.');
  if (about.standing.joinedWith)
    return fault(pointer, 'merged', 'This record was joined with another: name that one.');
  return placedFaults(context, incident);
}

const overseers = ['chair', 'deputy-chair', 'auditor', 'information-governance', 'caldicott-guardian'];

/** The cases of the person or place learn on which days it was in an incident, by what stands from now on. */
function tellCases({ record, locked, payload }: Ctx<LinkPartPayload | WithdrawLinkedPayload>): Step[] {
  const { aboutId } = record.standing;
  const isOwn = ({ parentId }: StoredRecord) => parentId === aboutId;
  const others = locked.filter((one) => isOwn(one) && one.id !== record.id);
  const own = 'reason' in payload ? [] : [{ ...record, state: 'linked' } as StoredRecord];
  return incidentSteps(others, [...others, ...own]);
}

const lines = (roles: readonly string[]): Reader[] =>
  roles.map((role) => ({ principal: `role:${role}`, class: 'case', until: null }));

/** The police; and, once the person or location is accepted as one of concern, those who read incidents. */
function readers({ standing }: StoredRecord<IncidentPartStanding>): Reader[] {
  return lines([...policeOfIncidents, ...(standing.accepted ? overseers : [])]);
}

function named({ incidentId, personId, locationId }: LinkPartPayload): RecordRef[] {
  return [
    { kind: 'incident', id: incidentId },
    ...(personId ? [{ kind: 'person', id: personId } as const] : []),
    ...(locationId ? [{ kind: 'location', id: locationId } as const] : []),
  ];
}

/** The topic of persons and locations in incidents. */
export const incidentPartTopic: Topic = {
  name: 'incident-parts',
  kind: 'incidentPart',
  machine,
  rules: {},
  recorders,
  policy: ['link-part', 'withdraw-part'].map((command) => ({
    command,
    roles: policeOfIncidents,
    words: 'the police desk or an intelligence officer',
  })),
  commands: {
    'link-part': {
      creates: true,
      parentOf: (payload: LinkPartPayload) => {
        const parentId = aboutIdOf(payload);
        return { ...(parentId ? { parentId } : {}), subjectId: payload.incidentId };
      },
      locks: { named, namedChildren: ['incidentPart', ...caseKinds] },
      faults: linkFaults,
      also: tellCases,
    },
    'withdraw-part': {
      locks: { underParent: ['incidentPart', ...caseKinds], matched: drawnFromIncident, unseen: true },
      also: (context: Ctx<WithdrawLinkedPayload>) => [
        ...tellCases(context),
        ...drawnWithdrawn(context, context.payload.reason),
      ],
    },
  },
  blank: blankPart,
  relations: () => [],
  readers,
  closedReaders: () => lines(['intelligence-supervisor']),
  persons: ({ standing }: StoredRecord<IncidentPartStanding>) =>
    standing.part === 'offender' ? [standing.aboutId] : [],
  summary: (standing: IncidentPartStanding) => linkedSummary(standing),
};
