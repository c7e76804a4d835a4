import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { Context } from '../model.js';
import { findPerson } from '../person-named.js';
import { shortened } from '../shortened.js';
import type { Effect } from '../topic.js';
import { fixedBy } from './decision-words.js';
import { asksQuorum, quorumFor } from './quorum.js';
import type { AgendaItemStanding, PanelAction, RecordPanelDecisionPayload } from './standing.js';

type Ctx<P extends object> = Context<AgendaItemStanding, P>;

const actionsIn = ({ actions }: RecordPanelDecisionPayload, part: PanelAction['part']): PanelAction[] =>
  actions.filter((one) => one.part === part);

/** With the name of the owner, or of the agency that names one, as it is now: minutes are composed where accounts are not read. */
function named(actions: readonly PanelAction[], { facts }: Pick<Ctx<object>, 'facts'>): object[] {
  const agency = (id: string | undefined) =>
    (
      facts.related.find((one) => one.kind === 'agency' && one.id === id)?.standing as
        | { name?: string }
        | undefined
    )?.name ?? '';
  return actions.map((one) => ({
    ...one,
    ownerName: one.agencyId ? agency(one.agencyId) : (findPerson(facts, one.ownerId)?.name ?? ''),
  }));
}

function writtenApart(context: Ctx<RecordPanelDecisionPayload>): Effect[] {
  const actions = actionsIn(context.payload, 'disruption');
  if (actions.length === 0) return [];
  const body = { actions: named(actions, context), by: context.actor.name };
  return [{ do: 'write', kind: 'decision-disruption', class: 'disruption', body }];
}

/** What was answered about words and grade stands with the case, where the grade does. */
function asMinuted({ contradictions: _answered, ...decision }: RecordPanelDecisionPayload): object {
  return decision;
}

/** A chair’s action after the item was made is minuted with it all the same. */
function toMinute({ locked, record }: Ctx<object>): Partial<AgendaItemStanding> {
  const about = locked.find(({ id }) => id === record.standing.caseId);
  const { chairsAction } = (about?.standing ?? {}) as Partial<ChildCaseStanding>;
  return chairsAction ? { chairsAction } : {};
}

/**
 * Keeps a decision with its reasons, who was there to take it, and whether they were a quorum. What is done about those
 * who harm stands apart from what the whole sitting reads, down to its number.
 */
export function recordDecision(context: Ctx<RecordPanelDecisionPayload>): Effect[] {
  const { payload, happened, actor } = context;
  const quorum = quorumFor(context);
  const inquorate = quorum.quorate ? {} : { inquorate: true as const };
  return [
    {
      do: 'write',
      kind: 'decision',
      class: 'sheet',
      body: {
        ...asMinuted(payload),
        ...fixedBy(context),
        actions: named(actionsIn(payload, 'safety'), context),
        quorum,
        by: actor.name,
      },
    },
    ...writtenApart(context),
    {
      do: 'set',
      patch: {
        decision: {
          decision: payload.decision,
          at: happened,
          reasons: shortened(payload.reasons, 300),
          actions: actionsIn(payload, 'safety').length,
          nextReview: payload.nextReview ?? null,
          watcher: payload.watcher ?? null,
          nextCheck: payload.nextCheck ?? null,
          ...inquorate,
          ...(asksQuorum(context) ? { needsQuorum: true as const } : {}),
        },
        ...toMinute(context),
      },
    },
    ...(quorum.quorate ? [] : [{ do: 'start', rule: 'ratification', who: 'role:chair' } as const]),
  ];
}
