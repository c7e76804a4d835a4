import type { Page } from './page.js';
import { page as answerConsultation } from './pages/access-consultations/answer-consultation/page.js';
import { page as askAgency } from './pages/access-consultations/ask-agency/page.js';
import { page as viewConsultation } from './pages/access-consultations/view/page.js';
import { page as approveResponse } from './pages/access-requests/approve-response/page.js';
import { page as askRequester } from './pages/access-requests/ask-requester/page.js';
import { page as confirmIdentity } from './pages/access-requests/confirm-identity/page.js';
import { page as decideItems } from './pages/access-requests/decide-items/page.js';
import { page as extendTime } from './pages/access-requests/extend-time/page.js';
import { page as gatherBundle } from './pages/access-requests/gather-bundle/page.js';
import { page as issueResponse } from './pages/access-requests/issue-response/page.js';
import { page as listAccessRequests } from './pages/access-requests/list/page.js';
import { page as recordRequesterAnswer } from './pages/access-requests/record-answer/page.js';
import { page as recordAccessRequest } from './pages/access-requests/record-request/page.js';
import { page as refuseRequest } from './pages/access-requests/refuse-request/page.js';
import { page as accessResponse } from './pages/access-requests/response/page.js';
import { page as returnResponse } from './pages/access-requests/return-response/page.js';
import { page as viewAccessRequest } from './pages/access-requests/view/page.js';
import { page as withdrawRequest } from './pages/access-requests/withdraw-request/page.js';
import { page as approveDisposal } from './pages/disposals/approve-disposal/page.js';
import { page as carryOutDisposal } from './pages/disposals/carry-out/page.js';
import { page as disposalCertificate } from './pages/disposals/certificate/page.js';
import { page as disposalsDue } from './pages/disposals/due/page.js';
import { page as listDisposals } from './pages/disposals/list/page.js';
import { page as proposeDisposal } from './pages/disposals/propose-disposal/page.js';
import { page as refuseDisposal } from './pages/disposals/refuse-disposal/page.js';
import { page as viewDisposal } from './pages/disposals/view/page.js';
import { page as withdrawDisposal } from './pages/disposals/withdraw-disposal/page.js';
import { page as approveExport } from './pages/exports/approve-export/page.js';
import { page as beginDownload } from './pages/exports/begin-download/page.js';
import { page as chooseCases } from './pages/exports/choose-cases/page.js';
import { page as exportFile } from './pages/exports/file/page.js';
import { page as listExports } from './pages/exports/list/page.js';
import { page as packForReview } from './pages/exports/peer-review/page.js';
import { page as refuseExport } from './pages/exports/refuse-export/page.js';
import { page as requestExport } from './pages/exports/request-export/page.js';
import { page as requestPeerReview } from './pages/exports/request-peer-review/page.js';
import { page as viewExport } from './pages/exports/view/page.js';
import { page as withdrawExport } from './pages/exports/withdraw-export/page.js';

/** The pages of information governance: disposals, access requests, exports, by hand. */
export const governancePages: readonly Page[] = [
  listDisposals,
  disposalsDue,
  proposeDisposal,
  viewDisposal,
  approveDisposal,
  refuseDisposal,
  withdrawDisposal,
  carryOutDisposal,
  disposalCertificate,
  listAccessRequests,
  recordAccessRequest,
  viewAccessRequest,
  confirmIdentity,
  askRequester,
  recordRequesterAnswer,
  extendTime,
  gatherBundle,
  decideItems,
  approveResponse,
  returnResponse,
  issueResponse,
  accessResponse,
  refuseRequest,
  withdrawRequest,
  askAgency,
  viewConsultation,
  answerConsultation,
  listExports,
  requestExport,
  viewExport,
  approveExport,
  refuseExport,
  withdrawExport,
  beginDownload,
  exportFile,
  chooseCases,
  requestPeerReview,
  packForReview,
];
