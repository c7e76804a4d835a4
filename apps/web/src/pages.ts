import { auditPages } from './audit-pages.js';
import { childCasePages } from './child-case-pages.js';
import { filePages } from './file-pages.js';
import { governancePages } from './governance-pages.js';
import { incidentPages } from './incident-pages.js';
import { intelligencePages } from './intelligence-pages.js';
import { linkPages } from './link-pages.js';
import { measurePages } from './measure-pages.js';
import { missingPages } from './missing-pages.js';
import type { Page } from './page.js';
import { page as changeItem } from './pages/agenda-items/change-item/page.js';
import { page as openItem } from './pages/agenda-items/open-item/page.js';
import { page as recordPanelDecision } from './pages/agenda-items/record-panel-decision/page.js';
import { page as listAsItWas } from './pages/as-it-was/list/page.js';
import { page as recordAsItWas } from './pages/as-it-was/view/page.js';
import { page as closeGlass } from './pages/break-glass/close-record/page.js';
import { page as decideGlassReview } from './pages/break-glass/decide-review/page.js';
import { page as listGlass } from './pages/break-glass/list/page.js';
import { page as openGlass } from './pages/break-glass/open-record/page.js';
import { page as viewGlass } from './pages/break-glass/view/page.js';
import { page as decideMerge } from './pages/children/decide-merge/page.js';
import { page as identifyChild } from './pages/children/identify/page.js';
import { page as listChildren } from './pages/children/list/page.js';
import { page as childLooks } from './pages/children/looks/page.js';
import { page as mergeChildren } from './pages/children/merge-children/page.js';
import { page as moveCase } from './pages/children/move-case/page.js';
import { page as childBreachDecision } from './pages/children/record-breach-decision/page.js';
import { page as unmergeChildren } from './pages/children/unmerge-children/page.js';
import { page as viewChild } from './pages/children/view/page.js';
import { page as withdrawChildEntry } from './pages/children/withdraw-entry/page.js';
import { page as withdrawIdentification } from './pages/children/withdraw-identification/page.js';
import { page as listClocks } from './pages/clocks/list/page.js';
import { page as enterWeek } from './pages/duty-rotas/enter-week/page.js';
import { page as listRotas } from './pages/duty-rotas/list/page.js';
import { page as openRota } from './pages/duty-rotas/open-rota/page.js';
import { page as swapShift } from './pages/duty-rotas/swap-shift/page.js';
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
import { page as takeList } from './pages/list-files/take/page.js';
import { page as howTold } from './pages/messages/how/page.js';
import { page as listMessages } from './pages/messages/list/page.js';
import { page as openMessage } from './pages/messages/open/page.js';
import { page as acceptAction } from './pages/plan-actions/accept-action/page.js';
import { page as addAction } from './pages/plan-actions/add-action/page.js';
import { page as answerEscalation } from './pages/plan-actions/answer-escalation/page.js';
import { page as changeAction } from './pages/plan-actions/change-action/page.js';
import { page as declineAction } from './pages/plan-actions/decline-action/page.js';
import { page as endAction } from './pages/plan-actions/end-action/page.js';
import { page as escalateAction } from './pages/plan-actions/escalate-action/page.js';
import { page as listActions } from './pages/plan-actions/list/page.js';
import { page as nameOwner } from './pages/plan-actions/name-owner/page.js';
import { page as similarActions } from './pages/plan-actions/similar/page.js';
import { page as viewAction } from './pages/plan-actions/view/page.js';
import { page as plainDocument } from './pages/plan-copies/document/page.js';
import { page as openCopy } from './pages/plan-copies/open-copy/page.js';
import { page as recordReceipt } from './pages/plan-copies/record-receipt/page.js';
import { page as viewCopy } from './pages/plan-copies/view/page.js';
import { page as approveProfile } from './pages/profile-changes/approve-change/page.js';
import { page as proposeProfile } from './pages/profile-changes/propose-change/page.js';
import { page as refuseProfile } from './pages/profile-changes/refuse-change/page.js';
import { page as viewProfileChange } from './pages/profile-changes/view/page.js';
import { page as withdrawProfile } from './pages/profile-changes/withdraw-change/page.js';
import { page as compareProfiles } from './pages/profiles/compare/page.js';
import { page as listProfiles } from './pages/profiles/list/page.js';
import { page as acceptProposal } from './pages/referral-proposals/accept-proposal/page.js';
import { page as declineProposal } from './pages/referral-proposals/decline-proposal/page.js';
import { page as listProposals } from './pages/referral-proposals/list/page.js';
import { page as viewProposal } from './pages/referral-proposals/view/page.js';
import { page as forgetView } from './pages/saved-views/forget/page.js';
import { page as saveView } from './pages/saved-views/save/page.js';
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
import { page as silentCases } from './pages/silent-cases/list/page.js';
import { page as disruption } from './pages/start/disruption/page.js';
import { page as dueCalendar } from './pages/start/due-calendar/page.js';
import { page as start } from './pages/start/open/page.js';
import { page as oversight } from './pages/start/oversight/page.js';
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
import { page as verifications } from './pages/verifications/list/page.js';
import { page as whoKnew } from './pages/who-knew/view/page.js';
import { pagesOnCase } from './pages-on-case.js';
import { registerPages } from './register-pages.js';
import { roomPages } from './room-pages.js';
import { sittingPages } from './sitting-pages.js';
import { strandPages } from './strand-pages.js';

/** Every page of the site: its table of contents. */
export const pages: Page[] = [
  start,
  dueCalendar,
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
  listAsItWas,
  recordAsItWas,
  silentCases,
  verifications,
  listClocks,
  takeList,
  saveView,
  forgetView,
  unusualLooking,
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
  nameOwner,
  similarActions,
  viewAction,
  acceptProposal,
  declineProposal,
  listProposals,
  viewProposal,
  ...sittingPages,
  addUser,
  changeRole,
  endAccess,
  listUsers,
  sessionsOfUser,
  viewUser,
  ...governancePages,
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
  listProfiles,
  compareProfiles,
  proposeProfile,
  viewProfileChange,
  approveProfile,
  refuseProfile,
  withdrawProfile,
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
  ...auditPages,
  ...registerPages,
  ...strandPages,
];
