import { goTo, goToWithSession, type Page } from '../../../page.js';
import { returnPath } from '../../../return-path.js';
import { signInSecret } from '../../../session-cookies.js';
import { whoIs } from '../who-is.js';

const refused = (code: string | undefined) =>
  goTo(`/session/refused?why=${encodeURIComponent(code ?? 'ANSWER_NOT_TRUSTED')}`);

/** Where an organisation’s sign-in sends the browser back to: the api says who it is, or why nobody was signed in. */
export const page: Page = {
  id: 'session/callback',
  url: '/session/callback/:organisation',
  open: true,
  view: '',

  async get(visit) {
    const browser = signInSecret(visit.request);
    const answer = visit.request.url.split('?')[1] ?? '';
    if (!browser || answer === '') return refused('SIGN_IN_TOO_OLD');
    const done = await visit.api.post<{ sessionId: string; returnTo: string }>('/api/v1/sign-in/complete', {
      organisation: visit.params.organisation,
      answer,
      browser,
    });
    if (!done.ok) return refused(done.problem.code);
    const token = done.body.sessionId;
    return goToWithSession(returnPath(done.body.returnTo), { token, who: await whoIs(visit, token) });
  },
};
