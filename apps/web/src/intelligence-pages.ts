import type { Page } from './page.js';
import { page as decideMatch } from './pages/identifier-matches/decide-match/page.js';
import { page as listMatches } from './pages/identifier-matches/list/page.js';
import { page as viewMatch } from './pages/identifier-matches/view/page.js';
import { page as addToReport } from './pages/intelligence/add-to-report/page.js';
import { page as disseminate } from './pages/intelligence/disseminate/page.js';
import { page as evaluate } from './pages/intelligence/evaluate/page.js';
import { page as listReports } from './pages/intelligence/list/page.js';
import { page as nameRecords } from './pages/intelligence/name-records/page.js';
import { page as recordSourceRisk } from './pages/intelligence/record-source-risk/page.js';
import { page as referSource } from './pages/intelligence/refer-source/page.js';
import { page as rejectReport } from './pages/intelligence/reject/page.js';
import { page as reviewReport } from './pages/intelligence/review-report/page.js';
import { page as sanitise } from './pages/intelligence/sanitise/page.js';
import { page as submitIntelligence } from './pages/intelligence/submit-intelligence/page.js';
import { page as tellSubmitter } from './pages/intelligence/tell-submitter/page.js';
import { page as viewReport } from './pages/intelligence/view/page.js';
import { page as withdrawReport } from './pages/intelligence/withdraw-report/page.js';
import { page as answerRequirement } from './pages/intelligence-requirements/answer-requirement/page.js';
import { page as listRequirements } from './pages/intelligence-requirements/list/page.js';
import { page as raiseRequirement } from './pages/intelligence-requirements/raise-requirement/page.js';
import { page as viewRequirement } from './pages/intelligence-requirements/view/page.js';
import { page as withdrawRequirement } from './pages/intelligence-requirements/withdraw-requirement/page.js';

/** The pages of intelligence, its requirements and matches, by hand, topic by topic. */
export const intelligencePages: readonly Page[] = [
  decideMatch,
  listMatches,
  viewMatch,
  addToReport,
  disseminate,
  evaluate,
  listReports,
  nameRecords,
  recordSourceRisk,
  referSource,
  rejectReport,
  reviewReport,
  sanitise,
  submitIntelligence,
  tellSubmitter,
  viewReport,
  withdrawReport,
  answerRequirement,
  listRequirements,
  raiseRequirement,
  viewRequirement,
  withdrawRequirement,
];
