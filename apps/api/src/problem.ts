import type { Allowed, Fault, Missing } from '@mase/workflow';

/** A problem document (RFC 9457), with our own members where they help. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  instance?: string;
  errors?: Fault[];
  missing?: Missing[];
  allowed?: Allowed[];
  version?: number;
  state?: unknown;
}

/** An answer that is a problem document; thrown by routes and plugins, sent by one error handler. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Omit<Problem, 'type'>,
    readonly headers: Record<string, string> = {},
  ) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

/** The type of a problem: a stable address within the documentation, by its code. */
export function problemType(code: string): string {
  return `urn:mase:problem:${code.toLowerCase().replaceAll('_', '-')}`;
}

/** 401: nobody is signed in, or no longer. */
export const notSignedIn = () =>
  new ProblemError(
    {
      status: 401,
      code: 'NOT_SIGNED_IN',
      title: 'Sign in',
      detail: 'You are not signed in, or your session is over. What you typed is kept as a draft.',
    },
    { 'www-authenticate': 'Bearer' },
  );

/** 404: not there, or not for this reader; the two are told alike. */
export const notVisible = () =>
  new ProblemError({
    status: 404,
    code: 'NOT_FOUND',
    title: 'Not found',
    detail: 'There is no such record that you may see.',
  });

/** 400: the request has faults, each with its pointer. */
export const invalid = (detail: string, errors: Fault[]) =>
  new ProblemError({ status: 400, code: 'INVALID_BODY', title: 'The request has faults', detail, errors });

/** 403: the reader sees that it is there, but this is for others. */
export const notPermitted = (who: string) =>
  new ProblemError({
    status: 403,
    code: 'NOT_PERMITTED',
    title: 'Not permitted',
    detail: `This can be seen by ${who}.`,
  });
