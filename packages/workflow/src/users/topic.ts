import { setup } from 'xstate';
import type { Actor, Context, Fault, Missing, Reader, Standing, StoredRecord } from '../model.js';
import { caseRoles, everyone, type Role, roles } from '../roles.js';
import {
  actionsFrom,
  type Effect,
  type GuardContext,
  guardsFrom,
  missing,
  type PolicyRow,
  type Topic,
} from '../topic.js';
import {
  absenceFaults,
  awayRecorders,
  awayRules,
  delegateFaults,
  endAbsenceFaults,
  endDelegationFaults,
} from './away.js';
import { guardianLeaves } from './guardian.js';
import type { AddUserPayload, ChangeRolePayload, UserStanding } from './standing.js';

type Ctx<P extends object> = Context<UserStanding, P>;

const rules = {
  ...awayRules,
  isOther: ({ record, actor }: GuardContext<UserStanding>): Missing[] =>
    record.id !== actor.userId || actor.userId === null
      ? []
      : missing('otherPerson', 'Nobody changes or ends his or her own access.', 'another administrator'),
};

interface AgencyFacts extends Standing {
  kind: string;
  teams: { id: string; name: string }[];
}

function agencyOf({ facts }: Pick<Ctx<object>, 'facts'>, id: string): AgencyFacts | undefined {
  return facts.related.find((one) => one.kind === 'agency' && one.id === id)?.standing as
    | AgencyFacts
    | undefined;
}

const recorders = {
  recordUser: (context: Ctx<AddUserPayload>): Effect[] => {
    const { payload } = context;
    const agencyKind = agencyOf(context, payload.agencyId)?.kind ?? '';
    return [
      {
        do: 'set',
        patch: { ...payload, email: payload.email.toLowerCase(), teamId: payload.teamId ?? null, agencyKind },
      },
      { do: 'write', kind: 'account', class: 'case', body: payload },
      { do: 'find', terms: [{ kind: 'email', term: payload.email.toLowerCase() }] },
    ];
  },
  recordRoles: (context: Ctx<ChangeRolePayload>): Effect[] => {
    const { payload, record, actor } = context;
    return [
      { do: 'set', patch: { roles: payload.roles, teamId: payload.teamId ?? record.standing.teamId } },
      { do: 'write', kind: 'roles', class: 'case', body: { ...payload, by: actor.name } },
      ...(payload.roles.includes('caldicott-guardian') ? [] : guardianLeaves(context, 'guardian-missing')),
    ];
  },
  ...awayRecorders,
  recordPanelJoined: ({ payload, record }: Ctx<{ panelId: string }>): Effect[] => [
    { do: 'set', patch: { panels: [...(record.standing.panels ?? []), payload.panelId] } },
  ],
  recordPanelLeft: ({ payload, record }: Ctx<{ panelId: string }>): Effect[] => [
    { do: 'set', patch: { panels: (record.standing.panels ?? []).filter((id) => id !== payload.panelId) } },
  ],
};

/** A panel tells an account that its holder belongs to it, or no longer does. */
const leavesPanel = { 'leave-panel': { actions: 'recordPanelLeft' } } as const;

