import { goTo, goToSignIn, type Page } from '../../../page.js';
import { returnPath } from '../../../return-path.js';

/** Goes on to an organisation’s own sign-in page, and remembers in this browser alone that it did. */
export const page: Page = {
  id: 'session/begin',
  url: '/session/begin/:organisation',
  open: true,
  view: '',

  async get(visit) {
    const begun = await visit.api
      .as(undefined)
      .post<{ continueAt: string; browser: string }>('/api/v1/sign-in/begin', {
        organisation: visit.params.organisation,
        returnTo: returnPath(visit.query.returnTo),
      });
    if (!begun.ok) return goTo(`/session/refused?why=${encodeURIComponent(begun.problem.code ?? '')}`);
    return goToSignIn(begun.body.continueAt, begun.body.browser);
  },
};
