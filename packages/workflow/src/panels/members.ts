import { derivedId } from '../derived-id.js';
import type { Context, Facts, StoredRecord } from '../model.js';
import { findPerson } from '../person-named.js';
import type { Effect, Step } from '../topic.js';
import type { UserStanding } from '../users/standing.js';
import type { ChangeMembersPayload, JoiningMember, PanelMember, PanelStanding } from './standing.js';

type Ctx = Context<PanelStanding, ChangeMembersPayload>;

/** Who belongs to a panel, as the list was last written. */
export function latestMembers({ written }: Pick<Facts, 'written'>): PanelMember[] {
  const row = written.find(({ kind }) => kind === 'members');
  return (row?.body as { members: PanelMember[] } | undefined)?.members ?? [];
}

function joined(context: Ctx, one: JoiningMember, index: number): PanelMember {
  const { facts, commandId } = context;
  const { userId = null, as, forId = null } = one;
  const account = facts.related.find(({ kind, id }) => kind === 'user' && id === userId);
  return {
    id: userId ?? derivedId(commandId, index + 1),
    userId,
    name: findPerson(facts, one.userId)?.name ?? one.name ?? '',
    agency: one.agency ?? null,
    agencyKind: (account?.standing as UserStanding | undefined)?.agencyKind ?? one.agencyKind ?? '',
    as,
    forId,
  };
}

function after(context: Ctx): PanelMember[] {
  const { join = [], leave = [] } = context.payload;
  const stay = latestMembers(context.facts).filter(({ id }) => !leave.includes(id));
  return [...stay, ...join.map((one, index) => joined(context, one, index))];
}

/** Keeps the whole list as it is from now on, and tells those who come. */
export function recordMembers(context: Ctx): Effect[] {
  const { payload, actor } = context;
  const members = after(context);
  const came = (payload.join ?? []).flatMap(({ userId }) => userId ?? []);
  return [
    {
      do: 'write',
      kind: 'members',
      class: 'case',
      body: { members, reason: payload.reason, by: actor.name },
    },
    {
      do: 'set',
      patch: { memberIds: members.flatMap(({ userId }) => userId ?? []), members: members.length },
    },
    ...came.map((id) => ({ do: 'send', kind: 'joined-panel', principal: `user:${id}` }) as const),
  ];
}

/** Accounts learn which panels they belong to: by that their holders read the sittings of these, and of no others. */
export function toldAccounts({ payload, record, locked }: Ctx): Step[] {
  const { join = [], leave = [] } = payload;
  const steps = (ids: string[], event: string): Step[] =>
    locked
      .filter((one: StoredRecord) => one.kind === 'user' && ids.includes(one.id))
      .map(({ id }) => ({ record: { kind: 'user', id }, event, payload: { panelId: record.id } }));
  return [
    ...steps(leave, 'leave-panel'),
    ...steps(
      join.flatMap(({ userId }) => userId ?? []),
      'join-panel',
    ),
  ];
}
