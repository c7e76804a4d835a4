import type { Page } from './page.js';
import { page as listImports } from './pages/imports/list/page.js';
import { page as importOutcome } from './pages/imports/outcome/page.js';
import { page as takeFile } from './pages/imports/take/page.js';
import { page as matchList } from './pages/match-lists/list/page.js';
import { page as askFigures } from './pages/partner-figures/ask-figures/page.js';
import { page as chaseFigures } from './pages/partner-figures/chase-figures/page.js';
import { page as listFigures } from './pages/partner-figures/list/page.js';
import { page as recordFigures } from './pages/partner-figures/record-figures/page.js';
import { page as returnFigures } from './pages/partner-figures/return-figures/page.js';
import { page as figuresSummary } from './pages/partner-figures/summary/page.js';
import { page as viewFigures } from './pages/partner-figures/view/page.js';
import { page as withdrawFigures } from './pages/partner-figures/withdraw-figures/page.js';
import { page as listTables } from './pages/population-tables/list/page.js';
import { page as viewTable } from './pages/population-tables/view/page.js';
import { page as withdrawTable } from './pages/population-tables/withdraw-table/page.js';
import { page as problemDocument } from './pages/problem-profile/document/page.js';
import { page as problemProfile } from './pages/problem-profile/view/page.js';
import { page as scorecardFile } from './pages/scorecards/file/page.js';
import { page as scorecardRecords } from './pages/scorecards/records/page.js';
import { page as scorecards } from './pages/scorecards/view/page.js';

/** The pages of files that come in, lists that are compared and the figures of a year, by hand. */
export const filePages: readonly Page[] = [
  listImports,
  takeFile,
  importOutcome,
  matchList,
  problemProfile,
  problemDocument,
  listFigures,
  figuresSummary,
  askFigures,
  recordFigures,
  chaseFigures,
  returnFigures,
  viewFigures,
  withdrawFigures,
  listTables,
  viewTable,
  withdrawTable,
  scorecards,
  scorecardFile,
  scorecardRecords,
];
