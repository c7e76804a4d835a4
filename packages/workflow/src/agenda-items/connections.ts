import type { Access, Context, Fault } from '../model.js';
import { findPerson } from '../person-named.js';
import type { Effect } from '../topic.js';
import { recordersOfSitting } from './access.js';
import type { AgendaItemStanding, FoundConnectionPayload, ItemConnectionPayload } from './standing.js';

type Ctx<P extends object = ItemConnectionPayload> = Context<AgendaItemStanding, P>;
type Named = ItemConnectionPayload & { userId: string };

/** An item holds so many connections: who is left out stands in every reader's line. */
const most = 10;

const isOfficer = (roles: readonly string[]) =>
  roles.some((role) => (recordersOfSitting as readonly string[]).includes(role));

/** Anybody at the table declares a personal connection of his or her own; that of somebody else the chair or the coordinator. */
export function connectionFaults({ payload, actor, facts, record }: Ctx): Fault[] {
  const { userId } = payload;
  const fault = (code: string, detail: string): Fault[] => [{ pointer: '/userId', code, detail }];
  const { without = [] } = record.standing.access ?? {};
  const out = userId ?? actor.userId ?? '';
  return [
    ...(userId && userId !== actor.userId && !isOfficer(actor.roles)
      ? fault(
          'ownConnection',
          'You declare a connection of your own; that of somebody else the chair or the coordinator.',
        )
      : []),
    ...(userId && !findPerson(facts, userId) ? fault('noPerson', 'It is somebody with an account.') : []),
    ...(without.includes(out) ? fault('known', 'This person has withdrawn from the item already.') : []),
    ...(without.length >= most
      ? fault('most', `${most} people have withdrawn already: defer the item.`)
      : []),
  ];
}

/** What was found is answered by a chair other than the one whom it is about; whoever has a connection declares it. */
export function foundFaults(context: Ctx<FoundConnectionPayload>): Fault[] {
  const { payload, actor } = context;
  return payload.userId === actor.userId
    ? [
        {
          pointer: '/userId',
          code: 'own',
          detail: 'It is about you: declare it yourself, or leave it to the other chair.',
        },
      ]
    : connectionFaults(context);
}

/** A connection that stands is taken back by a chair whose own it is not. */
export function withdrawnConnectionFaults({ payload, record, actor }: Ctx<Named>): Fault[] {
  const fault = (code: string, detail: string): Fault[] => [{ pointer: '/userId', code, detail }];
  if (payload.userId === actor.userId)
    return fault('own', 'The connection is your own: another chair takes it back.');
  return record.standing.access?.without?.includes(payload.userId)
    ? []
    : fault('noConnection', 'No connection of this person stands for the item.');
}

function withoutOf(access: Access | undefined, without: string[]): Access {
  const { without: _before, ...rest } = access ?? {};
  return without.length > 0 ? { ...rest, without } : rest;
}

function shutOut({ actor, facts, record }: Ctx, userId: string, body: object): Effect[] {
  const name = findPerson(facts, userId)?.name ?? actor.name;
  const { access } = record.standing;
  const without = [...new Set([...(access?.without ?? []), userId])].sort();
  return [
    {
      do: 'write',
      kind: 'item-connection',
      class: 'restricted',
      body: { userId, name, ...body, by: actor.name },
    },
    { do: 'set', patch: { access: withoutOf(access, without) } },
  ];
}

/** The recorders of personal connections; who and why stands in a restricted note, of which the minutes say the number. */
export const connectionRecorders = {
  /** From now on the person reads nothing of the item and its papers, and does not count towards its quorum. */
  recordItemConnection: (context: Ctx): Effect[] =>
    shutOut(context, context.payload.userId ?? (context.actor.userId as string), {
      reason: context.payload.reason,
    }),
  /** The same of one that was found by comparing names and that the chair has confirmed. */
  recordConfirmedConnection: (context: Ctx<FoundConnectionPayload>): Effect[] => {
    const { userId, reason, found = [] } = context.payload;
    return shutOut(context, userId, { reason, found });
  },
  /** What was found is none: it is not proposed again unless something else is found. */
  recordDismissedConnection: ({ payload, actor, facts }: Ctx<FoundConnectionPayload>): Effect[] => {
    const { userId, reason, found = [] } = payload;
    const name = findPerson(facts, userId)?.name ?? '';
    return [
      {
        do: 'write',
        kind: 'connection-dismissed',
        class: 'restricted',
        body: { userId, name, reason, found, by: actor.name },
      },
    ];
  },
  /** It was a mistake, or is none any more: the person reads the item as the rules have it. */
  recordWithdrawnItemConnection: ({ payload, record, actor, facts }: Ctx<Named>): Effect[] => {
    const { userId, reason } = payload;
    const { access } = record.standing;
    const others = (access?.without ?? []).filter((id) => id !== userId);
    return [
      {
        do: 'write',
        kind: 'item-connection-withdrawn',
        class: 'restricted',
        body: { userId, name: findPerson(facts, userId)?.name ?? '', reason, by: actor.name },
      },
      { do: 'set', patch: { access: withoutOf(access, others) } },
    ];
  },
};
