import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault } from '../model.js';
import { findPerson } from '../person-named.js';
import { isNamedFor } from '../plan-actions/given-apart.js';
import { strandDecisions, unwatchedRemovals } from '../strand-cases/codes.js';
import { quorumFaults } from './quorum.js';
import type { AgendaItemStanding, PanelAction, RecordPanelDecisionPayload } from './standing.js';

type Ctx<P extends object> = Context<AgendaItemStanding, P>;

/** On an item without a case a sitting decides no grade and closes no case. */
function subjectDecisionFaults({ decision }: RecordPanelDecisionPayload): Fault[] {
  if (strandDecisions.includes(decision)) return [];
  const detail = `On an item without a case a sitting decides one of ${strandDecisions.join(', ')}.`;
  return [{ pointer: '/decision', code: 'subject', detail }];
}

/** What a sitting may not decide on a person or a place, or not in this way. */
function strandFaults({ payload, record }: Ctx<RecordPanelDecisionPayload>): Fault[] {
  const fault = (pointer: string, detail: string): Fault[] => [{ pointer, code: 'strand', detail }];
  if (record.standing.subject) return subjectDecisionFaults(payload);
  if (!record.standing.caseKind)
    return payload.removalReason || payload.removalTold
      ? fault(
          '/removalReason',
          'Only the listing of a person or a place is removed with a reason of its own.',
        )
      : [];
  const { decision } = payload;
  return [
    ...(record.standing.caseKind === 'cluster' && decision === 'remove'
      ? fault('/decision', 'A cluster is closed on its own page, once it was discussed.')
      : []),
    ...(strandDecisions.includes(decision)
      ? []
      : fault('/decision', `On a person or a place a sitting decides one of ${strandDecisions.join(', ')}.`)),
  ];
}

/** To refer names a panel that sits, and another than this one; where the partnership keeps none, there is none to name. */
function referFaults({ payload, facts, record }: Ctx<RecordPanelDecisionPayload>): Fault[] {
  const { decision, referTo } = payload;
  const fault = (code: string, detail: string): Fault[] => [{ pointer: '/referTo', code, detail }];
  if (decision !== 'refer')
    return referTo ? fault('noReferral', 'Only a decision to refer names another panel.') : [];
  const own = record.standing.panelId;
  if (!referTo) return own ? fault('asked', 'Choose the panel to which the case is referred.') : [];
  const panel = facts.related.find(({ kind, id }) => kind === 'panel' && id === referTo);
  return panel?.state === 'active' && referTo !== own
    ? []
    : fault('noPanel', 'The case is referred to another panel that sits.');
}

/** An action has an owner with an account, or an agency on the books whose lead names one; never both. */
function givenFaults(
  { ownerId, agencyId }: PanelAction,
  facts: Ctx<object>['facts'],
): Omit<Fault, 'pointer'>[] {
  if (!agencyId)
    return findPerson(facts, ownerId)
      ? []
      : [{ code: 'noOwner', detail: 'The owner is somebody with an account, or an agency that names one.' }];
  if (ownerId) return [{ code: 'both', detail: 'Give it to somebody by name, or to an agency.' }];
  return facts.related.some(({ kind, id }) => kind === 'agency' && id === agencyId)
    ? []
    : [{ code: 'noAgency', detail: 'The agency is one of the partnership.' }];
}

const endsListing = ['remove', 'close'];

/** What ends takes no new action, but for a theme, of which something may be left to do. */
function endedFaults({ payload, record }: Ctx<RecordPanelDecisionPayload>): Fault[] {
  const { decision, actions } = payload;
  const ends = decision === 'close' || (decision === 'remove' && record.standing.caseKind !== undefined);
  if (!ends || actions.length === 0) return [];
  const detail =
    decision === 'close'
      ? 'A case that closes takes no new action: hand it over, or decide otherwise.'
      : 'A listing that ends takes no new action: what is open ends with it.';
  return [{ pointer: '/actions', code: 'closing', detail }];
}

