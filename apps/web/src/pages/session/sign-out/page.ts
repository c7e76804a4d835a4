import { goToWithSession, type Page } from '../../../page.js';

/** Ends the session at the api and in the browser. The browser forgets it even when the api does not answer. */
export const page: Page = {
  id: 'session/sign-out',
  url: '/session/sign-out',
  open: true,

  async post(visit) {
    if (visit.session) await visit.api.delete('/api/v1/sessions/current').catch(() => undefined);
    return goToWithSession('/session/sign-in', null);
  },
};
