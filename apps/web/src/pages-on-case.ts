import type { Page } from './page.js';
import { page as answerChallenge } from './pages/challenges/answer-challenge/page.js';
import { page as escalateChallenge } from './pages/challenges/escalate-challenge/page.js';
import { page as listChallenges } from './pages/challenges/list/page.js';
import { page as raiseChallenge } from './pages/challenges/raise-challenge/page.js';
import { page as resolveChallenge } from './pages/challenges/resolve-challenge/page.js';
import { page as viewChallenge } from './pages/challenges/view/page.js';
import { page as withdrawChallenge } from './pages/challenges/withdraw-challenge/page.js';
import { page as releaseContactCaution } from './pages/child-cases/release-contact-caution/page.js';
import { page as setContactCaution } from './pages/child-cases/set-contact-caution/page.js';
import { page as changeCarer } from './pages/children/change-carer/page.js';
import { page as endCarer } from './pages/children/end-carer/page.js';
import { page as recordAboutMe } from './pages/children/record-about-me/page.js';
import { page as recordCarer } from './pages/children/record-carer/page.js';
import { page as recordStatusLine } from './pages/children/record-status-line/page.js';
import { page as answerInformation } from './pages/information-requests/answer-information/page.js';
import { page as chaseAnswer } from './pages/information-requests/chase-answer/page.js';
import { page as feedBack } from './pages/information-requests/feed-back/page.js';
import { page as listRequests } from './pages/information-requests/list/page.js';
import { page as requestInformation } from './pages/information-requests/request-information/page.js';
import { page as viewRequest } from './pages/information-requests/view/page.js';
import { page as withdrawInformationRequest } from './pages/information-requests/withdraw-request/page.js';
import { page as judgementLists } from './pages/judgement-lists/list/page.js';
import { page as answerNotice } from './pages/notices/answer-notice/page.js';
import { page as decideNotice } from './pages/notices/decide-notice/page.js';
import { page as recordNotice } from './pages/notices/record-notice/page.js';
import { page as sendNotice } from './pages/notices/send-notice/page.js';
import { page as viewNotice } from './pages/notices/view/page.js';
import { page as acceptService } from './pages/service-episodes/accept-service/page.js';
import { page as carryService } from './pages/service-episodes/carry-service/page.js';
import { page as declineService } from './pages/service-episodes/decline-service/page.js';
import { page as endService } from './pages/service-episodes/end-service/page.js';
import { page as referService } from './pages/service-episodes/refer-service/page.js';
import { page as startService } from './pages/service-episodes/start-service/page.js';
import { page as viewService } from './pages/service-episodes/view/page.js';
import { page as sharingLedger } from './pages/sharing-ledger/list/page.js';

/** The pages of what hangs on a case besides the actions of its plan, by hand, topic by topic. */
export const pagesOnCase: readonly Page[] = [
  answerChallenge,
  escalateChallenge,
  listChallenges,
  raiseChallenge,
  resolveChallenge,
  viewChallenge,
  withdrawChallenge,
  answerInformation,
  chaseAnswer,
  feedBack,
  listRequests,
  requestInformation,
  viewRequest,
  withdrawInformationRequest,
  answerNotice,
  decideNotice,
  recordNotice,
  sendNotice,
  viewNotice,
  acceptService,
  carryService,
  declineService,
  endService,
  referService,
  startService,
  viewService,
  sharingLedger,
  judgementLists,
  setContactCaution,
  releaseContactCaution,
  recordAboutMe,
  recordCarer,
  changeCarer,
  endCarer,
  recordStatusLine,
];
