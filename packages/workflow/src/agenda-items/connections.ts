import type { Context, Fault } from '../model.js';
import { findPerson } from '../person-named.js';
import type { Effect } from '../topic.js';
import { recordersOfSitting } from './access.js';
import type { AgendaItemStanding, ItemConnectionPayload } from './standing.js';

type Ctx = Context<AgendaItemStanding, ItemConnectionPayload>;

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

/**
 * From now on the person reads nothing of the item and its papers, and does not count towards its quorum. The minutes say
 * that one member withdrew; who and why stands in a restricted note.
 */
export function recordItemConnection({ payload, actor, facts, record }: Ctx): Effect[] {
  const userId = payload.userId ?? (actor.userId as string);
  const name = findPerson(facts, userId)?.name ?? actor.name;
  const { access } = record.standing;
  const without = [...new Set([...(access?.without ?? []), userId])].sort();
  return [
    {
      do: 'write',
      kind: 'item-connection',
      class: 'restricted',
      body: { userId, name, reason: payload.reason, by: actor.name },
    },
    { do: 'set', patch: { access: { ...access, without } } },
  ];
}
