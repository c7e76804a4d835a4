import { setup } from 'xstate';
import type { Context, Reader, StoredRecord } from '../model.js';
import { actionsFrom, guardsFrom, type Topic } from '../topic.js';
import { recorders } from './recorders.js';
import { blankChild, type ChildStanding, holdersOf } from './standing.js';

/** When a child's own record may be asked what: it stays on the books. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'children',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'record-child': { target: 'onBooks', actions: 'recordChild' } } },
    onBooks: {
      on: {
        'record-status': { actions: 'recordStatus' },
        'record-episode': { actions: 'recordEpisodeOfChild' },
        'record-return': { actions: 'recordReturnOfChild' },
        'receive-case': { actions: 'recordCaseOfChild' },
        'receive-holder': { actions: 'recordHolder' },
      },
    },
  },
});

const registrars = ['triage-social-worker', 'triage-officer', 'coordinator'] as const;

const overseers = [
  'auditor',
  'information-governance',
  'caldicott-guardian',
  'senior',
  'chair',
  'deputy-chair',
] as const;

/**
 * Who reads a child's own record: triage and the coordinator, those who oversee, and those who hold a case of the
 * child or did until lately. The police desk, which records who is missing, learns who the child is, and no more. The chair reads every child, listed or not: a sitting decides on age, and the child does not learn of lists.
 */
function readers({ standing }: StoredRecord<ChildStanding>): Reader[] {
  const roles = [...registrars, ...overseers].map((role) => `role:${role}`);
  const former = Object.entries(standing.former ?? {});
  return [
    ...[...roles, ...holdersOf(standing)].map(
      (principal): Reader => ({ principal, class: 'case', until: null }),
    ),
    ...former.map(([principal, until]): Reader => ({ principal, class: 'case', until })),
    { principal: 'role:police-desk', class: 'identity', until: null },
  ];
}

/** The topic of children on the books, with or without a case. */
export const children: Topic = {
  name: 'children',
  kind: 'child',
  machine,
  rules: {},
  recorders,
  policy: [
    { command: 'record-child', roles: registrars, words: 'triage or the coordinator' },
    { command: 'record-status', roles: registrars, words: 'triage or the coordinator' },
  ],
  commands: { 'record-child': { creates: true }, 'record-status': {} },
  blank: blankChild,
  relations: () => [],
  readers,
  persons: ({ id }: StoredRecord) => [id],
  summary: (standing: ChildStanding) => ({
    title: standing.name,
    reference: standing.localId,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: null,
    closedAt: null,
  }),
};
