import { setup } from 'xstate';
import { dayMs } from '../clocks/calendar.js';
import { instantMs, localDate } from '../clocks/time-zone.js';
import type { Actor, Context, Fault, Missing, QueueLine, Reader, StoredRecord } from '../model.js';
import { everyone, roleNames } from '../roles.js';
import {
  actionsFrom,
  type Effect,
  type GuardContext,
  guardsFrom,
  missing,
  type PolicyRow,
  type Topic,
} from '../topic.js';
import type { UserStanding } from '../users/standing.js';
import { nextGap } from './gaps.js';
import {
  type DutyRotaStanding,
  type EnterWeekPayload,
  type OpenRotaPayload,
  rotaFits,
  type Shift,
  type SwapShiftPayload,
} from './standing.js';

type Ctx<P extends object> = Context<DutyRotaStanding, P>;

/** So many shifts stand at one time, two weeks of two a day: a standing stays small. */
const mostShifts = 28;

const rules = {
  hasShifts: ({ record, at }: GuardContext<DutyRotaStanding>): Missing[] =>
    record.standing.shifts.some(({ until }) => until > at)
      ? []
      : missing('noShift', 'No shift is entered that could be swapped.', 'whoever keeps the rota'),
};

const byStart = (one: Shift, other: Shift) => (one.from < other.from ? -1 : 1);
const running = (shifts: readonly Shift[], at: string) => shifts.filter(({ until }) => until > at);

/** Shifts of a rota and its next gap, as they stand from now on. */
function settled(context: Ctx<object>, shifts: Shift[]): Effect {
  const { record, at, profile } = context;
  const patch = { shifts: running(shifts, at).sort(byStart) };
  return { do: 'set', patch: { ...patch, gapFrom: nextGap({ ...record.standing, ...patch }, at, profile) } };
}

/** The shifts that a week's entry leaves as they are: those of other weeks, and those that have begun. */
function kept({ record, payload, at, profile }: Ctx<EnterWeekPayload>): Shift[] {
  const first = Date.parse(payload.weekFrom);
  return running(record.standing.shifts, at).filter(({ from }) => {
    const day = Date.parse(localDate(from, profile.timeZone));
    return from <= at || day < first || day >= first + 7 * dayMs;
  });
}

/** What the shifts are after a swap: the one that is swapped has another name from now on. */
function swapped({ record, payload, at }: Ctx<SwapShiftPayload>): Shift[] {
  return record.standing.shifts.flatMap((shift) => {
    if (shift.from !== payload.from || shift.userId !== payload.userId) return [shift];
    return [{ userId: payload.toId, from: shift.from < at ? at : shift.from, until: shift.until }];
  });
}

const told = (kind: string, ...ids: string[]): Effect[] =>
  [...new Set(ids)].map((id) => ({ do: 'send', kind, principal: `user:${id}` }));

const recorders = {
  recordRota: (context: Ctx<OpenRotaPayload>): Effect[] => {
    const { payload, record } = context;
    const patch = { officeFrom: '09:00', officeUntil: '17:00', ...payload };
    const standing = { ...record.standing, ...patch };
    return [
      { do: 'set', patch },
      settled({ ...context, record: { ...record, standing } }, []),
      { do: 'write', kind: 'rota', class: 'case', body: patch },
    ];
  },
  recordWeek: (context: Ctx<EnterWeekPayload>): Effect[] => [
    settled(context, [...kept(context), ...context.payload.shifts]),
    { do: 'write', kind: 'rota-week', class: 'case', body: context.payload },
    ...told('on-the-rota', ...context.payload.shifts.map(({ userId }) => userId)),
  ],
  recordSwap: (context: Ctx<SwapShiftPayload>): Effect[] => [
    settled(context, swapped(context)),
    { do: 'write', kind: 'rota-swap', class: 'case', body: context.payload },
    ...told('shift-swapped', context.payload.userId, context.payload.toId),
  ],
};

/** When a duty rota may be asked what: a week is entered as often as it changes. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'duty-rotas',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'open-rota': { target: 'kept', actions: 'recordRota' } } },
    kept: {
      on: {
        'enter-week': { actions: 'recordWeek' },
        'swap-shift': { guard: 'hasShifts', actions: 'recordSwap' },
      },
    },
  },
});

const fault = (pointer: string, code: string, detail: string): Fault => ({ pointer, code, detail });

/** Why somebody cannot be on the rota: no account, another agency, no work with cases, or none that fits the part. */
function personFaults(context: Ctx<object>, pointer: string, id: string): Fault[] {
  const found = context.facts.related.find((one) => one.id === id && one.kind === 'user');
  const user = found?.state === 'active' ? (found.standing as UserStanding) : undefined;
  if (!user) return [fault(pointer, 'noPerson', 'Nobody with an account has this id.')];
  if (user.agencyId !== context.record.standing.agencyId)
    return [fault(pointer, 'otherAgency', 'The rota is filled by people of its own agency.')];
  if (user.roles.includes('administrator'))
    return [fault(pointer, 'separation', 'An administrator works with no case, also not on duty.')];
  const { role } = context.record.standing;
  if (!user.roles.some((one) => rotaFits[role].includes(one)))
    return [fault(pointer, 'otherPart', `${roleNames[role]} is no part for this person’s roles.`)];
  return [];
}