/** What only those named may know of is given to one of them: whoever else had it would learn that there is such a record. */
function closedFaults({ payload, record, locked, at }: Ctx<RecordPanelDecisionPayload>): Fault[] {
  const { caseKind, caseId } = record.standing;
  if (!caseKind) return [];
  const about = locked.find(({ id }) => id === caseId);
  const { access } = about?.standing ?? {};
  if (!access?.closed) return [];
  const knows = ({ ownerId }: PanelAction) => isNamedFor(access, ownerId ?? null, at);
  return payload.actions.flatMap((action, index) =>
    knows(action)
      ? []
      : [
          {
            pointer: `/actions/${index}/ownerId`,
            code: 'closed',
            detail: 'Only those named may know of this record: give its actions to one of them by name.',
          },
        ],
  );
}

/** Why nobody is watched from now on although a listing ends: a theme is nobody, and of some endings nothing is left to watch. */
function whyUnwatched({ payload, record }: Ctx<RecordPanelDecisionPayload>): string | null {
  if (payload.decision !== 'remove') return null;
  if (record.standing.subject) return 'Nobody is watched after a theme is done with: leave it out.';
  return record.standing.caseKind && unwatchedRemovals.includes(payload.removalReason ?? '')
    ? 'Nobody is watched who has died, nor what has ended for good or was never so: leave it out.'
    : null;
}

/** Who watches and the next check instead of a review, where the listing ends; neither where nothing is left to watch. */
function datesAsked(context: Ctx<RecordPanelDecisionPayload>): Fault[] {
  const { decision, watcher, nextCheck, nextReview } = context.payload;
  const asked = (pointer: string, detail: string): Fault => ({ pointer, code: 'asked', detail });
  const unwatched = whyUnwatched(context);
  if (unwatched)
    return watcher || nextCheck
      ? [{ pointer: watcher ? '/watcher' : '/nextCheck', code: 'unwatched', detail: unwatched }]
      : [];
  if (endsListing.includes(decision))
    return [
      ...(watcher ? [] : [asked('/watcher', 'Name who watches from now on.')]),
      ...(nextCheck ? [] : [asked('/nextCheck', 'Give the date of the next check.')]),
    ];
  return nextReview ? [] : [asked('/nextReview', 'The next review date is fixed before the item ends.')];
}

/** Payload rules of a decision: what an inquorate sitting cannot decide, which dates it fixes, who gets its actions. */
export function decisionFaults(context: Ctx<RecordPanelDecisionPayload>): Fault[] {
  const { payload, profile, at, facts } = context;
  const today = localDate(at, profile.timeZone);
  const faults: Fault[] = [...quorumFaults(context), ...datesAsked(context)];
  for (const field of ['nextReview', 'nextCheck'] as const)
    if (payload[field] && (payload[field] as string) <= today)
      faults.push({ pointer: `/${field}`, code: 'future', detail: 'The date is still to come.' });
  const regrades = payload.decision === 'regrade' || payload.decision === 'step-down';
  if (!regrades && payload.grade)
    faults.push({
      pointer: '/grade',
      code: 'noRegrade',
      detail: 'Only a decision to regrade or step down sets a grade.',
    });
  if (regrades && !payload.grade)
    faults.push({ pointer: '/grade', code: 'asked', detail: 'Give the grade that the sitting decided.' });
  faults.push(...endedFaults(context), ...closedFaults(context));
  faults.push(...strandFaults(context), ...referFaults(context));
  payload.actions.forEach((action, index) => {
    faults.push(
      ...givenFaults(action, facts).map((fault) => ({ ...fault, pointer: `/actions/${index}/ownerId` })),
    );
    if (action.due < today)
      faults.push({
        pointer: `/actions/${index}/due`,
        code: 'past',
        detail: 'The due date is today or later.',
      });
  });
  return faults;
}
