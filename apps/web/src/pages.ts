import type { Page } from './page.js';
import { page as acknowledgeDanger } from './pages/child-cases/acknowledge-danger/page.js';
import { page as allocateWorker } from './pages/child-cases/allocate-worker/page.js';
import { page as assessRisk } from './pages/child-cases/assess-risk/page.js';
import { page as confirmGrade } from './pages/child-cases/confirm-grade/page.js';
import { page as correctRecord } from './pages/child-cases/correct-record/page.js';
import { page as decideTriage } from './pages/child-cases/decide-triage/page.js';
import { page as listCases } from './pages/child-cases/list/page.js';
import { page as raiseImmediateDanger } from './pages/child-cases/raise-immediate-danger/page.js';
import { page as recordReferral } from './pages/child-cases/record-referral/page.js';
import { page as recordSafetyAction } from './pages/child-cases/record-safety-action/page.js';
import { page as recordStrategyDiscussion } from './pages/child-cases/record-strategy-discussion/page.js';
import { page as recordView } from './pages/child-cases/record-view/page.js';
import { page as viewCase } from './pages/child-cases/view/page.js';
import { page as signIn } from './pages/session/sign-in/page.js';
import { page as signOut } from './pages/session/sign-out/page.js';
import { page as start } from './pages/start/open/page.js';

/** Every page of the site: its table of contents. */
export const pages: Page[] = [
  start,
  signIn,
  signOut,
  listCases,
  recordReferral,
  viewCase,
  acknowledgeDanger,
  allocateWorker,
  assessRisk,
  confirmGrade,
  correctRecord,
  decideTriage,
  raiseImmediateDanger,
  recordSafetyAction,
  recordStrategyDiscussion,
  recordView,
];
