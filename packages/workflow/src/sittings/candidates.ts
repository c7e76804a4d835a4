import { regionsOf } from '../child-cases/rules.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { StoredRecord } from '../model.js';
import { regionsOfStrand } from '../strand-cases/rules.js';
import type { StrandCaseStanding } from '../strand-cases/standing.js';
import type { CandidateAsked, CandidateFacts, CandidateReason } from './candidate-lists.js';
import { clockOf, ofEveryStrand, reviewReason, why } from './candidate-reason.js';
import { ofChild } from './child-candidates.js';

const strandList = { personCase: 'person', locationCase: 'location', cluster: 'cluster' } as const;

function ofStrand(
  record: StoredRecord<StrandCaseStanding>,
  facts: CandidateFacts,
  asked: CandidateAsked,
): CandidateReason[] {
  const list = strandList[record.kind as keyof typeof strandList];
  const { listing, lastDecision, chairsAction } = record.standing;
  const action = clockOf(facts, 'chairs-action');
  const screening = clockOf(facts, 'nomination-screening');
  const necessity = clockOf(facts, 'person-necessity');
  const meeting = clockOf(facts, 'cluster-meeting');
  return [
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
    ...(screening
      ? [why(list, 'It waits for its screening.', { since: screening.start, due: screening.due })]
      : []),
    ...(necessity
      ? [why(list, 'The review of necessity is due by this sitting.', { due: necessity.due })]
      : []),
    ...(meeting ? [why(list, 'The complex abuse meeting is due.', { due: meeting.due })] : []),
    ...(listing && !lastDecision ? [why(list, 'Listed, and not heard before.', { since: listing.at })] : []),
    ...reviewReason(record.standing, asked, list),
  ];
}

/** What stands on the books by a clock of its own and is no case. */
function ofClock(record: StoredRecord, facts: CandidateFacts): CandidateReason[] {
  const [clock] = facts.clocks;
  if (!clock) return [];
  const { start, due } = clock;
  switch (record.kind) {
    case 'disruptionMeasure':
      return [why('order', 'An order or measure runs out.', { due })];
    case 'intelligenceRequirement':
      return [why('requirement', 'The answer is due by this sitting.', { since: start, due })];
    case 'challenge':
      return [why('escalation', 'A challenge is open.', { since: start, due })];
    default:
      return [];
  }
}

/**
 * Why a record is a candidate for a sitting, the weightiest reason first; what is listed and due for nothing stands last,
 * so that nothing on the list is out of sight. A high case is heard at its first sitting and at each until the profile's
 * number of reviews in a row find the plan working, then by exception.
 */
export function candidateReasons(
  record: StoredRecord,
  facts: CandidateFacts,
  asked: CandidateAsked,
): CandidateReason[] {
  if (record.kind === 'childCase') {
    const found = ofChild(record as StoredRecord<ChildCaseStanding>, facts, asked);
    return found.length > 0 || regionsOf(record).panel !== 'listed' ? found : [notDue(record)];
  }
  if (record.kind in strandList) {
    const found = ofStrand(record as StoredRecord<StrandCaseStanding>, facts, asked);
    return found.length > 0 || regionsOfStrand(record).panel !== 'listed' ? found : [notDue(record)];
  }
  return ofClock(record, facts);
}

function notDue({ standing }: StoredRecord): CandidateReason {
  const { listing, lastDecision } = standing as StrandCaseStanding;
  const next = listing?.until ?? lastDecision?.nextReview ?? null;
  const words = listing?.until
    ? 'The listing is deferred.'
    : 'Its review is due after this sitting; add it where something has come up.';
  return why('not-due', words, { since: lastDecision?.at ?? listing?.at ?? null, due: next });
}
