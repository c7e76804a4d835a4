import type { Refusal } from '../../../api-client.js';
import { ApiRefusedError } from '../../../api-refused-error.js';
import { again, goToWithSession, type Page, show } from '../../../page.js';
import { returnPath } from '../../../return-path.js';
import type { Visit } from '../../../visit.js';
import type { Who } from '../../../who.js';

/** An invented person of a demonstration. The api tells the password only there, so that nobody has to type it. */
interface DemonstrationUser extends Who {
  email: string;
  password?: string;
}

async function demonstrationUsers(visit: Visit): Promise<DemonstrationUser[]> {
  const answer = await visit.api.get<DemonstrationUser[] | { items: DemonstrationUser[] }>(
    '/api/v1/demonstration-users',
  );
  if (!answer.ok) return [];
  return Array.isArray(answer.body) ? answer.body : answer.body.items;
}

const wrong = 'The email address or the password is not right';

function refusedSignIn(refusal: Refusal): ReturnType<typeof again> {
  if (![400, 401, 403, 422].includes(refusal.status)) throw new ApiRefusedError(refusal);
  return again({ password: wrong });
}

/** Sign-in by email address and password; in a demonstration also by choosing one of the invented people. */
export const page: Page = {
  id: 'session/sign-in',
  url: '/session/sign-in',
  open: true,

  async get(visit) {
    const people = await demonstrationUsers(visit);
    const options = people.map(({ email, name, role, agency }) => ({
      value: email,
      text: name,
      hint: { text: `${role}, ${agency}` },
    }));
    return show({
      title: 'Sign in',
      model: { options, asksPassword: people.some((person) => !person.password) },
    });
  },

  async post(visit) {
    const person = visit.typed('person');
    if (visit.typed('choosing') && !person) return again({ person: 'Select who you are' });
    const known =
      person && person !== 'other'
        ? (await demonstrationUsers(visit)).find((one) => one.email === person)
        : undefined;
    const email = known?.email ?? visit.typed('email');
    const password = known?.password ?? visit.typed('password');
    if (!email || !password) {
      return again({
        ...(email ? {} : { email: 'Enter your email address' }),
        ...(password ? {} : { password: 'Enter your password' }),
      });
    }
    const answer = await visit.api
      .as(undefined)
      .post<{ token: string; user: Who }>('/api/v1/sessions', { email, password });
    if (!answer.ok) return refusedSignIn(answer);
    const { token, user } = answer.body;
    const who = { name: user.name, role: user.role, agency: user.agency };
    return goToWithSession(returnPath(visit.query.returnTo), { token, who });
  },
};
