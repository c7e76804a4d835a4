import type { DutyRotaStanding } from '../duty-rotas/standing.js';
import type { UserStanding } from '../users/standing.js';
import { inDays } from './in-days.js';
import type { Maker } from './valid-payload.js';

/** Payloads of the commands on accounts, absences, delegations and duty rotas. */
export const coverPayloads: Record<string, Maker> = {
  'users/add-user': ({ world }) => ({
    name: 'New Person',
    email: `new-${world.nextId().slice(-12)}@example.test`,
    agencyId: world.people.worker.agencyId,
    roles: ['worker'],
  }),
  'users/change-role': () => ({ roles: ['worker'], reason: 'A new post' }),
  'users/end-access': () => ({ reason: 'Left' }),
  'users/record-absence': ({ world }) => ({ from: world.at, until: inDays(world, 5), reason: 'leave' }),
  'users/end-absence': ({ record }) => ({
    absenceId: (record?.standing as UserStanding | undefined)?.absences?.[0]?.id ?? 'none',
  }),
  'users/delegate': ({ world }) => ({
    role: 'worker',
    toId: world.people.colleague.userId,
    from: world.at,
    until: inDays(world, 5),
    reason: 'A made-up leave',
  }),
  'users/end-delegation': ({ record }) => ({
    delegationId: (record?.standing as UserStanding | undefined)?.delegations?.[0]?.id ?? 'none',
    reason: 'Back again',
  }),
  'duty-rotas/open-rota': ({ world }) => ({
    name: 'Duty managers',
    role: 'duty-manager',
    agencyId: world.people.manager.agencyId,
    hours: 'always',
  }),
  'duty-rotas/enter-week': ({ world }) => ({
    weekFrom: inDays(world, 1).slice(0, 10),
    shifts: [{ userId: world.people.manager.userId, from: inDays(world, 1), until: inDays(world, 2) }],
  }),
  'duty-rotas/swap-shift': ({ world, record }) => {
    const shift = (record?.standing as DutyRotaStanding | undefined)?.shifts[0];
    const { manager, deputy } = world.people;
    const toId = shift?.userId === manager.userId ? deputy.userId : manager.userId;
    return {
      from: shift?.from ?? world.at,
      userId: shift?.userId ?? 'none',
      toId,
      reason: 'A made-up reason',
    };
  },
};
