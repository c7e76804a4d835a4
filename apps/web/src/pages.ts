import { childCasePages } from './child-case-pages.js';
import { filePages } from './file-pages.js';
import { incidentPages } from './incident-pages.js';
import { intelligencePages } from './intelligence-pages.js';
import { linkPages } from './link-pages.js';
import { measurePages } from './measure-pages.js';
import { missingPages } from './missing-pages.js';
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
import { page as changeItem } from './pages/agenda-items/change-item/page.js';
import { page as openItem } from './pages/agenda-items/open-item/page.js';
import { page as recordPanelDecision } from './pages/agenda-items/record-panel-decision/page.js';
import { page as closeGlass } from './pages/break-glass/close-record/page.js';
import { page as decideGlassReview } from './pages/break-glass/decide-review/page.js';
import { page as listGlass } from './pages/break-glass/list/page.js';
import { page as openGlass } from './pages/break-glass/open-record/page.js';
import { page as viewGlass } from './pages/break-glass/view/page.js';
import { page as decideMerge } from './pages/children/decide-merge/page.js';
import { page as identifyChild } from './pages/children/identify/page.js';
import { page as listChildren } from './pages/children/list/page.js';
import { page as childLooks } from './pages/children/looks/page.js';
import { page as childLooksFile } from './pages/children/looks-file/page.js';
import { page as mergeChildren } from './pages/children/merge-children/page.js';
import { page as moveCase } from './pages/children/move-case/page.js';
import { page as childBreachDecision } from './pages/children/record-breach-decision/page.js';
import { page as unmergeChildren } from './pages/children/unmerge-children/page.js';
import { page as viewChild } from './pages/children/view/page.js';
import { page as withdrawChildEntry } from './pages/children/withdraw-entry/page.js';
import { page as withdrawIdentification } from './pages/children/withdraw-identification/page.js';
import { page as approveDisposal } from './pages/disposals/approve-disposal/page.js';
import { page as carryOutDisposal } from './pages/disposals/carry-out/page.js';
import { page as disposalCertificate } from './pages/disposals/certificate/page.js';
import { page as disposalsDue } from './pages/disposals/due/page.js';
import { page as listDisposals } from './pages/disposals/list/page.js';
import { page as proposeDisposal } from './pages/disposals/propose-disposal/page.js';
import { page as refuseDisposal } from './pages/disposals/refuse-disposal/page.js';
import { page as viewDisposal } from './pages/disposals/view/page.js';
import { page as withdrawDisposal } from './pages/disposals/withdraw-disposal/page.js';
import { page as enterWeek } from './pages/duty-rotas/enter-week/page.js';
import { page as listRotas } from './pages/duty-rotas/list/page.js';
import { page as openRota } from './pages/duty-rotas/open-rota/page.js';
import { page as swapShift } from './pages/duty-rotas/swap-shift/page.js';
import { page as approveExport } from './pages/exports/approve-export/page.js';
import { page as beginDownload } from './pages/exports/begin-download/page.js';
import { page as exportFile } from './pages/exports/file/page.js';
import { page as listExports } from './pages/exports/list/page.js';
import { page as refuseExport } from './pages/exports/refuse-export/page.js';
import { page as requestExport } from './pages/exports/request-export/page.js';
import { page as viewExport } from './pages/exports/view/page.js';
import { page as withdrawExport } from './pages/exports/withdraw-export/page.js';
import { page as approveInstrumentChange } from './pages/instrument-changes/approve-change/page.js';
import { page as proposeInstrumentChange } from './pages/instrument-changes/propose-change/page.js';
import { page as refuseInstrumentChange } from './pages/instrument-changes/refuse-change/page.js';
import { page as viewInstrumentChange } from './pages/instrument-changes/view/page.js';
import { page as withdrawInstrumentChange } from './pages/instrument-changes/withdraw-change/page.js';
import { page as listInstruments } from './pages/instruments/list/page.js';
import { page as wordsByTeam } from './pages/language/by-team/page.js';
import { page as listWords } from './pages/language/list/page.js';
import { page as liftHold } from './pages/legal-holds/lift-hold/page.js';
import { page as listHolds } from './pages/legal-holds/list/page.js';
import { page as placeHold } from './pages/legal-holds/place-hold/page.js';
import { page as reviewHold } from './pages/legal-holds/review-hold/page.js';
import { page as viewHold } from './pages/legal-holds/view/page.js';
import { page as letters } from './pages/letters/list/page.js';
import { page as settleLetter } from './pages/letters/settle/page.js';
import { page as howTold } from './pages/messages/how/page.js';
import { page as listMessages } from './pages/messages/list/page.js';
import { page as openMessage } from './pages/messages/open/page.js';
import { page as changeMembers } from './pages/panels/change-members/page.js';
import { page as changePanel } from './pages/panels/change-panel/page.js';
import { page as closePanel } from './pages/panels/close-panel/page.js';
import { page as foundPanel } from './pages/panels/found-panel/page.js';
import { page as listPanels } from './pages/panels/list/page.js';
import { page as planSeries } from './pages/panels/plan-series/page.js';
import { page as publishTerms } from './pages/panels/publish-terms/page.js';
import { page as proposeSeries } from './pages/panels/series/page.js';
import { page as viewPanel } from './pages/panels/view/page.js';
import { page as acceptAction } from './pages/plan-actions/accept-action/page.js';
import { page as addAction } from './pages/plan-actions/add-action/page.js';
import { page as answerEscalation } from './pages/plan-actions/answer-escalation/page.js';
import { page as changeAction } from './pages/plan-actions/change-action/page.js';
import { page as declineAction } from './pages/plan-actions/decline-action/page.js';
import { page as endAction } from './pages/plan-actions/end-action/page.js';
import { page as escalateAction } from './pages/plan-actions/escalate-action/page.js';
import { page as listActions } from './pages/plan-actions/list/page.js';
import { page as similarActions } from './pages/plan-actions/similar/page.js';
import { page as viewAction } from './pages/plan-actions/view/page.js';
import { page as plainDocument } from './pages/plan-copies/document/page.js';
import { page as openCopy } from './pages/plan-copies/open-copy/page.js';
import { page as recordReceipt } from './pages/plan-copies/record-receipt/page.js';
import { page as viewCopy } from './pages/plan-copies/view/page.js';
import { page as acceptProposal } from './pages/referral-proposals/accept-proposal/page.js';
import { page as declineProposal } from './pages/referral-proposals/decline-proposal/page.js';
import { page as listProposals } from './pages/referral-proposals/list/page.js';
import { page as viewProposal } from './pages/referral-proposals/view/page.js';
import { page as findRecord } from './pages/search/find/page.js';
import { page as beginSignIn } from './pages/session/begin/page.js';
import { page as callback } from './pages/session/callback/page.js';
import { page as changePassword } from './pages/session/change-password/page.js';
import { page as oneTimeCode } from './pages/session/code/page.js';
import { page as enrol } from './pages/session/enrol/page.js';
import { page as handOver } from './pages/session/hand-over/page.js';
import { page as listSessions } from './pages/session/list/page.js';
import { page as refusedSignIn } from './pages/session/refused/page.js';
import { page as signIn } from './pages/session/sign-in/page.js';
import { page as signOut } from './pages/session/sign-out/page.js';
import { page as addItem } from './pages/sittings/add-item/page.js';
import { page as addSubject } from './pages/sittings/add-subject/page.js';
import { page as agreeMinutes } from './pages/sittings/agree-minutes/page.js';
import { page as sittingCalendar } from './pages/sittings/calendar/page.js';
import { page as cancelSitting } from './pages/sittings/cancel-sitting/page.js';
import { page as changeMinutes } from './pages/sittings/change-minutes/page.js';
import { page as endSitting } from './pages/sittings/end-sitting/page.js';
import { page as sittingInvitation } from './pages/sittings/invitation/page.js';
import { page as issueLetters } from './pages/sittings/issue-letters/page.js';
import { page as issuePapers } from './pages/sittings/issue-papers/page.js';
import { page as listSittings } from './pages/sittings/list/page.js';
import { page as sittingMonth } from './pages/sittings/month/page.js';
import { page as moveSitting } from './pages/sittings/move-sitting/page.js';
import { page as openAgenda } from './pages/sittings/open-agenda/page.js';
import { page as orderItems } from './pages/sittings/order-items/page.js';
import { page as sittingPack } from './pages/sittings/pack/page.js';
import { page as recordAttendance } from './pages/sittings/record-attendance/page.js';
import { page as scheduleSitting } from './pages/sittings/schedule-sitting/page.js';
import { page as startSitting } from './pages/sittings/start-sitting/page.js';
import { page as viewSitting } from './pages/sittings/view/page.js';
import { page as disruption } from './pages/start/disruption/page.js';
import { page as start } from './pages/start/open/page.js';
import { page as oversight } from './pages/start/oversight/page.js';
import { page as unusualLookingFile } from './pages/unusual-looking/file/page.js';
import { page as unusualLooking } from './pages/unusual-looking/list/page.js';
import { page as reviewLooking } from './pages/unusual-looking/review/page.js';
import { page as addUser } from './pages/users/add-user/page.js';
import { page as changeRole } from './pages/users/change-role/page.js';
import { page as delegate } from './pages/users/delegate/page.js';
import { page as endAbsence } from './pages/users/end-absence/page.js';
import { page as endAccess } from './pages/users/end-access/page.js';
import { page as endDelegation } from './pages/users/end-delegation/page.js';
import { page as listUsers } from './pages/users/list/page.js';
import { page as ownAccount } from './pages/users/own/page.js';
import { page as recordAbsence } from './pages/users/record-absence/page.js';
import { page as sessionsOfUser } from './pages/users/sessions/page.js';
import { page as viewUser } from './pages/users/view/page.js';
import { page as whoKnew } from './pages/who-knew/view/page.js';
import { pagesOnCase } from './pages-on-case.js';
import { roomPages } from './room-pages.js';
import { strandPages } from './strand-pages.js';

