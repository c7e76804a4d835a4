import { agreedActions, lastSharing, openActions } from '../child-cases/agreed-actions.js';
import { isChildCautionedByName } from '../child-cases/cautions.js';
import { keptOfCaseAbove } from '../child-cases/on-case.js';
import type { AgreePlanPayload, SharePlanPayload } from '../child-cases/payloads.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, StoredRecord } from '../model.js';
import { inHand } from '../plan-actions/gaps.js';
import type { PlanActionStanding } from '../plan-actions/standing.js';
import type { Effect, Step } from '../topic.js';
import type { UserStanding } from '../users/standing.js';
import type { CopiedAction, CopyWords, IssueCopyPayload, PlanCopyStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;
type Action = StoredRecord<PlanActionStanding>;
type Copy = StoredRecord<PlanCopyStanding>;
type Part = IssueCopyPayload['part'];

const users = ({ facts }: Ctx<object>) => facts.related.filter(({ kind }) => kind === 'user');

function accountOf(context: Ctx<object>, id: string): UserStanding | undefined {
  return users(context).find((one) => one.id === id)?.standing as UserStanding | undefined;
}

const copiesOf = ({ locked, record }: Ctx<object>): Copy[] =>
  locked.filter((one) => one.kind === 'planCopy' && one.parentId === record.id) as Copy[];

/** An action as a copy shows it, with who covers its owner's absences until it is due. */
function copied(context: Ctx<object>, { id, standing }: Action): CopiedAction {
  const about = { at: context.at, timeZone: context.profile.timeZone };
  return {
    id,
    what: standing.what,
    outcome: standing.outcome ?? null,
    kind: standing.kind,
    ownerName: standing.ownerName,
    ownerRole: standing.ownerRole ?? null,
    due: standing.due,
    cover: inHand(standing, users(context), about).map(({ coverId, from, until }) => ({
      name: coverId ? (accountOf(context, coverId)?.name ?? null) : null,
      from,
      until,
    })),
  };
}

/** Somebody to whom a part goes: by an action of it, or because the police named him or her. */
interface Recipient {
  id: string;
  named: boolean;
}

function ownersOf(actions: readonly Action[]): Recipient[] {
  return [...new Set(actions.map(({ standing }) => standing.ownerId))].map((id) => ({ id, named: false }));
}

/** The steps that give a part to its recipients, and take it from those who have no part in it any more. */
function stepsOfPart(
  context: Ctx<object>,
  part: Part,
  recipients: readonly Recipient[],
  actions: readonly Action[],
  shared: Pick<CopyWords, 'power' | 'purpose' | 'decider' | 'forwarded'>,
): Step[] {
  const { record, commandId } = context;
  const { plan } = record.standing;
  if (!plan) return [];
  const held = copiesOf(context).filter(({ standing }) => standing.part === part);
  const there = recipients.filter(({ id }) => accountOf(context, id)?.endedAt === null);
  const words: CopyWords = {
    version: plan.version,
    kind: plan.kind,
    agreedAt: plan.agreedAt,
    actions: actions.map((one) => copied(context, one)),
    recipients: there.map(({ id }) => {
      const account = accountOf(context, id);
      return { name: account?.name ?? '', role: account?.roles[0] ?? null };
    }),
    ...shared,
  };
  const issued = there.map(({ id, named }, index): Step => {
    const known = held.find(({ standing }) => standing.recipientId === id);
    const payload: IssueCopyPayload = {
      ...keptOfCaseAbove(record),
      part,
      recipientId: id,
      recipientName: accountOf(context, id)?.name ?? '',
      named,
      words,
    };
    const fresh = localId.planCopy + (part === 'safety' ? 0 : 500) + index;
    return {
      record: { kind: 'planCopy', id: known?.id ?? derivedId(commandId, fresh) },
      event: 'issue-copy',
      payload,
      parentId: record.id,
    };
  });
  const gone = held.filter(
    ({ standing, state }) => state !== 'ended' && !there.some(({ id }) => id === standing.recipientId),
  );
  return [
    ...issued,
    ...gone.map(
      ({ id }): Step => ({ record: { kind: 'planCopy', id }, event: 'withdraw-copy', payload: {} }),
    ),
  ];
}

/** Whether a contact caution names somebody: nothing of the plan goes to him or her. */
const isCautioned = (context: Ctx<object>, id: string): boolean =>
  isChildCautionedByName(context, accountOf(context, id)?.name ?? '');

/** Whom the police named already, and who still holds the part for it. */
const namedBefore = (context: Ctx<object>): Recipient[] =>
  copiesOf(context)
    .filter(({ standing, state }) => standing.named && state !== 'ended')
    .map(({ standing }) => ({ id: standing.recipientId, named: true }));

function recipientsOf(
  context: Ctx<object>,
  part: Part,
  actions: readonly Action[],
  also: readonly string[] = [],
): Recipient[] {
  const owners = ownersOf(actions).filter(({ id }) => !isCautioned(context, id));
  if (part === 'safety') return owners;
  const others = [...namedBefore(context), ...also.map((id) => ({ id, named: true }))];
  const known = new Set(owners.map(({ id }) => id));
  const once = others.filter(({ id }, index) => others.findIndex((one) => one.id === id) === index);
  return [...owners, ...once.filter(({ id }) => !known.has(id) && !isCautioned(context, id))];
}

const parts: readonly Part[] = ['safety', 'disruption'];

/** A plan that is shared goes to each partner as it was agreed: of each part to those alone to whom it goes. */
export function sharedCopies(context: Ctx<SharePlanPayload>): Step[] {
  const { power, purpose, disruptionAlso } = context.payload;
  const shared = { power, purpose, decider: context.actor.name, forwarded: false };
  return parts.flatMap((part) => {
    const actions = agreedActions(context, part);
    const recipients = recipientsOf(context, part, actions, disruptionAlso?.userIds);
    return stepsOfPart(context, part, recipients, actions, shared);
  });
}

/** Those who hold a part already and have a part in its next version: it goes to them at once. */
function forwardedTo(context: Ctx<object>, part: Part): Recipient[] {
  const holders = new Set(
    copiesOf(context)
      .filter(({ standing, state }) => standing.part === part && state !== 'ended')
      .map(({ standing }) => standing.recipientId),
  );
  return recipientsOf(context, part, openActions(context, part)).filter(({ id }) => holders.has(id));
}

const heldBySomebody = (context: Ctx<object>, part: Part): boolean =>
  copiesOf(context).some(({ standing, state }) => standing.part === part && state !== 'ended');

const unknownSharing = { power: null, purpose: null, decider: null };

/** A new version replaces the one that is held: those who hold the old, and still have a part, have it at once, on the terms on which they were given that. */
export function forwardedCopies(context: Ctx<AgreePlanPayload>): Step[] {
  return parts.flatMap((part) => {
    if (!heldBySomebody(context, part)) return [];
    const shared = { ...(lastSharing(context, part) ?? unknownSharing), forwarded: true };
    return stepsOfPart(context, part, forwardedTo(context, part), openActions(context, part), shared);
  });
}

/** What forwarding a version leaves in the sharing ledger: to whom each part went, under what power, and who had decided it. */
export function forwardedRows(context: Ctx<AgreePlanPayload>, version: number): Effect[] {
  return parts.flatMap((part): Effect[] => {
    const shared = lastSharing(context, part);
    const recipients = forwardedTo(context, part).map(({ id }) => id);
    if (!shared || recipients.length === 0) return [];
    const kind = part === 'safety' ? 'sharing' : 'sharing-disruption';
    return [{ do: 'write', kind, class: part, body: { ...shared, version, forwarded: true, recipients } }];
  });
}

/** A case that closes takes its copies back: they are read for the days of grace. */
export function withdrawnCopies(context: Ctx<object>): Step[] {
  return copiesOf(context)
    .filter(({ state }) => state !== 'ended')
    .map(({ id }) => ({ record: { kind: 'planCopy', id }, event: 'withdraw-copy', payload: {} }));
}
