import { ApiRefusedError } from '../../../api-refused-error.js';
import { goTo, type Page, show } from '../../../page.js';
import { returnPath } from '../../../return-path.js';
import { signInSecret } from '../../../session-cookies.js';
import type { Visit } from '../../../visit.js';
import { giveCode } from '../code/page.js';
import { whoIs } from '../who-is.js';
import { enrolmentPicture } from './enrolment-picture.js';

/** The secret's address: the one the page shows already, or a new one. Nothing where the sign-in is too old. */
async function secretAddress(visit: Visit, step: string): Promise<string | undefined> {
  const shown = visit.typed('passwordUri');
  if (shown) return shown;
  const made = await visit.api.as(undefined).post<{ uri: string }>('/api/v1/sign-in/enrolment', { step });
  if (made.ok) return made.body.uri;
  if ([400, 409].includes(made.status)) return undefined;
  throw new ApiRefusedError(made);
}

/** Sets the one-time codes of a local account up: the secret is shown once, and after a code of it the recovery codes. */
export const page: Page = {
  id: 'session/enrol',
  url: '/session/enrol',
  open: true,

  async get(visit) {
    const step = signInSecret(visit.request);
    if (!step) return goTo('/session/sign-in');
    const uri = await secretAddress(visit, step);
    const picture = uri && enrolmentPicture(uri);
    if (!picture) return goTo('/session/refused?why=SIGN_IN_TOO_OLD');
    return show({ title: 'Set up one-time codes', model: { ...picture, uri, codes: [], to: '' } });
  },

  async post(visit) {
    const given = await giveCode(visit);
    if ('instead' in given) return given.instead;
    const { sessionId: token, recoveryCodes: codes } = given.taken;
    return show({
      title: 'Write down your recovery codes',
      model: { codes, to: returnPath(visit.query.returnTo), uri: '', secret: '', modules: '', size: 1 },
      session: { token, who: await whoIs(visit, token) },
    });
  },
};
