import type { Page } from './page.js';
import { page as changeKind } from './pages/missing-episodes/change-kind/page.js';
import { page as decideReport } from './pages/missing-episodes/decide-report/page.js';
import { page as missingNow } from './pages/missing-episodes/now/page.js';
import { page as recordNotOffered } from './pages/missing-episodes/record-not-offered/page.js';
import { page as recordPreventionInterview } from './pages/missing-episodes/record-prevention-interview/page.js';
import { page as recordReturn } from './pages/missing-episodes/record-return/page.js';
import { page as recordSearch } from './pages/missing-episodes/record-search/page.js';
import { page as missingFigures } from './pages/missing-episodes/report/page.js';
import { page as figuresFile } from './pages/missing-episodes/report-file/page.js';
import { page as reportMissing } from './pages/missing-episodes/report-missing/page.js';
import { page as tellArea } from './pages/missing-episodes/tell-area/page.js';
import { page as viewEpisode } from './pages/missing-episodes/view/page.js';
import { page as withdrawEpisode } from './pages/missing-episodes/withdraw-episode/page.js';
import { page as closeOffer } from './pages/return-interviews/close-offer/page.js';
import { page as offerInterview } from './pages/return-interviews/offer-interview/page.js';
import { page as recordInterview } from './pages/return-interviews/record-interview/page.js';
import { page as viewInterview } from './pages/return-interviews/view/page.js';

/** The pages of children who are missing and of the interviews after their return, by hand. */
export const missingPages: readonly Page[] = [
  missingNow,
  missingFigures,
  figuresFile,
  reportMissing,
  viewEpisode,
  recordSearch,
  changeKind,
  decideReport,
  recordReturn,
  recordPreventionInterview,
  recordNotOffered,
  tellArea,
  withdrawEpisode,
  offerInterview,
  viewInterview,
  recordInterview,
  closeOffer,
];
