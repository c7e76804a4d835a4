import type { Refusal } from '../../../api-client.js';
import { ApiRefusedError } from '../../../api-refused-error.js';
import { again, goToWithSession, type Page, show } from '../../../page.js';
import { returnPath } from '../../../return-path.js';
import type { Visit } from '../../../visit.js';
import type { Who } from '../../../who.js';

interface DemonstrationUser {
  email: string;
  name: string;
  roles: string[];
  agencyKind: string;
}

interface Me {
  name: string;
  roles: { id?: string; name: string }[];
}

async function demonstrationUsers(visit: Visit): Promise<DemonstrationUser[]> {
  const answer = await visit.api.get<{ users: DemonstrationUser[] }>('/api/v1/demonstration-users');
  return answer.ok ? answer.body.users : [];
}

function described({ roles, agencyKind }: DemonstrationUser): string {
  return [roles.join(', '), agencyKind.replaceAll('-', ' ')].filter(Boolean).join(' – ');
}

async function whoIs(visit: Visit, token: string): Promise<Who> {
  const me = await visit.api.as(token).get<Me>('/api/v1/me');
  if (!me.ok) throw new ApiRefusedError(me);
  const { name, roles } = me.body;
  return { name, role: roles.map((one) => one.name).join(', '), roles: roles.flatMap(({ id }) => id ?? []) };
}

function refusedSignIn(refusal: Refusal): ReturnType<typeof again> {
  if (![400, 401, 403, 422].includes(refusal.status)) throw new ApiRefusedError(refusal);
  return again({ password: 'The email address or the password is not right' });
}

/** Sign-in by email address and password; in a demonstration also, without a password, as one of the invented people. */
export const page: Page = {
  id: 'session/sign-in',
  url: '/session/sign-in',
  open: true,

  async get(visit) {
    const users = await demonstrationUsers(visit);
    const people = users.map((user) => ({
      value: user.email,
      text: user.name,
      hint: { text: described(user) },
    }));
    return show({ title: 'Sign in', model: { people } });
  },

  async post(visit) {
    const person = visit.typed('person');
    if (visit.typed('choosing') && !person) return again({ person: 'Select who you are' });
    const invented = person !== undefined && person !== 'other';
    const email = invented ? person : visit.typed('email');
    const password = invented ? undefined : visit.typed('password');
    const errors = {
      ...(email ? {} : { email: 'Enter your email address' }),
      ...(password || invented ? {} : { password: 'Enter your password' }),
    };
    if (Object.keys(errors).length > 0) return again(errors);
    const session = await visit.api
      .as(undefined)
      .post<{ sessionId: string }>('/api/v1/sessions', { email, password });
    if (!session.ok) return refusedSignIn(session);
    const token = session.body.sessionId;
    return goToWithSession(returnPath(visit.query.returnTo), { token, who: await whoIs(visit, token) });
  },
};
