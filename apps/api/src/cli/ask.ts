import { apiAddress } from './api-address.js';
import { CliError, exitCodes } from './exit-codes.js';
import type { FormBody } from './form-body.js';
import { problemWords } from './problem-words.js';
import { type KeptSession, keptSession } from './session-file.js';

/** The options that every verb which speaks to the api has. */
export interface ApiOptions {
  api?: string;
  json?: boolean;
}

/** The api as somebody who is signed in. */
export interface SignedIn {
  address: string;
  session: KeptSession;
}

/** Who is signed in at the api; throws where nobody is. */
export function signedIn(options: ApiOptions): SignedIn {
  const address = apiAddress(options.api);
  const session = keptSession(address);
  if (!session) throw notSignedIn(`Nobody is signed in at ${address}.`);
  if (Date.parse(session.expiresAt) < Date.now()) throw notSignedIn('Your session is over.');
  return { address, session };
}

const notSignedIn = (why: string) => new CliError(exitCodes.notSignedIn, `${why} Sign in with: mase sign-in`);

/** Sends a request; throws where the api cannot be reached. A problem document is an answer like any other. */
export async function ask(
  address: string,
  path: string,
  about: { method?: string; token?: string; headers?: Record<string, string>; body?: string | FormBody } = {},
): Promise<Response> {
  const { method = 'GET', token, headers = {}, body } = about;
  try {
    return await fetch(`${address}${path}`, {
      method,
      headers: {
        ...headers,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(typeof body === 'object' ? { 'content-type': body.type } : {}),
      },
      ...(typeof body === 'object'
        ? { body: body.body, duplex: 'half' }
        : body === undefined
          ? {}
          : { body }),
      redirect: 'error',
    });
  } catch (error) {
    const { cause } = error as { cause?: { code?: string; message?: string } };
    throw new CliError(
      exitCodes.notReachable,
      `${address} cannot be reached (${cause?.code ?? cause?.message ?? (error as Error).message}).`,
    );
  }
}

/** Asks as somebody who is signed in, and throws with the problem's words unless the answer is a success. */
export async function askAs(
  who: SignedIn,
  path: string,
  about: Parameters<typeof ask>[2] = {},
): Promise<Response> {
  const response = await ask(who.address, path, { ...about, token: who.session.token });
  if (!response.ok) throw await refusalOf(response);
  return response;
}

/** The error that an answer other than success stands for. */
export async function refusalOf(response: Response): Promise<CliError> {
  const problem = (await response.json().catch(() => ({}))) as Parameters<typeof problemWords>[0];
  const { status } = response;
  const known = { status, ...problem };
  const words = problemWords(known).join('\n');
  if (problem.code === 'SIGN_IN_REFUSED' || problem.code === 'CODE_REFUSED')
    return new CliError(exitCodes.notSignedIn, words, known);
  if (status === 401) return notSignedIn('You are not signed in, or your session is over.');
  if (problem.code === 'NO_ROUTE')
    return new CliError(exitCodes.usage, `The api knows no such command.\n${words}`, known);
  if (status === 503) return new CliError(exitCodes.notReachable, words, known);
  return new CliError(status >= 500 ? exitCodes.ourFault : exitCodes.refused, words, known);
}
