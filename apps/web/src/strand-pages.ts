import type { Page } from './page.js';
import { page as acceptReportPlace } from './pages/location-cases/accept-report/page.js';
import { page as addBasisPlace } from './pages/location-cases/add-basis/page.js';
import { page as allocateOfficerPlace } from './pages/location-cases/allocate-officer/page.js';
import { page as approveRemovalPlace } from './pages/location-cases/approve-removal/page.js';
import { page as changeReleasePlace } from './pages/location-cases/change-release/page.js';
import { page as correctRecordPlace } from './pages/location-cases/correct-record/page.js';
import { page as declineReportPlace } from './pages/location-cases/decline-report/page.js';
import { page as deferListingPlace } from './pages/location-cases/defer-listing/page.js';
import { page as listPlace } from './pages/location-cases/list/page.js';
import { page as listForPanelPlace } from './pages/location-cases/list-for-panel/page.js';
import { page as prepareReleasePlace } from './pages/location-cases/prepare-release/page.js';
import { page as proposeRemovalPlace } from './pages/location-cases/propose-removal/page.js';
import { page as recordNextCheckPlace } from './pages/location-cases/record-next-check/page.js';
import { page as recordRecallPlace } from './pages/location-cases/record-recall/page.js';
import { page as refuseRemovalPlace } from './pages/location-cases/refuse-removal/page.js';
import { page as relistPlace } from './pages/location-cases/relist/page.js';
import { page as reportPlace } from './pages/location-cases/report/page.js';
import { page as resumePlace } from './pages/location-cases/resume/page.js';
import { page as reviewNecessityPlace } from './pages/location-cases/review-necessity/page.js';
import { page as setHandlingPlace } from './pages/location-cases/set-handling/page.js';
import { page as setPriorityPlace } from './pages/location-cases/set-priority/page.js';
import { page as startScreeningPlace } from './pages/location-cases/start-screening/page.js';
import { page as suspendPlace } from './pages/location-cases/suspend/page.js';
import { page as chairsActionPlace } from './pages/location-cases/take-chairs-action/page.js';
import { page as viewPlace } from './pages/location-cases/view/page.js';
import { page as withdrawBasisPlace } from './pages/location-cases/withdraw-basis/page.js';
import { page as withdrawListingPlace } from './pages/location-cases/withdraw-listing/page.js';
import { page as mergeOfPlace } from './pages/locations/merge/page.js';
import { page as pictureOfPlaces } from './pages/locations/picture/page.js';
import { page as recordDetailsOfPlace } from './pages/locations/record-details/page.js';
import { page as recordPreventionOfPlace } from './pages/locations/record-prevention/page.js';
import { page as unmergeOfPlace } from './pages/locations/unmerge/page.js';
import { page as viewOfPlace } from './pages/locations/view/page.js';
import { page as acceptNominationPerson } from './pages/person-cases/accept-nomination/page.js';
import { page as addBasisPerson } from './pages/person-cases/add-basis/page.js';
import { page as allocateOfficerPerson } from './pages/person-cases/allocate-officer/page.js';
import { page as answerForChildPerson } from './pages/person-cases/answer-for-child/page.js';
import { page as approveRemovalPerson } from './pages/person-cases/approve-removal/page.js';
import { page as askCareManagerPerson } from './pages/person-cases/ask-care-manager/page.js';
import { page as changeReleasePerson } from './pages/person-cases/change-release/page.js';
import { page as correctRecordPerson } from './pages/person-cases/correct-record/page.js';
import { page as decidePrintingPerson } from './pages/person-cases/decide-printing/page.js';
import { page as declineNominationPerson } from './pages/person-cases/decline-nomination/page.js';
import { page as deferListingPerson } from './pages/person-cases/defer-listing/page.js';
import { page as listPerson } from './pages/person-cases/list/page.js';
import { page as listForPanelPerson } from './pages/person-cases/list-for-panel/page.js';
import { page as nominatePerson } from './pages/person-cases/nominate/page.js';
import { page as prepareReleasePerson } from './pages/person-cases/prepare-release/page.js';
import { page as proposeRemovalPerson } from './pages/person-cases/propose-removal/page.js';
import { page as recordChildToldPerson } from './pages/person-cases/record-child-told/page.js';
import { page as recordInvestigationPerson } from './pages/person-cases/record-investigation/page.js';
import { page as recordNextCheckPerson } from './pages/person-cases/record-next-check/page.js';
import { page as recordRecallPerson } from './pages/person-cases/record-recall/page.js';
import { page as refuseRemovalPerson } from './pages/person-cases/refuse-removal/page.js';
import { page as relistPerson } from './pages/person-cases/relist/page.js';
import { page as resumePerson } from './pages/person-cases/resume/page.js';
import { page as reviewNecessityPerson } from './pages/person-cases/review-necessity/page.js';
import { page as setHandlingPerson } from './pages/person-cases/set-handling/page.js';
import { page as setPriorityPerson } from './pages/person-cases/set-priority/page.js';
import { page as startScreeningPerson } from './pages/person-cases/start-screening/page.js';
import { page as suspendPerson } from './pages/person-cases/suspend/page.js';
import { page as chairsActionPerson } from './pages/person-cases/take-chairs-action/page.js';
import { page as viewPerson } from './pages/person-cases/view/page.js';
import { page as withdrawBasisPerson } from './pages/person-cases/withdraw-basis/page.js';
import { page as withdrawListingPerson } from './pages/person-cases/withdraw-listing/page.js';
import { page as mergeOfPerson } from './pages/persons/merge/page.js';
import { page as recordChildRoleOfPerson } from './pages/persons/record-child-role/page.js';
import { page as recordDetailsOfPerson } from './pages/persons/record-details/page.js';
import { page as unmergeOfPerson } from './pages/persons/unmerge/page.js';
import { page as viewOfPerson } from './pages/persons/view/page.js';

