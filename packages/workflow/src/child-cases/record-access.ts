import { dayMs } from '../clocks/calendar.js';
import { instantMs, instantOf } from '../clocks/time-zone.js';
import type { Access, Actor, ContentClass, Context, Fault, Missing, NamedReader } from '../model.js';
import { findPerson, type Person } from '../person-named.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import type { DeclareConnectionPayload, RestrictPayload, WithdrawConnectionPayload } from './payloads.js';
import { manager } from './principals.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;
type Guard = GuardContext<ChildCaseStanding>;

/** What somebody named in a restriction reads: all of the case. */
const wholeCase: ContentClass[] = [
  ...(['receipt', 'safety', 'disruption', 'sheet', 'case', 'restricted', 'caution'] as const),
];

/** How many people with a personal connection a case knows: its standing stays small. */
const mostConnected = 8;

const accessOf = ({ record }: Pick<Guard, 'record'>): Access => record.standing.access ?? {};

/** Those who read for a time alone, as whoever broke the glass does, whatever else is decided. */
const forATime = ({ named = [] }: Access, at: string): NamedReader[] =>
  named.filter(({ until }) => until !== null && until > at);

/** What was decided about who reads, without what says nothing. */
function tidy({ closed, named = [], without = [] }: Access): Access {
  return {
    ...(closed ? { closed } : {}),
    ...(named.length > 0 ? { named } : {}),
    ...(without.length > 0 ? { without } : {}),
  };
}

const guardian = 'role:caldicott-guardian';

/** A restriction that was looked over is looked over again after so many days. */
const lookedAgainAfter = 91;

/** Whether the Caldicott guardian gives a restriction again, who has looked it over and is none of those named. */
function isReview({ record, actor }: Pick<Ctx<object>, 'record' | 'actor'>): boolean {
  const { closed, named = [] } = accessOf({ record });
  const isNamed = named.some(({ userId, until }) => until === null && userId === actor.userId);
  return Boolean(closed) && actor.roles.includes('caldicott-guardian') && !isNamed;
}

/** The review of a restriction: the guardian is told of a new one, and has what was looked over again in three months. */
function reviewed(context: Ctx<RestrictPayload>): Effect[] {
  const start = { do: 'start', rule: 'restriction-review', who: guardian, again: true } as const;
  const due = instantOf(instantMs(context.at) + lookedAgainAfter * dayMs);
  if (isReview(context)) return [{ ...start, due }];
  return [start, { do: 'send', kind: 'restriction-to-review', principal: guardian }];
}

/** Whoever restricts a case and whom he or she names, without those who have a personal connection; of a review those named alone. */
function readersNamed(context: Pick<Ctx<RestrictPayload>, 'record' | 'actor' | 'payload'>): string[] {
  const { without = [] } = accessOf(context);
  const asked = [isReview(context) ? null : context.actor.userId, ...context.payload.readers];
  return [...new Set(asked)].filter((id): id is string => id !== null && !without.includes(id));
}

/** The rules of who reads a case besides the rules of practice, by the names that its chart uses. */
export const accessRules = {
  isRestricted: (context: Guard): Missing[] =>
    accessOf(context).closed ? [] : missing('restricted', 'The case is not restricted.', 'nobody'),
  hasConnection: (context: Guard): Missing[] =>
    accessOf(context).without?.length
      ? []
      : missing('connection', 'Nobody has declared a personal connection.', 'whoever has one'),
};

const account = (id: string) => ({ kind: 'user', id }) as const;

/**
 * The access of a case whose file is restricted because it closes: to whoever proposed and approved the closing, the
 * worker and those named already, none of whom has a connection; the guardian looks it over.
 */
