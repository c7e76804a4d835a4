import type { Refusal } from '../../../api-client.js';
import { ApiRefusedError } from '../../../api-refused-error.js';
import { again, goToSignIn, goToWithSession, type Page, show } from '../../../page.js';
import { returnPath } from '../../../return-path.js';
import type { Visit } from '../../../visit.js';
import { whoIs } from '../who-is.js';

interface DemonstrationUser {
  email: string;
  name: string;
  roles: string[];
  agencyKind: string;
}

interface Ways {
  organisations: { id: string; name: string }[];
}

/** What a right password leads to: a session, or the step to a one-time code. */
type PasswordTaken = { sessionId: string } | { step: string; next: 'code' | 'enrolment' };

async function demonstrationUsers(visit: Visit): Promise<DemonstrationUser[]> {
  const answer = await visit.api.get<{ users: DemonstrationUser[] }>('/api/v1/demonstration-users');
  return answer.ok ? answer.body.users : [];
}

async function organisations(visit: Visit): Promise<{ text: string; href: string }[]> {
  const answer = await visit.api.get<Ways>('/api/v1/sign-in');
  const asked = returnPath(visit.query.returnTo);
  const back = asked === '/' ? '' : `?returnTo=${encodeURIComponent(asked)}`;
  const found = answer.ok ? (answer.body.organisations ?? []) : [];
  return found.map(({ id, name }) => ({
    text: name,
    href: `/session/begin/${encodeURIComponent(id)}${back}`,
  }));
}

function described({ roles, agencyKind }: DemonstrationUser): string {
  return [roles.join(', '), agencyKind.replaceAll('-', ' ')].filter(Boolean).join(' – ');
}

function refusedSignIn(refusal: Refusal): ReturnType<typeof again> {
  if (refusal.status === 429)
    return again({ password: refusal.problem.detail ?? 'There were too many tries' });
  if (![400, 401, 403, 422].includes(refusal.status)) throw new ApiRefusedError(refusal);
  return again({ password: 'The email address or the password is not right' });
}

/**
 * Sign-in at one's organisation, or by email address and password; in a demonstration also, without a password, as one
 * of the invented people.
 */
export const page: Page = {
  id: 'session/sign-in',
  url: '/session/sign-in',
  open: true,

  async get(visit) {
    const [users, choices] = await Promise.all([demonstrationUsers(visit), organisations(visit)]);
    const people = users.map((user) => ({
      value: user.email,
      text: user.name,
      hint: { text: described(user) },
    }));
    const tried = visit.form.email !== undefined || visit.form.person !== undefined;
    return show({
      title: 'Sign in',
      model: { people, organisations: choices, localOpen: tried, ended: visit.query.ended === 'yes' },
    });
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
    const taken = await visit.api.as(undefined).post<PasswordTaken>('/api/v1/sessions', { email, password });
    if (!taken.ok) return refusedSignIn(taken);
    const to = returnPath(visit.query.returnTo);
    if ('step' in taken.body) {
      const next = taken.body.next === 'enrolment' ? '/session/enrol' : '/session/code';
      return goToSignIn(`${next}?returnTo=${encodeURIComponent(to)}`, taken.body.step);
    }
    const token = taken.body.sessionId;
    return goToWithSession(to, { token, who: await whoIs(visit, token) });
  },
};
