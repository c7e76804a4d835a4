import { setup } from 'xstate';
import { type ChildStanding, holdersOf } from '../children/standing.js';
import { type ChildNews, childNewsEffects, type UnderChild } from '../children/under-child.js';
import type { Leavers } from '../grace.js';
import {
  blankLinked,
  incidentNewsEffects,
  type LinkedToIncident,
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
import type { Context, Fault, Reader, Standing, StoredRecord } from '../model.js';
import { actionsFrom, type Effect, guardsFrom, type Topic } from '../topic.js';

/**
 * That a child is a victim of an incident. It hangs under the child, so that whoever may know of the child's record and
 * nobody else knows of it; the incident itself does not say which child it was.
 */
export interface IncidentVictimStanding extends Standing, UnderChild, LinkedToIncident {
  childId: string;
  childName: string;
  /** Which of the incident's victims, counted from 1. */
  victim: number;
  holders: string[];
  former?: Leavers;
}

export interface LinkVictimPayload {
  childId: string;
  incidentId: string;
  victim: number;
}

type Ctx<P extends object> = Context<IncidentVictimStanding, P>;

const lockedOf = <S extends Standing>({ locked }: Pick<Ctx<object>, 'locked'>, kind: string, id: string) =>
  locked.find((one) => one.kind === kind && one.id === id) as StoredRecord<S> | undefined;

const recorders = {
  recordLink: (context: Ctx<LinkVictimPayload>): Effect[] => {
    const { payload } = context;
    const child = lockedOf<ChildStanding>(context, 'child', payload.childId);
    const incident = lockedOf<IncidentStanding>(context, 'incident', payload.incidentId);
    if (!child || !incident) return [];
    const { name } = child.standing;
    const patch = {
      ...payload,
      ...linkedPatch(incident, context),
      childName: name,
      holders: holdersOf(child.standing),
    };
    return [{ do: 'set', patch }, { do: 'draw' }];
  },
  recordWithdrawnLink: withdrawnEffects,
  recordWithdrawnIncident: (context: Ctx<WithdrawLinkedPayload>): Effect[] => [
    ...withdrawnWithIncident(context),
    ...context.record.standing.holders.map(
      (principal) => ({ do: 'send', kind: 'incident-withdrawn', principal }) as const,
    ),
  ],
  recordIncidentNews: incidentNewsEffects,
  recordHolder: ({ payload }: Ctx<{ holders: string[]; former: Leavers }>): Effect[] => [
    { do: 'set', patch: payload },
  ],
  recordChildNews: (context: Context<never, ChildNews>): Effect[] => childNewsEffects(context, 'childName'),
};

/** A link goes with the child whom it is about, and learns who holds a case of the child. */
const kept = {
  'receive-child': { actions: 'recordChildNews' },
  'receive-holder': { actions: 'recordHolder' },
} as const;

/** When a link may be asked what. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'incident-victims',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'link-victim': { target: 'linked', actions: 'recordLink' } } },
    linked: {
      on: {
        'withdraw-link': { target: 'linkWithdrawn', actions: 'recordWithdrawnLink' },
        'receive-withdrawal': { target: 'linkWithdrawn', actions: 'recordWithdrawnIncident' },
        'receive-incident': { actions: 'recordIncidentNews' },
        ...kept,
      },
    },
    linkWithdrawn: { on: kept },
  },
});

const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }];

/** The child and the incident are there, the incident has so many victims, and the two are not linked already. */
function linkFaults(context: Ctx<LinkVictimPayload>): Fault[] {
  const { payload, locked } = context;
  const child = lockedOf<ChildStanding>(context, 'child', payload.childId);
  const incident = lockedOf<IncidentStanding>(context, 'incident', payload.incidentId);
  if (!child) return fault('/childId', 'noChild', 'No child on the books has this id.');
  if (child.standing.joinedWith)
    return fault('/childId', 'merged', 'This record was joined with another of the child: name that one.');
  const barred = notLinkable(incident);
  if (!incident || barred.length > 0) return barred;
  const { victims } = incident.standing;
  if (payload.victim > victims.length)
    return fault('/victim', 'noVictim', `The incident has ${victims.length} victims: change it first.`);
  // What is locked are the other links of the child and those of the other victims of the incident.
  const linkedAlready = locked.some(
    ({ kind, state, subjectId, parentId }) =>
      kind === 'incidentVictim' && state === 'linked' && subjectId === incident.id && parentId === child.id,
  );
  return linkedAlready ? fault('/childId', 'linked', 'This child is linked to the incident already.') : [];
}

const overseers = [
  'chair',
  'deputy-chair',
  'senior',
  'auditor',
  'information-governance',
  'caldicott-guardian',
] as const;

/** The police, who link; those who oversee; whoever holds a case of the child, or did until lately. */
function readers({ standing }: StoredRecord<IncidentVictimStanding>): Reader[] {
  const roles = [...policeOfIncidents, ...overseers].map((role) => `role:${role}`);
  const lines: [string, string | null][] = [
    ...Object.entries(standing.former ?? {}),
    ...[...roles, ...standing.holders].map((principal): [string, null] => [principal, null]),
  ];
  return lines.map(([principal, until]) => ({ principal, class: 'case', until }));
}

/** The topic of children who are victims of incidents. */
export const incidentVictims: Topic = {
  name: 'incident-victims',
  kind: 'incidentVictim',
  machine,
  rules: {},
  recorders,
  policy: ['link-victim', 'withdraw-link'].map((command) => ({
    command,
    roles: policeOfIncidents,
    words: 'the police desk or an intelligence officer',
  })),
  commands: {
    'link-victim': {
      creates: true,
      parentOf: ({ childId, incidentId }: LinkVictimPayload) => ({
        parentId: childId,
        subjectId: incidentId,
      }),
      locks: {
        named: ({ childId, incidentId }: LinkVictimPayload) => [
          { kind: 'child', id: childId },
          { kind: 'incident', id: incidentId },
        ],
        namedChildren: ['incidentVictim'],
      },
      faults: linkFaults,
    },
    'withdraw-link': {
      locks: { matched: drawnFromIncident, unseen: true },
      also: (context: Ctx<WithdrawLinkedPayload>) => drawnWithdrawn(context, context.payload.reason),
    },
  },
  blank: {
    ...blankLinked,
    clocks: [],
    childId: '',
    childName: '',
    victim: 0,
    holders: [],
  } as IncidentVictimStanding,
  relations: () => [],
  readers,
  persons: ({ standing }: StoredRecord<IncidentVictimStanding>) => [standing.childId],
  summary: (standing: IncidentVictimStanding) => linkedSummary(standing, standing.childName),
};
