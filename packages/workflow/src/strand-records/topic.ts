import { type AnyStateMachine, setup } from 'xstate';
import { keptWithCase } from '../agenda-items/with-case.js';
import { followers } from '../links/told.js';
import type { ContentClass, Context, Reader, RecordKind, StoredRecord } from '../model.js';
import { longest } from '../readers.js';
import type { AboutNews } from '../strand-cases/payloads.js';
import { type SeenBy, strandReaders } from '../strand-cases/readers.js';
import {
  actionsFrom,
  type CommandDefinition,
  type Effect,
  guardsFrom,
  type PolicyRow,
  type Recorder,
  type Topic,
} from '../topic.js';
import {
  aboutSteps,
  joiningRecorders,
  joiningRules,
  mergeFaults,
  mergeSteps,
  otherNamed,
  unmergeFaults,
  unmergeSteps,
} from './joining.js';
import { casesHeld, type StrandRecordStanding } from './standing.js';

type Ctx<P extends object> = Context<StrandRecordStanding, P>;

/** What sets the record of a person and that of a place apart. */
export interface StrandRecordParts {
  name: 'persons' | 'locations';
  kind: 'person' | 'location';
  caseKind: 'personCase' | 'locationCase';
  blank: StrandRecordStanding;
  aboutOf: (standing: never) => Omit<AboutNews, 'aboutId' | 'from'>;
  /** Recorders of `recordEntry` and `recordDetails`, and of what this kind alone takes. */
  recorders: Record<string, Recorder>;
  /** Further events on the books, by the recorder of each. */
  events: Record<string, { actions: string }>;
  commands: Record<string, CommandDefinition>;
  detailFaults: NonNullable<CommandDefinition['faults']>;
  policy: readonly PolicyRow[];
}

const officers = ['intelligence-officer', 'intelligence-supervisor'] as const;
const words = 'an intelligence officer or the supervisor';

const common = {
  recordCase: ({ payload, record }: Ctx<{ caseId: string; seen: SeenBy }>): Effect[] => {
    const { caseId: id, seen } = payload;
    const { cases } = record.standing;
    const others = cases.filter((one) => one.id !== id);
    return [
      { do: 'set', patch: { cases: [...others, { id, seen }].slice(-casesHeld) } },
      ...(others.length === cases.length ? [{ do: 'reweigh' } as const] : []),
    ];
  },
};

/** What of a case’s readers reads who or what it is about: receipts are no part of it. */
const classesRead: readonly ContentClass[] = ['sheet', 'case', 'disruption', 'restricted'];

/** Who reads the record: whoever reads a case of it. */
function readers({ standing }: StoredRecord<StrandRecordStanding>): Reader[] {
  // The record knows by itself whether there is a licence, whatever a case said of it.
  const licensed = Boolean(standing.licence);
  const all = standing.cases.flatMap(({ seen }) => strandReaders({ ...seen, licensed }));
  return longest(all.filter((one) => classesRead.includes(one.class)));
}

/** Of a record of closed existence the desk’s supervisor and the officers who own a case of it read on, as of the case. */
function closedReaders(record: StoredRecord<StrandRecordStanding>): Reader[] {
  const officers = record.standing.cases.flatMap(({ seen }) =>
    seen.officerId ? [`user:${seen.officerId}`] : [],
  );
  const kept = ['role:intelligence-supervisor', ...officers];
  return readers(record).filter(({ principal }) => kept.includes(principal));
}

function machineOf(parts: StrandRecordParts, recorders: Record<string, Recorder>): AnyStateMachine {
  const receives = { 'receive-case': { actions: 'recordCase' } };
  return setup({
    types: { context: {} as Context, events: {} as { type: string } },
    guards: guardsFrom(joiningRules),
    actions: actionsFrom(recorders),
  }).createMachine({
    id: parts.name,
    context: {} as Context,
    initial: 'unrecorded',
    states: {
      unrecorded: { on: { 'record-entry': { target: 'onBooks', actions: 'recordEntry' } } },
      onBooks: {
        on: {
          ...receives,
          'record-details': { actions: 'recordDetails' },
          ...parts.events,
          merge: { actions: 'recordMerge' },
          unmerge: { guard: 'hasJoined', actions: 'recordUnmerge' },
          'receive-merge-into': { target: 'merged', actions: 'recordMergedInto' },
        },
      },
      merged: { on: { ...receives, 'receive-parting': { target: 'onBooks', actions: 'recordParted' } } },
    },
  });
}

function commandsOf(parts: StrandRecordParts): Record<string, CommandDefinition> {
  const { kind, caseKind, aboutOf } = parts;
  const all = {
    children: [caseKind, ...followers],
    about: followers,
    beneath: keptWithCase,
    unseen: true,
  } as const satisfies CommandDefinition['locks'];
  const both = { ...all, named: otherNamed(kind), namedChildren: [caseKind, ...followers] } as const;
  const told = ({ record, locked }: Ctx<object>) => aboutSteps(locked, record.id, record, aboutOf);
  return {
    'record-details': { locks: all, faults: parts.detailFaults, also: told },
    merge: { locks: both, faults: mergeFaults, also: mergeSteps(aboutOf) },
    unmerge: { locks: both, faults: unmergeFaults, also: unmergeSteps(aboutOf) },
    ...parts.commands,
  };
}

/** The topic of who persons of concern are, or of what places are: one of two that differ in what is told of them. */
export function strandRecordTopic(parts: StrandRecordParts): Topic {
  const recorders: Record<string, Recorder> = { ...common, ...joiningRecorders, ...parts.recorders };
  return {
    name: parts.name,
    kind: parts.kind satisfies RecordKind,
    joins: true,
    machine: machineOf(parts, recorders),
    rules: joiningRules,
    recorders,
    policy: [
      ...['record-details', 'merge', 'unmerge'].map((command) => ({ command, roles: officers, words })),
      ...parts.policy,
    ],
    commands: commandsOf(parts),
    blank: parts.blank,
    relations: () => [],
    readers,
    closedReaders,
    persons: ({ id }: StoredRecord) => [id],
    summary: (standing: StrandRecordStanding) => ({
      title: standing.name,
      reference: null,
      grade: null,
      ownerId: null,
      teamId: null,
      nextDue: null,
      nextStep: null,
      openedAt: null,
      closedAt: null,
    }),
  };
}
