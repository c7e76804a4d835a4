import { CommandBody, ReasonBody } from '../command.js';
import { addBasis } from './add-basis.js';
import { allocateOfficer } from './allocate-officer.js';
import { approveRemoval } from './approve-removal.js';
import { changeRelease } from './change-release.js';
import { correctRecord } from './correct-record.js';
import { deferListing } from './defer-listing.js';
import { listForPanel } from './list-for-panel.js';
import { ofBothStrands } from './of-both-strands.js';
import { prepareRelease } from './prepare-release.js';
import { proposeRemoval } from './propose-removal.js';
import { recordStrandCheck } from './record-next-check.js';
import { recordRecall } from './record-recall.js';
import { resumeStrand } from './resume.js';
import { reviewNecessity } from './review-necessity.js';
import { setHandling } from './set-handling.js';
import { setPriority } from './set-priority.js';
import { suspendStrand } from './suspend.js';
import { takeStrandAction } from './take-chairs-action.js';
import { withdrawBasis } from './withdraw-basis.js';

/** The commands of a case that ask the same of a person of concern and of a location. */
export const sharedCommands = [
  ofBothStrands('start-screening', CommandBody),
  addBasis,
  withdrawBasis,
  setPriority,
  setHandling,
  allocateOfficer,
  reviewNecessity,
  suspendStrand,
  changeRelease,
  prepareRelease,
  resumeStrand,
  proposeRemoval,
  approveRemoval,
  recordRecall,
  recordStrandCheck,
  correctRecord,
  listForPanel,
  deferListing,
  takeStrandAction,
  ofBothStrands('refuse-removal', ReasonBody),
  ofBothStrands('relist', ReasonBody),
  ofBothStrands('withdraw-listing', ReasonBody),
];
