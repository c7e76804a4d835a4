import type { Page } from './page.js';
import { page as changeMembers } from './pages/panels/change-members/page.js';
import { page as changePanel } from './pages/panels/change-panel/page.js';
import { page as closePanel } from './pages/panels/close-panel/page.js';
import { page as foundPanel } from './pages/panels/found-panel/page.js';
import { page as listPanels } from './pages/panels/list/page.js';
import { page as planSeries } from './pages/panels/plan-series/page.js';
import { page as publishTerms } from './pages/panels/publish-terms/page.js';
import { page as proposeSeries } from './pages/panels/series/page.js';
import { page as viewPanel } from './pages/panels/view/page.js';
import { page as addItem } from './pages/sittings/add-item/page.js';
import { page as addSubject } from './pages/sittings/add-subject/page.js';
import { page as agreeMinutes } from './pages/sittings/agree-minutes/page.js';
import { page as amendMinutes } from './pages/sittings/amend-minutes/page.js';
import { page as sittingCalendar } from './pages/sittings/calendar/page.js';
import { page as cancelSitting } from './pages/sittings/cancel-sitting/page.js';
import { page as changeMinutes } from './pages/sittings/change-minutes/page.js';
import { page as correctAttendance } from './pages/sittings/correct-attendance/page.js';
import { page as endSitting } from './pages/sittings/end-sitting/page.js';
import { page as sittingInvitation } from './pages/sittings/invitation/page.js';
import { page as issueLetters } from './pages/sittings/issue-letters/page.js';
import { page as issuePapers } from './pages/sittings/issue-papers/page.js';
import { page as issuedCopy } from './pages/sittings/issued-copy/page.js';
import { page as listSittings } from './pages/sittings/list/page.js';
import { page as sittingMonth } from './pages/sittings/month/page.js';
import { page as moveSitting } from './pages/sittings/move-sitting/page.js';
import { page as openAgenda } from './pages/sittings/open-agenda/page.js';
import { page as orderItems } from './pages/sittings/order-items/page.js';
import { page as sittingPack } from './pages/sittings/pack/page.js';
import { page as recallCopy } from './pages/sittings/recall-copy/page.js';
import { page as recordAttendance } from './pages/sittings/record-attendance/page.js';
import { page as scheduleSitting } from './pages/sittings/schedule-sitting/page.js';
import { page as startSitting } from './pages/sittings/start-sitting/page.js';
import { page as undoStart } from './pages/sittings/undo-start/page.js';
import { page as viewSitting } from './pages/sittings/view/page.js';

/** The pages of panels and of sittings, from the series to the agreed minutes, by hand. */
export const sittingPages: readonly Page[] = [
  addItem,
  addSubject,
  agreeMinutes,
  amendMinutes,
  cancelSitting,
  changeMinutes,
  correctAttendance,
  endSitting,
  issueLetters,
  issuePapers,
  listSittings,
  openAgenda,
  orderItems,
  sittingPack,
  issuedCopy,
  recallCopy,
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
  undoStart,
  viewSitting,
];
