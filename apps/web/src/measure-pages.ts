import type { Page } from './page.js';
import { page as allocateMeasure } from './pages/disruption-measures/allocate-measure/page.js';
import { page as applyForMeasure } from './pages/disruption-measures/apply-for-measure/page.js';
import { page as considerMeasure } from './pages/disruption-measures/consider-measure/page.js';
import { page as correctEntry } from './pages/disruption-measures/correct-entry/page.js';
import { page as dischargeMeasure } from './pages/disruption-measures/discharge-measure/page.js';
import { page as dropMeasure } from './pages/disruption-measures/drop-measure/page.js';
import { page as grantMeasure } from './pages/disruption-measures/grant-measure/page.js';
import { page as licensing } from './pages/disruption-measures/licensing/page.js';
import { page as listMeasures } from './pages/disruption-measures/list/page.js';
import { page as recordBreach } from './pages/disruption-measures/record-breach/page.js';
import { page as refuseMeasure } from './pages/disruption-measures/refuse-measure/page.js';
import { page as reviewMeasure } from './pages/disruption-measures/review-measure/page.js';
import { page as serveMeasure } from './pages/disruption-measures/serve-measure/page.js';
import { page as tried } from './pages/disruption-measures/tried/page.js';
import { page as varyMeasure } from './pages/disruption-measures/vary-measure/page.js';
import { page as viewMeasure } from './pages/disruption-measures/view/page.js';
import { page as withdrawMeasure } from './pages/disruption-measures/withdraw-measure/page.js';
import { page as viewProtection } from './pages/protections/view/page.js';

/** The register of measures, one measure with everything that may be recorded of it, and what it is to a child. */
export const measurePages: readonly Page[] = [
  allocateMeasure,
  applyForMeasure,
  considerMeasure,
  correctEntry,
  dischargeMeasure,
  dropMeasure,
  grantMeasure,
  licensing,
  listMeasures,
  recordBreach,
  refuseMeasure,
  reviewMeasure,
  serveMeasure,
  tried,
  varyMeasure,
  viewMeasure,
  withdrawMeasure,
  viewProtection,
];
