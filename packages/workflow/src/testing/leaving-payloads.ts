import type { RecordAdultPathwayPayload } from '../child-cases/adulthood.js';
import type { RecordPlacementAreaPayload } from '../child-cases/placement-area.js';
import type { AcceptTransferPayload, TransferOutPayload } from '../child-cases/transfer.js';

/** A transfer to a made-up area where nobody has an account, unless told otherwise. */
export function aTransfer(over: Partial<TransferOutPayload> = {}): TransferOutPayload {
  return {
    area: 'Made-up Borough',
    contact: 'Pat Elsewhere, by telephone',
    movedOn: '2026-11-01',
    reason: 'The family has moved there',
    needToKnow: 'The child is met from school by the aunt (made up)',
    power: 'Children Act 1989 s.27',
    ...over,
  };
}

/** An acceptance as the sender records it. */
export function anAcceptance(over: Partial<AcceptTransferPayload> = {}): AcceptTransferPayload {
  return { takenOnBy: 'Pat Elsewhere', answeredBy: 'Pat Elsewhere, in writing', ...over };
}

/** An adult pathway with its outcome. */
export function anAdultPathway(over: Partial<RecordAdultPathwayPayload> = {}): RecordAdultPathwayPayload {
  return {
    decision: 'accepted',
    service: 'Made-up adult safeguarding team',
    decidedBy: 'Ali Adult',
    reasons: 'Made-up reasons',
    view: 'I want to keep my worker',
    ...over,
  };
}

/** Another area that placed the child here, unless told otherwise. */
export function aPlacementArea(over: Partial<RecordPlacementAreaPayload> = {}): RecordPlacementAreaPayload {
  return {
    as: 'host',
    area: 'Made-up County',
    contact: 'Pat Elsewhere, 01632 960000',
    since: '2026-10-01',
    notification: 'A made-up notification of the placement',
    ...over,
  };
}