/** The pages of persons of concern and of locations, by hand, topic by topic. */
export const strandPages: readonly Page[] = [
  acceptReportPlace,
  addBasisPlace,
  allocateOfficerPlace,
  approveRemovalPlace,
  changeReleasePlace,
  correctRecordPlace,
  declineReportPlace,
  deferListingPlace,
  chairsActionPlace,
  chairsActionPerson,
  listPlace,
  listForPanelPlace,
  prepareReleasePlace,
  proposeRemovalPlace,
  recordNextCheckPlace,
  recordRecallPlace,
  refuseRemovalPlace,
  relistPlace,
  reportPlace,
  resumePlace,
  reviewNecessityPlace,
  setHandlingPlace,
  setPriorityPlace,
  startScreeningPlace,
  suspendPlace,
  viewPlace,
  withdrawBasisPlace,
  withdrawListingPlace,
  mergeOfPlace,
  pictureOfPlaces,
  recordDetailsOfPlace,
  recordPreventionOfPlace,
  unmergeOfPlace,
  viewOfPlace,
  acceptNominationPerson,
  addBasisPerson,
  allocateOfficerPerson,
  answerForChildPerson,
  approveRemovalPerson,
  askCareManagerPerson,
  changeReleasePerson,
  correctRecordPerson,
  decidePrintingPerson,
  declineNominationPerson,
  deferListingPerson,
  listPerson,
  listForPanelPerson,
  nominatePerson,
  prepareReleasePerson,
  proposeRemovalPerson,
  recordChildToldPerson,
  recordInvestigationPerson,
  recordNextCheckPerson,
  recordRecallPerson,
  refuseRemovalPerson,
  relistPerson,
  resumePerson,
  reviewNecessityPerson,
  setHandlingPerson,
  setPriorityPerson,
  startScreeningPerson,
  suspendPerson,
  viewPerson,
  withdrawBasisPerson,
  withdrawListingPerson,
  mergeOfPerson,
  recordChildRoleOfPerson,
  recordDetailsOfPerson,
  unmergeOfPerson,
  viewOfPerson,
];
