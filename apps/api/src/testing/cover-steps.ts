import { type Along, type JourneyStep, nobody, reason } from './journey-step.js';

const from = '2026-11-03T08:00:00.000Z';
const until = '2026-11-10T08:00:00.000Z';
const shiftOf = ({ people }: Along) => ({
  userId: people.manager as string,
  from,
  until: '2026-11-04T08:00:00.000Z',
});

/** Keeps an absence or a delegation of the person that a step is about. */
const keepFirst =
  (list: 'absences' | 'delegations', as: string): NonNullable<JourneyStep['keep']> =>
  async ({ known, people }, answer, api) => {
    known.manager = people.manager as string;
    const seen = (await api.view('admin', 'users', answer.id)) as unknown as Record<string, { id: string }[]>;
    known[as] = seen[list]?.at(-1)?.id as string;
  };

/** An absence and a delegation, from beginning to end, and a rota with a swap. */
export const cover: JourneyStep[] = [
  {
    command: 'users/record-absence',
    who: 'admin',
    on: 'user',
    body: () => ({ from, until, reason: 'leave' }),
    refusedBody: () => ({ from: until, until: from, reason: 'leave' }),
    keep: keepFirst('absences', 'absence of a person'),
  },
  {
    command: 'users/end-absence',
    who: 'admin',
    on: 'user',
    body: ({ known }) => ({ absenceId: known['absence of a person'] }),
  },
  {
    command: 'users/delegate',
    who: 'manager',
    on: 'manager',
    body: ({ people }) => ({ role: 'manager', toId: people['manager-south'], from, until, ...reason() }),
    refusedBody: ({ people }) => ({
      role: 'senior',
      toId: people['manager-south'],
      from,
      until,
      ...reason(),
    }),
    keep: keepFirst('delegations', 'delegation'),
  },
  {
    command: 'users/end-delegation',
    who: 'manager',
    on: 'manager',
    body: ({ known }) => ({ delegationId: known.delegation, ...reason() }),
  },
  {
    command: 'duty-rotas/open-rota',
    who: 'manager',
    as: 'rota',
    body: ({ agencies }) => ({
      name: 'Duty managers',
      role: 'duty-manager',
      agencyId: agencies.council,
      hours: 'outside-office-hours',
    }),
    refusedBody: () => ({ name: 'Nowhere', role: 'duty-manager', agencyId: nobody, hours: 'always' }),
  },
  {
    command: 'duty-rotas/enter-week',
    who: 'manager',
    on: 'rota',
    body: (along) => ({ weekFrom: '2026-11-02', shifts: [shiftOf(along)] }),
    refusedBody: (along) => ({ weekFrom: '2026-11-09', shifts: [shiftOf(along)] }),
  },
  {
    command: 'duty-rotas/swap-shift',
    who: 'manager',
    on: 'rota',
    body: (along) => {
      const { userId } = shiftOf(along);
      return { from, userId, toId: along.people.duty, ...reason() };
    },
  },
];

/** A record that is opened in an emergency, closed again and reviewed. */
export const emergency: JourneyStep[] = [
  {
    command: 'break-glass/open-record',
    who: 'worker-south',
    as: 'glass',
    body: ({ known }) => ({ reference: known.case, reason: 'A made-up child is at the door' }),
    refused: 'never',
  },
  {
    command: 'break-glass/close-record',
    who: 'worker-south',
    on: 'glass',
    body: () => ({}),
  },
  {
    command: 'break-glass/decide-review',
    who: 'caldicott',
    on: 'glass',
    body: () => ({ finding: 'justified', words: 'The made-up child was there' }),
  },
];
