import { goToWithSession, type Page, show } from '../../../page.js';

/** Ends the session at the api and in the browser. The browser forgets it even when the api does not answer. */
export const page: Page = {
  id: 'session/sign-out',
  url: '/session/sign-out',
  open: true,

  async get(visit) {
    return visit.session
      ? show({ title: 'Sign out', model: { signedIn: true, elsewhere: null } })
      : show({ title: 'You are signed out', model: { signedIn: false, elsewhere: null } });
  },

  async post(visit) {
    const answer = visit.session
      ? await visit.api
          .delete<{ continueAt?: string } | undefined>('/api/v1/sessions/current')
          .catch(() => undefined)
      : undefined;
    const elsewhere = answer?.ok ? answer.body?.continueAt : undefined;
    if (!elsewhere) return goToWithSession('/session/sign-in', null);
    return show({ title: 'You are signed out here', model: { signedIn: false, elsewhere }, session: null });
  },
};
