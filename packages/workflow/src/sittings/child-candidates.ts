import { isHighUnlisted } from '../child-cases/queue.js';
import { regionsOf } from '../child-cases/rules.js';
import { type ChildCaseStanding, rulingGrade } from '../child-cases/standing.js';
import type { StoredRecord } from '../model.js';
import { gradeDrop } from '../profile/grade.js';
import type { Profile } from '../profile/profile.js';
import type { CandidateAsked, CandidateFacts, CandidateReason } from './candidate-lists.js';
import { clockOf, ofEveryStrand, reviewReason, why } from './candidate-reason.js';

type Child = StoredRecord<ChildCaseStanding>;

/** Whether so many reviews in a row found the plan working: from then on a high case returns by exception. */
export function isFoundWorking(decided: readonly string[], { panel }: Profile): boolean {
  const asked = panel.reviewsFindingPlanWorking;
  return decided.length >= asked && decided.slice(0, asked).every((one) => one === 'continue');
}

/** A child comes back while high, until so many reviews find the plan working; one whom nobody has listed yet is brought up too. */
function highReason(record: Child, facts: CandidateFacts, { profile }: CandidateAsked): CandidateReason[] {
  const { standing } = record;
  if (rulingGrade(standing) !== 'high') return [];
  const since = standing.confirmed?.at ?? standing.proposed?.at ?? null;
  if (isHighUnlisted(record))
    return [why('high', 'Graded high and on no list: list it for the first sitting.', { since })];
  if (regionsOf(record).panel === 'notListed') return [];
  if (facts.decided.length === 0) return [why('high', 'Graded high: heard at the first sitting.', { since })];
  if (isFoundWorking(facts.decided, profile)) return [];
  return [
    why(
      'high',
      `Graded high: heard at each sitting until ${profile.panel.reviewsFindingPlanWorking} reviews in a row find the plan working.`,
      { since },
    ),
  ];
}

function stepDownReason({ standing }: Child): CandidateReason[] {
  const { proposed, confirmed, listing } = standing;
  if (proposed && confirmed && !proposed.rose && gradeDrop(confirmed.grade, proposed.grade) > 0)
    return [
      why('step-down', `A step down from ${confirmed.grade} to ${proposed.grade} is proposed.`, {
        since: proposed.at,
      }),
    ];
  return listing?.basis === 'step-down'
    ? [why('step-down', 'Listed for a step down.', { since: listing.at })]
    : [];
}

function planReason({ standing }: Child): CandidateReason[] {
  const { listing, lastDecision } = standing;
  if (listing?.basis === 'plan-not-working')
    return [why('plan-not-working', 'Listed because the plan is not working.', { since: listing.at })];
  return lastDecision?.decision === 'change-plan'
    ? [why('plan-not-working', 'The last sitting asked for another plan.', { since: lastDecision.at })]
    : [];
}

function missingReason({ standing }: Child, facts: CandidateFacts): CandidateReason[] {
  const clock = clockOf(facts, 'repeat-missing-discussion');
  if (clock)
    return [
      why('missing', 'Repeatedly missing: a strategy discussion is asked for.', {
        since: clock.start,
        due: clock.due,
      }),
    ];
  const { listing } = standing;
  return listing?.basis === 'repeat-missing'
    ? [why('missing', 'Listed because of going missing repeatedly.', { since: listing.at })]
    : [];
}

function areaReason({ standing }: Child): CandidateReason[] {
  const { hosting, transfer, listing } = standing;
  if (transfer && !transfer.acceptedAt)
    return [
      why('out-of-area', `A transfer to ${transfer.area} waits for its answer.`, { since: transfer.at }),
    ];
  if (hosting)
    return [
      why(
        'out-of-area',
        hosting.as === 'host' ? `Placed here by ${hosting.area}.` : `Placed by this area in ${hosting.area}.`,
        { since: hosting.since },
      ),
    ];
  return listing?.basis === 'transfer'
    ? [why('out-of-area', 'Listed because of a transfer.', { since: listing.at })]
    : [];
}

function adultReason({ standing }: Child, facts: CandidateFacts, asked: CandidateAsked): CandidateReason[] {
  const clock = clockOf(facts, 'eighteenth-birthday');
  if (clock && clock.due <= asked.nextStartsAt)
    return [why('turning-18', 'Turns 18 before the sitting after this one.', { due: clock.due })];
  const { listing } = standing;
  return listing?.basis === 'turning-18'
    ? [why('turning-18', 'Listed because of turning 18.', { since: listing.at })]
    : [];
}

/** Why the case of a child is a candidate, the weightiest reason first; nothing where nothing brings it up. */
export function ofChild(record: Child, facts: CandidateFacts, asked: CandidateAsked): CandidateReason[] {
  const { listing, lastDecision, chairsAction } = record.standing;
  const listed = regionsOf(record).panel === 'listed';
  const action = clockOf(facts, 'chairs-action');
  const reasons = [
    ...ofEveryStrand(facts),
    ...(chairsAction
      ? [
          why('chairs-action', `Chair’s action to be minuted: ${chairsAction.did}.`, {
            since: chairsAction.at,
          }),
        ]
      : []),
    ...(action
      ? [why('chairs-action', 'The sitting was cancelled: it waits for chair’s action.', { due: action.due })]
      : []),
    ...stepDownReason(record),
    ...planReason(record),
    ...missingReason(record, facts),
    ...areaReason(record),
    ...adultReason(record, facts, asked),
    ...(listed && !lastDecision && listing
      ? [why('new', 'Listed, and not heard before.', { since: listing.at })]
      : []),
    ...reviewReason(record.standing, asked, 'review'),
  ];
  const high = highReason(record, facts, asked);
  const [carried] = reasons[0]?.list === 'carried' ? reasons : [];
  return carried ? [carried, ...high, ...reasons.slice(1)] : [...high, ...reasons];
}
