import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Who } from './who.js';

const session = 'mase_session';
const person = 'mase_who';
const notice = 'mase_notice';

/** How cookies are set: never readable by scripts, never sent from other sites, only over TLS when `secure`. */
export function cookieOptions(secure: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
}

/** The api's opaque token, or nothing. It says nothing by itself, so it is not signed. */
export function sessionToken(request: FastifyRequest): string | undefined {
  return request.cookies[session] || undefined;
}

/** Who signed in, for the header; nothing when the cookie is missing or was not made here. */
export function signedInAs(request: FastifyRequest): Who | null {
  const value = unsigned(request, person);
  return value && sessionToken(request) ? (JSON.parse(value) as Who) : null;
}

/** Keeps a session in the browser until it is closed. */
export function keepSession(reply: FastifyReply, token: string, who: Who, secure: boolean): void {
  reply.setCookie(session, token, cookieOptions(secure));
  reply.setCookie(person, JSON.stringify(who), { ...cookieOptions(secure), signed: true });
}

/** Forgets the session in this browser. */
export function forgetSession(reply: FastifyReply): void {
  for (const name of [session, person, notice]) reply.clearCookie(name, { path: '/' });
}

/** Leaves words for the next page to show once. */
export function leaveNotice(reply: FastifyReply, words: string, secure: boolean): void {
  reply.setCookie(notice, words, { ...cookieOptions(secure), signed: true, maxAge: 60 });
}

/** The words left for this page, taken so that they show once. */
export function takeNotice(request: FastifyRequest, reply: FastifyReply): string | null {
  const words = unsigned(request, notice);
  if (request.cookies[notice]) reply.clearCookie(notice, { path: '/' });
  return words;
}

function unsigned(request: FastifyRequest, name: string): string | null {
  const value = request.cookies[name];
  const opened = value ? request.unsignCookie(value) : null;
  return opened?.valid ? opened.value : null;
}
