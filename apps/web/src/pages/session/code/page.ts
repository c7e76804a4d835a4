import type { Refusal } from '../../../api-client.js';
import { ApiRefusedError } from '../../../api-refused-error.js';
import { type Answer, again, goTo, goToWithSession, type Page, show } from '../../../page.js';
import { returnPath } from '../../../return-path.js';
import { signInSecret } from '../../../session-cookies.js';
import type { Visit } from '../../../visit.js';
import { whoIs } from '../who-is.js';

/** What a right code opens: a session, and after enrolment the recovery codes. */
export interface CodeTaken {
  sessionId: string;
  recoveryCodes: string[];
}

/** Sends what was typed as a code; gives what it opened, or how the page goes on. */
export async function giveCode(visit: Visit): Promise<{ taken: CodeTaken } | { instead: Answer }> {
  const step = signInSecret(visit.request);
  const code = visit.typed('code');
  if (!step) return { instead: goTo('/session/refused?why=SIGN_IN_TOO_OLD') };
  if (!code) return { instead: again({ code: 'Enter the code' }) };
  const answer = await visit.api.as(undefined).post<CodeTaken>('/api/v1/sign-in/code', { step, code });
  return answer.ok ? { taken: answer.body } : { instead: instead(answer) };
}

function instead(refusal: Refusal): Answer {
  const { code, detail } = refusal.problem;
  if (code === 'SIGN_IN_TOO_OLD') return goTo('/session/refused?why=SIGN_IN_TOO_OLD');
  if (refusal.status === 429) return again({ code: detail ?? 'There were too many tries' });
  if (![400, 401].includes(refusal.status)) throw new ApiRefusedError(refusal);
  return again({ code: 'The code is not right, or was used before. Wait for the next one' });
}

/** The one-time code of a local account, after its password. */
export const page: Page = {
  id: 'session/code',
  url: '/session/code',
  open: true,

  async get(visit) {
    if (!signInSecret(visit.request)) return goTo('/session/sign-in');
    return show({ title: 'Enter your one-time code', back: { href: '/session/sign-in' } });
  },

  async post(visit) {
    const given = await giveCode(visit);
    if ('instead' in given) return given.instead;
    const token = given.taken.sessionId;
    return goToWithSession(returnPath(visit.query.returnTo), { token, who: await whoIs(visit, token) });
  },
};