export function closingAccess(context: Ctx<object>, reason: string): Effect[] {
  const { record, actor, facts } = context;
  const before = accessOf(context);
  if (before.closed) return [];
  const { closure, workerId } = record.standing;
  const asked = [actor.userId, closure?.proposedBy, workerId];
  const readers = [...new Set(asked)].filter(
    (id): id is string => Boolean(id) && !before.without?.includes(id as string),
  );
  const names = readers.map((userId) => findPerson(facts, userId)?.name ?? actor.name);
  const named = readers.map((userId) => ({ userId, classes: wholeCase, until: null }));
  return [
    {
      do: 'write',
      kind: 'restriction',
      class: 'restricted',
      body: { reason, readers, names, by: actor.name },
    },
    {
      do: 'set',
      patch: {
        access: tidy({ ...before, closed: true, named: [...named, ...forATime(before, context.at)] }),
      },
    },
    { do: 'start', rule: 'restriction-review', who: guardian },
    { do: 'send', kind: 'restriction-to-review', principal: guardian },
  ];
}

/** The recorders of restrictions and of personal connections; their reasons stand in a restricted note. */
export const accessRecorders = {
  recordRestriction: (context: Ctx<RestrictPayload>): Effect[] => {
    const { payload, actor, at, facts } = context;
    const before = accessOf(context);
    const readers = readersNamed(context);
    const names = readers.map((userId) => findPerson(facts, userId)?.name ?? actor.name);
    const named = readers.map((userId) => ({ userId, classes: wholeCase, until: null }));
    const access = tidy({ ...before, closed: true, named: [...named, ...forATime(before, at)] });
    return [
      {
        do: 'write',
        kind: 'restriction',
        class: 'restricted',
        body: { ...payload, readers, names, by: actor.name },
      },
      { do: 'set', patch: { access } },
      ...reviewed(context),
    ];
  },
  recordLiftedRestriction: (context: Ctx<{ reason: string }>): Effect[] => {
    const { payload, actor, at } = context;
    const { without } = accessOf(context);
    const access = tidy({ ...(without ? { without } : {}), named: forATime(accessOf(context), at) });
    return [
      { do: 'write', kind: 'restriction-lifted', class: 'restricted', body: { ...payload, by: actor.name } },
      { do: 'set', patch: { access } },
      { do: 'end', rule: 'restriction-review' },
      { do: 'send', kind: 'restriction-lifted', principal: guardian },
    ];
  },
  recordConnection: (context: Ctx<DeclareConnectionPayload>): Effect[] => {
    const { payload, actor, record, facts } = context;
    const userId = payload.userId ?? (actor.userId as string);
    const name = findPerson(facts, userId)?.name ?? actor.name;
    const before = accessOf(context);
    const without = [...new Set([...(before.without ?? []), userId])].sort();
    const patch = { access: tidy({ ...before, without }) };
    const own = `user:${userId}`;
    const { team, clocks, workerId, closed } = record.standing;
    const rules = clocks.filter(({ who }) => who === own).map(({ rule }) => rule);
    const leads = workerId === userId && closed === null;
    return [
      {
        do: 'write',
        kind: 'personal-connection',
        class: 'restricted',
        body: { userId, name, reason: payload.reason, by: actor.name },
      },
      { do: 'set', patch },
      { do: 'send', kind: 'connection-recorded', principal: guardian },
      // Of the case itself he or she is told nothing: the message is about the account.
      ...(userId === actor.userId
        ? []
        : [{ do: 'send', kind: 'shut-out-by-another', principal: own, about: account(userId) } as const]),
      // The child does not wait: what was this person's work is the manager's until somebody else is allocated.
      { do: 'reassign', rules, from: own, who: manager(team) },
      ...(leads
        ? ([
            { do: 'set', patch: { workerId: null } },
            { do: 'start', rule: 'worker-allocated', who: manager(team), sooner: true },
          ] as const)
        : []),
    ];
  },
  recordWithdrawnConnection: (context: Ctx<WithdrawConnectionPayload>): Effect[] => {
    const { payload, actor } = context;
    const before = accessOf(context);
    const without = (before.without ?? []).filter((id) => id !== payload.userId);
    return [
      {
        do: 'write',
        kind: 'connection-withdrawn',
        class: 'restricted',
        body: { ...payload, by: actor.name },
      },
      { do: 'set', patch: { access: tidy({ ...before, without }) } },
    ];
  },
};