/** When an account may be asked what. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'users',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'add-user': { target: 'active', actions: 'recordUser' } } },
    active: {
      on: {
        'change-role': { guard: 'isOther', actions: 'recordRoles' },
        'record-absence': { actions: 'recordAbsence' },
        'end-absence': { guard: 'hasAbsence', actions: 'recordEndOfAbsence' },
        delegate: { actions: 'recordDelegation' },
        'end-delegation': { guard: 'hasDelegation', actions: 'recordEndOfDelegation' },
        'end-access': { guard: 'isOther', target: 'ended', actions: 'recordEndOfAccess' },
        'join-panel': { actions: 'recordPanelJoined' },
        ...leavesPanel,
      },
    },
    ended: { on: leavesPanel },
  },
});

function roleFaults(given: readonly string[]): Fault[] {
  const unknown = given.filter((role) => !roles.includes(role as Role));
  const faults: Fault[] = unknown.map((role) => ({
    pointer: '/roles',
    code: 'role',
    detail: `There is no role ${role}.`,
  }));
  if (given.length === 0)
    faults.push({ pointer: '/roles', code: 'asked', detail: 'Name at least one role.' });
  if (given.includes('administrator') && given.length > 1)
    faults.push({
      pointer: '/roles',
      code: 'separation',
      detail: 'An administrator has no role that reads cases.',
    });
  return faults;
}

function teamFaults(teamId: string | undefined, agency: AgencyFacts | undefined): Fault[] {
  if (!teamId || agency?.teams.some((team) => team.id === teamId)) return [];
  return [{ pointer: '/teamId', code: 'noTeam', detail: 'The team is not one of the agency’s.' }];
}

function addFaults(context: Ctx<AddUserPayload>): Fault[] {
  const { payload } = context;
  const agency = agencyOf(context, payload.agencyId);
  return [
    ...roleFaults(payload.roles),
    ...(agency
      ? []
      : [{ pointer: '/agencyId', code: 'noAgency', detail: 'The agency is not on the books.' }]),
    ...(agency ? teamFaults(payload.teamId, agency) : []),
  ];
}

const administrator = { roles: ['administrator'] as const, words: 'an administrator' };
const awayCommands = ['record-absence', 'end-absence', 'delegate', 'end-delegation'];

/** Accounts are the administrator’s; of absences and delegations the person and the manager of the team decide too. */
const policy: readonly PolicyRow[] = [
  ...['add-user', 'change-role', 'end-access', ...awayCommands].map((command) => ({
    command,
    ...administrator,
  })),
  ...awayCommands.flatMap((command) => [
    { command, roles: caseRoles, relation: 'self', words: 'the person' },
    { command, roles: ['manager'] as const, relation: 'manager', words: 'the manager of the team' },
  ]),
];

function relations(actor: Actor, { id, standing }: StoredRecord<UserStanding>): string[] {
  const team = standing.teamId !== null && standing.teamId === actor.teamId;
  const managed = actor.agencyId === standing.agencyId && (team || actor.teamId === null);
  return [...(id === actor.userId ? ['self'] : []), ...(managed ? ['manager'] : [])];
}

function readers(): Reader[] {
  return [{ principal: everyone, class: 'case', until: null }];
}

/** The topic of accounts: who there is, at which agency, in which roles. Sign-in secrets are not kept here. */
export const users: Topic = {
  name: 'users',
  kind: 'user',
  machine,
  rules,
  recorders,
  policy,
  commands: {
    'add-user': {
      creates: true,
      parentOf: (payload: AddUserPayload) => ({ parentId: payload.agencyId }),
      reads: { named: (payload: AddUserPayload) => [{ kind: 'agency', id: payload.agencyId }] },
      faults: addFaults,
    },
    'change-role': {
      reads: { parent: true, all: 'user' },
      faults: (context: Ctx<ChangeRolePayload>) => [
        ...roleFaults(context.payload.roles),
        ...teamFaults(context.payload.teamId, agencyOf(context, context.record.standing.agencyId)),
      ],
    },
    'end-access': { reads: { all: 'user' } },
    'record-absence': { reads: { all: 'user' }, faults: absenceFaults },
    'end-absence': { faults: endAbsenceFaults },
    delegate: { reads: { all: 'user' }, faults: delegateFaults },
    'end-delegation': { faults: endDelegationFaults },
  },
  blank: {
    clocks: [],
    name: '',
    email: '',
    agencyId: '',
    agencyKind: '',
    teamId: null,
    roles: [],
    endedAt: null,
  } as UserStanding,
  relations,
  readers,
  persons: () => [],
  summary: (standing: UserStanding) => ({
    title: standing.name,
    reference: standing.email,
    // Lists select by it those whose work others may hold.
    grade: standing.absences?.length || standing.delegations?.length ? 'covered' : null,
    ownerId: null,
    teamId: standing.teamId,
    nextDue: null,
    nextStep: null,
    openedAt: null,
    closedAt: standing.endedAt,
  }),
};
