import { type AnyStateMachine, setup } from 'xstate';
import type { AgencyStanding } from '../agencies/standing.js';
import type { Actor, Context, RecordRef, StoredRecord } from '../model.js';
import { findPerson } from '../person-named.js';
import { holdsFor } from '../posts.js';
import { byRole, longest, readerLines } from '../readers.js';
import { caseRoles } from '../roles.js';
import { actionsFrom, type CommandDefinition, type Effect, guardsFrom, type Topic } from '../topic.js';
import { entryFaults } from './entry-faults.js';
import type { EntryCommand, EntryPayload, EntryStanding, RegisterShape } from './shape.js';

type Ctx = Context<EntryStanding, EntryPayload>;

const blankEntry: EntryStanding = {
  ...{ clocks: [], begun: null, ended: null, leadId: null, leadName: null, due: null, firstDue: null },
};

const agencyName = ({ facts, payload }: Ctx): string | undefined =>
  (
    facts.related.find((one) => one.kind === 'agency' && one.id === payload.agencyId)?.standing as
      | AgencyStanding
      | undefined
  )?.name;

/** What the entry shows of a payload from then on. */
function shownOf(context: Ctx, { keeps }: EntryCommand): object {
  const payload = context.payload as Record<string, unknown>;
  const told = keeps.map((field) => [field, payload[field] ?? null]);
  const agency = agencyName(context);
  return { ...Object.fromEntries(told), ...(agency ? { agencyName: agency } : {}) };
}

/**
 * The day that a payload sets, and for whom. A new lead goes on with what is awaited, whose first day stays; whatever else
 * sets a day has done what was awaited, and begins the next.
 */
function awaited(context: Ctx, { clock }: RegisterShape): Effect[] {
  const { payload, record, facts } = context;
  const { due } = payload;
  const leadId = payload.leadId ?? record.standing.leadId;
  if (!clock || !due || !leadId) return [];
  const goesOn = payload.leadId !== undefined;
  const firstDue = (goesOn && record.standing.firstDue) || due;
  const lead = findPerson(facts, payload.leadId);
  const who = `user:${leadId}`;
  return [
    { do: 'set', patch: { due, firstDue, leadId, ...(lead ? { leadName: lead.name } : {}) } },
    ...(goesOn ? [] : [{ do: 'end', rule: clock } as const]),
    { do: 'start', rule: clock, who, due, ...(goesOn ? { again: true } : {}) },
    ...(goesOn ? [{ do: 'send', kind: 'quality-led', principal: who } as const] : []),
  ];
}

/** How each command of a register is recorded: what was said, what the entry shows, and until when something is awaited. */
function recordersOf(shape: RegisterShape) {
  const { begin, notes, ends, clock } = shape;
  const said = (context: Ctx, command: EntryCommand): Effect[] => [
    { do: 'set', patch: shownOf(context, command) },
    {
      do: 'write',
      kind: command.writes,
      class: 'case',
      body: { ...context.payload, by: context.actor.name },
    },
  ];
  const beginning = (context: Ctx): Effect[] => [
    {
      do: 'set',
      patch: { begun: { by: context.actor.userId, name: context.actor.name, at: context.happened } },
    },
    ...said(context, begin),
    ...awaited(context, shape),
  ];
  const noting = (command: EntryCommand) => (context: Ctx) => [
    ...said(context, command),
    ...awaited(context, shape),
  ];
  const ending = (command: EntryCommand & { to: string; cancels?: string }) => (context: Ctx) => {
    const met: Effect[] = clock ? [{ do: 'end', rule: clock }] : [];
    const over: Effect[] = command.cancels ? [{ do: 'endAll', reason: command.cancels }] : met;
    const set: Effect = { do: 'set', patch: { ended: { how: command.to, at: context.happened } } };
    return [...said(context, command), set, ...over];
  };
  const each = <C>(commands: Readonly<Record<string, C>>, how: (command: C) => (context: Ctx) => Effect[]) =>
    Object.fromEntries(Object.entries(commands).map(([verb, command]) => [recorderOf(verb), how(command)]));
  return { recordBeginning: beginning, ...each(notes, noting), ...each(ends, ending) };
}

/** `judge-standard` is recorded by `recordJudgeStandard`. */
const recorderOf = (verb: string): string =>
  `record${verb
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}`;

/** When an entry may be asked what: it is begun, added to while it goes on, and ended once. */
function machineOf(
  { name, running, begin, notes, ends }: RegisterShape,
  recorders: Topic['recorders'],
): AnyStateMachine {
  const adding = Object.keys(notes).map((verb) => [verb, { actions: recorderOf(verb) }] as const);
  const ending = Object.entries(ends).map(
    ([verb, { to }]) => [verb, { target: to, actions: recorderOf(verb) }] as const,
  );
  return setup({
    types: { context: {} as Context, events: {} as { type: string } },
    guards: guardsFrom({}),
    actions: actionsFrom(recorders),
  }).createMachine({
    id: name,
    context: {} as Context,
    initial: 'unrecorded',
    states: {
      unrecorded: { on: { [begin.verb]: { target: running, actions: 'recordBeginning' } } },
      [running]: { on: Object.fromEntries([...adding, ...ending]) },
      ...Object.fromEntries(Object.values(ends).map(({ to }) => [to, {}])),
    },
  } as never) as unknown as AnyStateMachine;
}

/** The accounts and agencies that a payload names. */
const named = ({ agencyId, leadId, attended = [] }: EntryPayload): RecordRef[] => [
  ...[agencyId, ...attended.map((one) => one.agencyId)].flatMap((id) =>
    id ? [{ kind: 'agency', id } as const] : [],
  ),
  ...(leadId ? [{ kind: 'user', id: leadId } as const] : []),
];

/** The topic of a register: its machine, its policy and its readers, all from its shape. */
export function registerTopic(shape: RegisterShape): Topic {
  const { name, kind, begin, notes, ends, keepers, words, clock } = shape;
  const recorders = recordersOf(shape);
  const later = [...Object.keys(notes), ...Object.keys(ends)];
  const faults = (context: Ctx) => [
    ...entryFaults(shape, context as never),
    ...(shape.faults?.(context as never) ?? []),
  ];
  const definition: CommandDefinition = { reads: { named }, faults };
  return {
    name,
    kind,
    machine: machineOf(shape, recorders),
    rules: {},
    recorders,
    policy: [begin.verb, ...later].flatMap((command) => [
      { command, roles: keepers, words },
      ...(clock && command !== begin.verb
        ? [{ command, roles: caseRoles, relation: 'lead', words: 'whoever leads it' }]
        : []),
    ]),
    commands: {
      [begin.verb]: { ...definition, creates: true },
      ...Object.fromEntries(later.map((verb) => [verb, definition])),
    },
    blank: { ...blankEntry, ...shape.blank } as EntryStanding,
    relations: (actor: Actor, { standing }: StoredRecord<EntryStanding>) =>
      holdsFor(actor, standing.leadId) ? ['lead'] : [],
    readers: ({ standing: { leadId } }: StoredRecord<EntryStanding>) =>
      longest(readerLines([...byRole(shape.readers), ...(leadId ? [`user:${leadId}`] : [])], ['case'])),
    persons: () => [],
    summary: (standing: EntryStanding) => ({
      ...{ title: shape.title(standing as never), reference: null, grade: null, teamId: null },
      ...{ ownerId: standing.leadId, nextDue: null, nextStep: null },
      openedAt: standing.begun?.at ?? null,
      closedAt: standing.ended?.at ?? null,
    }),
  };
}
