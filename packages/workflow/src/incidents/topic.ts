import { setup } from 'xstate';
import { type HandledPayload, handledPatch, namedReaders } from '../handled.js';
import { incidentSteps } from '../incident-parts/told.js';
import { drawnDated, drawnFromIt, drawnWithdrawn } from '../links/drawn.js';
import type { Context, SearchTerm, StoredRecord } from '../model.js';
import { byRole, readerLines } from '../readers.js';
import { actionsFrom, type Effect, guardsFrom, type Step, type Topic } from '../topic.js';
import { changeFaults, outcomeFaults, recordFaults } from './faults.js';
import { listedForce } from './forces.js';
import { daysOfIncident, safetyPart } from './linked.js';
import { policeOfIncidents } from './police.js';
import {
  blankIncident,
  type ChangeIncidentPayload,
  factsOf,
  type IncidentOutcome,
  type IncidentStanding,
  outcomesKept,
  type RecordIncidentPayload,
  type RecordOutcomePayload,
  type WithdrawIncidentPayload,
} from './standing.js';

type Ctx<P extends object> = Context<IncidentStanding, P>;

/** One outcome a day, oldest first: a second one of a day takes the first one's place. */
function withOutcome(outcomes: readonly IncidentOutcome[], one: IncidentOutcome): IncidentOutcome[] {
  return [...outcomes.filter(({ on }) => on !== one.on), { code: one.code, on: one.on }]
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .slice(-outcomesKept);
}

/** Handled with conditions whoever says so reads it too. */
const handled = ({ payload, actor }: Ctx<HandledPayload>) =>
  handledPatch(payload, namedReaders([actor.userId, ...(payload.readers ?? [])], ['case']));

const recorders = {
  recordIncident: (context: Ctx<RecordIncidentPayload>): Effect[] => {
    const { payload, actor, profile } = context;
    const { reference, outcome } = payload;
    const force = listedForce(profile, payload.force);
    const outcomes = outcome ? withOutcome([], outcome) : [];
    return [
      { do: 'set', patch: { force, reference, ...factsOf(payload), outcomes, ...handled(context) } },
      { do: 'write', kind: 'incident', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'find', terms: [numberTerm(payload)] },
    ];
  },
  recordChangedIncident: (context: Ctx<ChangeIncidentPayload>): Effect[] => [
    { do: 'set', patch: { ...factsOf(context.payload), ...handled(context) } },
    {
      do: 'write',
      kind: 'incident-changed',
      class: 'case',
      body: { ...context.payload, by: context.actor.name },
    },
  ],
  recordOutcome: ({ payload, record, actor }: Ctx<RecordOutcomePayload>): Effect[] => [
    { do: 'set', patch: { outcomes: withOutcome(record.standing.outcomes, payload) } },
    { do: 'write', kind: 'incident-outcome', class: 'case', body: { ...payload, by: actor.name } },
  ],
  recordWithdrawal: ({ payload, actor, at }: Ctx<WithdrawIncidentPayload>): Effect[] => [
    { do: 'set', patch: { withdrawn: { reason: payload.reason, by: actor.userId, at } } },
    { do: 'write', kind: 'incident-withdrawn', class: 'case', body: { ...payload, by: actor.name } },
  ],
};

/** When an incident may be asked what: it stays on the books, and its outcome may change for years. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'incidents',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'record-incident': { target: 'recorded', actions: 'recordIncident' } } },
    recorded: {
      on: {
        'record-outcome': { actions: 'recordOutcome' },
        'change-incident': { actions: 'recordChangedIncident' },
        'withdraw-incident': { target: 'withdrawn', actions: 'recordWithdrawal' },
      },
    },
    withdrawn: {},
  },
});

const linkedKinds = ['incidentVictim', 'incidentPart'] as const;

/** Everything that is linked to the incident. */
function linkedTo({ record, locked }: Ctx<object>) {
  const kinds: readonly string[] = linkedKinds;
  return locked.filter(
    (one) => kinds.includes(one.kind) && one.subjectId === record.id && one.state === 'linked',
  );
}