/** Every page of the site: its table of contents. */
export const pages: Page[] = [
  start,
  disruption,
  oversight,
  listMessages,
  howTold,
  openMessage,
  letters,
  settleLetter,
  whoKnew,
  findRecord,
  ...childCasePages,
  ...incidentPages,
  ...intelligencePages,
  signIn,
  beginSignIn,
  callback,
  refusedSignIn,
  oneTimeCode,
  enrol,
  signOut,
  listSessions,
  changePassword,
  handOver,
  changeItem,
  openItem,
  recordPanelDecision,
  listChildren,
  identifyChild,
  withdrawIdentification,
  withdrawChildEntry,
  childBreachDecision,
  moveCase,
  mergeChildren,
  unmergeChildren,
  decideMerge,
  viewChild,
  childLooks,
  childLooksFile,
  unusualLooking,
  unusualLookingFile,
  reviewLooking,
  acceptAction,
  addAction,
  declineAction,
  openCopy,
  recordReceipt,
  plainDocument,
  viewCopy,
  changeAction,
  escalateAction,
  answerEscalation,
  endAction,
  listActions,
  similarActions,
  viewAction,
  acceptProposal,
  declineProposal,
  listProposals,
  viewProposal,
  addItem,
  addSubject,
  agreeMinutes,
  cancelSitting,
  changeMinutes,
  endSitting,
  issueLetters,
  issuePapers,
  listSittings,
  openAgenda,
  orderItems,
  sittingPack,
  recordAttendance,
  listPanels,
  foundPanel,
  viewPanel,
  changePanel,
  changeMembers,
  publishTerms,
  proposeSeries,
  planSeries,
  closePanel,
  sittingCalendar,
  sittingMonth,
  sittingInvitation,
  moveSitting,
  scheduleSitting,
  startSitting,
  viewSitting,
  addUser,
  changeRole,
  endAccess,
  listUsers,
  sessionsOfUser,
  viewUser,
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
  ...measurePages,
  ...linkPages,
  listHolds,
  placeHold,
  viewHold,
  reviewHold,
  listInstruments,
  proposeInstrumentChange,
  viewInstrumentChange,
  approveInstrumentChange,
  refuseInstrumentChange,
  withdrawInstrumentChange,
  listWords,
  wordsByTeam,
  liftHold,
  closeGlass,
  decideGlassReview,
  listGlass,
  openGlass,
  viewGlass,
  enterWeek,
  listRotas,
  openRota,
  swapShift,
  delegate,
  endAbsence,
  endDelegation,
  ownAccount,
  recordAbsence,
  ...filePages,
  ...roomPages,
  ...missingPages,
  ...pagesOnCase,
  ...strandPages,
];
