import { setup } from 'xstate';
import { qualityLeads } from '../case-audits/recorders.js';
import { localDate } from '../clocks/time-zone.js';
import { daysBetween } from '../looking/period.js';
import type { Context, Fault, StoredRecord } from '../model.js';
import { byRole, readerLines } from '../readers.js';
import { actionsFrom, type Effect, guardsFrom, type Topic } from '../topic.js';
import {
  blankDipSample,
  type ConcludeSamplePayload,
  type DipSampleStanding,
  type DrawSamplePayload,
  type SampleCriteria,
} from './standing.js';

type Ctx<P extends object> = Context<DipSampleStanding, P>;

const write = (kind: string, body: object): Effect => ({ do: 'write', kind, class: 'case', body });
const set = (patch: Partial<DipSampleStanding>): Effect => ({ do: 'set', patch });

/** What of a payload the sample is drawn by. */
function criteriaOf({ basis, from, to, grade, teamId, concern }: DrawSamplePayload): SampleCriteria {
  return {
    ...{ basis, from, to },
    ...(grade ? { grade } : {}),
    ...(teamId ? { teamId } : {}),
    ...(concern ? { concern } : {}),
  };
}

const recorders = {
  recordSample: ({ payload, actor, happened }: Ctx<DrawSamplePayload>): Effect[] => {
    const { title, purpose, size, seed = 0 } = payload;
    const { sealed = null, population = blankDipSample.population, caseIds = [] } = payload;
    return [
      set({
        ...{ title, criteria: criteriaOf(payload), wanted: size, seed, sealed, population, caseIds },
        drawn: { by: actor.userId, name: actor.name, at: happened },
      }),
      write('dip-sample', { purpose, by: actor.name }),
    ];
  },
  recordConclusions: ({ payload, actor, happened }: Ctx<ConcludeSamplePayload>): Effect[] => [
    set({ ended: { how: 'concluded', at: happened } }),
    write('dip-sample-concluded', { ...payload, by: actor.name }),
  ],
  recordWithdrawal: ({ payload, actor, happened }: Ctx<{ reason: string }>): Effect[] => [
    set({ ended: { how: 'withdrawn', at: happened } }),
    write('dip-sample-withdrawn', { ...payload, by: actor.name }),
  ],
};

/** When a sample may be asked what: it is drawn once, and ends with what was learnt or why it was withdrawn. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'dip-samples',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'draw-sample': { target: 'drawn', actions: 'recordSample' } } },
    drawn: {
      on: {
        'conclude-sample': { target: 'concluded', actions: 'recordConclusions' },
        'withdraw-sample': { target: 'withdrawn', actions: 'recordWithdrawal' },
      },
    },
    concluded: {},
    withdrawn: {},
  },
});

/** The days follow each other and have begun, and somebody’s case meets the criteria. */
function drawFaults({ payload, at, profile }: Ctx<DrawSamplePayload>): Fault[] {
  const { from, to, population } = payload;
  const faults: Fault[] = [];
  if (to < from)
    faults.push({ pointer: '/to', code: 'period', detail: 'The last day lies before the first.' });
  else if (daysBetween(from, to) > 3660)
    faults.push({ pointer: '/to', code: 'period', detail: 'A sample is of ten years at most.' });
  if (to > localDate(at, profile.timeZone))
    faults.push({ pointer: '/to', code: 'future', detail: 'The last day lies ahead.' });
  if (faults.length === 0 && (population?.size ?? 0) === 0)
    faults.push({
      pointer: '/basis',
      code: 'nobody',
      detail: 'No case that is open to all who read the books met these criteria: ask for others.',
    });
  return faults;
}

const leads = { roles: qualityLeads, words: 'the partnership’s auditor or a senior manager' } as const;

/** The topic of dip samples: cases drawn by a kept seed, to be audited. */
export const dipSamples: Topic = {
  name: 'dip-samples',
  kind: 'dipSample',
  machine,
  rules: {},
  recorders,
  policy: [
    { command: 'draw-sample', ...leads },
    { command: 'conclude-sample', ...leads },
    { command: 'withdraw-sample', ...leads },
  ],
  commands: {
    'draw-sample': { creates: true, faults: drawFaults },
    'conclude-sample': {},
    'withdraw-sample': {},
  },
  blank: blankDipSample,
  relations: () => [],
  readers: () => readerLines(byRole([...qualityLeads, 'information-governance']), ['case']),
  // The sample names cases by id; whose they are is told by the cases themselves, to those who read them.
  persons: () => [],
  summary: ({ title, drawn, ended }: StoredRecord<DipSampleStanding>['standing']) => ({
    ...{ title, reference: null, grade: null, ownerId: null, teamId: null, nextDue: null, nextStep: null },
    openedAt: drawn?.at ?? null,
    closedAt: ended?.at ?? null,
  }),
};
