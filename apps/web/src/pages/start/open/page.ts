import { type Page, show } from '../../../page.js';

/** The page at the root: who is signed in, and the way to everything else. */
export const page: Page = {
  id: 'start/open',
  url: '/',
  section: '/',

  async get(visit) {
    return show({ title: 'Start', model: { name: visit.who?.name ?? null } });
  },
};
