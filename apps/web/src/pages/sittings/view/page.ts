import type { Page } from '../../../page.js';
import { sittingPage } from '../sitting-page.js';

/** One sitting: its agenda and times, what can be done now, the papers of each recipient and the minutes. */
export const page: Page = {
  id: 'sittings/view',
  url: '/sittings/:id',
  section: '/sittings',
  get: sittingPage,
};