function openFaults({ payload, facts }: Ctx<OpenRotaPayload>): Fault[] {
  const known = facts.related.some((one) => one.kind === 'agency' && one.id === payload.agencyId);
  const { officeFrom = '09:00', officeUntil = '17:00' } = payload;
  return [
    ...(known ? [] : [fault('/agencyId', 'noAgency', 'The agency is not on the books.')]),
    ...(officeFrom < officeUntil
      ? []
      : [fault('/officeUntil', 'order', 'The office closes before it opens.')]),
  ];
}

function weekFaults(context: Ctx<EnterWeekPayload>): Fault[] {
  const { payload, profile, at } = context;
  const first = Date.parse(payload.weekFrom);
  const faults = payload.shifts.flatMap((shift, index) => {
    const day = Date.parse(localDate(shift.from, profile.timeZone));
    const span = instantMs(shift.until) - instantMs(shift.from);
    return [
      ...personFaults(context, `/shifts/${index}/userId`, shift.userId),
      ...(span > 0 ? [] : [fault(`/shifts/${index}/until`, 'order', 'The shift ends before it begins.')]),
      ...(span <= 7 * dayMs
        ? []
        : [fault(`/shifts/${index}/until`, 'tooLong', 'A shift is at most a week.')]),
      ...(day >= first && day < first + 7 * dayMs
        ? []
        : [fault(`/shifts/${index}/from`, 'otherWeek', 'The shift begins in another week.')]),
    ];
  });
  const ahead = running([...kept(context), ...payload.shifts], at).length;
  if (ahead > mostShifts)
    faults.push(fault('/shifts', 'tooMany', `At most ${mostShifts} shifts stand at one time.`));
  return faults;
}

const keepers = ['manager', 'duty-manager', 'senior', 'coordinator'] as const;

/** Whoever has a shift gives it away; that of somebody else, whoever keeps the rota does. */
function swapFaults(context: Ctx<SwapShiftPayload>): Fault[] {
  const { record, payload, actor, at } = context;
  const there = record.standing.shifts.some(
    ({ from, userId, until }) => from === payload.from && userId === payload.userId && until > at,
  );
  const keeps = actor.roles.some((role) => keepers.includes(role as never));
  const others = !keeps && payload.userId !== actor.userId;
  return [
    ...(there ? [] : [fault('/from', 'noShift', 'There is no such shift, or it is over.')]),
    ...(others
      ? [fault('/userId', 'notYours', 'You give away a shift of your own; another, whoever keeps the rota.')]
      : []),
    ...(payload.toId === payload.userId ? [fault('/toId', 'self', 'Somebody else takes the shift.')] : []),
    ...personFaults(context, '/toId', payload.toId),
  ];
}

const keeping = { roles: keepers, words: 'a manager, the duty manager, a senior manager or the coordinator' };

const policy: readonly PolicyRow[] = [
  { command: 'open-rota', ...keeping },
  { command: 'enter-week', ...keeping },
  { command: 'swap-shift', ...keeping },
  {
    command: 'swap-shift',
    roles: ['worker', 'out-of-hours', 'triage-social-worker', 'triage-officer'],
    relation: 'onRota',
    words: 'somebody who is on the rota',
  },
];

const gapPrincipals = (agencyId: string) =>
  ['manager', 'duty-manager'].map((role) => `agency:${agencyId}:${role}`);

/** A gap waits in the list of those who keep the rota before it happens, due when it begins. */
function queue({ standing }: StoredRecord<DutyRotaStanding>): QueueLine[] {
  const { gapFrom, agencyId } = standing;
  if (gapFrom === null) return [];
  return gapPrincipals(agencyId).map((principal) => ({
    principal,
    due: gapFrom,
    step: 'fill-rota-gap',
  }));
}

/** The topic of duty rotas: who is duty manager, out of hours or on triage duty at which hours. Everybody reads them. */
export const dutyRotas: Topic = {
  name: 'duty-rotas',
  kind: 'dutyRota',
  machine,
  rules,
  recorders,
  policy,
  commands: {
    'open-rota': {
      creates: true,
      reads: { named: ({ agencyId }: OpenRotaPayload) => [{ kind: 'agency', id: agencyId }] },
      faults: openFaults,
    },
    'enter-week': { reads: { all: 'user' }, faults: weekFaults },
    'swap-shift': { reads: { all: 'user' }, faults: swapFaults },
  },
  blank: {
    clocks: [],
    name: '',
    role: 'duty-manager',
    agencyId: '',
    hours: 'always',
    officeFrom: '09:00',
    officeUntil: '17:00',
    shifts: [],
    gapFrom: null,
  } as DutyRotaStanding,
  relations: (actor: Actor, { standing }: StoredRecord<DutyRotaStanding>) =>
    standing.shifts.some(({ userId }) => userId === actor.userId) ? ['onRota'] : [],
  readers: ({ standing }: StoredRecord<DutyRotaStanding>): Reader[] =>
    [everyone, ...gapPrincipals(standing.agencyId)].map((principal) => ({
      principal,
      class: 'case',
      until: null,
    })),
  persons: () => [],
  queue,
  summary: (standing: DutyRotaStanding) => ({
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
