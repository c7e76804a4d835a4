import type { Page } from './page.js';
import { page as addAction } from './pages/audit-actions/add-action/page.js';
import { page as answerProof } from './pages/audit-actions/answer-proof/page.js';
import { page as endAction } from './pages/audit-actions/end-action/page.js';
import { page as giveProof } from './pages/audit-actions/give-proof/page.js';
import { page as handOver } from './pages/audit-actions/hand-over/page.js';
import { page as listActions } from './pages/audit-actions/list/page.js';
import { page as viewAction } from './pages/audit-actions/view/page.js';
import { page as chaseAudit } from './pages/case-audits/chase-audit/page.js';
import { page as commissionAudit } from './pages/case-audits/commission-audit/page.js';
import { page as listAudits } from './pages/case-audits/list/page.js';
import { page as moderateAudit } from './pages/case-audits/moderate-audit/page.js';
import { page as returnAudit } from './pages/case-audits/return-audit/page.js';
import { page as auditSummary } from './pages/case-audits/summary/page.js';
import { page as viewAudit } from './pages/case-audits/view/page.js';
import { page as withdrawAudit } from './pages/case-audits/withdraw-audit/page.js';
import { page as sampleAgain } from './pages/dip-samples/again/page.js';
import { page as concludeSample } from './pages/dip-samples/conclude-sample/page.js';
import { page as drawSample } from './pages/dip-samples/draw-sample/page.js';
import { page as listSamples } from './pages/dip-samples/list/page.js';
import { page as viewSample } from './pages/dip-samples/view/page.js';
import { page as withdrawSample } from './pages/dip-samples/withdraw-sample/page.js';
import { page as startQuality } from './pages/start/quality/page.js';

/** The pages of audits and of what came of them, by hand. */
export const auditPages: readonly Page[] = [
  addAction,
  answerProof,
  endAction,
  giveProof,
  handOver,
  listActions,
  viewAction,
  chaseAudit,
  commissionAudit,
  listAudits,
  moderateAudit,
  returnAudit,
  auditSummary,
  viewAudit,
  withdrawAudit,
  sampleAgain,
  concludeSample,
  drawSample,
  listSamples,
  viewSample,
  withdrawSample,
  startQuality,
];
