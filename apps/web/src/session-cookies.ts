import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LanguageLeft } from './language-hints.js';
import { catalogues } from './languages.js';
import type { Who } from './who.js';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether cookies travel over TLS alone. */
    secureCookies: boolean;
  }
}

const [session, person, notice, language, signIn, tongue] = [
  'mase_session',
  'mase_who',
  'mase_notice',
  'mase_language',
  'mase_sign_in',
  'mase_tongue',
] as const;

/** A sign-in is finished within so many seconds. */
const signInSeconds = 15 * 60;

/** The name of a cookie: over TLS with the prefix by which a browser takes it from this host alone, under TLS, for every path. */
export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

/**
 * How cookies are set: never readable by scripts, over TLS alone when `secure`, and from other sites only along a link
 * that is followed, as from an e-mail or a provider, never with a form.
 */
export function cookieOptions(secure: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
}

const read = (request: FastifyRequest, name: string): string | undefined =>
  request.cookies[cookieName(name, request.server.secureCookies)] || undefined;

function write(
  reply: FastifyReply,
  name: string,
  value: string,
  more: { signed?: boolean; maxAge?: number } = {},
): void {
  const secure = reply.server.secureCookies;
  reply.setCookie(cookieName(name, secure), value, { ...cookieOptions(secure), ...more });
}

function forget(reply: FastifyReply, name: string): void {
  const secure = reply.server.secureCookies;
  reply.clearCookie(cookieName(name, secure), { path: '/', secure });
}

/** The api's opaque token, or nothing. It says nothing by itself, so it is not signed. */
export function sessionToken(request: FastifyRequest): string | undefined {
  return read(request, session);
}

/** Who signed in, for the header; nothing when the cookie is missing or was not made here. */
export function signedInAs(request: FastifyRequest): Who | null {
  const value = unsigned(request, person);
  return value && sessionToken(request) ? (JSON.parse(value) as Who) : null;
}

/** Keeps a session in the browser until it is closed; the sign-in that led to it is over. */
export function keepSession(reply: FastifyReply, token: string, who: Who): void {
  write(reply, session, token);
  write(reply, person, JSON.stringify(who), { signed: true });
  forget(reply, signIn);
}

/** Forgets the session in this browser. */
export function forgetSession(reply: FastifyReply): void {
  for (const name of [session, person, notice, language, signIn]) forget(reply, name);
}

/** Keeps the secret of a sign-in that goes on elsewhere, or on the next page, for a quarter of an hour. */
export function keepSignIn(reply: FastifyReply, secret: string): void {
  write(reply, signIn, secret, { maxAge: signInSeconds });
}

/** The secret of the sign-in that this browser began, or nothing. */
export function signInSecret(request: FastifyRequest): string | undefined {
  return read(request, signIn);
}

/** Leaves words for the next page to show once. */
export function leaveNotice(reply: FastifyReply, words: string): void {
  write(reply, notice, words, { signed: true, maxAge: 60 });
}

/** The words left for this page, taken so that they show once. */
export function takeNotice(request: FastifyRequest, reply: FastifyReply): string | null {
  const words = unsigned(request, notice);
  if (read(request, notice)) forget(reply, notice);
  return words;
}

/** Leaves for the next page which terms were recorded that could be said otherwise. */
export function leaveLanguage(reply: FastifyReply, left: LanguageLeft): void {
  write(reply, language, JSON.stringify(left), { signed: true, maxAge: 60 });
}

/** What was left of the language of the last form, taken so that it shows once. */
export function takeLanguage(request: FastifyRequest, reply: FastifyReply): LanguageLeft | null {
  const left = unsigned(request, language);
  if (read(request, language)) forget(reply, language);
  return left === null ? null : (JSON.parse(left) as LanguageLeft);
}

/** The language in which this browser is shown the site: that which was chosen, or English. */
export function tongueOf(request: FastifyRequest): string {
  const chosen = read(request, tongue);
  return chosen && catalogues.has(chosen) ? chosen : 'en';
}

/** Keeps the language that somebody chose for a year. */
export function keepTongue(reply: FastifyReply, chosen: string): void {
  write(reply, tongue, chosen, { maxAge: 365 * 86_400 });
}

function unsigned(request: FastifyRequest, name: string): string | null {
  const value = read(request, name);
  const opened = value ? request.unsignCookie(value) : null;
  return opened?.valid ? opened.value : null;
}