/** The cases of the persons and places that are linked to it learn on which days these were in an incident. */
function tellCases(context: Ctx<object>, partsNow: (part: StoredRecord) => StoredRecord[]): Step[] {
  const { record, locked } = context;
  const above = linkedTo(context).filter(({ kind }) => kind === 'incidentPart');
  return [...new Set(above.map(({ parentId }) => parentId))].flatMap((aboutId) => {
    const under = locked.filter(({ parentId }) => parentId === aboutId);
    return incidentSteps(
      under,
      under.flatMap((one) => (one.subjectId === record.id ? partsNow(one) : [one])),
    );
  });
}

/** Every child, person and location that is linked to the incident learns what it is from now on. */
function tellLinked(context: Ctx<object>): Step[] {
  const payload = safetyPart(context.record);
  const told = linkedTo(context).map(({ kind, id }) => ({
    record: { kind, id },
    event: 'receive-incident',
    payload,
  }));
  const now = (part: StoredRecord) => [{ ...part, standing: { ...part.standing, ...payload } }];
  return [...told, ...tellCases(context, now)];
}

/** What is linked to an incident that never was, or stands twice, is taken back with it. */
function withdrawLinked(context: Ctx<WithdrawIncidentPayload>): Step[] {
  const { reason } = context.payload;
  const taken = linkedTo(context).map(({ kind, id }) => ({
    record: { kind, id },
    event: 'receive-withdrawal',
    payload: { reason },
  }));
  return [...taken, ...tellCases(context, () => []), ...drawnWithdrawn(context, reason)];
}

/** Whoever is linked learns what the incident is from now on, and the links that were drawn from it when it was. */
function tellChanged(context: Ctx<ChangeIncidentPayload>): Step[] {
  const days = daysOfIncident(context.record.standing);
  return [...tellLinked(context), ...drawnDated(context, days)];
}

/** The term by which an incident is found: the force's number, however it is spaced and cased. */
const numberTerm = ({ reference }: { reference: string }): SearchTerm => ({
  kind: 'reference',
  term: reference,
});

/** The police, who record; the panel's chair; and those who answer for what is kept. */
const readers = [
  ...policeOfIncidents,
  'chair',
  'deputy-chair',
  'auditor',
  'information-governance',
  'caldicott-guardian',
];

const told = {
  about: linkedKinds,
  besideAbout: ['incidentPart', 'personCase', 'locationCase'],
  unseen: true,
} as const;
const toldWithLinks = { ...told, matched: drawnFromIt } as const;

/** The topic of incidents: police crimes and non-crimes with the marker of child sexual exploitation. */
export const incidents: Topic = {
  name: 'incidents',
  kind: 'incident',
  machine,
  rules: {},
  recorders,
  policy: ['record-incident', 'record-outcome', 'change-incident', 'withdraw-incident'].map((command) => ({
    command,
    roles: policeOfIncidents,
    words: 'the police desk or an intelligence officer',
  })),
  commands: {
    'record-incident': {
      creates: true,
      reads: { alike: { kind: 'incident', term: numberTerm } },
      faults: recordFaults,
    },
    'record-outcome': { locks: told, faults: outcomeFaults, also: tellLinked },
    'change-incident': { locks: toldWithLinks, faults: changeFaults, also: tellChanged },
    'withdraw-incident': { locks: toldWithLinks, also: withdrawLinked },
  },
  blank: blankIncident,
  relations: () => [],
  readers: () => readerLines(byRole(readers), ['case']),
  closedReaders: () => readerLines(byRole(['intelligence-supervisor']), ['case']),
  persons: () => [],
  summary: (standing: IncidentStanding) => ({
    title: standing.offence,
    reference: standing.reference,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: standing.recorded ? `${standing.recorded}T00:00:00.000Z` : null,
    closedAt: standing.withdrawn?.at ?? null,
  }),
};