/** Somebody always reads: a restricted case without a reader would be nobody's. */
function restriction(context: Ctx<RestrictPayload>): Fault[] {
  const { payload, facts } = context;
  if (readersNamed(context).length === 0)
    return [
      { pointer: '/readers', code: 'noReader', detail: 'Name somebody without a personal connection.' },
    ];
  return payload.readers.flatMap((id, index) =>
    findPerson(facts, id)
      ? []
      : [
          {
            pointer: `/readers/${index}`,
            code: 'noPerson',
            detail: 'Whoever reads it is somebody with an account.',
          },
        ],
  );
}

const declareForOthers = ['senior', 'chair', 'deputy-chair'];

/** Whoever answers for the case shuts others out of it: its own managers, a senior manager, the chair; while it is on an agenda the coordinator too. */
function mayShutOut({ roles, teamId }: Actor, { team, onAgenda }: ChildCaseStanding): boolean {
  const holds = roles.includes('manager') && team !== null && teamId === team;
  const keepsTable = Boolean(onAgenda) && roles.includes('coordinator');
  return holds || keepsTable || roles.some((role) => declareForOthers.includes(role));
}

const overseeing = ['information-governance', 'caldicott-guardian'] as const;

/** Whether somebody is the last to look a case over in a part: nobody takes that away by his or her word alone. */
function isLastOverseer({ facts, record }: Pick<Ctx<object>, 'facts' | 'record'>, out: string): boolean {
  const { without = [] } = accessOf({ record });
  const people = facts.related.filter(({ kind, state }) => kind === 'user' && state === 'active');
  const holding = (role: (typeof overseeing)[number]) =>
    people.filter(({ standing }) => (standing as unknown as Person).roles.includes(role)).map(({ id }) => id);
  return overseeing.map(holding).some((ids) => {
    const left = ids.filter((id) => id !== out && !without.includes(id));
    return ids.includes(out) && left.length === 0;
  });
}

/** Anybody declares a connection of his or her own; that of somebody else a manager of the team, a senior, or the chair. */
function connection(context: Ctx<DeclareConnectionPayload>): Fault[] {
  const { payload, actor, facts, record } = context;
  const { userId } = payload;
  const faults: Fault[] = [];
  const another = userId !== undefined && userId !== actor.userId;
  if (another && !mayShutOut(actor, record.standing))
    faults.push({
      pointer: '/userId',
      code: 'ownConnection',
      detail:
        'You declare a connection of your own; that of somebody else a manager of the team holding the case, a senior manager or the chair.',
    });
  if (another && isLastOverseer(context, userId))
    faults.push({
      pointer: '/userId',
      code: 'lastOverseer',
      detail:
        'Nobody else looks the case over in that part: he or she declares it, or another is given the part first.',
    });
  if (userId && !findPerson(facts, userId))
    faults.push({ pointer: '/userId', code: 'noPerson', detail: 'It is somebody with an account.' });
  const { closed, named = [], without = [] } = record.standing.access ?? {};
  const out = userId ?? actor.userId ?? '';
  const stay = named.filter(
    (one) => one.until === null && one.userId !== out && !without.includes(one.userId),
  );
  if (closed && stay.length === 0)
    faults.push({
      pointer: '/userId',
      code: 'lastReader',
      detail: 'Nobody else reads this restricted case: somebody else is named first.',
    });
  if (without.length >= mostConnected && !without.includes(out))
    faults.push({
      pointer: '/userId',
      code: 'most',
      detail: `${mostConnected} people have a connection already: restrict the case to those who have none.`,
    });
  return faults;
}

function withdrawal({ payload, record }: Ctx<WithdrawConnectionPayload>): Fault[] {
  if (record.standing.access?.without?.includes(payload.userId)) return [];
  return [{ pointer: '/userId', code: 'noConnection', detail: 'This person has no connection on record.' }];
}

/** The payload rules of who reads a case. */
export const accessFaults = { restriction, connection, withdrawal };
