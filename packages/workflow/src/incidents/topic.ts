import { setup } from 'xstate';
import { type HandledPayload, handledPatch, namedReaders } from '../handled.js';
import type { Context, StoredRecord } from '../model.js';
import { byRole, readerLines } from '../readers.js';
import type { Role } from '../roles.js';
import { actionsFrom, type Effect, guardsFrom, type Step, type Topic } from '../topic.js';
import { changeFaults, outcomeFaults, recordFaults } from './faults.js';
import { listedForce } from './forces.js';
import {
  blankIncident,
  type ChangeIncidentPayload,
  factsOf,
  type IncidentOutcome,
  type IncidentStanding,
  outcomesKept,
  type RecordIncidentPayload,
  type RecordOutcomePayload,
} from './standing.js';

type Ctx<P extends object> = Context<IncidentStanding, P>;

/** Officers who record incidents and intelligence. */
export const policeOfIncidents = [
  'police-desk',
  'intelligence-officer',
  'intelligence-supervisor',
] as const satisfies Role[];

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
      { do: 'find', terms: [{ kind: 'reference', term: reference }] },
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
      },
    },
  },
});

/** What those who work with a child are told of an incident: what was done and what came of it, not who is said to have done it. */
export function safetyPart({ standing }: Pick<StoredRecord<IncidentStanding>, 'standing'>): object {
  const { force, reference, kind, offence, committed, committedTo, recorded, outcomes } = standing;
  return {
    incident: {
      force,
      reference,
      kind,
      offence,
      committed,
      committedTo,
      recorded,
      outcome: outcomes.at(-1) ?? null,
    },
  };
}

/** Why nobody is linked to an incident whose existence is closed. */
export const withConditions =
  'It is handled with conditions: nobody is linked to it, as whoever reads the link would know of it.';

const linkedKinds = ['incidentVictim', 'incidentPart'] as const;

/** Every child, person and location that is linked to the incident learns what it is from now on. */
function tellLinked({ record, locked }: Ctx<object>): Step[] {
  const kinds: readonly string[] = linkedKinds;
  return locked
    .filter((one) => kinds.includes(one.kind) && one.subjectId === record.id && one.state === 'linked')
    .map(({ kind, id }) => ({
      record: { kind, id },
      event: 'receive-incident',
      payload: safetyPart(record),
    }));
}

/** The police, who record; the panel's chair; and those who answer for what is kept. */
const readers = [
  ...policeOfIncidents,
  'chair',
  'deputy-chair',
  'auditor',
  'information-governance',
  'caldicott-guardian',
];

const told = { about: linkedKinds, unseen: true } as const;

/** The topic of incidents: police crimes and non-crimes with the marker of child sexual exploitation. */
export const incidents: Topic = {
  name: 'incidents',
  kind: 'incident',
  machine,
  rules: {},
  recorders,
  policy: ['record-incident', 'record-outcome', 'change-incident'].map((command) => ({
    command,
    roles: policeOfIncidents,
    words: 'the police desk or an intelligence officer',
  })),
  commands: {
    'record-incident': { creates: true, faults: recordFaults },
    'record-outcome': { locks: told, faults: outcomeFaults, also: tellLinked },
    'change-incident': { locks: told, faults: changeFaults, also: tellLinked },
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
    closedAt: null,
  }),
};
