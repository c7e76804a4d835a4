import { type Page, show } from '../../../page.js';

interface Words {
  title: string;
  happened: string;
  todo: string;
}

const start = 'Start again. If it happens twice, report it to whoever runs this service.';
const administrator = 'Ask your partnership’s administrator.';
const desk = 'Ask the service desk of your organisation.';

/** What each refusal of the api says to the person who tried to sign in, and what that person can do. */
export const refusals: Record<string, Words> = {
  SIGN_IN_TOO_OLD: {
    title: 'This sign-in took too long',
    happened:
      'It was begun in another browser or more than a quarter of an hour ago, or it was finished before. Nobody was signed in.',
    todo: 'Start again.',
  },
  PROVIDER_UNAVAILABLE: {
    title: 'Your organisation’s sign-in does not answer',
    happened: 'Nothing is wrong with your account here. Nobody was signed in.',
    todo: 'Try again in a few minutes. If a child may be in danger now, call 999 first.',
  },
  PROVIDER_REFUSED: {
    title: 'Your organisation did not sign you in',
    happened: 'It ended the sign-in itself, or you ended it there.',
    todo: desk,
  },
  ANSWER_NOT_TRUSTED: {
    title: 'The answer of your organisation could not be trusted',
    happened: 'It did not prove who you are, so nobody was signed in. This was recorded.',
    todo: start,
  },
  SECOND_FACTOR_MISSING: {
    title: 'A second factor is missing',
    happened:
      'Your organisation signed you in by a password alone. Children’s records are opened only with a second factor, such as a code from your phone.',
    todo: `Set one up, then start again. ${desk}`,
  },
  EMAIL_NOT_VERIFIED: {
    title: 'Your email address is not confirmed',
    happened: 'Your organisation did not say that the email address of your account is yours.',
    todo: desk,
  },
  ACCOUNT_UNKNOWN: {
    title: 'You have no account here',
    happened: 'Your organisation knows you, but nobody has made an account here for your email address.',
    todo: administrator,
  },
  ACCOUNT_ENDED: {
    title: 'Your access here has ended',
    happened: 'There was an account here for you, and it was ended.',
    todo: `If that is wrong: ${administrator.toLowerCase()}`,
  },
  ACCOUNT_AMBIGUOUS: {
    title: 'Two accounts have your email address',
    happened: 'So it cannot be told which is yours. Nobody was signed in.',
    todo: `Only one of them may stay. ${administrator}`,
  },
  ACCOUNT_BOUND_ELSEWHERE: {
    title: 'Your account belongs to another sign-in',
    happened:
      'The account with your email address was used with another identity of your organisation before, such as that of somebody who had the address before you.',
    todo: administrator,
  },
  ACCOUNT_OF_OTHER_AGENCY: {
    title: 'Choose another organisation',
    happened: 'Your account here belongs to an agency that signs in with another organisation.',
    todo: `Start again and choose that one. If there is none: ${administrator.toLowerCase()}`,
  },
  ORGANISATION_UNKNOWN: {
    title: 'No such organisation signs in here',
    happened: 'The address may be old.',
    todo: 'Start again and choose your organisation.',
  },
  TOO_MANY_REQUESTS: {
    title: 'Too many sign-ins at once',
    happened: 'More people signed in from your network within a minute than this service takes.',
    todo: 'Wait a minute, then start again.',
  },
};

const unknown: Words = {
  title: 'You were not signed in',
  happened: 'Something went wrong on the way.',
  todo: start,
};

/** Why a sign-in at an organisation did not work, in plain words. */
export const page: Page = {
  id: 'session/refused',
  url: '/session/refused',
  open: true,

  async get(visit) {
    const { title, ...words } = refusals[visit.query.why ?? ''] ?? unknown;
    return show({ title, status: 403, model: words });
  },
};
