import { ProblemError } from '../problem.js';

interface Words {
  status: number;
  detail: string;
}

/** Why somebody was not signed in, in words for that person. Nothing of the inside, and nothing of anybody else. */
export const refusals = {
  SIGN_IN_REFUSED: { status: 401, detail: 'The address or the password is not right.' },
  CODE_REFUSED: { status: 401, detail: 'The code is not right, or was used before. Wait for the next one.' },
  SIGN_IN_TOO_OLD: {
    status: 400,
    detail: 'This sign-in was begun in another browser, took too long, or was finished before. Start again.',
  },
  ORGANISATION_UNKNOWN: { status: 400, detail: 'No such organisation signs in here.' },
  PROVIDER_UNAVAILABLE: {
    status: 503,
    detail:
      'Your organisation’s sign-in does not answer. Nothing is wrong with your account: try again later.',
  },
  PROVIDER_REFUSED: {
    status: 403,
    detail: 'Your organisation did not sign you in. It knows why: ask its service desk.',
  },
  ANSWER_NOT_TRUSTED: {
    status: 403,
    detail:
      'The answer of your organisation’s sign-in could not be trusted, so nobody was signed in. Start again; if it happens twice, report it.',
  },
  SECOND_FACTOR_MISSING: {
    status: 403,
    detail:
      'Your organisation signed you in without a second factor. Set one up with its service desk, then start again.',
  },
  EMAIL_NOT_VERIFIED: {
    status: 403,
    detail: 'Your organisation did not say that your email address is yours. Ask its service desk.',
  },
  ACCOUNT_UNKNOWN: {
    status: 403,
    detail:
      'Your organisation knows you, but you have no account here. Ask your partnership’s administrator for one.',
  },
  ACCOUNT_ENDED: {
    status: 403,
    detail: 'Your access here has ended. If that is wrong, ask your partnership’s administrator.',
  },
  ACCOUNT_AMBIGUOUS: {
    status: 403,
    detail:
      'More than one account here has your email address. Ask your partnership’s administrator to put that right.',
  },
  ACCOUNT_BOUND_ELSEWHERE: {
    status: 403,
    detail:
      'The account with your email address belongs to another sign-in of your organisation. Ask your partnership’s administrator.',
  },
  ACCOUNT_OF_OTHER_AGENCY: {
    status: 403,
    detail: 'Your account here belongs to an agency that signs in elsewhere. Choose its organisation.',
  },
  PASSWORD_WRONG: { status: 403, detail: 'The password that you have now is not right.' },
  NO_PASSWORD: { status: 409, detail: 'Your account has no password here: your organisation signs you in.' },
  CODE_SET_UP: {
    status: 409,
    detail: 'One-time codes are set up for this account. Only an operator can reset them.',
  },
} as const satisfies Record<string, Words>;

/** The code of a refused sign-in. */
export type RefusalCode = keyof typeof refusals;

/** A sign-in that was refused; `why` goes to the audit, from a fixed list of words and never from what was sent. */
export class SignInRefusedError extends ProblemError {
  constructor(
    readonly code: RefusalCode,
    readonly why: string = code,
  ) {
    const { status, detail } = refusals[code];
    super({ status, code, title: 'Not signed in', detail });
    this.name = 'SignInRefusedError';
  }
}

/** 429: too many tries; try again after so many seconds. */
export function tooManyTries(seconds: number): ProblemError {
  return new ProblemError(
    {
      status: 429,
      code: 'TOO_MANY_TRIES',
      title: 'Too many tries',
      detail: `There were too many tries to sign in. Try again in ${minutes(seconds)}. Your account is not locked.`,
    },
    { 'retry-after': String(seconds) },
  );
}

const minutes = (seconds: number): string =>
  seconds <= 60 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`;
